/// Why a line of a page was dropped, in words for readers: the underlying rules are for maintainers.
enum DropReason: String, CaseIterable {
  case share, advert, related, navigation, comments, tools, footer, subscribe, cookies, hidden, tags, counter
  case facts, links, repeats, repeatsHere, place, company, shape

  /// The two weightiest ones, from rules in order of weight.
  static func reasons(_ rules: [String]) -> [DropReason] {
    var reasons: [DropReason] = []
    for rule in rules {
      let reason = DropReason(rule: rule)
      if !reasons.contains(reason) { reasons.append(reason) }
      if reasons.count == 2 { break }
    }
    return reasons
  }

  /// - Parameter rule: A rule's id: its group and its subject, such as `nearShare` or `saysComments`.
  init(rule: String) {
    let subject = ["own", "near", "far", "says", "in"].lazy.compactMap { group -> DropReason? in
      guard rule.hasPrefix(group) else { return nil }
      let name = rule.dropFirst(group.count)
      return DropReason(rawValue: name.prefix(1).lowercased() + name.dropFirst())
    }.first
    self = subject ?? DropReason.group(of: rule)
  }

  private static func group(of rule: String) -> DropReason {
    if rule == "repeatsInPage" || rule.hasPrefix("proseRepeats") { return .repeatsHere }
    if rule.hasPrefix("repeats") { return .repeats }
    if rule == "inCard" || rule == "inTeasers" || rule == "inOtherArticle" { return .related }
    if rule == "saysPromotion" { return .subscribe }
    if rule == "saysSiteFooter" || rule == "hasCopyright" { return .footer }
    if rule == "saysCounters" || rule == "figuresOnly" { return .counter }
    if ["Author", "Date", "Meta", "Source", "Credit", "Title"].contains(where: { rule.hasSuffix($0) }) {
      return .facts
    }
    if rule.range(of: "link") != nil || rule.range(of: "Link") != nil { return .links }
    if ["before", "behind", "place", "outside", "longB", "shortly"].contains(where: { rule.hasPrefix($0) }) {
      return .place
    }
    let groups = [
      "previous", "next", "neighbours", "siblings", "cousins", "around", "parent", "path", "run", "like", "outer",
    ]
    return groups.contains { rule.hasPrefix($0) } ? .company : .shape
  }

  func text(in language: Language) -> String { language.choosing(row) }

  private var row: Wording {
    switch self {
    case .share: ("分享按钮", "分享按鈕", "sharing buttons")
    case .advert: ("广告", "廣告", "advertising")
    case .related: ("其他文章", "其他文章", "other articles")
    case .navigation: ("导航", "導覽", "navigation")
    case .comments: ("评论", "評論", "comments")
    case .tools: ("工具栏", "工具列", "tools")
    case .footer: ("页脚", "頁尾", "footer")
    case .subscribe: ("订阅提示", "訂閱提示", "a request to subscribe")
    case .cookies: ("Cookie 提示", "Cookie 提示", "a cookie notice")
    case .hidden: ("隐藏内容", "隱藏內容", "hidden")
    case .tags: ("标签", "標籤", "tags")
    case .counter: ("计数", "計數", "counters")
    case .facts: ("署名、日期等", "署名、日期等", "byline, date and the like")
    case .links: ("多为链接", "多為連結", "mostly links")
    case .repeats: ("同站各篇都有", "同站各篇都有", "on many pages of the site")
    case .repeatsHere: ("本页重复出现", "本頁重複出現", "repeated on the page")
    case .place: ("在正文之外", "在正文之外", "outside the text")
    case .company: ("前后都不是正文", "前後都不是正文", "among boilerplate")
    case .shape: ("不成句", "不成句", "no sentence")
    }
  }
}
