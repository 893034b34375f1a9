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

  /// The process's own variables as `NAME=value`, with those of `defaults` that are not among them.
  static func variables(orElse defaults: [String: String]) -> [[UInt8]] {
    var variables: [[UInt8]] = []
    var place = environ
    while let variable = place.pointee {
      variables.append(
        Array(UnsafeBufferPointer(start: variable, count: strlen(variable)).map { UInt8(bitPattern: $0) }))
      place += 1
    }
    for (name, value) in defaults.sorted(by: { $0.key < $1.key }) where getenv(name) == nil {
      variables.append(Array("\(name)=\(value)".utf8))
    }
    return variables
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
