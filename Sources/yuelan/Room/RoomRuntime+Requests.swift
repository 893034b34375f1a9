import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom

/// The requests to the library, and the queues they run on.
extension RoomRuntime {
  /// Where the results of the current effect are sent.
  var reply: EffectReply { EffectReply(mailbox: mailbox, language: language, trace: trace, work: work) }

  /// Runs work on the library's queue and sends the result to the room, a failure as its sentence.
  func inLibrary(_ work: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]) {
    libraryQueue.async { [library = dependencies.library, reply] in
      reply.post { () throws(LibraryError) in try work(library) }
    }
  }

  /// Changes the reader's own data; afterwards, what changed on screen is read on the same queue as the lists.
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

  /// Changes the bookmarks file, when it is unknown which stars change.
  func changeBookmarks(_ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Event) {
    save { library throws(LibraryError) in
      library.rememberStars()
      return try change(library)
    } then: { library, event throws(LibraryError) in
      [event] + (try library.starEvents())
    }
  }

  /// Changes the highlights file.
  func changeHighlights(
    of id: ArticleHandle?, _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> HighlightEdit
  ) {
    save(change) { library, edit throws(LibraryError) in
      try library.highlightEvents(edit, of: id)
    }
  }

  /// Runs work whose answer the next frame should include, unless it is not awaited.
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
          guard try library.recordOpened(id) else { return }
          // On the same queue as the lists: a page that was read before must not arrive after.
          libraryQueue.async { mailbox.post(.readChanged([id], isRead: true)) }
        } catch {
          reply.fail(error)
        }
      }
    }
  }

  func peek(_ id: ArticleHandle) {
    dependencies.library.registerPeek(id)
    answer { library in library.peek(id) }
  }

  func load(_ request: RowsRequest) {
    let asked = ListRequest(list: request.list, subject: .rows, generation: request.generation)
    dependencies.library.register(asked)
    answer(isAwaited: !request.isAhead) { library in
      library.isStale(asked) ? [] : [.rowsLoaded(library.page(request))]
    }
  }

  func loadFacets(_ list: ListKind, _ query: RoomQuery, _ generation: Int) {
    let asked = ListRequest(list: list, subject: .facets, generation: generation)
    dependencies.library.register(asked)
    facetQueue.async { [library = dependencies.library, reply] in
      guard !library.isStale(asked) else { return }
      // The list reports what is wrong with its query.
      reply.post { [.facetsLoaded(generation: generation, (try? library.facets(query)) ?? [])] }
    }
  }

  /// Finds the article of the named file, if the index already contains it.
  func lookForFile() {
    guard let file = dependencies.file else { return }
    answer { library in
      library.article(atPath: file).map { [.articleNamed($0)] } ?? []
    }
  }

  /// The same during an update of the index, with a message when it ends and the file is not an article.
  nonisolated private static func events(openingFile file: String, of library: RoomLibrary, _ update: LibraryUpdate)
    -> [Event]
  {
    if let id = library.article(atPath: file) { return [.articleNamed(id)] }
    if case .finished = update { return [.fileNotFound(path: file)] }
    return []
  }

  func startUpdating() {
    let room = dependencies.library
    let library = room.library
    let known = library.generation
    let wasKnown = state.hasArticles
    let file = state.hasOpenedNamedArticle ? nil : dependencies.file
    libraryQueue.async { [seen, mailbox, language, trace] in
      library.startUpdating { update in
        trace?.record(update)
        var events: [Event] = [.libraryProgress(LibraryProgress(update))]
        var newCount = 0
        if case .finished(let summary) = update {
          events.append(.libraryScanned)
          newCount = seen.newCount(in: library, after: summary) ?? 0
        }
        if let file { events += Self.events(openingFile: file, of: room, update) }
        if library.generation != known {
          // Articles found by the first scan are not announced.
          events.append(.libraryChanged(newCount: wasKnown ? newCount : 0))
        }
        if case .failed(let error) = update { events.append(.notice(error.sentence(in: language))) }
        mailbox.post(events)
      }
    }
  }
}
