import Foundation
import Testing

@testable import Text

@Suite struct GeneratedTableTests {
  static let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

  private static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hasPython)) func theTableOfNamedReferencesIsUpToDateWithItsGenerator() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.root.appendingPathComponent("Scripts/generate-entities").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let written = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let table = Self.root.appendingPathComponent("Sources/Text/NamedReferenceTable+Generated.swift")
    #expect(try Data(contentsOf: table) == written)
  }
}
