import CNcurses
import Glibc
import ReadingRoom
import Typesetting

/// Curses' picture of the terminal: takes frames, gives the bytes that turn the last one into the next.
///
/// It has no terminal of its own. Curses writes into a file in memory, and whoever owns the screen sends the bytes on:
/// in one piece, without blocking, and counted. There is one screen in a process at a time, because curses has one.
@MainActor public final class CursesScreen {
  public private(set) var size: Size
  public let colorDepth: ColorDepth

  private let memory: Int32
  private var shown: Frame?
  private var colors: ColorIndex
  private var codes: ClusterCodes
  private let cursorGuard: ClusterCodes.CursorGuard?
  private var pairs: [Int64: Int32] = [:]
  private var lookOfStyle: [TextStyle: Look] = [:]
  private var lastStyle: (style: TextStyle, look: Look)?
  private var run: [yuelan_cell] = []
  /// Bytes that go before curses' next ones, which then begin with an absolute cursor position.
  private var preamble: [UInt8] = []
  private var expansion: OutputExpansion
  /// Asked for once curses is open; before that it has none.
  private let attributes: AttributeBits
  /// Whether we draw the end of the last row, because curses would lose half of a wide character over it.
  private let cornersAreOurs: Bool
  /// Whether erased cells and rows that scroll in take the background.
  private let erasesInColor: Bool
  private var shownCorner: Corner?
  private var showsCursor = true
  /// What pair 0 means.
  private var defaultColors = (
    foreground: ColorIndex.Match.terminalDefault, background: ColorIndex.Match.terminalDefault
  )

  /// Curses' attributes and colour pair for a style.
  private struct Look {
    var attributes: UInt32
    var pair: Int32
  }

  /// Opens curses for a terminal type.
  ///
  /// - Parameters:
  ///   - terminalType: A name terminfo knows, such as `xterm-256color`.
  ///   - colorDepth: The most colours to use; `colorDepth` of the screen says what came of it.
  public init(
    terminalType: String, size: Size, colorDepth: ColorDepth, ambiguousWidth: AmbiguousWidth
  ) throws(TerminalFailure) {
    guard yuelan_locale_use_utf8() else { throw .noUnicodeLocale }
    memory = yuelan_memory_file()
    guard memory >= 0 else { throw .system(call: "memfd_create", code: errno) }
    WidthTable.install(ambiguous: ambiguousWidth)
    let rows = max(1, size.rows)
    let columns = max(1, size.columns)
    guard yuelan_screen_open(terminalType, memory, Int32(rows), Int32(columns)) else {
      Glibc.close(memory)
      throw .typeUnknown(terminalType)
    }
    guard yuelan_terminfo_string("cup") != nil, yuelan_terminfo_string("clear") != nil else {
      yuelan_screen_close()
      Glibc.close(memory)
      throw .tooDumb(terminalType)
    }
    self.size = Size(rows: rows, columns: columns)
    attributes = AttributeBits()
    // A colour terminal with a switch of its own for underlining has the others too; a VT100 has the reset alone.
    expansion = OutputExpansion(
      size: Size(rows: rows, columns: columns),
      switchesSingly: Terminfo.string("rmul") == Array("\u{1B}[24m".utf8) && Terminfo.string("setaf") != nil,
      moves: CursorMoves(terminfo: ()))
    let hasColors = colorDepth != .none && yuelan_colors_start()
    colors = ColorIndex(depth: colorDepth, colorCount: hasColors ? Int(yuelan_color_count()) : 0)
    self.colorDepth = colors.usableDepth
    cursorGuard = ClusterCodes.CursorGuard(terminfo: ())
    codes = ClusterCodes(cursorGuard: cursorGuard)
    erasesInColor = yuelan_terminfo_flag("bce")
    cornersAreOurs = cursorGuard != nil && Corner.isLostByCurses
    // An empty update brings out everything that curses begins with.
    yuelan_screen_update()
    var beginning: [UInt8] = []
    takeOutput(to: &beginning)
    preamble = beginning
    scrollWholeScreen()
    yuelan_screen_forget()
  }

  /// Sets the scrolling region to the whole screen. Curses sets it once, for the size that it believes in at start, and
  /// takes it for granted later; a terminal may also keep an old one when it is resized.
  private func scrollWholeScreen() {
    preamble += Terminfo.expand("csr", 0, size.rows - 1) ?? []
    expansion.forgetPlace()
  }

