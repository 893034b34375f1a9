import Testing

@testable import ArticleDump

/// A clipping loses lines that its archive repeats, and nothing that a person wrote.
@Suite struct ClippingTests {
  private static let repeated = "长按二维码关注渡口公众号，每周一封江边来信"

  private static func post(_ number: Int, head: String) -> [UInt8] {
    let thing = ["青菜", "柴火", "竹筐", "木桶", "陶罐", "油灯"][number % 6]
    return Array(
      """
      ---
      title: 渡口第\(number)天
      \(head.replacing("NUMBER", with: "\(number)"))
      ---

      船夫说，运\(thing)的日子风总是很大。

      ## 我的批注要点

      对岸的茶馆因此多卖了许多碗茶，\(thing)堆在门口。

      - \(repeated)

      \(repeated)。

      """.utf8)
  }

  /// The last of six files of an archive, read with the archive's repeated lines.
  private static func last(head: String) -> ArticleParser.Reading {
    let readings = (1...6).map { ArticleParser().reading(of: post($0, head: head), path: "clips/\($0).md") }
    let known = PageCleanerTests.profile(of: readings.filter { $0.site != nil }.map(\.lineKeys))
    return ArticleParser(profile: { _ in known }).reading(
      of: post(6, head: head), path: "clips/6.md", explaining: true)
  }

  @Test(arguments: [
    // Obsidian Web Clipper; a tag of another; a crawler's key.
    "source: https://ferry.example/NUMBER\nauthor:\npublished: 2024-01-0NUMBER\ncreated: 2024-02-01\ndescription:\ntags:\n  - clippings",
    "url: https://ferry.example/NUMBER\ntags: [剪藏]",
    "source_url: https://ferry.example/NUMBER\ndate_saved: 2024-02-01",
  ])
  func whatTheArchiveRepeatsIsNotShown(head: String) {
    let reading = Self.last(head: head)
    let text = reading.article.plainText()
    #expect(!text.contains("公众号"))
    #expect(text.contains("我的批注要点") && text.contains("风总是很大") && text.contains("茶馆"))
    #expect(!text.contains("•"))
    #expect(reading.article.diagnostics.contains { $0.kind == "repeated-lines" && $0.message.hasPrefix("2 lines") })
    #expect(reading.verdicts.count { !$0.isKept } == 2)
    #expect(reading.explanation.contains("drop"))
    #expect(ArticleParser(isCleaning: false).article(from: Self.post(6, head: head)).plainText().contains("公众号"))
  }

  @Test(arguments: [
    "date: 2024-02-01", "source: https://ferry.example/NUMBER\ncreated: 2024-02-01",
    "original_url: https://ferry.example/NUMBER\ntranslator: 乙\ndescription: 译文", "tags: [剪藏]",
  ])
  func repeatedLinesStayInWhatAPersonWrote(head: String) {
    let reading = Self.last(head: head)
    #expect(reading.site == nil && reading.lineKeys.isEmpty)
    #expect(reading.article.plainText().contains("• " + Self.repeated))
    #expect(!reading.article.diagnostics.contains { $0.kind == "repeated-lines" })
  }

  /// A publisher's rules apply to its pages, not to somebody's translation of one.
  @Test func aTranslationOfAPublishersArticleIsNotCleaned() {
    let closing = "渡口 was originally published in 江边 on Medium, where people are continuing the conversation."
    func text(_ key: String) -> String {
      ArticleParser().article(
        from: Array("---\ntitle: 渡口\n\(key): https://medium.com/p/1\n---\n\n船夫说，风很大。\n\n\(closing)\n".utf8),
        path: "a.md"
      ).plainText()
    }
    #expect(text("source").contains(closing))
    #expect(!text("from").contains(closing))
  }

  @Test func aClippingWithoutASiteProfileKeepsEverything() {
    let head = "url: https://ferry.example/NUMBER\ntags: [剪藏]"
    let reading = ArticleParser().reading(of: Self.post(1, head: head), path: "clips/1.md")
    #expect(reading.site == "ferry.example" && reading.lineKeys.count >= 4)
    #expect(reading.article.plainText().contains("公众号"))
  }
}
