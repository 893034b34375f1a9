import ReadingRoom
import SeededRandom
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal

/// Clusters whose width terminals disagree on, and text that must not control the terminal.
extension PaintingTests {
  @Test(arguments: [1, 2, 3]) func aWrongWidthAffectsNoOtherCell(_ belief: Int) throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 4, columns: 20)
    defer { pair.close() }
    pair.emulator.beliefInCells = belief
    var frame = Frame.showing(["", "左    右边的字", "下一行"], rows: 4, columns: 20)
    frame[1, 3] = Cell("👨‍👩‍👧", widthInCells: 2, isWidthUncertain: true)
    pair.paint(frame)
    let cells = pair.emulator.cells
    #expect(cells[1][6].text == "右")
    #expect(cells[1][12].text == "字")
    #expect(cells[2].prefix(6).map(\.text).joined() == "下一行")
    frame[1, 3] = Cell("人", widthInCells: 2)
    pair.paint(frame)
    #expect(pair.emulator.lines == ["", "左 人 右边的字", "下一行", ""])
  }

  /// Terminals that draw a cluster over any number of columns from zero to eleven, at every place of a row, at its end
  /// and in the last row: everything else is where it should be, before and after the cluster changes.
  @Test(arguments: [0, 1, 2, 3, 4, 6, 8, 11]) func aWrongWidthLeavesNoGhost(_ belief: Int) throws {
    let clusters = ["👨\u{200D}👩\u{200D}👧\u{200D}👦", "👍🏽", "❤\u{FE0F}", "🏴\u{E0067}\u{E0062}\u{E007F}"]
    for terminal in ["xterm-256color", "screen-256color", "vt100"] {
      let pair = try PaintedTerminal(terminal, rows: 5, columns: 20)
      defer { pair.close() }
      pair.emulator.beliefInCells = belief
      var random = SeededGenerator(seed: 5)
      for number in 0..<60 {
        var frame = Frame.showing(
          (0..<5).map { row in String((0..<10).map { _ in Character(["字", "行", "右", "左"][(row + number) % 4]) }) },
          rows: 5,
          columns: 20)
        var guarded: Set<Int> = []
        for _ in 0..<4 {
          let row = Int.random(in: 0..<5, using: &random)
          let column = 2 * Int.random(in: 0..<10, using: &random)
          frame[row, column] = Cell(
            clusters[Int.random(in: 0..<4, using: &random)], widthInCells: 2, isWidthUncertain: true)
          guarded.formUnion([row * 20 + column, row * 20 + column + 1])
        }
        pair.paint(frame)
        for index in 0..<100 where !guarded.contains(index) {
          let (row, column) = (index / 20, index % 20)
          let shown = pair.emulator.cells[row][column].text
          #expect(shown == frame[row, column].cluster, "\(terminal), frame \(number), row \(row), column \(column)")
        }
      }
    }
  }

  @Test func aClusterThatWouldJoinTheFormerOneIsDrawnOnABlank() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 1, columns: 10)
    defer { pair.close() }
    var frame = Frame.showing(["字"], rows: 1, columns: 10)
    frame[0, 2] = Cell("\u{1161}", widthInCells: 1, isWidthUncertain: true)
    frame[0, 3] = Cell("行", widthInCells: 2)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("字 \u{1161}\u{1B}[1;4H行"))
  }

  @Test func aClusterOfManyScalarsIsSentWhole() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 2, columns: 10)
    defer { pair.close() }
    let flag = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
    var frame = Frame(size: Size(rows: 2, columns: 10))
    frame[0, 0] = Cell(flag, widthInCells: 2, isWidthUncertain: true)
    frame[0, 2] = Cell("x", widthInCells: 1)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains(flag))
    #expect(pair.emulator.cells[0][2].text == "x")
  }

  @Test func hanOfNewerUnicodeVersionsIsDrawn() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 1, columns: 12)
    defer { pair.close() }
    // U+2EBF0 (Extension I) and U+323B0 (Extension J), which glibc 2.36 does not know.
    pair.paint(Frame.showing(["\u{2EBF0}\u{323B0}字"], rows: 1, columns: 12))
    #expect(pair.emulator.lines == ["\u{2EBF0}\u{323B0}字"])
  }

  @Test func ambiguousWidthIsHonoured() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 1, columns: 10, ambiguousWidth: .wide)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("…", widthInCells: 2)
    frame[0, 2] = Cell("字", widthInCells: 2)
    pair.paint(frame)
    #expect(pair.emulator.cells[0][2].text == "字")
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("…字"), "no cursor movement is needed between")
  }

  @Test func controlsNeverLeaveThePainter() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 2, columns: 20))
    for (column, cluster) in ["\u{1B}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{61}\u{2066}", "\r\n", "\u{7}"].enumerated()
    {
      frame[0, column] = Cell(cluster, widthInCells: 1)
    }
    pair.paint(Frame(size: Size(rows: 2, columns: 20)))
    pair.paint(frame)
    let text = String(decoding: pair.lastBytes, as: UTF8.self)
    #expect(pair.emulator.lines[0] == String(repeating: "\u{FFFD}", count: 7))
    #expect(!text.unicodeScalars.contains { ["\u{9B}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{7}"].contains($0) })
  }

  @Test func privateUseCharactersAreNotTakenForInternalCodes() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 1, columns: 10)
    defer { pair.close() }
    pair.paint(Frame.showing(["❤️"], rows: 1, columns: 10))
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("\u{F0000}", widthInCells: 1)
    frame[0, 1] = Cell("\u{100000}", widthInCells: 1)
    pair.paint(frame)
    #expect(pair.emulator.lines == ["\u{F0000}\u{100000}"])
  }
}
