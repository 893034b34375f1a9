import ArticleDump
import ArticleLibrary
import ReadingRoom
import Synchronization

/// Stars and bookmarks, including those that other programs set.
extension RoomLibrary {
  /// The whole file, for the bookmarks room; from now on, changes are sent to it.
  func bookmarksEvent() throws(LibraryError) -> Event {
    showsBookmarks.store(true, ordering: .relaxed)
    return .bookmarksLoaded(
      try library.bookmarks(in: bookmarks).map { entry, article in
        BookmarkEntry(entry, article: article.map { ArticleHandle($0) })
      })
  }

  /// Adds or removes a star.
  ///
  /// - Returns: Whether the file changed; `nil` when the article does not exist.
  func setStar(_ isStarred: Bool, on id: ArticleHandle, now: Timestamp) throws(LibraryError) -> Bool? {
    guard library.row(id.inLibrary) != nil else { return nil }
    rememberStars()
    return isStarred
      ? try library.star(id.inLibrary, in: bookmarks, added: now) : try library.unstar(id.inLibrary, in: bookmarks) > 0
  }

  /// Records the bookmarks before the first change, so that changes can be found.
  func rememberStars() {
    guard starred.withLock({ $0 == nil }), let ids = try? library.starredIDs() else { return }
    starred.withLock { if $0 == nil { $0 = ids } }
  }

  /// The events after a change of the file, by us or another program: the changed stars are found by comparing.
  func starEvents() throws(LibraryError) -> [Event] {
    let stamp = FileStamp(path: bookmarks.path)
    let after = try library.starredIDs()
    let before = starred.withLock { known in
      defer { known = after }
      return known ?? after
    }
    seenFile.withLock { $0 = stamp }
    var events: [Event] = []
    let changed = before.symmetricDifference(after)
    if !changed.isEmpty {
      let ids = changed.map { (ArticleHandle($0), after.contains($0)) }
      events.append(.starsChanged(Dictionary(ids) { first, _ in first }))
    }
    if showsBookmarks.load(ordering: .relaxed) { events.append(try bookmarksEvent()) }
    return events
  }

  /// The events after a possible change of the file by another program.
  func reloadChangedBookmarks() throws(LibraryError) -> [Event] {
    // The first comparison needs the former state, even if there is no file yet.
    rememberStars()
    guard seenFile.withLock({ $0 }) != FileStamp(path: bookmarks.path) else { return [] }
    return try starEvents()
  }
}
