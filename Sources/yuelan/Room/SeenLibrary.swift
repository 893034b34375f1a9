import ArticleLibrary
import Synchronization

/// The library as the room last saw it, to tell what has come since, whichever process has indexed it.
final class SeenLibrary: Sendable {
  /// `nil` before the first update has ended.
  private let seen = Mutex<(generation: UInt64, count: Int)?>(nil)

  /// Looks again after an update.
  ///
  /// - Parameter summary: What the update of this process found: nothing of what another one has indexed before.
  /// - Returns: `nil` if nothing has changed, otherwise how many articles are new. Of those that another process has
  ///   added, as many as it has removed are not counted.
  func newCount(in library: Library, after summary: UpdateSummary) -> Int? {
    let current = (generation: library.generation, count: library.articleCount)
    let former = seen.withLock { seen in
      defer { seen = current }
      return seen
    }
    guard former?.generation != current.generation || summary.hasChanges else { return nil }
    return max(summary.added, former.map { current.count - $0.count } ?? 0)
  }
}
