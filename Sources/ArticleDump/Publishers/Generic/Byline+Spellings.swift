extension Byline {
  /// Reads a line, in the spellings that its own reader does not take: `本文来源：…`, a presentation form as the bar.
  static func read(_ line: String) -> Byline? {
    guard mayBe(line) else { return nil }
    if let byline = Byline(line: line) { return byline }
    guard line.utf8.count <= 300 else { return nil }
    var plain = line.withoutPrefix("本文")
    if plain.holds("\u{FE31}") {
      plain = plain.split(separator: "\u{FE31}", omittingEmptySubsequences: false).joined(separator: "｜")
    }
    return plain == line ? nil : Byline(line: plain)
  }
}

extension Byline {
  /// Whether a line is short, ends no sentence inside, and has what bylines have: a colon, a bar, a slash, a blank.
  private static func mayBe(_ line: String) -> Bool {
    guard line.utf8.count <= 400 else { return false }
    var hasMark = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "。", "！", "？", "；", "“": return false
      case ":", "：", "/", "／", "|", "｜", "丨", "∣", "\u{FE31}", " ", "\u{3000}", "\u{A0}": hasMark = true
      default: break
      }
    }
    return hasMark
  }
}
