import Text

/// What a short line of a page is, told by its words: the furniture that stands around articles on any site.
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

  /// Whether such a line is no part of an article wherever it stands.
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
  ///   - line: One paragraph; longer ones than 200 characters have no shape.
  ///   - isAtEdge: Before the first or after the last prose. There words suffice that could stand in a sentence.
  /// - Complexity: O(length of the line).
  init?(_ line: String, isAtEdge: Bool) {
    guard let shape = line.withBytes({ LineShape($0, isAtEdge: isAtEdge) }) else { return nil }
    self = shape
  }

  /// The same of well-formed bytes.
  init?(_ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool) {
    // Amid an article only lines of a few words are looked at; prose costs one comparison.
    guard line.count <= (isAtEdge ? 900 : 120) else { return nil }
    let shape = PlainLine.read(line, limit: Self.mostCharacters) { Self.shape(of: $0, line, isAtEdge: isAtEdge) }
    guard let shape else { return nil }
    self = shape
  }

  /// Longer lines have no shape.
  private static let mostCharacters = 220

  private static func shape(
    of plain: PlainLine, _ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool
  ) -> LineShape? {
    guard plain.scalarCount > 0, plain.scalarCount <= mostCharacters, !plain.isListed else { return nil }
    if let shape = whole(plain) { return shape }
    if plain.scalarCount <= 90, let shape = started(plain) { return shape }
    if isAtEdge { return atEdge(line, plain) }
    return plain.scalarCount <= 16 && PromptLine.isButton(plain) ? .advert : nil
  }

  /// Whether a line amid an article is an advert: what the initializer finds, but most lines are asked less.
  static func isAdvert(_ line: String) -> Bool {
    guard line.utf8.count <= 120, line.withBytes(mayBeAdvert) else { return false }
    return LineShape(line, isAtEdge: false) == .advert
  }

  /// False where the line holds none of the adverts' words. Blanks, figures and capitals, which may stand between or
  /// in them, make a closer look necessary.
  private static func mayBeAdvert(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < line.count {
      let byte = line[offset]
      if byte &- 0x30 < 10 || byte &- 0x41 < 26 || Blanks.length(in: line, at: offset) > 0 { return true }
      offset += Blanks.scalarLength(byte)
    }
    return adverts.holdsAny(in: line)
  }

  private static let adverts = PhraseTable(
    (LineVocabulary.wholeLines.filter { $0.0 == .advert }.flatMap { $0.1.split(separator: " ").map(String.init) }
      + LineVocabulary.beginnings.filter { $0.0 == .advert }.flatMap(\.1) + PromptLine.programs).map { ($0, 0) })

  // MARK: Whole lines

  private static let wholeTable: KeyTable<LineShape?> = {
    let lines = LineVocabulary.wholeLines.flatMap { shape, lines in lines.split(separator: " ").map { (shape, $0) } }
    var table = KeyTable<LineShape?>(capacity: lines.count, empty: nil)
    for (shape, line) in lines { table[line.withBytes(PlainLine.hash)] = shape }
    return table
  }()

  private static func whole(_ plain: PlainLine) -> LineShape? {
    // The longest of these lines has 64 bytes.
    let bare = plain.bare
    guard bare.count <= 96 else { return nil }
    if let shape = wholeTable[PlainLine.hash(bare)] { return shape }
    guard plain.hasDigit else { return nil }
    // `评论（12）`, `3条评论`: without figures.
    let shape = wholeTable[plain.hashWithoutCount]
    // 3 註冊: a numbered step.
    return shape == .prompt ? nil : shape
  }

  // MARK: Beginnings

  private static let beginnings = PhraseTable(
    LineVocabulary.beginnings.enumerated().flatMap { number, entry in entry.1.map { ($0, number) } })

  private static func started(_ plain: PlainLine) -> LineShape? {
    let found = beginnings.match(in: plain.bytes, at: 0).map { LineVocabulary.beginnings[$0.payload].0 }
    // 上一篇裡面寫到了…: a sentence that starts with such a word is one.
    return found == .navigation && plain.holdsFullStop ? nil : found
  }

  // MARK: At the edges of an article

  private static let edge = PhraseTable(
    LineVocabulary.edge.enumerated().flatMap { number, entry in entry.1.map { ($0, number) } })

  private static func atEdge(_ line: UnsafeBufferPointer<UInt8>, _ plain: PlainLine) -> LineShape? {
    if plain.hasDigit, isCounters(plain) { return .counters }
    if plain.bytes.count <= 200, let shape = listOfWholes(line) { return shape }
    if plain.bytes.count <= 200, isPlatformList(line) || isPlatformRun(plain) { return .share }
    var first: Int?
    var isNotice = false
    edge.forEachMatch(in: plain.bytes) { match in
      // The order of the vocabulary decides between several.
      if plain.scalarCount <= LineVocabulary.edge[match.payload].2 {
        first = min(first ?? .max, match.payload)
        if LineVocabulary.edge[match.payload].0 == .notice { isNotice = true }
      }
      return true
    }
    if let first {
      // 本文来自微信公众号：… tells where a text is from and whose it is; a prompt beside it does not count.
      let shape = LineVocabulary.edge[first].0
      if shape == .prompt, isNotice { return .notice }
      if shape == .prompt, isLabelledSentence(plain) || PromptLine.isTold(plain) { return nil }
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
    if plain.scalarCount <= 60, plain.bytes.starts(with: "※".utf8) { return .notice }
    if isRemnant(plain) { return .siteFooter }
    if plain.bytes.count >= 12, plain.bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return .siteFooter }
    return isAgencyList(plain) ? .agencyCredit : nil
  }

  /// `频道 @riverdaily`: an account's name behind a word at most.
  private static func isHandle(_ plain: PlainLine) -> Bool {
    guard plain.scalarCount <= 28, let mark = plain.bytes.firstIndex(of: 0x40), mark <= 18 else { return false }
    let handle = plain.bytes[(mark + 1)...]
    return handle.count >= 3 && handle.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
      && plain.bytes[..<mark].allSatisfy { $0 >= 0x80 || $0 == 0x3A }
  }

  /// `报名方式：扫描下方二维码填写表格，或发邮件至…。`: a sentence that answers a label of the text's own.
  private static func isLabelledSentence(_ plain: PlainLine) -> Bool {
    let bytes = plain.bytes
    guard plain.scalarCount >= 18, ByteSearch.ends(bytes, with: "。"),
      let label = bytes.prefix(21).firstIndex(of: 0xEF), 6...18 ~= label
    else { return false }
    return bytes.count > label + 2 && bytes[label + 1] == 0xBC && bytes[label + 2] == 0x9A
  }

  /// `☆飲酒過量有害健康☆`: what a paper asks its readers to bear in mind.
  private static func isStarred(_ plain: PlainLine) -> Bool {
    guard plain.scalarCount <= 60, plain.bytes.count > 12 else { return false }
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
    let parts = Blanks.Parts(of: line, marks: ":：|｜、,，/／·•")
    // One name is no list.
    var places = parts.makeIterator()
    guard places.next() != nil, places.next() != nil else { return false }
    for range in parts {
      count += 1
      guard count <= mostPlatforms else { return false }
      let part = UnsafeBufferPointer(rebasing: line[range])
      if isPlatform(part) || PlainLine.read(part, isCounters) { continue }
      unknown += 1
      if unknown * 5 > mostPlatforms { return false }
    }
    // All are known, or at least three and four fifths.
    return unknown == 0 || unknown * 5 <= count && count - unknown >= 3
  }

  /// More names than this stand in no line of buttons.
  private static let mostPlatforms = 24

  private static func isPlatform(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count <= longestPlatform && name.count > 0 && platformTable[PlainLine.loweredHash(name)]
  }

  /// In bytes, before the name is made lower case, which may shorten it.
  private static let longestPlatform = 2 * (LineVocabulary.platforms.map(\.utf8.count).max() ?? 0)

  private static let platformTable: KeyTable<Bool> = {
    var table = KeyTable(capacity: LineVocabulary.platforms.count, empty: false)
    for name in LineVocabulary.platforms { table[name.withBytes(PlainLine.loweredHash)] = true }
    return table
  }()

  private static let platformNames = PhraseTable(
    LineVocabulary.platforms.filter { $0.utf8.count > 1 }.map { ($0.filter { $0 != " " }, 0) })

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

  private static let counted = PhraseTable(LineVocabulary.counted.map { ($0, 0) })

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
