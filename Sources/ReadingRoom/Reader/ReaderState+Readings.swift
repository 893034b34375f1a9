import ChineseReadings

/// The part of the text that has readings, if not all of it has.
struct ReadPassage: Sendable, Hashable {
  /// In the displayed text.
  var utf8Range: Range<Int>
  var notation: PhoneticNotation
}

extension ReaderState {
  /// The part of a leaf that has readings, if the page has any.
  func readRange(inLeaf leaf: Int) -> Range<Int>? {
    let leaf = flow.leaves[leaf]
    guard metrics.reading != nil else { return nil }
    let whole = 0..<leaf.text.utf8.count
    guard let passage = readPassage?.utf8Range else { return whole }
    let start = passage.lowerBound - leaf.base
    let end = passage.upperBound - leaf.base
    return start < whole.upperBound && end > 0 ? (start..<end).clamped(to: whole) : nil
  }

  /// The row above, if it contains the readings of this one.
  mutating func withReadings(_ place: RowPlace) -> RowPlace {
    guard place.row > 0, layout(place.leaf).isReadings(place.row - 1) else { return place }
    return RowPlace(leaf: place.leaf, row: place.row - 1)
  }
}
