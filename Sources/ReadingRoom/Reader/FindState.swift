/// A search within the open article.
struct FindState: Sendable, Hashable {
  struct Hit: Sendable, Hashable {
    var leaf: Int
    /// UTF-8 offsets in the leaf's text.
    var utf8Range: Range<Int>
  }

  var query: String
  private(set) var hits: [Hit] = []
  /// The current hit.
  var current = 0

  /// Further hits are ignored.
  static let limit = 10_000

  /// Finds every place where the text occurs; ASCII letters match in either case.
  ///
  /// - Complexity: O(n) in the reading text for queries that seldom start over.
  init(_ query: String, in flow: Flow) {
    self.query = query
    let needle = query.utf8.map(FindState.folded)
    guard let first = needle.first else { return }
    for (index, leaf) in flow.leaves.enumerated() where leaf.text.utf8.count >= needle.count {
      var text = leaf.text
      text.withUTF8 { bytes in
        var place = 0
        while place + needle.count <= bytes.count, hits.count < FindState.limit {
          if FindState.folded(bytes[place]) == first, FindState.matches(bytes, at: place, needle) {
            hits.append(Hit(leaf: index, utf8Range: place..<place + needle.count))
            place += needle.count
          } else {
            place += 1
          }
        }
      }
      if hits.count >= FindState.limit { break }
    }
  }

  /// The same hits at other places.
  func mapped(_ place: (Hit) -> Hit) -> FindState {
    var finding = self
    finding.hits = hits.map(place)
    return finding
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ needle: [UInt8]) -> Bool {
    for index in 0..<needle.count where folded(bytes[place + index]) != needle[index] { return false }
    return true
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
