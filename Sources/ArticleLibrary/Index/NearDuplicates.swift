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
    var ages = [Int32](repeating: Int32.max, count: capacity)
    for (age, article) in articles.enumerated() { ages[Int(article.number)] = Int32(age) }

    joinEqual(articles.map { ($0.key, $0.number) }) { _, _ in true }
    let texts = articles.filter { $0.fingerprint != 0 }
    let fingerprints = Dictionary(uniqueKeysWithValues: texts.map { ($0.number, $0.fingerprint) })
    func distance(_ a: Int32, _ b: Int32) -> Int {
      ((fingerprints[a] ?? 0) ^ (fingerprints[b] ?? ~0)).nonzeroBitCount
    }
    joinEqual(texts.map { ($0.titleHash, $0.number) }) { distance($0, $1) <= Self.editedBits }
    for band in 0..<4 {
      let shift = UInt64(band * 16)
      joinEqual(texts.map { ($0.fingerprint >> shift & 0xFFFF, $0.number) }) {
        distance($0, $1) <= Self.nearBits && titlesAreAlike($0, $1)
      }
    }
    representatives = representativesByAge(articles.map(\.number), ages: ages)
  }

  private mutating func representativesByAge(_ numbers: [Int32], ages: [Int32]) -> [Int32] {
    var newest: [Int32: Int32] = [:]
    var sizes: [Int32: Int] = [:]
    for number in numbers {
      let root = find(number)
      sizes[root, default: 0] += 1
      if let known = newest[root], ages[Int(known)] <= ages[Int(number)] { continue }
      newest[root] = number
    }
    var result = [Int32](repeating: 0, count: parents.count)
    for number in numbers {
      let root = find(number)
      if sizes[root, default: 0] > 1 { result[Int(number)] = newest[root] ?? 0 }
    }
    return result
  }

  /// Joins articles whose value is equal and of which `isSame` holds; each is compared with at most the 64 next ones
  /// of its value, so that a value which thousands share costs no more than its share.
  private mutating func joinEqual(_ values: [(UInt64, Int32)], isSame: (Int32, Int32) -> Bool) {
    let sorted = values.sorted { $0 < $1 }
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
