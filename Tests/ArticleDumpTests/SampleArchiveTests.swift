import Foundation
import Testing

@testable import ArticleDump

/// The sample archive is the first thing that a new user sees: every dump in it must be read without a fault.
@Suite struct SampleArchiveTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples/archive")

  static let paths: [String] =
    (FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.sorted()

  static func article(_ path: String) throws -> Article {
    ArticleParser().article(from: Array(try Data(contentsOf: root.appending(path: path))), path: path)
  }

  @Test func thereIsADumpOfEveryDialectAndPublisher() throws {
    let articles = try Self.paths.map(Self.article)
    #expect(articles.count >= 12)
    #expect(Set(articles.map(\.dialect)) == Set(Dialect.allCases))
    let publishers = Set(articles.compactMap(\.publisher?.id))
    #expect(publishers.isSuperset(of: PublisherRegistry.all.map(\.id)))
  }

  @Test(arguments: paths)
  func everySampleIsReadWithoutDiagnostics(path: String) throws {
    let article = try Self.article(path)
    #expect(article.diagnostics.isEmpty)
    #expect(600...2_000 ~= article.characterCount || article.publisher?.id == "youtube", "\(article.characterCount)")
    #expect(!article.title.isEmpty && !article.title.contains("阅览样张"))
    #expect(article.language == (path.contains("matters") ? "zh-Hant" : "zh-Hans"))
    #expect(article.fingerprint != 0 && article.readingMinutes >= 1)
    let text = article.plainText()
    for junk in [
      "分享", "Facebook", "Copy Link", "share", "广告", "冒个泡", "CDT 档案卡", "hash", "stat?event", "Published", "获取更多",
    ] {
      #expect(!text.contains(junk), "\(junk)")
    }
    #expect(Article(json: article.jsonUTF8()) == article)
  }

  @Test(arguments: [
    ("rfi/1000101", "2024-09-17T12:15:00+02:00"), ("voa/1000102", "2024-04-24T08:30:00Z"),
    ("dw/1000103", "2023-11-24T08:00:00Z"),
    ("nytimes/1000105", "2023-05-12T10:20:00+08:00"), ("reuters/1000106", "2022-03-02T02:45:00Z"),
    ("paopao/", "2014-11-19T10:50:12+01:00"),
    ("nikkei/", "2019-03-13T09:00:00+09:00"), ("html", "2021-02-11T09:00:00+08:00"), ("video/", "2023-10-02T08:00:14Z"),
  ])
  func theTimesAreThePages(part: String, published: String) throws {
    let path = try #require(Self.paths.first { $0.contains(part) })
    #expect(try Self.article(path).published?.iso8601 == published)
  }

  @Test func factsOfASampleAboutTheMoonAreFound() throws {
    let article = try Self.article("news/articles/rfi/1000101.md")
    #expect(article.section == "科学" && article.shortLink == "https://rfi.my/moon" && article.fed != nil)
    #expect(article.displayURL == "https://yuelan.example/cn/科学/20240917-月亮为什么只给我们看一面")
    #expect(article.standfirst?.hasSuffix("才第一次知道。") == true)
    #expect(article.images.count == 2 && article.images[1].caption == "静海南缘的环形山，日落前后影子最长")
    #expect(
      article.glosses == [
        Gloss(name: "伽利略·伽利莱", original: "Galileo Galilei"), Gloss(name: "乔凡尼·里乔利", original: "Giovanni Riccioli"),
      ])
    #expect(ReadingText(article).outline.map(\.text) == ["海不是海", "每年远三点八厘米"])
  }

  @Test func peoplePlacesAndRelatedLinksAreFound() throws {
    let bamboo = try Self.article("news/articles/rfa/1000104.md")
    #expect(bamboo.authors == ["简若竹"] && bamboo.editors == ["韦编年", "青简"])
    #expect(bamboo.related.map(\.text) == ["纸的路：从敦煌到法布里亚诺", "一斤松烟，十万杵"])
    let urls = try Set(Self.paths.map { try Self.article($0).url })
    #expect(bamboo.related.allSatisfy { urls.contains($0.url) })
    let paper = try Self.article("news/articles/nytimes/1000105.md")
    #expect(paper.authors == ["宣白"] && paper.dateline == "杭州" && paper.links.contains { $0.text == "竹简" })
  }

  @Test func tablesListsQuotesAndRubyAreKept() throws {
    let page = try Self.article("pages/拼音与注音.html")
    let table = try #require(page.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
    #expect(table.rows.count == 5 && table.headRowCount == 1 && table.caption?.text == "同一个地名的三种写法")
    let ruby = ReadingText(page).segments.flatMap(\.content.spans).count {
      if case .ruby = $0.style { true } else { false }
    }
    #expect(ruby == 10)
    let notes = try Self.article("notes/2022-04-03-笔有四德.md")
    #expect(
      notes.blocks.contains { if case .list(let list) = $0 { list.isOrdered && list.items.count == 4 } else { false } })
    #expect(notes.blocks.contains { if case .quote = $0 { true } else { false } })
  }
}
