/// The width of text: a number of columns, or all that are available.
enum TextWidth: Sendable, Hashable {
  case cells(Int)
  /// `auto`: the terminal's columns, or those of `COLUMNS`, also in a pipe.
  case automatic

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let cells = Int(argument) {
      self = .cells(cells)
    } else {
      return nil
    }
  }

  /// For an option of the argument parser.
  static func parsed(_ argument: String) throws(ExpectedValue) -> TextWidth {
    guard let width = TextWidth(argument: argument) else { throw ExpectedValue(sentence: .expectedWidth) }
    return width
  }
}
