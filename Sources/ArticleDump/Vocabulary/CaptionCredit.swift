import Text

/// Separates a picture's caption from its credit.
///
/// The phrases are in `Words/credits.txt` (`CreditWords`). Only their grammar is here: the marks and characters with
/// which parts of a credit begin or end.
enum CaptionCredit {
  /// - Parameter text: What the page says about a picture, on one line.
  /// - Returns: The caption without its credit, and the credit without its label; each is nil if there is none.
  static func split(_ text: String) -> (caption: String?, credit: String?) {
    var caption = unlabelled(text.trimmedOfBlanks)
    // Most texts name no source, which one pass over their bytes shows.
    guard caption.withBytes({ ByteSearch.holds($0, byte: 0x2F) }) || CreditWords.mayStand(in: caption) else {
      return (caption.isEmpty ? nil : caption, nil)
    }
    var credits: [String] = []

    func add(_ credit: String) {
      let credit = credit.begins(with: "http") ? credit : credit.trimmed(of: "，,；;：:。|｜丨/／-–—©")
      if !credit.isEmpty, !credits.contains(credit) { credits.insert(credit, at: 0) }
    }

    if CreditWords.agencies.contains(caption) || isNameAndAgency(caption) { return (nil, caption) }
    if caption.utf8.count <= 80, let length = CreditWords.makers.openingLength(of: caption) {
      return (nil, behind(length, in: caption).trimmed(of: " ."))
    }
    if let (rest, credit) = datedCredit(caption) {
      caption = rest
      add(credit)
    }
    // From the end: a bracket, a mark, a closing phrase. A caption may have two of them.
    for _ in 0..<3 {
      guard
        let (rest, credit) = agencyAtEnd(caption) ?? bracketAtEnd(caption) ?? creditAfterMark(caption)
          ?? closingPhrase(caption) ?? latinCreditAtEnd(caption)
      else { break }
      caption = rest.trimmedOfBlanks
      add(credit)
    }
    if let (rest, credit) = openingPhrase(caption) {
      caption = rest
      if !credits.contains(where: { $0.holds(credit) }) { credits.insert(credit, at: 0) }
    }
    caption = caption.trimmed(of: "，,；;|｜丨/／©")
    if !credits.isEmpty, caption.nonBlankCount <= 8, caption.simplified.endsWithAny(of: ["社", "报", "网"]) {
      credits.append(caption)
      caption = ""
    }
    let credit = credits.joined(separator: "，")
    if caption.isEmpty, credits.count == 1, namesKindOfPicture(credit) { return (credit, nil) }
    return (caption.isEmpty ? nil : caption, credit.isEmpty ? nil : credit)
  }

  /// Whether an apparent credit describes the picture, as `作業列表截圖` and `水流示意图` do unless they say where it was seen.
  private static func namesKindOfPicture(_ credit: String) -> Bool {
    credit.nonBlankCount >= 5 && credit.simplified.endsWithAny(of: ["截图", "示意图"])
      && !credit.holdsAny(of: ["/", "／"]) && !CreditWords.screens.occurs(in: credit)
  }

  /// A caption without the label or arrow that marks it as one.
  private static func unlabelled(_ text: String) -> String {
    var text = text
    // Both spellings of the labels' first character begin with E5, as does one character in eight.
    if text.utf8.first == 0xE5 {
      var plain = text.simplified
      for label in labels where plain.begins(with: label) {
        text = String(text.dropFirst(label.count))
        plain = text.simplified
      }
    }
    return text.trimmed(of: "▲△▼↑↓◎●■□")
  }

  private static let labels = ["图像加注文字，", "图像加注文字,", "图像加注文字"]

