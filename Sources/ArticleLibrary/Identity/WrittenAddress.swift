import ArticleDump

/// An address as the bookmarks file has it, with `%NN` for what may not be in a link of Markdown or would be invisible
/// there: blanks, `<`, `>`, `\`, `](`, and whatever `Sanitizer` changes in a character by itself.
///
/// Articles are identified by addresses in this form (`ArticleAddress`), so that an entry is found again whatever its
/// article's page has in its place. An ordinary address is unchanged, with Han or without.
enum WrittenAddress {
  /// Writing it twice has no further effect.
  static func text(of url: String) -> String {
    var url = url
    return url.withUTF8(isUnchanged) ? url : String(decoding: bytes(of: url), as: UTF8.self)
  }

  static func bytes(of url: String) -> [UInt8] { percentEncoded(url, or: " <>\\".unicodeScalars.contains) }

  /// Whether it is found in one pass over the bytes that nothing has to be encoded. `false` means that `text` has to look.
  static func isUnchanged(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in url {
      switch byte {
      case 0x20, 0x3C, 0x3E, 0x5C: return false
      case 0x28 where previous == 0x5D: return false
      default: previous = byte
      }
    }
    return Sanitizer.isClean(url)
  }

  /// Text in which `](`, and anything that may not be in a line, is written as `%NN`.
  static func percentEncoded(_ text: String, or mustBeEncoded: (Unicode.Scalar) -> Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let utf8 = Array(String(scalar).utf8)
      let opensLink = scalar == "(" && bytes.last == 0x5D
      let isClean = scalar.isASCII ? (0x20..<0x7F).contains(scalar.value) : isClean(String(scalar))
      bytes += isClean && !opensLink && !mustBeEncoded(scalar) ? utf8 : utf8.flatMap(percentEncoded)
    }
    return bytes
  }

  private static func isClean(_ text: String) -> Bool { Sanitizer.sanitized(text) == text }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
