import ArgumentParser

/// Whether a table is marked with bold and dim text.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never

  /// `auto` marks on a terminal that can, unless `NO_COLOR` is set (https://no-color.org).
  func isWanted(environment: Environment, isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}
