/// A paragraph broken into lines.
///
/// Lines are ranges of the source text; the clusters of a line are placed on request. All offsets are UTF-8 offsets
/// into the source, so that positions, search hits and selections map both ways whatever the measure.
public struct ParagraphLayout: Sendable {
  /// The source, unchanged; all offsets count its UTF-8.
  public let text: String
  /// The options it was laid out with.
  public let options: LayoutOptions
  /// At least one line, even for an empty text. Their ranges are contiguous and cover the text.
  public let lines: [Line]

  /// Breaks a paragraph into lines.
  ///
  /// - Parameters:
  ///   - text: One paragraph; `\n` forces a line.
  ///   - options: How to set it.
  /// - Complexity: O(n). Balanced lines take O(n log w) at measure w.
  ///
  /// Sources: UAX #14; CLREQ, "Line Composition Rules"; GB/T 15834-2011.
  public init(_ text: String, options: LayoutOptions) {
    self.text = text
    self.options = options
    lines = text.withUTF8Text { LineComposer(text: $0, options: options).lines() }
  }

  /// Whether a line starts the paragraph or follows a forced break.
  func startsSegment(lineAt index: Int) -> Bool {
    index == 0 || lines[index - 1].endsSegment
  }

  /// Columns that a line may fill, excluding the indent.
  func roomInCells(ofLineAt index: Int) -> Int {
    options.typeAreaInCells - lines[index].indentInCells
  }
}

extension LayoutOptions {
  /// Columns that lines may fill, including the indents.
  public var typeAreaInCells: Int {
    let measure = max(2, measureInCells)
    return keepsEvenTypeArea && measure > 2 ? measure & ~1 : measure
  }

  /// An indent that leaves at least two columns.
  func indentInCells(isFirstLine: Bool) -> Int {
    min(max(0, isFirstLine ? firstLineIndentInCells : restIndentInCells), typeAreaInCells - 2)
  }
}
