import Text

/// Classes that words give only to lines above the first and below the last prose: rows of buttons, counters, notices.
extension LineClass {
  private static let within = PhraseTable(Vocabulary.within)

  static func atEdge(_ line: UnsafeBufferPointer<UInt8>, _ folded: FoldedLine) -> LineClass? {
    if folded.hasDigit, isCounters(folded) { return .counters }
    if folded.bytes.count <= LineLimits.bytesOfRow {
      if let lineClass = listOfWholes(line) { return lineClass }
      if isPlatformList(line) || isPlatformRun(folded) { return .share }
    }
    var first: Int?
    var isNotice = false
    let isSentence = folded.readsAsSentence
    within.forEachMatch(in: folded.bytes) { match in
      let (lineClass, characters) = Vocabulary.limits[match.payload]
      guard folded.scalarCount <= characters else { return true }
      // 他们争了十年的版权归了外人。: a sentence is a notice only if the words are at its beginning.
      if lineClass == .notice, isSentence, !folded.opensClause(at: match.start) { return true }
      // If several match, the order of the vocabulary decides.
      first = min(first ?? .max, match.payload)
      if lineClass == .notice { isNotice = true }
      return true
    }
    if let first {
      // 本文来自微信公众号：… says where a text is from and who owns it; a promotion beside it does not count.
      let lineClass = Vocabulary.limits[first].lineClass
      if lineClass == .promotion, isNotice { return .notice }
      // 发表了声明：: what follows is part of the text.
      if lineClass == .notice, folded.scalarCount > 8, ByteSearch.ends(folded.bytes, with: "：") { return nil }
      if lineClass == .notice, let rest = withoutTitles(String(wellFormed: line)) {
        return rest.withBytes { rest in FoldedLine.read(rest) { atEdge(rest, $0) } }
      }
      // （大报记者某某综合报导）opens a paragraph; by itself it closes one.
      if lineClass == .agencyCredit, !folded.isBracketed, !ByteSearch.starts(folded.bytes, with: "本文") { return nil }
      return lineClass
    }
    if PromotionLine.matches(folded) || isStarred(folded) || isHandle(folded) { return .promotion }
    // ※ opens a note on the page, never a paragraph.
    if folded.scalarCount <= LineLimits.promotion, folded.bytes.starts(with: "※".utf8) { return .notice }
    if isMore(folded) { return .relatedLabel }
    if isRemnant(folded) { return .siteFooter }
    if folded.bytes.count >= 12, folded.bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return .siteFooter }
    return isAgencyList(folded) ? .agencyCredit : nil
  }

  /// Whether a line is a label that links follow: `更多河畔新聞報導`.
  private static func isMore(_ folded: FoldedLine) -> Bool {
    folded.bytes.count <= 48 && ByteSearch.starts(folded.bytes, with: "更多")
      && ["报道", "报导", "新闻", "文章", "内容"].contains { word in
        word.withBytes { ByteSearch.ends(folded.bare, with: $0) }
      }
  }

  /// Whether a line is an account's name, after at most one word: `频道 @riverdaily`.
  private static func isHandle(_ folded: FoldedLine) -> Bool {
    guard folded.scalarCount <= 28, let mark = folded.bytes.firstIndex(of: 0x40), mark <= 18 else { return false }
    let handle = folded.bytes[(mark + 1)...]
    return handle.count >= 3 && handle.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
      && folded.bytes[..<mark].allSatisfy { $0 >= 0x80 || $0 == 0x3A }
  }

  /// Whether a line is between stars, as papers print warnings to their readers: `☆飲酒過量有害健康☆`.
  private static func isStarred(_ folded: FoldedLine) -> Bool {
    guard folded.scalarCount <= LineLimits.promotion, folded.bytes.count > 12 else { return false }
    return ["☆", "★", "※", "◎"].contains { mark in
      mark.withBytes { ByteSearch.starts(folded.bytes, with: $0) && ByteSearch.ends(folded.bytes, with: $0) }
    }
  }

  /// A line without the titles in it, which say nothing about this text: 上半部分：《某某授权发布：…》.
  private static func withoutTitles(_ line: String) -> String? {
    guard line.holds("《") else { return nil }
    var rest = String.UnicodeScalarView()
    var depth = 0
    for scalar in line.unicodeScalars {
      if scalar == "《" { depth += 1 }
      if depth == 0 { rest.append(scalar) }
      if scalar == "》", depth > 0 { depth -= 1 }
    }
    return depth == 0 && rest.count < line.unicodeScalars.count ? String(rest) : nil
  }

  /// Whether a line is only an e-mail address, or a placeholder that a script should have filled in: `{{ title }}`.
  private static func isRemnant(_ folded: FoldedLine) -> Bool {
    let bytes = folded.bytes
    if ByteSearch.holds(bytes, "{{"), ByteSearch.holds(bytes, "}}") { return true }
    return folded.scalarCount <= 48 && folded.scalarCount == bytes.count && ByteSearch.holds(bytes, byte: 0x40)
      && ByteSearch.holds(bytes, byte: 0x2E) && bytes.first != 0x40 && !ByteSearch.holds(bytes, byte: 0x2F)
  }

  private static func isPlatformList(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var unknown = 0
    for range in Blanks.Parts(of: line, marks: ":：|｜、,，/／·•") {
      count += 1
      guard count <= mostPlatforms else { return false }
      let part = UnsafeBufferPointer(rebasing: line[range])
      // Counters contain a number.
      if isPlatform(part) || part.contains(where: { $0 &- 0x30 < 10 }) && FoldedLine.read(part, isCounters) { continue }
      unknown += 1
      if unknown * 5 > mostPlatforms { return false }
    }
    // A single name does not make a list.
    guard count >= 2 else { return false }
    // All are known, or at least three, which are four fifths.
    return unknown == 0 || unknown * 5 <= count && count - unknown >= 3
  }

  /// No line of buttons has more names than this.
  private static let mostPlatforms = 24

  private static func isPlatform(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 0, name.count <= LineLimits.bytesOfName else { return false }
    return FoldedLine.read(name) { platformTable[FoldedLine.hash($0.bytes)] }
  }

  private static let platformTable: KeyTable<Bool> = {
    var table = KeyTable(capacity: 256, empty: false)
    Vocabulary.forEach(in: Vocabulary.rows) { table[FoldedLine.hash($1)] = true }
    return table
  }()

  private static let platformNames = PhraseTable(Vocabulary.rows)

  /// Whether a line consists of buttons with nothing between them: `微博微信分享0`.
  private static func isPlatformRun(_ folded: FoldedLine) -> Bool {
    (phraseCount(platformNames, in: folded.bytes) ?? 0) >= 2
  }

  /// How many phrases of a table a line consists of, apart from digits; `nil` if it contains anything else.
  private static func phraseCount(_ table: PhraseTable, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      if let match = table.match(in: bytes, at: index) {
        count += 1
        index += match.length
      } else if let length = FoldedLine.figureLength(bytes, at: index) {
        index += length
      } else {
        return nil
      }
    }
    return count
  }

  /// `返回首页 | 返回列表`: several such lines on a single line.
  private static func listOfWholes(_ line: UnsafeBufferPointer<UInt8>) -> LineClass? {
    var first: LineClass?
    var count = 0
    for part in Blanks.Parts(of: line, marks: "|｜│/／、·•-—【】[]") {
      count += 1
      guard count <= 12 else { return nil }
      let lineClass = FoldedLine.read(UnsafeBufferPointer(rebasing: line[part])) { folded in
        whole(folded) ?? (isCounters(folded) ? .counters : nil)
      }
      guard let lineClass, lineClass.isBoilerplate else { return nil }
      first = first ?? lineClass
    }
    return count >= 2 ? first : nil
  }

  private static let counted = PhraseTable(Vocabulary.counted)

  /// Only counters: words and numbers in either order, or a number alone.
  private static func isCounters(_ folded: FoldedLine) -> Bool {
    let bytes = folded.bytes
    guard folded.hasDigit, let words = phraseCount(counted, in: bytes) else { return false }
    // A bare 0, the count of a button that nobody has pressed; other bare numbers number the parts of a text.
    return words > 0 || bytes.count == 1 && bytes[0] == 0x30 || folded.isRoundCount || bytes.first == 0x2B
  }

  /// `（路透社、德新社）`: a bracket that contains only names of agencies.
  private static func isAgencyList(_ folded: FoldedLine) -> Bool {
    guard folded.bytes.count <= 130, folded.isBracketed else { return false }
    let text = String(decoding: folded.bytes, as: UTF8.self)
    let names = text.trimmed(of: "（）()").unicodeScalars
      .split { "、，,／/和及".unicodeScalars.contains($0) }.map { String(String.UnicodeScalarView($0)) }
    return !names.isEmpty
      && names.allSatisfy { name in
        CreditWords.loweredAgencies.contains(name) || name.endsWithAny(of: ["社", "网", "等"])
      }
  }
}
