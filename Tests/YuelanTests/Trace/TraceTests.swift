import ArticleLibrary
import Foundation
import Glibc
import ReadingRoom
import Testing

@testable import yuelan

@Suite struct TraceTests {
  private func archive() throws -> Program {
    let program = try Program()
    try program.write("archive/rfi/1.md", feedDump())
    try program.write("archive/rfi/2.md", feedDump(title: "旧事", url: "https://example.org/old"))
    return program
  }

  @Test func aTraceRecordsEventsButNothingTyped() throws {
    let program = try archive()
    defer { program.remove() }
    let path = program.home.path + "/trace.txt"
    let room = try TerminalProgram(
      [program.home.path + "/archive"], home: program.home.path, rows: 24, columns: 80,
      environment: ["YUELAN_TRACE": path])
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    room.type("/")
    room.type("旧事")
    room.type("\r")
    #expect(room.wait(for: "旧事"))
    room.type("\r")
    #expect(room.wait(for: "第二段"), "\(room.text)")
    room.type("qqq")
    #expect(room.end() == 0)
    let trace = try String(contentsOfFile: path, encoding: .utf8)
    for line in [
      "\tstart\tyuelan ", "\tevent\tkey /", "\tevent\tkey typed", "\teffect\tloadArticle article ", "archive/rfi/2.md",
      "\twork\tloadArticle", "\tframe\t80x24", "\tupdate\theads 2 of 2", "\tend\tstatus 0",
    ] {
      #expect(trace.contains(line), "\(line)\n\(trace)")
    }
    for text in ["旧事", "茶", "第二段", "example.org"] { #expect(!trace.contains(text), "\(text)") }
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    for line in trace.split(separator: "\n") {
      #expect(line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t\d+\t[a-z]+\t.*/) != nil, "\(line)")
    }
  }

  @Test func aCommandsTraceIsAppendedWithoutItsQuery() throws {
    let program = try archive()
    defer { program.remove() }
    let environment = ["YUELAN_TRACE": "trace.txt"]
    #expect(try program.run(["index", "archive"], environment: environment).status == 0)
    #expect(try program.run(["search", "月亮", "archive", "--limit=1"], environment: environment).status == 0)
    #expect(try program.run(["read", "archive/rfi/1.md", "archive/rfi/3.md"], environment: environment).status == 3)
    let trace = try String(contentsOfFile: program.home.path + "/trace.txt", encoding: .utf8)
    #expect(trace.contains(": index archive\n"))
    #expect(trace.contains("\tupdate\tfinished: 2 articles, 2 added"))
    #expect(trace.contains("\twork\tread archive/rfi/1.md\t"))
    #expect(trace.contains("\twork\topen archive, to be scanned\t"))
    #expect(trace.contains("\twork\topen archive, up to date\t"))
    #expect(trace.contains(": search … archive --limit\n"))
    #expect(trace.contains("\terror\tarchive/rfi/3.md"))
    #expect(trace.contains("\tend\tstatus 3"))
    #expect(!trace.contains("月亮"))
  }

  @Test(arguments: ["archive/trace.txt", "archive/rfi/trace.txt", "link/trace.txt"])
  func aTraceIsNotWrittenIntoAnArchive(path: String) throws {
    let program = try archive()
    defer { program.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: program.home.path + "/link", withDestinationPath: program.home.path + "/archive/rfi")
    for arguments in [["index", "archive"], ["read", "archive/rfi/1.md"], ["list", "--limit", "1", "archive"]]
    where arguments[0] != "read" || path != "archive/trace.txt" {
      let outcome = try program.run(arguments, environment: ["YUELAN_TRACE": path])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains("YUELAN_TRACE"))
      #expect(!FileManager.default.fileExists(atPath: program.home.path + "/" + path))
    }
  }

  @Test(arguments: ["missing/trace.txt", "fifo", "folder", "symbolic"])
  func anUnwritableTraceIsRefused(path: String) throws {
    let program = try archive()
    defer { program.remove() }
    mkfifo(program.home.path + "/fifo", 0o600)
    mkdir(program.home.path + "/folder", 0o700)
    symlink("elsewhere.txt", program.home.path + "/symbolic")
    let outcome = try program.run(["list", "archive"], environment: ["YUELAN_TRACE": path])
    #expect(outcome.status == 2)
    #expect(outcome.complaints.hasPrefix("yuelan: YUELAN_TRACE: \(path): "), "\(outcome.complaints)")
  }

  @Test func casesAreTracedByNameWithoutValues() {
    #expect(TraceText.name(of: Effect.copy("秘密")) == "copy")
    #expect(TraceText.name(of: Effect.quit) == "quit")
    #expect(TraceText.text(of: Event.paste("秘密"), typing: true) == "paste")
    #expect(TraceText.text(of: Event.effectFailed("秘密"), typing: false) == "effectFailed")
    let mistake = #expect(throws: QueryError.self) { try TextMatcher(query: "(秘密") }
    if let mistake { #expect(TraceText.text(of: .query(mistake)) == "query") }
    #expect(TraceText.text(of: .noSuchEntry("秘密")) == "noSuchEntry")
  }

  @Test func aCommandLineIsTracedWithoutPossibleQueries() {
    func text(_ arguments: String...) -> String { TraceText.text(ofCommandLine: arguments, names: ["search"]) }
    #expect(text("search", "--sort=date", "秘密", "/") == "search --sort … /")
    #expect(text("search", "--", "-秘密", "--secret") == "search -- … …")
    #expect(text("search", "-秘密", "-secret", "--秘密") == "search - -s --")
  }
}
