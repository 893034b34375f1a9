/// The parts of the room that a key can change, small enough to compare at every key.
struct KeyOutcome: Equatable {
  private struct List: Equatable {
    var generation: Int
    var selected: Int
    var top: Int
    var focus: ListState.Focus
    var selectedFacet: Int

    init(_ list: ListState) {
      generation = list.generation
      selected = list.selected
      top = list.top
      focus = list.focus
      selectedFacet = list.selectedFacet
    }
  }
  private struct Page: Equatable {
    var id: ArticleHandle
    var top: RowPlace
    var hit: Int?
    var script: Script?
    var hitCount: Int
    var isUncleaned: Bool
    var selection: Selection?
    var readPassage: ReadPassage?
    var aloud: ReadingAloud?
  }
  private struct Pane: Equatable {
    var selected: Int
    var top: Int
    var isFocused: Bool
    var itemCount: Int

    init(_ pane: PaneState) {
      selected = pane.selected
      top = pane.top
      isFocused = pane.isFocused
      itemCount = pane.items.count
    }
  }

  private var room: Room
  private var roomsBelow: [Room]
  private var settings: Settings
  private var notice: Notice?
  private var prompt: Prompt?
  private var list: List
  private var search: List?
  private var page: Page?
  private var previewTop: RowPlace?
  private var panes: [Pane?]
  private var lookup: ProgramRequest?
  private var places: [Int]
  private var isFiltering: [Bool]
  private var opening: Opening?
  private var awaited: Awaited?

  init(_ state: State) {
    room = state.room
    roomsBelow = state.roomsBelow
    settings = state.settings
    notice = state.notice
    prompt = state.prompt
    list = List(state.list)
    search = state.search.map(List.init)
    page = state.reader.map {
      Page(
        id: $0.id, top: $0.top, hit: $0.finding?.current, script: $0.script, hitCount: $0.finding?.hits.count ?? 0,
        isUncleaned: $0.offsetOfArticle != nil, selection: $0.selection,
        readPassage: $0.readPassage, aloud: $0.aloud)
    }
    previewTop = state.preview?.reader?.top
    panes = [state.pane.map(Pane.init), state.lookup.map { Pane($0.pane) }, state.listPane?.pane.map(Pane.init)]
    lookup = state.lookup?.request
    places = [
      state.bookmarkList.selected, state.history.selected, state.history.top, state.help.top,
      state.themePicker?.selected ?? 0, state.output?.top ?? 0,
    ]
    isFiltering = [
      state.bookmarkList.isFiltering, state.help.isFiltering, state.listPane != nil, state.showsHighlights,
    ]
    opening = state.opening
    awaited = state.awaited
  }
}

extension State {
  /// Carries out the command of a key. No key stays without an answer: if it changed nothing, a line says why.
  mutating func run(_ command: Command, by key: Key) -> [Effect] {
    let before = KeyOutcome(self)
    let effects = run(command)
    if effects.isEmpty, KeyOutcome(self) == before { notice = Notice(text: reasonForNoEffect(of: command, key)) }
    return effects
  }

  /// Why a command had no effect.
  private func reasonForNoEffect(of command: Command, _ key: Key) -> String {
    switch command {
    case .lineDown, .pageDown, .halfPageDown, .last:
      return room == .reader && !isPaneFocused ? endOfArticle : localized(.atEnd)
    case .lineUp, .pageUp, .halfPageUp, .first: return localized(.atStart)
    case .nextHit, .previousHit: return localized(.nothingToFindAgain, label(of: .find, in: .reader))
    default:
      let (key, summary) = (key.label(symbols: traits.drawsSymbols), command.summary(in: language))
      return localized(.notHere, language == .english ? "\(key) (\(summary))" : "\(key)（\(summary)）")
    }
  }

  /// The notice for a key that has no command.
  func noticeOfUnboundKey(_ key: Key) -> Notice {
    Notice(text: localized(.noSuchKey, key.label(symbols: traits.drawsSymbols), label(of: .help, in: keyContext)))
  }

  /// What to say at the end of an article: what comes next, if there is something.
  var endOfArticle: String {
    hasNextArticle ? localized(.endOfArticle, label(of: .nextArticle, in: .reader)) : localized(.endOfLastArticle)
  }

  var hasNextArticle: Bool {
    let list = listBehind == .search ? search ?? self.list : self.list
    return list.selected + 1 < list.count
  }

  /// The key of a command as hints show it.
  func label(of command: Command, in context: KeyContext) -> String {
    keys.key(for: command, in: context)?.label(symbols: traits.drawsSymbols) ?? ":" + command.rawValue
  }
}
