import CNcurses
import ReadingRoom

/// One thing that curses wrote: text or an erasure at a place, or a sequence to hand on.
struct OutputPiece {
  enum Kind {
    case text
    /// Blanks and erased cells show nothing but their background.
    case blanks
    /// Leaves the cursor where it is.
    case erasure
    /// Lines that scroll or are cleared beyond this row take the background; nothing may be put before or behind it.
    case scroll
    case saveCursor
    case restoreCursor
    /// A sequence that draws and moves nothing, or one whose outcome is not known.
    case handedOn
  }

  var kind: Kind
  /// Where the cursor has to be for it; `nil`: where it happens to be.
  var place: Position?
  /// Where the cursor is afterwards; `nil` when nobody knows.
  var end: Position?
  var rendition: Rendition
  /// The rendition is not ours to follow: it is sent as it stands, and nobody knows what holds afterwards.
  var changesRendition = false
  /// Whether lines scroll in the whole screen then, so that a line feed above the last row is a movement.
  var feedsLines: Bool
  /// Columns of the row that it changes.
  var columns: Range<Int> = 0..<0
  /// Where its bytes are in `CursesOutput.bytes`.
  var bytes: Range<Int>
}

/// Reads what curses wrote as pieces, each with its place and its rendition, so that they can be sent in another order
/// and with other movements: codes of clusters and true colours are put back.
///
/// Curses' bytes hold escape sequences of terminfo, text that `ClusterCodes` and the painter vouch for, and nothing
/// else, so a code of planes 15 and 16 or an indexed colour can only be ours.
struct CursesOutput {
  private(set) var pieces: [OutputPiece] = []
  private(set) var bytes: [UInt8] = []
  /// Whether the last columns of the last row may have been erased or scrolled.
  private(set) var mayTouchCorner = false

  /// The terminal's size; places outside are not known.
  var size: Size
  /// What curses believes that the terminal has.
  private(set) var rendition = Rendition()
  /// Where curses believes the cursor to be, wherever somebody else may have moved it meanwhile.
  private(set) var place: Position?
  private var savedPlace: Position?
  private var region: Range<Int>
  private var hasResetCharset = false
  /// Whether movements are read at all; else they are handed on.
  private let readsMovements: Bool

  init(size: Size, readsMovements: Bool) {
    self.size = size
    self.readsMovements = readsMovements
    region = 0..<size.rows
  }

  private var scrollsWholeScreen: Bool { region == 0..<size.rows }

  /// The scrolling region was set to the whole screen, unnoticed by curses.
  mutating func noteWholeRegion() { region = 0..<size.rows }

  mutating func forgetCharset() { hasResetCharset = false }

  /// Reads bytes; the pieces of the last time are dropped.
  ///
  /// - Parameter directColors: RGB values for the colour numbers from 16 on; empty without true colour.
  mutating func read(_ input: UnsafeBufferPointer<UInt8>, codes: ClusterCodes, directColors: [RGB]) {
    pieces.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    mayTouchCorner = false
    var index = 0
    while index < input.count {
      switch input[index] {
      case 0x1B: index = escape(input, at: index, directColors: directColors)
      case 0x0F:
        // The line drawing characters of curses are never used, so the set is never switched after the first time.
        if !hasResetCharset { add(.handedOn, input[index...index], end: place) }
        hasResetCharset = true
        index += 1
      case 0..<0x20:
        control(input, at: index)
        index += 1
      default: index = text(input, at: index, codes: codes)
      }
    }
  }

  // MARK: Pieces

  private mutating func add(
    _ kind: OutputPiece.Kind, _ input: Slice<UnsafeBufferPointer<UInt8>>, end: Position?, columns: Range<Int> = 0..<0
  ) {
    let start = bytes.count
    bytes.append(contentsOf: input)
    pieces.append(
      OutputPiece(
        kind: kind, place: place, end: end, rendition: rendition, feedsLines: scrollsWholeScreen, columns: columns,
        bytes: start..<bytes.count))
    place = end
  }

  /// A movement: remembered, not sent. From an unknown place only an absolute one leads to a known one.
  private mutating func move(_ input: Slice<UnsafeBufferPointer<UInt8>>, to target: Position?) {
    if let target, target.row >= 0, target.row < size.rows, target.column >= 0, target.column < size.columns {
      place = target
    } else {
      add(.handedOn, input, end: nil)
    }
  }

