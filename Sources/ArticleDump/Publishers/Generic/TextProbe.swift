/// Cheap questions about short texts, asked on bytes.
extension StringProtocol {
  /// Whether the text holds a piece, byte for byte.
  func holds(_ piece: String) -> Bool {
    utf8Index(of: piece) != nil
  }

  /// Whether the text holds one of some pieces.
  func holdsAny(of pieces: [String]) -> Bool {
    pieces.contains { holds($0) }
  }

  /// Whether the text starts with one of some pieces, byte for byte.
  func startsWithAny(of pieces: [String]) -> Bool {
    pieces.contains { utf8.starts(with: $0.utf8) }
  }

  func endsWithAny(of pieces: [String]) -> Bool {
    pieces.contains { ends(with: $0) }
  }

  func ends(with piece: String) -> Bool {
    let count = piece.utf8.count
    guard utf8.count >= count else { return false }
    return utf8.suffix(count).elementsEqual(piece.utf8)
  }

  /// Where a piece first stands.
  func utf8Index(of piece: String) -> Index? {
    guard !piece.isEmpty else { return startIndex }
    let offset: Int? =
      utf8.withContiguousStorageIfAvailable { text in
        var piece = piece
        return piece.withUTF8 { ByteSearch.offset(of: $0, in: text) }
      }
      ?? Array(utf8).withUnsafeBufferPointer { text in
        var piece = piece
        return piece.withUTF8 { ByteSearch.offset(of: $0, in: text) }
      }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// The number of scalars that are no blanks: what a reader would call its length.
  var inkCount: Int {
    var count = 0
    for scalar in unicodeScalars where !scalar.isBlank { count += 1 }
    return count
  }

  /// Without blanks at both ends, whatever their kind.
  var trimmedOfBlanks: String {
    // Most texts have no padding: both ends are letters of ASCII or Han characters (0xE4 to 0xE9).
    if let first = utf8.first, let last = utf8.suffix(1).first, first > 0x20,
      first < 0x80 || (0xE4...0xE9).contains(first),
      last > 0x20, last < 0x80
    {
      return String(self)
    }
    let scalars = unicodeScalars
    var start = scalars.startIndex
    var end = scalars.endIndex
    while start < end, scalars[start].isBlank { start = scalars.index(after: start) }
    while start < end, scalars[scalars.index(before: end)].isBlank { end = scalars.index(before: end) }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// Without some marks at both ends.
  func trimmed(of marks: String) -> String {
    let scalars = unicodeScalars
    func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isBlank || marks.unicodeScalars.contains(scalar)
    }
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if !isTrimmed(first), !isTrimmed(last) { return String(self) }
    var start = scalars.startIndex
    var end = scalars.endIndex
    while start < end, isTrimmed(scalars[start]) { start = scalars.index(after: start) }
    while start < end {
      let last = scalars.index(before: end)
      guard isTrimmed(scalars[last]) else { break }
      end = last
    }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// Without any blank: labels are often spaced out (`分 享 到 ：`).
  var withoutBlanks: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlank { result.append(scalar) }
    return String(result)
  }

  /// Whether a sentence ends in the text: prose does, labels do not.
  var holdsSentenceEnd: Bool {
    unicodeScalars.contains { "。！？!?；;…".unicodeScalars.contains($0) }
  }
}

extension Unicode.Scalar {
  /// Blanks of every kind that dumps pad with: U+00A0 and U+3000 stand beside U+0020, zero-width ones too.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether this is a Han character (the main blocks: enough to tell prose from file names).
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
