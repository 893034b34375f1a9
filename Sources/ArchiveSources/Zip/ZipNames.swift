import Text

/// The encoding of a zip's names that are not marked as UTF-8: GBK on Chinese Windows, Big5 in Taiwan, Shift_JIS in
/// Japan. A zip was made on one machine, so all its names decide together.
///
/// Names that are well-formed UTF-8 are UTF-8, marked or not. If no encoding fits all names, their bytes are the path.
struct ZipNames {
  /// The name for `iconv`; `nil` if nothing fits.
  private(set) var encoding: String?

  private static let sampleSize = 1 << 16

  /// - Parameter names: The names that are neither marked as UTF-8 nor well-formed UTF-8.
  init(guessedFrom names: [[UInt8]]) {
    guard !names.isEmpty else { return }
    // Ordered by how many zips use them, for names that no score distinguishes.
    let candidates = ["GB18030", "BIG5-HKSCS", "CP932"]
    let scores = candidates.map { Self.score(names, as: $0) }
    guard let best = scores.compactMap(\.self).max(), best > 0 else { return }
    encoding = zip(candidates, scores).first { $0.1 == best }?.0
  }

  static func isLegacy(_ record: ZipDirectory.Record) -> Bool {
    guard !record.isNameUTF8 else { return false }
    return record.name.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) } < record.name.count
  }

  /// The name as the bytes of a path.
  func decoded(_ record: ZipDirectory.Record) -> [UInt8] {
    var name = record.name
    if Self.isLegacy(record), let encoding, let decoded = Charset.decode(name, as: encoding), decoded.firstFault == nil
    {
      name = decoded.utf8
    }
    // Old Windows programs wrote Windows' own separators. In UTF-8 no other character contains the byte.
    if record.isFromWindows, !name.contains(0x2F), name.contains(0x5C) {
      name = name.map { $0 == 0x5C ? 0x2F : $0 }
    }
    return name
  }

  /// How well names can be read in an encoding; `nil` if a name is not valid in it.
  ///
  /// Everyday characters are on the first level of each: lead bytes B0 to D7 in GB 2312, A4 to C6 in Big5, 88 to 97 in
  /// Shift_JIS, whose kana have 82 and 83. Source: GB 2312-80; Big5 (1984); JIS X 0208.
  private static func score(_ names: [[UInt8]], as encoding: String) -> Int? {
    var score = 0
    var read = 0
    for name in names {
      guard let decoded = Charset.decode(name, as: encoding), decoded.firstFault == nil else { return nil }
      for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars where !scalar.isASCII {
        switch scalar.value {
        // Many bytes read as Shift_JIS give half-width kana, with which hardly anybody names files.
        case 0xFF61...0xFF9F: score -= 4
        case 0x3040...0x30FF: score += 2
        case 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFF60, 0x2010...0x2026: score += 1
        default: score -= 4
        }
      }
      let common: ClosedRange<UInt8> =
        encoding == "GB18030" ? 0xB0...0xD7 : encoding == "CP932" ? 0x82...0x97 : 0xA4...0xC6
      let pairs = Charset.pairs(in: name, leading: common)
      score += pairs.inside - 3 * pairs.outside
      read += name.count
      if read > sampleSize { break }
    }
    return score
  }
}
