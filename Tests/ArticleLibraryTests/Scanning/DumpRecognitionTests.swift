import ArticleDump
import Testing

@testable import ArticleLibrary

/// Which files of an archive are dumps, and why others are not.
@Suite struct DumpRecognitionTests {
  private func reason(_ name: String, _ text: String, _ dialect: Dialect) -> SkipReason? {
    DumpRecognition.reasonToSkip(name: Array(name.utf8), bytes: Array(text.utf8), dialect: dialect)
  }

  // MARK: By name

  @Test(arguments: ["a.jpg", "b.JPEG", "style.Css", "archive.tar.gz", "x.sqlite3", "feed.xml", ".swp", "中文.Png"])
  func picturesStylesDataAndProgramsAreRecognizedByName(name: String) {
    #expect(DumpRecognition.isOtherKind(name: Array(name.utf8)))
  }

  @Test(arguments: [
    "a.md", "b.html", "c.txt", "d.json", "e", "2024.01.02", "jpg", "a.jpgs", "文章.", "a.mdx", "a.averylongsuffix",
    "README",
  ])
  func filesThatMayBeDumpsAreRead(name: String) { #expect(!DumpRecognition.isOtherKind(name: Array(name.utf8))) }

  @Test func foldersOfSiteGeneratorsAreRecognizedByName() {
    #expect(DumpRecognition.reasonToSkip(folder: "_site".utf8) == .generatedPage)
    for name in ["_layouts", "_includes", "node_modules", "archetypes"] {
      #expect(DumpRecognition.reasonToSkip(folder: name.utf8) == .template, "\(name)")
    }
    for name in ["_posts", "site", "_Site", "articles", "layouts2"] {
      #expect(DumpRecognition.reasonToSkip(folder: name.utf8) == nil, "\(name)")
    }
  }

  // MARK: By content

  @Test func anEmptyFileIsNotADump() { #expect(reason("a.md", "", .markdown) == .empty) }

  @Test func aFileWithNULBytesIsTextOnlyInUTF16() {
    #expect(reason("a.md", "PK\u{3}\u{0}x", .markdown) == .notADump)
    let text: [UInt8] = [0xFF, 0xFE] + "字a".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(DumpRecognition.reasonToSkip(name: Array("a.txt".utf8), bytes: text, dialect: .text) == nil)
    let late = String(repeating: "字", count: 400) + "\u{0}"
    #expect(reason("a.md", late, .markdown) == nil, "a byte that a transfer damaged, far behind the beginning")
  }

  @Test func aListOfDatedLinksIsAnIndexPage() {
    let index = "法广\n------\n\n7-17 [一](a/1.md)\n7-16 [二](a/2.md)\n"
    #expect(reason("index.md", index, .markdown) == .indexPage)
    #expect(reason("index.md", "名\n------\n- 12-31 [一](1.md)\r\n* 2024-1-2 [二](2.md)\r\n", .markdown) == .indexPage)
    #expect(reason("a.md", "法广\n------\n\n7-17 [一](a/1.md)\n", .markdown) == nil, "one link is none")
    #expect(reason("a.md", index + "正文从这里开始。\n", .markdown) == nil, "text below makes it an article")
    #expect(reason("a.md", "题目\n------\n\n7-17 桥通车了（一）\n7-18 又一座\n", .markdown) == nil)
  }

  @Test func aTruncatedListOfLinksIsAnIndexPage() {
    var text = "名\n------\n"
    while text.utf8.count < DumpRecognition.headSizeInBytes - 20 { text += "7-17 [一](a/1.md)\n" }
    let cut = Array((text + "7-17 [很长的题目没有写完").utf8).prefix(DumpRecognition.headSizeInBytes)
    let bytes = Array(cut) + [UInt8](repeating: 0x20, count: DumpRecognition.headSizeInBytes - cut.count)
    #expect(DumpRecognition.reasonToSkip(name: Array("a.md".utf8), bytes: bytes, dialect: .markdown) == .indexPage)
  }

  @Test func layoutsAreTemplatesButNotArticlesAboutThem() {
    #expect(reason("a.html", "<html><title>{{ page.title }}</title>{{ content }}</html>", .html) == .template)
    #expect(reason("a.html", "<html>{% include head.html %}</html>", .html) == .template)
    #expect(reason("a.html", "<html><p>{{ 名字 }}</p></html>", .html) == nil, "a variable is no layout")
    #expect(reason("a.html", "<html><p>function(){ return 1 }</p></html>", .html) == nil)
    #expect(reason("post.md", "---\ntitle: 一\n---\n<p>{% include picture.html %}</p>", .jekyll) == nil)
    #expect(reason("default.html", "---\nlayout: base\n---\n<div>{{ content }}</div>", .jekyll) == .template)
    #expect(reason("a.md", "# 模板\n\n写 {{ content }} 就有<正文>。\n", .markdown) == nil)
    #expect(
      reason("a.md", "---\ntitle: 模板\n---\n<p>说明</p>\n```\n{{ content }}\n```\n", .jekyll) == nil,
      "an article with the tag in a listing")
  }

  @Test func generatedPagesAreRecognizedByTheirGeneratorTag() {
    #expect(reason("a.html", "<head><meta name=\"generator\" content=\"Jekyll v4.2\"></head>", .html) == .generatedPage)
    #expect(reason("a.html", "<head><meta name=\"generator\" content=\"Hugo 0.110\"></head>", .html) == .generatedPage)
    #expect(reason("a.html", "<head><meta name=\"generator\" content=\"WordPress 6\"></head>", .html) == nil)
    #expect(reason("a.html", "<p>用 Jekyll 写网页</p>", .html) == nil)
  }

  @Test func filesAboutTheArchiveAreRecognizedByNameUnlessTheyHaveAnEnvelope() {
    for name in ["README.md", "readme.zh.md", "LICENSE", "Contributing.md", "_sidebar.md", "Makefile"] {
      #expect(reason(name, "正文\n", .markdown) == .aboutTheArchive, "\(name)")
      #expect(reason(name, "正文\n", .feed) == nil, "\(name) with an address and a date is an article")
    }
    for name in ["readme-first.md", "我的README.md", "security-report.md"] {
      #expect(reason(name, "正文\n", .text) == nil, "\(name)")
    }
  }

  @Test func jsonWithoutArticlesIsData() {
    #expect(reason("a.json", "{\"a\": 1}", .text) == .notADump)
    #expect(reason("a.json", "{\"title\": \"一\"}", .html) == nil, "an article in JSON has the dialect of its content")
    #expect(reason("a.txt", "{\"a\": 1}", .text) == nil)
  }
}
