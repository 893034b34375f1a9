import Text

/// A token of text for the date reader.
enum DateToken: Equatable {
  /// `digitCount` distinguishes `07` from `7`; `isHan` is set for 二〇二四 and 十八.
  case number(value: Int, digitCount: Int, isHan: Bool)
  /// A run of Latin letters.
  case word(DateWord)
  /// 年 月 日 时 分 秒, the traditional forms folded into the simplified ones.
  case unit(Unicode.Scalar)
  /// 上午, 下午 and similar words.
  case dayPart(DayPart)
  /// 星期一, 周一, 禮拜一; 0 is Sunday.
  case weekday(Int)
  /// Any other single scalar; full-width forms are folded to ASCII, and any white space to a space.
  case mark(Unicode.Scalar)

  enum DayPart { case morning, afternoon, noon, night }
}

/// A run of at most 12 Latin letters in lower case, packed, so that no string is created for comparison.
struct DateWord: Equatable, ExpressibleByStringLiteral {
  private var low: UInt64 = 0
  private var high: UInt32 = 0
  private var count: UInt8 = 0

  init() {}

  init(stringLiteral letters: StaticString) {
    for index in 0..<letters.utf8CodeUnitCount { append(letters.utf8Start[index]) }
  }

  mutating func append(_ letter: UInt8) {
    guard count < 12 else { return }
    if count < 8 {
      low |= UInt64(letter) << UInt64(count &* 8)
    } else {
      high |= UInt32(letter) << UInt32((count &- 8) &* 8)
    }
    count &+= 1
  }

  /// The word as the key of a table.
  var key: UInt64 { SimHash.mix(low &+ UInt64(high) &* 0x9E37_79B9_7F4A_7C15) }
}

/// Values by words.
struct DateWordTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private var table: KeyTable<Value?>

  init(dictionaryLiteral entries: (DateWord, Value)...) {
    table = KeyTable(capacity: entries.count, empty: nil)
    for (word, value) in entries { table[word.key] = value }
  }

  subscript(word: DateWord) -> Value? { table[word.key] }
}

/// Splits text into ``DateToken``s and records where each begins.
struct DateTokenizer {
  private(set) var tokens: [DateToken] = []
  /// UTF-8 offsets of the tokens; there is one more offset than tokens, and the last is the end.
  private(set) var utf8Offsets: [Int] = []

  /// - Parameter limit: The number of bytes that are read; a date comes early or not at all.
  init(_ text: String, limit: Int = 2_048) {
    text.withBytes { bytes in
      withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: min(bytes.count, limit)) { scalars in
        var count = 0
        var offset = 0
        while offset < min(bytes.count, limit) {
          let (value, length) = UTF8Scalar.decode(bytes, at: offset)
          scalars.initializeElement(at: count, to: Self.folded(value))
          count &+= 1
          offset &+= length
        }
        (tokens, utf8Offsets) = Self.tokens(of: UnsafeBufferPointer(rebasing: scalars[..<count]), bytes)
      }
    }
  }

  private static func tokens(
    of scalars: UnsafeBufferPointer<Unicode.Scalar>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ([DateToken], [Int]) {
    var offsets: [Int] = []
    let tokens = [DateToken](unsafeUninitializedCapacity: scalars.count) { tokens, tokenCount in
      offsets = [Int](unsafeUninitializedCapacity: scalars.count + 1) { offsets, offsetCount in
        var reader = Reader(scalars: scalars)
        var offset = 0
        while reader.index < scalars.count {
          let start = reader.index
          offsets.initializeElement(at: tokenCount, to: offset)
          tokens.initializeElement(at: tokenCount, to: reader.next())
          tokenCount &+= 1
          // Where the next token begins, from the lengths of the characters before folding.
          for _ in start..<reader.index { offset &+= Blanks.scalarLength(bytes[offset]) }
        }
        offsets.initializeElement(at: tokenCount, to: offset)
        offsetCount = tokenCount + 1
      }
    }
    return (tokens, offsets)
  }

  @inline(__always)
  private static func folded(_ value: UInt32) -> Unicode.Scalar {
    let folded: UInt32 =
      switch value {
      case 0x4E00...0x9FFF: value
      case 0xFF01...0xFF5E: value &- 0xFEE0
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09, 0x0A, 0x0D: 0x20
      case 0x2010...0x2015, 0x2212: 0x2D
      case 0x3002: 0x2E
      default: value
      }
    return Unicode.Scalar(folded) ?? "\u{FFFD}"
  }

  /// False if a text has neither a digit nor 年; every date has one of them.
  static func mayHoldNumber(_ text: String, limit: Int = 2_048) -> Bool {
    text.withBytes { mayHoldNumber($0, limit: limit) }
  }

  static func mayHoldNumber(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 2_048) -> Bool {
    for index in 0..<min(bytes.count, limit) {
      let byte = bytes[index]
      if byte &- 0x30 < 10 { return true }
      guard byte >= 0xE5, index + 2 < bytes.count else { continue }
      switch (byte, bytes[index + 1], bytes[index + 2]) {
      // ０ to ９; 年.
      case (0xEF, 0xBC, 0x90...0x99), (0xE5, 0xB9, 0xB4): return true
      default: break
      }
    }
    return false
  }

  /// False if a text's numbers cannot be a date: there is no 年, no letter, and no separator after a digit.
  static func mayHoldDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Whether the character before is neither a letter of any script nor sentence punctuation.
    var mayBePart = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 { return true }
        if byte == 0x2D || byte == 0x2E || byte == 0x2F, mayBePart { return true }
        mayBePart = byte &- 0x30 < 10 || byte <= 0x20
        index &+= 1
        continue
      }
      if 0xE4...0xE9 ~= byte {
        if byte == 0xE5, index &+ 2 < bytes.count, bytes[index &+ 1] == 0xB9, bytes[index &+ 2] == 0xB4 { return true }
        mayBePart = false
      } else {
        // － ． ／ and full-width letters, dashes, 。; full-width digits and blanks.
        let value = UTF8Scalar.decode(bytes, at: index).value
        switch value {
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return true
        case 0xFF0D...0xFF0F, 0x2010...0x2015, 0x2212, 0x3002: if mayBePart { return true }
        default: break
        }
        mayBePart = !(0x3001...0x3002 ~= value || 0xFF0C...0xFF0C ~= value)
      }
      index &+= Blanks.scalarLength(byte)
    }
    return false
  }
}

