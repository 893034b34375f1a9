import ReadingRoom
import Testing
import Typesetting

@testable import yuelan

/// The argument parser's help and complaints in Chinese.
@Suite struct ParserSentenceTests {
  static let commands = [
    "", "read", "list", "search", "index", "bookmarks", "export", "themes", "doctor", "config", "schema",
  ]

  @Test(arguments: commands, ["zh_CN.UTF-8", "zh_TW.UTF-8"])
  func helpIsFullyTranslatedAndItsColumnsAlign(command: String, locale: String) throws {
    let program = try Program()
    defer { program.remove() }
    let help = try program.run(["help", command].filter { !$0.isEmpty }, environment: ["LC_ALL": locale])
    #expect(help.status == 0)
    let text = help.output
    for english in ["(default", "default:", "values:", "OPTIONS", "USAGE"] {
      #expect(!text.contains(english), "\(text)")
    }
    for line in text.split(separator: "\n") {
      #expect(line.firstMatch(of: #/<[a-z-]+>/#) == nil, "\(line)")
      #expect(line.last != ":", "\(line)")
      // An argument and its explanation: the second column is the 27th.
      guard line.hasPrefix("  "), !line.hasPrefix("   "), let gap = line.dropFirst(2).firstRange(of: "  ") else {
        continue
      }
      let explained = line[gap.lowerBound...].drop { $0 == " " }
      guard !explained.isEmpty else { continue }
      #expect(String(line[..<explained.startIndex]).widthInCells() == 26, "\(line)")
    }
  }

  @Test(arguments: [
    (["read", "--widht"], "没有这个选项：'--widht'；是不是想写 '--width'？"),
    (["read", "--width", "x", "f"], "值 'x' 不能用于 '--width <宽度>'：应为 10 以上的整数，或 auto。"),
    (["list", "--limit", "x"], "值 'x' 不能用于 '--limit <篇数>'：应为 0 以上的整数。"),
    (
      ["list", "--sort", "x"],
      "值 'x' 不能用于 '--sort <次序>'；可用的有 'relevance'、'newest'、'oldest'、'title'、'publisher'、'longest'、'shortest' 或 'path'。"
    ),
    (["doctor", "--format", "x"], "值 'x' 不能用于 '--format <格式>'；可用的有 'text' 或 'json'。"),
    (["list", "--format", "xml"], "值 'xml' 不能用于 '--format <格式>'；可用的有 'table'、'tsv' 或 'json'。"),
    (["search"], "缺少参数 '<检索式>'。"),
    (["list", "a.md", "--bogus"], "没有这个选项：'--bogus'。"),
  ])
  func parserErrorsAreWholeSentences(arguments: [String], sentence: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(outcome.status == 2)
    #expect(outcome.complaints.contains("yuelan: \(sentence)\n"), "\(outcome.complaints)")
  }

  @Test(arguments: [
    (["list", "--sort", "x"], "'shortest' or 'path'.\nSee 'yuelan list --help'.\n"),
    (
      ["export", "--limit", "x"], "'--limit <limit>': expected a whole number, 0 or more\nSee 'yuelan export --help'.\n"
    ),
    (["--bogus"], "'--bogus'. Did you mean '--mouse'?\nSee 'yuelan --help'.\n"),
  ])
  func parserErrorsSayWhatIsExpectedAndWhereTheHelpIs(arguments: [String], end: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.hasSuffix(end), "\(outcome.complaints)")
    #expect(outcome.complaints.count { $0 == "\n" } == 2)
  }

  @Test func typedAngleBracketsAreKept() {
    #expect(ParserSentence.complaint("Unexpected argument '<B>'", in: .simplified) == "多出来的参数：'<B>'。")
  }

  @Test func wrappedValuesStayInTheirColumn() {
    let blanks = String(repeating: " ", count: 26)
    let help = "  --sort <sort>           Order\n\(blanks)(values: a, b;\n\(blanks)default: a)"
    #expect(
      ParserSentence.help(help, in: .simplified)
        == "  --sort <次序>           Order\n\(blanks)（可用：a、b；\n\(blanks)默认：a）")
  }
}
