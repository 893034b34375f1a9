import Text

/// Text as searches see it: one form for simplified, traditional and variant Han, for upper and lower case, for
/// full-width and half-width, for CO₂ and CO2, without accents and without invisible characters.
///
/// The folded form is again UTF-8 and consists only of
/// - *characters*: Han, kana, Hangul and everything beyond, each a word of its own (lead byte 0xE3 and above),
/// - *words*: runs of other letters and digits,
/// - `wordSpace` between two words separated only by white space,
/// - `barrier` for punctuation, or for white space between two Han characters: no phrase crosses it.
///
/// White space between a Han character and a word is removed, since both forms are common: `AI技术`, `AI 技术`.
struct TextFolding {
  static let wordSpace: UInt8 = 0x20
  static let barrier: UInt8 = 0x01

  /// Whether a byte of folded text begins a character that is indexed as a word.
  @inline(__always) static func beginsCharacter(_ byte: UInt8) -> Bool { byte >= 0xE3 }

  private enum Piece { case nothing, character, word }
  private enum Gap { case none, space, punctuation }

  private let han = HanFolding.shared
  private let latin = LatinFolding.shared
  private(set) var folded: [UInt8] = []
  /// For each byte of `folded`, the UTF-8 offset in the text; empty unless requested.
  private(set) var sourceOffsets: [Int32] = []
  private let recordsOffsets: Bool
  private var last = Piece.nothing
  private var gap = Gap.none

  init(recordingOffsets: Bool = false) { recordsOffsets = recordingOffsets }

  /// The folded form of one text.
  static func fold(_ text: String) -> [UInt8] {
    var folding = TextFolding()
    folding.append(text)
    return folding.folded
  }

  mutating func removeAll() {
    folded.removeAll(keepingCapacity: true)
    sourceOffsets.removeAll(keepingCapacity: true)
    last = .nothing
    gap = .none
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    folded.reserveCapacity(folded.count + bytes.count)
    han.directForms.withUnsafeBufferPointer { forms in
      var reader = UTF8Reader(bytes)
      var start = 0
      while start < bytes.count {
        let end = Self.endOfPlainHan(in: bytes, from: start, forms)
        if end > start {
          begin(.character, at: start)
          folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
          if recordsOffsets {
            for character in stride(from: start, to: end, by: 3) {
              sourceOffsets.append(contentsOf: repeatElement(Int32(character), count: 3))
            }
          }
          start = end
          reader.skip(to: end)
        }
        guard let scalar = reader.next() else { break }
        if scalar >= 0x3400, scalar <= 0x9FFF, forms[Int(scalar - 0x3400)] != 0 {
          begin(.character, at: start)
          appendScalar(UInt32(forms[Int(scalar - 0x3400)]), at: start)
        } else {
          appendOther(scalar, at: start)
        }
        start = reader.utf8Offset
      }
    }
  }

  /// The end of a run of Han characters that fold to themselves, which make up most of a Chinese text: they are copied.
  @inline(__always) private static func endOfPlainHan(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ forms: UnsafeBufferPointer<UInt16>
  ) -> Int {
    var index = start
    while index &+ 2 < bytes.count, 0xE3...0xE9 ~= bytes[index], bytes[index &+ 1] & 0xC0 == 0x80,
      bytes[index &+ 2] & 0xC0 == 0x80
    {
      let scalar =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
      guard scalar >= 0x3400, UInt32(forms[Int(scalar &- 0x3400)]) == scalar else { break }
      index &+= 3
    }
    return index
  }

