import ReadingRoom
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal

/// The cost of a frame that has much in common with the last one: its bytes, and what is not sent again.
extension PaintingTests {
  @Test func theOverlapOfATurnedPageIsNotSentAgain() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int) -> Frame {
      let lines = (first..<first + 23).map { "  \($0) " + String(repeating: "页", count: 35) }
      return Frame.showing(lines + ["  \(first)"], rows: 24, columns: 80)
    }
    pair.paint(page(100))
    pair.paint(page(121))
    #expect(pair.emulator.lines == page(121).lines)
    #expect(pair.lastBytes.count < 21 * (35 * 3 + 10))
    #expect(!String(decoding: pair.lastBytes, as: UTF8.self).contains("121 页"), "it is there already")
    pair.paint(page(100))
    #expect(pair.emulator.lines == page(100).lines)
  }

  /// The last page of an article is a few rows higher than a full one, except for the line after the text.
  @Test(arguments: ["xterm-256color", "ansi"].filter(isKnown)) func fixedRowsDoNotPreventScrollingOthers(
    _ terminal: String
  ) throws {
    let pair = try PaintedTerminal(terminal, rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int, tail: String) -> Frame {
      var lines = (first..<first + 20).map { "  \($0) " + String(repeating: "页", count: 30) }
      lines[7] = "  ﹏﹏ " + String(repeating: tail, count: 30)
      return Frame.showing(lines + ["", tail, "", "底"], rows: 24, columns: 80)
    }
    pair.paint(page(100, tail: "续"))
    pair.paint(page(104, tail: "完"))
    #expect(pair.emulator.lines == page(104, tail: "完").lines)
    // Four rows scroll in, three do not scroll along.
    #expect(pair.lastBytes.count < 8 * 110)
  }

  @Test func rowsBeginningInOneColumnUseTheSavedCursor() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func list(_ word: String) -> Frame {
      Frame.showing(
        (0..<24).map { String(repeating: " ", count: 30) + String(repeating: word, count: 5 + $0 % 7) + "。" }, rows: 24,
        columns: 80)
    }
    pair.paint(list("甲"))
    pair.paint(list("乙"))
    #expect(pair.emulator.lines == list("乙").lines)
    let text = (0..<24).reduce(0) { $0 + 3 * (5 + $1 % 7) }
    #expect(pair.lastBytes.count <= text + 24 * 5 + 10)
  }

  @Test func scrollingByARowScrollsTheRegion() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int) -> Frame {
      Frame.showing(
        ["标题"] + (first..<first + 22).map { "第\($0)条 " + String(repeating: "字", count: 30) } + ["底"], rows: 24,
        columns: 80)
    }
    pair.paint(page(100))
    pair.paint(page(101))
    #expect(pair.lastBytes.count < 250)
    #expect(pair.emulator.lines == page(101).lines)
  }

  @Test func aPageOfHanTakesLittleMoreThanItsText() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    pair.paint(Frame.showing((0..<24).map { _ in String(repeating: "上", count: 38) }, rows: 24, columns: 80))
    let page = Frame.showing((0..<24).map { _ in String(repeating: "页", count: 38) }, rows: 24, columns: 80)
    pair.paint(page)
    #expect(Double(pair.lastBytes.count) <= 1.05 * Double(24 * 38 * 3))
  }

  @Test func anUnchangedFrameSendsNothing() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    let frame = Frame.showing(["同一帧"], rows: 24, columns: 80)
    pair.paint(frame)
    pair.paint(frame)
    #expect(pair.lastBytes.isEmpty)
  }

  @Test(arguments: [ColorDepth.palette256, .trueColor]) func movingASelectionMarkSendsFewBytes(depth: ColorDepth) throws
  {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80, depth: depth)
    defer { pair.close() }
    let text = TextStyle(
      foreground: .rgb(red: 0xD8, green: 0xD4, blue: 0xCC), background: .rgb(red: 0x1B, green: 0x1B, blue: 0x1D))
    let mark = TextStyle(
      foreground: .rgb(red: 0xE0, green: 0x9A, blue: 0x50), background: .rgb(red: 0x1B, green: 0x1B, blue: 0x1D))
    func list(selected: Int) -> Frame {
      var frame = Frame(size: Size(rows: 24, columns: 80), filledWith: Cell(" ", widthInCells: 1, style: text))
      for row in 0..<23 {
        var column = 2
        for character in "2023-07-\(10 + row) \(row)中国气候谈判代表解振华与美国总统气候特使克里会谈" {
          let width = UInt8(String(character).widthInCells())
          frame[row, column] = Cell(String(character), widthInCells: width, style: text)
          column += Int(width)
        }
        if row == selected { frame[row, 0] = Cell("▌", widthInCells: 1, style: mark) }
      }
      return frame
    }
    pair.paint(list(selected: 3))
    pair.paint(list(selected: 4))
    #expect(pair.lastBytes.count <= 120)
    #expect(pair.emulator.lines == list(selected: 4).lines)
  }

  @Test func rowsOfTwoStylesSwitchStylesOncePerFrame() throws {
    let pair = try PaintedTerminal("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func list(_ first: Int) -> Frame {
      var frame = Frame(size: Size(rows: 24, columns: 80))
      for row in 0..<24 {
        for (column, character) in "2024-05-\(10 + (first + row) % 20)".enumerated() {
          frame[row, column] = Cell(String(character), widthInCells: 1, style: TextStyle(foreground: .ansi(2)))
        }
        for (column, character) in "題目\(first + row)的行".enumerated() {
          frame[row, 12 + 2 * column] = Cell(
            String(character), widthInCells: UInt8(String(character).widthInCells()),
            style: TextStyle(foreground: .ansi(3)))
        }
      }
      return frame
    }
    pair.paint(list(100))
    pair.paint(list(300))
    #expect(pair.emulator.lines == list(300).lines)
    #expect(pair.lastBytes.count { $0 == UInt8(ascii: "m") } <= 3)
  }
}
