import Foundation
import Testing

@testable import MarkdownReader

@Suite struct ShortcodeTests {
  /// Debian's golang-github-yuin-goldmark-emoji-dev.
  private static let data = "/usr/share/gocode/src/github.com/yuin/goldmark-emoji/definition/github.go"

  @Test(.enabled(if: FileManager.default.isReadableFile(atPath: data))) func theTableIsUpToDateWithItsGenerator() throws
  {
    let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", root.appendingPathComponent("Scripts/generate-shortcodes").path, "--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func everyRowIsFoundByItsName() {
    let rows = EmojiShortcodeTable.rows.description.split(separator: "\n")
    #expect(rows.count == EmojiShortcodeTable.offsets.count)
    for row in rows {
      let parts = row.split(separator: " ", maxSplits: 1)
      let found = Array(parts[0].utf8).withUnsafeBufferPointer { EmojiShortcodes.emoji(named: $0).map(Array.init) }
      #expect(found == Array(parts[1].utf8), "\(row)")
    }
  }

  @Test(arguments: ["", "smil", "smiley_", "zzzz", "octocat"]) func otherNamesAreNotShortcodes(name: String) {
    #expect(Array(name.utf8).withUnsafeBufferPointer { EmojiShortcodes.emoji(named: $0) == nil })
  }
}
