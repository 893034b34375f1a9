/// Days from the first to the last, inclusive, as days since 1970-01-01.
struct DayRange: Sendable, Hashable {
  var first: Int64
  var last: Int64
}

/// The period that `date:` specifies.
enum DateRange: Sendable, Hashable {
  /// Calendar days, in each article's own time zone: what is dated 17 July where it appeared.
  case days(DayRange)
  /// Days relative to now, in the reader's time zone, and the moments at which the first begins and the last ends. A
  /// date without a time is compared by its day.
  case moments(Range<Int64>, days: DayRange)

  /// `2023`, `2023-07`, `2023-07-17`, `2023年7月`, `7d`, `today`, `上周`, or two of them with `..` between, either of which
  /// may be omitted.
  init?(_ text: String, clock: ReaderClock) {
    let text = text.lowercased()
    let today = clock.today
    var isRelative = false
    let days: DayRange
    if let dots = text.firstRange(of: "..") ?? text.firstRange(of: "……") ?? text.firstRange(of: "～")
      ?? text.firstRange(of: "~")
    {
      let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard !from.isEmpty || !to.isEmpty else { return nil }
      guard let first = from.isEmpty ? .min : Self.first(from, today, &isRelative),
        let last = to.isEmpty ? .max : Self.last(to, today, &isRelative), first <= last
      else { return nil }
      days = DayRange(first: first, last: last)
    } else if let period = DayRange(calendar: text[...]) {
      days = period
    } else if let period = RelativePeriod(text) {
      isRelative = true
      days = period.days(today: today)
    } else {
      return nil
    }
    guard isRelative else {
      self = .days(days)
      return
    }
    let start = days.first == .min ? .min : clock.start(ofDay: days.first)
    let end = days.last == .max ? Int64.max : clock.start(ofDay: days.last + 1)
    self = .moments(start..<max(start, end), days: days)
  }

  private static func first(_ text: Substring, _ today: Int64, _ isRelative: inout Bool) -> Int64? {
    if let days = DayRange(calendar: text) { return days.first }
    guard let period = RelativePeriod(String(text)) else { return nil }
    isRelative = true
    return period.days(today: today).first
  }

  /// Up to seven days ago means before the days of `7d`.
  private static func last(_ text: Substring, _ today: Int64, _ isRelative: inout Bool) -> Int64? {
    if let days = DayRange(calendar: text) { return days.last }
    guard let period = RelativePeriod(String(text)) else { return nil }
    isRelative = true
    let days = period.days(today: today)
    if case .last = period { return days.first - 1 }
    return days.last
  }

  /// Whether an article with that date is in the period.
  ///
  /// - Parameters:
  ///   - second: The article's time, since 1970.
  ///   - utcOffset: The offset of its own time zone, in seconds east.
  @inline(__always)
  func contains(_ second: Int64, utcOffset: Int64) -> Bool {
    let local = second &+ utcOffset
    let day = CivilDay.day(ofSecond: local)
    switch self {
    case .days(let days): return day >= days.first && day <= days.last
    case .moments(let moments, let days):
      // Only the date is given: a time of exactly 00:00:00 means a date without a time.
      if local == day &* 86_400 { return day >= days.first && day <= days.last }
      return moments.contains(second)
    }
  }
}

extension DayRange {
  /// A year, a month or a day: `2023`, `2023-07`, `2023/7/17`, `2023年7月17日`.
  init?(calendar text: Substring) {
    var text = text
    if text.last == "日" || text.last == "号" || text.last == "號" || text.last == "月" || text.last == "年" {
      text = text.dropLast()
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "年" || $0 == "月" }
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == parts.count else { return nil }
    let year = numbers[0]
    guard numbers.count > 1 else {
      self.init(first: CivilDay.day(year, 1, 1), last: CivilDay.day(year + 1, 1, 1) - 1)
      return
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    let first = CivilDay.day(year, month, 1)
    let count = CivilDay.daysInMonth(year, month)
    guard numbers.count > 2 else {
      self.init(first: first, last: first + count - 1)
      return
    }
    guard (1...count).contains(numbers[2]) else { return nil }
    self.init(first: first + numbers[2] - 1, last: first + numbers[2] - 1)
  }
}

/// A period relative to today.
enum RelativePeriod: Sendable, Hashable {
  enum Unit: Sendable, Hashable { case day, week, month, year }
  /// The last n days, weeks, months or years, including today.
  case last(Int64, Unit)
  /// A calendar day, week, month or year, n units before the current one. Weeks begin on Monday (GB/T 7408, ISO 8601).
  case calendar(Unit, before: Int64)

