import Foundation
import Testing

/// Every test that Documentation/typesetting.md names exists.
struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func theTableOfCLREQNamesTestsThatExist() throws {
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/typesetting.md"), encoding: .utf8)
    let names = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { row in
      row.split(separator: "`").map(String.init).filter {
        $0.count >= 12 && $0.allSatisfy(\.isLetter) && $0.contains(where: \.isUppercase)
      }
    }
    try #require(names.count > 40)
    let files = FileManager.default.enumerator(at: Self.root.appending(path: "Tests"), includingPropertiesForKeys: nil)
    var tests = ""
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "swift" { tests += try String(contentsOf: file, encoding: .utf8) }
    }
    for name in names { #expect(tests.contains("func \(name)("), "\(name)") }
  }

  /// A row with “yes” or “in part” names a test.
  @Test func everyPromiseHasATest() throws {
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/typesetting.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let promises = rows.filter { $0.count >= 4 && ($0[1] == "yes" || $0[1] == "in part") }
    try #require(promises.count > 25)
    for row in promises { #expect(row.last?.hasPrefix("`") == true, "\(row[0])") }
  }
}
