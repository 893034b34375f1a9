import Foundation
import SeededRandom
import Testing

@testable import ArticleDump

@Suite struct JSONTests {
  @Test func keysAreInTheOrderOfTheContract() throws {
    let json = Article(dialect: .feed, title: "题").json()
    #expect(
      json == """
        {"dialect":"feed","path":null,"title":"题","url":null,"displayURL":null,"publisher":null,"section":null,\
        "authors":[],"source":null,"published":null,"fed":null,"modified":null,"language":null,"standfirst":null,\
        "shortLink":null,"blocks":[],"images":[],"links":[],"related":[],"glosses":[],"agencies":[],\
        "characterCount":0,"readingMinutes":0,"diagnostics":[],"translators":[],"editors":[],"dateline":null,\
        "dateOnly":[],"fingerprint":null,"origins":{},"outline":[],"tags":[],"categories":[],"comments":[]}
        """)
  }

  @Test func aBlockHasEveryKeyOfTheContract() {
    var article = Article(dialect: .text, title: "")
    article.blocks = [
      .paragraph(StyledText("文"), role: .standfirst),
      .figure(
        Figure(images: [ArticleImage(url: "u", alternativeText: "a")], caption: StyledText("说"), credit: "某")),
    ]
    #expect(
      article.json().contains(
        """
        "blocks":[{"kind":"paragraph","text":"文","level":null,"ordered":null,"items":[],"rows":[],"image":null,\
        "role":"standfirst"},{"kind":"figure","text":"说","level":null,"ordered":null,"items":[],"rows":[],\
        "image":{"url":"u","alt":"a","caption":"说","credit":"某","wire":null},"role":null
        """))
  }

  @Test func nothingInTheOutputCanCommandATerminal() throws {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var writer = JSONWriter()
      writer.string("a\(scalar)b")
      let text = String(decoding: writer.bytes, as: UTF8.self)
      let isEscaped = text.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && !$0.properties.isBidiControl && $0 != "\u{2028}"
          && $0 != "\u{2029}" && $0 != "\u{FEFF}" && $0 != "\u{200B}"
      }
      if !isEscaped { Issue.record("U+\(String(value, radix: 16)) stands raw") }
      if JSONReader.value(writer.bytes) != .string("a\(scalar)b") {
        Issue.record("U+\(String(value, radix: 16)) is lost")
      }
    }
  }

  @Test func escapesAreThoseOfTheRFC() {
    var writer = JSONWriter()
    writer.string("\"\\\n\t\r\u{1B}\u{9B}\u{202E}\u{E0041}/文")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #""\"\\\n\t\u000d\u001b\u009b\u202e\udb40\udc41/文""#)
  }

  @Test func anyArticleIsReadBackUnchanged() throws {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<400 {
      let article = ArticleGenerator.article(using: &generator)
      let bytes = article.jsonUTF8()
      let decoded = try #require(Article(json: bytes))
      #expect(decoded == article)
      #expect(decoded.jsonUTF8() == bytes)
      // An independent reader accepts it, too.
      let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      #expect(object?["title"] as? String == article.title)
      #expect((object?["blocks"] as? [Any])?.count == article.blocks.count)
    }
  }

  @Test(arguments: [
    "", "{", "[]", "{\"dialect\":\"feed\"}", "{\"dialect\":\"none\",\"title\":\"\"}",
    "{\"dialect\":\"feed\",\"title\":\"\"} x",
    "{\"dialect\":\"feed\",\"title\":\"\\ud800\"}", "{\"dialect\":\"feed\",\"title\":\"\u{1}\"}",
  ])
  func otherJSONIsNotAnArticle(json: String) {
    #expect(Article(json: Array(json.utf8)) == nil)
  }

  @Test func deepNestingIsRefused() {
    #expect(Article(json: Array(String(repeating: "[", count: 1_000_000).utf8)) == nil)
  }

  @Test func aDateWithoutATimeIsWrittenAsMidnightAndMarked() throws {
    var article = Article(dialect: .text, title: "t")
    article.published = Timestamp("2024-05-27", zone: .shanghai)
    #expect(article.json().contains(#""published":"2024-05-27T00:00:00+08:00""#))
    #expect(article.json().contains(#""dateOnly":["published"]"#))
    #expect(Article(json: article.jsonUTF8())?.published == article.published)
  }
}
