import Glibc

/// Orders hits by how much each says about the query (BM25), whether its title matches, and how recent it is.
///
/// A term in more than `largestTerm` articles says almost nothing about any of them (its inverse document frequency is
/// near zero): it finds them but adds no weight. Hits without any weight follow the others, newest first.
struct Ranking {
  static let largestTerm = 20_000
  // Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", usual values.
  private static let saturation: Float = 1.2
  private static let lengthShare: Float = 0.75
  private static let titleWeight: Float = 2.5
  /// The bonus of the newest article; an article that is `recencyDays` older gets half of it.
  private static let recencyWeight: Float = 1.5
  private static let recencyDays: Float = 365

  private var scores: [Float]
  private(set) var scored: BitSet
  private let articleCount: Int
  private let averageLength: Float

  init(_ view: IndexView) {
    scores = [Float](repeating: 0, count: view.columns.capacity)
    scored = BitSet(capacity: view.columns.capacity)
    articleCount = max(1, view.newest.count)
    let total = view.columns.characterCount.reduce(Int64(0)) { $0 + Int64($1) }
    averageLength = max(1, Float(total) / Float(max(1, view.indexedCount)))
  }

  private func weight(ofTermIn count: Int) -> Float {
    (Float(articleCount - min(count, articleCount)) + 0.5) / (Float(count) + 0.5)
  }

  mutating func addTitles(_ titles: BitSet) {
    let count = titles.count
    guard count <= Self.largestTerm else { return }
    let gain = Self.titleWeight * logarithm(1 + weight(ofTermIn: count))
    titles.forEach { number in
      scores[number] += gain
      scored.insert(number)
    }
  }

  mutating func addBodies(_ hits: [(Int32, Int32)], _ columns: ArticleColumns) {
    let gain = logarithm(1 + weight(ofTermIn: hits.count))
    for (number, frequency) in hits where number >= 0 && Int(number) < scores.count {
      let length = Float(columns.characterCount[Int(number)])
      let tf = Float(frequency)
      let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length / averageLength)
      scores[Int(number)] += gain * tf * (Self.saturation + 1) / (tf + norm)
      scored.insert(Int(number))
    }
  }

  /// The existing members of `found`, in order.
  ///
  /// Hits are taken newest first and sorted by their scores alone, stably: among equals the newer one stays first.
  func sorted(_ found: BitSet, _ view: IndexView) -> [Int32] {
    let newestDate = view.newest.first.map { view.columns.date[Int($0)] } ?? ArticleColumns.noDate
    var weighed: [Int32] = []
    var keys: [UInt64] = []
    var rest: [Int32] = []
    for number in hits(found, view) {
      guard scored.contains(Int(number)) else {
        rest.append(number)
        continue
      }
      var score = scores[Int(number)]
      let date = view.columns.date[Int(number)]
      if date != ArticleColumns.noDate, newestDate != ArticleColumns.noDate {
        let days = Float(newestDate &- date) / 86_400
        score += Self.recencyWeight / (1 + max(0, days) / Self.recencyDays)
      }
      // No score is negative, and such numbers are ordered like their bits.
      keys.append(UInt64(~score.bitPattern) << 32 | UInt64(weighed.count))
      weighed.append(number)
    }
    if keys.count < 2_000 { keys.sort() } else { Self.sortByScore(&keys) }
    return keys.map { weighed[Int($0 & 0xFFFF_FFFF)] } + rest
  }

  private func hits(_ found: BitSet, _ view: IndexView) -> [Int32] {
    let count = found.count
    var hits: [Int32] = []
    hits.reserveCapacity(count)
    if count > view.newest.count / 64 {
      for number in view.newest where found.contains(Int(number)) { hits.append(number) }
    } else {
      found.forEach { if view.columns.flags[$0].contains(.isPresent) { hits.append(Int32($0)) } }
      hits.sort(by: view.columns.isNewer)
    }
    return hits
  }

  /// Radix sort by the upper half, eleven bits at a time: tens of thousands of hits within a millisecond.
  static func sortByScore(_ keys: inout [UInt64]) {
    var other = [UInt64](repeating: 0, count: keys.count)
    for shift in [32, 43, 54] as [UInt64] {
      var starts = [Int](repeating: 0, count: 2_049)
      for key in keys { starts[Int(key >> shift & 2_047) + 1] += 1 }
      for index in 1...2_048 { starts[index] += starts[index - 1] }
      for key in keys {
        let digit = Int(key >> shift & 2_047)
        other[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&keys, &other)
    }
  }

  private func logarithm(_ value: Float) -> Float { Float(log(Double(value))) }
}
