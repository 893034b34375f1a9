import Foundation
import Testing

@testable import yuelan

/// Printed JSON matches its schema, and no member is printed that no schema mentions.
@Suite struct SchemaTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.copyItem(
      atPath: packageRoot + "/Samples/archive", toPath: program.home.appendingPathComponent("archive").path)
    try body(program)
  }

  private func schema(_ name: String, _ program: Program) throws -> JSONSchemaChecker {
    let outcome = try program.run(["schema", name])
    #expect(outcome.status == 0)
    let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(schema?["version"] as? Int == 1)
    #expect(schema?["$id"] as? String == "urn:yuelan:schema:\(name):1")
    return JSONSchemaChecker(schema ?? [:])
  }

  private func values(_ lines: String) throws -> [Any] {
    try lines.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
  }

  @Test(arguments: [
    ("list", ["list", "--format", "json", "archive"]), ("search", ["search", "月亮", "--format", "json", "archive"]),
    ("lookup", ["lookup", "月亮", "--format", "json", "archive"]),
    ("doctor", ["doctor", "--format", "json", "archive"]), ("bookmarks", ["bookmarks", "list", "--format", "json"]),
    ("bookmarks", ["bookmarks", "export", "--format", "json"]),
    ("highlights", ["highlights", "list", "--format", "json"]),
  ])
  func printedJSONMatchesItsSchema(name: String, arguments: [String]) throws {
    try withProgram { program in
      let paths = try values(try program.run(["list", "--format", "json", "--limit", "3", "archive"]).output)
        .compactMap { ($0 as? [String: Any])?["path"] as? String }
      #expect(paths.count == 3)
      #expect(try program.run(["bookmarks", "add"] + paths).status == 0)
      #expect(
        try program.run(["highlights", "add", "--quote", "月亮", "archive/news/articles/rfi/1000101.md"]).status == 0)
      let outcome = try program.run(arguments)
      let printed = try values(outcome.output)
      #expect(!printed.isEmpty, "\(outcome.complaints)")
      let checker = try schema(name, program)
      for value in printed { #expect(checker.faults(of: value) == []) }
    }
  }

  @Test func everySampleAndFixtureMatchesTheArticleSchema() throws {
    try withProgram { program in
      let checker = try schema("read", program)
      let fixtures = packageRoot + "/Tests/ArticleDumpTests/Fixtures"
      let files = [program.home.path + "/archive", fixtures].flatMap { folder in
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
          .filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }.map { folder + "/" + $0 }
      }
      #expect(files.count > 20)
      let printed = try values(try program.run(["read", "--format", "json"] + files).output)
      #expect(printed.count == files.count)
      for (value, file) in zip(printed, files) { #expect(checker.faults(of: value) == [], "\(file)") }
    }
  }

  @Test func aMarkdownFileMatchesTheArticleSchema() throws {
    try withProgram { program in
      try program.write("a.md", "# 程序\n\n正文。\n\n```swift\nlet a = 1\n```\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n")
      let printed = try values(try program.run(["read", "-f", "json", "a.md"]).output)
      #expect(printed.count == 1 && "\(printed)".contains("swift"))
      for value in printed { #expect(try schema("read", program).faults(of: value) == []) }
    }
  }

  @Test(arguments: ["en_US.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8"]) func theHelpNamesEverySchema(locale: String) throws {
    try withProgram { program in
      let help = try program.run(["help", "schema"], environment: ["LC_MESSAGES": locale]).output
      for name in try program.run(["schema"]).output.split(separator: "\n") { #expect(help.contains(name), "\(help)") }
    }
  }

  @Test func anUnknownSchemaIsRefusedWithTheKnownNames() throws {
    try withProgram { program in
      let outcome = try program.run(["schema", "lst"])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains("did you mean list?"))
      #expect(try program.run(["schema"]).output == "read\nlist\nsearch\nlookup\nbookmarks\nhighlights\ndoctor\n")
    }
  }

  @Test func theCheckerFindsFaults() throws {
    let checker = JSONSchemaChecker([
      "type": "object", "required": ["a"],
      "properties": ["a": ["type": ["integer", "null"]], "b": ["enum": ["x"]]] as [String: [String: Any]],
    ])
    #expect(checker.faults(of: ["a": 1, "b": "x"] as [String: Any]) == [])
    #expect(checker.faults(of: ["a": NSNull()] as [String: Any]) == [])
    #expect(checker.faults(of: ["b": "x"] as [String: Any]).count == 1)
    #expect(checker.faults(of: ["a": true] as [String: Any]).count == 1)
    #expect(checker.faults(of: ["a": "1", "b": "y", "c": 1] as [String: Any]).count == 3)
    #expect(checker.faults(of: [1]).count == 1)
  }
}
