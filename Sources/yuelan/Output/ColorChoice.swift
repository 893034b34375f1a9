import ArgumentParser

/// Whether a table uses bold and dim text.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never

  /// `auto` uses them on a capable terminal unless `NO_COLOR` is set (https://no-color.org).
  func isWanted(environment: Environment, isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}