  /// Changes the width of ambiguous characters; the next frame is painted whole.
  public func setAmbiguousWidth(_ width: AmbiguousWidth) {
    WidthTable.install(ambiguous: width)
    forget()
  }

  /// Takes the terminal's new size into use.
  public func resize(to size: Size) {
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    _ = yuelan_screen_resize(Int32(self.size.rows), Int32(self.size.columns))
    shown = nil
    expansion.resize(to: self.size)
    scrollWholeScreen()
  }

  /// Makes the next frame repaint every cell, because the terminal may show something else.
  public func forget() {
    shown = nil
    expansion.forget()
    yuelan_screen_forget()
  }

  /// Appends the bytes that make the terminal show a frame. A frame of another size is clipped or padded with blanks.
  ///
  /// - Complexity: O(cells), with work for curses in proportion to what differs from the frame before.
  public func paint(_ frame: Frame, to output: inout [UInt8]) {
    if codes.isNearlyFull {
      codes = ClusterCodes(cursorGuard: cursorGuard)
      forget()
    }
    let frame = frame.size == size ? frame : frame.resized(to: size)
    setDefaultColors(frame.fill.style)
    let old = shown?.size == frame.size ? shown : nil
    let corner = cornersAreOurs ? Corner(of: frame) : nil
    let plain = corner.map { frame.blanking($0) } ?? frame
    if let old { scroll(from: old, to: plain, &output) }
    for row in 0..<size.rows {
      if let columns = Self.difference(from: old, to: plain, row: row) { put(plain, row: row, columns: columns) }
    }
    if let cursor = frame.cursor, cursor.row < size.rows, cursor.column < size.columns, cursor.row >= 0 {
      yuelan_screen_set_cursor(Int32(cursor.row), Int32(max(0, cursor.column)))
      showsCursor = true
    } else {
      showsCursor = false
      yuelan_screen_set_cursor(-1, 0)
    }
    yuelan_screen_update()
    takeOutput(over: BlankGround(frame: plain, rendition: rendition(of: plain.fill.style)), to: &output)
    if let corner {
      if old == nil || corner != shownCorner || expansion.mayHaveTouchedCorner {
        draw(corner, in: plain.size, to: &output)
      }
      shownCorner = corner
    }
    shown = plain
  }

  /// Lets the terminal move rows that it shows already.
  private func scroll(from old: Frame, to new: Frame, _ output: inout [UInt8]) {
    guard preamble.isEmpty, let scroll = PageScroll(from: old, to: new) else { return }
    // Rows come in with the background where the terminal does so, else with its own: then curses draws them.
    let comesInBlank = erasesInColor || defaultColors.background == .terminalDefault
    guard expansion.scroll(scroll, rendition: comesInBlank ? rendition(of: new.fill.style) : Rendition(), to: &output)
    else { return }
    yuelan_screen_note_scroll(
      Int32(scroll.region.lowerBound), Int32(scroll.region.upperBound), Int32(scroll.rows), comesInBlank)
  }

  /// Makes the colours of blanks those of pair 0, in which curses erases and scrolls: rows that come in are right then.
  private func setDefaultColors(_ style: TextStyle) {
    guard colorDepth != .none else { return }
    let colors = (foreground: colors.match(style.foreground), background: colors.match(style.background))
    guard colors.foreground != defaultColors.foreground || colors.background != defaultColors.background else { return }
    defaultColors = colors
    yuelan_colors_set_default(colors.foreground.number, colors.background.number)
    lookOfStyle = [:]
    lastStyle = nil
    forget()
  }

  /// Draws the corner by ourselves, unnoticed by curses.
  private func draw(_ corner: Corner, in size: Size, to output: inout [UInt8]) {
    guard let cursorGuard else { return }
    var pieces: [OutputExpansion.Piece] = []
    var column = corner.startColumn
    for cell in corner.cells {
      // A guard of uncertain width would put its saved cursor in the place of ours; it is placed absolutely instead.
      var certain = cell
      certain.isWidthUncertain = false
      let character = character(of: certain)
      var text = codes.bytes(for: character) ?? Array(String(Character(Unicode.Scalar(character) ?? " ")).utf8)
      column += Int(cell.widthInCells)
      if cell.isWidthUncertain, column < size.columns { text += Terminfo.expand("cup", size.rows - 1, column) ?? [] }
      pieces.append(OutputExpansion.Piece(rendition: rendition(of: cell.style), text: text))
    }
    expansion.draw(
      pieces, at: Terminfo.expand("cup", size.rows - 1, corner.startColumn) ?? [], cursorGuard: cursorGuard, to: &output
    )
  }