extension DateTokenizer {
  /// Reads tokens from folded characters.
  fileprivate struct Reader {
    let scalars: UnsafeBufferPointer<Unicode.Scalar>
    var index = 0
  }
}

extension DateTokenizer.Reader {
  private func scalar(_ i: Int) -> Unicode.Scalar? { i < scalars.count ? scalars[i] : nil }

  mutating func next() -> DateToken {
    let scalar = scalars[index]
    if Self.isDigit(scalar) { return nextNumber() }
    if Self.isLetter(scalar) { return nextWord() }
    switch scalar {
    case "星", "礼", "禮", "周", "週": if let weekday = nextWeekday() { return weekday }
    case "上", "早", "凌", "清", "下", "傍", "晚", "中": if let part = nextDayPart() { return part }
    case "年", "月", "日", "号", "號", "时", "時", "点", "點", "分", "秒":
      index += 1
      return Self.unit(scalar).map { .unit($0) } ?? .mark(scalar)
    default: if let number = nextHanNumber() { return number }
    }
    index += 1
    return .mark(scalar)
  }

  private mutating func nextNumber() -> DateToken {
    var value = 0
    var count = 0
    while let digit = scalar(index), Self.isDigit(digit) {
      if count < 17 { value = value * 10 + Int(digit.value - 48) }
      count += 1
      index += 1
    }
    return .number(value: count < 17 ? value : -1, digitCount: count, isHan: false)
  }

  private mutating func nextWord() -> DateToken {
    var word = DateWord()
    while let letter = scalar(index), Self.isLetter(letter) {
      word.append(UInt8(truncatingIfNeeded: letter.value) | 0x20)
      index += 1
    }
    return .word(word)
  }

  /// 二〇二四 (digit by digit) or 二十三 (with tens), only before a unit of dates: 一 alone is a word.
  private mutating func nextHanNumber() -> DateToken? {
    guard Self.hanDigit(scalars[index]) != nil else { return nil }
    var end = index
    while end - index <= 4, let scalar = scalar(end), Self.hanDigit(scalar) != nil { end += 1 }
    guard end - index <= 4, let following = scalar(end), Self.unit(following) != nil else { return nil }
    let digits = scalars[index..<end].compactMap(Self.hanDigit)
    var value: Int
    if digits.contains(10) {
      // 十, 十三, 三十, 二十三; 廿 and 卅 do not occur in modern dates.
      guard let ten = digits.firstIndex(of: 10), ten <= 1, digits.count - ten <= 2 else { return nil }
      value = (ten == 1 ? digits[0] : 1) * 10
      if digits.count > ten + 1 { value += digits[ten + 1] }
    } else {
      value = digits.reduce(0) { $0 * 10 + $1 }
    }
    index = end
    return .number(value: value, digitCount: digits.count, isHan: true)
  }

  private mutating func nextWeekday() -> DateToken? {
    let prefixLength: Int
    switch (scalar(index), scalar(index + 1)) {
    case ("星", "期"), ("礼", "拜"), ("禮", "拜"): prefixLength = 2
    case ("周", _), ("週", _): prefixLength = 1
    default: return nil
    }
    guard let day = scalar(index + prefixLength) else { return nil }
    let number: Int? = day == "日" || day == "天" ? 0 : Self.hanDigit(day).flatMap { 1...6 ~= $0 ? $0 : nil }
    guard let number else { return nil }
    index += prefixLength + 1
    return .weekday(number)
  }

  private mutating func nextDayPart() -> DateToken? {
    let part: DateToken.DayPart
    switch (scalar(index), scalar(index + 1)) {
    case ("上", "午"), ("早", "上"), ("凌", "晨"), ("早", "晨"), ("清", "晨"): part = .morning
    case ("下", "午"), ("傍", "晚"): part = .afternoon
    case ("晚", "上"), ("晚", "间"), ("晚", "間"): part = .night
    case ("中", "午"): part = .noon
    default: return nil
    }
    index += 2
    return .dayPart(part)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { 0x30...0x39 ~= scalar.value }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    0x61...0x7A ~= scalar.value | 0x20 && scalar.isASCII
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "年": "年"
    case "月": "月"
    case "日", "号", "號": "日"
    case "时", "時", "点", "點": "时"
    case "分": "分"
    case "秒": "秒"
    default: nil
    }
  }

  private static func hanDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }
}
