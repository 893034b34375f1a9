import ArticleDump

/// Everything the room is at a moment: a plain value. `update` changes it, `view` shows it.
public struct State: Sendable {
  /// The terminal's size, as the last `Event.resized` gave it.
  public internal(set) var size: Size
  /// What the reader prefers, with what was changed in the room.
  public internal(set) var settings: Settings
  /// What is known of the terminal so far.
  public internal(set) var traits: TerminalTraits
  /// The themes to choose from, built-in and the reader's own.
  public internal(set) var themes: [Theme]
  /// Which key does what.
  public internal(set) var keys: KeyTable
  /// What was opened: folders and files, as they are shown.
  public let archives: [String]
  /// Settings that the next start takes from elsewhere again, and from where, such as `--theme` or `config.toml:3`.
  public let pinned: [RoomSetting: String]

  var palette: Palette
  /// Where the reader is, and the rooms that `back` leads to.
  var room: Room
  var roomsBelow: [Room] = []
  var list: ListState
  var search: ListState?
  var reader: ReaderState?
  var pane: PaneState?
  /// The word that is looked up; shown instead of the pane.
  var lookup: LookupState?
  var lookupBehind: LookupBehind?
  var listPane: ListPane?
  var preview: Preview?
  var output: OutputState?
  /// Articles that were marked for a command, in the order of marking.
  var marked: [ArticleHandle] = []
  var pipeFormat = PipeFormat.text
  var pipeHistory: [String] = []
  /// The commands that were given articles and have not ended yet.
  var runningCommands: [String] = []
  /// Whether panes tell where each fact comes from.
  var showsOrigins = false
  var bookmarks = BookmarksState()
  /// All highlights, for the same room.
  var highlights = BookmarksState()
  /// Whether the bookmarks room shows the highlights.
  var showsHighlights = false
  var visited = HistoryState()
  var help = HelpState()
  var themePicker: ThemePickerState?
  var prompt: Prompt?
  var notice: Notice?
  /// What came while another notice was there unread: each is shown once, until the next key.
  var unreadNotices: [Notice] = []
  var progress: LibraryProgress?
  /// Whether an empty list means that there is nothing; before, nobody knows.
  var hasLooked = false

  /// The article that is being loaded, and what to do when it comes.
  var opening: Opening?
  var history = History()
  /// Changes that can be undone, the latest last.
  var undoable: [Undo] = []
  /// The change of the bookmarks that is being taken back.
  var undoing: BookmarkEdit?
  /// Counts requests, so that late answers are known for what they are.
  var lastGeneration = 0
  /// Whether the session was restored, so that the article that was open is opened once.
  var articleToRestore: ArticleHandle?
  /// What the next highlight gets.
  var highlightColor = Highlight.Color.yellow
  var lastFind = ""
  var commandHistory: [String] = []
  /// Searches that found something, the latest last; and which of them is in the field.
  var searches: [String] = []
  var recalledSearch: Int?
  /// Texts searched for within articles, the latest last.
  var finds: [String] = []

  /// The room before its first event.
  ///
  /// - Parameters:
  ///   - size: The terminal's; any size, also 0 by 0.
  ///   - themes: At least one is best; without any the room is drawn plain.
  ///   - settings: What the reader prefers.
  ///   - traits: What is known of the terminal; `Event.terminalProbed` may tell more.
  ///   - keys: Which key does what.
  ///   - session: What the last visit left, if anything.
  ///   - archives: What was opened; named where nothing was found in it.
  ///   - pinned: See `pinned`.
  public init(
    size: Size, settings: Settings = Settings(), traits: TerminalTraits = TerminalTraits(),
    themes: [Theme] = Theme.builtIn, keys: KeyTable = .standard, session: Session? = nil,
    archives: [String] = [], pinned: [RoomSetting: String] = [:]
  ) {
    self.archives = archives
    self.pinned = pinned
    self.size = size
    self.settings = settings
    self.traits = traits
    self.themes = themes
    self.keys = keys
    let theme = settings.theme ?? Theme.standardID(on: traits.ground)
    palette = Palette(themes.first { $0.id == theme } ?? themes.first, depth: traits.colorDepth)
    room = .list
    list = ListState(query: session?.query ?? RoomQuery(), isSearch: false, selected: session?.selectedIndex ?? 0)
    articleToSelect = session?.selectedArticle
    articleToRestore = session?.openArticle
    searches = session?.searches ?? []
  }

  /// The theme in force: the reader's, or the one for the terminal's background.
  var themeID: String { settings.theme ?? Theme.standardID(on: traits.ground) }

  /// Whether the article that was named at the start has been asked for.
  public internal(set) var hasOpenedNamedArticle = false

  /// The article that was selected when the last visit ended.
  var articleToSelect: ArticleHandle?
  /// What the next rows are wanted for beyond being shown.
  var awaited: Awaited?

  /// What of the room is worth keeping; `Effect.saveSession` carries the same.
  public var session: Session {
    Session(
      query: list.query, selectedArticle: list.selectedRow?.id ?? articleToSelect, selectedIndex: list.selected,
      openArticle: room == .reader || roomsBelow.contains(.reader) ? reader?.id : nil, searches: searches)
  }

  /// Whether the library's list holds anything, as far as is known.
  public var holdsArticles: Bool { list.count > 0 }

  /// Whether the current list has its facets open.
  var showsFacets: Bool {
    get { listBehind == .search ? settings.showsFacetsInSearch : settings.showsFacets }
    set {
      if listBehind == .search { settings.showsFacetsInSearch = newValue } else { settings.showsFacets = newValue }
    }
  }

  /// What the bookmarks room shows.
  var shelf: BookmarksState {
    get { showsHighlights ? highlights : bookmarks }
    set { if showsHighlights { highlights = newValue } else { bookmarks = newValue } }
  }

  var language: Language { settings.language }
  var screen: Screen { Screen(size: size) }

  func say(_ message: Message, _ first: String = "", _ second: String = "") -> String {
    message.text(in: language, first, second)
  }
}

/// A place of the program.
enum Room: Sendable, Hashable {
  case list, reader, search, bookmarks, history, help, themes
  /// What a command printed.
  case output
}

/// A sentence in the status line until the next key.
struct Notice: Sendable, Hashable {
  var text: String
  var isError = false
}

/// What happens when an article that was asked for arrives.
struct Opening: Sendable, Hashable {
  enum Entry: Sendable, Hashable {
    /// A new visit: what was open goes into the history.
    case visit
    case back, forward
  }
  var id: ArticleHandle
  var entry: Entry
  /// Where to start reading, if not where it was left.
  var utf8Offset: Int?
  /// Words to find when it opens, from a search.
  var find: String?
  /// The highlight to show, by its key.
  var highlight: String?
}

/// Articles that were open, with the places in them.
struct History: Sendable, Hashable {
  struct Visit: Sendable, Hashable {
    var id: ArticleHandle
    var utf8Offset: Int
  }
  var back: [Visit] = []
  var forward: [Visit] = []

  static let limit = 200

  mutating func leave(_ visit: Visit, by entry: Opening.Entry) {
    switch entry {
    case .visit:
      back.append(visit)
      forward = []
    case .back: forward.append(visit)
    case .forward: back.append(visit)
    }
    if back.count > History.limit { back.removeFirst(back.count - History.limit) }
  }
}

/// Why a row was asked for.
enum Awaited: Sendable, Hashable {
  /// The selected row, to be read as soon as it is known.
  case selectedToRead
  case unread(opens: Bool)
  /// The list with its near-duplicates folded or unfolded, to tell how many there are.
  case duplicates(formerCount: Int)
  case date
}
