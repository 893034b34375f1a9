import Foundation
import Testing

@testable import yuelan

/// A slip of the hand or of the shell (`-o *.md`) must not write over what is read, or into an archive.
@Suite struct OutputPlaceTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  /// An archive of three dumps, and its files as they must stay.
  private func withArchive(_ body: (Program, _ unchanged: () throws -> Bool) throws -> Void) throws {
    try withProgram { program in
      for number in 1...3 {
        let body = "<p>第\(number)夜的月亮升起来的时候，茶刚好凉了。</p>"
        try program.write(
          "archive/\(number).md",
          feedDump(title: "第\(number)篇", url: "https://example.org/\(number)", body: body))
      }
      try program.write("其他/4.md", feedDump(title: "第四篇", url: "https://example.org/4"))
      try FileManager.default.createSymbolicLink(
        atPath: program.home.path + "/link.md", withDestinationPath: "archive/1.md")
      func content() throws -> [String: Data] {
        let folder = program.home.path + "/archive"
        return try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(into: [:]) {
          $0[$1] = FileManager.default.contents(atPath: folder + "/" + $1)
        }
      }
      let before = try content()
      try body(program) { try content() == before }
    }
  }

  @Test(arguments: [
    ["export", "-o", "archive/1.md", "archive/2.md", "archive/3.md"],
    ["export", "-o", "archive/2.md", "archive/2.md"], ["export", "-o", "./archive/../archive/2.md", "archive/2.md"],
    ["export", "-o", "archive/1.md", "link.md"], ["export", "-o", "link.md", "archive/1.md"],
    ["export", "-o", "archive/all.md", "archive"], ["export", "-o", "archive/all.epub", "其他/4.md", "archive"],
    ["export", "-o", "archive/月.epub", "--search", "月亮", "archive"],
    ["export", "-o", "archive/月.epub", "--starred", "archive"],
    ["highlights", "export", "-o", "archive/1.md", "archive/1.md"],
  ])
  func anArticleThatIsReadIsNotOverwritten(arguments: [String]) throws {
    try withArchive { program, unchanged in
      let outcome = try program.run(arguments)
      let output = try #require(arguments.firstIndex(of: "-o").map { arguments[$0 + 1] })
      #expect(outcome.status == 2 && outcome.complaints.contains("--output: " + output), "\(outcome.complaints)")
      #expect(try unchanged())
    }
  }

  @Test func aContainerIsNotReplacedByItsArticles() throws {
    try withProgram { program in
      let rss = "<rss><channel><item><title>甲</title><description>一段正文。</description></item></channel></rss>"
      let feed = try program.write("f.md.xml", rss)
      #expect(try program.run(["list", feed]).status == 0)
      for source in [feed, feed + "/甲.html"] {
        #expect(try program.run(["export", "-f", "text", "-o", "f.md.xml", source]).status == 2)
        #expect(try String(contentsOfFile: feed, encoding: .utf8) == rss)
      }
    }
  }

  @Test func theReadersOwnFilesAreNotOverwritten() throws {
    try withArchive { program, _ in
      #expect(try program.run(["bookmarks", "add", "archive/1.md"]).status == 0)
      #expect(try program.run(["highlights", "add", "--quote", "茶刚好凉了", "archive/1.md"]).status == 0)
      let folder = program.home.path + "/.local/share/yuelan/"
      for name in ["bookmarks.md", "highlights.md"] {
        let before = try Data(contentsOf: URL(fileURLWithPath: folder + name))
        for command in [["bookmarks", "export"], ["highlights", "export"], ["export", "archive/1.md"]] {
          let outcome = try program.run(command + ["--output", folder + name])
          #expect(outcome.status == 2 && outcome.complaints.contains(name))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + name)) == before)
      }
    }
  }

  @Test(arguments: [
    ["-o", "new.md", "archive/1.md"], ["-o", "archive/1.epub", "archive/1.md"], ["-o", "old.txt", "archive/1.md"],
    ["-o", "all.epub", "archive"], ["-o", "月.epub", "--search", "月亮", "archive"],
    ["-f", "text", "-o", "/dev/null", "archive/1.md"],
  ])
  func otherPlacesAreWritten(arguments: [String]) throws {
    try withArchive { program, _ in
      try program.write("old.txt", "上次的。")
      let outcome = try program.run(["export"] + arguments)
      #expect(outcome.status == 0, "\(outcome.complaints)")
    }
  }

  @Test func aFileThatIsWrittenAgainKeepsItsPermissions() throws {
    try withArchive { program, _ in
      let file = try program.write("out.txt", "上次的。")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      #expect(try program.run(["export", "-o", "out.txt", "archive/1.md"]).status == 0)
      #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("茶刚好凉了"))
    }
  }

  @Test func aLinkToAPipeStaysAndLeadsIntoThePipe() throws {
    try withProgram { program in
      let (pipe, link) = (program.home.path + "/pipe", program.home.path + "/link")
      #expect(mkfifo(pipe, 0o600) == 0)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "pipe")
      // Open for both, so that neither end waits for the other.
      let descriptor = open(pipe, O_RDWR)
      defer { close(descriptor) }
      try writeFile(link, Array("渡口".utf8))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "pipe")
      var bytes = [UInt8](repeating: 0, count: 100)
      var isReady = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      #expect(poll(&isReady, 1, 0) == 1)
      bytes.removeLast(100 - max(0, read(descriptor, &bytes, 100)))
      #expect(String(decoding: bytes, as: UTF8.self) == "渡口")
    }
  }

  /// `/dev/stdout` is such a link; the test leaves that of the machine alone.
  @Test func aDescriptorIsContinuedWhateverFileItIs() throws {
    try withProgram { program in
      let path = try program.write("out.txt", "上次的。")
      let descriptor = open(path, O_WRONLY)
      defer { close(descriptor) }
      try writeFile("/dev/fd/\(descriptor)", Array("这次的。".utf8))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "上次的。这次的。")
    }
  }
}
