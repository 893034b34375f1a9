/// Turns what curses wrote into what is sent: clusters and true colours are put back, and attributes are switched only
/// when something is drawn with them, in one sequence, and only those that differ.
///
/// Curses' bytes hold escape sequences of terminfo, text that `ClusterCodes` and the painter vouch for, and nothing
/// else, so a code of planes 15 and 16 or an indexed colour can only be ours.
struct OutputExpansion {
  /// What the terminal has; `nil` while that is unknown.
  private var current: Rendition?
  /// What curses believes that it has.
  private var wanted = Rendition()
  /// The rendition that was saved with the cursor.
  private var saved: Rendition?
  private var hasResetCharset = false

  /// Whether the terminal knows SGR 22 to 29, which switch one attribute off.
  private let switchesSingly: Bool

  init(switchesSingly: Bool) { self.switchesSingly = switchesSingly }

  /// Text and how it is drawn.
  struct Piece {
    var rendition: Rendition
    /// Shown text, possibly with movements of the cursor behind it.
    var text: [UInt8]
  }

  /// Forgets what the terminal has: somebody else may have written to it.
  mutating func forget() {
    current = nil
    hasResetCharset = false
  }

  /// Appends the form of curses' bytes that is to be sent.
  ///
  /// - Parameter directColors: RGB values for the colour numbers from 16 on; empty without true colour.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, codes: ClusterCodes, directColors: [RGB], to output: inout [UInt8]
  ) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x1B:
        index = escape(bytes, at: index, directColors: directColors, to: &output)
      case 0x0F where hasResetCharset:
        // The line drawing characters of curses are never used, so the set is never switched after the first time.
        index += 1
      case 0..<0x20:
        if byte == 0x0F { hasResetCharset = true }
        // At the bottom of a region it scrolls, and the row that comes in takes the background.
        if byte == 0x0A { take(true, to: &output) }
        output.append(byte)
        index += 1
      default:
        index = text(bytes, at: index, codes: codes, to: &output)
      }
    }
  }

  /// Appends text that is drawn at a place of its own, with the cursor and the rendition as before afterwards: curses
  /// need not know of it.
  ///
  /// - Parameter place: What moves the cursor there.
  mutating func draw(
    _ pieces: [Piece], at place: [UInt8], cursorGuard: ClusterCodes.CursorGuard, to output: inout [UInt8]
  ) {
    let before = (current: current, wanted: wanted)
    output += cursorGuard.save
    output += place
    for piece in pieces {
      wanted = piece.rendition
      take(piece.text == [0x20], to: &output)
      output += piece.text
    }
    output += cursorGuard.restore
    // DECSC keeps the rendition too (VT510 manual); here it comes back with DECRC.
    (current, wanted) = before
  }

  private mutating func take(_ isBlank: Bool, to output: inout [UInt8]) {
    if current == wanted { return }
    let (bytes, result) = wanted.transition(from: current, isBlank: isBlank, switchesSingly: switchesSingly)
    output += bytes
    current = result
  }

  /// A run of blanks, a code, or a run of other text; returns where it ends.
  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, codes: ClusterCodes, to output: inout [UInt8]
  ) -> Int {
    var end = start
    if bytes[start] == 0x20 {
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      take(true, to: &output)
    } else if bytes[start] >= 0xF3, start + 4 <= bytes.count,
      let cluster = codes.bytes(
        for: UInt32(bytes[start] & 7) << 18 | UInt32(bytes[start + 1] & 0x3F) << 12
          | UInt32(bytes[start + 2] & 0x3F) << 6 | UInt32(bytes[start + 3] & 0x3F))
    {
      take(false, to: &output)
      output += cluster
      return start + 4
    } else {
      end += 1
      while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0xF3 { end += 1 }
      take(false, to: &output)
    }
    output.append(contentsOf: bytes[start..<end])
    return end
  }

  private mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, directColors: [RGB], to output: inout [UInt8]
  ) -> Int {
    guard start + 1 < bytes.count else {
      output.append(0x1B)
      return bytes.count
    }
    var end = start + 2
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
      end = min(end + 1, bytes.count)
      let final = bytes[end - 1]
      if final == UInt8(ascii: "m") {
        if wanted.apply(ArraySlice(bytes[(start + 2)..<(end - 1)]), directColors: directColors) { return end }
        take(false, to: &output)
        current = nil
      } else if erasing.contains(final) {
        // Erased cells and those that scroll in take the background.
        take(true, to: &output)
      }
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      end = min(start + 3, bytes.count)
      if hasResetCharset { return end }
      hasResetCharset = bytes[start + 1] == UInt8(ascii: "(")
    case UInt8(ascii: "7"):
      take(false, to: &output)
      saved = current
    case UInt8(ascii: "8"):
      current = saved
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "E"):
      take(true, to: &output)
    default:
      break
    }
    output.append(contentsOf: bytes[start..<end])
    return end
  }

  private let erasing: Set<UInt8> = Set("JKXPLMST@b".utf8)
}
