extension Byline {
  /// Reads lines of one paragraph that are bylines all; nil when one of them is none.
  static func readLines(_ text: String) -> [Byline]? {
    guard text.utf8.count <= 600 else { return nil }
    var bylines: [Byline] = []
    for line in text.lines {
      // 【纠错】 is a button beside the editor's name.
      let line = line.withoutPrefix("【纠错】").trimmedOfBlanks
      if line.isEmpty { continue }
      guard let byline = read(line) ?? signed(line) ?? bracketed(line) else { return nil }
      bylines.append(byline)
    }
    return bylines.isEmpty ? nil : bylines
  }

  /// `（记者陈远综合报导/责任编辑：林清）`: reporters without a mark behind their label, beside others.
  private static func bracketed(_ line: String) -> Byline? {
    guard line.utf8.count <= 160, line.startsWithAny(of: ["（", "(", "【"]), line.endsWithAny(of: ["）", ")", "】"]) else {
      return nil
    }
    var result = Byline()
    for part in line.dropFirst().dropLast().split(whereSeparator: { "/／；;".contains($0) }) {
      if let byline = Byline(line: String(part)) {
        result.authors.appendNew(byline.authors)
        result.translators.appendNew(byline.translators)
        result.editors.appendNew(byline.editors)
      } else if let opening = SignedBracket(Array(part.unicodeScalars)[...]) {
        result.authors.appendNew(opening.dateline.authors)
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  /// `山城新闻记者 | 宋一平`: the desk stands before the label.
  private static func signed(_ line: String) -> Byline? {
    guard line.utf8.count <= 120, mayBe(line) else { return nil }
    for label in ["记者", "記者", "编辑", "編輯", "实习生", "实习记者", "特约撰稿"] {
      guard let mark = line.utf8Index(of: label), mark > line.startIndex else { continue }
      let desk = line[..<mark].trimmedOfBlanks
      guard desk.inkCount <= 12, desk.endsWithAny(of: desks), let byline = Byline(line: String(line[mark...])) else {
        continue
      }
      let people = byline.authors + byline.editors
      if !people.isEmpty,
        people.allSatisfy({ (2...4).contains($0.unicodeScalars.count) || !$0.unicodeScalars.contains(where: \.isHan) })
      {
        return byline
      }
    }
    return nil
  }

  private static let desks = [
    "新闻", "新聞", "报", "報", "网", "網", "社", "台", "臺", "刊", "传媒", "傳媒", "媒体", "媒體", "中心", "周末", "财经", "財經", "客户端", "本报",
    "周报",
  ]

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
      case "。", "！", "？", "“": return false
      case ":", "：", "/", "／", "|", "｜", "丨", "∣", "\u{FE31}", " ", "\u{3000}", "\u{A0}": hasMark = true
      default: break
      }
    }
    return hasMark
  }
}
