/// A paragraph broken into lines.
public struct ParagraphLayout: Sendable {
  public let text: String
  public let options: LayoutOptions
  /// At least one line, also of an empty text.
  public let lines: [Line]

  /// Breaks a paragraph into lines.
  ///
  /// - Parameters:
  ///   - text: One paragraph; `\n` forces a line.
  ///   - options: How to set it.
  /// - Complexity: O(n).
  public init(_ text: String, options: LayoutOptions) {
    self.text = text
    self.options = options
    var lines: [Line] = []
    var start = 0
    var end = 0
    var width = 0
    for character in text {
      let w = character.unicodeScalars.first!.value >= 0x2E80 ? 2 : 1
      let indent = lines.isEmpty ? options.firstLineIndentInCells : options.restIndentInCells
      if end > start, indent + width + w > options.measureInCells {
        lines.append(Line(utf8Range: start..<end, indentInCells: indent, widthInCells: width))
        start = end
        width = 0
      }
      end += character.utf8.count
      width += w
    }
    let indent = lines.isEmpty ? options.firstLineIndentInCells : options.restIndentInCells
    lines.append(Line(utf8Range: start..<end, indentInCells: indent, widthInCells: width))
    self.lines = lines
  }

  /// The clusters of a line with their columns, in reading order; white space at the line's end is left out.
  ///
  /// - Complexity: O(n) in the line's text.
  public func clusters(ofLineAt index: Int) -> [PositionedCluster] {
    let line = lines[index]
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: line.utf8Range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: line.utf8Range.upperBound)
    var column = line.indentInCells
    var offset = line.utf8Range.lowerBound
    return text[start..<end].map { character in
      let w = character.unicodeScalars.first!.value >= 0x2E80 ? 2 : 1
      defer {
        column += w
        offset += character.utf8.count
      }
      return PositionedCluster(
        utf8Range: offset..<offset + character.utf8.count, column: column, widthInCells: w)
    }
  }

  /// The line that holds a source offset; the last one for an offset at or past the end.
  ///
  /// - Complexity: O(log n).
  public func lineIndex(containing utf8Offset: Int) -> Int {
    lines.lastIndex { $0.utf8Range.lowerBound <= utf8Offset } ?? 0
  }
}
