extension StringProtocol {
  /// Columns that the text takes in a terminal.
  public func widthInCells(ambiguous: AmbiguousWidth = .narrow) -> Int {
    reduce(0) { $0 + ($1.unicodeScalars.first!.value >= 0x2E80 ? 2 : 1) }
  }

  /// The longest prefix of whole grapheme clusters that fits.
  public func prefix(fittingCells cells: Int, ambiguous: AmbiguousWidth = .narrow) -> SubSequence {
    var width = 0
    var end = startIndex
    for index in indices {
      width += self[index].unicodeScalars.first!.value >= 0x2E80 ? 2 : 1
      if width > cells { break }
      end = self.index(after: index)
    }
    return self[..<end]
  }
}