  private mutating func control(_ input: UnsafeBufferPointer<UInt8>, at index: Int) {
    let byte = input[index...index]
    guard readsMovements else {
      return add(input[index] == 0x0A ? .scroll : .handedOn, byte, end: nil)
    }
    switch input[index] {
    case 0x08: move(byte, to: place.map { Position(row: $0.row, column: $0.column - 1) })
    case 0x09: move(byte, to: place.map { Position(row: $0.row, column: ($0.column / 8 + 1) * 8) })
    case 0x0D: move(byte, to: place.map { Position(row: $0.row, column: 0) })
    case 0x0A:
      // Curses moves down otherwise; at the bottom of a region it scrolls.
      mayTouchCorner = mayTouchCorner || region.upperBound == size.rows
      add(.scroll, byte, end: place)
    default: add(.handedOn, byte, end: place)
    }
  }

  /// A run of blanks, a code, or a run of other text; returns where it ends.
  private mutating func text(_ input: UnsafeBufferPointer<UInt8>, at start: Int, codes: ClusterCodes) -> Int {
    var index = start
    var width = 0
    let isBlank = input[start] == 0x20
    let bytesStart = bytes.count
    if isBlank {
      while index < input.count, input[index] == 0x20 { index += 1 }
      bytes.append(contentsOf: input[start..<index])
      width = index - start
    } else {
      while index < input.count, input[index] > 0x20 {
        let (scalar, count) = Self.scalar(input, at: index)
        if scalar >= ClusterCodes.narrowBase, let cluster = codes.bytes(for: scalar) {
          bytes += cluster
        } else {
          bytes.append(contentsOf: input[index..<index + count])
        }
        width += scalar < 0x7F ? 1 : max(0, Int(yuelan_wcwidth(scalar)))
        index += count
      }
    }
    var columns = 0..<0
    var end: Position?
    if let place {
      columns = place.column..<place.column + width
      // At the edge the cursor waits to wrap, here and there differently.
      if columns.upperBound < size.columns { end = Position(row: place.row, column: columns.upperBound) }
    }
    pieces.append(
      OutputPiece(
        kind: isBlank ? .blanks : .text, place: place, end: end, rendition: rendition,
        feedsLines: scrollsWholeScreen, columns: columns, bytes: bytesStart..<bytes.count))
    place = end
    return index
  }

  /// A scalar of well-formed UTF-8 and its bytes.
  private static func scalar(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, count: Int) {
    let lead = input[index]
    let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard count > 1, index + count <= input.count else { return (UInt32(lead), min(1, input.count - index)) }
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for offset in 1..<count { value = value << 6 | UInt32(input[index + offset] & 0x3F) }
    return (value, count)
  }

  // MARK: Escape sequences

  private mutating func escape(_ input: UnsafeBufferPointer<UInt8>, at start: Int, directColors: [RGB]) -> Int {
    guard start + 1 < input.count else {
      add(.handedOn, input[start..<input.count], end: nil)
      return input.count
    }
    var end = start + 2
    switch input[start + 1] {
    case UInt8(ascii: "["):
      while end < input.count, !(0x40...0x7E).contains(input[end]) { end += 1 }
      end = min(end + 1, input.count)
      controlSequence(input[start..<end], directColors: directColors)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      end = min(start + 3, input.count)
      if !hasResetCharset { add(.handedOn, input[start..<end], end: place) }
      hasResetCharset = hasResetCharset || input[start + 1] == UInt8(ascii: "(")
    case UInt8(ascii: "7"):
      savedPlace = place
      add(.saveCursor, input[start..<end], end: place)
    case UInt8(ascii: "8"):
      add(.restoreCursor, input[start..<end], end: savedPlace)
    case UInt8(ascii: "M"):
      // Screen and tmux name it as their way up; at the top of a region it scrolls.
      if readsMovements, let place, place.row != region.lowerBound {
        move(input[start..<end], to: Position(row: place.row - 1, column: place.column))
      } else {
        mayTouchCorner = mayTouchCorner || region.upperBound == size.rows
        add(.scroll, input[start..<end], end: readsMovements ? place : nil)
      }
    case UInt8(ascii: "D"), UInt8(ascii: "E"):
      mayTouchCorner = true
      add(.scroll, input[start..<end], end: nil)
    case UInt8(ascii: "]"):
      // The only string that curses sends is `oc`, which puts the palette back. Nobody here has touched it, but the
      // reader may have, so it is left out. The Linux console's has no terminator (console_codes(4)).
      if end < input.count, input[end] == UInt8(ascii: "R") { return end + 1 }
      while end < input.count, input[end] != 0x07, input[end] != 0x1B { end += 1 }
      if end < input.count { end += input[end] == 0x07 ? 1 : min(2, input.count - end) }
    default:
      mayTouchCorner = true
      add(.handedOn, input[start..<end], end: nil)
    }
    return end
  }