  /// What curses would make the terminal draw a style with.
  private func rendition(of style: TextStyle) -> Rendition {
    let look = look(of: style)
    func color(_ color: Color?) -> Rendition.Color {
      let number = Int(colors.match(color).number)
      switch number {
      case ..<0: return .terminalDefault
      case ..<16: return .basic(UInt8(number))
      default:
        let direct = number - ColorIndex.firstDirectNumber
        return colors.directColors.indices.contains(direct)
          ? .direct(colors.directColors[direct]) : .indexed(UInt8(clamping: number))
      }
    }
    return Rendition(
      attributes: attributes.graphicRenditions(for: look.attributes), foreground: color(style.foreground),
      background: color(style.background))
  }

  /// Appends what curses has written outside of a frame, such as entering the alternate screen.
  func drainOutput(to output: inout [UInt8]) { takeOutput(to: &output) }

  /// Appends the bytes that give the terminal back for a while. The next frame takes it again and is painted whole.
  public func leave(to output: inout [UInt8]) {
    yuelan_screen_leave()
    shown = nil
    takeOutput(to: &output)
    output += Terminfo.string("sgr0") ?? []
    expansion.forget()
  }

  /// Appends curses' last bytes and ends it. The screen must not be used afterwards.
  public func close(to output: inout [UInt8]) {
    output += Terminfo.string("sgr0") ?? []
    yuelan_screen_close()
    takeOutput(to: &output)
    Glibc.close(memory)
  }

  /// The columns of a row that differ, widened to whole clusters; `nil` when none do.
  private static func difference(from old: Frame?, to new: Frame, row: Int) -> ClosedRange<Int>? {
    let columns = new.size.columns
    guard columns > 0 else { return nil }
    guard let old else { return 0...(columns - 1) }
    let start = row * columns
    return old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        var first = start
        let end = start + columns
        while first < end, old[first] == new[first] { first += 1 }
        guard first < end else { return nil }
        var last = end - 1
        while old[last] == new[last] { last -= 1 }
        while first > start, new[first].widthInCells == 0 || old[first].widthInCells == 0 { first -= 1 }
        while last + 1 < end, new[last + 1].widthInCells == 0 || old[last + 1].widthInCells == 0 { last += 1 }
        return (first - start)...(last - start)
      }
    }
  }

  private func put(_ frame: Frame, row: Int, columns: ClosedRange<Int>) {
    run.removeAll(keepingCapacity: true)
    for column in columns {
      let cell = frame[row, column]
      guard cell.widthInCells > 0 else { continue }
      // A blank that shows its background alone is the same in any ink.
      let style = cell.cluster == " " && cell.style.hasSameBlanks(as: frame.fill.style) ? frame.fill.style : cell.style
      let look = look(of: style)
      run.append(yuelan_cell(character: character(of: cell), attributes: look.attributes, pair: look.pair))
    }
    run.withUnsafeBufferPointer {
      yuelan_screen_put(Int32(row), Int32(columns.lowerBound), $0.baseAddress, Int32($0.count))
    }
  }

  /// The one character that curses shall hold for a cell.
  private func character(of cell: Cell) -> UInt32 {
    let isWide = cell.widthInCells == 2
    var scalars = cell.cluster.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0x20 }
    let isSingle = scalars.next() == nil
    if isSingle, first.value >= 0x20, first.value < 0x7F, !isWide { return first.value }
    if isSingle, !cell.isWidthUncertain, first.value < ClusterCodes.narrowBase, ClusterCodes.isPlain(first),
      yuelan_wcwidth(first.value) == Int32(cell.widthInCells)
    {
      return first.value
    }
    return codes.code(for: cell.cluster, isWide: isWide, isUncertain: cell.isWidthUncertain)
  }

  private func look(of style: TextStyle) -> Look {
    if let lastStyle, lastStyle.style == style { return lastStyle.look }
    let look: Look
    if let known = lookOfStyle[style] {
      look = known
    } else {
      let foreground = colors.match(style.foreground)
      let background = colors.match(style.background)
      var bits = attributes.bits(for: style.attributes)
      if foreground.isBright { bits |= attributes.bold }
      look = Look(attributes: bits, pair: pair(foreground.number, background.number))
      lookOfStyle[style] = look
    }
    lastStyle = (style, look)
    return look
  }

  /// The pair of two colour numbers; the frame's own colours when it has no more pairs.
  private func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    // Curses takes -1 for the default colours, which are the frame's.
    let foreground = foreground < 0 ? defaultColors.foreground.number : foreground
    let background = background < 0 ? defaultColors.background.number : background
    if foreground == defaultColors.foreground.number, background == defaultColors.background.number { return 0 }
    let key = Int64(foreground) << 32 | Int64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    let next = Int32(pairs.count + 1)
    guard next < yuelan_pair_count(), yuelan_pair_define(next, foreground, background) else { return 0 }
    pairs[key] = next
    return next
  }

  /// Moves what curses wrote into the file in memory to the output, expanded.
  ///
  /// - Parameter ground: Blanks that the terminal shows afterwards, if that is known.
  private func takeOutput(over ground: BlankGround? = nil, to output: inout [UInt8]) {
    output += preamble
    preamble.removeAll()
    expansion.mayHaveTouchedCorner = false
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
      let got = pread(memory, bytes.baseAddress, count, 0)
      guard got > 0 else { return }
      expansion.append(
        UnsafeBufferPointer(start: bytes.baseAddress, count: got), codes: codes, directColors: colors.directColors,
        over: ground, placesCursor: showsCursor, to: &output)
    }
    lseek(memory, 0, SEEK_SET)
  }
}

