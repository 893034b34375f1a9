/// How an ordered list writes its numbers.
public enum ListNumbering: String, Sendable, Hashable, CaseIterable {
  /// 1. 2. 3., the default of any list.
  case decimal
  /// a. b. c.
  case lowerAlpha = "lower-alpha"
  /// A. B. C.
  case upperAlpha = "upper-alpha"
  /// i. ii. iii., up to 3,999.
  case lowerRoman = "lower-roman"
  /// I. II. III., up to 3,999.
  case upperRoman = "upper-roman"
  /// 一、二、三
  case han = "cjk-ideographic"
}

extension ListNumbering {
  /// A number with the mark after it: `3.`, `c.`, `iv.`, `三、`; in digits if the numbering cannot express it (CSS
  /// Counter Styles 3, 6).
  public func marker(for number: Int) -> String {
    switch self {
    case .lowerAlpha where number > 0: Self.alphabetic(number) + "."
    case .upperAlpha where number > 0: Self.alphabetic(number).uppercased() + "."
    case .lowerRoman where 1...3_999 ~= number: Self.roman(number) + "."
    case .upperRoman where 1...3_999 ~= number: Self.roman(number).uppercased() + "."
    case .han where 0...99 ~= number: Self.han(number) + "、"
    default: "\(number)."
    }
  }

  /// a … z, aa, ab …
  private static func alphabetic(_ number: Int) -> String {
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(0x61 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    return signs.reduce(into: "") { text, sign in
      while rest >= sign.0 {
        text += sign.1
        rest -= sign.0
      }
    }
  }

  private static func han(_ number: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard number >= 10 else { return digits[number] }
    let tens = number / 10 == 1 ? "" : digits[number / 10]
    return tens + "十" + (number % 10 == 0 ? "" : digits[number % 10])
  }
}

extension ListBlock {
  /// The number of each item of an ordered list.
  ///
  /// Source: WHATWG HTML 4.4.8, ordinal value.
  public var numbers: [Int] {
    var number = start
    return items.indices.map { index in
      if index < values.count, let value = values[index] { number = value }
      defer { number = number &+ (isReversed ? -1 : 1) }
      return number
    }
  }

  /// Whether the items are terms with their definitions.
  public var isOfDefinitions: Bool {
    !items.isEmpty
      && items.allSatisfy { if case .paragraph(_, .term) = $0.first { true } else { false } }
  }

  /// The marker of each item: `3.`, `c.`, `•`; empty for a term.
  public var markers: [String?] {
    if isOrdered { return numbers.map { numbering.marker(for: $0) } }
    return [String?](repeating: isOfDefinitions ? nil : "•", count: items.count)
  }
}
