import Text

/// Date arithmetic in the proleptic Gregorian calendar, without Foundation.
///
/// Source: Howard Hinnant, "chrono-compatible low-level date algorithms" (public domain),
/// `days_from_civil` and `civil_from_days`.
package enum CivilTime {
  /// Days since 1970-01-01. `month` is 1 to 12; `day` may be outside the month and carries over.
  package static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 is Sunday.
  static func weekday(daysSinceEpoch days: Int) -> Int {
    let remainder = (days + 4) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The nth Sunday of a month as days since the epoch; `nth` -1 is the last one.
  static func sunday(_ nth: Int, year: Int, month: Int) -> Int {
    if nth < 0 {
      let last = daysSinceEpoch(year: year, month: month, day: dayCount(year: year, month: month))
      return last - weekday(daysSinceEpoch: last)
    }
    let first = daysSinceEpoch(year: year, month: month, day: 1)
    return first + (7 - weekday(daysSinceEpoch: first)) % 7 + 7 * (nth - 1)
  }
}
