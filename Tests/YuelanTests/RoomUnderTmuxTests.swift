import Foundation
import Testing

private let tmuxPath = "/usr/bin/tmux"

/// The real executable under tmux, on a server of its own.
@Suite struct RoomUnderTmuxTests {
  private func tmux(_ arguments: [String], socket: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tmuxPath)
    process.arguments = ["-L", socket, "-f", "/dev/null"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: tmuxPath)))
  func articleIsReadStarredAndFoundAgain() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/rfi/1.md", feedDump(body: "<p>月亮升起来的时候——茶刚好凉了，“真的”。</p><p>❤️ 和 👨‍👩‍👧 之后</p>"))
    let socket = "yuelan-test-\(ProcessInfo.processInfo.processIdentifier)"
    defer { _ = try? tmux(["kill-server"], socket: socket) }
    let command = "env HOME=\(program.home.path) \(Program.path) \(program.home.path)/archive; echo left with $?; cat"
    _ = try tmux(["new-session", "-d", "-x", "80", "-y", "24", command], socket: socket)
    func waitFor(_ text: String) throws -> Bool {
      for _ in 0..<300 {
        if try tmux(["capture-pane", "-p"], socket: socket).contains(text) { return true }
        usleep(50_000)
      }
      return false
    }
    #expect(try waitFor("茶与月亮"))
    _ = try tmux(["send-keys", "Enter"], socket: socket)
    #expect(try waitFor("茶刚好凉了，“真的”。"))
    #expect(try waitFor("之后"))
    _ = try tmux(["send-keys", "b"], socket: socket)
    let file = program.home.appendingPathComponent(".local/share/yuelan/bookmarks.md")
    var bookmarks = ""
    for _ in 0..<300 where bookmarks.isEmpty {
      usleep(50_000)
      bookmarks = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    _ = try tmux(["send-keys", "q", "q"], socket: socket)
    #expect(try waitFor("left with 0"))
    #expect(bookmarks.contains("[茶与月亮](https://example.org/tea)"))
  }
}
