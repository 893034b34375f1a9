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

  /// Finds every place where the text occurs, in simplified or traditional characters, in upper or lower case.
  ///
  /// - Complexity: O(n) in the reading text for queries that seldom start over.
  init(_ query: String, in flow: Flow) {
    self.query = query
    let needle = ComparisonForm.scalars(query)
    guard let first = needle.first else { return }
    for (index, leaf) in flow.leaves.enumerated() {
      let scalars = leaf.text.unicodeScalars
      var place = scalars.startIndex
      while place < scalars.endIndex, hits.count < FindState.limit {
        guard ComparisonForm.of(scalars[place].value) == first,
          let end = FindState.end(of: needle, at: place, in: scalars)
        else {
          scalars.formIndex(after: &place)
          continue
        }
        // Constant time in native strings, whose storage is UTF-8.
        let start = leaf.text.utf8.distance(from: leaf.text.startIndex, to: place)
        hits.append(Hit(leaf: index, utf8Range: start..<start + leaf.text.utf8.distance(from: place, to: end)))
        place = end
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

  /// Where the needle ends that is at a place; `nil` if it is not there.
  private static func end(
    of needle: [UInt32], at start: String.Index, in scalars: String.UnicodeScalarView
  ) -> String.Index? {
    var place = start
    for scalar in needle {
      guard place < scalars.endIndex, ComparisonForm.of(scalars[place].value) == scalar else { return nil }
      scalars.formIndex(after: &place)
    }
    return place
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
