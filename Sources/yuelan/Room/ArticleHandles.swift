import ArticleLibrary
import ReadingRoom
import Synchronization

/// The articles that the room has handles of.
///
/// A handle stands for an article's file: it stays the same when the file is written again, which gives the article
/// another number in the index, and when the index is rebuilt, which gives every article another number.
final class ArticleHandles: Sendable {
  let library: Library
  private let known = Mutex(KnownArticles())

  private struct KnownArticles {
    var articles: [ArticleHandle: (id: ArticleID, key: ArticleKey)] = [:]
    /// The handles of files that have been moved, by the hashes of their new paths.
    var moved: [UInt64: ArticleHandle] = [:]
    /// The library's generation when articles were last looked for that had gone from it.
    var followedAt: UInt64?

    mutating func handle(_ id: ArticleID, _ key: ArticleKey) -> ArticleHandle {
      let handle = moved[key.file] ?? ArticleHandle(Int64(bitPattern: key.file))
      articles[handle] = (id, key)
      return handle
    }
  }

  init(library: Library) { self.library = library }

  /// The handle of an article that a list or a search has found.
  func handle(_ row: ArticleRow) -> ArticleHandle { known.withLock { $0.handle(row.id, row.key) } }

  /// The handles of articles; those that are gone have none.
  func handles(_ ids: some Sequence<ArticleID>) throws(LibraryError) -> [ArticleID: ArticleHandle] {
    let keys = try library.keys(of: ids)
    return known.withLock { known in
      var handles: [ArticleID: ArticleHandle] = [:]
      for (id, key) in keys { handles[id] = known.handle(id, key) }
      return handles
    }
  }

  /// The handle of an article; `nil` if it is gone.
  func handle(_ id: ArticleID) -> ArticleHandle? { (try? handles([id]))?[id] }

  /// The article; `nil` if it is gone.
  func id(_ handle: ArticleHandle) -> ArticleID? { ids([handle])[handle] }

  /// The row of the article as it is now; `nil` if it is gone.
  func row(_ handle: ArticleHandle) -> ArticleRow? { id(handle).flatMap(library.row) }

  /// The articles; those that are gone are left out.
  func ids(_ handles: some Sequence<ArticleHandle>) -> [ArticleHandle: ArticleID] {
    func lookUp() -> [ArticleHandle: ArticleID] {
      known.withLock { known in
        var ids: [ArticleHandle: ArticleID] = [:]
        for handle in handles { ids[handle] = known.articles[handle]?.id }
        return ids
      }
    }
    let found = lookUp()
    guard !library.missing(of: found.values).isEmpty else { return found }
    follow()
    let followed = lookUp()
    let missing = library.missing(of: followed.values)
    return followed.filter { !missing.contains($0.value) }
  }

  /// Finds the articles again whose numbers have changed: all of them at once, since one reading of the index finds as
  /// many as there are.
  private func follow() {
    let generation = library.generation
    let articles = known.withLock { known -> [ArticleHandle: (id: ArticleID, key: ArticleKey)] in
      if known.followedAt == generation { return [:] }
      known.followedAt = generation
      return known.articles
    }
    let missing = library.missing(of: articles.values.map(\.id))
    let lost = articles.filter { missing.contains($0.value.id) }
    guard !lost.isEmpty, let found = try? library.articles(withKeys: lost.values.map(\.key)),
      let keys = try? library.keys(of: Set(found.values))
    else { return }
    known.withLock { known in
      for (handle, article) in lost {
        guard let id = found[article.key], let key = keys[id] else { continue }
        known.articles[handle] = (id, key)
        if ArticleHandle(Int64(bitPattern: key.file)) != handle { known.moved[key.file] = handle }
      }
    }
  }
}
