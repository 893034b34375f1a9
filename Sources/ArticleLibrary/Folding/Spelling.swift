/// The pinyin of text, for searching without an input method.
///
/// Each Han character of a title yields all its readings, without tones, at the same position: `zhong` and `chong` for
/// 重. Each pair of neighbours yields the pairs of their initials in capitals: `QH` for 气候. FTS5 finds a spelled word as
/// a phrase of readings, and initials as a phrase of pairs.
struct Spelling: Sendable {
  static let shared = Spelling()

  /// Syllables in alphabetical order.
  let syllables: [String]
  private let numbers: [String: Int]
  /// For each character of `HanFolding.direct` the index of its readings in `readings`, 0 for none.
  private var places: [UInt16]
  /// Lists of syllable numbers, the usual reading first, each list terminated by `end`.
  private var readings: [UInt16] = [Self.end]

  private static let end = UInt16.max
  private static let longest = 6

  private init() {
    var syllables: [String] = []
    var lists: [UInt32: [UInt16]] = [:]
    PinyinTable.text.withUTF8Buffer { buffer in
      var reader = UTF8Reader(buffer)
      var syllable = ""
      var isUsual = true
      while let scalar = reader.next() {
        switch scalar {
        case 0x0A:
          syllables.append(syllable)
          syllable = ""
          isUsual = true
        case 0x7C: isUsual = false
        case ..<0x80: syllable.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
        default:
          let number = UInt16(syllables.count)
          if isUsual {
            lists[scalar, default: []].insert(number, at: 0)
          } else {
            lists[scalar, default: []].append(number)
          }
        }
      }
      syllables.append(syllable)
    }
    self.syllables = syllables
    numbers = Dictionary(syllables.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    places = [UInt16](repeating: 0, count: HanFolding.direct.count)
    var known: [[UInt16]: UInt16] = [:]
    for (scalar, list) in lists where HanFolding.direct.contains(scalar) {
      let index = Int(scalar - HanFolding.direct.lowerBound)
      if let place = known[list] {
        places[index] = place
      } else {
        places[index] = UInt16(readings.count)
        known[list] = UInt16(readings.count)
        readings += list + [Self.end]
      }
    }
  }

  /// Syllable numbers of a character, the usual one first.
  func readings(of scalar: UInt32) -> ArraySlice<UInt16> {
    guard HanFolding.direct.contains(scalar) else { return [] }
    let place = Int(places[Int(scalar - HanFolding.direct.lowerBound)])
    guard place > 0 else { return [] }
    return readings[place...].prefix { $0 != Self.end }
  }

  /// The number of the usual reading, for sorting.
  func usualReading(of scalar: UInt32) -> UInt16? { readings(of: scalar).first }

  /// A text's tokens as `FoldedTextTokenizer` reads them.
  func tokens(of text: String) -> [UInt8] {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(text.utf8.count * 4)
    var wasWord = false
    // The readings of the previous character, whose pairs are written when the next one is known.
    var before: ArraySlice<UInt16> = []
    for scalar in text.unicodeScalars {
      let own = readings(of: scalar.value)
      if !own.isEmpty, !before.isEmpty { appendPairs(before, own, to: &tokens) }
      before = own
      if own.isEmpty {
        let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        if isWord {
          if !wasWord, !tokens.isEmpty { tokens.append(TextFolding.wordSpace) }
          tokens.append(UInt8(scalar.value) | 0x20)
        }
        wasWord = isWord
        continue
      }
      wasWord = false
      var mark = TextFolding.wordSpace
      for number in own {
        if !tokens.isEmpty || mark == FoldedTextTokenizer.samePlace { tokens.append(mark) }
        tokens += syllables[Int(number)].utf8
        mark = FoldedTextTokenizer.samePlace
      }
    }
    return tokens
  }

  /// The pairs of initials of two neighbours, each once, at the position of the first.
  private func appendPairs(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>, to tokens: inout [UInt8]) {
    var seen: [(UInt8, UInt8)] = []
    for one in first {
      for other in second {
        let pair = (initial(one), initial(other))
        if seen.contains(where: { $0 == pair }) { continue }
        seen.append(pair)
        tokens.append(FoldedTextTokenizer.samePlace)
        tokens.append(pair.0)
        tokens.append(pair.1)
      }
    }
  }

  private func initial(_ number: UInt16) -> UInt8 { (syllables[Int(number)].utf8.first ?? 0x20) & ~0x20 }

  /// FTS5 phrases that a word of letters may mean: its divisions into syllables, of which the last may be incomplete,
  /// and its letters as initials. Empty if it cannot be pinyin.
  func phrases(for word: String) -> [(text: String, isPrefix: Bool)] {
    let letters = word.lowercased().replacing("ü", with: "v").filter { $0 != "'" }
    let bytes = Array(letters.utf8)
    guard bytes.count >= 2, bytes.count <= 48, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    var phrases: [(String, Bool)] = []
    divide(bytes, from: 0, parts: [], into: &phrases)
    if bytes.count <= 12 {
      let capitals = bytes.map { $0 & ~0x20 }
      let pairs = (0..<capitals.count - 1).map { String(decoding: capitals[$0...$0 + 1], as: UTF8.self) }
      phrases.append((pairs.joined(separator: " "), false))
    }
    return phrases
  }

  private func divide(_ bytes: [UInt8], from start: Int, parts: [String], into phrases: inout [(String, Bool)]) {
    // The number of divisions grows with length; eight are more than any real word has.
    guard phrases.count < 8 else { return }
    if start == bytes.count {
      phrases.append((parts.joined(separator: " "), false))
      return
    }
    let rest = bytes.count - start
    for length in stride(from: min(Self.longest, rest), through: 1, by: -1) {
      let part = String(decoding: bytes[start..<start + length], as: UTF8.self)
      if numbers[part] != nil {
        divide(bytes, from: start + length, parts: parts + [part], into: &phrases)
      } else if length == rest, length >= 2, syllables.contains(where: { $0.hasPrefix(part) }) {
        phrases.append(((parts + [part]).joined(separator: " "), true))
      }
    }
  }
}

extension Spelling {
  /// Whether letters spell the first characters of a name, by full pinyin (of which the last may be incomplete) or by
  /// initials; at least two letters.
  func spells(_ letters: String, startOf name: String) -> Bool {
    let letters = Array(letters.lowercased().utf8)
    guard letters.count >= 2 else { return false }
    return length(of: letters[...], spelling: Array(name.unicodeScalars)[...]) != nil
  }

  /// How many scalars the letters spell, from the first one on; `nil` if they do not.
  func length(of letters: ArraySlice<UInt8>, spelling scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    spelledLength(letters, scalars) ?? initialsLength(letters, scalars)
  }

  private func spelledLength(_ letters: ArraySlice<UInt8>, _ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if letters.isEmpty { return 0 }
    guard let scalar = scalars.first else { return nil }
    for number in readings(of: scalar.value) {
      let syllable = syllables[Int(number)].utf8
      if letters.starts(with: syllable),
        let rest = spelledLength(letters.dropFirst(syllable.count), scalars.dropFirst())
      {
        return rest + 1
      }
      if letters.count >= 2, syllable.starts(with: letters) { return 1 }
    }
    return nil
  }

  private func initialsLength(_ letters: ArraySlice<UInt8>, _ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard letters.count <= scalars.count else { return nil }
    for (letter, scalar) in zip(letters, scalars) {
      guard readings(of: scalar.value).contains(where: { syllables[Int($0)].utf8.first == letter }) else { return nil }
    }
    return letters.count
  }
}
