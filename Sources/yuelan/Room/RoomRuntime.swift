import ArticleDump
import ArticleLibrary
import CursesTerminal
import Glibc
import ReadingRoom
import Typesetting

/// Runs the room: brings it what happens, carries out what it wants, and shows it.
///
/// One loop on the main thread, which waits in `poll` for the terminal, signals and other threads. Everything that may
/// take longer than a moment is done on a serial queue with its own thread, and the results come back as events.
@MainActor final class RoomRuntime {
  /// What the runtime works with; made by `openReadingRoom`.
  struct Means {
    var terminal: CursesTerminal
    var library: RoomLibrary
    /// The thread that works with the library.
    var lane: WorkLane
    var configuration: Configuration
    var opener: URLOpener
    var memory: TerminalMemory
    /// The file whose article is read first; such a visit leaves the archive's own session alone.
    var file: String?
  }

  /// How long a frame waits for answers that are under way, so that most requests show in one frame with their answer.
  private static let patienceInMilliseconds: UInt64 = 12
  /// The same for the first one: until then the screen is empty, and an empty list or one that gives way to the article
  /// that was open tells less than nothing.
  private static let firstPatienceInMilliseconds: UInt64 = 60
  /// How long the first frame waits for the terminal to say how wide it draws, when that is not known from before.
  private static let probePatienceInMilliseconds: UInt64 = 25
  /// The time that a hang-up leaves for saving.
  private static let farewellInMilliseconds = 60

  let means: Means
  var terminal: CursesTerminal { means.terminal }
  let mailbox: EventMailbox
  /// Reads lists and articles. Nothing here waits for a lock that another process may hold.
  var libraryLane: WorkLane { means.lane }
  /// Changes what is the reader's own: stars, marks, positions. A file that another program has locked, or a disk that is
  /// slow to sync, holds up the next change and nothing else.
  private lazy var keepingLane = WorkLane()
  /// Facets, which take longer and must not hold up a page of rows.
  private lazy var slowLane = WorkLane()
  /// Waits for browsers to end, which may take as long as we run.
  lazy var waitingLane = WorkLane()
  /// Waits for others to change the bookmarks file.
  lazy var watchingLane = WorkLane()
  lazy var highlightsWatchingLane = WorkLane()
  lazy var archiveWatchingLane = WorkLane()
  private let sessionText: SessionText

  var state: State
  var needsPaint = true
  private var isDone = false
  private var exitSignal: Int32?
  private var wakeTime: UInt64?
  /// Requests whose answers are worth waiting for, and since when.
  private var awaited: (count: Int, since: UInt64) = (0, 0)
  /// Until when the first frame is held back; `nil` when it need not be.
  private var probeDeadline: UInt64?
  private var hasStartedUpdating = false

  init(_ means: Means, state: State, waitsForProbe: Bool) {
    self.means = means
    self.state = state
    mailbox = EventMailbox(wakeUp: means.terminal.wakeUp)
    sessionText = SessionText(library: means.library.library)
    if waitsForProbe { probeDeadline = MonotonicClock.nowInMilliseconds + Self.probePatienceInMilliseconds }
  }

  /// Runs until the reader leaves.
  ///
  /// - Returns: The signal that asked to leave, if one did.
  func run(notices: [String]) -> Int32? {
    handle(.started)
    lookForFile()
    for notice in notices { handle(.notice(notice)) }
    means.library.library.observeNotices { [mailbox, language] notice in
      mailbox.post(.notice(notice.text(in: language)))
    }
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
    keepingLane.async { [library = means.library.library] in library.keepPending() }
    keepingLane.finish(withinMilliseconds: exitSignal == nil ? 1000 : Self.farewellInMilliseconds)
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
    // Pending events come first: a held key is one frame, not fifty.
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
    terminal.paint(view(state))
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
    case .widthsProbed(let probe): note(probe)
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
    for effect in update(&state, event) { perform(effect) }
  }

  private func note(_ probe: WidthProbe) {
    if probe.understandsUTF8 == false {
      handle(.terminalProbed(traits))
      handle(.notice(sentence(.notUTF8)))
    }
    guard means.configuration.ambiguousWidth == nil, let width = probe.ambiguousWidth else { return }
    means.memory.remember(width, of: terminal.identity.type)
    guard width != terminal.ambiguousWidth else { return }
    terminal.setAmbiguousWidth(width)
    handle(.terminalProbed(traits))
  }

  private var traits: TerminalTraits {
    var traits = terminal.traits
    traits.opensURLs = means.opener.canOpen
    return traits
  }

