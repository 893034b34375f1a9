import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom

/// What the library is asked for, and in which queue.
extension RoomRuntime {
  /// Where the results of the current effect go.
  var reply: EffectReply { EffectReply(mailbox: mailbox, language: language, trace: trace, work: work) }

  /// Runs a piece of work on the library's queue and sends the result to the room, a failure as its sentence.
  func inLibrary(_ work: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]) {
    libraryQueue.async { [library = dependencies.library, reply] in
      reply.post { () throws(LibraryError) in try work(library) }
    }
  }

  /// Changes something of the reader's own; what there is to show of it is then read in turn with the lists.
  func save<Change: Sendable>(
    _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Change,
    then events: @escaping @Sendable (RoomLibrary, Change) throws(LibraryError) -> [Event] = { _, _ in [] }
  ) {
    savingQueue.async { [library = dependencies.library, libraryQueue, reply] in
      do throws(LibraryError) {
        let change = try change(library)
        libraryQueue.async { reply.post { () throws(LibraryError) in try events(library, change) } }
      } catch {
        reply.fail(error)
      }
    }
  }

  /// The same for the bookmarks file, when it is not known which stars that changes.
  func changeBookmarks(_ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Event) {
    save { library throws(LibraryError) in
      library.noteStars()
      return try change(library)
    } then: { library, event throws(LibraryError) in
      [event] + (try library.starEvents())
    }
  }

  /// The same for the highlights file.
  func changeHighlights(
    of id: ArticleHandle?, _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> HighlightEdit
  ) {
    save(change) { library, edit throws(LibraryError) in
      try library.highlightEvents(edit, of: id)
    }
  }

  /// The same, for an answer that the next frame had better hold, unless it is not awaited.
  func answer(isAwaited: Bool = true, _ work: @escaping @Sendable (RoomLibrary) -> [Event]) {
    if isAwaited { awaitAnswer() }
    libraryQueue.async { [library = dependencies.library, reply] in
      reply.post(isAwaited: isAwaited) { work(library) }
    }
  }

  private func awaitAnswer() {
    if awaited.count == 0 { awaited.since = MonotonicClock.nowInMilliseconds }
    awaited.count += 1
  }

  func loadArticle(_ id: ArticleHandle) {
    awaitAnswer()
    libraryQueue.async { [library = dependencies.library, mailbox, savingQueue, libraryQueue, reply] in
      let (events, isLoaded) = library.loadArticle(id)
      reply.post(isAwaited: true) { events }
      guard isLoaded else { return }
      savingQueue.async {
        do throws(LibraryError) {
          guard try library.noteOpened(id) else { return }
          // In turn with the lists: a page that was read before must not come after.
          libraryQueue.async { mailbox.post(.readChanged([id], isRead: true)) }
        } catch {
          reply.fail(error)
        }
      }
    }
  }

  func peek(_ id: ArticleHandle) {
    dependencies.library.notePeek(id)
    answer { library in library.peek(id) }
  }

  func load(_ request: RowsRequest) {
    let asked = ListRequest(list: request.list, subject: .rows, generation: request.generation)
    dependencies.library.note(asked)
    answer(isAwaited: !request.isAhead) { library in
      library.isStale(asked) ? [] : [.rowsLoaded(library.page(request))]
    }
  }

  func loadFacets(_ list: ListKind, _ query: RoomQuery, _ generation: Int) {
    let asked = ListRequest(list: list, subject: .facets, generation: generation)
    dependencies.library.note(asked)
    facetQueue.async { [library = dependencies.library, reply] in
      guard !library.isStale(asked) else { return }
      // The list says what is wrong with its query.
      reply.post { [.facetsLoaded(generation: generation, (try? library.facets(query)) ?? [])] }
    }
  }

  /// The article of the file that was named, if the index has it already.
  func lookForFile() {
    guard let file = dependencies.file else { return }
    answer { library in
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

  func startUpdating() {
    let library = dependencies.library.library
    let known = library.generation
    let wasKnown = state.holdsArticles
    let file = state.hasOpenedNamedArticle ? nil : dependencies.file
    libraryQueue.async { [mailbox, language, trace] in
      library.startUpdating { update in
        trace?.note(update)
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
}
