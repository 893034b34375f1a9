import Text

/// The class of a short line of a page, by its words: the boilerplate around articles on any site.
enum LineClass: Sendable, Equatable {
  /// 分享到：, 微信 微博 QQ空间.
  case share
  /// 相关阅读：; the links that follow lead to other articles.
  case relatedLabel
  /// 网友评论（12）, 登录后发表评论.
  case comments
  /// 广告, 請繼續往下閱讀.
  case advert
  /// 扫一扫, 下载客户端, 关注我们.
  case promotion
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
  var isBoilerplate: Bool {
    switch self {
    case .share, .relatedLabel, .comments, .advert, .promotion, .navigation, .counters, .siteFooter, .tags: true
    case .notice, .endMark, .agencyCredit: false
    }
  }
}

extension LineClass {
  /// The class of a line, if its words determine one.
  ///
  /// - Parameters:
  ///   - line: One paragraph; lines longer than `LineLimits.characters` have no class.
  ///   - isAtEdge: Before the first or after the last prose, where words suffice that could also occur in a sentence.
  ///   - isLinked: Whether at least half of the line is in links. No word makes any other sentence boilerplate.
  /// - Complexity: O(length of the line).
  init?(_ line: String, isAtEdge: Bool, isLinked: Bool = false) {
    guard let lineClass = line.withBytes({ LineClass($0, isAtEdge: isAtEdge, isLinked: isLinked) }) else { return nil }
    self = lineClass
  }

  /// The same, for well-formed bytes.
  init?(_ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool, isLinked: Bool = false) {
    // Inside an article only lines of a few words are examined; prose costs one comparison.
    guard line.count <= (isAtEdge ? LineLimits.bytesAtEdge : LineLimits.bytesAmidText) else { return nil }
    let lineClass = FoldedLine.read(line, limit: LineLimits.characters) { folded -> LineClass? in
      guard let lineClass = Self.classify(folded, line, isAtEdge: isAtEdge) else { return nil }
      return !isLinked && lineClass.isBoilerplate && lineClass.isSentence(folded) ? nil : lineClass
    }
    guard let lineClass else { return nil }
    self = lineClass
  }

  private static func classify(
    _ folded: FoldedLine, _ line: UnsafeBufferPointer<UInt8>, isAtEdge: Bool
  ) -> LineClass? {
    guard folded.scalarCount > 0, folded.scalarCount <= LineLimits.characters, !folded.isListed else { return nil }
    if let lineClass = whole(folded) { return lineClass }
    if folded.scalarCount <= LineLimits.beginning, let lineClass = begun(folded) { return lineClass }
    if isAtEdge { return atEdge(line, folded) }
    return folded.scalarCount <= LineLimits.button && PromotionLine.isButton(folded) ? .advert : nil
  }

  /// Whether a line with such words reads as a sentence, however short.
  private func isSentence(_ folded: FoldedLine) -> Bool {
    // `下一篇：…。`: a label and someone else's title.
    if self == .navigation || self == .tags, folded.opensWithLabel { return false }
    // `All rights reserved.`
    return self == .siteFooter ? folded.endsInChinese : folded.readsAsSentence
  }

  // MARK: Whole lines

  private static let wholeTable: KeyTable<LineClass?> = {
    var table = KeyTable<LineClass?>(capacity: 1024, empty: nil)
    Vocabulary.forEach(in: Vocabulary.wholeLines) { table[FoldedLine.hash($1)] = Vocabulary.classes[$0] }
    return table
  }()

  static func whole(_ folded: FoldedLine) -> LineClass? {
    let bare = folded.bare
    guard bare.count <= LineLimits.bytesOfWholeLine else { return nil }
    if let lineClass = wholeTable[FoldedLine.hash(bare)] { return lineClass }
    guard folded.hasDigit else { return nil }
    // `评论（12）`, `3条评论`: without digits.
    let lineClass = wholeTable[folded.hashWithoutCount]
    // 3 註冊: a numbered step.
    return lineClass == .promotion ? nil : lineClass
  }

  // MARK: Beginnings

  private static let beginnings = PhraseTable(Vocabulary.beginnings)

  private static func begun(_ folded: FoldedLine) -> LineClass? {
    let found = beginnings.match(in: folded.bytes, at: 0).map { Vocabulary.classes[$0.payload] }
    // 上一篇裡面寫到了…: a sentence that starts with such a word is a sentence.
    return found == .navigation && folded.holdsFullStop ? nil : found
  }

  /// The text after the label of other articles with which a line begins: `延伸阅读：…`; nil if there is none.
  ///
  /// - Parameter link: The line's first link, which may follow the label without a mark.
  static func restBehindRelatedLabel(_ line: String, link: String? = nil) -> String? {
    let opened = line.trimmed(of: "【[（(＊*•·▶►>＞◎")
    let length = opened.withBytes { bytes in
      FoldedLine.read(bytes, limit: LineLimits.beginning) { folded in
        relatedLabels.match(in: folded.bytes, at: 0).map { folded.bytes[..<$0.length].count { $0 & 0xC0 != 0x80 } }
      }
    }
    guard let length else { return nil }
    let rest = opened.unicodeScalars.dropFirst(length)
    let isParted = rest.first.map { $0.isBlank || "：:|｜·-】]）)".unicodeScalars.contains($0) } ?? true
    let text = String(rest).trimmed(of: "：:|｜·-】]）)")
    return isParted || link.map { text.begins(with: $0) } == true ? text : nil
  }

  private static let relatedLabels = PhraseTable(Vocabulary.labels)
}
