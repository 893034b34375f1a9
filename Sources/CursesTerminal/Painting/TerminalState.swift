import ReadingRoom

/// What the terminal has, as far as is known, and the bytes that it needs to show pieces: it is told of attributes only
/// when something is drawn with them, in one sequence, and only those that differ; and of places by the shortest way.
struct TerminalState {
  /// `nil` while it is unknown.
  private(set) var rendition: Rendition?
  private(set) var place: Position?
  private var link: UInt32 = 0

  private let switchesSingly: Bool
  private let isANSI: Bool
  private let moves: CursorMoves

  init(_ capabilities: Capabilities, moves: CursorMoves) {
    switchesSingly = capabilities.switchesSingly
    isANSI = capabilities.isANSI
    self.moves = moves
  }

  mutating func forget() {
    rendition = nil
    place = nil
  }

  mutating func forgetPlace() { place = nil }

  /// The terminal was cleared, or its region set: its cursor is at home.
  mutating func noteHome() { place = Position(row: 0, column: 0) }

  /// Appends pieces.
  mutating func send(_ pieces: [OutputPiece], over ground: BlankGround, to output: inout [UInt8]) {
    for piece in pieces {
      move(to: piece.place, over: ground, to: &output)
      take(piece.rendition, isBlank: piece.kind != .text, links: ground.frame.links, to: &output)
      output += piece.bytes
      place = piece.end
    }
  }

  mutating func move(to target: Position, over ground: BlankGround?, to output: inout [UInt8]) {
    guard place != target else { return }
    output += moves.bytes(from: place, to: target, over: ground, rendition: rendition)
    place = target
  }

  /// Ends a link that is open, so that nobody else's text becomes a part of it.
  mutating func endLink(to output: inout [UInt8]) {
    if link != 0 { output += Hyperlink.sequence(number: 0, url: nil) }
    link = 0
  }

  /// Makes the terminal draw so from now on.
  ///
  /// - Parameter isBlank: Only the background counts, because blanks are drawn or cells erased.
  mutating func take(
    _ wanted: Rendition, isBlank: Bool, links: [UInt32: String] = [:], to output: inout [UInt8]
  ) {
    if wanted.link != link {
      link = wanted.link
      output += Hyperlink.sequence(number: link, url: links[link])
    }
    var wanted = wanted
    wanted.link = 0
    if rendition == wanted { return }
    guard isANSI else {
      output += wanted.capabilityBytes
      rendition = wanted
      return
    }
    let (bytes, result) = wanted.transition(from: rendition, isBlank: isBlank, switchesSingly: switchesSingly)
    output += bytes
    rendition = result
  }
}
