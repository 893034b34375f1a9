import Text

/// Splitting and checking names of people.
enum PersonName {
  /// The names of a list, each once, without titles.
  static func split(_ list: String) -> [String] {
    var names: [String] = []
    for part in reporters(parts(list)) {
      let name = stripped(part)
      if !name.isEmpty, !isLabel(name) { names.appendNew([name]) }
    }
    // 林渡，山城大学教授: the position of the person before it.
    if let first = names.first, FamilyName.opens(first) {
      names.removeAll { !FamilyName.opens($0) && $0.hanCount >= 3 && PersonWords.workplaces.closes($0) }
    }
    // 法广RFI电台 - 尼古拉: a desk beside a person is not one of the people.
    let people = names.filter {
      !BylineWords.media.closes($0) && !PersonWords.offices.closes($0) && !PersonWords.ownMedia.contains($0)
    }
    return people.isEmpty ? names : people
  }

  /// 聯合報／記者陳儷方／台北即時報導: if reporters are announced, the text before the first one is the paper, and the text about the
  /// report is the place.
  private static func reporters(_ parts: [String]) -> [String] {
    // 新京报记者 某某: the medium of the reporter.
    let plain = parts.map(trimmed).enumerated().filter { index, part in
      index == parts.count - 1 || part.unicodeScalars.count < 4 || !PersonWords.trades.closes(part)
    }.map(\.element)
    guard plain.count > 1, let first = plain.firstIndex(where: isReporter) else { return plain }
    let rest = plain[first...].filter { part in
      isReporter(part) || !Dateline.opensWithCity(part)
        || !BylineWords.reports.closes(part)
          && !part.simplified.endsWithAny(of: ["电", "连线"])
    }
    return rest.contains { $0.unicodeScalars.count > 2 } ? Array(rest) : plain
  }

  private static func isReporter(_ part: String) -> Bool { part.simplified.begins(with: "记者") }

  /// A label without names is not a name; 文 and 图 may be names.
  private static func isLabel(_ name: String) -> Bool { name.utf8.count >= 6 && BylineLabel.isLabel(name) }

  /// Splits at list marks; ` and `, ` & ` and 和 count as list marks between names.
  private static func parts(_ list: String) -> [String] {
    if !list.unicodeScalars.contains(where: mayPart) { return splitAtWords(list) }
    var parts: [String] = [""]
    var depth = 0
    let scalars = Array(list.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case _ where isListMark(scalar): parts.append("")
      case " ", "\u{3000}", "\u{A0}":
        // 张三 李四: a blank between two Han names is a list mark; Latin names keep theirs.
        let before = i > 0 ? scalars[i - 1] : " "
        let after = scalars[(i + 1)...].first { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
        let isBehindName = before.isHan || before == ")" || before == "）"
        if let after, isBehindName, after.isHan, parts[parts.count - 1].hanCount > 1 {
          parts.append("")
        } else {
          parts[parts.count - 1].unicodeScalars.append(" ")
        }
      default: parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts.flatMap(splitAtWords)
  }

  /// Whether a character is a list mark, a blank or a bracket: most lists are one name.
  private static func mayPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "[", "【", "）", ")", "]", "】", " ", "\u{3000}", "\u{A0}": true
    default: isListMark(scalar)
    }
  }

