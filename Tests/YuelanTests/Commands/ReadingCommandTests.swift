import Foundation
import Testing

@testable import yuelan

/// `yuelan read --reading`.
@Suite struct ReadingCommandTests {
  private static let page = """
    [银行](https://example.org/1)
    ------

    <p>行长说，<ruby>密钥<rt>key</rt></ruby>很<b>重要</b>。</p><p>头发长，<code>重</code>。</p>

    """

  private func read(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.md", Self.page)
    let outcome = try program.run(["read"] + arguments + ["a.md"], environment: environment)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return outcome.output
  }

  @Test func typesetTextHasReadingsAboveItsLines() throws {
    let lines = try read(["--reading", "pinyin", "--width", "60"]).split(separator: "\n")
    let row = try #require(lines.firstIndex { $0.contains("行") && $0.contains("说") })
    #expect(lines[row - 1].split(separator: " ") == ["háng", "zhǎng", "shuō", "hěn", "zhòng", "yào"])
  }

  @Test func textInAPipeHasReadingsAfterItsCharacters() throws {
    let text = try read(["--reading", "pinyin"])
    #expect(text.contains("行（háng）长（zhǎng）说（shuō），密钥（key）很（hěn）重（zhòng）要（yào）。"))
    #expect(text.contains("长（cháng?），重。"))
    #expect(try read(["--reading", "zhuyin"]).contains("行（ㄏㄤˊ）"))
    #expect(try read([]).contains("行长说，密钥（key）很重要。"))
  }

  @Test func readingsCombineWithAnotherScript() throws {
    let text = try read(["--reading", "pinyin", "--script", "traditional"])
    #expect(text.contains("頭(tóu)髮(fa)"))
  }

  @Test func markdownAndJSONHaveRuby() throws {
    let markdown = try read(["--reading", "pinyin", "--format", "markdown"])
    #expect(markdown.contains("<ruby>行<rt>háng</rt></ruby>"))
    #expect(markdown.contains("<ruby>密钥<rt>key</rt></ruby>"))
    #expect(markdown.contains("`重`"))
    let json = try read(["--reading", "pinyin", "--format", "json"])
    #expect(json.contains(#""annotation":"háng""#))
    #expect(json.contains(#""text":"行长说"#))
  }

  /// The text and the names change, in every format; addresses and code do not lose what they refer to.
  @Test func everyFormatIsPrintedInTheRequestedScript() throws {
    let page = """
      [银行发展](https://example.org/银行)
      ------

      <p>他<b>发现</b>了<a href="https://example.org/发展">链接</a>。</p>

      """
    func read(_ arguments: [String], command: [String] = ["read"]) throws -> String {
      let program = try Program()
      defer { program.remove() }
      try program.write("a.md", page)
      let outcome = try program.run(command + arguments + ["a.md"])
      #expect(outcome.status == 0, "\(outcome)")
      return outcome.output
    }
    let markdown = try read(["--script", "traditional", "--format", "markdown"])
    #expect(markdown.hasPrefix("# 銀行發展\n"), "\(markdown)")
    #expect(markdown.contains("他**發現**了[連結](") || markdown.contains("他**發現**了[鏈接]("), "\(markdown)")
    #expect(!markdown.contains("發展)") && !markdown.contains("example.org/銀行"), "\(markdown)")
    let json = try read(["--script", "traditional", "--reading", "pinyin", "--format", "json"])
    #expect(json.contains(#""title":"銀行發展""#) && json.contains(#""text":"他發現了"#), "\(json)")
    #expect(json.contains(#""annotation":"fā""#), "\(json)")
    #expect(try read(["--script", "simplified", "--format", "markdown"]).hasPrefix("# 银行发展\n"))
    // Files that are named to the room and go into a pipe are printed as by `read`.
    for options in [["--script", "traditional"], ["--reading", "pinyin"]] {
      #expect(try read(options, command: []) == read(options))
    }
  }

  @Test func anASCIILocaleGetsToneDigits() throws {
    #expect(try read(["--reading", "pinyin"], environment: ["LC_ALL": "C"]).contains("行（hang2）"))
    #expect(try read(["--reading", "pinyin", "--width", "40"], environment: ["LC_ALL": "C"]).contains("hang2"))
    #expect(try read(["--reading", "pinyin"], environment: ["LC_ALL": "zh_CN.UTF-8"]).contains("行（háng）"))
  }
}
