import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom
import Typesetting

/// Runs the room: delivers events, performs effects, and shows frames.
///
/// It is one loop on the main thread, which waits in `poll` for the terminal, signals and other threads. Everything
/// that may take longer than a moment runs on a serial queue, and its results return as events.
@MainActor final class RoomRuntime {
  /// What the runtime works with; created by `openReadingRoom`.
  struct Dependencies {
    var terminal: any RoomTerminal
    var library: RoomLibrary
    /// The serial queue that reads lists and articles. Nothing on it waits for a lock that another process may hold.
    var libraryQueue: DispatchQueue
    var configuration: Configuration
    var opener: URLOpener
    var memory: TerminalMemory
    /// The file whose article is opened first; such a visit leaves the archive's own session unchanged.
    var file: String?
    var trace: Trace?
  }

  /// How long a frame waits for pending answers, so that most requests and their answers show in one frame.
  private static let patienceInMilliseconds: UInt64 = 12
  /// The same for the first frame: until then, the screen is empty, and an empty list, or one that is replaced at once
  /// by the last article, would only be a distraction.
  private static let firstPatienceInMilliseconds: UInt64 = 60
  /// How long the first frame waits for the terminal's width answer, if none is remembered.
  private static let probePatienceInMilliseconds: UInt64 = 25
  /// The time for saving after a hang-up.
  private static let farewellInMilliseconds = 60

  let dependencies: Dependencies
  var terminal: any RoomTerminal { dependencies.terminal }
  let mailbox: EventMailbox
  var libraryQueue: DispatchQueue { dependencies.libraryQueue }
  /// Saves the reader's own data: stars, marks, positions. A file locked by another program, or a disk that syncs
  /// slowly, delays the next change and nothing else.
  let savingQueue = DispatchQueue(label: "saving")
  /// For facets, and what the library knows about a word: they take longer and must not delay a page of rows.
  let facetQueue = DispatchQueue(label: "facets")
  /// The running dictionary, and the running speaker.
  let dictionary = ProgramSlot()
  let speaker = ProgramSlot()
  /// The running commands that articles are piped to.
  let commands = RunningPrograms()
  /// What the last update of the library left.
  let seen = SeenLibrary()
  let sessionText: SessionText
  var trace: Trace? { dependencies.trace }
  /// The effect that is being performed, if there is a trace: work for it on a queue records its duration.
  private(set) var work: TracedWork?

  var state: State
  var needsPaint = true
  private var isDone = false
  private var exitSignal: Int32?
  private var wakeTime: UInt64?
  /// The number of pending requests that a frame waits for, and since when.
  var awaited: (count: Int, since: UInt64) = (0, 0)
  /// Until when the first frame is postponed; `nil` when it need not be.
  private var probeDeadline: UInt64?
  private var hasStartedUpdating = false

  init(_ dependencies: Dependencies, state: State, waitsForProbe: Bool) {
    self.dependencies = dependencies
    self.state = state
    mailbox = EventMailbox(wakeUp: dependencies.terminal.makeWakeUp())
    sessionText = SessionText(handles: dependencies.library.handles)
    if waitsForProbe { probeDeadline = MonotonicClock.nowInMilliseconds + Self.probePatienceInMilliseconds }
  }

  /// Runs until the reader leaves.
  ///
  /// - Returns: The signal that asked us to leave, if there was one.
  func run(notices: [String]) -> Int32? {
    handle(.started)
    lookForFile()
    for notice in notices { handle(.notice(notice)) }
    dependencies.library.library.observeNotices { [mailbox, language] notice in
      let text = notice.text(in: language)
      mailbox.post(notice == .anotherProcessIsIndexing ? .passingNotice(text) : .notice(text))
    }
    dependencies.library.library.observeIndex { [mailbox] in mailbox.post(.libraryChanged(newCount: 0)) }
    watchBookmarks()
    watchHighlights()
    watchArchives()
    while !isDone {
      paintIfDue()
      if isDone { break }
      for event in terminal.wait(milliseconds: timeToWait()) { handleInput(event) }
      if let wakeTime, MonotonicClock.nowInMilliseconds >= wakeTime {
        self.wakeTime = nil
        handle(.woke)
      }
    }
    dictionary.stop()
    speaker.stop()
    let saved = DispatchGroup()
    savingQueue.async(group: saved) { [library = dependencies.library.library] in library.keepPending() }
    _ = saved.wait(timeout: .now() + .milliseconds(exitSignal == nil ? 1000 : Self.farewellInMilliseconds))
    return exitSignal
  }

  // MARK: - Waiting and painting

  private var patience: UInt64 {
    hasStartedUpdating ? Self.patienceInMilliseconds : Self.firstPatienceInMilliseconds
  }

