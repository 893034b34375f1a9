/// A text in other characters, and where each place of the source went.
public struct ConvertedText: Sendable, Hashable {
  /// The text after conversion.
  public let text: String
  /// Where the distance between a place and its counterpart changes, in order; most texts have none, for Han of the
  /// same length take the places of Han.
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

  /// The UTF-8 offset in the converted text of an offset of the source. Inside a word that became a shorter or longer
  /// one, places go as far as the word reaches.
  ///
  /// - Complexity: O(log n) in the number of words that changed their length.
  public func utf8Offset(ofSource offset: Int) -> Int {
    let next = shifts.partitioningIndex { $0.source > offset }
    let found = offset + (next > 0 ? shifts[next - 1].distance : 0)
    return next < shifts.count ? min(found, shifts[next].target) : found
  }

  /// The UTF-8 offset in the source of a place in the text.
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
  /// The first index whose element is beyond; all after it are.
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