/// Curses' bits for our attributes; 0 where the terminal has none.
private struct AttributeBits {
  let bold = yuelan_attribute_bold()
  let dim = yuelan_attribute_dim()
  let italic = yuelan_attribute_italic()
  let underline = yuelan_attribute_underline()
  let reverse = yuelan_attribute_reverse()

  /// Curses has no strikethrough; it is left out.
  func bits(for attributes: TextStyle.Attributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= bold }
    if attributes.contains(.dim) { bits |= dim }
    // Where italics are missing, underlining marks what is set apart.
    if attributes.contains(.italic) { bits |= italic != 0 ? italic : underline }
    if attributes.contains(.underline) { bits |= underline }
    if attributes.contains(.reverse) { bits |= reverse }
    return bits
  }

  /// SGR 1 to 9 for curses' bits, one bit each, as `Rendition` has them.
  func graphicRenditions(for bits: UInt32) -> UInt16 {
    let codes: [(UInt32, UInt16)] = [(bold, 1), (dim, 2), (italic, 3), (underline, 4), (reverse, 7)]
    return codes.reduce(0) { sum, code in bits & code.0 != 0 ? sum | 1 << code.1 : sum }
  }
}

extension TextStyle {
  /// Whether nothing but the background shows in blanks of both.
  func hasSameBlanks(as other: TextStyle) -> Bool {
    background == other.background
      && attributes.union(other.attributes).isDisjoint(with: [.underline, .reverse, .italic])
  }
}

extension ColorIndex {
  /// The depth that the terminal's number of colours leaves.
  var usableDepth: ColorDepth {
    guard depth != .none else { return .none }
    return colorCount >= 256 ? depth : .ansi16
  }
}

extension ClusterCodes.CursorGuard {
  /// What terminfo has for it; `nil` when something is missing.
  init?(terminfo: Void) {
    guard let save = Terminfo.string("sc"), let restore = Terminfo.string("rc") else { return nil }
    guard let one = Terminfo.expand("cuf", 1), let two = Terminfo.expand("cuf", 2) else { return nil }
    self.init(save: save, restore: restore, right: [one, two])
  }
}

extension Frame {
  /// The same cells in another size, blanks where it has none.
  func resized(to size: Size) -> Frame {
    var frame = Frame(size: size, filledWith: fill)
    for row in 0..<min(size.rows, self.size.rows) {
      for column in 0..<min(size.columns, self.size.columns) where self[row, column].widthInCells > 0 {
        frame[row, column] = self[row, column]
      }
    }
    frame.cursor = cursor
    return frame
  }
}
