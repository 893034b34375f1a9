/// Puts text on the clipboard of the reader's own machine by an escape sequence (OSC 52), which also works over SSH.
enum Clipboard {
  /// The most Base64 bytes in one sequence: xterm and kitty refuse more than about 100 kB.
  static let maximumEncodedBytes = 100_000

  /// The bytes to send; `nil` when the text is too long for a terminal to accept.
  ///
  /// tmux accepts the sequence when `set-clipboard` is on, and passes it through, wrapped, when `allow-passthrough` is
  /// on; forms that are not allowed are ignored, so both are sent. screen passes strings of up to 768 bytes only, so
  /// there it is sent in pieces that the outer terminal sees as one.
  static func sequence(for text: String, multiplexer: TerminalIdentity.Multiplexer?) -> [UInt8]? {
    let encoded = base64(Array(text.utf8))
    guard encoded.count <= maximumEncodedBytes else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    switch multiplexer {
    case nil:
      return plain
    case .tmux:
      return plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8)
    case .screen:
      var wrapped: [UInt8] = []
      var start = 0
      while start < plain.count {
        let end = min(start + 512, plain.count)
        wrapped += Array("\u{1B}P".utf8) + plain[start..<end] + Array("\u{1B}\\".utf8)
        start = end
      }
      return wrapped
    }
  }

  /// Source: RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for (index, byte) in group.enumerated() { bits |= UInt32(byte) << UInt32(16 - 8 * index) }
      for digit in 0..<4 {
        encoded.append(
          digit <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}
