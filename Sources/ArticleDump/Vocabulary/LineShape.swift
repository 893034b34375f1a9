import Text

/// What a short line of a page is, told by its words: the boilerplate around articles on any site.
enum LineShape: Sendable, Equatable {
  /// 分享到：, 微信 微博 QQ空间.
  case share
  /// 相关阅读：; the links that follow lead to other articles.
  case relatedLabel
  /// 网友评论（12）, 登录后发表评论.
  case comments
  /// 广告, 請繼續往下閱讀.
  case advert
  /// 扫一扫, 下载客户端, 关注我们.
  case prompt
  /// 上一篇：…, 当前位置：…, 打印本页.
  case navigation
  /// 阅读 1.2万 赞 86.
  case counters
  /// 京ICP备…号, All Rights Reserved.
  case siteFooter
  /// 版权声明：…, 本文仅代表作者个人观点.
  case notice
  /// （完）, - END -.
  case endMark
  /// （路透社、德新社）, （综合报道）.
  case agencyCredit
  /// 标签：….
  case tags

  /// Whether such a line is not part of an article wherever it is.
  var isFurniture: Bool {
    switch self {
    case .share, .relatedLabel, .comments, .advert, .prompt, .navigation, .counters, .siteFooter, .tags: true
    case .notice, .endMark, .agencyCredit: false
    }
  }
}

extension LineShape {
  /// What a line is, when its words tell.
  ///
  /// - Parameters:
  ///   - line: One paragraph; longer ones than `LineLimits.characters` have no shape.
  ///   - isAtEdge: Before the first or after the last prose. There words suffice that could occur in a sentence.
  ///   - isLinked: Whether at least half of the line lies in links. Of other sentences no word tells that they are
  ///     boilerplate.
  /// - Complexity: O(length of the line).
  init?(_ line: String, isAtEdge: Bool, isLinked: Bool = false) {
    guard let shape = line.withBytes({ LineShape($0, isAtEdge: isAtEdge, isLinked: isLinked) }) else { return nil }
    self = shape
  }

  /// The same of well-formed bytes.
  init?(_ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool, isLinked: Bool = false) {
    // Amid an article only lines of a few words are looked at; prose costs one comparison.
    guard line.count <= (isAtEdge ? LineLimits.bytesAtEdge : LineLimits.bytesAmidText) else { return nil }
    let shape = PlainLine.read(line, limit: LineLimits.characters) { plain -> LineShape? in
      guard let shape = Self.shape(of: plain, line, isAtEdge: isAtEdge) else { return nil }
      return !isLinked && shape.isFurniture && shape.isSentence(plain) ? nil : shape
    }
    guard let shape else { return nil }
    self = shape
  }

  private static func shape(
    of plain: PlainLine, _ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool
  ) -> LineShape? {
    guard plain.scalarCount > 0, plain.scalarCount <= LineLimits.characters, !plain.isListed else { return nil }
    if let shape = whole(plain) { return shape }
    if plain.scalarCount <= LineLimits.begun, let shape = begun(plain) { return shape }
    if isAtEdge { return atEdge(line, plain) }
    return plain.scalarCount <= LineLimits.button && PromptLine.isButton(plain) ? .advert : nil
  }

  /// Whether a line with such words reads as a sentence, however short.
  private func isSentence(_ plain: PlainLine) -> Bool {
    // `下一篇：…。`: a label and somebody else's title.
    if self == .navigation || self == .tags, plain.opensWithLabel { return false }
    // `All rights reserved.`
    return self == .siteFooter ? plain.endsInChinese : plain.readsAsSentence
  }

  // MARK: Whole lines

  private static let wholeTable: KeyTable<LineShape?> = {
    var table = KeyTable<LineShape?>(capacity: 1024, empty: nil)
    Vocabulary.forEach(in: Vocabulary.wholeLines) { table[PlainLine.hash($1)] = Vocabulary.classes[$0] }
    return table
  }()

  private static func whole(_ plain: PlainLine) -> LineShape? {
    let bare = plain.bare
    guard bare.count <= LineLimits.bytesOfWhole else { return nil }
    if let shape = wholeTable[PlainLine.hash(bare)] { return shape }
    guard plain.hasDigit else { return nil }
    // `评论（12）`, `3条评论`: without figures.
    let shape = wholeTable[plain.hashWithoutCount]
    // 3 註冊: a numbered step.
    return shape == .prompt ? nil : shape
  }

  // MARK: Beginnings

  private static let beginnings = PhraseTable(Vocabulary.beginnings)

