/// Finds articles that tell the same story: they have the same identity, or nearly the same text under the same title
/// or address.
///
/// Articles with different titles *and* different addresses are never one story, however similar their texts. Nor are
/// articles whose text the site repeats under many titles (what a channel writes below each of its videos, and nothing
/// else).
///
/// Texts are compared by their 64-bit fingerprints. Two that differ in at most three bits agree in at least one of four
/// bands of 16 bits (pigeonhole), so only articles with an equal band are compared. Source: Manku, Jain, Das Sarma,
/// "Detecting Near-Duplicates for Web Crawling".
struct NearDuplicates {
  struct Article {
    var number: Int32
    /// The hash of its identity.
    var key: UInt64 = 0
    /// The hash of its address, 0 if there is none; several articles may give the same.
    var address: UInt64 = 0
    /// Of its text; 0 without text.
    var fingerprint: UInt64 = 0
    var titleHash: UInt64 = 0
  }

  /// The number of bits in which fingerprints of the same text may differ.
  static let nearBits = 3
  /// The same for equal titles, where the text was edited.
  static let editedBits = 10
  /// A text under this many titles is the site's own.
  static let titlesOfRepeatedText = 3

  /// For each article the number of the newest one of its story, or 0 if it is alone.
  private(set) var representatives: [Int32]
  private var parents: [Int32]

  /// - Parameters:
  ///   - capacity: Numbers are below this.
  ///   - articles: Newest first.
  init(capacity: Int, articles: [Article]) {
    parents = (0..<Int32(capacity)).map { $0 }
    representatives = []
    var fingerprints = [UInt64](repeating: 0, count: capacity)
    for article in articles { fingerprints[Int(article.number)] = article.fingerprint }
    func areNear(_ a: Int32, _ b: Int32, within bits: Int) -> Bool {
      (fingerprints[Int(a)] ^ fingerprints[Int(b)]).nonzeroBitCount <= bits
    }
    var values: [(UInt64, Int32)] = []
    values.reserveCapacity(articles.count)
    for article in articles { values.append((article.key, article.number)) }
    joinEqual(&values) { _, _ in true }
    // An article without text is similar to no other.
    let repeated = Self.repeatedTexts(capacity: capacity, articles)
    let told = articles.filter { $0.fingerprint != 0 && !repeated.contains(Int($0.number)) }
    values = told.map { ($0.titleHash, $0.number) }
    joinEqual(&values) { areNear($0, $1, within: Self.editedBits) }
    values = told.compactMap { $0.address == 0 ? nil : ($0.address, $0.number) }
    joinEqual(&values) { areNear($0, $1, within: Self.nearBits) }
    representatives = firstOfEach(articles.lazy.map(\.number))
  }

  /// Articles whose text, or nearly the same text, is under several titles at several addresses.
  private static func repeatedTexts(capacity: Int, _ articles: [Article]) -> BitSet {
    var repeated = BitSet(capacity: capacity)
    let told = articles.filter { $0.fingerprint != 0 }
    for band in 0..<4 {
      let shift = UInt64(band * 16)
      var values: [(band: UInt64, index: Int32)] = []
      values.reserveCapacity(told.count)
      for (index, article) in told.enumerated() {
        values.append((article.fingerprint >> shift & 0xFFFF, Int32(index)))
      }
      values.sort { ($0.band, told[Int($0.index)].fingerprint) < ($1.band, told[Int($1.index)].fingerprint) }
      for start in values.indices {
        let article = told[Int(values[start].index)]
        guard !repeated.contains(Int(article.number)) else { continue }
        var titles: Set<UInt64> = [article.titleHash]
        var near = [article.number]
        // As in `joinEqual`: the 64 next ones are enough.
        for other in values[start...].dropFirst().prefix(64) {
          guard other.band == values[start].band else { break }
          let candidate = told[Int(other.index)]
          guard (candidate.fingerprint ^ article.fingerprint).nonzeroBitCount <= nearBits else { continue }
          near.append(candidate.number)
          if candidate.address != article.address || article.address == 0 { titles.insert(candidate.titleHash) }
        }
        if titles.count >= titlesOfRepeatedText { for number in near { repeated.insert(Int(number)) } }
      }
    }
    return repeated
  }

  /// - Parameter numbers: Newest first.
  private mutating func firstOfEach(_ numbers: some Sequence<Int32>) -> [Int32] {
    var newest = [Int32](repeating: 0, count: parents.count)
    var isShared = BitSet(capacity: parents.count)
    for number in numbers {
      let root = Int(find(number))
      if newest[root] == 0 { newest[root] = number } else { isShared.insert(root) }
    }
    var result = [Int32](repeating: 0, count: parents.count)
    for number in numbers {
      let root = Int(find(number))
      if isShared.contains(root) { result[Int(number)] = newest[root] }
    }
    return result
  }

  /// Joins articles with equal values for which `isSame` holds; each is compared with at most the next 64 that have the
  /// value, so that the cost of a value shared by thousands stays linear.
  private mutating func joinEqual(_ sorted: inout [(UInt64, Int32)], isSame: (Int32, Int32) -> Bool) {
    sorted.sort { $0 < $1 }
    for index in sorted.indices {
      var other = index + 1
      while other < sorted.count, other <= index + 64, sorted[other].0 == sorted[index].0 {
        let (a, b) = (find(sorted[index].1), find(sorted[other].1))
        if a != b, isSame(sorted[index].1, sorted[other].1) { parents[Int(b)] = a }
        other += 1
      }
    }
  }

  private mutating func find(_ number: Int32) -> Int32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }
}
