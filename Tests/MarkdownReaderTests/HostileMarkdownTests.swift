import SeededRandom
import Testing

@testable import MarkdownReader

/// Inputs that make Markdown parsers quadratic; each is 64 KiB, for which a quadratic parser takes minutes in a debug
/// build.
@Suite struct HostileMarkdownTests {
  private static let size = 1 << 16

  private static func repeated(_ piece: String, _ tail: String = "") -> [UInt8] {
    let unit = Array(piece.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + unit.count)
    while bytes.count < size { bytes += unit }
    return bytes + tail.utf8
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "[a](", "[a](<b", "![[", "*a **a ", "*a_ ", "**a *b ", "`", "`a``b```", "<", "<a ", "<!--", "<?", "<!A",
      "<![CDATA[",
      "> ", "- ", "1. ", "#", "&", "&amp", "\\", "$", "$$\n", "{%", "{{", "{{< ", "==a", "~~a", "[^a]", "[^a]: b\n",
      "|",
      "a|", "https://", "www.", "a@b", "a:", "[[a", "%%", ": ", ":::\n", "::: a\n", "]", "a\n: b\n", "\n", "\t- ",
      "~~~\n",
      "{% highlight a %}\n", "<script>\n", "<div>\n\n", "***", "_", "a**b", "[a]\n\n", "*", "(", "\"", "'", "a]", "![",
      "^[", "^[a]", "H~a", "x^a", "++a", "!!! a\n    ", "<div>** <!-- ", "<div>**<code>", "|a|b|\n", "文__a",
      "[a] (http://", "<a b={", "<Ab :c=\"", "</Ab>", "\\(a", "\\[a^", "\\[\n", "export const a = {\n", "import {\n\n",
      "{::comment}\n", "{/*", ":a", ":smile:", "$$\nx\n$$ abcd\n", "[[1", "<!-- tab a -->\n", "`{{</*`", "<<< @a\n",
      "{% for a %}\n", "{{< a b >}}c{{< ", "![[a|", "a ^b", "\n　　",
    ])
  func nothingTakesMoreThanLinearTime(piece: String) {
    let bytes = Self.repeated(piece, "\n\n末")
    let document = MarkdownParser(options: .articles).document(from: bytes)
    let html = MarkdownHTML.bytes(of: document, form: .article)
    #expect(html.count < 40 * bytes.count)
  }

  @Test func aDocumentEndsAtItsBlocks() {
    let bytes = Array(String(repeating: "- a\n", count: 120_000).utf8)
    let document = MarkdownParser(options: .articles).document(from: bytes)
    #expect(document.isCut)
    #expect(document.events.count < 600_000)
    #expect(!MarkdownParser(options: .articles).document(from: Array(bytes.prefix(40_000))).isCut)
  }

  @Test func aDocumentOfEndlessMarksEndsInPlainText() {
    let bytes = Array(String(repeating: "[", count: 600_000).utf8)
    let document = MarkdownParser(options: .articles).document(from: bytes)
    #expect(document.events.count < 10)
    #expect(document.text.filter { $0 == 0x5B }.count == 600_000)
  }

  @Test(.timeLimit(.minutes(1))) func footnotesInFootnotesAreText() {
    let bytes = Self.repeated("^[") + Self.repeated("]")
    #expect(MarkdownParser(options: .articles).document(from: bytes).events.count > 0)
  }

  @Test(.timeLimit(.minutes(1))) func manyContainersInOneLineAndManyLinesBelowThem() {
    let bytes = Self.repeated("- ") + Self.repeated("\n")
    #expect(MarkdownParser(options: .articles).document(from: bytes).events.count > 0)
  }

  @Test(.timeLimit(.minutes(1))) func referencesToOneLongAddressDoNotMultiplyIt() {
    let address = "https://a.example/" + String(repeating: "x", count: 20_000)
    let bytes = Array("[a]: \(address)\n\n".utf8) + Self.repeated("[a] ")
    let document = MarkdownParser(options: .articles).document(from: bytes)
    #expect(MarkdownHTML.bytes(of: document).count < 20 * bytes.count)
  }

  @Test(.timeLimit(.minutes(1))) func aTableOfManyColumnsAndShortRowsIsNotFilledUp() {
    let columns = 20_000
    let head = String(repeating: "|a", count: columns) + "\n" + String(repeating: "|-", count: columns) + "\n"
    let bytes = Array((head + String(repeating: "|b\n", count: 20_000)).utf8)
    let document = MarkdownParser(options: .articles).document(from: bytes)
    #expect(document.events.count < 2_000_000)
  }

  /// Begin and end events match, whatever the bytes.
  @Test func eventsNestProperly() {
    var generator = SeededGenerator(seed: 15)
    let pieces = [
      "*", "**", "_", "`", "``", "[", "]", "(", ")", "![", "<", ">", "a", "文", "。", " ", "\n", "\n\n", "- ", "> ",
      "1. ", "#",
      "    ", "\t", "|", "---\n", "```\n", "~~", "==", "$", "{%", "%}", "{{", "}}", "<div>", "</div>", "<!--", "-->",
      "[^a]",
      "[^a]: ", "[a]: b\n", "https://a.example", "&amp;", "\\", "::: a\n", ":::\n", ": ", "[[", "]]", "\u{0}", "\r\n",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      for options in [MarkdownOptions.commonMark, .gitHub, .articles] {
        let document = MarkdownParser(options: options).document(from: Array(text.utf8))
        var open: [MarkdownEvent.Kind] = []
        var isSound = true
        for event in document.events {
          if event.phase == .begin { open.append(event.kind) }
          if event.phase == .end, open.popLast() != event.kind { isSound = false }
          if event.range.upperBound > document.text.count { isSound = false }
        }
        #expect(isSound && open.isEmpty, "\(text.debugDescription)")
      }
    }
  }

  @Test func anyBytesAreRead() {
    var generator = SeededGenerator(seed: 16)
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let document = MarkdownParser(options: .articles).document(from: bytes)
      _ = MarkdownHTML.string(of: document, form: .article)
    }
  }
}
