extension String {
  /// The UTF-8 offsets at which a line may end, by UAX #14 of Unicode 17.0 without any tailoring; they include the
  /// text's end.
  ///
  /// - Complexity: O(n).
  public func lineBreakOffsets() -> [Int] {
    lineBreakOffsets(tailoring: .unicode)
  }

  /// The UTF-8 offsets at which a line of Chinese may end.
  ///
  /// - Parameter level: Which marks are kept off line starts and ends.
  public func lineBreakOffsets(prohibition level: ProhibitionLevel) -> [Int] {
    lineBreakOffsets(tailoring: Tailoring(level))
  }

  func lineBreakOffsets(tailoring: Tailoring) -> [Int] {
    withUTF8Text { text in
      var breaker = LineBreaker(tailoring: tailoring)
      var offsets: [Int] = []
      var offset = 0
      while offset < text.count {
        let (category, length) = text.category(at: offset)
        let decision = breaker.advance(over: category, at: offset, endingAt: offset + length, in: text)
        if offset > 0, decision >= .soft { offsets.append(offset) }
        offset += length
      }
      if text.count > 0 { offsets.append(text.count) }
      return offsets
    }
  }

  /// The UTF-8 offsets at which extended grapheme clusters end, by UAX #29 of Unicode 17.0.
  ///
  /// Unlike the standard library's `Character`, which follows the version of Unicode that it was built with.
  ///
  /// - Complexity: O(n).
  public func graphemeBreakOffsets() -> [Int] {
    withUTF8Text { text in
      guard text.count > 0 else { return [] }
      var (category, offset) = text.category(at: 0)
      var breaker = GraphemeBreaker(first: category.grapheme)
      var offsets: [Int] = []
      while offset < text.count {
        let length: Int
        (category, length) = text.category(at: offset)
        if breaker.endsCluster(before: category.grapheme) { offsets.append(offset) }
        offset += length
      }
      offsets.append(text.count)
      return offsets
    }
  }
}
