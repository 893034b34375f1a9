import Testing

@testable import MarkdownReader

@Suite struct ConformanceTests {
  private static func html(_ markdown: String, _ options: MarkdownOptions) -> String {
    let document = MarkdownParser(options: options).document(from: Array(markdown.utf8))
    return MarkdownHTML.string(of: document, tagFilter: options.contains(.tagFilter))
  }

  /// The numbers of the examples whose HTML differs.
  private static func deviations(in file: String, _ options: MarkdownOptions) throws -> [Int] {
    try SpecificationExample.all(in: file).filter { example in
      !example.html.hasPrefix("<IGNORE>")
        && SpecificationExample.normalized(html(example.markdown, options))
          != SpecificationExample.normalized(example.html)
    }.map(\.number)
  }

  @Test func everyExampleOfCommonMarkIsReadAsWritten() throws {
    #expect(try SpecificationExample.all(in: "commonmark-0.31.2.txt").count >= 652)
    #expect(try Self.deviations(in: "commonmark-0.31.2.txt", .commonMark) == [])
  }

  @Test func everyExampleOfGitHubsExtensionsIsReadAsWritten() throws {
    #expect(try SpecificationExample.all(in: "gfm-extensions.txt").count >= 28)
    #expect(try Self.deviations(in: "gfm-extensions.txt", .gitHub) == [])
  }

  /// The CommonMark examples that each option changes, by number; no others may change.
  @Test(arguments: Self.changes)
  func eachOptionChangesOnlyItsOwnExamples(change: Change) throws {
    #expect(try Self.deviations(in: "commonmark-0.31.2.txt", change.options) == change.examples, "\(change.reason)")
  }

  static let changes: [Change] = [
    Change(options: .tables, examples: [], reason: "no example has a row of hyphens between bars"),
    Change(options: .strikethrough, examples: [], reason: "no example has two tildes in a text"),
    Change(options: .taskLists, examples: [], reason: "no example has a box in an item"),
    Change(
      options: .bareAddresses, examples: [604, 608, 610, 613, 614],
      reason: "what is no autolink for want of angle brackets, or for a blank in them, holds an address"),
    Change(options: .footnotes, examples: [], reason: "no label begins with a caret"),
    Change(options: .alerts, examples: [], reason: "no quote begins with a word in brackets"),
    Change(options: .cjkEmphasis, examples: [], reason: "the amendment changes nothing without East Asian characters"),
    Change(options: .math, examples: [], reason: "no example has a formula between dollars"),
    Change(options: .marks, examples: [], reason: "no example has two equals signs in a text"),
    Change(options: .wikiLinks, examples: [550, 592], reason: "double brackets that no definition is for"),
    Change(options: .definitionLists, examples: [], reason: "no line begins with a colon and a blank"),
    Change(options: .attributes, examples: [], reason: "no example has attributes in braces"),
    Change(options: .templates, examples: [], reason: "no example has a tag of a site generator"),
    Change(options: .directives, examples: [], reason: "no line begins with three colons"),
    Change(options: .tablesOfContents, examples: [], reason: "no paragraph asks for a table of contents"),
    Change(options: .scripts, examples: [], reason: "no example has a short word between carets or tildes"),
    Change(options: .inlineFootnotes, examples: [], reason: "no bracket follows a caret"),
    Change(options: .admonitions, examples: [], reason: "no line begins with three exclamation or question marks"),
    Change(
      options: .leniency, examples: [161, 175, 349, 381, 393, 394, 490, 510, 547, 571, 573],
      reason:
        "a fence right below closed elements, unclosed elements, uneven backticks, blanks within strong runs and addresses, references without a definition"
    ),
    Change(
      options: .unknownTagsAsText, examples: [203, 493, 615, 616, 625],
      reason: "tags such as <bab> and <responsive-image> are no names of HTML"),
    Change(
      options: .tagFilter, examples: [172, 173, 174, 175, 178, 180],
      reason: "GitHub shows the tags of script, style and textarea as text"),
  ]

  struct Change: Sendable, CustomTestStringConvertible {
    var options: MarkdownOptions
    var examples: [Int]
    var reason: String
    var testDescription: String { reason }
  }

  /// The amendment (its section 6.2): Chinese punctuation does not keep a run of delimiters from opening or closing.
  @Test(arguments: [
    ("**「强调」**后文", "<p><strong>「强调」</strong>后文</p>"),
    ("前文**（括号）**后文", "<p>前文<strong>（括号）</strong>后文</p>"),
    ("**强调。**后文", "<p><strong>强调。</strong>后文</p>"),
    ("他*『书名』-『名』*说", "<p>他<em>『书名』-『名』</em>说</p>"),
    ("**`code`**是代码", "<p><strong><code>code</code></strong>是代码</p>"),
    ("太郎は**「こんにちわ」**といった", "<p>太郎は<strong>「こんにちわ」</strong>といった</p>"),
    ("**스크립트(script)**라고", "<p><strong>스크립트(script)</strong>라고</p>"),
    ("a**“b”**c", "<p>a**“b”**c</p>"),
    ("**注！**", "<p><strong>注！</strong></p>"),
    ("中**$x$**文", "<p>中<strong>$x$</strong>文</p>"),
    ("_文字_后", "<p>_文字_后</p>"),
  ])
  func emphasisWorksBesideChinesePunctuation(markdown: String, html: String) {
    #expect(SpecificationExample.normalized(Self.html(markdown, [.cjkEmphasis])) == html)
  }
}
