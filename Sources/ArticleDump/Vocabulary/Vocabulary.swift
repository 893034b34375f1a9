import Text

/// Reads the tables that `Scripts/generate-vocabulary` writes from the files in `Words`.
extension Vocabulary {
  /// Visits each phrase of a table with its payload.
  static func forEach(in table: StaticString, _ body: (_ payload: Int, _ phrase: UnsafeBufferPointer<UInt8>) -> Void) {
    table.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        body(Int(bytes[start]) - 0x30, UnsafeBufferPointer(rebasing: bytes[start + 1..<end]))
        start = end + 1
      }
    }
  }

  /// The code units that one character of three bytes may fold to: U+4000 to U+9FFF.
  static let foldedRange = 0x4000...0x9FFF

  /// For each character of `foldedRange` its form in the vocabulary; 0 if that is the character itself.
  static let foldedForms: [UInt16] = {
    var forms = [UInt16](repeating: 0, count: foldedRange.count)
    folding.withUTF8Buffer { bytes in
      var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
      while let form = scalars.next(), let folded = scalars.next() {
        forms[Int(form.value) - foldedRange.lowerBound] = UInt16(truncatingIfNeeded: folded.value)
      }
    }
    return forms
  }()

  /// The form of a character in the vocabulary: a simplified one for a traditional one.
  static func simplified(_ scalar: UInt32) -> UInt32 {
    foldedForms.withUnsafeBufferPointer { simplified(scalar, by: $0) }
  }

  /// The same for loops, without reference counting.
  ///
  /// - Parameter forms: ``foldedForms``.
  @inline(__always)
  static func simplified(_ scalar: UInt32, by forms: UnsafeBufferPointer<UInt16>) -> UInt32 {
    guard foldedRange ~= Int(scalar), case let form = forms[Int(scalar) - foldedRange.lowerBound], form != 0 else {
      return scalar
    }
    return UInt32(form)
  }

  /// The bytes of a text with the vocabulary's forms of its characters. Each byte keeps its place: a character of three
  /// bytes becomes another of three.
  @inline(__always)
  static func withSimplified<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { bytes in
      _ = bytes.initialize(from: text)
      foldedForms.withUnsafeBufferPointer { forms in
        var offset = 0
        while offset &+ 3 <= bytes.count {
          let first = bytes[offset]
          guard 0xE4...0xE9 ~= first else {
            offset &+= first < 0x80 ? 1 : Blanks.scalarLength(first)
            continue
          }
          let place = Int(first & 0x0F) << 12 + Int(bytes[offset &+ 1] & 0x3F) << 6 + Int(bytes[offset &+ 2] & 0x3F)
          let form = forms[place - foldedRange.lowerBound]
          if form != 0 {
            bytes[offset] = 0xE0 | UInt8(truncatingIfNeeded: form >> 12)
            bytes[offset &+ 1] = 0x80 | UInt8(truncatingIfNeeded: form >> 6) & 0x3F
            bytes[offset &+ 2] = 0x80 | UInt8(truncatingIfNeeded: form) & 0x3F
          }
          offset &+= 3
        }
      }
      return body(UnsafeBufferPointer(bytes))
    }
  }
}

extension StringProtocol {
  /// The text with the vocabulary's forms of its characters; offsets of its UTF-8 are the same.
  var simplified: String { withSimplifiedBytes { String(wellFormed: $0) } }

  /// The text's bytes with the vocabulary's forms of its characters; each keeps its place.
  func withSimplifiedBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes { Vocabulary.withSimplified($0, body) }
  }
}
