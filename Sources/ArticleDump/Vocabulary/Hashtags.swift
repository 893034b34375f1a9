import Text

/// Lines of hashtags: `#美食 #家乡`, `#停电# #夏夜#`.
enum Hashtags {
  /// The tags of a line that consists of tags; `nil` for any other.
  ///
  /// A single tag (`#我在这里`) may be a line of the text; two, or one between two marks, are not.
  static func tags(in line: String) -> [String]? {
    guard line.utf8.count <= 600, line.startsWithAny(of: ["#", "＃"]) else { return nil }
    var tags: [String] = []
    var closed = 0
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\n" || $0 == "\u{A0}" }) {
      guard let mark = word.first, isMark(mark) else { return nil }
      var rest = word.dropFirst()
      // #停电##夏夜#: with nothing between them.
      while !rest.isEmpty {
        let tag = rest.prefix { !isMark($0) }
        guard isName(tag) else { return nil }
        tags.append(String(tag))
        rest = rest.dropFirst(tag.count)
        if rest.isEmpty { break }
        closed += 1
        rest = rest.dropFirst()
        if let mark = rest.first, isMark(mark) { rest = rest.dropFirst() }
      }
    }
    return tags.count >= 2 || closed > 0 && !tags.isEmpty ? tags : nil
  }

  /// Whether a link beside tags is too long for one: it is the headline of another article on the subject.
  static func isHeadline(_ link: String) -> Bool {
    link.utf8.count > 36 || link.holdsAny(of: ["：", "，", "？", "！", "。"])
  }

  private static func isMark(_ character: Character) -> Bool { character == "#" || character == "＃" }

  /// Whether a word may be a tag: it is short, not just a number (`#1`), and contains no sentence punctuation.
  private static func isName(_ tag: Substring) -> Bool {
    guard 1...24 ~= tag.unicodeScalars.count, !tag.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return !tag.unicodeScalars.contains { "，。！？：；、,.!?:;“”「」".unicodeScalars.contains($0) }
  }
}
