import CNcurses
import ReadingRoom

/// The terminal's screen: takes frames and gives the bytes that turn the last frame into the next.
///
/// It does no input or output: the owner of the connection sends the bytes, in one piece, without blocking, and
/// counted. Curses describes the terminal; there can be only one screen in a process at a time, because curses has only
/// one.
@MainActor public final class TerminalScreen {
  public private(set) var size: Size
  public var colorDepth: ColorDepth { colors.depth }

  /// Whether frames are sent so that the terminal shows them only when complete (private mode 2026).
  public var synchronizes = false
  /// Whether text that leads somewhere becomes a link (OSC 8).
  public var showsLinks = false {
    didSet { if showsLinks != oldValue { forget() } }
  }
  /// Whether the frame's title becomes the window's title.
  public var takesTitle = false

  private let capabilities: Capabilities
  private var colors: TerminalColors
  private let moves: CursorMoves
  private var state: TerminalState
  /// The terminal's content; `nil` when unknown.
  private var shown: (cells: [Cell], fill: Cell)?
  private var renditionOfStyle: [TextStyle: Rendition] = [:]
  private var lastStyle: (style: TextStyle, rendition: Rendition)?
  private var shownTitle: String?
  private var isEntered = false
  /// `nil` when unknown.
  private var showsCursor: Bool?

  /// Opens curses for a terminal type.
  ///
  /// - Parameters:
  ///   - terminalType: A name that terminfo knows, such as `xterm-256color`.
  ///   - colorDepth: The most colours to use; `colorDepth` of the screen has the number that was possible.
  public init(terminalType: String, size: Size, colorDepth: ColorDepth) throws(TerminalFailure) {
    guard yuelan_session_open(terminalType) else { throw .typeUnknown(terminalType) }
    guard let capabilities = Capabilities(terminfo: ()) else {
      yuelan_session_close()
      throw .tooDumb(terminalType)
    }
    self.capabilities = capabilities
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    colors = TerminalColors(depth: colorDepth, colorCount: capabilities.colorCount)
    moves = CursorMoves(terminfo: ())
    state = TerminalState(capabilities, moves: moves)
  }

  /// Changes the number of colours to use; the next frame is painted whole.
  public func setColorDepth(_ depth: ColorDepth) {
    let colors = TerminalColors(depth: depth, colorCount: capabilities.colorCount)
    guard colors.depth != self.colors.depth else { return }
    self.colors = colors
    renditionOfStyle = [:]
    lastStyle = nil
    forget()
  }

  // MARK: - Entering and leaving

  /// Appends the bytes that take over the terminal: its alternate screen where there is one, and modes in which text
  /// stays where it was written.
  public func enter(to output: inout [UInt8]) {
    guard !isEntered else { return }
    isEntered = true
    output += Terminfo.string("smcup") ?? []
    output += Terminfo.string("rmir") ?? []
    output += capabilities.wrapping?.on ?? []
    output += Terminfo.string("sgr0") ?? []
    setRegion(&output)
    forget()
  }

  /// Makes the whole screen the scrolling region: terminals may keep an old region when they are resized.
  private func setRegion(_ output: inout [UInt8]) {
    output += Terminfo.string("csr", 0, size.rows - 1) ?? []
    state.setPlace(nil)
  }

  /// Appends the bytes that give the terminal back for a while. The next frame takes it over again and is painted
  /// whole.
  public func leave(to output: inout [UInt8]) {
    guard isEntered else { return }
    isEntered = false
    state.endLink(to: &output)
    setTitle(nil, &output)
    output += Terminfo.string("sgr0") ?? []
    if !capabilities.usesSGR { output += Terminfo.string("op") ?? [] }
    output += capabilities.showCursor
    // Without an alternate screen, further output begins below our last row.
    output += Terminfo.string("cup", size.rows - 1, 0) ?? []
    output += Terminfo.string("rmcup") ?? capabilities.eraseToEnd ?? []
    forget()
  }

  /// Appends the last bytes and ends curses. The screen must not be used afterwards.
  public func close(to output: inout [UInt8]) {
    leave(to: &output)
    yuelan_session_close()
  }

  /// Adopts the terminal's new size.
  public func resize(to size: Size) {
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    forget()
  }

  /// Makes the next frame repaint every cell, because the terminal may show something else.
  public func forget() {
    shown = nil
    showsCursor = nil
    state.forget()
  }

  // MARK: - Painting

  /// Appends the bytes that make the terminal show a frame. A frame of another size is clipped or padded with blanks.
  ///
  /// - Complexity: O(cells), with further work in proportion to what differs from the last frame.
  public func paint(_ frame: Frame, to output: inout [UInt8]) {
    let frame = frame.size == size ? frame : frame.resized(to: size)
    enter(to: &output)
    let start = output.count
    draw(frame, &output)
    // What fits into one packet is shown at once anyway.
    if synchronizes, output.count - start > Self.fewestBytesSynchronized {
      output.insert(contentsOf: Self.beginSynchronized, at: start)
      output += Self.endSynchronized
    }
    if takesTitle { setTitle(frame.title, &output) }
  }

