import ReadingRoom

/// Turns what curses wrote into what is sent.
///
/// Curses decides what has to change on the screen. In which order that is sent, with which movements between and with
/// which switches of attributes, is decided here, because a slow line notices every byte.
struct OutputExpansion {
  private var source: CursesOutput
  var terminal: TerminalState

  init(size: Size, switchesSingly: Bool, moves: CursorMoves?) {
    source = CursesOutput(size: size, readsMovements: moves != nil)
    terminal = TerminalState(switchesSingly: switchesSingly, moves: moves)
  }

  /// Text and how it is drawn.
  struct Piece {
    var rendition: Rendition
    /// Shown text, possibly with movements of the cursor behind it.
    var text: [UInt8]
  }

  /// Whether it is known where curses believes the cursor to be. Else curses may move on from a place that only it knows.
  var knowsPlace: Bool { source.place != nil }

  /// Whether the bytes of the last time may have erased or scrolled the last columns of the last row.
  var mayHaveTouchedCorner = false

  /// Forgets what the terminal has: somebody else may have written to it.
  mutating func forget() {
    terminal.forget()
    source.noteWholeRegion()
    source.forgetCharset()
  }

  /// Forgets where the cursor is; the scrolling region is set anew.
  mutating func forgetPlace() {
    terminal.forgetPlace()
    source.noteWholeRegion()
  }

  mutating func resize(to size: Size) {
    source.size = size
    forgetPlace()
  }

  /// Appends the form of curses' bytes that is to be sent.
  ///
  /// - Parameters:
  ///   - directColors: RGB values for the colour numbers from 16 on; empty without true colour.
  ///   - ground: Blanks that the terminal shows afterwards; `nil` when that is not known.
  ///   - placesCursor: Whether it matters where the cursor is afterwards.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, codes: ClusterCodes, directColors: [RGB], over ground: BlankGround?,
    placesCursor: Bool, to output: inout [UInt8]
  ) {
    source.read(bytes, codes: codes, directColors: directColors)
    mayHaveTouchedCorner = source.mayTouchCorner
    func sent(_ pieces: [OutputPiece]) -> (bytes: [UInt8], state: TerminalState) {
      var state = terminal
      var bytes: [UInt8] = []
      state.send(pieces, of: source.bytes, over: ground, to: &bytes)
      if placesCursor, let place = source.place { state.move(to: place, over: ground, feedsLines: false, to: &bytes) }
      return (bytes, state)
    }
    var best = sent(source.pieces)
    if let ordered = OutputOrder.byRendition(source.pieces, in: source.size, current: terminal.rendition) {
      let other = sent(ordered)
      if other.bytes.count < best.bytes.count { best = other }
    }
    output += best.bytes
    terminal = best.state
  }

  /// Appends text that is drawn at a place of its own, with the cursor and the rendition as before afterwards: curses
  /// need not know of it.
  ///
  /// - Parameter place: What moves the cursor there.
  mutating func draw(
    _ pieces: [Piece], at place: [UInt8], cursorGuard: ClusterCodes.CursorGuard, to output: inout [UInt8]
  ) {
    let before = terminal
    output += cursorGuard.save
    output += place
    for piece in pieces {
      terminal.take(piece.rendition, isBlank: piece.text == [0x20], to: &output)
      output += piece.text
    }
    output += cursorGuard.restore
    // DECSC keeps the rendition too (VT510 manual); here it comes back with DECRC.
    terminal = before
  }
}
