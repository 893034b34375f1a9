import ArticleDump

extension Timestamp {
  /// As on a page: `2023年7月17日 14:28`, `17 July 2023, 14:28`, at the source's offset.
  func written(in language: Language) -> String {
    let (date, time) = civil
    let day =
      language == .english
      ? "\(date.day) \(Self.englishMonths[date.month - 1]) \(date.year)" : "\(date.year)年\(date.month)月\(date.day)日"
    return isDateOnly ? day : day + (language == .english ? ", " : " ") + time
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `2023-07-17 14:28`, at the source's offset: for columns of dates.
  func shown(withTime: Bool) -> String {
    let (date, time) = civil
    let day = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
    return withTime && !isDateOnly ? day + " " + time : day
  }

  private var civil: (date: (year: Int, month: Int, day: Int), time: String) {
    // Years 1 to 9999; anything beyond is an error of the dump.
    let bounded = min(max(secondsSinceEpoch, -62_135_510_400), 253_402_214_400)
    let local = bounded + Int64(min(max(utcOffsetInSeconds, -86_400), 86_400))
    let days = (local >= 0 ? local : local - 86_399) / 86_400
    let seconds = local - days * 86_400
    let date = CivilTime.date(daysSinceEpoch: Int(days))
    let time = "\(Int(seconds / 3600).padded(to: 2)):\(Int(seconds / 60 % 60).padded(to: 2))"
    return ((date.year, date.month, date.day), time)
  }
}

extension Int {
  /// Digits with leading zeros.
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
