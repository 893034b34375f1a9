import Text

extension Timestamp {
  /// ISO 8601 with the source's own offset: `2023-07-17T14:28:00+02:00`; `Z` if the offset is 0, nothing if the source
  /// gives no zone.
  ///
  /// A date without a time of day is written with midnight; ``isDateOnly`` distinguishes it.
  public var iso8601: String {
    let local = secondsSinceEpoch &+ Int64(utcOffsetInSeconds)
    let (days, seconds) = Self.split(local)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(25)
    Self.appendDate(days: days, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    Self.appendNumber(seconds / 3_600, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.appendNumber(seconds / 60 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.appendNumber(seconds % 60, width: 2, to: &bytes)
    if !hasZone {
      // Local time of the author.
    } else if utcOffsetInSeconds == 0 {
      bytes.append(UInt8(ascii: "Z"))
    } else {
      // ISO 8601 offsets have no seconds; unusual ones are rounded towards UTC.
      let minutes = Int(utcOffsetInSeconds.magnitude) / 60
      bytes.append(utcOffsetInSeconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      Self.appendNumber(minutes / 60, width: 2, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      Self.appendNumber(minutes % 60, width: 2, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The date in the source's own calendar: `2023-07-17`.
  public var iso8601Date: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    Self.appendDate(days: Self.split(secondsSinceEpoch &+ Int64(utcOffsetInSeconds)).days, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A moment as milliseconds since 1970, at offset 0; fractions of a second are dropped.
  public init(epochMilliseconds: Int64) {
    let (quotient, remainder) = epochMilliseconds.quotientAndRemainder(dividingBy: 1_000)
    self.init(secondsSinceEpoch: remainder < 0 ? quotient - 1 : quotient)
  }

  private static func split(_ seconds: Int64) -> (days: Int, seconds: Int) {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return remainder < 0 ? (Int(quotient) - 1, Int(remainder) + 86_400) : (Int(quotient), Int(remainder))
  }

  private static func appendDate(days: Int, to bytes: inout [UInt8]) {
    let date = CivilTime.date(daysSinceEpoch: days)
    if date.year < 0 { bytes.append(UInt8(ascii: "-")) }
    appendNumber(abs(date.year), width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendNumber(date.month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendNumber(date.day, width: 2, to: &bytes)
  }

  private static func appendNumber(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    let digits = String(number).utf8
    for _ in 0..<max(0, width - digits.count) { bytes.append(UInt8(ascii: "0")) }
    bytes.append(contentsOf: digits)
  }
}