  private mutating func controlSequence(_ sequence: Slice<UnsafeBufferPointer<UInt8>>, directColors: [RGB]) {
    let final = sequence[sequence.endIndex - 1]
    let parameters = sequence.dropFirst(2).dropLast()
    if final == UInt8(ascii: "m") {
      if rendition.apply(ArraySlice(parameters), directColors: directColors) { return }
      add(.handedOn, sequence, end: place)
      pieces[pieces.count - 1].changesRendition = true
      return
    }
    guard readsMovements else {
      mayTouchCorner = true
      return add("JKXPLMST@b".utf8.contains(final) ? .scroll : .handedOn, sequence, end: nil)
    }
    if parameters.first == UInt8(ascii: "?") {
      // Showing and hiding the cursor, its blinking; wrapping.
      let keepsPlace = ["?25", "?12", "?34", "?7", "?12;25", "?5"].contains(String(decoding: parameters, as: UTF8.self))
      return add(.handedOn, sequence, end: keepsPlace ? place : nil)
    }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 9999) } }
    let first = numbers.first ?? 0
    let count = max(1, first)
    func stepped(_ rows: Int, _ columns: Int) -> Position? {
      place.map { Position(row: $0.row + rows, column: $0.column + columns) }
    }
    switch final {
    case UInt8(ascii: "H"):
      move(sequence, to: Position(row: count - 1, column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1))
    case UInt8(ascii: "G"): move(sequence, to: place.map { Position(row: $0.row, column: count - 1) })
    case UInt8(ascii: "d"): move(sequence, to: place.map { Position(row: count - 1, column: $0.column) })
    case UInt8(ascii: "A"): move(sequence, to: stepped(-count, 0))
    case UInt8(ascii: "B"): move(sequence, to: stepped(count, 0))
    case UInt8(ascii: "C"): move(sequence, to: stepped(0, count))
    case UInt8(ascii: "D"): move(sequence, to: stepped(0, -count))
    case UInt8(ascii: "K") where place != nil && first < 2, UInt8(ascii: "X") where place != nil:
      let column = place?.column ?? 0
      let columns =
        final == UInt8(ascii: "X")
        ? column..<min(size.columns, column + count) : first == 1 ? 0..<column + 1 : column..<size.columns
      mayTouchCorner = mayTouchCorner || place?.row == size.rows - 1
      add(.erasure, sequence, end: place, columns: columns)
    case UInt8(ascii: "b"):
      // Repeats the character before it, which is one column wide.
      let end = stepped(0, count).flatMap { $0.column < size.columns ? $0 : nil }
      add(.text, sequence, end: end, columns: (place?.column ?? 0)..<(place?.column ?? 0) + count)
    case UInt8(ascii: "r"):
      region = numbers.count == 2 ? max(0, first - 1)..<max(first, min(size.rows, numbers[1])) : 0..<size.rows
      // It puts the cursor home, unless a mode says otherwise, wherever it was.
      place = nil
      add(.handedOn, sequence, end: nil)
      if scrollsWholeScreen, let piece = pieces.popLast() {
        // Without parameters it means the whole screen (DEC STD 070, DECSTBM).
        bytes.removeSubrange(piece.bytes)
        bytes += [0x1B, UInt8(ascii: "["), UInt8(ascii: "r")]
        pieces.append(piece)
        pieces[pieces.count - 1].bytes = piece.bytes.lowerBound..<bytes.count
      }
    case UInt8(ascii: "J"), UInt8(ascii: "K"):
      mayTouchCorner = true
      add(.scroll, sequence, end: place)
    case UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "L"), UInt8(ascii: "M"):
      mayTouchCorner = mayTouchCorner || region.upperBound == size.rows
      add(.scroll, sequence, end: final == UInt8(ascii: "S") || final == UInt8(ascii: "T") ? place : nil)
    default:
      mayTouchCorner = true
      add("P@".utf8.contains(final) ? .scroll : .handedOn, sequence, end: nil)
    }
  }
}
