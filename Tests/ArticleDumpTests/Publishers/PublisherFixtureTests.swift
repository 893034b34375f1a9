import Foundation
import Testing

@testable import ArticleDump

/// Dumps like those of real publishers and of sites without rules: each fixture is a folder with the dump and the
/// expected result. `RECORD_SNAPSHOTS=1` records the current one.
@Suite struct PublisherFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Publishers")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

  /// The path under which the dump is parsed: most fixtures are recognized by their URL only.
  static func article(_ name: String) throws -> Article {
    let folder = folder.appendingPathComponent(name)
    let bytes = try Data(contentsOf: folder.appendingPathComponent("source.md"))
    let path = try? String(contentsOf: folder.appendingPathComponent("path.txt"), encoding: .utf8)
    return ArticleParser().article(
      from: [UInt8](bytes), path: path?.trimmingCharacters(in: .newlines) ?? "inbox/1.md")
  }

  @Test func fixturesAreFound() {
    #expect(Self.names.count >= 30)
  }

  @Test(arguments: names)
  func blocksAndFactsAreAsRecorded(name: String) throws {
    let article = try Self.article(name)
    let folder = Self.folder.appendingPathComponent(name)
    for (file, text) in [
      ("expected.txt", BlockListing.text(of: article)), ("expected-facts.txt", BlockListing.facts(of: article)),
    ] {
      let url = folder.appendingPathComponent(file)
      if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try text.write(to: url, atomically: true, encoding: .utf8)
      }
      let expected = try String(contentsOf: url, encoding: .utf8)
      #expect(text == expected, "\(name)/\(file)")
    }
  }

  /// Text that must not remain in any fixture, wherever it was in the dump.
  @Test(arguments: names)
  func noBoilerplateIsLeft(name: String) throws {
    let listing = BlockListing.text(of: try Self.article(name))
    for junk in [
      "分享 :", "分享到", "share-button", "selfpromo", "whatsapp://", "addtoany", "获取更多RSS", "feedx", "Permalink",
      "Feed enhanced", "get_post_time", "[email", "ICP备", "上一篇", "下一篇", "扫一扫", "images.weserv.nl", "data:image",
      "icon-zoom", "Continue reading", "adsbygoogle", "All Rights Reserved", "网友评论", "発", "字号：", "当前位置",
    ] {
      #expect(!listing.contains(junk), "\(name) shows \(junk)")
    }
  }
}
