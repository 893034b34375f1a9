/// A program of the reader's with its arguments, and what it reads on standard input.
///
/// No shell sees it: a word of an article is one argument or input, never a part of a command.
public struct ProgramCall: Sendable, Hashable {
  /// The program and its arguments; not empty.
  public var words: [String]
  /// What it reads; empty for nothing.
  public var input: String

  /// Fills a command in.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments, with names in braces for what is filled in.
  ///   - values: What stands for each name; only arguments are filled in, never the program's own name.
  ///   - input: What the program reads.
  public init(_ command: [String], filling values: [String: String] = [:], input: String = "") {
    words = command.prefix(1) + command.dropFirst().map { Self.filled($0, values) }
    self.input = input
  }

  /// The program as a reader knows it: its name without its folder.
  public var name: String {
    words.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Names are looked for in the command alone, not in what was filled in before.
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
  /// Whether an argument of this command has a place for a value of that name.
  func hasPlace(for name: String) -> Bool {
    dropFirst().contains { $0.firstRange(of: "{\(name)}") != nil }
  }
}
