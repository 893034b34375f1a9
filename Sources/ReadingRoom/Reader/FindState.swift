/// A search within the open article.
struct FindState: Sendable, Hashable {
  struct Hit: Sendable, Hashable {
    var leaf: Int
    /// UTF-8 offsets in the leaf's text.
    var utf8Range: Range<Int>
  }

  /// What was typed, or the words of a search.
  var query: String
  /// What is found, each by itself.
  private(set) var words: [String]
  private(set) var hits: [Hit] = []
  /// The current hit.
  var current = 0

  /// Further hits are ignored.
  static let limit = 10_000

  /// Finds every place where one of the words occurs, as the library's search compares them (`ComparableText`). What the
  /// room has put into the text, such as the number of a link, does not part a word, and is not searched; an annotation
  /// or a label is searched by itself.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - words: What to find; `nil` for the query as a whole.
  /// - Complexity: O(n) in the reading text.
  init(_ query: String, words: [String]? = nil, in flow: Flow) {
    self.query = query
    self.words = words ?? [query]
    let needles = self.words.map { ComparableText($0).forms }.filter { !$0.isEmpty }
    guard !needles.isEmpty else { return }
    for (index, leaf) in flow.leaves.enumerated() where needles.contains(where: leaf.mayContain) {
      hits += leaf.ranges(of: needles).map { Hit(leaf: index, utf8Range: $0) }
      if hits.count >= FindState.limit { break }
    }
    hits = Array(hits.prefix(FindState.limit))
  }

  /// The same hits at other places.
  func mapped(_ place: (Hit) -> Hit) -> FindState {
    var finding = self
    finding.hits = hits.map(place)
    return finding
  }

  /// The hits of one leaf, as indices into `hits`.
  func hits(inLeaf leaf: Int) -> Range<Int> {
    hits.partitioningIndex { $0.leaf >= leaf }..<hits.partitioningIndex { $0.leaf > leaf }
  }

  /// The first hit at or after a place.
  func first(atOrAfter utf8Offset: Int, in flow: Flow) -> Int? {
    guard !hits.isEmpty else { return nil }
    let index = index(atOrAfter: utf8Offset, in: flow)
    return index < hits.count ? index : 0
  }

  /// The first hit from a place on; the number of hits for none.
  func index(atOrAfter utf8Offset: Int, in flow: Flow) -> Int {
    hits.partitioningIndex { flow.leaves[$0.leaf].base + $0.utf8Range.lowerBound >= utf8Offset }
  }
}

extension Leaf {
  /// Whether the text may contain words, by their first character: most searches are for Han, and most paragraphs have
  /// none of them.
  fileprivate func mayContain(_ needle: [UInt32]) -> Bool {
    guard let first = needle.first, 0x3400...0x9FFF ~= first else { return true }
    return text.unicodeScalars.contains { ComparisonForm.of($0.value) == first }
  }

  /// Where words occur, in order and without overlaps.
  fileprivate func ranges(of needles: [[UInt32]]) -> [Range<Int>] {
    let asides = runs.filter { $0.style.contains(.aside) }.map(\.utf8Range)
    let body = ComparableText(text, without: asides)
    var found = needles.flatMap(body.ranges)
    for aside in asides {
      let part = String(decoding: Array(text.utf8)[aside], as: UTF8.self)
      if part.hasPrefix("["), part.allSatisfy({ $0.isNumber || "[] ".contains($0) }) { continue }
      let text = ComparableText(part)
      found += needles.flatMap(text.ranges).map { $0.lowerBound + aside.lowerBound..<$0.upperBound + aside.lowerBound }
    }
    var ranges: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
    where range.lowerBound >= ranges.last?.upperBound ?? 0 { ranges.append(range) }
    return ranges
  }
}
