/// Puts clusters and true colours back into what curses wrote, in one pass.
///
/// Curses' bytes hold escape sequences of terminfo, text that `ClusterCodes` and the painter vouch for, and nothing
/// else, so a code of planes 15 and 16 or a `38;5;N` can only be ours.
struct OutputExpansion {
  /// Appends the expanded form of curses' bytes.
  ///
  /// - Parameter directColors: RGB values for the colour numbers from 16 on; empty without true colour.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, codes: ClusterCodes, directColors: [RGB], to output: inout [UInt8]
  ) {
    var index = 0
    var copied = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte >= 0xF3, index + 4 <= count,
        let replacement = codes.bytes(
          for: UInt32(byte & 7) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
            | UInt32(bytes[index + 3] & 0x3F))
      {
        output.append(contentsOf: bytes[copied..<index])
        output.append(contentsOf: replacement)
        index += 4
        copied = index
      } else if byte == 0x1B, !directColors.isEmpty, let found = indexedColor(bytes, at: index),
        found.number >= ColorIndex.firstDirectNumber,
        found.number - ColorIndex.firstDirectNumber < directColors.count
      {
        output.append(contentsOf: bytes[copied..<index])
        let rgb = directColors[found.number - ColorIndex.firstDirectNumber]
        output.append(contentsOf: "\u{1B}[\(found.isBackground ? 48 : 38);2;\(rgb.red);\(rgb.green);\(rgb.blue)m".utf8)
        index = found.end
        copied = index
      } else {
        index += 1
      }
    }
    output.append(contentsOf: bytes[copied..<count])
  }

  /// Reads `ESC [ 38;5;N m` or `48;5;N`, with semicolons (xterm) or colons (foot, ITU-T T.416).
  private static func indexedColor(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (isBackground: Bool, number: Int, end: Int)? {
    // The shortest is ESC [ 3 8 ; 5 ; N m.
    guard start + 9 <= bytes.count, bytes[start + 1] == UInt8(ascii: "["), bytes[start + 3] == UInt8(ascii: "8") else {
      return nil
    }
    let kind = bytes[start + 2]
    let separator = bytes[start + 4]
    guard kind == UInt8(ascii: "3") || kind == UInt8(ascii: "4"),
      separator == UInt8(ascii: ";") || separator == UInt8(ascii: ":"),
      bytes[start + 5] == UInt8(ascii: "5"), bytes[start + 6] == separator
    else { return nil }
    var number = 0
    var index = start + 7
    while index < bytes.count, case let digit = Int(bytes[index]) - 0x30, (0...9).contains(digit), number < 1000 {
      number = number * 10 + digit
      index += 1
    }
    guard index > start + 7, index < bytes.count, bytes[index] == UInt8(ascii: "m") else { return nil }
    return (kind == UInt8(ascii: "4"), number, index + 1)
  }
}
