import Text

/// The foreign form that a bracket begins with.
struct ForeignForm {
  let text: String
  /// The first letters of its words, upper case, without accents.
  let initials: [UInt8]
  let wordCount: Int
  let letterCount: Int
  /// WHO, NATO, G7.
  let isAcronym: Bool
  /// Whether more follows after `、`: examples of what precedes the bracket.
  let isListed: Bool

  /// - Parameters:
  ///   - start: The offset after the bracket.
  ///   - isOfTitle: Whether the title of a work is before the bracket: `《河边》`.
  /// - Returns: `nil` if the bracket does not begin with a capitalized foreign form or does not close soon.
  init?(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isOfTitle: Bool = false) {
    guard start + 3 < bytes.count else { return nil }
    var i = start
    // Most brackets hold Chinese: bytes of E4 and above begin a label, as in 英语：John Kerry, or something of no use
    // here.
    if bytes[i] >= 0xE4 {
      let opening = UnsafeBufferPointer(rebasing: bytes[start...].prefix(Self.labels.longest))
      guard let label = Vocabulary.withSimplified(opening, { Self.labels.match(in: $0, at: 0) }) else { return nil }
      i = start + label.length
    }
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    guard i < bytes.count, 0x41...0x5A ~= bytes[i] || 0xC3...0xC9 ~= bytes[i] || bytes[i] == 0xE1 else { return nil }
    let first = i
    var last = i
    var words = 0
    var letters = 0
    var isUpper = true
    var isWordStart = true
    var initials: [UInt8] = []
    var isClosed = false
    var end: UInt32 = 0
    let mayHoldCommas = isOfTitle && Self.isWordsAlone(bytes, from: i)
    while i < bytes.count, i - start < 120 {
      let (value, length) = UTF8Scalar.decode(bytes, at: i)
      if mayHoldCommas, value == 0x2C {
        i += length
        continue
      }
      if Self.ends(value) {
        // （ID：guancha）: a label of something else.
        if value == 0x3A || value == 0xFF1A, letters <= 3 { return nil }
        isClosed = true
        end = value
        break
      }
      guard Self.isAllowed(value) else { return nil }
      i += length
      if value == 0x20 || value == 0x2D || value == 0x2010 {
        isWordStart = true
        if value != 0x20 { isUpper = false }
        continue
      }
      last = i
      let letter = Self.baseLetter(value)
      if isWordStart {
        isWordStart = false
        words += 1
        if let letter { initials.append(letter) }
      }
      if letter != nil { letters += 1 }
      isUpper = isUpper && (0x41...0x5A ~= value || 0x30...0x39 ~= value || value == 0x26)
    }
    guard isClosed, letters >= 2, 1...10 ~= words else { return nil }
    if Self.continuesAsCitation(bytes, from: i, isOneWord: words == 1, isOfTitle: isOfTitle) { return nil }
    let text = String(decoding: bytes[first..<last], as: UTF8.self)
    guard text.unicodeScalars.first?.properties.isUppercase == true, !Self.isCitation(text),
      !Self.isParty(text), isOfTitle || !Self.isPair(text),
      !(end == 0x3A || end == 0xFF1A) || !Self.languages.contains(text)
    else { return nil }
    self.text = text
    self.initials = initials
    wordCount = words
    letterCount = letters
    isAcronym = words == 1 && isUpper
    isListed = end == 0x3001
  }

  /// (D-NY): the party and state of a member of Congress.
  private static func isParty(_ text: String) -> Bool {
    text.utf8.count >= 3 && text.startsWithAny(of: ["D-", "R-", "I-"])
  }

  /// (Wang and He, …) cites a work by two authors.
  private static func isPair(_ text: String) -> Bool {
    guard text.holds(" and ") else { return false }
    let words = text.split(separator: " ")
    return words.count == 3 && words[1] == "and" && [words[0], words[2]].allSatisfy { $0.first?.isUppercase == true }
  }

  private static let languages: Set<String> = [
    "English", "German", "French", "Latin", "Russian", "Spanish", "Italian", "Chinese", "Arabic", "Greek",
  ]

  /// (Qiu 2009) and (McAdam et al.) cite a work; (Photo by …) and (By …) refer to a picture or a page.
  private static func isCitation(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    guard let first = words.first, let last = words.last else { return true }
    if last.count == 4, last.allSatisfy({ 0x30...0x39 ~= $0 }) { return true }
    if excludedWords.contains(String(Substring(first)).lowercased()) { return true }
    return zip(words, words.dropFirst()).contains { $0.elementsEqual("et".utf8) && $1.starts(with: "al".utf8) }
  }

  /// Whether a bracket holds only letters, blanks, commas and colons: then commas belong to a title, and do not precede
  /// a year, a publisher or another title.
  private static func isWordsAlone(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var i = start
    while i < bytes.count, i - start < 160 {
      let (value, length) = UTF8Scalar.decode(bytes, at: i)
      if value == 0x29 || value == 0xFF09 { return true }
      guard value == 0x2C || value == 0x3A || isAllowed(value) && !(0x30...0x39 ~= value) else { return false }
      i += length
    }
    return false
  }

  /// `（Popescu，Lee and Roe，2019）` cites a work; in `《河边》（A. Popescu，“By the River”）` its author comes first.
  private static func continuesAsCitation(
    _ bytes: UnsafeBufferPointer<UInt8>, from end: Int, isOneWord: Bool, isOfTitle: Bool
  ) -> Bool {
    var (mark, length) = UTF8Scalar.decode(bytes, at: end)
    guard mark == 0x2C || mark == 0xFF0C else { return false }
    var i = end + length
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    guard i < bytes.count else { return false }
    (mark, length) = UTF8Scalar.decode(bytes, at: i)
    if isOfTitle { return mark == 0x201C || mark == 0x22 || mark == 0x300A }
    guard isOneWord else { return false }
    // The four digits of a year end it.
    var figures = 0
    while i < bytes.count, i - end < 120 {
      (mark, length) = UTF8Scalar.decode(bytes, at: i)
      if mark == 0x29 || mark == 0xFF09 || mark == 0x3B || mark == 0xFF1B { return figures == 4 }
      figures = 0x30...0x39 ~= mark ? figures + 1 : 0
      i += length
    }
    return false
  }

