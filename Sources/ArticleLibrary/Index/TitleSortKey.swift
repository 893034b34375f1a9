/// The beginning of a title for sorting: numbers by their values, Latin letters, then Han by their usual pinyin.
struct TitleSortKey: Comparable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var count = 0

  private static let capacity = 8
  /// Decimal digits of a number that go into one unit.
  private static let digitsInUnit = 4
  /// So few that their count stays below the letters.
  private static let mostDigits = 32

  init(_ title: String) {
    var scalars = title.unicodeScalars[...]
    while let scalar = scalars.first, count < Self.capacity {
      if Self.digit(scalar) != nil {
        // More digits than fit are not read.
        append(number: scalars.prefix(Self.mostDigits).prefix { Self.digit($0) != nil }.compactMap(Self.digit))
        scalars = scalars.drop { Self.digit($0) != nil }
        continue
      }
      if let reading = Spelling.shared.usualReading(of: scalar.value) {
        append(0x8000 | reading)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        let folded = scalar.isASCII && scalar.properties.isUppercase ? scalar.value | 0x20 : scalar.value
        append(folded < 0x3000 ? UInt16(folded) : 0x7FFF)
      }
      scalars = scalars.dropFirst()
    }
  }

  private mutating func append(_ unit: UInt16) {
    if count < 4 { first |= UInt64(unit) << UInt64(48 - count * 16) }
    if count >= 4, count < Self.capacity { second |= UInt64(unit) << UInt64(48 - (count - 4) * 16) }
    count += 1
  }

  /// How many digits the number has, so that the longer one is the greater, then the digits.
  private mutating func append(number digits: [UInt16]) {
    let digits = Array(digits.drop { $0 == 0 })
    append(UInt16(("0" as Unicode.Scalar).value) + UInt16(digits.count))
    var rest = digits[...]
    while !rest.isEmpty {
      let group = rest.prefix(Self.digitsInUnit)
      append(group.reduce(0) { $0 * 10 + $1 })
      rest = rest.dropFirst(group.count)
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt16? {
    switch scalar.value {
    case 0x30...0x39: UInt16(scalar.value - 0x30)
    case 0xFF10...0xFF19: UInt16(scalar.value - 0xFF10)
    default: nil
    }
  }

  static func < (a: TitleSortKey, b: TitleSortKey) -> Bool { (a.first, a.second) < (b.first, b.second) }
}
