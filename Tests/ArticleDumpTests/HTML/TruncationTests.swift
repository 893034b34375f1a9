import Foundation
import Testing

@testable import ArticleDump

/// A dump may end anywhere: after an interrupted crawl, or on a full disk.
@Suite struct TruncationTests {
  /// The sources of all fixtures: `(path, bytes)`.
  static let fixtures: [(path: String, bytes: [UInt8])] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let paths = (walker?.compactMap { $0 as? String } ?? []).filter { $0.contains("source.") }.sorted()
    return paths.compactMap { path in
      (try? Data(contentsOf: folder.appendingPathComponent(path))).map { (path, [UInt8]($0)) }
    }
  }()

  /// `ParserBenchmarks truncations` cuts at every byte; here a prime stride keeps the tests short.
  @Test func aTruncatedDumpGivesAnArticle() {
    #expect(!Self.fixtures.isEmpty)
    for (path, bytes) in Self.fixtures {
      for length in stride(from: 0, to: bytes.count, by: 211) {
        let article = ArticleParser().article(from: Array(bytes[..<length]), path: path)
        #expect(article.path == path)
      }
    }
  }

  @Test func aDumpCutInItsBodyKeepsItsEnvelopeAndOpening() {
    for (path, bytes) in Self.fixtures where bytes.count > 1500 {
      let whole = ArticleParser().article(from: bytes, path: path)
      let cut = ArticleParser().article(from: Array(bytes[..<(bytes.count - 7)]), path: path)
      #expect(cut.dialect == whole.dialect)
      #expect(cut.title == whole.title)
      #expect(cut.url == whole.url)
      #expect(cut.fed == whole.fed)
      #expect(cut.publisher == whole.publisher)
    }
  }

  @Test func everyTextThatWasNotDroppedIsInABlock() {
    // Every text of the tree is in a block, in any order: captions may move after their pictures.
    for (path, bytes) in Self.fixtures {
      let dump = DecodedDump(bytes)
      let envelope = Envelope(of: dump.utf8, path: path)
      let tree = ArticleParser.tree(of: dump.utf8, envelope: envelope).tree
      let page = Page(tree: tree, envelope: envelope, path: path)
      let shown = StyledText.flattened(BlockBuilder.blocks(of: page))?.text ?? ""
      var shownScalars: [Unicode.Scalar: Int] = [:]
      for scalar in shown.unicodeScalars { shownScalars[scalar, default: 0] += 1 }
      for scalar in tree.text(of: .root).unicodeScalars where !scalar.properties.isWhitespace && scalar.value > 0x7F {
        shownScalars[scalar, default: 0] -= 1
        #expect(shownScalars[scalar, default: 0] >= 0, "\(path): \(scalar)")
      }
    }
  }
}
