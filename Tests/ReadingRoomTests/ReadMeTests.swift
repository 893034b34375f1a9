import Foundation
import Testing

@testable import ReadingRoom

/// The tables of README.md and README.zh.md match the program.
struct ReadMeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The keys in the table of keys, row by row.
  private static func keys(_ name: String) throws -> [String] {
    let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
    let heading = lines.firstIndex { $0 == "## Keys" || $0 == "## 按键" } ?? 0
    let section = lines[(heading + 1)...].prefix { !$0.hasPrefix("## ") }
    let quoted = section.filter { $0.hasPrefix("|") }.flatMap { $0.matches(of: #/`([^`]+)`/#) }.map {
      String($0.output.1)
    }
    return quoted.map { $0.replacingOccurrences(of: "\\", with: "") }
  }

  @Test(arguments: ["README.md", "README.zh.md"]) func everyKeyOfTheTableDoesSomething(name: String) throws {
    let keys = try Self.keys(name)
    #expect(keys.count > 20)
    let bound = Set(KeyTable.standard.rows.flatMap(\.keys))
    for name in keys {
      let key = try #require(Key(name: name))
      #expect(bound.contains(key), "\(name)")
    }
  }

  @Test func bothReadMesNameTheSameKeys() throws {
    #expect(try Self.keys("README.md") == Self.keys("README.zh.md"))
  }

  @Test func theReadMesMembersAreThoseOfTheSchema() throws {
    let readMe = try Self.text("README.md")
    let row = try #require(readMe.split(separator: "\n").first { $0.hasPrefix("| `read --format json`") })
    let named = try #require(
      row.matches(of: #/`([^`]+)`/#).map { String($0.output.1) }.first { $0.hasPrefix("dialect ") })
    let members = named.replacing(#/\{[^}]*\}/#, with: "").split(separator: " ").map(String.init)
    let schema =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: Self.root.appendingPathComponent("Documentation/schemas/read.json"))) as? [String: Any]
    let properties = try #require(schema?["properties"] as? [String: Any])
    for member in members { #expect(properties[member] != nil, "\(member)") }
  }
}
