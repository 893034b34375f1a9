extension Unicode.Scalar {
  /// Blanks of every kind with which dumps are padded: U+00A0 and U+3000 as well as U+0020, and zero-width ones.
  @inlinable
  package var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether this is a Han character as used in texts and names: the unified ideographs and all their extensions, the
  /// compatibility ideographs, and the two characters of script Han that replace one, 々 (U+3005) and 〇 (U+3007).
  ///
  /// Radicals, strokes, Suzhou numerals and the closing mark 〆 are not, since no word is written with them. In planes 2
  /// and 3, which contain nothing else, unassigned code points count too, so that the next extension is already
  /// covered.
  ///
  /// Source: Unicode 16, Scripts.txt and Blocks.txt.
  @inlinable
  package var isHan: Bool {
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFD,
      0x30000...0x3FFFD:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the characters of a literal: it is searched among the literal's bytes without
  /// decoding them.
  @usableFromInline
  package func isOne(of characters: StaticString) -> Bool {
    let bytes = characters.utf8Start
    let end = characters.utf8CodeUnitCount
    let wanted = CharacterReference.UTF8Bytes(scalar: value)
    var offset = 0
    while offset < end {
      if bytes[offset] == wanted[0] {
        var length = 1
        while length < wanted.count, offset + length < end, bytes[offset + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      offset &+= Blanks.scalarLength(bytes[offset])
    }
    return false
  }
}
