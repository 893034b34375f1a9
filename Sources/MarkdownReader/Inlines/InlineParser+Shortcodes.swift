import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `:smile:`, by the names that GitHub gives emoji.
extension InlineParser {
  /// Reads a shortcode at a colon; false if it does not begin one.
  mutating func shortcode() -> Bool {
    guard options.contains(.shortcodes), position == lower || mayStandBeside(bytes[position - 1]) else { return false }
    let start = position + 1
    let furthest = min(upper, start + EmojiShortcodeTable.longestName + 1)
    var end = start
    while end < furthest, isNameByte(bytes[end]) { end += 1 }
    guard end > start, end < furthest, bytes[end] == 0x3A, end + 1 == upper || mayStandBeside(bytes[end + 1]),
      let emoji = EmojiShortcodes.emoji(named: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    else { return false }
    flush(to: position)
    add(.text, keep(emoji))
    skip(to: end + 1)
    return true
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2B || byte == 0x2D
  }

  /// Whether a byte may be next to a shortcode: `12:100:7`, `a::b::c` and `http://a:x:b` contain none.
  private func mayStandBeside(_ byte: UInt8) -> Bool {
    !isWord(byte) && byte != 0x5F && byte != 0x2F && byte != 0x5C
      // A shortcode may follow another one.
      && (byte != 0x3A || plain == position)
  }
}

enum EmojiShortcodes {
  /// The emoji with a name, as UTF-8.
  static func emoji(named name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let rows = EmojiShortcodeTable.rows.utf8Start
    let count = EmojiShortcodeTable.rows.utf8CodeUnitCount
    guard let wanted = name.baseAddress else { return nil }
    var low = 0
    var high = EmojiShortcodeTable.offsets.count
    while low < high {
      let middle = (low + high) / 2
      let start = Int(EmojiShortcodeTable.offsets[middle])
      let end = middle + 1 < EmojiShortcodeTable.offsets.count ? Int(EmojiShortcodeTable.offsets[middle + 1]) : count
      var nameEnd = start
      while rows[nameEnd] != 0x20 { nameEnd += 1 }
      let order = memcmp(rows + start, wanted, min(nameEnd - start, name.count))
      if order == 0, nameEnd - start == name.count {
        // The row's line end does not belong to it.
        return UnsafeBufferPointer(start: rows + nameEnd + 1, count: end - nameEnd - 2)
      }
      if order < 0 || order == 0 && nameEnd - start < name.count { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
