import ArticleDump

/// A command of the reader's that words are looked up with: `sdcv -n01 -- {word}`.
public struct DictionaryCommand: Sendable, Hashable {
  /// What the reader calls it.
  public var name: String
  /// The program and its arguments; `{word}` stands for the word, which else comes on standard input.
  public var command: [String]
  /// What it is for; empty for words in any writing.
  public var writings: Set<WritingSystem>
  /// The key that asks it at once.
  public var key: Key?

  /// A dictionary. The command must not be empty.
  public init(name: String, command: [String], writings: Set<WritingSystem> = [], key: Key? = nil) {
    self.name = name
    self.command = command
    self.writings = writings
    self.key = key
  }

  /// Whether words in that writing are its business.
  public func knows(_ writing: WritingSystem) -> Bool { writings.isEmpty || writings.contains(writing) }

  /// What to run for a word that `term(in:)` gave.
  public func call(for term: String) -> ProgramCall {
    let isArgument = command.hasPlace(for: "word")
    return ProgramCall(command, filling: ["word": term], input: isArgument ? "" : term + "\n")
  }

  /// What is looked up for a text: one line, nothing that a terminal would obey, and no hyphen at its beginning, so that no
  /// program takes it for an option. Empty where nothing is left.
  public static func term(in text: String) -> String {
    let line = Sanitizer.sanitized(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(line.drop { $0 == "-" || $0.isWhitespace })
  }
}
