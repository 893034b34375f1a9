import Text

/// Dates that people write into front matter and file names.
extension Timestamp {
  /// A date in front matter; without a zone it stays in an unknown time zone unless the publisher's is known.
  init?(written text: String, zone: CivilZone?) {
    let text = text.trimmedOfBlanks
    let names = Self.namesZone(text)
    guard let read = Timestamp(text, zone: zone ?? .utc) ?? Self.dayWithOffset(text) ?? Self.beginning(text, zone)
    else { return nil }
    self = read
    if !names, zone == nil { hasZone = false }
  }

  /// `2018-02-24 +0800`: a date in a named time zone.
  private static func dayWithOffset(_ text: String) -> Timestamp? {
    guard let blank = text.firstIndex(of: " "), let day = Timestamp(String(text[..<blank]), zone: .utc) else {
      return nil
    }
    let digits = text[blank...].utf8.filter { $0 &- 0x30 < 10 }.map { Int32($0 &- 0x30) }
    let sign: Int32 = text[blank...].trimmedOfBlanks.hasPrefix("-") ? -1 : 1
    guard digits.count == 4, day.isDateOnly else { return nil }
    let offset = sign * ((digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60)
    guard abs(offset) <= 18 * 3_600 else { return nil }
    return Timestamp(
      secondsSinceEpoch: day.secondsSinceEpoch - Int64(offset), utcOffsetInSeconds: offset, isDateOnly: true)
  }

  /// A date followed by something else: `2020-01-02 周四 晨`.
  private static func beginning(_ text: String, _ zone: CivilZone?) -> Timestamp? {
    guard text.utf8.count > 10, let end = text.utf8.index(text.startIndex, offsetBy: 10, limitedBy: text.endIndex),
      end.samePosition(in: text.unicodeScalars) != nil
    else { return nil }
    return Timestamp(String(text[..<end]), zone: zone ?? .utc)
  }

  /// Whether a date names its offset or zone: `Z`, `+08:00`, `-0500`, `GMT`.
  static func namesZone(_ text: String) -> Bool {
    text.withBytes { bytes in
      guard let last = bytes.last else { return false }
      if last | 0x20 == 0x7A, bytes.count > 1, bytes[bytes.count - 2] &- 0x30 < 10 { return true }
      if bytes.contains(0x2B) { return true }
      if let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].contains(0x2D) { return true }
      if let blank = bytes.firstIndex(of: 0x20), blank + 1 < bytes.count, bytes[blank + 1] == 0x2D { return true }
      return (["GMT", "UTC", "CST", "EST", "PST", "EDT", "PDT", "JST", "HKT"] as [StaticString]).contains {
        ByteSearch.holds(bytes, $0)
      }
    }
  }

  /// The date in a file's name or its folders: `2018-07-17 …`, `20180717 …`, `2021/11/19/title.md`.
  init?(path: String) {
    if let day = Timestamp(fileName: path) {
      self = day
      hasZone = false
      return
    }
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return nil }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 8, let next = name.dropFirst(8).first, " -_.".contains(next),
      let day = Self.plausibleDay(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2))
    {
      self = day
      return
    }
    // The innermost three folders that form a date.
    guard parts.count >= 4 else { return nil }
    for start in stride(from: parts.count - 4, through: 0, by: -1) {
      if let day = Self.plausibleDay(parts[start], parts[start + 1], parts[start + 2]) {
        self = day
        return
      }
    }
    return nil
  }

  private static func plausibleDay(_ year: Substring, _ month: Substring, _ day: Substring) -> Timestamp? {
    guard year.utf8.count == 4, 1...2 ~= month.utf8.count, 1...2 ~= day.utf8.count, let year = Int(year),
      let month = Int(month), let day = Int(day), 1980...2099 ~= year
    else { return nil }
    var time = Timestamp(year: year, month: month, day: day, secondsOfDay: nil, offset: nil, zone: .utc)
    time?.hasZone = false
    return time
  }
}
