import ReadingRoom

/// What the terminal has, as far as is known, and the bytes that it needs to show pieces: it is told of attributes only
/// when something is drawn with them, in one sequence, and only those that differ; and of places by the shortest way.
struct TerminalState {
  /// `nil` while it is unknown.
  private(set) var rendition: Rendition?
  private(set) var place: Position?
  private var saved: (rendition: Rendition?, place: Position?) = (nil, nil)

  /// Whether the terminal knows SGR 22 to 29, which switch one attribute off.
  let switchesSingly: Bool
  /// `nil` where movements are handed on.
  let moves: CursorMoves?

  init(switchesSingly: Bool, moves: CursorMoves?) {
    self.switchesSingly = switchesSingly
    self.moves = moves
  }

  mutating func forget() {
    rendition = nil
    place = nil
  }

  mutating func forgetPlace() { place = nil }

  /// Appends pieces.
  mutating func send(
    _ pieces: [OutputPiece], of bytes: [UInt8], over ground: BlankGround?, to output: inout [UInt8]
  ) {
    for piece in pieces {
      switch piece.kind {
      case .restoreCursor: break
      // The cursor may come later to where curses believes it, unless that matters to what follows.
      case .handedOn where piece.end != nil: break
      default:
        if let target = piece.place { move(to: target, over: ground, feedsLines: piece.feedsLines, to: &output) }
      }
      switch piece.kind {
      case .text: take(piece.rendition, isBlank: false, to: &output)
      case .blanks, .erasure, .scroll: take(piece.rendition, isBlank: true, to: &output)
      case .saveCursor:
        take(piece.rendition, isBlank: false, to: &output)
        saved = (rendition, place)
      case .restoreCursor: rendition = saved.rendition
      case .handedOn:
        if piece.changesRendition {
          take(piece.rendition, isBlank: false, to: &output)
          rendition = nil
        }
      }
      output += bytes[piece.bytes]
      switch piece.kind {
      case .handedOn: if piece.end == nil || piece.place == nil { place = nil }
      case .restoreCursor: place = saved.place
      default: place = piece.end
      }
    }
  }

  mutating func move(to target: Position, over ground: BlankGround?, feedsLines: Bool, to output: inout [UInt8]) {
    guard let moves, place != target else { return }
    output += moves.bytes(
      from: place, to: target, over: ground, rendition: rendition, feedsLines: feedsLines)
    place = target
  }

  mutating func take(_ wanted: Rendition, isBlank: Bool, to output: inout [UInt8]) {
    if rendition == wanted { return }
    let (bytes, result) = wanted.transition(from: rendition, isBlank: isBlank, switchesSingly: switchesSingly)
    output += bytes
    rendition = result
  }
}
