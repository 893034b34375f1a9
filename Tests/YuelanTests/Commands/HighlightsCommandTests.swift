import Foundation
import Testing

@testable import yuelan

/// `yuelan highlights` on the command line.
@Suite struct HighlightsCommandTests {
  private func withArticle(_ body: (Program, _ file: String) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    let text = """
      <!--1689597902000-->
      [渡口](https://example.org/ferry)
      ------

      <p>江边的渡船一天开四趟。“船要等人，”老艄公说，<b>“天也要等人。”</b></p><p>后来架了桥。</p>

      """
    try Data(text.utf8).write(to: program.home.appendingPathComponent("ferry.md"))
    try body(program, "ferry.md")
  }

  @Test func aQuotedPassageIsFoundAndHighlighted() throws {
    try withArticle { program, file in
      let added = try program.run([
        "highlights", "add", "--quote", "老艄公说，“天也要 等人。”", "--note", "记住 #江", "--color", "blue", file,
      ])
      #expect(added.status == 0, "\(added.complaints)")
      let listed = try program.run(["highlights"])
      #expect(listed.output.hasPrefix("老艄公说，“天也要等人。”\n    渡口"), "\(listed.output)")
      let json = try program.run(["highlights", "list", "--format", "json", file]).output
      #expect(json.contains("\"color\":\"blue\"") && json.contains("\"tags\":[\"江\"]"), "\(json)")
      let again = try program.run(["highlights", "add", "--quote", "老艄公说，“天也要等人。”", file])
      #expect(again.status == 0)
      #expect(try program.run(["highlights", "list", "--format", "json"]).output == json)
    }
  }

  @Test func exportedHighlightsAreImportedUnchanged() throws {
    try withArticle { program, file in
      #expect(try program.run(["highlights", "add", "--quote", "后来架了桥。", "--note", "可惜", file]).status == 0)
      #expect(try program.run(["highlights", "add", "--quote", "江边的渡船", file]).status == 0)
      let json = try program.run(["highlights", "export", "--format", "json", "--output", "h.jsonl"])
      #expect(json.status == 0, "\(json.complaints)")
      let before = try program.run(["highlights", "list", "--format", "json"]).output
      for name in ["h.jsonl", ".local/share/yuelan/highlights.md"] {
        let imported = try program.run(["highlights", "import", "--highlights", "other.md", name])
        #expect(imported.status == 0, "\(imported.complaints)")
        let after = try program.run(["highlights", "list", "--format", "json", "--highlights", "other.md"])
        #expect(after.output == before)
        try FileManager.default.removeItem(at: program.home.appendingPathComponent("other.md"))
      }
      let markdown = try program.run(["highlights", "export"]).output
      #expect(
        markdown == """
          ## [渡口](<https://example.org/ferry>)

          example.org, 2023-07-17

          > 江边的渡船

          > 后来架了桥。

          可惜


          """, "\(markdown)")
    }
  }

  @Test func anExportedBookHasHighlightsAsNotes() throws {
    try withArticle { program, file in
      #expect(try program.run(["highlights", "add", "--quote", "后来架了桥。", "--note", "可惜 <a>", file]).status == 0)
      #expect(try program.run(["export", "--output", "b.epub", file]).status == 0)
      let unzip = Process()
      unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      unzip.arguments = [
        "python3", "-c",
        "import zipfile,sys; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read('EPUB/article-1.xhtml').decode())",
        program.home.path + "/b.epub",
      ]
      let output = Pipe()
      unzip.standardOutput = output
      try unzip.run()
      let page = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      unzip.waitUntilExit()
      #expect(page.contains("epub:type=\"endnotes\""))
      #expect(page.contains("<blockquote><p>后来架了桥。</p></blockquote><p>可惜 &lt;a&gt;</p>"), "\(page)")
    }
  }

  @Test func wrongUseIsReported() throws {
    try withArticle { program, file in
      let missing = try program.run(["highlights", "add", "--quote", "没有的话", file])
      #expect(missing.status == 1 && missing.complaints.contains("没有的话"), "\(missing.complaints)")
      #expect(try program.run(["highlights", "add", file]).status == 2)
      #expect(try program.run(["highlights", "add", "--quote", "桥", "--color", "plaid", file]).status == 2)
      #expect(try program.run(["highlights", "list", "--quote", "桥"]).status == 2)
      #expect(try program.run(["highlights"]).status == 1)
      #expect(try program.run(["highlights", "import", file]).status == 1)
    }
  }
}