  /// `首尔地铁二号线站台 韩联社`: an agency after a blank.
  private static func agencyAtEnd(_ text: String) -> (String, String)? {
    guard let blank = text.unicodeScalars.lastIndex(where: { $0.isBlank }) else { return nil }
    let word = String(text.unicodeScalars[text.unicodeScalars.index(after: blank)...])
    // Getty Images, Associated Press photographer: among Latin words a name may be part of another.
    let before = text.unicodeScalars[..<blank].last { !$0.isBlank }
    guard CreditWords.agencies.contains(word), before.map({ $0.value >= 0x80 }) ?? false else { return nil }
    return (String(text.unicodeScalars[..<blank]), word)
  }

  /// `Ana Popescu/Getty Images`: only a photographer and the seller of the picture.
  private static func isNameAndAgency(_ text: String) -> Bool {
    guard text.utf8.count <= 60, let slash = text.utf8.firstIndex(of: 0x2F) else { return false }
    let words = text[..<slash].split(separator: " ")
    let agency = text[text.index(after: slash)...].trimmedOfBlanks
    return 1...4 ~= words.count && words.allSatisfy { $0.first?.isUppercase == true }
      && CreditWords.agencies.openingLength(of: agency).map {
        $0 == agency.utf8.count || behind($0, in: agency).begins(with: " ")
      }
        ?? false
  }

  // MARK: Brackets

  /// `…（法新社图片）`, `…(Credit: Reuters)`: the last bracket, if it names a source of pictures.
  private static func bracketAtEnd(_ text: String) -> (String, String)? {
    let text = text.trimmed(of: "。")
    guard let last = text.unicodeScalars.last, let opening = pairs[last] else { return nil }
    let scalars = Array(text.unicodeScalars)
    var depth = 0
    for index in scalars.indices.reversed() {
      if scalars[index] == last { depth += 1 }
      if opening.contains(scalars[index]) { depth -= 1 }
      guard depth == 0 else { continue }
      let inside = string(scalars[(index + 1)..<(scalars.count - 1)])
      guard isCredit(inside) else { return nil }
      return (string(scalars[..<index]), withoutLabel(inside))
    }
    return nil
  }

  private static let pairs: [Unicode.Scalar: [Unicode.Scalar]] = [
    "）": ["（", "("], ")": ["(", "（"], "】": ["【"], "]": ["["], "〕": ["〔"],
  ]

  /// Whether a bracket names the person who made or owns a picture.
  static func isCredit(_ text: String) -> Bool {
    guard text.nonBlankCount <= 60, !text.isEmpty, !describesPicture(text) else { return false }
    if CreditWords.endings.closes(text) || startsWithLabel(text) || text.holds("©") { return true }
    if CreditWords.bracketed.occurs(in: text) { return true }
    // `（林一/大紀行）`: the photographer and the medium.
    let halves = text.split { $0 == "/" || $0 == "／" }
    if halves.count == 2, text.nonBlankCount <= 16, halves.allSatisfy({ $0.nonBlankCount >= 2 }),
      !text.unicodeScalars.contains(where: { ("0"..."9").contains($0) || $0.isOne(of: "，。；、左右") })
    {
      return true
    }
    // （海峡时报）: only a paper's name.
    if 3...8 ~= text.nonBlankCount, text.unicodeScalars.allSatisfy(\.isHan), BylineWords.media.closes(text) {
      return true
    }
    return CreditWords.agencies.contains(text)
      || (text.nonBlankCount <= 24 && text.holdsAny(of: ["/", "／"]) && CreditWords.agencies.occurs(in: text))
  }

  /// Whether a clause describes a picture instead of naming its source, as 展示他的产品质量的照片 does and 作者提供的图片 does not.
  private static func describesPicture(_ text: String) -> Bool {
    guard text.simplified.holdsAny(of: ["的", "了", "这", "那", "是"]), !CreditWords.agencies.occurs(in: text) else {
      return false
    }
    return text.holds("了") || !text.simplified.holdsAny(of: ["提供的", "拍摄的"])
  }

  // MARK: Marks within

