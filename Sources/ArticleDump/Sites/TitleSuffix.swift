import Text

/// The publisher's name that pages append to their titles: ` - iYouPort`, ` | BBC`, `_网易`.
enum TitleSuffix {
  struct Split {
    var title: String
    /// The site's name for itself there.
    var suffix: String
    /// The sections between title and site: `标题 - 生活 - 站名`.
    var columns: [String] = []
  }

  /// The title without the site's suffix; `nil` unless the last part is certainly the site's name: one of the given
  /// names, or a name that only media have.
  ///
  /// - Parameter names: The site's names: its publisher's, and its host's main part. Evaluated only if the title has a
  ///   possible separator.
  static func split(_ title: String, names: () -> [String]) -> Split? {
    if let forum = forum(title) { return forum }
    var keys: Set<String>?
    func known() -> Set<String> {
      if let keys { return keys }
      let folded = Set(names().map(folded)).subtracting([""])
      keys = folded
      return folded
    }
    var result: Split?
    // 标题_栏目_站名-The Site: starting from the last part.
    for _ in 0..<5 {
      guard
        let (rest, part) = lastPart(
          of: result?.title ?? title,
          where: { part, separator in
            if known().contains(folded(part)) { return true }
            guard result != nil else { return isMediaName(part, after: separator) }
            return isColumn(part) || startsWithName(part, known())
          })
      else { break }
      if result == nil {
        result = Split(title: rest, suffix: part)
      } else {
        result?.title = rest
        if isColumn(part) { result?.columns.insert(part, at: 0) }
      }
    }
    return result ?? splitAtBlank(title, known)
  }

  /// `标题 日经中文网`: only a blank before a name that is certainly the site's.
  private static func splitAtBlank(_ title: String, _ known: () -> Set<String>) -> Split? {
    guard BylineWords.desks.closes(title),
      let blank = title.unicodeScalars.lastIndex(where: { $0 == " " || $0 == "\u{3000}" })
    else { return nil }
    let part = String(title.unicodeScalars[title.unicodeScalars.index(after: blank)...])
    let rest = trimmed(String(title.unicodeScalars[..<blank]))
    guard part.unicodeScalars.count >= 3, rest.unicodeScalars.count >= 4, known().contains(folded(part)) else {
      return nil
    }
    return Split(title: rest, suffix: part)
  }

  /// `主题 - 版块 - 论坛 - Powered by Discuz!`: the suffix of forum software, in this order.
  private static func forum(_ title: String) -> Split? {
    guard let mark = title.utf8Index(of: " - Powered by ") else { return nil }
    var rest = trimmed(String(title[..<mark]))
    let site = cutLast(&rest)
    let board = cutLast(&rest)
    guard let site else { return Split(title: rest, suffix: String(title[mark...].dropFirst(3))) }
    return Split(title: rest, suffix: site, columns: board.map { [$0] } ?? [])
  }

  /// Removes the part after the last ` - `.
  private static func cutLast(_ title: inout String) -> String? {
    let bytes = Array(title.utf8)
    guard let start = RareBytes.last(Array(" - ".utf8), in: bytes), start > 0 else { return nil }
    title = trimmed(String(decoding: bytes[..<start], as: UTF8.self))
    return trimmed(String(decoding: bytes[(start + 3)...], as: UTF8.self))
  }

  /// The part after one of the separators that is judged to be the site's, and what precedes it.
  private static func lastPart(of title: String, where isSites: (String, [UInt8]) -> Bool) -> (String, String)? {
    let bytes = Array(title.utf8)
    for separator in separators {
      // Most titles contain none of them: the last non-blank byte of a separator is rare in titles.
      guard let mark = separator.last(where: { $0 != 0x20 }), bytes.contains(mark),
        let start = RareBytes.last(separator, in: bytes), start > 0
      else { continue }
      let suffixStart = start + separator.count
      guard 1...80 ~= bytes.count - suffixStart else { continue }
      let suffix = trimmed(String(decoding: bytes[suffixStart...], as: UTF8.self))
      let rest = trimmed(String(decoding: bytes[..<start], as: UTF8.self))
      if !rest.isEmpty, !suffix.isEmpty, isSites(suffix, separator) { return (rest, suffix) }
    }
    return nil
  }

  private static let separators: [[UInt8]] = [
    " - ", " – ", " — ", " | ", " ｜ ", "｜", " · ", "--", "——", "_", "|", "-", "丨", " / ",
  ].map { Array($0.utf8) }

  /// The parts after marks at a title's end, the last first: the names of a site and its sections.
  static func lastParts(of title: String) -> [String] {
    var parts: [String] = []
    var rest = title
    while parts.count < 4, let (before, part) = lastPart(of: rest, where: { _, _ in true }) {
      parts.append(part)
      // 澎湃新闻-The Paper: a name may contain a separator.
      if let whole = parts.dropLast().last, rest.hasSuffix(part) { parts.append(part + "-" + whole) }
      rest = before
    }
    return parts
  }

