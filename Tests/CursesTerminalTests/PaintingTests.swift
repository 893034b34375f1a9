import Glibc
import ReadingRoom
import SeededRandom
import TerminalEmulation
import Testing
import Typesetting

@testable import CursesTerminal

/// Curses is one per process, so these run one after the other.
@Suite(.serialized) @MainActor struct PaintingTests {
  /// Those of the last four that this machine's terminfo knows: rxvt wraps as xterm does, ansi and cons25 have no scrolling
  /// regions, cons25 and mach-bold have attributes that are not SGR's.
  nonisolated static let terminals =
    ["xterm-256color", "screen-256color", "tmux-256color", "xterm", "linux", "vt100"]
    + ["rxvt-unicode-256color", "ansi", "cons25", "mach-bold"].filter(isKnown)

  nonisolated private static func isKnown(_ terminal: String) -> Bool {
    ["/usr/share/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/etc/terminfo"].contains {
      access("\($0)/\(terminal.prefix(1))/\(terminal)", R_OK) == 0
    }
  }

  /// A screen and the terminal that its bytes go to.
  @MainActor private final class Pair {
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
      // Then the terminal is asked for its widths, which leaves its cursor elsewhere.
      emulator.feed(bytes + Array("\u{1B}[2;1H“—".utf8))
    }

    func paint(_ frame: Frame) {
      lastBytes = []
      screen.paint(frame, to: &lastBytes)
      emulator.feed(lastBytes)
    }