  /// `nil`: until something happens.
  private func timeToWait() -> Int? {
    let now = MonotonicClock.nowInMilliseconds
    var deadlines: [UInt64] = []
    if let wakeTime { deadlines.append(wakeTime) }
    if needsPaint, !terminal.isSending {
      if awaited.count > 0 { deadlines.append(awaited.since + patience) }
      if let probeDeadline { deadlines.append(probeDeadline) }
    }
    return deadlines.min().map { $0 > now ? Int($0 - now) : 0 }
  }

  private func paintIfDue() {
    guard needsPaint else { return }
    // Pending events are handled first: a held key then causes one frame, not fifty.
    var turns = 0
    while turns < 32, case let events = terminal.wait(milliseconds: 0), !events.isEmpty {
      for event in events { handleInput(event) }
      turns += 1
      if isDone { return }
    }
    guard !terminal.isSending else { return }
    let now = MonotonicClock.nowInMilliseconds
    if awaited.count > 0, now < awaited.since + patience { return }
    if let probeDeadline {
      if now < probeDeadline, !terminal.probe.isAnswered { return }
      self.probeDeadline = nil
    }
    needsPaint = false
    let start = ContinuousClock.now
    terminal.paint(view(state))
    trace?.record(.frame, "\(state.size.columns)x\(state.size.rows)", since: start)
    if !hasStartedUpdating {
      hasStartedUpdating = true
      startUpdating()
    }
  }

  // MARK: - Events

  private func handleInput(_ event: TerminalEvent) {
    switch event {
    case .key(Key("z", .control)), .stopRequested: suspend()
    case .key(let key): handle(.key(key))
    case .paste(let text): handle(.paste(text))
    case .mouse(let mouse): handle(.mouse(mouse))
    case .resized(let size): handle(.resized(size))
    case .widthsProbed(let probe): apply(probe)
    case .answered:
      if traits != state.traits { handle(.terminalProbed(traits)) }
    case .drained: break
    case .woken:
      let mail = mailbox.drain()
      awaited.count = max(0, awaited.count - mail.answeredCount)
      for event in mail.events { handle(event) }
    case .leaveRequested(let signal):
      exitSignal = signal
      handle(.hangup)
      isDone = true
    }
  }

  func handle(_ event: Event) {
    needsPaint = true
    trace?.record(.event, TraceText.text(of: event, typing: state.isTyping))
    for effect in update(&state, event) {
      work = trace?.beginning(effect) { [library = dependencies.library] in library.handles.row($0)?.file.display }
      perform(effect)
    }
    work = nil
  }

  private func apply(_ probe: WidthProbe) {
    if probe.understandsUTF8 == false {
      handle(.terminalProbed(traits))
      handle(.notice(sentence(.notUTF8)))
    }
    guard dependencies.configuration.ambiguousWidth == nil, let width = probe.ambiguousWidth else { return }
    dependencies.memory.remember(width, of: terminal.identity.type)
    guard width != terminal.ambiguousWidth else { return }
    terminal.setAmbiguousWidth(width)
    handle(.terminalProbed(traits))
  }

  private var traits: TerminalTraits {
    var traits = terminal.traits
    traits.opensURLs = dependencies.opener.canOpen
    return traits
  }

  /// Messages are in the room's current language.
  var language: Language { state.settings.language }

  func sentence(_ sentence: RoomSentence) -> String { sentence.text(in: language) }

  func fail(_ failure: RoomSentence) {
    trace?.record(.error, failure.text(in: .english))
    handle(.effectFailed(sentence(failure)))
  }

  func fail(_ error: LibraryError) {
    trace?.record(error)
    handle(.effectFailed(error.sentence(in: language)))
  }

  // MARK: - Effects