  private static func begun(_ plain: PlainLine) -> LineShape? {
    let found = beginnings.match(in: plain.bytes, at: 0).map { Vocabulary.classes[$0.payload] }
    // 上一篇裡面寫到了…: a sentence that starts with such a word is one.
    return found == .navigation && plain.holdsFullStop ? nil : found
  }

  /// What follows the label of other articles that a line begins with: `延伸阅读：…`; nil without one.
  ///
  /// - Parameter link: The line's first link, which may follow the label without a mark.
  static func restBehindRelatedLabel(_ line: String, link: String? = nil) -> String? {
    let opened = line.trimmed(of: "【[（(＊*•·▶►>＞◎")
    let length = opened.withBytes { bytes in
      PlainLine.read(bytes, limit: LineLimits.begun) { plain in
        relatedLabels.match(in: plain.bytes, at: 0).map { plain.bytes[..<$0.length].count { $0 & 0xC0 != 0x80 } }
      }
    }
    guard let length else { return nil }
    let rest = opened.unicodeScalars.dropFirst(length)
    let isParted = rest.first.map { $0.isBlank || "：:|｜·-】]）)".unicodeScalars.contains($0) } ?? true
    let text = String(rest).trimmed(of: "：:|｜·-】]）)")
    return isParted || link.map { text.begins(with: $0) } == true ? text : nil
  }

  private static let relatedLabels = PhraseTable(Vocabulary.labels)

  // MARK: At the edges of an article

  private static let within = PhraseTable(Vocabulary.within)

