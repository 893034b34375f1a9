import ReadingRoom

/// What is known about the terminal's current state, and the bytes that show pieces from there. Attributes are sent
/// only when something is drawn with them, in one sequence, and only those that differ; the cursor moves by the
/// shortest way.
struct TerminalState {
  /// `nil` while unknown.
  private(set) var rendition: Rendition?
  private(set) var place: Position?
  private var link: UInt32 = 0
  /// The cursor that the terminal has saved (DECSC). In columns of text, rows begin below each other, and going back
  /// there and one line down is shorter than an address. Terminals save the rendition together with the place.
  private var kept: (place: Position, rendition: Rendition)?

  private let switchesSingly: Bool
  private let usesSGR: Bool
  private let moves: CursorMoves

  init(_ capabilities: Capabilities, moves: CursorMoves) {
    switchesSingly = capabilities.switchesSingly
    usesSGR = capabilities.usesSGR
    self.moves = moves
  }

  mutating func forget() {
    rendition = nil
    place = nil
    kept = nil
  }

  /// Notes that foreign bytes moved the cursor; `nil` when it is not known where to.
  mutating func setPlace(_ place: Position?) { self.place = place }

  /// Appends pieces.
  mutating func send(_ pieces: [OutputPiece], over ground: BlankGround, to output: inout [UInt8]) {
    // Between frames, other programs may have used the saved cursor.
    kept = nil
    for (index, piece) in pieces.enumerated() {
      move(to: piece.place, over: ground, to: &output)
      apply(piece.rendition, isBlank: piece.kind != .text, links: ground.frame.links, to: &output)
      if let rendition, isWorthKeeping(index, of: pieces, over: ground) {
        output += CursorMoves.keep
        kept = (piece.place, rendition)
      }
      output += piece.bytes
      place = piece.end
    }
  }

  /// Whether moving to the next row is shorter if the cursor is saved where this piece begins.
  private func isWorthKeeping(_ index: Int, of pieces: [OutputPiece], over ground: BlankGround) -> Bool {
    let place = pieces[index].place
    guard moves.keepsCursor, link == 0,
      let next = pieces[index...].prefix(6).firstIndex(where: { $0.place.row != place.row }),
      pieces[next].place.column == place.column, case let rows = pieces[next].place.row - place.row, 1...3 ~= rows,
      pieces[index..<next].allSatisfy({
        $0.rendition == rendition || $0.kind != .text && $0.rendition.hasSameBlanks(as: rendition)
      })
    else { return false }
    let usual = moves.bytes(
      from: pieces[next - 1].end, to: pieces[next].place, over: ground, rendition: rendition
    ).count
    let fromHere = CursorMoves.keep.count + CursorMoves.back.count + rows
    let asKept = wayBack(to: pieces[next].place)?.count ?? .max
    return fromHere < usual && fromHere <= asKept
  }

  /// The bytes that move from the saved cursor to a place, if restoring it changes nothing but the place.
  private func wayBack(to target: Position) -> [UInt8]? {
    guard let kept, kept.rendition == rendition, link == 0, kept.place.column == target.column,
      case let rows = target.row - kept.place.row, 0..<5 ~= rows
    else { return nil }
    return CursorMoves.back + [UInt8](repeating: 0x0A, count: rows)
  }

  mutating func move(to target: Position, over ground: BlankGround?, to output: inout [UInt8]) {
    guard place != target else { return }
    let usual = moves.bytes(from: place, to: target, over: ground, rendition: rendition)
    if let back = wayBack(to: target), back.count < usual.count { output += back } else { output += usual }
    place = target
  }

  /// Ends an open link, so that later text does not become part of it.
  mutating func endLink(to output: inout [UInt8]) {
    if link != 0 { output += Hyperlink.sequence(number: 0, url: nil) }
    link = 0
  }

  /// Makes the terminal draw with this rendition from now on.
  ///
  /// - Parameter isBlank: For blanks and erasures, where only the background counts.
  mutating func apply(
    _ wanted: Rendition, isBlank: Bool, links: [UInt32: String] = [:], to output: inout [UInt8]
  ) {
    if wanted.link != link {
      link = wanted.link
      output += Hyperlink.sequence(number: link, url: links[link])
    }
    var wanted = wanted
    wanted.link = 0
    if rendition == wanted { return }
    guard usesSGR else {
      output += wanted.capabilityBytes
      rendition = wanted
      return
    }
    let (bytes, result) = wanted.transition(from: rendition, isBlank: isBlank, switchesSingly: switchesSingly)
    output += bytes
    rendition = result
  }
}
