/// One of the reader's programs with its arguments, and its standard input.
///
/// No shell sees it: a word of an article is one argument or input, never part of a command.
public struct ProgramCall: Sendable, Hashable {
  /// The program and its arguments; not empty.
  public var words: [String]
  /// Its standard input; empty for none.
  public var input: String

  /// Fills in the placeholders of a command.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments, with placeholders as names in braces.
  ///   - values: The value for each name; only arguments are filled in, never the program's own name.
  ///   - input: The program's standard input.
  public init(_ command: [String], filling values: [String: String] = [:], input: String = "") {
    words = command.prefix(1) + command.dropFirst().map { Self.filled($0, values) }
    self.input = input
  }

  /// The program's name for the reader: without its folder.
  public var name: String {
    words.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Placeholders are only looked for in the command, not in values that have been filled in.
  private static func filled(_ word: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = word[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if let value = values[name] {
        result += rest[..<open] + value
        rest = rest[rest.index(after: close)...]
      } else {
        result += rest[...open]
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
}

extension [String] {
  /// Whether an argument of this command has a placeholder with that name.
  func hasPlace(for name: String) -> Bool {
    dropFirst().contains { $0.firstRange(of: "{\(name)}") != nil }
  }
}
