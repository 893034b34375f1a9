import Foundation
import Testing

@testable import MarkdownReader

/// Beside cmark-gfm, where it is installed (Debian's package `cmark-gfm`).
@Suite struct DifferentialTests {
  private static let program = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static func reference(_ markdown: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? "")
    process.arguments = ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let html = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: html, as: UTF8.self)
  }

  private static let options: MarkdownOptions = [.tables, .strikethrough, .singleTildes, .taskLists, .bareAddresses]

  /// Pieces of the kinds of blocks and inlines, put together in every order of two. Not tasks: in a loose list
  /// cmark-gfm 0.29 puts the box before the paragraph, not into it.
  private static let pieces = [
    "# 标题 *斜*\n", "段落，有 **粗** 和 `码`。\n", "- 甲\n- 乙\n\n  丙\n", "1. 一\n2. 二\n", "> 引\n> > 再引\n",
    "```swift\nlet a = 1\n```\n",
    "    缩进的代码\n", "| 甲 | 乙 |\n| --- | :-: |\n| 1 \\| 2 | `x` |\n", "---\n",
    "[链](https://a.example \"题\") ![图](a.png)\n",
    "[参][1]\n\n[1]: https://b.example\n", "~~删~~ https://c.example/d。\n", "<div>\n*原样*\n</div>\n", "行一  \n行二\\\n行三\n",
    "&copy; \\*星\\* <b>粗</b>\n",
  ]

  @Test(.enabled(if: program != nil)) func documentsOfEveryPairOfBlocksAreReadAlike() throws {
    var documents: [String] = []
    for first in Self.pieces { for second in Self.pieces { documents.append(first + "\n" + second) } }
    // One process for all: a comment parts them, and a heading closes what is open.
    let rule = "\n<!-- next -->\n\n"
    var different: [String] = []
    for batch in stride(from: 0, to: documents.count, by: 16) {
      let part = documents[batch..<min(batch + 16, documents.count)]
      // References would be shared between the documents of a batch, so each batch is compared whole.
      let source = part.joined(separator: rule)
      let ours = MarkdownHTML.string(of: MarkdownParser(options: Self.options).document(from: Array(source.utf8)))
      let theirs = try Self.reference(source)
      if SpecificationExample.normalized(ours) != SpecificationExample.normalized(theirs) { different.append(source) }
    }
    #expect(different.isEmpty, "\(different.first ?? "")")
  }
}
