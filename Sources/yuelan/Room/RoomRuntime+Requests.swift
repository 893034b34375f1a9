import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Glibc
import ReadingRoom

/// What the library is asked for, and in which queue.
extension RoomRuntime {
  /// Runs a piece of work on the library's queue and sends the result to the room, a failure as its sentence.
  func inLibrary(_ work: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> [Event]) {
    libraryQueue.async { [library = dependencies.library, mailbox, language] in
      do throws(LibraryError) {
        let events = try work(library)
        if !events.isEmpty { mailbox.post(events) }
      } catch {
        mailbox.post(.effectFailed(error.sentence(in: language)))
      }
    }
  }

  /// Changes something of the reader's own; what there is to show of it is then read in turn with the lists.
  func save<Change: Sendable>(
    _ change: @escaping @Sendable (RoomLibrary) throws(LibraryError) -> Change,
    then events: @escaping @Sendable (RoomLibrary, Change) throws(LibraryError) -> [Event] = { _, _ in [] }
  ) {
    savingQueue.async {
      [library = dependencies.library, mailbox, libraryQueue, language] in
      do throws(LibraryError) {
        let change = try change(library)
        libraryQueue.async {
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
    if isAwaited {
      if awaited.count == 0 { awaited.since = MonotonicClock.nowInMilliseconds }
      awaited.count += 1
    }
    libraryQueue.async { [library = dependencies.library, mailbox] in
      mailbox.post(work(library), isAwaitedAnswer: isAwaited)
    }
  }

  func loadArticle(_ id: ArticleHandle) {
    if awaited.count == 0 { awaited.since = MonotonicClock.nowInMilliseconds }
    awaited.count += 1
    let noteOpened: @Sendable () -> Void = {
      [library = dependencies.library, mailbox, savingQueue, libraryQueue, language] in
      savingQueue.async {
        do throws(LibraryError) {
          guard try library.noteOpened(id) else { return }
          // In turn with the lists: a page that was read before must not come after.
          libraryQueue.async { mailbox.post(.readChanged([id], isRead: true)) }
        } catch {
          mailbox.post(.effectFailed(error.sentence(in: language)))
        }
      }
    }
    libraryQueue.async { [library = dependencies.library, mailbox] in
      let (events, isLoaded) = library.loadArticle(id)
      mailbox.post(events, isAwaitedAnswer: true)
      if isLoaded { noteOpened() }
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
    facetQueue.async { [library = dependencies.library, mailbox] in
      guard !library.isStale(asked) else { return }
      do throws(LibraryError) {
        mailbox.post(.facetsLoaded(generation: generation, try library.facets(query)))
      } catch {
        mailbox.post(.facetsLoaded(generation: generation, []))
      }
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
    libraryQueue.async { [mailbox, language] in
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
}
