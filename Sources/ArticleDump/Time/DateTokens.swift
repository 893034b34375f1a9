import Text

/// A piece of a text as the date reader sees it.
enum DateToken: Equatable {
  /// `digitCount` tells `07` from `7`; `isHan` is set for 二〇二四 and 十八.
  case number(value: Int, digitCount: Int, isHan: Bool)
  /// A run of Latin letters, lower-cased, at most 12 letters of it.
  case word(String)
  /// 年 月 日 时 分 秒, the traditional forms folded into the simplified ones.
  case unit(Unicode.Scalar)
  /// 上午, 下午 and the like.
  case dayPart(DayPart)
  /// 星期一, 周一, 禮拜一; 0 is Sunday.
  case weekday(Int)
  /// Anything else that is one scalar; full-width forms folded into ASCII, any white space into a space.
  case mark(Unicode.Scalar)

  enum DayPart { case morning, afternoon, noon, night }
}

/// Cuts a text into ``DateToken``s and remembers where each began.
struct DateTokenizer {
  private(set) var tokens: [DateToken] = []
  /// UTF-8 offsets of the tokens; one more than there are tokens, the last being the end.
  private(set) var utf8Offsets: [Int] = []
  private let scalars: [(scalar: Unicode.Scalar, utf8Offset: Int)]
  private var index = 0

  /// - Parameter limit: Texts are read up to this many bytes; a date stands early or not at all.
  init(_ text: String, limit: Int = 2_048) {
    var scalars: [(scalar: Unicode.Scalar, utf8Offset: Int)] = []
    scalars.reserveCapacity(min(text.utf8.count, limit))
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append((Self.folded(scalar), offset))
      offset += UTF8.width(scalar)
      if offset >= limit { break }
    }
    self.scalars = scalars
    tokens.reserveCapacity(scalars.count)
    utf8Offsets.reserveCapacity(scalars.count + 1)
    while index < scalars.count {
      utf8Offsets.append(scalars[index].utf8Offset)
      tokens.append(next())
    }
    utf8Offsets.append(offset)
  }

  /// False where a text has neither a digit nor 年: no date is made without.
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

  /// False where no date is made of a text's numbers: neither 年, nor a letter, nor a mark that separates them.
  static func mayHoldDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x2D, 0x2E, 0x2F, 0x41...0x5A, 0x61...0x7A, 0xE2, 0xEF: return true
      case 0xE5 where index + 2 < bytes.count && bytes[index + 1] == 0xB9 && bytes[index + 2] == 0xB4: return true
      case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82: return true
      default: break
      }
    }
    return false
  }

  private func scalar(_ i: Int) -> Unicode.Scalar? { i < scalars.count ? scalars[i].scalar : nil }

  private mutating func next() -> DateToken {
    let scalar = scalars[index].scalar
    if Self.isDigit(scalar) { return nextNumber() }
    if Self.isLetter(scalar) { return nextWord() }
    if let number = nextHanNumber() { return number }
    if let weekday = nextWeekday() { return weekday }
    if let part = nextDayPart() { return part }
    index += 1
    if let unit = Self.unit(scalar) { return .unit(unit) }
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
    var word = ""
    while let letter = scalar(index), Self.isLetter(letter) {
      if word.utf8.count < 12 { word.unicodeScalars.append(Unicode.Scalar(UInt8(letter.value) | 0x20)) }
      index += 1
    }
    return .word(word)
  }

  /// 二〇二四 (digit by digit) or 二十三 (with tens), only where a unit of dates follows: 一 alone is a word.
  private mutating func nextHanNumber() -> DateToken? {
    guard Self.hanDigit(scalars[index].scalar) != nil else { return nil }
    var end = index
    var digits: [Int] = []
    while let scalar = scalar(end), let digit = Self.hanDigit(scalar) {
      digits.append(digit)
      end += 1
    }
    guard !digits.isEmpty, digits.count <= 4, let following = scalar(end), Self.unit(following) != nil else {
      return nil
    }
    var value: Int
    if digits.contains(10) {
      // 十, 十三, 三十, 二十三; 廿 and 卅 are not written in dates of our time.
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

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09, 0x0A, 0x0D: " "
    case 0x2010...0x2015, 0x2212: "-"
    case 0x3002: "."
    default: scalar
    }
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