  private static let fewestBytesSynchronized = 512
  private static let beginSynchronized = Array("\u{1B}[?2026h".utf8)
  private static let endSynchronized = Array("\u{1B}[?2026l".utf8)

  private func draw(_ frame: Frame, _ output: inout [UInt8]) {
    var cells: [Cell]
    if let shown, shown.fill == frame.fill {
      cells = shown.cells
      scroll(&cells, to: frame, &output)
    } else {
      cells = cleared(for: frame, &output)
    }
    let difference = FrameDifference(capabilities: capabilities) { [self] in rendition(of: $0) }
    let ground = BlankGround(frame: frame, rendition: rendition(of: frame.fill))
    send(difference.pieces(from: cells, to: frame), over: ground, cursor: cursor(of: frame), &output)
    shown = (frame.cells, frame.fill)
  }

  /// Sets the window's title, or restores its former one.
  private func setTitle(_ title: String?, _ output: inout [UInt8]) {
    guard title != shownTitle else { return }
    // The terminal keeps the former title (XTPUSHTITLE, XTPOPTITLE) while ours is shown.
    if shownTitle == nil { output += Array("\u{1B}[22;2t".utf8) }
    if let title {
      let clean = String(String.UnicodeScalarView(title.unicodeScalars.filter(TerminalText.isPlain)).prefix(200))
      output += Array("\u{1B}]2;\(clean)\u{1B}\\".utf8)
    } else {
      output += Array("\u{1B}[23;2t".utf8)
    }
    shownTitle = title
  }

  private func cursor(of frame: Frame) -> Position? {
    guard let cursor = frame.cursor, (0..<size.rows).contains(cursor.row), cursor.column < size.columns else {
      return nil
    }
    return Position(row: cursor.row, column: max(0, cursor.column))
  }

  /// Clears the terminal; returns the cells that it shows then, unknown where it clears to another colour.
  private func cleared(for frame: Frame, _ output: inout [UInt8]) -> [Cell] {
    setRegion(&output)
    let fill = rendition(of: frame.fill)
    let isFilled = capabilities.fills(with: fill)
    state.apply(isFilled ? fill : Rendition(), isBlank: false, to: &output)
    output += capabilities.clear
    state.setPlace(Position(row: 0, column: 0))
    return [Cell](repeating: isFilled ? frame.fill : .unknown, count: frame.cells.count)
  }

  /// Lets the terminal scroll rows that it already shows.
  private func scroll(_ cells: inout [Cell], to frame: Frame, _ output: inout [UInt8]) {
    guard let scroll = PageScroll(from: cells, to: frame), let scrolling = scroll.sequence(in: size, moves) else {
      return
    }
    // Incoming rows have our background where the terminal erases in colour, else the terminal's own: then they are
    // drawn whole.
    let fill = rendition(of: frame.fill)
    let isFilled = capabilities.fills(with: fill)
    state.apply(isFilled ? fill : Rendition(), isBlank: true, to: &output)
    output += scrolling.bytes
    state.setPlace(scrolling.end)
    cells = scroll.moved(cells, columns: size.columns, incoming: isFilled ? frame.fill : .unknown)
  }

  /// Appends the pieces in the cheapest order, and places the cursor where it is visible.
  private func send(_ pieces: [OutputPiece], over ground: BlankGround, cursor: Position?, _ output: inout [UInt8]) {
    func sent(_ pieces: [OutputPiece]) -> (bytes: [UInt8], state: TerminalState) {
      var state = state
      var bytes: [UInt8] = []
      state.send(pieces, over: ground, to: &bytes)
      if let cursor { state.move(to: cursor, over: ground, to: &bytes) }
      return (bytes, state)
    }
    var best = sent(pieces)
    if let ordered = OutputOrder.byRendition(pieces, in: size, current: state.rendition) {
      let other = sent(ordered)
      if other.bytes.count < best.bytes.count { best = other }
    }
    output += best.bytes
    state = best.state
    if showsCursor != (cursor != nil) {
      output += cursor != nil ? capabilities.showCursor : capabilities.hideCursor
      showsCursor = cursor != nil
    }
  }

  /// What the terminal draws a cell with.
  private func rendition(of cell: Cell) -> Rendition {
    var rendition = rendition(of: cell.style)
    if showsLinks { rendition.link = cell.link }
    return rendition
  }

  private func rendition(of style: TextStyle) -> Rendition {
    if let lastStyle, lastStyle.style == style { return lastStyle.rendition }
    let rendition: Rendition
    if let known = renditionOfStyle[style] {
      rendition = known
    } else {
      rendition = Rendition(style, capabilities, colors)
      // Themes have only a few dozen styles.
      if renditionOfStyle.count > 1000 { renditionOfStyle.removeAll() }
      renditionOfStyle[style] = rendition
    }
    lastStyle = (style, rendition)
    return rendition
  }
}

extension Cell {
  /// Stands for a cell of unknown content: no frame contains it.
  fileprivate static let unknown = Cell("", widthInCells: 1)
}

extension Frame {
  /// The same cells in another size, padded with blanks.
  fileprivate func resized(to size: Size) -> Frame {
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