  /// `问题 - 某某的回答 - 站名`: the person who answers.
  static func answerer(_ page: Page) -> String? {
    guard let node = page.tree.first(.title) else { return nil }
    for part in lastParts(of: page.text(of: node).onOneLine) {
      for ending in ["的回答", "的文章", "的想法"] where part.ends(with: ending) {
        let name = part.dropLast(ending.count).trimmedOfBlanks
        if 2...16 ~= name.nonBlankCount { return name }
      }
    }
    return nil
  }

  /// The last part of a title, if only a medium can have such a name.
  static func mediaName(_ title: String) -> String? {
    split(title, names: { [] })?.suffix
  }

  /// `自由時報電子報`, `某某新闻网`: a name that only media have.
  private static func isMediaName(_ part: String, after separator: [UInt8]) -> Bool {
    let count = part.unicodeScalars.count
    guard 3...14 ~= count, part.unicodeScalars.contains(where: \.isHan),
      !part.unicodeScalars.contains(where: { $0.isOne(of: "，。！？、：；“”「」《》…") })
    else { return false }
    // A bare hyphen occurs within titles too: 专访-某某周刊 is left alone, 标题-某某新闻网 is not.
    if separator == [0x2D] { return part.simplified.endsWithAny(of: ["新闻网", "中文网", "电子报", "日报网"]) }
    if BylineWords.media.closes(part) { return true }
    let plain = part.simplified
    return plain.endsWithAny(of: ["网", "中文台"]) || separator == [0x5F] && plain.endsWithAny(of: portalEndings)
  }

  private static let portalEndings = ["新闻", "频道", "在线", "博客", "论坛", "社区", "资讯"]

  /// Whether a part between a title and its site's name is the name of a section, or the date of a paper.
  static func isColumn(_ part: String) -> Bool {
    if part.utf8.count == 8, part.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    let plain = part.simplified
    if columns.contains(plain) || SectionName.isUsual(plain) { return true }
    for ending in ["新闻", "频道"] where plain.ends(with: ending) {
      let stem = String(plain.dropLast(ending.count))
      return columns.contains(stem) || SectionName.isUsual(stem)
    }
    return false
  }

  private static let columns: Set<String> = Set(
    """
    要闻 时政 时事 社会 生活 地方 港闻 两岸 国际 财经 娱乐 体育 科技 评论 即时 焦点 新闻 \
    政治 头条 全球 专题 深度 观点 文化 副刊 健康 教育 军事 汽车 房产 旅游 旅遊 专栏 资讯 \
    滚动 国内 中国 大陆 香港 台湾 世界 经济 产经 证券 法治 人物 访谈 专访 专题报导 即时新闻 \
    港澳 中港 社论 论坛 言论 投书 艺文 影音 图辑 时评 原创 媒体 直播 公司 商业 宏观 金融 \
    地产 科学 环境 历史 读书 美国 亚洲 欧洲 大千世界 神州 东南亚 新加坡 马来西亚 印度 日本 \
    韩国 俄罗斯 乌克兰 中东 综合 最新 最新消息 每日明报
    """
    .split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// 澎湃号·媒体: a part that begins with the site's name.
  private static func startsWithName(_ part: String, _ names: Set<String>) -> Bool {
    let key = folded(part)
    return key.unicodeScalars.count <= 10 && names.contains { $0.utf8.count >= 6 && key.hasPrefix($0) }
  }

  /// Letters and digits only, in lower case: BBC News 中文 and `bbc-news-中文` are the same.
  private static func folded(_ name: String) -> String {
    name.withBytes { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var offset = 0
      while offset < bytes.count {
        let (value, length) = UTF8Scalar.decode(bytes, at: offset)
        switch value {
        case 0x30...0x39, 0x61...0x7A: folded.append(UInt8(value))
        case 0x41...0x5A: folded.append(UInt8(value) | 0x20)
        case 0x80...:
          let isLetter = 0x4E00...0x9FFF ~= value || Unicode.Scalar(value)?.properties.isAlphabetic ?? false
          if isLetter { folded.append(contentsOf: bytes[offset..<offset + length]) }
        default: break
        }
        offset += length
      }
      return folded.withUnsafeBufferPointer { String(wellFormed: $0) }
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The site's names by its host: `www.iyouport.org` → iyouport, and those of well-known sites.
  static func names(ofHost host: String) -> [String] {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return [] }
    var names = [labels[labels.count - 2], host]
    if labels.count >= 3, ["com", "co", "org", "net", "gov", "edu"].contains(labels[labels.count - 2]) {
      names.append(labels[labels.count - 3])
    }
    if let site = SiteDirectory.site(host: host) { names += site.names }
    if let rules = PublisherRegistry.rules(url: "https://" + host + "/", path: nil) { names += rules.titleNames }
    return names
  }
}
