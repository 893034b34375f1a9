import ArticleDump
import Glibc

/// The reader's clock and calendar: the meaning of `today` and of the last seven days.
public enum ReaderClock: Sendable, Hashable {
  /// The machine's clock, in the zone of this process (`TZ`).
  case system
  /// A clock that does not move, for tests.
  case fixed(secondsSinceEpoch: Int64, utcOffsetInSeconds: Int64)

  var secondsSinceEpoch: Int64 {
    switch self {
    case .system: Int64(time(nil))
    case .fixed(let seconds, _): seconds
    }
  }

  /// The zone's offset from UTC at a moment, in seconds east.
  public func utcOffset(at secondsSinceEpoch: Int64) -> Int64 {
    switch self {
    case .system:
      var moment = time_t(secondsSinceEpoch)
      var parts = tm()
      return localtime_r(&moment, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
    case .fixed(_, let offset): return offset
    }
  }

  /// Today's date, in days since 1970-01-01.
  var today: Int64 {
    let now = secondsSinceEpoch
    return CivilDay.day(ofSecond: now + utcOffset(at: now))
  }

  /// The moment at which a day begins.
  func start(ofDay day: Int64) -> Int64 {
    // Days far beyond any calendar are the open ends of ranges.
    guard abs(day) < 100_000_000 else { return day < 0 ? .min : .max }
    return moment(ofLocalSecond: day * 86_400)
  }

  /// The moment at which this clock shows a time, given in seconds since 1970 as if its zone were UTC.
  public func moment(ofLocalSecond second: Int64) -> Int64 {
    // The offset at that moment, which is known only approximately at first: it may change in between.
    let near = second - utcOffset(at: second)
    return second - utcOffset(at: near)
  }
}

/// Days as numbers, since 1970-01-01, in the proleptic Gregorian calendar.
enum CivilDay {
  static func day(ofSecond second: Int64) -> Int64 {
    second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
  }

  static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    Int64(CivilTime.daysSinceEpoch(year: Int(year), month: Int(month), day: Int(day)))
  }

  static func date(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (year, month, day) = CivilTime.date(daysSinceEpoch: Int(day))
    return (Int64(year), Int64(month), Int64(day))
  }

  /// 1 to 31.
  static func daysInMonth(_ year: Int64, _ month: Int64) -> Int64 {
    Int64(CivilTime.dayCount(year: Int(year), month: Int(month)))
  }

  /// The same day in another month, or the last one of a month that is too short.
  static func adding(months: Int64, to day: Int64) -> Int64 {
    let (year, month, dayOfMonth) = date(day)
    let number = year * 12 + month - 1 + months
    let target = number >= 0 ? number / 12 : (number - 11) / 12
    let targetMonth = number - target * 12 + 1
    return self.day(target, targetMonth, min(dayOfMonth, daysInMonth(target, targetMonth)))
  }
}
