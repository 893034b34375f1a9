import ArticleDump

extension Timestamp {
  /// `2023-07-17 14:28`, at the offset that the source gave.
  func shown(withTime: Bool) -> String {
    // Years 1 to 9999; what lies beyond is a slip of the dump.
    let bounded = min(max(secondsSinceEpoch, -62_135_510_400), 253_402_214_400)
    let local = bounded + Int64(min(max(utcOffsetInSeconds, -86_400), 86_400))
    let days = (local >= 0 ? local : local - 86_399) / 86_400
    let seconds = local - days * 86_400
    let date = civilDate(daysSinceEpoch: days)
    let day = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
    guard withTime, !isDateOnly else { return day }
    return "\(day) \(Int(seconds / 3600).padded(to: 2)):\(Int(seconds / 60 % 60).padded(to: 2))"
  }
}

/// The Gregorian date of a day number.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
func civilDate(daysSinceEpoch days: Int64) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
}

/// The day number of a Gregorian date; the inverse of `civilDate`.
func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int64 {
  let year = Int64(month <= 2 ? year - 1 : year)
  let era = (year >= 0 ? year : year - 399) / 400
  let yearOfEra = year - era * 400
  let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

extension Int {
  /// Digits with zeros in front.
  func padded(to count: Int) -> String {
    let digits = String(self)
    return digits.utf8.count >= count ? digits : String(repeating: "0", count: count - digits.utf8.count) + digits
  }

  /// Digits in groups of three: `21,183`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