  func perform(_ effect: Effect) {
    switch effect {
    case .loadRows(let request): load(request)
    case .loadFacets(let list, let query, let generation): loadFacets(list, query, generation)
    case .loadArticle(let id): loadArticle(id)
    case .reloadArticle(let id): inLibrary { library in library.reload(id, always: false) }
    case .peekArticle(let id): peek(id)
    case .explainPage(let id): answer { library in library.explain(id) }
    case .showSource(let id, let inEditor): showSource(id, inEditor: inEditor)
    case .rescan: startUpdating()
    case .loadBookmarks: inLibrary { library throws(LibraryError) in [try library.bookmarksEvent()] }
    case .setStar(let id, let isStarred):
      let now = Timestamp(secondsSinceEpoch: Int64(time(nil)))
      save { library throws(LibraryError) in
        try library.setStar(isStarred, on: id, now: now)
      } then: { library, change throws(LibraryError) in
        let edit: [Event] = change ? [.bookmarkChanged(isStarred ? .added : .removed)] : []
        return edit + [.starChanged(id, isStarred: isStarred)] + (try library.starEvents())
      }
    case .removeBookmark(let key):
      changeBookmarks { library throws(LibraryError) in
        try library.bookmarks.remove(key: key)
        return .bookmarkChanged(.removed)
      }
    case .setBookmarkNote(let key, let note):
      changeBookmarks { library throws(LibraryError) in
        try library.bookmarks.setNote(note, key: key)
        return .bookmarkChanged(.noted)
      }
    case .undoBookmark:
      changeBookmarks { library throws(LibraryError) in .bookmarkUndone(try library.bookmarks.undo()) }
    case .editBookmarks(let key):
      edit(dependencies.library.bookmarks, at: key)
      inLibrary { library throws(LibraryError) in try library.starEvents() }
    case .addHighlight(let id, let range, let color, let quotation, let remark):
      let passage = Passage(utf8Range: range, color: color.inLibrary)
      let now = Timestamp(secondsSinceEpoch: Int64(time(nil)))
      changeHighlights(of: id) { library throws(LibraryError) in
        try library.addHighlight(passage, quoting: quotation, remark: remark, in: id, now: now)
      }
    case .changeHighlight(let id, let key, let color, let remark):
      changeHighlights(of: id) { library throws(LibraryError) in
        try library.highlights.changeHighlight(color.inLibrary, remark: remark, key: key)
        return .changed
      }
    case .removeHighlight(let id, let key):
      changeHighlights(of: id) { library throws(LibraryError) in
        try library.highlights.remove(key: key)
        return .removed
      }
    case .undoHighlight(let id):
      changeHighlights(of: id) { library throws(LibraryError) in
        try library.highlights.undo()
        return .undone
      }
    case .loadHighlights: inLibrary { library throws(LibraryError) in [try library.highlightsEvent()] }
    case .editHighlights(let key):
      edit(dependencies.library.highlights, at: key)
      inLibrary { library throws(LibraryError) in try library.reloadChangedHighlights() }
    case .setRead(let ids, let isRead):
      save { library throws(LibraryError) in
        try library.library.mark(Array(library.handles.ids(ids).values), asRead: isRead)
      } then: { library, _ in
        if ids.count > 1 { library.forgetList() }
        return [.readChanged(ids, isRead: isRead)]
      }
    case .markListRead(let query, let end):
      save { library throws(LibraryError) in
        try library.markRead(query, above: end)
      } then: { _, ids in
        [.listMarked(ids)]
      }
    case .savePosition(let id, let offset, let share):
      dependencies.library.remember(position: offset, in: id)
      save { library throws(LibraryError) in try library.savePosition(offset, share: share, in: id) }
    case .loadHistory: inLibrary { library throws(LibraryError) in [.historyLoaded(try library.history())] }
    case .saveMarks(let id, let marks):
      dependencies.library.remember(marks: marks, in: id)
      save { library throws(LibraryError) in try library.saveMarks(marks, in: id) }
    case .pipe(let ids, let format, let command): pipe(ids, format, command)
    case .stopCommands: commands.stop()
    case .lookUp(let request): lookUp(request)
    case .stopLookingUp: dictionary.stop()
    case .findWord(let word, let number): findWord(word, number: number)
    case .speak(let utterance): speak(utterance)
    case .stopSpeaking: speaker.stop()
    case .changeSearches(let former, let changed):
      save { library throws(LibraryError) in
        try library.library.changeSavedSearches(
          from: former.map(SavedSearch.init), to: changed.map(SavedSearch.init))
      } then: { _, _ in
        [.searchesChanged]
      }
    case .saveSession where dependencies.file != nil: break
    case .saveSession(let session):
      let text = sessionText.text(session)
      save { library throws(LibraryError) in try library.library.remember("session", as: text) }
    case .remember(let setting, let value): remember(setting, value)
    case .copy(let text): copy(text)
    case .open(let url): open(url)
    case .wake(let milliseconds): wakeTime = MonotonicClock.nowInMilliseconds + UInt64(max(0, milliseconds))
    case .redraw: terminal.forget()
    case .suspend: suspend()
    case .quit: isDone = true
    }
  }

  private func remember(_ setting: RoomSetting, _ value: String) {
    if setting == .mouse { terminal.setMouse(state.settings.usesMouse) }
    let file = RoomSettingsFile(path: dependencies.configuration.paths.roomSettingsFile)
    savingQueue.async { [reply] in
      do throws(FileFailure) {
        try file.remember(setting, value)
      } catch {
        reply.fail(.settingNotKept(error))
      }
    }
  }

  private func copy(_ text: String) {
    handle(.notice(sentence(terminal.copy(text) ? .copied : .tooLongToCopy)))
  }
}
