import Testing

@testable import ArticleDump

/// An article that was cleaned, given again as bare text in the markup of a site nobody knows, loses nothing: what is
/// running text in one page is running text in every page.
@Suite struct RecleaningTests {
  enum Shape: String, CaseIterable {
    case paragraphs, divisions, breaks, spans

    func body(_ lines: [String]) -> String {
      let lines = lines.map {
        $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: " ")
      }
      return switch self {
      case .paragraphs: lines.map { "<p>\($0)</p>\n" }.joined()
      case .divisions: "<div class=\"post\">" + lines.map { "<div>\($0)</div>\n" }.joined() + "</div>"
      case .breaks: "<div>" + lines.joined(separator: "<br>\n<br>\n") + "</div>"
      case .spans: lines.map { "<section><span style=\"font-size:15px\">\($0)</span></section>" }.joined()
      }
    }
  }

  /// The paragraphs that are nothing but running text.
  private static func lines(_ article: Article) -> [String] {
    article.blocks.compactMap {
      guard case .paragraph(let text, role: nil) = $0 else { return nil }
      return text.text
    }
  }

  private static func inked(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: PublisherFixtureTests.names, Shape.allCases)
  func runningTextStays(name: String, shape: Shape) throws {
    let lines = Self.lines(try PublisherFixtureTests.article(name))
    let dump = "<!--1690000000000-->\n[渡口](https://yuelan.example/\(name)/1)\n------\n\n\(shape.body(lines))\n"
    let text = Self.inked(ArticleParser().article(from: Array(dump.utf8)).plainText())
    for line in lines { #expect(text.contains(Self.inked(line)), "\(name), \(shape): \(line)") }
  }

  @Test func aHeadingLikeTheTitleCutsNoEnglishText() {
    let sentence = "The ferry left the quay at half past six, and the fog stayed until eight. "
    let page =
      "<p>\(sentence)Nobody spoke.</p><p>\(sentence)\(sentence)\(sentence)</p><h2>The Ferry</h2><p>\(sentence)</p>"
    #expect(CleaningTests.article(page, title: "The Ferry").blocks.count == 3)
  }
}
