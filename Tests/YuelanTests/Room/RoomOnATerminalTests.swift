import Foundation
import Glibc
import TerminalEmulation
import Testing

/// The real executable on pseudo-terminals.
@Suite(.serialized) struct RoomOnATerminalTests {
  /// A home folder with an archive of three articles.
  private func home() throws -> Program {
    let program = try Program()
    try program.write("archive/rfi/1.md", feedDump())
    try program.write(
      "archive/rfi/2.md",
      feedDump(
        title: "河边的灯“亮”了——夜", url: "https://example.org/lamp", epoch: 1_689_500_000_000,
        body: "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".map { "<p>\($0)号灯亮起来，河水把它带走了。</p>" }.joined()))
    try program.write(
      "archive/rfi/3.md",
      feedDump(title: "旧事", url: "https://example.org/old", epoch: 1_600_000_000_000, body: "<p>很久以前的一件事。</p>"))
    return program
  }

  private func open(
    _ program: Program, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:], answers: Bool = true
  ) throws -> TerminalProgram {
    try TerminalProgram(
      [program.home.path + "/archive"], home: program.home.path, rows: rows, columns: columns,
      environment: environment, answers: answers)
  }

  @Test(
    arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "xterm-kitty"],
    ["C", "C.UTF-8"])
  func theListOpensAnArticleAndTheRoomLeavesCleanly(terminal: String, locale: String) throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program, environment: ["TERM": terminal, "LANG": locale])
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    room.type("\r")
    #expect(room.wait(for: "茶刚好凉了"), "\(room.text)")
    room.type("q")
    #expect(room.wait(for: "旧事"))
    room.type("q")
    #expect(room.end() == 0)
    #expect(room.emulator.unknown.isEmpty)
    if terminal != "vt100" { #expect(room.emulator.isCursorVisible) }
    let sent = String(decoding: room.output, as: UTF8.self)
    if terminal.hasPrefix("xterm") { #expect(sent.contains("\u{1B}[?1049l")) }
    if terminal == "vt100" {
      let colors = room.emulator.cells.joined().map { $0.rendition.foreground + $0.rendition.background }
      #expect(colors.joined().isEmpty, "a VT100 has no colour")
    }
  }

  @Test(arguments: [("dumb", "dumb"), ("nonesuch-9", "nonesuch-9"), ("", "TERM")])
  func anUnusableTerminalIsRefusedWithASentence(_ terminal: String, _ word: String) throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program, environment: ["TERM": terminal])
    #expect(room.end() == 2)
    let sent = String(decoding: room.output, as: UTF8.self)
    #expect(sent.hasPrefix("yuelan: ") && sent.contains(word))
    #expect(!sent.contains("\u{1B}"))
  }

  @Test func aPipeIsNotATerminal() throws {
    let program = try home()
    defer { program.remove() }
    let outcome = try program.run(["archive"], environment: ["TERM": "xterm-256color"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains("needs a terminal"))
  }

  @Test(arguments: [(5, 20), (12, 40), (24, 80), (50, 200), (1, 1), (2, 1)])
  func everyWindowSizeIsSurvived(rows: Int, columns: Int) throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program, rows: rows, columns: columns)
    #expect(room.wait { !$0.output.isEmpty })
    if rows > 2 {
      #expect(room.wait(for: "茶与"), "\(room.text)")
      room.type("\r")
      #expect(room.wait(for: rows > 5 ? "月亮升起" : "茶与月亮"), "\(room.text)")
    }
    room.resize(rows: 23, columns: 79)
    #expect(room.wait(for: "茶"), "\(room.text)")
    room.type(":quit\rqqq")
    #expect(room.end() == 0)
    #expect(room.emulator.unknown.isEmpty)
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT]) func aSignalEndsTheRoomAndRestoresTheTerminal(_ number: Int32) throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program)
    #expect(room.wait(for: "茶与月亮"))
    room.send(signal: number)
    #expect(room.end() == 128 + number)
    #expect(String(decoding: room.output.suffix(200), as: UTF8.self).contains("\u{1B}[?1049l"))
  }

  @Test func aDroppedConnectionEndsTheRoomAndSavesThePlace() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program)
    #expect(room.wait(for: "河边的灯"))
    room.type("j\r")
    #expect(room.wait(for: "甲号灯"), "\(room.text)")
    room.type(" ")
    #expect(room.wait { !$0.text.contains("甲号灯") && $0.text.contains("号灯") }, "\(room.text)")
    let place = try #require(room.screen.first { $0.contains("号灯") })
    room.hangUp()
    #expect(room.end() != nil, "it goes on without a terminal")
    let again = try open(program)
    // The list is there once its last title is; the article's own title is drawn before its text.
    #expect(again.wait { $0.text.contains("号灯") || $0.text.contains("旧事") }, "\(again.text)")
    if !again.text.contains("号灯") { again.type("\r") }
    #expect(again.wait(for: place), "\(again.text)")
  }

  @Test func aCrashRestoresTheTerminal() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program, environment: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(room.wait(for: "茶与月亮"))
    room.send(signal: SIGSEGV)
    #expect(room.end() == 128 + SIGSEGV)
    #expect(room.emulator.isCursorVisible)
    #expect(String(decoding: room.output.suffix(100), as: UTF8.self).contains("\u{1B}[?1049l"))
  }

  /// The interrupt key reaches the whole foreground group, but is meant for the editor.
  @Test func keysTypedIntoTheEditorDoNotReachTheRoom() throws {
    let program = try home()
    defer { program.remove() }
    let editor = try program.write("editor", "#!/bin/sh\ntrap '' INT QUIT\nkill -INT 0\nkill -QUIT 0\necho edited\n")
    chmod(editor, 0o755)
    let room = try open(program, environment: ["EDITOR": editor])
    #expect(room.wait(for: "茶与月亮"))
    room.type("b")
    #expect(room.wait { _ in access(program.home.path + "/.local/share/yuelan/bookmarks.md", F_OK) == 0 })
    room.type("B")
    #expect(room.wait { !$0.text.contains("旧事") && $0.text.contains("茶与月亮") }, "\(room.text)")
    room.type("e")
    #expect(room.wait { String(decoding: $0.output, as: UTF8.self).contains("edited") }, "\(room.text)")
    room.type("q")
    #expect(room.wait(for: "旧事"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
  }

  /// When the terminal is handed over, the bytes of curses pass a filter that once cut them in two.
  ///
  /// - Parameter waits: Whether the screen is complete again before the next key: the frame after it is then a difference
  ///   to what is shown, rather than the whole screen.
  @Test(arguments: ["xterm-256color", "linux", "screen-256color"], [true, false])
  func theScreenIsRestoredAfterTheEditorAndAStop(_ terminal: String, waits: Bool) throws {
    let program = try home()
    defer { program.remove() }
    let editor = try program.write("editor", "#!/bin/sh\necho edited\n")
    chmod(editor, 0o755)
    let room = try open(program, environment: ["EDITOR": editor, "TERM": terminal])
    #expect(room.wait(for: "茶与月亮"))
    room.type("bB")
    #expect(room.wait { !$0.text.contains("旧事") && $0.text.contains("茶与月亮") }, "\(room.text)")
    room.type("e")
    #expect(room.wait { String(decoding: $0.output, as: UTF8.self).contains("edited") }, "\(room.text)")
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    let before = room.output.count
    room.type("\u{1A}")
    if waits {
      #expect(room.wait { String(decoding: $0.output[before...], as: UTF8.self).contains("茶与月亮") }, "\(room.text)")
    }
    room.type("q")
    #expect(room.wait(for: "旧事"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
    #expect(room.emulator.unknown.isEmpty, "\(room.emulator.unknown)")
    #expect(!room.output.contains(0x07) && !String(decoding: room.output, as: UTF8.self).contains("\u{1B}]104"))
  }

  @Test func keysWorkAgainAfterAnUnterminatedSequence() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program)
    #expect(room.wait(for: "茶与月亮"))
    for beginning in [
      "\u{1B}]]", "\u{1B}Px", "\u{1B}_", "\u{1B}[200~茶", "\u{1B}]" + String(repeating: "0", count: 9_000),
    ] {
      room.type(beginning)
      usleep(1_300_000)
      room.type("?")
      #expect(room.wait { !$0.text.contains("旧事") }, "\(beginning.prefix(4).debugDescription)")
      room.type("q")
      #expect(room.wait(for: "旧事"))
    }
    room.type("Q")
    #expect(room.end() == 0)
  }

  @Test func theListStaysInPlaceWhenTheArchiveChangesAfterASearch() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program)
    #expect(room.wait(for: "茶与月亮"))
    room.type("s")
    room.type("茶与")
    #expect(room.wait { !$0.text.contains("旧事") && $0.text.contains("茶与月亮") }, "\(room.text)")
    room.type("\rq")
    #expect(room.wait(for: "旧事"), "\(room.text)")
    try program.write(
      "archive/rfi/4.md",
      feedDump(
        title: "新的一篇", url: "https://example.org/new", epoch: 1_689_700_000_000,
        body: "<p>山上的雪化了，村里的人下到河边去看水，谁也没有说话。</p>"))
    // Asking for another check while the library is still being read for the first time has no effect.
    var looks = 0
    #expect(
      room.wait {
        if looks % 20 == 0 { $0.type("\u{1B}[15~") }
        looks += 1
        return $0.text.contains("新的一篇")
      }, "\(room.text)")
    #expect(room.wait(for: "旧事"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
  }

  /// With and without an existing bookmarks file.
  @Test(arguments: [true, false]) func aStarSetElsewhereAppears(hasFile: Bool) throws {
    let program = try home()
    defer { program.remove() }
    if hasFile { try program.write(".local/share/yuelan/bookmarks.md", "# 收藏\n") }
    let room = try open(program)
    #expect(room.wait(for: "旧事"), "\(room.text)")
    #expect(!room.text.contains("★"))
    let outcome = try program.run(["bookmarks", "add", program.home.path + "/archive/rfi/3.md"])
    #expect(outcome.status == 0)
    #expect(room.wait(for: "★"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
  }

  /// Many browsers run until their last window is closed.
  @Test func aRunningBrowserDoesNotBlockTheRoom() throws {
    let program = try home()
    defer { program.remove() }
    let browser = try program.write(
      "browser", "#!/bin/sh\n>\"$HOME/opened\"\nwhile [ -e \"$HOME/opened\" ]; do sleep 0.2; done\n")
    chmod(browser, 0o755)
    let room = try open(program, environment: ["BROWSER": browser])
    #expect(room.wait(for: "茶与月亮"))
    room.type("w")
    #expect(room.wait { _ in access(program.home.path + "/opened", F_OK) == 0 })
    room.type("f")
    #expect(room.wait(for: "2023"), "\(room.text)")
    room.type("QQ")
    #expect(room.end() == 0)
  }

  @Test func lateAndUnknownTerminalAnswersAreNotKeys() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program, answers: false)
    #expect(room.wait(for: "茶与月亮"))
    let before = room.screen
    // Seven reports, the last answer in two pieces, then answers that were not requested.
    room.type(String(repeating: "\u{1B}[2;2R", count: 7) + "\u{1B}[?62;")
    room.type("22c\u{1B}]11;rgb:1111/2222/3333\u{1B}\\\u{1B}P1$r0m\u{1B}\\\u{1B}[I\u{1B}[5;9R")
    room.type("?")
    #expect(room.wait { $0.screen != before })
    #expect(!room.text.contains("rgb"))
    room.type("qq")
    #expect(room.end() == 0)
  }

  @Test func newArticlesAppearByThemselves() throws {
    let program = try home()
    defer { program.remove() }
    let room = try open(program)
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    try program.write("archive/x/new.md", feedDump(title: "刚到的一篇", url: "https://example.org/new"))
    #expect(room.wait(for: "刚到的一篇"), "\(room.text)")
    try FileManager.default.removeItem(atPath: program.home.path + "/archive/x/new.md")
    #expect(room.wait { !$0.text.contains("刚到的一篇") }, "\(room.text)")
  }

  /// Only one of two rooms indexes a change: the other finds everything done.
  @Test func twoRoomsShowEachOthersIndexedArticles() throws {
    let program = try home()
    defer { program.remove() }
    let traces = ["a", "b"].map { program.home.path + "/trace-" + $0 }
    let rooms = try traces.map { try open(program, environment: ["YUELAN_TRACE": $0]) }
    func lines(_ number: Int, with words: String) -> Int {
      let text = (try? String(contentsOfFile: traces[number], encoding: .utf8)) ?? ""
      return text.split(separator: "\n").count { $0.contains(words) }
    }
    for (number, room) in rooms.enumerated() {
      #expect(room.wait { $0.text.contains("茶与月亮") && lines(number, with: "finished: ") > 0 }, "\(room.text)")
    }
    for number in 1...2 {
      let dump = feedDump(title: "刚到的第\(number)篇", url: "https://example.org/new/\(number)")
      try program.write("archive/x/\(number).md", dump)
      for room in rooms { #expect(room.wait(for: "刚到的第\(number)篇"), "\(room.text)") }
      for (place, room) in rooms.enumerated() {
        #expect(room.wait { _ in lines(place, with: "libraryChanged 1 new") == number }, "\(room.text)")
        #expect(room.wait(for: "1 篇新文章"), "\(room.text)")
      }
    }
  }

  @Test func aWatchedIndexStaysUpToDate() throws {
    let program = try home()
    defer { program.remove() }
    let index = try TerminalProgram(["index", "--watch", program.home.path + "/archive"], home: program.home.path)
    #expect(index.wait(for: " articles: "), "\(index.text)")
    try program.write("archive/x/new.md", feedDump(title: "刚到的一篇", url: "https://example.org/new"))
    #expect(index.wait(for: "1 added"), "\(index.text)")
    index.type("\u{3}")
    #expect(index.end() != 0)
  }

  @Test func theDoctorMeasuresTheTerminalsWidths() throws {
    let program = try home()
    defer { program.remove() }
    let doctor = try TerminalProgram(["doctor", "--widths"], home: program.home.path, rows: 24, columns: 80)
    #expect(doctor.end() == 0)
    let sent = String(decoding: doctor.output, as: UTF8.self)
    #expect(sent.contains("kind\tcode points\tours\tterminal\tdrawn"))
    #expect(sent.contains("han\t4E2D\t2\t"))
    #expect(sent.contains("joined\t1F469 200D 1F33E\t2\t1\twith care"), "this terminal answers one column for most")
    #expect(doctor.emulator.unknown.isEmpty)
  }

  @Test func widthsAreMeasuredWithOutputRedirected() throws {
    let program = try home()
    defer { program.remove() }
    let file = program.home.path + "/widths.txt"
    let doctor = try TerminalProgram(
      ["-c", "exec \(Program.path) doctor --widths > \(file)"], home: program.home.path, executable: "/bin/sh")
    #expect(doctor.end() == 0)
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(kept.contains("han\t4E2D\t2\t") && !kept.contains("\u{1B}"))
  }

  @Test func textOfADumpNeverControlsTheTerminal() throws {
    let program = try Program()
    defer { program.remove() }
    let hostile = "a\u{1B}]52;c;AAAA\u{7}b\u{9B}31mc\u{202E}d\u{1B}[2Je"
    try program.write(
      "archive/x/1.md",
      feedDump(title: "敌\(hostile)", body: "<p>正文\(hostile)&#27;]0;x&#7;&#155;31m</p>"))
    let room = try open(program)
    #expect(room.wait(for: "敌"))
    room.type("\r")
    #expect(room.wait(for: "正文"))
    room.type("m")
    room.type("qqqq")
    #expect(room.end() == 0)
    #expect(room.emulator.unknown.isEmpty, "\(room.emulator.unknown)")
    let scalars = String(decoding: room.output, as: UTF8.self).unicodeScalars
    #expect(!scalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x202E })
  }
}
