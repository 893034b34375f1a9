import Text

// Labels and names of media are in the vocabulary (`BylineLabel`, `BylineWords`). The words here each belong to a
// certain place in one spelling of a byline.
extension Byline {
  /// Reads the lines of a paragraph that consists of bylines; nil if one of them is not a byline.
  static func readLines(_ text: String) -> [Byline]? {
    guard text.withBytes(mayBeLines) else { return nil }
    var bylines: [Byline] = []
    for line in text.withBytes({ ByteSearch.holds($0, byte: 0x0A) }) ? text.lines : [text] {
      // 【纠错】 is a button beside the editor's name.
      let line = withoutDayNumber(line.withoutPrefix("【纠错】"))
      if line.isEmpty { continue }
      guard let byline = read(line) ?? signed(line) ?? bracketed(line) ?? reporters(line) ?? labelAfterName(line) else {
        return nil
      }
      bylines.append(byline)
    }
    return bylines.isEmpty ? nil : bylines
  }

  /// `（編輯：某某）1120722`: agencies in Taiwan put the date after the bracket, as a number.
  private static func withoutDayNumber(_ line: String) -> String {
    let digits = line.utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    guard 6...8 ~= digits else { return line }
    let rest = line.dropLast(digits).trimmedOfBlanks
    return rest.endsWithAny(of: ["）", ")"]) ? rest : line
  }

  /// A quick test for a line of prose, the most frequent case.
  static func mayBeLines(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 600 else { return false }
    if text.first == 0x28 || ByteSearch.starts(text, with: "（") || ByteSearch.starts(text, with: "【") { return true }
    return (text.count <= 400 && mayBe(text) || ByteSearch.holds(text, byte: 0x0A)) && BylineLabel.mayStand(in: text)
  }

