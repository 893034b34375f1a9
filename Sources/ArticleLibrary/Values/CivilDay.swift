import ArticleDump

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
