import GRDB
import Synchronization

/// Near-duplicates: articles that tell the same story.
extension Library {
  /// The stories as the last complete update found them: for each article the newest one of its story, 0 for none.
  func stories(_ view: IndexView) throws(LibraryError) -> [Int32] {
    if let known = cache.withLock({ $0.stories }), known.generation == view.generation { return known.representatives }
    let representatives = try read { db -> [Int32] in
      let bytes = try IndexSnapshot.latestEntry("stories", db)
      return bytes.flatMap { ArticleColumns.array(of: Int32.self, from: $0) } ?? []
    }
    cache.withLock { $0.stories = (view.generation, representatives) }
    return representatives
  }

  /// For each story in an order that has several articles, how many there are, by its newest one.
  func storyCounts(_ order: [Int32], _ representatives: [Int32]) -> [Int32: Int] {
    // A dictionary only of those: most stories have one article.
    var seen = BitSet(capacity: representatives.count)
    var counts: [Int32: Int] = [:]
    for number in order where Int(number) < representatives.count && representatives[Int(number)] > 0 {
      let representative = representatives[Int(number)]
      if seen.contains(Int(representative)) { counts[representative, default: 1] += 1 }
      seen.insert(Int(representative))
    }
    return counts
  }

  /// One article for each story: the first in the order.
  func folded(_ order: [Int32], _ representatives: [Int32]) -> [Int32] {
    var seen = BitSet(capacity: representatives.count)
    return order.filter { number in
      guard Int(number) < representatives.count else { return true }
      let representative = Int(representatives[Int(number)])
      if representative == 0 { return true }
      if seen.contains(representative) { return false }
      seen.insert(representative)
      return true
    }
  }

  /// The other articles of the same story, newest first.
  public func duplicates(of id: ArticleID) -> [ArticleID] {
    guard let view = try? view(), view.epoch == id.epoch, let representatives = try? stories(view),
      representatives.indices.contains(Int(id.rawValue))
    else { return [] }
    let representative = representatives[Int(id.rawValue)]
    guard representative > 0 else { return [] }
    return representatives.indices
      .filter { representatives[$0] == representative && $0 != Int(id.rawValue) && $0 < view.columns.capacity }
      .map { Int32($0) }.filter { view.columns.flags[Int($0)].contains(.isPresent) }.sorted(by: view.columns.isNewer)
      .map { ArticleID($0, epoch: view.epoch) }
  }
}
