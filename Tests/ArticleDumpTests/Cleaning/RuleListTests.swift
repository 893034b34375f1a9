import Foundation
import Testing

@testable import ArticleDump

/// Every rule has an example, a line of the fixtures or of the pages below for which it holds, and a line for which it
/// does not.
@Suite struct RuleListTests {
  private static let sentences = [
    "春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。", "船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。",
    "下游的大桥明年通车以后，这条航线就要停了，镇里正在商量把渡船留作纪念。",
  ]
  private static let others = [
    "山城今年再修三座过江大桥，第一座将在秋天动工，工期预计为三年半。", "对岸的卫生院要搬到新城区去了，居民担心以后看病要多坐四站车。",
    "老码头的最后一间茶馆周末关门，老板说房租涨了一倍，客人却少了一半。",
  ]
  private static let prose = sentences.map(paragraph).joined()
  private static let diary = "一二三四五六七八九十百千万甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄".map {
    paragraph("第\($0)天，江水涨到第\($0)级石阶，船工把缆绳又放长了\($0)尺，孩子们在岸上数船。")
  }.joined()
  /// A name for each of `MarkupWords`.
  private static let names =
    "post-share adsbygoogle related main-nav comment-list article-toolbar page-footer subscribe-box cookie-bar visuallyhidden "
    + "post-tags view-counter top-banner photo-caption photo-credit author-name post-date entry-meta news-source post-title "
    + "subtitle article-lead page-content site-logo news-category copyright-info statement photo-gallery news-teaser fact-box "
    + "article_bodytext"

  private static func paragraph(_ text: String) -> String { "<p>\(text)</p>" }

  private static func page(_ body: String, head: String = "") -> String {
    "<html><head><title>渡口的早晨</title>\(head)</head><body>\(body)</body></html>"
  }

  static let pages: [String] = [
    named, long, notes, severalTitles, cards, teasers, articles, titleBox, machineText, refrain, sections,
  ]

  /// A line whose own element, one around it, and one further out have each name.
  private static let named = page(
    "<h1>渡口的早晨</h1>" + prose
      + names.split(separator: " ").map { name in
        "<div><p class=\"\(name)\">一号码头</p></div><div class=\"\(name)\"><p>二号码头</p></div><div class=\"\(name)\">"
          + "<div><div><div><div><p>三号码头</p></div></div></div></div></div>"
      }.joined())

  private static let long = page(
    "<h1>渡口的早晨</h1>" + paragraph((sentences + sentences.prefix(2)).joined())
      + paragraph((sentences + sentences + sentences).joined()) + "<dl><dt>渡船</dt><dd>六点半的第一班</dd></dl>")

  private static let notes = page(
    "<h1>渡口的早晨</h1>" + prose + "<p>镇志里只有一句。<a href=\"#n1\">[1]</a></p><hr><p id=\"n1\">1. 见《镇志》第三卷</p>")

  private static let severalTitles = page(
    [("渡口的早晨", prose), ("对岸的卫生院", paragraph(others[0]))].map {
      "<div class=\"post\"><h1 class=\"t\">\($0.0)</h1>\($0.1)</div>"
    }.joined())

  private static let cards = page(
    "<h1>渡口的早晨</h1><div>\(prose)</div><div>"
      + others.map { "<div class=\"k\"><a href=\"/1\">对岸的茶馆重新开门的消息</a>\(paragraph($0))</div>" }.joined() + "</div>")

  private static let teasers = page(
    "<h1>渡口的早晨</h1><div>\(prose)</div><div>"
      + others.map { "<p><a href=\"/1\">对岸的茶馆重新开门的消息</a> \($0)</p>" }.joined() + "</div>")

  private static let articles = page(
    "<article><h1>渡口的早晨</h1>\(prose)</article>"
      + others.map { "<article><h3>对岸的消息</h3>\(paragraph($0))</article>" }.joined())

  private static let titleBox = page(
    "<div class=\"a\"><h1>渡口的早晨</h1>\(prose)</div><div class=\"b\">\(prose)\(prose)\(prose)\(prose)</div>"
      + "<div class=\"c\"><p>六号码头</p></div>")

  private static let machineText = page(
    "<h1>渡口的早晨</h1>" + prose + paragraph(others[0]),
    head: "<meta name=\"description\" content=\"\(sentences[0])\"><script type=\"application/ld+json\">"
      + "{\"@type\": \"NewsArticle\", \"headline\": \"渡口的早晨\", \"articleBody\": \"\(sentences.joined())\"}</script>")

  private static let refrain = page(
    "<h1>渡口的早晨</h1>" + diary + diary
      + String(repeating: paragraph("本台的记者在江边为您带来最新的消息，请您不要走开。"), count: 3))

  private static let sections = page(
    "<h1>渡口的早晨</h1><div>"
      + [diary, prose + "<p>六号码头</p>"].map {
        "<div class=\"s\"><div class=\"t\"><div class=\"u\">\($0)</div></div></div>"
      }
      .joined() + "</div>")

  /// Three lines that two, four and nine files of the site have.
  private static func repetition() -> ArticleParser.Reading {
    let page = Array(page("<h1>渡口的早晨</h1>" + diary + others.map(paragraph).joined()).utf8)
    let keys = others.map { other in
      ArticleParser().reading(of: Array("<p>\(other)</p>".utf8), path: "a/1.html").lineKeys.first ?? 0
    }
    let profile = SiteProfile(fileCount: 20, lines: Dictionary(uniqueKeysWithValues: zip(keys, [2, 4, 9])))
    return ArticleParser(profile: { _ in profile }).reading(of: page, path: "a/2.html", explaining: true)
  }

  /// How many lines of all examples each rule holds for, and how many lines there are.
  private static let counts: (byRule: [String: Int], lines: Int) = {
    var readings = pages.map { ArticleParser().reading(of: Array($0.utf8), path: "a/1.html", explaining: true) }
    readings.append(repetition())
    for name in PublisherFixtureTests.names {
      let source = PublisherFixtureTests.folder.appendingPathComponent(name).appendingPathComponent("source.md")
      guard let bytes = try? Data(contentsOf: source) else { continue }
      readings.append(ArticleParser().reading(of: [UInt8](bytes), path: "inbox/1.md", explaining: true))
    }
    var counts: [String: Int] = [:]
    var lines = 0
    for verdict in readings.lazy.flatMap(\.verdicts) {
      lines += 1
      for reason in Set(verdict.rules.map(\.rule)) { counts[reason, default: 0] += 1 }
    }
    return (counts, lines)
  }()

  @Test(arguments: Rule.allCases)
  func aRuleHoldsForSomeLinesAndNotForOthers(rule: Rule) {
    let count = Self.counts.byRule[rule.id] ?? 0
    #expect(count > 0)
    #expect(rule == .always || count < Self.counts.lines)
  }
}