  /// Whether a character separates names.
  private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ",", "，", ";", "；", "\n", "&", "＆", "+": true
    default: scalar.isBar || scalar.isSlash
    }
  }

  private static func splitAtWords(_ part: String) -> [String] {
    for word in [" and ", " AND ", " And ", " 和 ", " 与 ", " 與 "] {
      if part.holds(word), let range = part.firstRange(of: word) {
        return [String(part[..<range.lowerBound])] + splitAtWords(String(part[range.upperBound...]))
      }
    }
    // 张三和李四: only between short Han names, since 和 may be part of a name (陈和).
    let scalars = Array(part.unicodeScalars)
    if let and = scalars.firstIndex(where: { $0 == "和" || $0 == "与" || $0 == "與" }), 2...4 ~= and,
      2...4 ~= scalars.count - and - 1, scalars.allSatisfy(\.isHan)
    {
      return [
        String(String.UnicodeScalarView(scalars[..<and])), String(String.UnicodeScalarView(scalars[(and + 1)...])),
      ]
    }
    return [part]
  }

  /// A name without a bracket after it, without the words before and after names in bylines.
  private static func stripped(_ part: String) -> String {
    var name = withoutCode(trimmed(withoutBrackets(part)))
    // 英国《金融时报》 某某: the medium of the reporter.
    if let mark = name.utf8Index(of: "》"), name.utf8.distance(from: mark, to: name.endIndex) > 3 {
      name = trimmed(String(name[name.utf8.index(mark, offsetBy: 3)...]))
    }
    // 伦敦报道: a place, not a name; 根据同名报道改写: a source.
    let isReport = BylineWords.reports.closes(name)
    if isReport, let place = BylineWords.reports.closingLength(of: name).map({ name.utf8.dropLast($0) }),
      Dateline.isCity(trimmed(String(decoding: place, as: UTF8.self)))
    {
      return ""
    }
    if name.simplified.startsWithAny(of: ["根据", "依据"]),
      isReport || name.simplified.endsWithAny(of: ["改写", "改编"])
    {
      return ""
    }
    if let at = name.utf8.firstIndex(of: 0x40), at != name.startIndex { name = trimmed(String(name[..<at])) }
    // 林望发自北京: where from, not who.
    if let mark = name.simplified.utf8Offset(of: "发自") {
      name = trimmed(String(decoding: name.utf8.prefix(mark), as: UTF8.self))
    }
    while let shorter = withoutWord(name) { name = shorter }
    return PersonWords.manners.contains(name) ? "" : withoutPadding(withoutLatinPost(withoutPost(name)))
  }

  /// A name without the label or post before it, or the word behind it; nil if it has none, or nothing else.
  private static func withoutWord(_ name: String) -> String? {
    let most = name.unicodeScalars.last.map { name.utf8.count - $0.utf8.count } ?? 0
    if let length = PersonWords.before.openingLength(of: name.lowered) ?? BylineLabel.lengthBeforeName(name),
      length < most
    {
      return trimmed(String(decoding: name.utf8.dropFirst(length), as: UTF8.self))
    }
    let first = name.unicodeScalars.first.map(\.utf8.count) ?? 0
    let length = max(
      PersonWords.after.closingLength(of: name) ?? 0, BylineWords.verbs.closingLength(of: name) ?? 0,
      PersonWords.titles.closingLength(of: name) ?? 0)
    if length > 0, length + first < name.utf8.count {
      return trimmed(String(decoding: name.utf8.dropLast(length), as: UTF8.self))
    }
    return nil
  }

  /// `某研究所研究员凯尔·鲍恩`: the position before a name in two parts.
  private static func withoutPost(_ name: String) -> String {
    guard name.holds("·"), let post = PersonWords.posts.lastEnd(in: name) else { return name }
    let rest = trimmed(String(decoding: name.utf8.dropFirst(post), as: UTF8.self))
    let dot = rest.unicodeScalars.firstIndex(of: "·")
    return dot != nil && dot != rest.unicodeScalars.startIndex
      && rest.unicodeScalars.allSatisfy({ $0.isHan || $0 == "·" })
      ? rest : name
  }

  /// `Tom Davies - Associated Press`, `Jane Doe – Staff Writer`: only the name.
  private static func withoutLatinPost(_ name: String) -> String {
    guard let dash = [" - ", " – ", " — "].compactMap(name.utf8Index).min(), name.utf8.first.map({ $0 < 0x80 }) == true
    else { return name }
    let person = String(name[..<dash])
    return person.holds(" ") ? person : name
  }

  /// `王晓武_NBJ1`, `刘德宾 SN22`: without the number that a desk's software puts after a name.
  private static func withoutCode(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, first.isHan, let last = name.utf8.last, last < 0x80
    else {
      return name
    }
    let stem = name.unicodeScalars.prefix { $0.isHan || $0 == "·" }
    let rest = name.unicodeScalars[stem.endIndex...]
    guard stem.count >= 2, let mark = rest.first, mark == "_" || mark == " ",
      rest.contains(where: { ("0"..."9").contains($0) })
    else { return name }
    return String(stem)
  }

  /// 安 宁: a blank that widens a name of two characters to the width of three.
  private static func withoutPadding(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: \.isBlank) else { return name }
    let scalars = name.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
    return scalars.count == 2 && scalars.allSatisfy(\.isHan)
      ? String(String.UnicodeScalarView(scalars)) : name
  }

  private static func withoutBrackets(_ text: String) -> String {
    let hasBracket = text.unicodeScalars.contains { scalar in
      switch scalar {
      case "（", "(", "[", "【", "）", ")", "]", "】": true
      default: false
      }
    }
    guard hasBracket else { return text }
    var kept = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  private static func isEdgeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "\u{A0}", "\t", "\n", "\r", "\u{200B}", "\u{FEFF}", ":", "：", "/", "、", ",", "，", "。", ".",
      "|", "-", "—", "*", "·", "•":
      true
    default: false
    }
  }

  /// Without blanks and marks at either end.
  static func trimmed(_ text: String) -> String {
    guard let opening = text.unicodeScalars.first, let closing = text.unicodeScalars.last else { return "" }
    if !isEdgeMark(opening), !isEdgeMark(closing) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isEdgeMark($0) }),
      let last = scalars.lastIndex(where: { !isEdgeMark($0) || ($0 == "." && isInitial(scalars)) })
    else { return "" }
    return String(Substring(scalars[first...last]))
  }

  /// `Dr. King Jr.` and `John F.` keep their full stop.
  private static func isInitial(_ scalars: String.UnicodeScalarView) -> Bool {
    let end = scalars.suffix(3)
    guard end.count == 3, end.last == "." else { return false }
    return end.first == " " || end.elementsEqual("Jr.".unicodeScalars)
  }

  static func hasSentenceMark(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isOne(of: "。！？!?“”\"：:…") }
  }

  /// Whether a text can be a name: 2 to 6 Han characters (more with a middle dot), or up to 5 Latin words.
  static func isPlausible(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    let hanCount = scalars.count(where: \.isHan)
    if hanCount == scalars.count, let first = scalars.first {
      return 2...8 ~= hanCount && !opensSpeech(first)
    }
    if hanCount > 0 { return scalars.count <= 24 && !opensSpeech(scalars[0]) }
    let words = name.split(separator: " ")
    return 1...5 ~= words.count && scalars.count <= 60 && scalars.contains { $0.properties.isAlphabetic }
      && words.first?.first?.isLowercase != true
  }

  /// Whether a character opens an answer or a question after 记者：, not a name.
  private static func opensSpeech(_ scalar: Unicode.Scalar) -> Bool {
    speechOpenings.contains(Vocabulary.simplified(scalar.value))
  }

  private static let speechOpenings = ScalarSet("是不我你您他她那这对请没有为但所嗯哦可就在也很什怎如因比据目会能从")
}

extension String {
  fileprivate var hanCount: Int { unicodeScalars.count(where: \.isHan) }
}
