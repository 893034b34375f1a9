/// Superscripts, subscripts and notes in the text, as Pandoc and markdown-it read them.
extension InlineParser {
  /// Longer ones are text: `a ~ b … c ~ d` is more often a range than a subscript.
  private static let longestScript = 24

  /// Anything that begins with `^`: an inline note, a superscript, a block's name.
  mutating func caret() {
    if options.contains(.scripts), script(0x5E, .superscript) { return }
    if options.contains(.inlineFootnotes), inlineNote() { return }
    if options.contains(.wikiLinks), blockName() { return }
    position += 1
  }

  /// `H~2~O`, `x^2^`: a short word right after a letter, digit or closing bracket.
  mutating func script(_ mark: UInt8, _ kind: MarkdownEvent.Kind) -> Bool {
    guard position > lower, position + 2 < upper, bytes[position + 1] != mark, bytes[position - 1] != mark else {
      return false
    }
    let before = bytes[position - 1]
    let isSuperscript = kind == .superscript
    // `5~10` is a range, so a subscript must follow a letter; `^_^` after Han is a face.
    let followsWord =
      MarkupScanner.isLetter(before) || before == 0x29 || before == 0x5D || isSuperscript && before &- 0x30 < 10
    guard followsWord || isSuperscript && before >= 0x80 else { return false }
    let start = position + 1
    var end = start
    let furthest = min(upper, start + Self.longestScript)
    var holdsDigit = false
    var holdsLetter = false
    while end < furthest, bytes[end] != mark {
      let byte = bytes[end]
      if byte &- 0x30 < 10 {
        holdsDigit = true
      } else if MarkupScanner.isLetter(byte) {
        holdsLetter = true
      } else if byte >= 0x80 {
        // ①, ®, ₂ and similar characters, but not Han.
        guard isSuperscript, byte < 0xE3 else { return false }
        holdsDigit = true
      } else if !"+-*()[],.:'=".utf8.contains(byte) {
        return false
      }
      end += 1
    }
    // `^[a]^[b]`: two notes.
    if isSuperscript, end + 1 < upper, bytes[end + 1] == 0x5B { return false }
    guard end < furthest, end > start, holdsDigit || holdsLetter && (followsWord || end - start > 1) else {
      return false
    }
    flush(to: position)
    add(.styleBegin, position..<position, value: Int32(kind.rawValue))
    add(.text, start..<end)
    add(.styleEnd, end..<end, value: Int32(kind.rawValue))
    skip(to: end + 1)
    return true
  }

  /// `^[a note]`: its text is read with the other notes, at the end.
  private mutating func inlineNote() -> Bool {
    guard position + 2 < upper, bytes[position + 1] == 0x5B, !isNote, !absent.contains("^[") else { return false }
    var end = position + 2
    var depth = 1
    while end < upper {
      switch bytes[end] {
      case 0x5C: end += 1
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      default: break
      }
      if depth == 0 { break }
      end += 1
    }
    guard depth == 0, end < upper else {
      absent.insert("^[")
      return false
    }
    let note = position + 2..<end
    guard bytes[note].contains(where: { $0 > 0x20 }) else { return false }
    flush(to: position)
    // A written label never contains a blank.
    let label = "note \(inlineNotes.count + 1)"
    inlineNotes[label] = note
    footnotes.append(label)
    footnoteNumbers[label] = Int32(footnotes.count)
    add(.footnote, position..<position, value: Int32(footnotes.count))
    skip(to: end + 1)
    return true
  }
}
