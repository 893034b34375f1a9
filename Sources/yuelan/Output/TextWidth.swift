import ArgumentParser

/// How wide text is set: so many columns, or as many as there are.
enum TextWidth: ExpressibleByArgument, Sendable, Hashable {
  case cells(Int)
  /// `auto`: the terminal's columns, or what `COLUMNS` says, in a pipe too.
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
