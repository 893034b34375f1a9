extension StringProtocol {
  /// Columns that the text takes in a terminal.
  ///
  /// - Parameter ambiguous: What the terminal gives to East Asian Ambiguous characters.
  /// - Complexity: O(n).
  ///
  /// Sources: UAX #11 and UTS #51 of Unicode 17.0. Marks, default-ignorable characters and controls take no cell, a
  /// tab takes one; an emoji sequence takes two; unassigned characters of the Han planes take two.
  public func widthInCells(ambiguous: AmbiguousWidth = .narrow) -> Int {
    withUTF8Text { text in
      var width = 0
      var offset = 0
      while offset < text.count {
        if offset + 1 < text.count, text.bytes[offset] &- 0x20 < 0x5F, text.bytes[offset + 1] < 0x80 {
          width += 1
          offset += 1
          continue
        }
        let cluster = text.cluster(at: offset, ambiguous: ambiguous)
        width += cluster.widthInCells
        offset = cluster.end
      }
      return width
    }
  }

  /// The longest prefix of whole grapheme clusters that fits.
  ///
  /// - Complexity: O(n) in the prefix.
  public func prefix(fittingCells cells: Int, ambiguous: AmbiguousWidth = .narrow) -> SubSequence {
    let end = withUTF8Text { text in
      var width = 0
      var offset = 0
      while offset < text.count {
        let cluster = text.cluster(at: offset, ambiguous: ambiguous)
        width += cluster.widthInCells
        if width > cells { break }
        offset = cluster.end
      }
      return offset
    }
    return self[..<utf8.index(startIndex, offsetBy: end)]
  }
}

extension Unicode.Scalar {
  /// Columns that the scalar takes by itself: what C calls `wcwidth`, with no negative values.
  public func widthInCells(ambiguous: AmbiguousWidth = .narrow) -> Int {
    let cells = ScalarCategory(value).cells
    return cells.code == 3 ? ambiguous.rawValue : Int(cells.code)
  }
}