  /// `… © A. Popescu`, `… 图源：视觉中国`: from the last mark on, if little follows.
  private static func creditAfterMark(_ text: String) -> (String, String)? {
    if let mark = text.utf8Index(of: "©") {
      let credit = String(text[mark...])
      if credit.nonBlankCount <= 80 { return (String(text[..<mark]), credit) }
    }
    return creditAfterLabel(text)
  }

  private static func creditAfterLabel(_ text: String) -> (String, String)? {
    for (start, length) in CreditWords.labels(in: text).reversed() {
      let before = head(start, of: text)
      var after = behind(start + length, in: text).trimmedOfBlanks
      if after.ends(with: "。") { after = String(after.dropLast()) }
      // `Photo by A. Popescu on Unsplash，屋后的山`: a description may follow the photographer.
      let label = head(length, of: behind(start, in: text))
      let isLatin = label.utf8.first.map { $0 < 0x80 } ?? false
      if label.lowered == "photo by ", let comma = after.firstIndex(of: "，") {
        return (before + after[after.index(after: comma)...], String(after[..<comma]))
      }
      // 图片: a word of the sentence unless a part of the sentence ends before it.
      let startsField = before.unicodeScalars.last.map(isFieldEdge) ?? true
      // Latin names are longer, addresses longer still.
      let isAddress = after.begins(with: "http") && !after.holds(" ")
      guard startsField, after.nonBlankCount <= (isAddress ? 200 : isLatin ? 60 : 40), !after.holds("。"), !after.isEmpty
      else { continue }
      return (before, after)
    }
    return nil
  }

  /// `… in court. A. Popescu | AP Photo file`, `… of the year. AP Photo/J. Roe`: names after the last sentence,
  /// including an agency.
  private static func latinCreditAtEnd(_ text: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    guard bytes.count > 4 else { return nil }
    for index in (max(0, bytes.count - 72)...(bytes.count - 5)).reversed() {
      guard bytes[index + 1] == 0x20 || bytes[index + 1] &- 0x41 < 26, ".?!)”".utf8.contains(bytes[index]) else {
        continue
      }
      let tail = String(decoding: bytes[(index + 1)...], as: UTF8.self).trimmedOfBlanks
      guard CreditWords.latinAgencies.occurs(in: tail) else { continue }
      let words = tail.split { " /|,–".contains($0) }
      let isNames = words.allSatisfy { $0.first?.isUppercase == true || particles.contains(String($0)) }
      guard words.count <= 10, isNames, index >= 20 else { return nil }
      return (String(decoding: bytes[...index], as: UTF8.self), tail)
    }
    return nil
  }

  private static let particles: Set<String> = [
    "via", "for", "by", "of", "on", "file", "photo", "and", "de", "van", "von", "al",
  ]