  /// The number of vowel groups: about as many as the form has syllables in Chinese.
  var syllableCount: Int {
    var count = 0
    var wasVowel = false
    for scalar in text.unicodeScalars {
      guard let letter = Self.baseLetter(scalar.value) else {
        wasVowel = false
        continue
      }
      let isVowel = "AEIOU".utf8.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }

  /// A closing bracket of either kind, or a mark after which the bracket goes on to something else.
  private static func ends(_ value: UInt32) -> Bool {
    switch value {
    case 0x29, 0xFF09, 0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3001, 0x2F, 0xFF0F, 0x3A, 0xFF1A, 0x7C: true
    default: false
    }
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x26, 0x27, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xB7, 0xC0...0x24F, 0x300...0x36F,
      0x1E00...0x1EFF, 0x2010, 0x2019:
      value != 0xD7 && value != 0xF7
    default: false
    }
  }

  /// A to Z for a Latin letter, without its accent.
  private static func baseLetter(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: return UInt8(value) & 0xDF
    case ..<0x80: return nil
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: return UInt8(ascii: "A")
    case 0xC7, 0xE7, 0x106...0x10D: return UInt8(ascii: "C")
    case 0x10E...0x111: return UInt8(ascii: "D")
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: return UInt8(ascii: "E")
    case 0x11C...0x123: return UInt8(ascii: "G")
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: return UInt8(ascii: "I")
    case 0x139...0x142: return UInt8(ascii: "L")
    case 0xD1, 0xF1, 0x143...0x148: return UInt8(ascii: "N")
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x153: return UInt8(ascii: "O")
    case 0x154...0x159: return UInt8(ascii: "R")
    case 0x15A...0x161, 0x218...0x219: return UInt8(ascii: "S")
    case 0x162...0x167, 0x21A...0x21B: return UInt8(ascii: "T")
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: return UInt8(ascii: "U")
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: return UInt8(ascii: "Y")
    case 0x179...0x17E: return UInt8(ascii: "Z")
    default: return nil
    }
  }

  private static let labels = PhraseTable(
    ["英语", "英文", "法语", "德语", "西班牙语", "原名", "英文名", "外文名"].flatMap { label in
      ["：", ":"].map { (label + $0, 0) }
    })

  /// Words that refer to the bracket's picture or page rather than to the name before it.
  private static let excludedWords: Set<String> = ["by", "photo", "image", "source", "http", "https", "www", "via"]
}

/// The characters before a bracket, simplified and counted backwards: 0 is the nearest. Valid only as long as the bytes
/// that it points to.
struct Preceding {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let scalars: [Unicode.Scalar]
  /// Where the nearest character ends.
  private let end: Int
  /// How many of the nearest characters are left out.
  private let skipped: Int
  /// Whether the text begins within reach.
  let reachesStart: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, end: Int, reach: Int) {
    var i = end
    while i > 0, bytes[i - 1] == 0x20 { i -= 1 }
    self.bytes = bytes
    self.end = i
    skipped = 0
    scalars = [Unicode.Scalar](unsafeUninitializedCapacity: reach) { scalars, count in
      while i > 0, count < reach {
        i -= 1
        while i > 0, bytes[i] & 0xC0 == 0x80 { i -= 1 }
        scalars.initializeElement(
          at: count, to: Unicode.Scalar(Vocabulary.simplified(UTF8Scalar.decode(bytes, at: i).value)) ?? " ")
        count += 1
      }
    }
    reachesStart = i == 0
  }

  private init(_ whole: Preceding, dropping count: Int) {
    bytes = whole.bytes
    scalars = whole.scalars
    end = whole.end
    skipped = whole.skipped + count
    reachesStart = whole.reachesStart
  }

  /// What precedes the nearest characters.
  func dropping(_ count: Int) -> Preceding { Preceding(self, dropping: count) }

  var count: Int { scalars.count - skipped }

  subscript(index: Int) -> Unicode.Scalar? {
    index >= 0 && index < count ? scalars[skipped + index] : nil
  }

  func range(_ indices: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    let clamped = indices.clamped(to: 0..<count)
    return scalars[clamped.lowerBound + skipped..<clamped.upperBound + skipped]
  }

  /// The characters in reading order, as they are written.
  func string(_ indices: Range<Int>) -> String {
    let clamped = indices.clamped(to: 0..<count)
    func length(_ part: Range<Int>) -> Int { scalars[part].reduce(0) { $0 + UTF8.width($1) } }
    let upper = end - length(0..<skipped + clamped.lowerBound)
    let lower = upper - length(skipped + clamped.lowerBound..<skipped + clamped.upperBound)
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<upper]), as: UTF8.self)
  }

  /// Whether a word ends before the character at an index.
  func hasSuffix(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + word.count <= count else { return false }
    for offset in word.indices where scalars[skipped + index + offset] != word[word.count - 1 - offset] { return false }
    return true
  }

  /// Whether the text that begins before an index starts with a word.
  func hasPrefix(_ word: [Unicode.Scalar], endingAt index: Int) -> Bool {
    index > word.count && index <= count && hasSuffix(word, at: index - word.count)
  }
}
