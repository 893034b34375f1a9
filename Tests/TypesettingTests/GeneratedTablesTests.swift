import Foundation
import Testing

/// The committed tables are what the generator produces from Unicode's files.
@Suite(.enabled(if: Shared.exists("unicode/17.0/LineBreak.txt"), "needs the Unicode Character Database"))
struct GeneratedTablesTests {
  @Test func committedTablesAreNotStale() throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let generator = Process()
    generator.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    generator.arguments = [
      "python3", Shared.packageRoot.appendingPathComponent("Scripts/generate-unicode").path,
      "--data", Shared.url("unicode/17.0").path, "--output", output.path,
    ]
    try generator.run()
    generator.waitUntilExit()
    try #require(generator.terminationStatus == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
    #expect(names.count == 2)
    for name in names {
      let made = try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
      let committed = Shared.packageRoot.appendingPathComponent("Sources/Typesetting/Unicode/\(name)")
      #expect(try String(contentsOf: committed, encoding: .utf8) == made, "\(name): run Scripts/generate-unicode")
    }
  }
}
