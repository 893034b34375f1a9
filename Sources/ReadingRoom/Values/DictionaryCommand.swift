import ArticleDump

/// A command of the reader's own that looks words up: `sdcv -n01 -- {word}`.
public struct DictionaryCommand: Sendable, Hashable {
  /// The reader's name for it.
  public var name: String
  /// The program and its arguments; `{word}` is replaced by the word, which is otherwise passed on standard input.
  public var command: [String]
  /// The writing systems that it is for; empty for all words.
  public var writings: Set<WritingSystem>
  /// The key that asks it directly.
  public var key: Key?

  /// A dictionary. The command must not be empty.
  public init(name: String, command: [String], writings: Set<WritingSystem> = [], key: Key? = nil) {
    self.name = name
    self.command = command
    self.writings = writings
    self.key = key
  }

  /// Whether it is meant for words in that writing system.
  public func knows(_ writing: WritingSystem) -> Bool { writings.isEmpty || writings.contains(writing) }

  /// The program to run for a word from `term(in:)`.
  public func call(for term: String) -> ProgramCall {
    let isArgument = command.hasPlace(for: "word")
    return ProgramCall(command, filling: ["word": term], input: isArgument ? "" : term + "\n")
  }

  /// The word to look up for a text: one line, without anything that a terminal would obey, and without a hyphen at its
  /// beginning, so that no program takes it for an option. Empty if nothing is left.
  public static func term(in text: String) -> String {
    let line = Sanitizer.sanitized(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(line.drop { $0 == "-" || $0.isWhitespace })
  }
}