  /// - Parameter text: In lower case.
  init?(_ text: String) {
    if let known = Self.names[text.replacing("-", with: "")] {
      self = known
      return
    }
    var rest = text[...]
    for lead in ["最近", "过去", "過去", "近"] where rest.hasPrefix(lead) {
      rest = rest.dropFirst(lead.count)
      break
    }
    for end in ["之内", "之內", "以内", "以內", "内", "內"] where rest.hasSuffix(end) {
      rest = rest.dropLast(end.count)
      break
    }
    guard let (suffix, unit) = Self.units.first(where: { rest.hasSuffix($0.0) }),
      let count = Self.number(rest.dropLast(suffix.count)), (1...100_000).contains(count)
    else { return nil }
    self = .last(count, unit)
  }

  /// Longer ones before those with which they end.
  private static let units: [(String, Unit)] = [
    ("days", .day), ("day", .day), ("d", .day), ("weeks", .week), ("week", .week), ("w", .week), ("months", .month),
    ("month", .month), ("m", .month), ("years", .year), ("year", .year), ("y", .year), ("天", .day), ("个星期", .week),
    ("個星期", .week), ("星期", .week), ("周", .week), ("週", .week), ("个月", .month), ("個月", .month), ("年", .year),
  ]

  private static let names: [String: RelativePeriod] = {
    var names: [String: RelativePeriod] = [:]
    let rows: [(RelativePeriod, String)] = [
      (.calendar(.day, before: 0), "today 今天 今日"), (.calendar(.day, before: 1), "yesterday 昨天 昨日"),
      (.calendar(.day, before: 2), "前天 前日"),
      (.calendar(.week, before: 0), "thisweek 本周 本週 这周 這週 本星期 这星期 這星期 这个星期 這個星期"),
      (.calendar(.week, before: 1), "lastweek 上周 上週 上星期 上个星期 上個星期"),
      (.calendar(.month, before: 0), "thismonth 本月 这个月 這個月"), (.calendar(.month, before: 1), "lastmonth 上月 上个月 上個月"),
      (.calendar(.year, before: 0), "thisyear 今年 本年"), (.calendar(.year, before: 1), "lastyear 去年"),
      (.calendar(.year, before: 2), "前年"),
    ]
    for (period, words) in rows { for word in words.split(separator: " ") { names[String(word)] = period } }
    return names
  }()

  /// Words that a date may be, for completion and to recognize an unfinished one.
  static let words = [
    "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year", "last-year", "7d", "2w",
    "3m",
    "1y",
  ]
  /// The same in Chinese.
  static var chineseWords: [String] { names.keys.filter { $0.utf8.first ?? 0 >= 0x80 } }

  private static func number(_ text: Substring) -> Int64? {
    if let number = Int64(text), text.utf8.first != 0x2B { return number }
    let digits =
      ["一": 1, "两": 2, "兩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9] as [Character: Int64]
    let characters = Array(text)
    switch characters.count {
    case 1: return characters[0] == "十" ? 10 : digits[characters[0]]
    case 2 where characters[0] == "十": return digits[characters[1]].map { 10 + $0 }
    case 2 where characters[1] == "十": return digits[characters[0]].map { $0 * 10 }
    case 3 where characters[1] == "十":
      guard let tens = digits[characters[0]], let ones = digits[characters[2]] else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }

  func days(today: Int64) -> DayRange {
    switch self {
    case .last(let count, let unit):
      let first =
        switch unit {
        case .day: today - count + 1
        case .week: today - 7 * count + 1
        case .month: CivilDay.adding(months: -count, to: today) + 1
        case .year: CivilDay.adding(months: -12 * count, to: today) + 1
        }
      return DayRange(first: first, last: today)
    case .calendar(let unit, let before):
      switch unit {
      case .day: return DayRange(first: today - before, last: today - before)
      case .week:
        // 1970-01-01 was a Thursday.
        let monday = today - ((today + 3) % 7 + 7) % 7 - 7 * before
        return DayRange(first: monday, last: monday + 6)
      case .month:
        let (year, month, _) = CivilDay.date(CivilDay.adding(months: -before, to: today))
        let first = CivilDay.day(year, month, 1)
        return DayRange(first: first, last: first + CivilDay.daysInMonth(year, month) - 1)
      case .year:
        let year = CivilDay.date(today).year - before
        return DayRange(first: CivilDay.day(year, 1, 1), last: CivilDay.day(year + 1, 1, 1) - 1)
      }
    }
  }
}
