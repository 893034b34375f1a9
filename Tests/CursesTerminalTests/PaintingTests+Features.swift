import ReadingRoom
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal

/// Abilities that only some terminals have: attributes, colours, links, a title, whole frames.
extension PaintingTests {
  /// cons25 dims text by another colour, mach-bold underlines it by bold: SGR's numbers mean something else there.
  @Test(
    arguments: [("cons25", TextStyle.Attributes.dim, "\u{1B}[30;1m"), ("mach-bold", .underline, "\u{1B}[1m")].filter {
      isKnown($0.0)
    })
  func attributesUseTheTerminalsCapabilities(_ terminal: String, _ attribute: TextStyle.Attributes, _ sequence: String)
    throws
  {
    let pair = try PaintedTerminal(terminal, rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 2, columns: 20))
    frame[0, 0] = Cell("字", widthInCells: 2, style: TextStyle(attributes: attribute))
    frame[0, 2] = Cell("行", widthInCells: 2)
    pair.paint(frame)
    let sent = String(decoding: pair.lastBytes, as: UTF8.self)
    #expect(sent.contains("\(sequence)字"))
    #expect(!sent.contains("\u{1B}[2m") && !sent.contains("\u{1B}[4m"))
    #expect(pair.emulator.lines[0] == "字行")
  }

  @Test func trueColorIsSentAsRGB() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 1, columns: 10, depth: .trueColor)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 1, columns: 10))
    let style = TextStyle(
      foreground: .rgb(red: 1, green: 2, blue: 3), background: .rgb(red: 250, green: 251, blue: 252))
    frame[0, 0] = Cell("字", widthInCells: 2, style: style)
    pair.paint(frame)
    let sent = String(decoding: pair.lastBytes, as: UTF8.self)
    #expect(sent.contains("38;2;1;2;3"))
    #expect(sent.contains("48;2;250;251;252"))
  }

  @Test(arguments: ["vt100", "xterm-256color"]) func noColorIsSentToAMonochromeTerminal(_ terminal: String) throws {
    let pair = try PaintedTerminal(terminal, rows: 1, columns: 10, depth: .none)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("字", widthInCells: 2, style: TextStyle(foreground: .ansi(3), attributes: .bold))
    pair.paint(frame)
    #expect(pair.emulator.cells[0].allSatisfy { $0.rendition.foreground.isEmpty && $0.rendition.background.isEmpty })
    #expect(pair.emulator.cells[0][0].rendition.attributes == [1])
    #expect(pair.screen.colorDepth == .none)
  }

  @Test func linksAreHyperlinksWhereTheTerminalSupportsThem() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Frame.showing(["往", "往"], rows: 2, columns: 20)
    let link = frame.number(ofLink: "https://example.org/a?b=1")
    #expect(frame.number(ofLink: "javascript:alert(1)") == 0)
    #expect(frame.number(ofLink: "https://example.org/\u{1B}]0;x") == 0)
    for row in 0..<2 { frame[row, 2] = Cell("处", widthInCells: 2, link: link) }
    pair.paint(frame)
    #expect(!String(decoding: pair.lastBytes, as: UTF8.self).contains("example"))
    pair.screen.showsLinks = true
    pair.paint(frame)
    #expect(pair.emulator.cells[0][2].link == "https://example.org/a?b=1")
    #expect(pair.emulator.cells[0][0].link.isEmpty && pair.emulator.cells[0][4].link.isEmpty)
    #expect(pair.emulator.cells[1][2].link == "https://example.org/a?b=1")
    var bytes: [UInt8] = []
    pair.screen.leave(to: &bytes)
    pair.emulator.feed(bytes + Array("shell".utf8))
    #expect(!pair.emulator.cells.joined().contains { $0.text == "h" && !$0.link.isEmpty })
    #expect(pair.emulator.unknown.isEmpty)
  }

  @Test func theWindowsTitleIsTheArticlesAndRestoredAfterwards() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Frame.showing(["往"], rows: 2, columns: 20)
    pair.screen.takesTitle = true
    frame.title = "河边的灯\u{1B}]2;x\u{7}"
    pair.paint(frame)
    #expect(pair.emulator.title == "河边的灯]2;x")
    frame.title = nil
    pair.paint(frame)
    #expect(pair.emulator.title == "shell")
    frame.title = "再来"
    pair.paint(frame)
    var bytes: [UInt8] = []
    pair.screen.leave(to: &bytes)
    pair.emulator.feed(bytes)
    #expect(pair.emulator.title == "shell")
  }

  @Test func framesAreSynchronizedWhereTheTerminalSupportsIt() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    pair.screen.synchronizes = true
    var frame = Frame.showing((0..<24).map { _ in String(repeating: "页", count: 38) }, rows: 24, columns: 80)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).hasPrefix("\u{1B}[?2026h"))
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).hasSuffix("\u{1B}[?2026l"))
    frame[0, 0] = Cell("字", widthInCells: 2)
    pair.paint(frame)
    #expect(pair.lastBytes.count < 20)
  }
}
