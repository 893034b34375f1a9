import Foundation
import Testing

@testable import ArticleDump

/// The expected result for the document with which the project began, and for one of our own with the same structure.
@Suite struct SeedContractTests {
  /// The original document, if the shared corpus is present.
  static let seed: [UInt8]? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["YUELAN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return (try? Data(contentsOf: shared.appendingPathComponent("corpus/news/articles/rfi/seed.md"))).map(Array.init)
  }()

  private func paragraphs(_ article: Article) -> [String] {
    article.blocks.compactMap { block in
      if case .paragraph(let text, nil) = block { text.text } else { nil }
    }
  }

  @Test(.enabled(if: seed != nil))
  func theSeedIsReadCompletely() throws {
    let article = ArticleParser().article(from: try #require(Self.seed), path: "articles/rfi/seed.md")
    #expect(article.dialect == .feed)
    #expect(article.title == "世界两大污染国中美在北京开始气候对话")
    #expect(article.publisher == Publisher(id: "rfi", name: "法广"))
    #expect(article.section == "国际")
    #expect(article.displayURL == "https://www.rfi.fr/cn/国际/20230717-世界两大污染国中美在北京开始气候对话")
    #expect(article.published?.iso8601 == "2023-07-17T14:28:00+02:00")
    #expect(article.fed?.iso8601 == "2023-07-17T12:45:02Z")
    #expect(article.language == "zh-Hans")
    #expect(article.standfirst?.hasSuffix("恢复了对话。") == true)
    #expect(article.shortLink == "https://rfi.my/9kQ2")
    let body = paragraphs(article)
    #expect(body.count == 10)
    #expect(body.last?.hasSuffix("将在北京逗留至周三。") == true)
    #expect(body.first == "据中国官媒央视CCTV报道，美国气候特使约翰-克里（John Kerry）与中国气候特使谢振华今天上午进行了长达4个小时的会谈。")
    #expect(article.images.count == 1)
    let image = try #require(article.images.first)
    #expect(
      image.url
        == "https://s.rfi.fr/media/display/1efec1fe-249a-11ee-84b7-005056a90321/w:1280/p:16x9/2023-07-17T013124Z_83721942_RC2O42AZY6DD_RTRMADP_3_CHINA-USA-CLIMATE.JPG"
    )
    #expect(image.wire?.agency == "Reuters")
    #expect(image.wire?.taken?.iso8601 == "2023-07-17T01:31:24Z")
    #expect(image.wire?.slug == "CHINA-USA-CLIMATE")
    #expect(article.glosses.contains(Gloss(name: "约翰-克里", original: "John Kerry")))
    #expect(article.glosses.contains(Gloss(name: "南希-佩洛西", original: "Nancy Pelosi")))
    #expect(article.glosses.contains { $0.original == "Jake Sullivan" && $0.name.hasSuffix("沙利文") })
    for agency in ["法新社", "CNN"] { #expect(article.agencies.contains(agency)) }
    #expect(article.agencies.contains { $0.contains("CCTV") || $0.contains("央视") })
    let listing = BlockListing.text(of: article)
    for junk in ["分享", "Facebook", "WhatsApp", "Twitter", "share-button", "selfpromo"] {
      #expect(!listing.contains(junk))
    }
    #expect(listing.contains("解振华") && listing.contains("谢振华"))
  }

  @Test func aDumpInTheSeedsShapeIsReadCompletely() throws {
    let article = try PublisherFixtureTests.article("rfi")
    #expect(article.publisher?.id == "rfi")
    #expect(article.published?.iso8601 == "2023-06-12T11:05:00+02:00")
    #expect(article.fed?.iso8601 == "2023-06-12T12:02:02Z")
    #expect(article.shortLink == "https://rfi.my/9aB1")
    #expect(article.standfirst?.hasSuffix("专门留给汉字。") == true)
    #expect(paragraphs(article).count == 5)
    #expect(article.images.count == 1)
    #expect(article.images.first?.wire?.slug == "FRANCE-TYPE-FOUNDRY")
    #expect(article.glosses.contains(Gloss(name: "沈若兰", original: "Claire Shen")))
  }
}