  private static func isFieldEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: "。，,；;.|｜丨/／、！？”’」』)）")
  }

  // MARK: Phrases

  /// `…。秦岭日报记者 谷雨 摄`, `… 资料图`: the last clause, if it is short and ends as credits do.
  private static func closingPhrase(_ text: String) -> (String, String)? {
    let trimmed = text.trimmed(of: "。.")
    guard CreditWords.endings.closes(trimmed) else { return nil }
    let scalars = Array(trimmed.unicodeScalars)
    // The clause starts after the last mark. A name may contain single blanks, so blanks separate only if there is no
    // mark.
    var start = scalars.lastIndex { $0.isOne(of: "。，,；;|｜丨！？\n") }.map { $0 + 1 }
    if start == nil || scalars.count - (start ?? 0) > 24 {
      start = runOfBlanks(scalars).map { $0 + 1 } ?? start
    }
    if let from = start, let bracket = scalars[from...].lastIndex(where: { $0.isOne(of: ")）") }),
      scalars.count - bracket > 4, scalars[bracket + 1].isHan
    {
      // …。（縣府提供）中央社記者某某傳真: two credits.
      start = bracket + 1
    }
    guard var start else { return scalars.count <= 16 && !describesPicture(trimmed) ? ("", trimmed) : nil }
    // 本文图片 均为…记者 某某 图: the preceding words belong to it.
    let before = string(scalars[..<start]).trimmedOfBlanks
    let plain = before.simplified
    for opening in ["本文图片", "图片均", "以上图片"] where plain.ends(with: opening) {
      start = before.unicodeScalars.count - opening.unicodeScalars.count
    }
    let clause = string(scalars[start...]).trimmedOfBlanks
    guard clause.nonBlankCount <= 30, !describesPicture(clause), !namesKindOfPicture(clause) else { return nil }
    return (string(scalars[..<start]), clause)
  }

  /// `…窗框。中央社記者王飛華攝　112年7月17日`: Taiwan's agency puts the date after the photographer.
  private static func datedCredit(_ text: String) -> (String, String)? {
    let plain = text.simplified
    for mark in ["摄", "传真"] {
      guard let offset = plain.utf8Offset(of: mark) else { continue }
      let end = text.utf8.index(text.startIndex, offsetBy: offset + mark.utf8.count)
      let after = text[end...]
      let day = after.withoutBlanks
      guard day.ends(with: "日"), day.nonBlankCount <= 12,
        day.unicodeScalars.allSatisfy({ $0.isOne(of: "0123456789年月日") })
      else { continue }
      guard let (rest, credit) = closingPhrase(String(text[..<end])) else { continue }
      return (rest, credit + " " + day)
    }
    return nil
  }

  /// The blank before the credit: two in a row, a wide one, or the last one before a word that only credits start with.
  private static func runOfBlanks(_ scalars: [Unicode.Scalar]) -> Int? {
    for index in scalars.indices.reversed() where scalars[index].isBlank {
      let isWide = scalars[index] == "\u{3000}" || (index > 0 && scalars[index - 1].isBlank)
      let rest = string(scalars[(index + 1)...])
      if rest.nonBlankCount > 26 { return nil }
      if isWide || rest.simplified.startsWithAny(of: ["资料", "记者", "摄影"]) { return index }
      if rest.simplified.ends(with: "社发") { return index }
      if CreditWords.endings.contains(rest) { continue }
      if rest.nonBlankCount >= 5 { return index }
    }
    return nil
  }

  /// `资料照片：…`: the credit comes first.
  private static func openingPhrase(_ text: String) -> (String, String)? {
    guard let length = CreditWords.openings.openingLength(of: text) else { return nil }
    let phrase = head(length, of: text)
    let rest = behind(length, in: text)
    guard let next = rest.unicodeScalars.first else { return ("", phrase) }
    guard next.isOne(of: "：:，,。 \u{3000}－-—") else { return nil }
    let scalars = rest.unicodeScalars.drop { $0.isBlank || $0.isOne(of: "：:，,。－-—") }
    return (String(scalars), phrase)
  }

  // MARK: Labels

  /// Whether a text begins with a credit's label, followed by a mark if the label needs one.
  static func startsWithLabel(_ text: String) -> Bool { CreditWords.labelLength(of: text) != nil }

  /// The text without the label that it begins with.
  static func withoutLabel(_ text: String) -> String {
    CreditWords.labelLength(of: text).map { behind($0, in: text) } ?? text
  }

  private static func head(_ utf8Count: Int, of text: String) -> String {
    String(text[..<text.utf8.index(text.startIndex, offsetBy: utf8Count)])
  }

  private static func behind(_ utf8Offset: Int, in text: String) -> String {
    String(text[text.utf8.index(text.startIndex, offsetBy: utf8Offset)...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count) { bytes in
      var count = 0
      for scalar in scalars {
        let utf8 = CharacterReference.UTF8Bytes(scalar: scalar.value)
        for index in 0..<utf8.count {
          bytes.initializeElement(at: count, to: utf8[index])
          count += 1
        }
      }
      return String(wellFormed: UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
  }
}