  /// `（记者陈远综合报导/责任编辑：林清）`: reporters without a mark after their label, beside others.
  private static func bracketed(_ line: String) -> Byline? {
    guard line.utf8.count <= 160, line.startsWithAny(of: ["（", "(", "【"]), line.endsWithAny(of: ["）", ")", "】"]) else {
      return nil
    }
    var result = Byline()
    for part in line.unicodeScalars.dropFirst().dropLast().split(whereSeparator: isFieldEnd) {
      if let byline = Byline(line: String(part)) {
        result.authors.appendNew(byline.authors)
        result.translators.appendNew(byline.translators)
        result.editors.appendNew(byline.editors)
      } else if let opening = SignedBracket(Array(part)[...]) {
        result.authors.appendNew(opening.dateline.authors)
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  /// `記者林子涵／台南報導`: as in a bracket, but without one.
  static func reporters(_ line: String) -> Byline? {
    guard line.utf8.count <= 120, line.unicodeScalars.contains(where: \.isSlash), line.simplified.begins(with: "记者"),
      BylineWords.reports.closes(line),
      let opening = SignedBracket(Array(line.unicodeScalars)[...])
    else { return nil }
    var byline = Byline()
    byline.authors = opening.dateline.authors
    return byline
  }

  /// `王一陆|责编`, `佐藤一郎 / 文`: the name is before its label.
  private static func labelAfterName(_ line: String) -> Byline? {
    guard line.utf8.count <= 60 else { return nil }
    let parts = line.unicodeScalars.split { $0.isBar || $0.isSlash }
    guard parts.count == 2, case let label = String(parts[1]).trimmedOfBlanks, BylineLabel.isLabel(label),
      case let name = String(parts[0]).trimmedOfBlanks, !BylineLabel.isLabel(name),
      let byline = Byline(line: label + "：" + name)
    else { return nil }
    return byline
  }

  /// `日本经济新闻 佐藤一郎`, `田中一郎 / 朝日新闻`, `邓华贵 报道`: a name beside its medium, or before a verb.
  ///
  /// - Parameter own: The site's name for itself.
  static func namesBesideMedium(_ line: String, own: @autoclosure () -> [String]) -> [String]? {
    guard line.utf8.count <= 72, !line.holdsSentenceEnd else { return nil }
    if let names = reporting(line) { return names }
    let fields = line.unicodeScalars.split { $0.isBar || $0.isSlash || $0.isBlank }
    guard fields.count == 2 else { return nil }
    let parts = fields.map { String($0).trimmedOfBlanks }
    let isTrade = BylineWords.verbs.contains(parts[1])
    let isSlashed = line.holdsAny(of: ["/", "／"])
    let own = own()
    for (name, medium) in [(parts[0], parts[1]), (parts[1], parts[0])] {
      let isMedium =
        own.hold(name: medium)
        || medium.nonBlankCount >= 3
          && (BylineWords.mediaBesideNames.closes(medium) || isSlashed && BylineWords.desks.closes(medium))
      // Japanese names begin with other characters.
      let isName =
        FamilyName.opens(name) || isMedium && (isSlashed ? 2 : 3)...5 ~= name.unicodeScalars.count
      guard isMedium || isTrade && medium == parts[1], isName, name.unicodeScalars.allSatisfy(\.isHan),
        !BylineWords.mediaBesideNames.closes(name), !own.hold(name: name), !BylineLabel.isLabel(name),
        !AuthorName.isNobody(name), !BylineWords.reports.closes(name)
      else { continue }
      return [name]
    }
    return nil
  }

  private static func isFieldEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSlash || scalar == "；" || scalar == ";"
  }

  /// `林怡 王凯 报道 / 南投县`: names, a verb, the place.
  private static func reporting(_ line: String) -> [String]? {
    guard let field = line.unicodeScalars.split(maxSplits: 1, whereSeparator: { $0.isBar || $0.isSlash }).first else {
      return nil
    }
    let parts = field.split { $0.isBlank || $0 == "、" }
    guard 2...5 ~= parts.count else { return nil }
    var words = parts.map { String($0) }
    guard let last = words.popLast(),
      BylineWords.verbs.contains(last) || last.nonBlankCount <= 6 && BylineWords.reports.closes(last),
      words.allSatisfy({ FamilyName.opens($0) && $0.unicodeScalars.allSatisfy(\.isHan) && $0.nonBlankCount <= 4 })
    else { return nil }
    return words
  }

  /// A line below the text that repeats its author or adds the medium: `某某报记者`.
  static func isSigned(_ line: String, own: @autoclosure () -> [String], authors: [String]) -> Bool {
    guard line.utf8.count <= 60 else { return false }
    if authors.contains(line) { return true }
    guard let trade = ["记者", "编辑"].first(where: line.simplified.ends) else { return false }
    return own().hold(name: line.dropLast(trade.count).trimmedOfBlanks)
  }

  /// `立場報道`: a medium's own report that names nobody.
  static func isOwnReport(_ line: String, own: @autoclosure () -> [String]) -> Bool {
    guard line.utf8.count <= 36, let report = BylineWords.reports.closingLength(of: line) else { return false }
    let stem = String(decoding: line.utf8.dropLast(report), as: UTF8.self).trimmed(of: "综合綜合")
    return stem.nonBlankCount >= 2 && own().contains { $0.simplified.begins(with: stem.simplified) }
  }

  /// Whether a line names people only for other contributions to a piece: `攝／王小明`, `设计：某某`.
  static func isCredits(_ line: String) -> Bool {
    guard line.utf8.count <= 160, mayBe(line), !line.holds("\n") else { return false }
    return BylineReader.namesOthersOnly(line)
  }

  /// `山城新闻记者 | 宋一平`: the desk is before the label.
  private static func signed(_ line: String) -> Byline? {
    guard line.utf8.count <= 120, mayBe(line) else { return nil }
    let plain = line.simplified
    for label in ["记者", "编辑", "实习生", "实习记者", "特约撰稿"] {
      guard let offset = plain.utf8Offset(of: label), offset > 0 else { continue }
      let mark = line.utf8.index(line.startIndex, offsetBy: offset)
      let desk = line[..<mark].trimmedOfBlanks
      guard desk.nonBlankCount <= 12, BylineWords.desks.closes(desk), let byline = Byline(line: String(line[mark...]))
      else {
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

  /// Reads a line in spellings that `BylineReader` does not know: `本文来源：…`, `每经记者：…`.
  static func read(_ line: String) -> Byline? {
    guard mayBe(line) else { return nil }
    if let byline = Byline(line: line) { return byline }
    guard line.utf8.count <= 300 else { return nil }
    let plain = withoutMedia(line.withoutPrefix("本文"))
    return plain == line ? nil : Byline(line: plain)
  }

  /// `每经记者：某某    每经编辑：某某`: without the desk's short name before each label.
  private static func withoutMedia(_ line: String) -> String {
    guard line.simplified.holdsAny(of: ["记者：", "编辑：", "记者:", "编辑:"]) else { return line }
    return line.split(separator: " ", omittingEmptySubsequences: false).map { field in
      let plain = field.simplified
      for label in ["记者", "编辑"] {
        guard let offset = plain.utf8Offset(of: label + "：") ?? plain.utf8Offset(of: label + ":") else { continue }
        let mark = field.utf8.index(field.startIndex, offsetBy: offset)
        let before = field[..<mark]
        if 2...4 ~= before.unicodeScalars.count, before.unicodeScalars.allSatisfy(\.isHan),
          !BylineLabel.isLabel(String(before))
        {
          return String(field[mark...])
        }
      }
      return String(field)
    }.joined(separator: " ")
  }
}

extension Byline {
  /// Whether a line is short, contains no end of a sentence, and has what bylines have: a colon, a bar, a slash, a
  /// blank.
  private static func mayBe(_ line: String) -> Bool {
    guard line.utf8.count <= 400 else { return false }
    return line.withBytes(mayBe)
  }

  private static func mayBe(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasMark = false
    var offset = 0
    while offset < line.count {
      let first = line[offset]
      if first < 0x80 {
        if first == 0x3A || first == 0x2F || first == 0x7C || first == 0x20 { hasMark = true }
        offset &+= 1
        continue
      }
      // U+5000 to U+9FFF, which contain no marks.
      if !(0xE5...0xE9 ~= first) {
        let value = UTF8Scalar.decode(line, at: offset).value
        switch value {
        // 。！？“
        case 0x3002, 0xFF01, 0xFF1F, 0x201C: return false
        // ：／ and blanks.
        case 0xFF1A, 0xFF0F, 0x3000, 0xA0: hasMark = true
        default: if Unicode.Scalar(value)?.isBar == true { hasMark = true }
        }
      }
      offset &+= Blanks.scalarLength(first)
    }
    return hasMark
  }
}

extension Byline {
  /// `（作者林渡系山城大学教授）`: the name in a note about the author.
  static func introduced(_ line: String) -> String? {
    let text = line.trimmed(of: "（(*＊")
    guard text.begins(with: "作者") else { return nil }
    let rest = text.dropFirst(2)
    return [3, 2, 4].lazy.map { (name: String(rest.prefix($0)), behind: rest.dropFirst($0)) }
      .first { FamilyName.opens($0.name) && $0.behind.simplified.startsWithAny(of: ["系", "是", "为", "现", "，系", "，是"]) }?
      .name
  }

  /// `某某新闻记者 宋一平`: a staff reporter, named on a line of its own.
  static func staffReporter(_ line: String) -> [String]? {
    guard !line.hasMoreNonBlanks(than: 24), let offset = line.simplified.utf8Offset(of: "记者 ") else { return nil }
    let mark = line.utf8.index(line.startIndex, offsetBy: offset)
    let before = line[..<mark]
    let rest = line[line.utf8.index(mark, offsetBy: 7)...].trimmedOfBlanks
    guard !rest.isEmpty, !before.unicodeScalars.contains(where: { "：:，,。（(“「".unicodeScalars.contains($0) }) else {
      return nil
    }
    let people = names(in: rest)
    guard !people.isEmpty, people.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isHan) && (2...4).contains($0.count) })
    else { return nil }
    return people
  }
}
