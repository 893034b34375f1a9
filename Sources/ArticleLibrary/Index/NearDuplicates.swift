/// Finds articles that tell the same story: the same URL, or nearly the same text.
///
/// Text is compared by its 64-bit fingerprint. Two fingerprints that differ in at most three bits agree in at least one
/// of four bands of 16 bits (pigeonhole), so only articles with an equal band are compared; up to `editedBits` may
/// differ when the titles are the same. Source: Manku, Jain, Das Sarma, "Detecting Near-Duplicates for Web Crawling".
struct NearDuplicates {
  static let nearBits = 3
  static let editedBits = 10

  /// For each article the number of the newest one of its story, or 0 when it is alone.
  private(set) var representatives: [Int32]
  private var parents: [Int32]

  /// - Parameters:
  ///   - capacity: Numbers are below this.
  ///   - articles: Newest first.
  ///   - titlesAreAlike: Asked for pairs with near fingerprints but different titles.
  init(
    capacity: Int, articles: [(number: Int32, key: UInt64, fingerprint: UInt64, titleHash: UInt64)],
    titlesAreAlike: (Int32, Int32) -> Bool
  ) {
    parents = (0..<Int32(capacity)).map { $0 }
    representatives = []
    var fingerprints = [UInt64](repeating: 0, count: capacity)
    for article in articles { fingerprints[Int(article.number)] = article.fingerprint }
    func distance(_ a: Int32, _ b: Int32) -> Int {
      (fingerprints[Int(a)] ^ fingerprints[Int(b)]).nonzeroBitCount
    }
    var values: [(UInt64, Int32)] = []
    values.reserveCapacity(articles.count)
    for article in articles { values.append((article.key, article.number)) }
    joinEqual(&values) { _, _ in true }
    // An article without text is like no other.
    values.removeAll(keepingCapacity: true)
    for article in articles where article.fingerprint != 0 { values.append((article.titleHash, article.number)) }
    joinEqual(&values) { distance($0, $1) <= Self.editedBits }
    for band in 0..<4 {
      let shift = UInt64(band * 16)
      for index in values.indices { values[index].0 = fingerprints[Int(values[index].1)] >> shift & 0xFFFF }
      joinEqual(&values) { distance($0, $1) <= Self.nearBits && titlesAreAlike($0, $1) }
    }
    representatives = firstOfEach(articles.lazy.map(\.number))
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

  /// Joins articles whose value is equal and of which `isSame` holds; each is compared with at most the 64 next ones
  /// of its value, so that a value which thousands share costs no more than its share.
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

  /// Whether two titles share most of their neighbouring characters (Dice's coefficient above a half).
  static func titlesAreAlike(_ a: String, _ b: String) -> Bool {
    func pairs(_ title: String) -> Set<UInt64> {
      let scalars = TextFolding.fold(title).filter { $0 > 0x20 }
      let folded = Array(String(decoding: scalars, as: UTF8.self).unicodeScalars)
      return Set(zip(folded, folded.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    }
    let (first, second) = (pairs(a), pairs(b))
    guard !first.isEmpty, !second.isEmpty else { return a == b }
    return first.intersection(second).count * 4 > first.count + second.count
  }
}