  /// Messages are in the room's current language.
  var language: Language { state.settings.language }

  func sentence(_ sentence: RoomSentence) -> String { sentence.text(in: language) }

  // MARK: - Effects

  private func perform(_ effect: Effect) {
    switch effect {
    case .loadRows(let request): load(request)
    case .loadFacets(let list, let query, let generation): loadFacets(list, query, generation)
    case .loadArticle(let id): loadArticle(id)
    case .peekArticle(let id): peek(id)
    case .explainPage(let id): answerOnLane { library in library.explain(id) }
    case .showSource(let id, let inEditor): showSource(id, inEditor: inEditor)
    case .rescan: startUpdating()
    case .loadBookmarks: onLane { library throws(LibraryError) in [try library.bookmarksEvent()] }
    case .setStar(let id, let isStarred):
      let now = Timestamp(secondsSinceEpoch: Int64(time(nil)))
      keep { library throws(LibraryError) in
        try library.setStar(isStarred, on: id, now: now)
      } then: { library, change throws(LibraryError) in
        guard let change else { return [] }
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
      edit(means.library.bookmarks, at: key)
      onLane { library throws(LibraryError) in try library.starEvents() }
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
    case .loadHighlights: onLane { library throws(LibraryError) in [try library.highlightsEvent()] }
    case .editHighlights(let key):
      edit(means.library.highlights, at: key)
      onLane { library throws(LibraryError) in try library.lookAtHighlights() }
    case .setRead(let ids, let isRead):
      keep { library throws(LibraryError) in
        try library.library.mark(ids.map(\.inLibrary), asRead: isRead)
      } then: { library, _ in
        if ids.count > 1 { library.forgetList() }
        return [.readChanged(ids, isRead: isRead)]
      }
    case .markListRead(let query, let end):
      keep { library throws(LibraryError) in
        try library.markRead(query, above: end)
      } then: { _, ids in
        [.listMarked(ids)]
      }
    case .savePosition(let id, let offset, let share):
      means.library.note(position: offset, in: id)
      keep { library throws(LibraryError) in try library.savePosition(offset, share: share, in: id) }
    case .loadHistory: onLane { library throws(LibraryError) in [.historyLoaded(try library.history())] }
    case .saveMarks(let id, let marks):
      means.library.note(marks: marks, in: id)
      keep { library throws(LibraryError) in try library.saveMarks(marks, in: id) }
    case .pipe(let ids, let format, let command): pipe(ids, format, command)
    case .changeSearches(let former, let changed):
      keep { library throws(LibraryError) in
        try library.library.changeSavedSearches(
          from: former.map(SavedSearch.init), to: changed.map(SavedSearch.init))
      } then: { _, _ in
        [.searchesChanged]
      }
    case .saveSession where means.file != nil: break
    case .saveSession(let session):
      let text = sessionText.text(session)
      keep { library throws(LibraryError) in try library.library.remember("session", as: text) }
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
    let file = RoomSettingsFile(path: means.configuration.paths.roomSettingsFile)
    let language = state.settings.language
    keepingLane.async { [mailbox] in
      do throws(FileFailure) {
        try file.remember(setting, value)
      } catch {
        let sentence = RoomSentence.settingNotKept(error)
        mailbox.post(.effectFailed(sentence.text(in: language)))
      }
    }
  }

  /// Runs a piece of work on the library's queue and sends the result to the room, a failure as its sentence.
  func onLane(_ work: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]) {
    libraryLane.async { [library = means.library, mailbox, language] in
      do throws(LibraryError) {
        let events = try work(library)
        if !events.isEmpty { mailbox.post(events) }
      } catch {
        mailbox.post(.effectFailed(error.sentence(in: language)))
      }
    }
  }

  /// Changes something of the reader's own; what there is to show of it is then read in turn with the lists.
  private func keep<Change: Sendable>(
    _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Change,
    then events: @escaping @Sendable (RoomLibrary, Change) throws(LibraryError) -> [Event] = { _, _ in [] }
  ) {
    keepingLane.async {
      [library = means.library, mailbox, libraryLane, language] in
      do throws(LibraryError) {
        let change = try change(library)
        libraryLane.async {
          do throws(LibraryError) {
            let events = try events(library, change)
            if !events.isEmpty { mailbox.post(events) }
          } catch {
            mailbox.post(.effectFailed(error.sentence(in: language)))
          }
        }
      } catch {
        mailbox.post(.effectFailed(error.sentence(in: language)))
      }
    }
  }

  /// The same for the bookmarks file, when it is not known which stars that changes.
  private func changeBookmarks(_ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Event) {
    keep { library throws(LibraryError) in
      library.noteStars()
      return try change(library)
    } then: { library, event throws(LibraryError) in
      [event] + (try library.starEvents())
    }
  }

  /// The same for the highlights file.
  private func changeHighlights(
    of id: ArticleHandle?, _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> HighlightEdit
  ) {
    keep(change) { library, edit throws(LibraryError) in
      try library.highlightEvents(edit, of: id)
    }
  }

  /// The same, for an answer that the next frame had better hold, unless it is not awaited.
  private func answerOnLane(isAwaited: Bool = true, _ work: @escaping @Sendable (RoomLibrary) -> [Event]) {
    if isAwaited {
      if awaited.count == 0 { awaited.since = MonotonicClock.nowInMilliseconds }
      awaited.count += 1
    }
    libraryLane.async { [library = means.library, mailbox] in
      mailbox.post(work(library), isAwaitedAnswer: isAwaited)
    }
  }

  private func loadArticle(_ id: ArticleHandle) {
    if awaited.count == 0 { awaited.since = MonotonicClock.nowInMilliseconds }
    awaited.count += 1
    let noteOpened: @Sendable () -> Void = { [library = means.library, mailbox, keepingLane, libraryLane, language] in
      keepingLane.async {
        do throws(LibraryError) {
          guard try library.noteOpened(id) else { return }
          // In turn with the lists: a page that was read before must not come after.
          libraryLane.async { mailbox.post(.readChanged([id], isRead: true)) }
        } catch {
          mailbox.post(.effectFailed(error.sentence(in: language)))
        }
      }
    }
    libraryLane.async { [library = means.library, mailbox] in
      let (events, isLoaded) = library.loadArticle(id)
      mailbox.post(events, isAwaitedAnswer: true)
      if isLoaded { noteOpened() }
    }
  }

  private func peek(_ id: ArticleHandle) {
    means.library.notePeek(id)
    answerOnLane { library in library.peek(id) }
  }

  private func load(_ request: RowsRequest) {
    let asked = ListRequest(list: request.list, subject: .rows, generation: request.generation)
    means.library.note(asked)
    answerOnLane(isAwaited: !request.isAhead) { library in
      library.isStale(asked) ? [] : [.rowsLoaded(library.page(request))]
    }
  }

  private func loadFacets(_ list: ListKind, _ query: RoomQuery, _ generation: Int) {
    let asked = ListRequest(list: list, subject: .facets, generation: generation)
    means.library.note(asked)
    slowLane.async { [library = means.library, mailbox] in
      guard !library.isStale(asked) else { return }
      do throws(LibraryError) {
        mailbox.post(.facetsLoaded(generation: generation, try library.facets(query)))
      } catch {
        mailbox.post(.facetsLoaded(generation: generation, []))
      }
    }
  }

  /// The article of the file that was named, if the index has it already.
  private func lookForFile() {
    guard let file = means.file else { return }
    answerOnLane { library in
      library.library.article(atPath: file).map { [.articleNamed(ArticleHandle($0))] } ?? []
    }
  }

  /// The same while the index is brought up to date, and what to say when it is and the file is not an article.
  nonisolated private static func events(openingFile file: String, of library: Library, _ update: LibraryUpdate)
    -> [Event]
  {
    if let id = library.article(atPath: file) { return [.articleNamed(ArticleHandle(id))] }
    if case .finished = update { return [.fileNotFound(path: file)] }
    return []
  }

  private func startUpdating() {
    let library = means.library.library
    let known = library.generation
    let wasKnown = state.holdsArticles
    let file = state.hasOpenedNamedArticle ? nil : means.file
    libraryLane.async { [mailbox, language] in
      library.startUpdating { update in
        var events: [Event] = [.libraryProgress(LibraryProgress(update))]
        if case .finished = update { events.append(.libraryLooked) }
        if let file { events += Self.events(openingFile: file, of: library, update) }
        if library.generation != known {
          // Articles found by the first scan are not announced.
          var newCount = 0
          if case .finished(let summary) = update, wasKnown { newCount = summary.added }
          events.append(.libraryChanged(newCount: newCount))
        }
        if case .stopped(let error?) = update { events.append(.notice(error.sentence(in: language))) }
        mailbox.post(events)
      }
    }
  }

  private func copy(_ text: String) {
    handle(.notice(sentence(terminal.copy(text) ? .copied : .tooLongToCopy)))
  }
}
