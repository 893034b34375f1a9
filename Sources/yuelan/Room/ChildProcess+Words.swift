extension ChildProcess {
  /// A command as one text, which `words` splits into the same words.
  static func command(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.contains { " \t\n'\"\\".contains($0) }
      return isPlain
        ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }

  /// Splits a command from `$EDITOR`, `$PAGER` or `$BROWSER` into words, as a shell would: at blanks, but not within
  /// quotes or after a backslash. Nothing is expanded, and `;`, `|` and other operators are ordinary characters. An
  /// unclosed quote ends with the command.
  ///
  /// Source: POSIX.1-2017, Shell Command Language, 2.2 Quoting.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    // `nil` between words: `""` is an empty word.
    var word: String?
    var quote: Character?
    var characters = command[...]
    while let character = characters.popFirst() {
      switch (character, quote) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case (_, "'"): word = (word ?? "") + String(character)
      case ("\\", "\""):
        // Within double quotes, a backslash is literal except before the characters that it escapes.
        if let next = characters.first, "$`\"\\".contains(next) {
          characters.removeFirst()
          word = (word ?? "") + String(next)
        } else {
          word = (word ?? "") + "\\"
        }
      case (_, "\""): word = (word ?? "") + String(character)
      case ("\\", _): word = (word ?? "") + (characters.popFirst().map { String($0) } ?? "\\")
      case ("'", _), ("\"", _):
        quote = character
        word = word ?? ""
      case (" ", _), ("\t", _), ("\n", _):
        if let ended = word { words.append(ended) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
