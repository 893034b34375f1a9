import Text

/// The time zone implied by a time without an offset: that of the publisher's location.
///
/// Summer time is computed from the rules in force since the 1990s; no time zone files are read. The same rules apply
/// to earlier dates, which do not occur in archives of dumps.
///
/// Sources: directive 2000/84/EC (last Sundays of March and October, 01:00 UTC; the same dates
/// hold since 1996); Energy Policy Act of 2005 (from 2007: second Sunday of March to first Sunday
/// of November, 02:00 local; before: first Sunday of April to last Sunday of October); Standard
/// Time Act 1987 of New South Wales and its regulations (from 2008: first Sunday of October, 02:00
/// standard time, to first Sunday of April; before: last Sundays of October and March), the same in
/// Victoria; New Zealand Time Order 2007 (last Sunday of September to first Sunday of April).
public enum CivilZone: Sendable, Hashable {
  /// Time zones of cities, each with the summer time of its country.
  case utc, london, paris, berlin, newYork, losAngeles, shanghai, taipei, hongKong, tokyo, sydney, auckland
  /// One offset from UTC all year, in seconds east.
  case fixed(secondsEast: Int32)

  /// The offset of a moment given as local time in this zone, in seconds east of UTC.
  ///
  /// An hour that is skipped in spring counts as standard time; the hour that is repeated in autumn counts as summer
  /// time.
  ///
  /// - Parameter localSeconds: Seconds from 1970-01-01T00:00:00 to the moment, both in local time.
  public func utcOffsetInSeconds(localSeconds: Int64) -> Int32 {
    switch self {
    case .utc: 0
    case .london: Self.europeanOffset(standard: 0, localSeconds: localSeconds)
    case .paris, .berlin: Self.europeanOffset(standard: 3_600, localSeconds: localSeconds)
    case .newYork: Self.americanOffset(standard: -5 * 3_600, localSeconds: localSeconds)
    case .losAngeles: Self.americanOffset(standard: -8 * 3_600, localSeconds: localSeconds)
    case .shanghai, .taipei, .hongKong: 8 * 3_600
    case .tokyo: 9 * 3_600
    case .sydney: Self.sydneyOffset(localSeconds: localSeconds)
    case .auckland: Self.aucklandOffset(localSeconds: localSeconds)
    case .fixed(let secondsEast): secondsEast
    }
  }

  private static func europeanOffset(standard: Int32, localSeconds: Int64) -> Int32 {
    let year = Self.year(localSeconds: localSeconds)
    let change: Int64 = 3_600 + Int64(standard)
    let start = Int64(CivilTime.sunday(-1, year: year, month: 3)) * 86_400 + change
    let end = Int64(CivilTime.sunday(-1, year: year, month: 10)) * 86_400 + change
    // In spring the clock jumps from `change` to an hour later; in autumn it falls back from an
    // hour later to `change`, and the repeated hour counts as summer time.
    return localSeconds >= start + 3_600 && localSeconds < end + 3_600 ? standard + 3_600 : standard
  }

  private static func americanOffset(standard: Int32, localSeconds: Int64) -> Int32 {
    let year = Self.year(localSeconds: localSeconds)
    let isCurrentRule = year >= 2007
    let startDay = isCurrentRule ? CivilTime.sunday(2, year: year, month: 3) : CivilTime.sunday(1, year: year, month: 4)
    let endDay =
      isCurrentRule ? CivilTime.sunday(1, year: year, month: 11) : CivilTime.sunday(-1, year: year, month: 10)
    let start = Int64(startDay) * 86_400 + 3 * 3_600
    let end = Int64(endDay) * 86_400 + 2 * 3_600
    return localSeconds >= start && localSeconds < end ? standard + 3_600 : standard
  }

  private static func sydneyOffset(localSeconds: Int64) -> Int32 {
    let year = Self.year(localSeconds: localSeconds)
    let startDay = CivilTime.sunday(year >= 2008 ? 1 : -1, year: year, month: 10)
    let endDay = year >= 2008 ? CivilTime.sunday(1, year: year, month: 4) : CivilTime.sunday(-1, year: year, month: 3)
    return isSouthernSummer(localSeconds, from: startDay, to: endDay) ? 11 * 3_600 : 10 * 3_600
  }

  private static func aucklandOffset(localSeconds: Int64) -> Int32 {
    let year = Self.year(localSeconds: localSeconds)
    let startDay = CivilTime.sunday(-1, year: year, month: 9)
    let endDay = CivilTime.sunday(1, year: year, month: 4)
    return isSouthernSummer(localSeconds, from: startDay, to: endDay) ? 13 * 3_600 : 12 * 3_600
  }

  /// The clock jumps from two to three in spring and falls back from three to two in autumn; the repeated hour counts as
  /// summer time.
  private static func isSouthernSummer(_ localSeconds: Int64, from startDay: Int, to endDay: Int) -> Bool {
    localSeconds >= Int64(startDay) * 86_400 + 3 * 3_600 || localSeconds < Int64(endDay) * 86_400 + 3 * 3_600
  }

  private static func year(localSeconds: Int64) -> Int {
    let days = localSeconds >= 0 ? localSeconds / 86_400 : (localSeconds - 86_399) / 86_400
    return CivilTime.date(daysSinceEpoch: Int(days)).year
  }
}
