/// A converted text, with the mapping between its offsets and those of the source.
public struct ConvertedText: Sendable, Hashable {
  /// The text after conversion.
  public let text: String
  /// Where the distance between a place and its counterpart changes, in order; most texts have none, since Han are
  /// usually replaced by Han of the same length.
  private let shifts: [Shift]

  struct Shift: Sendable, Hashable {
    /// UTF-8 offsets of the same place.
    var source: Int
    var target: Int
    var distance: Int { target - source }
  }

  init(text: String, shifts: [Shift] = []) {
    self.text = text
    self.shifts = shifts
  }

  /// The UTF-8 offset in the converted text for an offset in the source. Inside a word that became shorter or longer,
  /// offsets are limited to the word's end.
  ///
  /// - Complexity: O(log n) in the number of words that changed their length.
  public func utf8Offset(ofSource offset: Int) -> Int {
    let next = shifts.partitioningIndex { $0.source > offset }
    let found = offset + (next > 0 ? shifts[next - 1].distance : 0)
    return next < shifts.count ? min(found, shifts[next].target) : found
  }

  /// The UTF-8 offset in the source for a place in the text.
  ///
  /// - Complexity: O(log n) in the number of words that changed their length.
  public func sourceUTF8Offset(of offset: Int) -> Int {
    let next = shifts.partitioningIndex { $0.target > offset }
    let found = offset - (next > 0 ? shifts[next - 1].distance : 0)
    return next < shifts.count ? min(found, shifts[next].source) : found
  }

  /// The range in the converted text of a range of the source.
  public func utf8Range(ofSource range: Range<Int>) -> Range<Int> {
    let start = utf8Offset(ofSource: range.lowerBound)
    return start..<max(start, utf8Offset(ofSource: range.upperBound))
  }
}

extension Array {
  /// The first index whose element is beyond; so are all after it.
  fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
