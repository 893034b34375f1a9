import ArticleDump
import ArticleLibrary
import ReadingRoom
import Synchronization

/// Stars and bookmarks, including those that other programs set.
extension RoomLibrary {
  /// The whole file, for the bookmarks room; from now on, changes are sent to it.
  func bookmarksEvent() throws(LibraryError) -> Event {
    showsBookmarks.store(true, ordering: .relaxed)
    return .bookmarksLoaded(try entries(of: bookmarks))
  }

  /// The entries of a file as a room shows them.
  func entries(of file: BookmarksFile) throws(LibraryError) -> [BookmarkEntry] {
    let entries = try library.bookmarks(in: file)
    let handles = try handles.handles(Set(entries.compactMap(\.article)))
    return entries.map { entry, article in BookmarkEntry(entry, article: article.flatMap { handles[$0] }) }
  }

  /// Adds or removes a star.
  ///
  /// - Returns: Whether the file changed.
  /// - Throws: `articleGone`.
  func setStar(_ isStarred: Bool, on id: ArticleHandle, now: Timestamp) throws(LibraryError) -> Bool {
    let article = try presentRow(id).id
    rememberStars()
    return isStarred
      ? try library.star(article, in: bookmarks, added: now) : try library.unstar(article, in: bookmarks) > 0
  }

  /// Records the bookmarks before the first change, so that changes can be found.
  func rememberStars() {
    guard starred.withLock({ $0 == nil }), let handles = try? starredHandles() else { return }
    starred.withLock { if $0 == nil { $0 = handles } }
  }

  private func starredHandles() throws(LibraryError) -> Set<ArticleHandle> {
    try Set(handles.handles(library.starredIDs()).values)
  }

  /// The events after a change of the file, by us or another program: the changed stars are found by comparing.
  func starEvents() throws(LibraryError) -> [Event] {
    let stamp = FileStamp(path: bookmarks.path)
    let after = try starredHandles()
    let before = starred.withLock { known in
      defer { known = after }
      return known ?? after
    }
    seenFile.withLock { $0 = stamp }
    var events: [Event] = []
    let changed = before.symmetricDifference(after)
    if !changed.isEmpty {
      events.append(.starsChanged(Dictionary(uniqueKeysWithValues: changed.map { ($0, after.contains($0)) })))
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
