import Glibc

/// Environment variables, as a value that tests can construct.
struct Environment: Sendable {
  private let lookup: @Sendable (String) -> String?

  /// The process's environment.
  static let process = Environment { name in
    getenv(name).map { String(cString: $0) }
  }

  init(_ variables: [String: String]) {
    self.init { variables[$0] }
  }

  private init(lookup: @escaping @Sendable (String) -> String?) {
    self.lookup = lookup
  }

  /// The process's variables as `NAME=value`, plus those of `defaults` that are not set.
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

  /// A variable's value; `nil` when it is unset or empty, which shells by convention treat alike.
  subscript(_ name: String) -> String? {
    lookup(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the locale's name implies ASCII only. Without any locale, nothing is known about the output's readers.
  var hasASCIILocale: Bool {
    let name = characterLocale?.name
    return name == "C" || name == "POSIX"
  }

  /// The locale for characters, and the variable that sets it (locale(7)).
  var characterLocale: (variable: String, name: String)? {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let name = self[variable] { return (variable, name) }
    }
    return nil
  }
}
