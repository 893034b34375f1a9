import ArgumentParser

/// The width of text: a number of columns, or all that are available.
enum TextWidth: ExpressibleByArgument, Sendable, Hashable {
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

  static let allValueStrings = ["auto"]
}