    /// The first cell that holds something else than the frame has there.
    func difference(from frame: Frame) -> String? {
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns where emulator.cells[row][column].text != frame[row, column].cluster {
          return "row \(row), column \(column): \(emulator.cells[row][column].text), not \(frame[row, column].cluster)"
        }
      }
      return nil
    }

    /// The first cell that is drawn otherwise than its style says. A blank shows less of a style than a letter.
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

  private static func frame(_ lines: [String], rows: Int, columns: Int) -> Frame {
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

  /// Frames as a reader meets them: rows of Han and Latin with styles, changing here and there, scrolling.
  private static func randomFrames(rows: Int, columns: Int, count: Int, seed: UInt64) -> [Frame] {
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

  private static func lines(_ frame: Frame) -> [String] {
    frame.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// How many frames `terminalShowsTheFrame` paints at each size; `YUELAN_PAINTED_FRAMES=40` takes a minute in a debug
  /// build.
  private static var paintedFrames: Int {
    getenv("YUELAN_PAINTED_FRAMES").flatMap { Int(String(cString: $0)) } ?? 12
  }

  @Test(arguments: terminals) func terminalShowsTheFrame(_ terminal: String) throws {
    for (rows, columns) in [(24, 80), (7, 17), (1, 1), (2, 3), (25, 133)] {
      let pair = try Pair(terminal, rows: rows, columns: columns)
      defer { pair.close() }
      let count = rows < 10 ? 3 * Self.paintedFrames : Self.paintedFrames
      for (number, frame) in Self.randomFrames(rows: rows, columns: columns, count: count, seed: 7).enumerated() {
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

  /// A frame in a theme's colours: a head, rows of an endless list or text from one of them on, a status line.
  private static func page(from first: Int, theme: Int, rows: Int, columns: Int) -> Frame {
    let grounds = [Color?.none, .rgb(red: 28, green: 27, blue: 25), .ansi(7)]
    let inks = [Color?.none, .rgb(red: 214, green: 208, blue: 196), .ansi(0)]
    let text = TextStyle(foreground: inks[theme], background: grounds[theme])
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

  @Test(arguments: terminals) func turnedPagesAreShownInEveryTheme(_ terminal: String) throws {
    for (rows, columns) in [(24, 80), (12, 40), (5, 20), (3, 7)] {
      let pair = try Pair(terminal, rows: rows, columns: columns)
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
        let frame = Self.page(from: first, theme: theme, rows: rows, columns: columns)
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

  @Test func turnedPageIsNotSentAgainWhereItOverlaps() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int) -> Frame {
      let lines = (first..<first + 23).map { "  \($0) " + String(repeating: "页", count: 35) }
      return Self.frame(lines + ["  \(first)"], rows: 24, columns: 80)
    }
    pair.paint(page(100))
    pair.paint(page(121))
    #expect(pair.emulator.lines == Self.lines(page(121)))
    #expect(pair.lastBytes.count < 21 * (35 * 3 + 10))
    #expect(!String(decoding: pair.lastBytes, as: UTF8.self).contains("121 页"), "it is there already")
    pair.paint(page(100))
    #expect(pair.emulator.lines == Self.lines(page(100)))
  }

  /// The last page of an article stands a few rows higher, but for the line that follows the text.
  @Test(arguments: ["xterm-256color", "ansi"].filter(isKnown)) func rowsThatStayBehindDoNotKeepTheOthersFromScrolling(
    _ terminal: String
  ) throws {
    let pair = try Pair(terminal, rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int, tail: String) -> Frame {
      var lines = (first..<first + 20).map { "  \($0) " + String(repeating: "页", count: 30) }
      lines[7] = "  ﹏﹏ " + String(repeating: tail, count: 30)
      return Self.frame(lines + ["", tail, "", "底"], rows: 24, columns: 80)
    }
    pair.paint(page(100, tail: "续"))
    pair.paint(page(104, tail: "完"))
    #expect(pair.emulator.lines == Self.lines(page(104, tail: "完")))
    // Four rows that come in, three that stay behind.
    #expect(pair.lastBytes.count < 8 * 110)
  }

  @Test func rowsThatBeginInOneColumnAreReachedFromTheKeptCursor() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func list(_ word: String) -> Frame {
      Self.frame(
        (0..<24).map { String(repeating: " ", count: 30) + String(repeating: word, count: 5 + $0 % 7) + "。" }, rows: 24,
        columns: 80)
    }
    pair.paint(list("甲"))
    pair.paint(list("乙"))
    #expect(pair.emulator.lines == Self.lines(list("乙")))
    let text = (0..<24).reduce(0) { $0 + 3 * (5 + $1 % 7) }
    #expect(pair.lastBytes.count <= text + 24 * 5 + 10)
  }

  /// cons25 dims text by another colour, mach-bold underlines it by bold: the numbers of SGR are something else there.
  @Test(
    arguments: [("cons25", TextStyle.Attributes.dim, "\u{1B}[30;1m"), ("mach-bold", .underline, "\u{1B}[1m")].filter {
      isKnown($0.0)
    })
  func attributesAreTheTerminalsOwn(_ terminal: String, _ attribute: TextStyle.Attributes, _ sequence: String) throws {
    let pair = try Pair(terminal, rows: 2, columns: 20)
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

  @Test func rowsOfTwoStylesSwitchThemOncePerFrame() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
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
    #expect(pair.emulator.lines == Self.lines(list(300)))
    #expect(pair.lastBytes.count { $0 == UInt8(ascii: "m") } <= 3)
  }

  @Test(arguments: [1, 2, 3]) func mistakeAboutAClustersWidthStaysInItsPlace(_ belief: Int) throws {
    let pair = try Pair("xterm-256color", rows: 4, columns: 20)
    defer { pair.close() }
    pair.emulator.beliefInCells = belief
    var frame = Self.frame(["", "左    右边的字", "下一行"], rows: 4, columns: 20)
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

  /// Terminals that draw a cluster over anything from nothing to eleven columns, at every place of a row, at its end
  /// and in the last row too: everything else is where it should, before and after the cluster changes.
  @Test(arguments: [0, 1, 2, 3, 4, 6, 8, 11]) func noMistakeAboutAWidthLeavesAGhost(_ belief: Int) throws {
    let clusters = ["👨\u{200D}👩\u{200D}👧\u{200D}👦", "👍🏽", "❤\u{FE0F}", "🏴\u{E0067}\u{E0062}\u{E007F}"]
    for terminal in ["xterm-256color", "screen-256color", "vt100"] {
      let pair = try Pair(terminal, rows: 5, columns: 20)
      defer { pair.close() }
      pair.emulator.beliefInCells = belief
      var random = SeededGenerator(seed: 5)
      for number in 0..<60 {
        var frame = Self.frame(
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

  @Test func clusterThatWouldJoinWhatStandsBeforeItGetsABlankToStandOn() throws {
    let pair = try Pair("xterm-256color", rows: 1, columns: 10)
    defer { pair.close() }
    var frame = Self.frame(["字"], rows: 1, columns: 10)
    frame[0, 2] = Cell("\u{1161}", widthInCells: 1, isWidthUncertain: true)
    frame[0, 3] = Cell("行", widthInCells: 2)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("字 \u{1161}\u{1B}[1;4H行"))
  }

  @Test func textThatLeadsSomewhereIsALinkWhereTheTerminalShowsLinks() throws {
    let pair = try Pair("xterm-256color", rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Self.frame(["往", "往"], rows: 2, columns: 20)
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

  @Test func windowIsNamedAfterTheArticleAndGetsItsNameBack() throws {
    let pair = try Pair("xterm-256color", rows: 2, columns: 20)
    defer { pair.close() }
    var frame = Self.frame(["往"], rows: 2, columns: 20)
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

  @Test func wholeFramesAreHeldTogetherWhereTheTerminalCan() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    pair.screen.synchronizes = true
    var frame = Self.frame((0..<24).map { _ in String(repeating: "页", count: 38) }, rows: 24, columns: 80)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).hasPrefix("\u{1B}[?2026h"))
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).hasSuffix("\u{1B}[?2026l"))
    frame[0, 0] = Cell("字", widthInCells: 2)
    pair.paint(frame)
    #expect(pair.lastBytes.count < 20)
  }

  @Test func clusterOfManyScalarsIsSentWhole() throws {
    let pair = try Pair("xterm-256color", rows: 2, columns: 10)
    defer { pair.close() }
    let flag = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
    var frame = Frame(size: Size(rows: 2, columns: 10))
    frame[0, 0] = Cell(flag, widthInCells: 2, isWidthUncertain: true)
    frame[0, 2] = Cell("x", widthInCells: 1)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains(flag))
    #expect(pair.emulator.cells[0][2].text == "x")
  }

  @Test func hanOfLaterUnicodeIsShown() throws {
    let pair = try Pair("xterm-256color", rows: 1, columns: 12)
    defer { pair.close() }
    // U+2EBF0 (Extension I) and U+323B0 (Extension J), which glibc 2.36 does not know.
    pair.paint(Self.frame(["\u{2EBF0}\u{323B0}字"], rows: 1, columns: 12))
    #expect(pair.emulator.lines == ["\u{2EBF0}\u{323B0}字"])
  }

  @Test func ambiguousWidthIsHonoured() throws {
    let pair = try Pair("xterm-256color", rows: 1, columns: 10, ambiguousWidth: .wide)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("…", widthInCells: 2)
    frame[0, 2] = Cell("字", widthInCells: 2)
    pair.paint(frame)
    #expect(pair.emulator.cells[0][2].text == "字")
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("…字"), "no cursor movement is needed between")
  }

  @Test func sameFrameSendsNothing() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    let frame = Self.frame(["同一帧"], rows: 24, columns: 80)
    pair.paint(frame)
    pair.paint(frame)
    #expect(pair.lastBytes.isEmpty)
  }

  @Test(arguments: [ColorDepth.palette256, .trueColor]) func movingASelectionMarkSendsFewBytes(depth: ColorDepth) throws
  {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80, depth: depth)
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
    #expect(pair.emulator.lines == Self.lines(list(selected: 4)))
  }

  @Test func pageOfHanCostsLittleMoreThanItsText() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    pair.paint(Self.frame((0..<24).map { _ in String(repeating: "上", count: 38) }, rows: 24, columns: 80))
    let page = Self.frame((0..<24).map { _ in String(repeating: "页", count: 38) }, rows: 24, columns: 80)
    pair.paint(page)
    #expect(Double(pair.lastBytes.count) <= 1.05 * Double(24 * 38 * 3))
  }

  @Test func scrollingByARowMovesTheRegion() throws {
    let pair = try Pair("xterm-256color", rows: 24, columns: 80)
    defer { pair.close() }
    func page(_ first: Int) -> Frame {
      Self.frame(
        ["标题"] + (first..<first + 22).map { "第\($0)条 " + String(repeating: "字", count: 30) } + ["底"], rows: 24,
        columns: 80)
    }
    pair.paint(page(100))
    pair.paint(page(101))
    #expect(pair.lastBytes.count < 250)
    #expect(pair.emulator.lines == Self.lines(page(101)))
  }

  @Test func controlsNeverLeaveThePainter() throws {
    let pair = try Pair("xterm-256color", rows: 2, columns: 20)
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

  @Test func privateUseTextIsNotTakenForACode() throws {
    let pair = try Pair("xterm-256color", rows: 1, columns: 10)
    defer { pair.close() }
    pair.paint(Self.frame(["❤️"], rows: 1, columns: 10))
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("\u{F0000}", widthInCells: 1)
    frame[0, 1] = Cell("\u{100000}", widthInCells: 1)
    pair.paint(frame)
    #expect(pair.emulator.lines == ["\u{F0000}\u{100000}"])
  }

  @Test func trueColorIsSentAsItsValue() throws {
    let pair = try Pair("xterm-256color", rows: 1, columns: 10, depth: .trueColor)
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

  @Test(arguments: ["vt100", "xterm-256color"]) func withoutColorNoColorIsSent(_ terminal: String) throws {
    let pair = try Pair(terminal, rows: 1, columns: 10, depth: .none)
    defer { pair.close() }
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame[0, 0] = Cell("字", widthInCells: 2, style: TextStyle(foreground: .ansi(3), attributes: .bold))
    pair.paint(frame)
    #expect(pair.emulator.cells[0].allSatisfy { $0.rendition.foreground.isEmpty && $0.rendition.background.isEmpty })
    #expect(pair.emulator.cells[0][0].rendition.attributes == [1])
    #expect(pair.screen.colorDepth == .none)
  }

  @Test func anotherSizeIsPaintedWhole() throws {
    let pair = try Pair("xterm-256color", rows: 10, columns: 40)
    defer { pair.close() }
    pair.paint(Self.frame(["旧的一帧"], rows: 10, columns: 40))
    for (rows, columns) in [(5, 20), (1, 1), (24, 80)] {
      pair.screen.resize(to: Size(rows: rows, columns: columns))
      pair.emulator = ScreenEmulator(rows: rows, columns: columns)
      let frame = Self.frame(["新"], rows: rows, columns: columns)
      pair.paint(frame)
      #expect(pair.emulator.lines == Self.lines(frame), "\(rows) by \(columns)")
    }
  }

  @Test func leavingAndComingBackPaintsEverything() throws {
    let pair = try Pair("xterm-256color", rows: 5, columns: 20)
    defer { pair.close() }
    let frame = Self.frame(["全部"], rows: 5, columns: 20)
    pair.paint(frame)
    var bytes: [UInt8] = []
    pair.screen.leave(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\u{1B}[?1049l"))
    pair.emulator = ScreenEmulator(rows: 5, columns: 20)
    pair.paint(frame)
    #expect(String(decoding: pair.lastBytes, as: UTF8.self).contains("\u{1B}[?1049h"))
    #expect(pair.emulator.lines == Self.lines(frame))
  }

  @Test func unknownTerminalIsRefused() {
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
