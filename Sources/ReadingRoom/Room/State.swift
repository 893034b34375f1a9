import ArticleDump

/// The complete state of the room at a moment: a plain value. `update` changes it, `view` shows it.
public struct State: Sendable {
  /// The terminal's size, from the last `Event.resized`.
  public internal(set) var size: Size
  /// The reader's settings, including changes made in the room.
  public internal(set) var settings: Settings
  /// What is known about the terminal so far.
  public internal(set) var traits: TerminalTraits
  /// The themes to choose from, both built-in and the reader's own.
  public internal(set) var themes: [Theme]
  /// Which key does what.
  public internal(set) var keys: KeyTable
  /// The folders and files that were opened, as they are displayed.
  public let archives: [String]
  /// Settings that the next start will again take from elsewhere, and from where, such as `--theme` or `config.toml:3`.
  public let pinned: [RoomSetting: String]

  var palette: Palette
  /// Where the reader is, and the rooms that `back` leads to.
  var room: Room
  var roomsBelow: [Room] = []
  var list: ListState
  var search: ListState?
  var reader: ReaderState?
  var pane: PaneState?
  /// The word that is being looked up; shown instead of the pane.
  var lookup: LookupState?
  var lookupBehind: LookupBehind?
  var listPane: ListPane?
  var preview: Preview?
  var output: OutputState?
  /// Articles that were marked for a command, in the order of marking.
  var marked: [ArticleHandle] = []
  var pipeFormat = PipeFormat.text
  var pipeHistory: [String] = []
  /// The commands that articles were passed to and that have not ended yet.
  var runningCommands: [String] = []
  /// Whether panes show where each fact comes from.
  var showsOrigins = false
  var bookmarks = BookmarksState()
  /// All highlights, for the same room.
  var highlights = BookmarksState()
  /// Whether the bookmarks room shows the highlights.
  var showsHighlights = false
  var history = HistoryState()
  var help = HelpState()
  var themePicker: ThemePickerState?
  var prompt: Prompt?
  var notice: Notice?
  /// Notices that came while another one was unread: each is shown once, until the next key.
  var unreadNotices: [Notice] = []
  var progress: LibraryProgress?
  /// Whether an empty list means that there is nothing; before that, nobody knows.
  var hasScanned = false

  /// The article that is being loaded, and what to do when it arrives.
  var opening: Opening?
  var backForward = BackForwardList()
  /// Changes that can be undone, the latest last.
  var undoable: [Undo] = []
  /// The change of the bookmarks that is being undone.
  var undoing: BookmarkEdit?
  /// Counts requests, so that late answers are recognized as such.
  var lastGeneration = 0
  /// Whether the session was restored, so that the article that was open is opened once.
  var articleToRestore: ArticleHandle?
  /// The color of the next highlight.
  var highlightColor = Highlight.Color.yellow
  var lastFind = ""
  var commandHistory: [String] = []
  /// Searches that found something, the latest last, and which of them is in the field.
  var searches: [String] = []
  var recalledSearch: Int?
  /// Texts searched for within articles, the latest last.
  var finds: [String] = []

  /// The room before its first event.
  ///
  /// - Parameters:
  ///   - size: The terminal's; any size, including 0 by 0.
  ///   - themes: Preferably at least one; without any, the room is drawn without styles.
  ///   - settings: The reader's settings.
  ///   - traits: What is known about the terminal; `Event.terminalProbed` may add more.
  ///   - keys: Which key does what.
  ///   - session: What the last session left, if anything.
  ///   - archives: What was opened; shown if nothing was found in it.
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
    let theme = settings.theme ?? Theme.standardID(on: traits.background)
    palette = Palette(themes.first { $0.id == theme } ?? themes.first, depth: traits.colorDepth)
    room = .list
    list = ListState(query: session?.query ?? RoomQuery(), isSearch: false, selected: session?.selectedIndex ?? 0)
    articleToSelect = session?.selectedArticle
    articleToRestore = session?.openArticle
    searches = session?.searches ?? []
  }

  /// The current theme: the reader's, or the one for the terminal's background.
  var themeID: String { settings.theme ?? Theme.standardID(on: traits.background) }

  /// Whether the article that was named at the start has been requested.
  public internal(set) var hasOpenedNamedArticle = false

  /// The article that was selected when the last session ended.
  var articleToSelect: ArticleHandle?
  /// What the next rows are needed for besides being shown.
  var awaited: Awaited?

  /// The part of the room that is worth saving; `Effect.saveSession` carries the same.
  public var session: Session {
    Session(
      query: list.query, selectedArticle: list.selectedRow?.id ?? articleToSelect, selectedIndex: list.selected,
      openArticle: room == .reader || roomsBelow.contains(.reader) ? reader?.id : nil, searches: searches)
  }

  /// Whether the library's list contains anything, as far as is known.
  public var hasArticles: Bool { list.count > 0 }

  /// Whether the current list has its facets open.
  var showsFacets: Bool {
    get { listBehind == .search ? settings.showsFacetsInSearch : settings.showsFacets }
    set {
      if listBehind == .search { settings.showsFacetsInSearch = newValue } else { settings.showsFacets = newValue }
    }
  }

  /// The contents of the bookmarks room.
  var bookmarkList: BookmarksState {
    get { showsHighlights ? highlights : bookmarks }
    set { if showsHighlights { highlights = newValue } else { bookmarks = newValue } }
  }

  var language: Language { settings.language }
  var screen: Screen { Screen(size: size) }

  func localized(_ message: Message, _ first: String = "", _ second: String = "") -> String {
    message.text(in: language, first, second)
  }
}

/// A sentence in the status line until the next key.
struct Notice: Sendable, Hashable {
  var text: String
  var isError = false
  /// Whether it is about something that goes on meanwhile: the next notice takes its place.
  var isPassing = false
}

/// Why a row was requested.
enum Awaited: Sendable, Hashable {
  /// The selected row, to be read as soon as it is known.
  case selectedToRead
  case unread(opens: Bool)
  /// The list with its near-duplicates folded or unfolded, to say how many there are.
  case duplicates(formerCount: Int)
  case date
}