  private mutating func appendOther(_ scalar: UInt32, at start: Int) {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: appendWord(scalar, at: start)
    case 0x41...0x5A: appendWord(scalar | 0x20, at: start)
    case 0x20, 0x09, 0xA0, 0x3000: if gap == .none { gap = .space }
    // The punctuation marks of Chinese text, a tenth of all characters; otherwise the rare case would look each one up
    // in Unicode's tables.
    case 0..<0x80, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x3001, 0x3002, 0x3008...0x3011, 0xFF01, 0xFF08,
      0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
      gap = .punctuation
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF,
      0x300...0x36F:
      break  // invisible, or a mark over the letter before
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: appendOther(scalar - 0xFEE0, at: start)
    case 0x3099...0x309C, 0xFF9E, 0xFF9F: mark(scalar, at: start)
    case 0xFF66...0xFF9D: appendOther(KanaFolding.wide(scalar) ?? scalar, at: start)
    case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xAC00...0xD7A3, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF, 0x2E80...0x2FDF, 0x3105...0x312F:
      begin(.character, at: start)
      let form = han.otherForms[scalar] ?? scalar
      // A radical without a unified form would not begin a character, by its lead byte.
      if form < 0x3000 { gap = .punctuation } else { appendScalar(form, at: start) }
    default: appendRare(scalar, at: start)
    }
  }

  /// Combines the preceding kana with its mark: ｶﾞ and か with U+3099 become ガ and が. A combining mark by itself is
  /// dropped.
  private mutating func mark(_ scalar: UInt32, at start: Int) {
    guard gap == .none, last == .character, folded.count >= 3, folded[folded.count - 3] == 0xE3 else { return }
    let base = UInt32(0x3000) | UInt32(folded[folded.count - 2] & 0x3F) << 6 | UInt32(folded[folded.count - 1] & 0x3F)
    guard let marked = KanaFolding.kana(base, with: scalar) else { return }
    folded[folded.count - 2] = UInt8(0x80 | marked >> 6 & 0x3F)
    folded[folded.count - 1] = UInt8(0x80 | marked & 0x3F)
  }

  private mutating func appendRare(_ scalar: UInt32, at start: Int) {
    let letters = latin.letters(for: scalar)
    if letters != 0 {
      appendWord(UInt32(letters & 0xFF), at: start)
      if letters > 0xFF { appendWord(UInt32(letters >> 8), at: start) }
      return
    }
    if let plain = ScriptPosition.plainForm(of: scalar) { return appendOther(plain.value, at: start) }
    guard let known = Unicode.Scalar(scalar), known.properties.isAlphabetic || known.properties.numericType == .decimal
    else {
      gap = .punctuation
      return
    }
    if scalar >= 0x3000 {
      begin(.character, at: start)
      appendScalar(scalar, at: start)
    } else {
      for lower in known.properties.lowercaseMapping.unicodeScalars where lower.value < 0x3000 {
        appendWord(lower.value, at: start)
      }
    }
  }

  @inline(__always) private mutating func begin(_ piece: Piece, at start: Int) {
    if gap != .none, last != .nothing {
      if gap == .punctuation || (last == .character && piece == .character) {
        appendByte(Self.barrier, at: start)
      } else if last == .word && piece == .word {
        appendByte(Self.wordSpace, at: start)
      }
    }
    gap = .none
    last = piece
  }

  @inline(__always) private mutating func appendWord(_ scalar: UInt32, at start: Int) {
    begin(.word, at: start)
    appendScalar(scalar, at: start)
  }

  @inline(__always) private mutating func appendByte(_ byte: UInt8, at start: Int) {
    folded.append(byte)
    if recordsOffsets { sourceOffsets.append(Int32(start)) }
  }

  @inline(__always) private mutating func appendScalar(_ scalar: UInt32, at start: Int) {
    switch scalar {
    case ..<0x80: appendByte(UInt8(scalar), at: start)
    case ..<0x800:
      appendByte(UInt8(0xC0 | scalar >> 6), at: start)
      appendByte(UInt8(0x80 | scalar & 0x3F), at: start)
    case ..<0x10000:
      appendByte(UInt8(0xE0 | scalar >> 12), at: start)
      appendByte(UInt8(0x80 | scalar >> 6 & 0x3F), at: start)
      appendByte(UInt8(0x80 | scalar & 0x3F), at: start)
    default:
      appendByte(UInt8(0xF0 | scalar >> 18), at: start)
      appendByte(UInt8(0x80 | scalar >> 12 & 0x3F), at: start)
      appendByte(UInt8(0x80 | scalar >> 6 & 0x3F), at: start)
      appendByte(UInt8(0x80 | scalar & 0x3F), at: start)
    }
  }
}
