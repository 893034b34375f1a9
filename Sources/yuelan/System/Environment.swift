import Glibc

/// Environment variables, as a value that tests can make up.
struct Environment: Sendable {
  private let lookup: @Sendable (String) -> String?

  /// The process's own.
  static let process = Environment { name in
    getenv(name).map { String(cString: $0) }
  }

  init(_ variables: [String: String]) {
    self.init { variables[$0] }
  }

  private init(lookup: @escaping @Sendable (String) -> String?) {
    self.lookup = lookup
  }

  /// A variable's value; `nil` when it is unset or empty, which the conventions of shells treat alike.
  subscript(_ name: String) -> String? {
    lookup(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the locale is by name one of ASCII alone. Without any locale nothing is known about the output's readers.
  var hasASCIILocale: Bool {
    let name = characterLocale?.name
    return name == "C" || name == "POSIX"
  }

  /// The locale that decides about characters, and the variable that names it (locale(7)).
  var characterLocale: (variable: String, name: String)? {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let name = self[variable] { return (variable, name) }
    }
    return nil
  }
}
