import Glibc
import ReadingRoom
import SeededRandom
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal

/// There is only one curses session in a process, so these tests run one after another.
@Suite(.serialized) @MainActor struct PaintingTests {
  /// The last four are included if this machine's terminfo knows them: rxvt wraps like xterm, ansi and cons25 have no
  /// scrolling regions, and cons25 and mach-bold have attributes that are not SGR's.
  nonisolated static let terminals =
    ["xterm-256color", "screen-256color", "tmux-256color", "xterm", "linux", "vt100"]
    + ["rxvt-unicode-256color", "ansi", "cons25", "mach-bold"].filter(isKnown)

  nonisolated static func isKnown(_ terminal: String) -> Bool {
    ["/usr/share/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/etc/terminfo"].contains {
      access("\($0)/\(terminal.prefix(1))/\(terminal)", R_OK) == 0
    }
  }

  /// How many frames `theTerminalShowsTheFrame` paints at each size; `YUELAN_PAINTED_FRAMES=40` takes a minute in a debug
  /// build.
  private static var paintedFrames: Int {
    getenv("YUELAN_PAINTED_FRAMES").flatMap { Int(String(cString: $0)) } ?? 12
  }

  @Test(arguments: terminals) func theTerminalShowsTheFrame(_ terminal: String) throws {
    for (rows, columns) in [(24, 80), (7, 17), (1, 1), (2, 3), (25, 133)] {
      let pair = try PaintedTerminal(terminal, rows: rows, columns: columns)
      defer { pair.close() }
      let count = rows < 10 ? 3 * Self.paintedFrames : Self.paintedFrames
      for (number, frame) in Frame.random(rows: rows, columns: columns, count: count, seed: 7).enumerated() {
        pair.paint(frame)
        let difference = pair.difference(from: frame)
        #expect(difference == nil, "frame \(number) at \(rows) by \(columns)")
        if terminal.hasSuffix("256color") {
          let difference = pair.differenceInStyle(from: frame)
          #expect(difference == nil, "frame \(number) at \(rows) by \(columns)")
        }
        #expect(pair.emulator.unknown.isEmpty)
      }
    }
  }

  @Test(arguments: terminals) func turnedPagesAreShownInEveryTheme(_ terminal: String) throws {
    for (rows, columns) in [(24, 80), (12, 40), (5, 20), (3, 7)] {
      let pair = try PaintedTerminal(terminal, rows: rows, columns: columns)
      defer { pair.close() }
      var random = SeededGenerator(seed: 11)
      var first = 0
      var theme = 1
      for number in 0..<3 * Self.paintedFrames {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: theme = Int.random(in: 0..<3, using: &random)
        case 1: first += Int.random(in: 0..<200, using: &random)
        case 2...4: first += [1, rows - 4, rows - 3, 3][Int.random(in: 0..<4, using: &random)]
        default: first -= [1, rows - 4, rows - 3, 3][Int.random(in: 0..<4, using: &random)]
        }
        first = max(0, first)
        let frame = Frame.page(from: first, theme: theme, rows: rows, columns: columns)
        pair.paint(frame)
        let difference = pair.difference(from: frame)
        #expect(difference == nil, "frame \(number) at \(rows) by \(columns)")
        if terminal.hasSuffix("256color") {
          let difference = pair.differenceInStyle(from: frame)
          #expect(difference == nil, "frame \(number) at \(rows) by \(columns)")
        }
        #expect(pair.emulator.unknown.isEmpty)
      }
    }
  }

  @Test func aNewSizeIsPaintedCompletely() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 10, columns: 40)
    defer { pair.close() }
    pair.paint(Frame.showing(["旧的一帧"], rows: 10, columns: 40))
    for (rows, columns) in [(5, 20), (1, 1), (24, 80)] {
      pair.screen.resize(to: Size(rows: rows, columns: columns))
      pair.emulator = ScreenEmulator(rows: rows, columns: columns)
      let frame = Frame.showing(["新"], rows: rows, columns: columns)
      pair.paint(frame)
      #expect(pair.emulator.lines == frame.lines, "\(rows) by \(columns)")
    }
  }

  @Test func leavingAndComingBackPaintsEverything() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 5, columns: 20)
    defer { pair.close() }
    let frame = Frame.showing(["全部"], rows: 5, columns: 20)
    pair.paint(frame)
    var bytes: [UInt8] = []
    pair.screen.leave(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\u{1B}[?1049l"))
    pair.emulator = ScreenEmulator(rows: 5, columns: 20)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("\u{1B}[?1049h"))
    #expect(pair.emulator.lines == frame.lines)
  }

  @Test func anUnknownTerminalIsRefused() {
    #expect(throws: TerminalFailure.typeUnknown("nonesuch")) {
      try TerminalScreen(
        terminalType: "nonesuch", size: Size(rows: 24, columns: 80), colorDepth: .none)
    }
    #expect(throws: TerminalFailure.tooDumb("dumb")) {
      try TerminalScreen(
        terminalType: "dumb", size: Size(rows: 24, columns: 80), colorDepth: .none)
    }
  }
}
