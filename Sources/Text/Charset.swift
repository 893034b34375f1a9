#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Encodings by the names in headers; the C library's `iconv` decodes them.
package enum Charset {
  /// Decodes bytes to UTF-8, with U+FFFD for ill-formed bytes.
  ///
  /// - Parameter name: The name for `iconv`.
  /// - Returns: The text and the offset in it of the first fault; nil if the C library cannot decode this.
  package static func decode(_ bytes: [UInt8], as name: String) -> (utf8: [UInt8], firstFault: Int?)? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 2)
    var firstFault: Int?
    var source = bytes
    let chunkSize = 1 << 16
    let chunk = UnsafeMutablePointer<CChar>.allocate(capacity: chunkSize)
    defer { chunk.deallocate() }
    source.withUnsafeMutableBytes { raw in
      var input: UnsafeMutablePointer<CChar>? = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var inputLeft = raw.count
      while inputLeft > 0 {
        var output: UnsafeMutablePointer<CChar>? = chunk
        var outputLeft = chunkSize
        let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        let failure = errno
        chunk.withMemoryRebound(to: UInt8.self, capacity: chunkSize) {
          decoded.append(contentsOf: UnsafeBufferPointer(start: $0, count: chunkSize - outputLeft))
        }
        guard result == -1 || result == Int.max || inputLeft > 0 else { break }
        if failure == E2BIG { continue }
        // A byte that begins no character (EILSEQ), or a character that the end cuts off (EINVAL).
        if firstFault == nil { firstFault = decoded.count }
        decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
        input = input.map { $0 + 1 }
        inputLeft -= 1
      }
    }
    return (decoded, firstFault)
  }

  /// Counts pairs of bytes by whether their lead byte is in a range; bytes below 0x80 are single.
  ///
  /// - Returns: How many pairs are in it, and how many are not.
  package static func pairs(in bytes: [UInt8], leading range: ClosedRange<UInt8>) -> (inside: Int, outside: Int) {
    var counts = (inside: 0, outside: 0)
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if range.contains(bytes[index]) { counts.inside += 1 } else { counts.outside += 1 }
      index += 2
    }
    return counts
  }

  /// The name by which `iconv` knows the encoding that a header, a declaration or a `meta` element names, in its widest
  /// form; `nil` for UTF-8, and for names that are not an encoding of web pages.
  ///
  /// Source: WHATWG Encoding, "Names and labels".
  package static func iconvName(of label: some StringProtocol) -> String? {
    let label = label.trimmed(of: " \t\r\n\"'").lowercased()
    return switch label {
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312", "gb_2312-80", "csgb2312", "chinese", "iso-ir-58": "GB18030"
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5": "BIG5-HKSCS"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "csshiftjis", "ms932": "CP932"
    case "euc-jp", "x-euc-jp", "cseucpkdfmtjapanese": "EUC-JP"
    case "iso-2022-jp", "csiso2022jp": "ISO-2022-JP"
    case "euc-kr", "ks_c_5601-1987", "ksc5601", "cseuckr", "windows-949": "CP949"
    case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "l1": "CP1252"
    case "utf-16", "utf-16le", "unicode": "UTF-16LE"
    case "utf-16be": "UTF-16BE"
    case "windows-1251", "cp1251", "x-cp1251": "CP1251"
    case "koi8-r": "KOI8-R"
    case "iso-8859-2", "latin2": "ISO-8859-2"
    case "windows-1250": "CP1250"
    case "iso-8859-15": "ISO-8859-15"
    default: nil
    }
  }
}
