/// Cheap queries about short texts, on their bytes.
extension StringProtocol {
  /// The text's bytes, without a copy if the text is a native string.
  @inlinable @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether the text contains a piece, byte for byte.
  @inlinable
  package func holds(_ piece: String) -> Bool {
    piece.isEmpty || withBytes { text in piece.withBytes { ByteSearch.offset(of: $0, in: text) != nil } }
  }

  /// Whether the text contains one of some pieces.
  @inlinable
  package func holdsAny(of pieces: [String]) -> Bool {
    withBytes { text in
      pieces.contains { piece in
        piece.isEmpty || piece.withBytes { ByteSearch.offset(of: $0, in: text) != nil }
      }
    }
  }

  /// Whether the text starts with one of some pieces, byte for byte.
  @inlinable
  package func startsWithAny(of pieces: [String]) -> Bool {
    withBytes { text in pieces.contains { piece in piece.withBytes { ByteSearch.starts(text, with: $0) } } }
  }

  /// Whether the text starts with a piece, byte for byte.
  @inlinable
  package func begins(with piece: String) -> Bool {
    withBytes { text in piece.withBytes { ByteSearch.starts(text, with: $0) } }
  }

  @inlinable
  package func endsWithAny(of pieces: [String]) -> Bool {
    withBytes { text in pieces.contains { piece in piece.withBytes { ByteSearch.ends(text, with: $0) } } }
  }

  @inlinable
  package func ends(with piece: String) -> Bool {
    withBytes { text in piece.withBytes { ByteSearch.ends(text, with: $0) } }
  }

  /// The first offset of a piece.
  @inlinable
  package func utf8Index(of piece: String) -> Index? {
    guard !piece.isEmpty else { return startIndex }
    return utf8Offset(of: piece).map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// The same in bytes from the start.
  @inlinable
  package func utf8Offset(of piece: String) -> Int? {
    withBytes { text in piece.withBytes { ByteSearch.offset(of: $0, in: text) } }
  }

  /// The number of scalars that are not blanks: the length as a reader would see it.
  @inlinable
  package var nonBlankCount: Int { withBytes { Blanks.nonBlankCount(of: $0) } }

  /// Without blanks at both ends, whatever their kind.
  @inlinable
  package var trimmedOfBlanks: String { trimmed(of: "") }

  /// Without some marks and blanks at both ends.
  @inlinable
  package func trimmed(of marks: String) -> String {
    let kept = withBytes { text in
      marks.withBytes { marks -> String? in
        let range = Blanks.trimmedRange(of: text, marks: marks)
        return range.count == text.count
          ? nil : String(wellFormed: UnsafeBufferPointer(rebasing: text[range]))
      }
    }
    return kept ?? String(self)
  }

  /// The text's bytes, with ASCII in lower case, without an allocation that outlives the call.
  @inlinable
  package func withLoweredBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { lowered in
        for index in bytes.indices {
          let byte = bytes[index]
          lowered.initializeElement(at: index, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        return body(UnsafeBufferPointer(lowered))
      }
    }
  }

  /// In lower case, as by `lowercased()`, which looks every character up in Unicode's tables.
  @inlinable
  package var lowered: String {
    withBytes { bytes -> String? in
      var hasUpper = false
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x80 {
          if byte &- 0x41 < 26 { hasUpper = true }
          offset += 1
        } else if 0xE3...0xE9 ~= byte || Self.isCaselessMark(bytes, at: offset) {
          // U+3000 to U+9FFF: kana, Han and their punctuation have no case.
          offset += byte == 0xC2 ? 2 : 3
        } else {
          return nil
        }
      }
      guard hasUpper else { return String(self) }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { lowered in
        for index in bytes.indices {
          let byte = bytes[index]
          lowered.initializeElement(at: index, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        return String(wellFormed: UnsafeBufferPointer(lowered))
      }
    } ?? lowercased()
  }

  /// Whether U+0080 to U+00BF, U+2000 to U+203F, or U+FF00 to U+FF20 begins at an offset.
  @usableFromInline
  static func isCaselessMark(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    switch bytes[offset] {
    case 0xC2: true
    case 0xE2: offset + 1 < bytes.count && bytes[offset + 1] == 0x80
    case 0xEF: offset + 2 < bytes.count && bytes[offset + 1] == 0xBC && bytes[offset + 2] <= 0xA0
    default: false
    }
  }

  /// Whether the text has more scalars that are not blanks than a number; no more of it is read than necessary.
  @inlinable
  package func hasMoreNonBlanks(than limit: Int) -> Bool {
    // A text has no more scalars than bytes.
    utf8.count > limit && withBytes { Blanks.hasMoreNonBlanks(in: $0, than: limit) }
  }

  /// The lines that are not empty.
  @inlinable
  package var lines: [String] {
    withBytes { bytes in
      var lines: [String] = []
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if end > start { lines.append(String(wellFormed: UnsafeBufferPointer(rebasing: bytes[start..<end]))) }
        start = end + 1
      }
      return lines
    }
  }

  /// The lines joined to one.
  @inlinable
  package var onOneLine: String {
    withBytes { bytes -> String? in
      guard ByteSearch.holds(bytes, byte: 0x0A) else { return nil }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { line in
        var count = 0
        var isPending = false
        for byte in bytes {
          if byte == 0x0A {
            isPending = count > 0
            continue
          }
          if isPending {
            line.initializeElement(at: count, to: 0x20)
            count += 1
            isPending = false
          }
          line.initializeElement(at: count, to: byte)
          count += 1
        }
        return String(wellFormed: UnsafeBufferPointer(rebasing: line[..<count]))
      }
    } ?? String(self)
  }

  /// Without any blank: labels are often spaced out (`分 享 到 ：`).
  @inlinable
  package var withoutBlanks: String {
    let kept = withBytes { text -> String? in
      guard Blanks.firstOffset(in: text) != nil else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(text.count)
      Blanks.forEachScalar(in: text) { if !$1 { result.append(contentsOf: text[$0]) } }
      return result.withUnsafeBufferPointer { String(wellFormed: $0) }
    }
    return kept ?? String(self)
  }

  /// Whether a sentence ends in the text: prose does, labels do not.
  @inlinable
  package var holdsSentenceEnd: Bool {
    withBytes { text in
      for index in text.indices {
        switch text[index] {
        case 0x21, 0x3F, 0x3B: return true
        case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x82: return true
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xA6: return true
        case 0xEF where index + 2 < text.count && text[index + 1] == 0xBC:
          if text[index + 2] == 0x81 || text[index + 2] == 0x9F || text[index + 2] == 0x9B { return true }
        default: break
        }
      }
      return false
    }
  }
}
