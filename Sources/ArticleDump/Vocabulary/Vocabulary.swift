/// Reads the tables that `Scripts/generate-vocabulary` writes from the files in `Words`.
extension Vocabulary {
  /// Calls for each phrase of a table with what it stands for.
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

  /// For each character of `foldedRange` the form that the vocabulary has of it; 0 where that is the same.
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
}
