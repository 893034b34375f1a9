/// A program's output without what only a terminal would interpret: colours and other control sequences, strings to the
/// terminal, and overstruck characters.
///
/// Unclosed sequences end with the text. The rest must still be sanitized where it is shown: this is for legibility,
/// not for safety.
///
/// Source: ECMA-48, 5.4 (control sequences) and 5.6 (control strings); grotty(1) for overstriking.
package func plainOutput(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  var rest = text.unicodeScalars[...]
  /// Drops a control sequence's parameters and its final byte.
  func dropSequence() {
    rest = rest.drop { (0x20...0x3F).contains($0.value) }
    if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
  }
  /// Drops a control string with its terminator: ST, or BEL as in xterm.
  func dropString() {
    while let scalar = rest.popFirst() {
      if scalar == "\u{07}" || scalar == "\u{9C}" { return }
      if scalar == "\u{1B}" {
        if rest.first == "\\" { rest.removeFirst() }
        return
      }
    }
  }
  while let scalar = rest.popFirst() {
    switch scalar {
    case "\u{1B}":
      switch rest.popFirst() {
      case "[": dropSequence()
      case "]", "P", "X", "^", "_": dropString()
      case let second?:
        // Intermediate bytes, such as those that select a character set, precede the final one.
        if (0x20...0x2F).contains(second.value) {
          rest = rest.drop { (0x20...0x2F).contains($0.value) }
          _ = rest.popFirst()
        }
      case nil: break
      }
    case "\u{9B}": dropSequence()
    case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": dropString()
    case "\u{08}":
      if let last = plain.last, last != "\n" { plain.removeLast() }
    case "\t": plain.append(contentsOf: "    ".unicodeScalars)
    case "\r", "\u{07}": break
    default: plain.append(scalar)
    }
  }
  return String(plain)
}