  private static func atEdge(_ line: UnsafeBufferPointer<UInt8>, _ plain: PlainLine) -> LineShape? {
    if plain.hasDigit, isCounters(plain) { return .counters }
    if plain.bytes.count <= LineLimits.bytesOfRow {
      if let shape = listOfWholes(line) { return shape }
      if isPlatformList(line) || isPlatformRun(plain) { return .share }
    }
    var first: Int?
    var isNotice = false
    let isSentence = plain.readsAsSentence
    within.forEachMatch(in: plain.bytes) { match in
      let (shape, characters) = Vocabulary.limits[match.payload]
      guard plain.scalarCount <= characters else { return true }
      // 他们争了十年的版权归了外人。: of sentences those are notices that say so at once.
      if shape == .notice, isSentence, !plain.opensClause(at: match.start) { return true }
      // The order of the vocabulary decides between several.
      first = min(first ?? .max, match.payload)
      if shape == .notice { isNotice = true }
      return true
    }
    if let first {
      // 本文来自微信公众号：… tells where a text is from and whose it is; a prompt beside it does not count.
      let shape = Vocabulary.limits[first].shape
      if shape == .prompt, isNotice { return .notice }
      // 发表了声明：: what follows is the text's.
      if shape == .notice, plain.scalarCount > 8, ByteSearch.ends(plain.bytes, with: "：") { return nil }
      if shape == .notice, let rest = withoutTitles(String(wellFormed: line)) {
        return rest.withBytes { rest in PlainLine.read(rest) { atEdge(rest, $0) } }
      }
      // （大报记者某某综合报导）opens a paragraph; alone it closes one.
      if shape == .agencyCredit, !plain.isBracketed, !ByteSearch.starts(plain.bytes, with: "本文") { return nil }
      return shape
    }
    if PromptLine.matches(plain) || isStarred(plain) || isHandle(plain) { return .prompt }
    // ※ opens a note on the page, never a paragraph.
    if plain.scalarCount <= LineLimits.prompt, plain.bytes.starts(with: "※".utf8) { return .notice }
    if isRemnant(plain) { return .siteFooter }
    if plain.bytes.count >= 12, plain.bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return .siteFooter }
    return isAgencyList(plain) ? .agencyCredit : nil
  }

  /// `频道 @riverdaily`: an account's name after a word at most.
  private static func isHandle(_ plain: PlainLine) -> Bool {
    guard plain.scalarCount <= 28, let mark = plain.bytes.firstIndex(of: 0x40), mark <= 18 else { return false }
    let handle = plain.bytes[(mark + 1)...]
    return handle.count >= 3 && handle.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
      && plain.bytes[..<mark].allSatisfy { $0 >= 0x80 || $0 == 0x3A }
  }

  /// `☆飲酒過量有害健康☆`: what a paper asks its readers to bear in mind.
  private static func isStarred(_ plain: PlainLine) -> Bool {
    guard plain.scalarCount <= LineLimits.prompt, plain.bytes.count > 12 else { return false }
    return ["☆", "★", "※", "◎"].contains { mark in
      mark.withBytes { ByteSearch.starts(plain.bytes, with: $0) && ByteSearch.ends(plain.bytes, with: $0) }
    }
  }

  /// 上半部分：《某某授权发布：…》: what a title says is not said of this text.
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

  /// An address of mail alone, or what a script should have filled in: `{{ title }}`.
  private static func isRemnant(_ plain: PlainLine) -> Bool {
    let bytes = plain.bytes
    if ByteSearch.holds(bytes, "{{"), ByteSearch.holds(bytes, "}}") { return true }
    return plain.scalarCount <= 48 && plain.scalarCount == bytes.count && ByteSearch.holds(bytes, byte: 0x40)
      && ByteSearch.holds(bytes, byte: 0x2E) && bytes.first != 0x40 && !ByteSearch.holds(bytes, byte: 0x2F)
  }

  private static func isPlatformList(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var unknown = 0
    for range in Blanks.Parts(of: line, marks: ":：|｜、,，/／·•") {
      count += 1
      guard count <= mostPlatforms else { return false }
      let part = UnsafeBufferPointer(rebasing: line[range])
      // Counters have a figure.
      if isPlatform(part) || part.contains(where: { $0 &- 0x30 < 10 }) && PlainLine.read(part, isCounters) { continue }
      unknown += 1
      if unknown * 5 > mostPlatforms { return false }
    }
    // A single name does not make a list.
    guard count >= 2 else { return false }
    // All are known, or at least three and four fifths.
    return unknown == 0 || unknown * 5 <= count && count - unknown >= 3
  }

  /// A line of buttons never has more names than this.
  private static let mostPlatforms = 24

  private static func isPlatform(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 0, name.count <= LineLimits.bytesOfName else { return false }
    return PlainLine.read(name) { platformTable[PlainLine.hash($0.bytes)] }
  }

  private static let platformTable: KeyTable<Bool> = {
    var table = KeyTable(capacity: 256, empty: false)
    Vocabulary.forEach(in: Vocabulary.rows) { table[PlainLine.hash($1)] = true }
    return table
  }()

  private static let platformNames = PhraseTable(Vocabulary.rows)

  /// `微博微信分享0`: buttons whose markup put nothing between them.
  private static func isPlatformRun(_ plain: PlainLine) -> Bool {
    (phraseCount(platformNames, in: plain.bytes) ?? 0) >= 2
  }

  /// How many phrases of a table a line is made of, figures aside; `nil` where it holds anything else.
  private static func phraseCount(_ table: PhraseTable, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      if let match = table.match(in: bytes, at: index) {
        count += 1
        index += match.length
      } else if let length = PlainLine.figureLength(bytes, at: index) {
        index += length
      } else {
        return nil
      }
    }
    return count
  }

  /// `返回首页 | 返回列表`: several such lines on one.
  private static func listOfWholes(_ line: UnsafeBufferPointer<UInt8>) -> LineShape? {
    var first: LineShape?
    var count = 0
    for part in Blanks.Parts(of: line, marks: "|｜│/／、·•-—【】[]") {
      count += 1
      guard count <= 12 else { return nil }
      let shape = PlainLine.read(UnsafeBufferPointer(rebasing: line[part])) { plain in
        whole(plain) ?? (isCounters(plain) ? .counters : nil)
      }
      guard let shape, shape.isFurniture else { return nil }
      first = first ?? shape
    }
    return count >= 2 ? first : nil
  }

  private static let counted = PhraseTable(Vocabulary.counted)

  /// Only counters: words and figures in either order; or a figure alone.
  private static func isCounters(_ plain: PlainLine) -> Bool {
    let bytes = plain.bytes
    guard plain.hasDigit, let words = phraseCount(counted, in: bytes) else { return false }
    // A bare 0, as buttons count what nobody pressed; other bare figures number the parts of a text.
    return words > 0 || bytes.count == 1 && bytes[0] == 0x30 || plain.isRoundCount || bytes.first == 0x2B
  }

  /// `（路透社、德新社）`: a bracket that holds only names of agencies.
  private static func isAgencyList(_ plain: PlainLine) -> Bool {
    guard plain.bytes.count <= 130, plain.isBracketed else { return false }
    let text = String(decoding: plain.bytes, as: UTF8.self)
    let names = text.trimmed(of: "（）()").unicodeScalars
      .split { "、，,／/和及".unicodeScalars.contains($0) }.map { String(String.UnicodeScalarView($0)) }
    return !names.isEmpty
      && names.allSatisfy { name in
        CaptionCredit.agencies.contains { $0.lowered == name } || name.ends(with: "社") || name.ends(with: "网")
          || name.ends(with: "等")
      }
  }
}
