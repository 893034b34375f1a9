import ReadingRoom
import SeededRandom
import TerminalEmulation
import Typesetting

@testable import CursesTerminal

/// A screen and the emulated terminal that gets its bytes.
@MainActor final class PaintedTerminal {
  let screen: TerminalScreen
  var emulator: ScreenEmulator
  var lastBytes: [UInt8] = []

  init(
    _ terminal: String, rows: Int, columns: Int, depth: ColorDepth = .palette256,
    ambiguousWidth: AmbiguousWidth = .narrow
  ) throws {
    screen = try TerminalScreen(
      terminalType: terminal, size: Size(rows: rows, columns: columns), colorDepth: depth)
    emulator = ScreenEmulator(rows: rows, columns: columns, ambiguousWidth: ambiguousWidth)
    var bytes: [UInt8] = []
    screen.enter(to: &bytes)
    // The terminal is then asked for its widths, which leaves its cursor elsewhere.
    emulator.feed(bytes + Array("\u{1B}[2;1H“—".utf8))
  }

  func paint(_ frame: Frame) {
    lastBytes = []
    screen.paint(frame, to: &lastBytes)
    emulator.feed(lastBytes)
  }

  /// The first cell whose content differs from the frame's.
  func difference(from frame: Frame) -> String? {
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns where emulator.cells[row][column].text != frame[row, column].cluster {
        return "row \(row), column \(column): \(emulator.cells[row][column].text), not \(frame[row, column].cluster)"
      }
    }
    return nil
  }

  /// The first cell that is not drawn in its style. Less of a style shows on a blank than on a letter.
  func differenceInStyle(from frame: Frame) -> String? {
    let colors = TerminalColors(depth: screen.colorDepth, colorCount: screen.colorDepth == .none ? 0 : 256)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let style = frame[row, column].style
        let drawn = emulator.cells[row][column].rendition
        let marksBlanks = !style.attributes.isDisjoint(with: [.underline, .reverse])
        let background = colors.match(style.background).color
        let foreground = colors.match(style.foreground).color
        var isRight = drawn.background == Self.code(background, 40)
        if frame[row, column].cluster != " " || marksBlanks {
          isRight = isRight && drawn.foreground == Self.code(foreground, 30)
          isRight = isRight && drawn.attributes.contains(1) == style.attributes.contains(.bold)
        }
        isRight = isRight && drawn.attributes.contains(7) == style.attributes.contains(.reverse)
        isRight = isRight && drawn.attributes.contains(4) == style.attributes.contains(.underline)
        if !isRight { return "row \(row), column \(column): \(drawn) for \(style)" }
      }
    }
    return nil
  }

  private static func code(_ color: Rendition.Color, _ base: Int) -> String {
    switch color {
    case .terminalDefault: ""
    case .basic(let number): "\(number < 8 ? base + Int(number) : base + 52 + Int(number))"
    case .indexed(let number): "\(base + 8);5;\(number)"
    case .direct(let rgb): "\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
    }
  }

  func close() {
    var bytes: [UInt8] = []
    screen.close(to: &bytes)
  }
}

extension Frame {
  /// Lines of text, each from the first column of its row.
  static func showing(_ lines: [String], rows: Int, columns: Int) -> Frame {
    var frame = Frame(size: Size(rows: rows, columns: columns))
    for (row, line) in lines.enumerated() {
      var column = 0
      for character in line {
        let width = String(character).widthInCells()
        frame[row, column] = Cell(String(character), widthInCells: UInt8(max(1, width)))
        column += max(1, width)
      }
    }
    return frame
  }

  var lines: [String] { description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// Frames as in use: rows of Han and Latin with styles, partly changing, scrolling.
  static func random(rows: Int, columns: Int, count: Int, seed: UInt64) -> [Frame] {
    var random = SeededGenerator(seed: seed)
    let words = ["阅", "览", "室", "，", "“", "a", "B", " ", "—", "𮯠", "é", "e\u{301}", "👨‍👩‍👧", "❤️", "…", " "]
    let styles = [
      TextStyle.plain, TextStyle(attributes: .bold), TextStyle(attributes: .reverse),
      TextStyle(foreground: .rgb(red: 200, green: 60, blue: 30), background: .rgb(red: 20, green: 22, blue: 28)),
      TextStyle(foreground: .ansi(12), attributes: [.underline, .italic]),
    ]
    var frame = Frame(size: Size(rows: rows, columns: columns))
    return (0..<count).map { _ in
      if Int.random(in: 0..<4, using: &random) == 0 {
        var moved = Frame(size: frame.size)
        for row in 0..<max(0, rows - 1) {
          for column in 0..<columns where frame[row + 1, column].widthInCells > 0 {
            moved[row, column] = frame[row + 1, column]
          }
        }
        frame = moved
      }
      for _ in 0..<Int.random(in: 1..<(rows * columns / 3 + 2), using: &random) {
        let word = words[Int.random(in: 0..<words.count, using: &random)]
        frame[Int.random(in: 0..<rows, using: &random), Int.random(in: 0..<columns, using: &random)] = Cell(
          word, widthInCells: UInt8(word.widthInCells()),
          style: styles[Int.random(in: 0..<styles.count, using: &random)],
          isWidthUncertain: word.unicodeScalars.count > 1)
      }
      frame.cursor = Bool.random(using: &random) ? Position(row: 0, column: 0) : nil
      return frame
    }
  }

  /// A frame in a theme's colours: a head, rows of an endless list or text starting at a given row, a status line.
  static func page(from first: Int, theme: Int, rows: Int, columns: Int) -> Frame {
    let backgrounds = [Color?.none, .rgb(red: 28, green: 27, blue: 25), .ansi(7)]
    let foregrounds = [Color?.none, .rgb(red: 214, green: 208, blue: 196), .ansi(0)]
    let text = TextStyle(foreground: foregrounds[theme], background: backgrounds[theme])
    let aside = TextStyle(
      foreground: theme == 0 ? nil : .rgb(red: 150, green: 143, blue: 131), background: text.background)
    let mark = TextStyle(foreground: .ansi(1), background: text.background, attributes: .bold)
    var frame = Frame(
      size: Size(rows: rows, columns: columns), filledWith: Cell(" ", widthInCells: 1, style: text))
    func write(_ line: String, _ row: Int, _ column: Int, _ style: TextStyle) {
      var column = column
      for character in line {
        let width = String(character).widthInCells()
        guard column + width <= columns else { return }
        frame[row, column] = Cell(String(character), widthInCells: UInt8(width), style: style)
        column += width
      }
    }
    if first % 3 > 0 { write("题\(first / 50)", 0, 2, mark) }
    for row in 1..<max(1, rows - 1) {
      let number = first + row
      if number % 7 == 0 { continue }
      if number % 4 == 0 { write("2024-0\(number % 9)-11", row, 1, aside) }
      write("第\(number)行" + String(repeating: "字", count: number * 5 % 19), row, number % 4 == 0 ? 13 : 3, text)
      if row == 2 { write("▌", row, 0, mark) }
    }
    write("余 \(first)", rows - 1, 1, aside)
    return frame
  }
}
