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
