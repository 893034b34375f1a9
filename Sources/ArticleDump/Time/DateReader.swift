import Text

/// Reads one date from tokens, with a time and an offset if they follow.
struct DateReader {
  let tokens: [DateToken]
  let zone: CivilZone
  /// The first token after the date.
  private(set) var index = 0
  private var weekday: Int?

  init(tokens: [DateToken], zone: CivilZone) {
    self.tokens = tokens
    self.zone = zone
  }

  private func token(_ offset: Int = 0) -> DateToken? {
    index + offset < tokens.count ? tokens[index + offset] : nil
  }

  private func number(_ offset: Int = 0) -> (value: Int, digitCount: Int)? {
    guard case .number(let value, let digitCount, _)? = token(offset) else { return nil }
    return (value, digitCount)
  }

  private func word(_ offset: Int = 0) -> DateWord? {
    if case .word(let word)? = token(offset) { word } else { nil }
  }

  private func isMark(_ mark: Unicode.Scalar, _ offset: Int = 0) -> Bool { token(offset) == .mark(mark) }

  /// - Parameter marks: ASCII.
  private mutating func skip(_ marks: StaticString) {
    while case .mark(let mark)? = token(), Self.holds(marks, mark) { index += 1 }
  }

  private static func holds(_ marks: StaticString, _ mark: Unicode.Scalar) -> Bool {
    for index in 0..<marks.utf8CodeUnitCount where UInt32(marks.utf8Start[index]) == mark.value { return true }
    return false
  }

  mutating func read(at start: Int) -> Timestamp? {
    index = start
    weekday = nil
    readWeekday()
    if let moment = readUnixDate() { return moment }
    var secondsOfDay = readTimeBeforeDate()
    guard let date = readHanDate() ?? readNumericDate() ?? readEnglishDate() else { return nil }
    let afterDate = index
    var offset: Int32?
    if secondsOfDay != nil {
      offset = readOffset()
    } else if let zoned = readZonedTime() {
      (secondsOfDay, offset) = zoned
    } else if let time = readTime() {
      secondsOfDay = time
      offset = readOffset()
    } else {
      index = afterDate
    }
    return Timestamp(
      year: date.year, month: date.month, day: date.day, secondsOfDay: secondsOfDay, offset: offset, zone: zone)
  }

  /// `Tue, `, `星期二, ` before the date.
  private mutating func readWeekday() {
    if case .weekday(let day)? = token() {
      weekday = day
    } else if let word = word(), let day = Self.weekdays[word] {
      weekday = day
    } else {
      return
    }
    index += 1
    skip(",. ")
  }

  // MARK: Dates

  private typealias CivilDate = (year: Int, month: Int, day: Int)

  /// `2024年5月27日`, `民國113年6月18日`.
  private mutating func readHanDate() -> CivilDate? {
    let start = index
    var isMinguo = false
    if token() == .mark("民"), token(1) == .mark("国") || token(1) == .mark("國") {
      isMinguo = true
      index += 2
    }
    if let year = readUnit("年"), let month = readUnit("月"), let day = readUnit("日") {
      let isFullYear = isMinguo ? year < 200 : year >= 1000
      if isFullYear { return (isMinguo ? year + 1911 : year, month, day) }
    }
    index = start
    return nil
  }

  /// A number and the unit after it; blanks between them are allowed.
  private mutating func readUnit(_ unit: Unicode.Scalar) -> Int? {
    let start = index
    skip(" ")
    guard let number = number() else {
      index = start
      return nil
    }
    index += 1
    skip(" ")
    guard token() == .unit(unit) else {
      index = start
      return nil
    }
    index += 1
    return number.value
  }

  /// Three numbers with the same separator: year first, or day and month first.
  private mutating func readNumericDate() -> CivilDate? {
    if let date = readPartedDate() { return date }
    guard let first = number(), case .mark(let separator)? = token(1), Self.holds("-/.", separator),
      let second = number(2), second.digitCount <= 2, isMark(separator, 3), let third = number(4)
    else { return nil }
    let date: CivilDate
    if first.digitCount == 4, third.digitCount <= 2 {
      date = (first.value, second.value, third.value)
    } else if first.digitCount <= 2, third.digitCount == 4 {
      date = dayAndMonth(first.value, second.value, year: third.value, separator: separator)
    } else {
      return nil
    }
    // A date with another number attached, as in 1.2.2024.5 or an IP address, is not a date.
    if isMark(separator, 5), number(6) != nil { return nil }
    guard 1...12 ~= date.month, 1...31 ~= date.day else { return nil }
    index += 5
    return date
  }

  /// `2023 07/05 10:12`: the year is in a separate element; accepted only with a time after it, so that no fraction is
  /// read as a date.
  private mutating func readPartedDate() -> CivilDate? {
    guard let year = number(), year.digitCount == 4, 1990...2100 ~= year.value, isMark(" ", 1), let month = number(2)
    else { return nil }
    var next = 3
    while isMark(" ", next) { next += 1 }
    guard isMark("/", next) || isMark("-", next) else { return nil }
    next += 1
    while isMark(" ", next) { next += 1 }
    guard let day = number(next), day.digitCount == 2, isMark(" ", next + 1), number(next + 2) != nil,
      isMark(":", next + 3), 1...12 ~= month.value, 1...31 ~= day.value
    else { return nil }
    index += next + 1
    return (year.value, month.value, day.value)
  }

  /// Day first, as in Europe, unless only the other order is a date or matches a given weekday.
  private func dayAndMonth(_ first: Int, _ second: Int, year: Int, separator: Unicode.Scalar) -> CivilDate {
    let dayFirst = (year, second, first)
    let monthFirst = (year, first, second)
    if first > 12 { return dayFirst }
    if second > 12 { return monthFirst }
    if let weekday,
      CivilTime.weekday(daysSinceEpoch: CivilTime.daysSinceEpoch(year: year, month: first, day: second)) == weekday
    {
      return monthFirst
    }
    return isBeforeMeridiem ? monthFirst : dayFirst
  }

  /// Whether AM or PM follows the time after a date: so it is written where the month comes first.
  private var isBeforeMeridiem: Bool {
    (5..<14).contains { offset in
      guard let word = word(offset) else { return false }
      return word == "am" || word == "pm"
    }
  }

  /// `17 Jul 2023`, `17th July, 2023`, `July 17, 2023`.
  private mutating func readEnglishDate() -> CivilDate? {
    let start = index
    if let date = readDayFirstEnglish() ?? readMonthFirstEnglish() { return date }
    index = start
    return nil
  }

  private mutating func readDayFirstEnglish() -> CivilDate? {
    let start = index
    guard let day = number(), day.digitCount <= 2 else { return nil }
    index += 1
    skipOrdinal()
    skip(" -.")
    guard let month = readMonthName() else {
      index = start
      return nil
    }
    skip(" -.,")
    guard let year = readYear() else {
      index = start
      return nil
    }
    return (year, month, day.value)
  }

  private mutating func readMonthFirstEnglish() -> CivilDate? {
    guard let month = readMonthName() else { return nil }
    skip(" .")
    guard let day = number(), day.digitCount <= 2 else { return nil }
    index += 1
    skipOrdinal()
    skip(" ,")
    guard let year = readYear() else { return nil }
    return (year, month, day.value)
  }

  private mutating func skipOrdinal() {
    if let word = word(), word == "st" || word == "nd" || word == "rd" || word == "th" { index += 1 }
  }

  private mutating func readMonthName() -> Int? {
    guard let word = word(), let month = Self.months[word] else { return nil }
    index += 1
    return month
  }

  /// Four digits, or two as RFC 2822 section 4.3 reads them.
  private mutating func readYear() -> Int? {
    guard let number = number(), number.digitCount == 4 || number.digitCount == 2 else { return nil }
    index += 1
    if number.digitCount == 4 { return number.value }
    return number.value < 50 ? 2000 + number.value : 1900 + number.value
  }

  /// `Mar 13 20:11:02 CST 2011`, `Mar 13 20:11:02 2011`: as `date` and mail archives write it.
  private mutating func readUnixDate() -> Timestamp? {
    let start = index
    guard let month = readMonthName() else { return nil }
    skip(" ")
    if let day = number(), day.digitCount <= 2 {
      index += 1
      skip(" ")
      if let seconds = readClock() {
        skip(" ")
        var offset: Int32?
        if let zone = word() {
          offset = Self.zoneNames[zone]
          index += 1
          skip(" ")
        }
        if let year = number(), year.digitCount == 4 {
          index += 1
          return Timestamp(
            year: year.value, month: month, day: day.value, secondsOfDay: seconds, offset: offset, zone: zone)
        }
      }
    }
    index = start
    return nil
  }

  // MARK: Times

  /// `16:20 2021.03.05`, `09:10am 02/11/2022`: the time comes first.
  private mutating func readTimeBeforeDate() -> Int? {
    let start = index
    guard let hour = number(), hour.digitCount <= 2, isMark(":", 1), let seconds = readClock() else {
      index = start
      return nil
    }
    let end = index
    skip(" ,-|/")
    if word() == "on" {
      index += 1
      skip(" ")
    }
    // 3:20 12/11/2022 is a time and a date only if something is between them.
    guard index > end, token() != nil else {
      index = start
      return nil
    }
    return seconds
  }

  /// `2021-08-12 HKT 19:20`: the zone is between the date and the time.
  private mutating func readZonedTime() -> (Int?, Int32?)? {
    let start = index
    skip(" ,")
    if let word = word(), let offset = Self.zoneNames[word], isMark(" ", 1) {
      index += 1
      skip(" ,")
      if let seconds = readClock() { return (seconds, offset) }
    }
    index = start
    return nil
  }

  /// The text between a date and its time; then `14:28:05.123`, `2:28 PM`, `下午2时28分`.
  private mutating func readTime() -> Int? {
    let start = index
    if word() == "t" { index += 1 }
    while let token = token() {
      switch token {
      case .mark(let mark) where mark == "·" || Self.holds(",-|()_@/ ", mark): index += 1
      case .weekday: index += 1
      case .word("at"): index += 1
      case .word(let word) where Self.weekdays[word] != nil: index += 1
      default:
        if let seconds = readClock() { return seconds }
        index = start
        return nil
      }
    }
    index = start
    return nil
  }

  private mutating func readClock() -> Int? {
    var part: DateToken.DayPart?
    if case .dayPart(let dayPart)? = token() {
      part = dayPart
      index += 1
      skip(" ")
    }
    guard let hour = number(), hour.digitCount <= 2 else { return nil }
    var minute = 0
    var second = 0
    index += 1
    if isMark(":"), let minutes = number(1), minutes.digitCount == 2 {
      minute = minutes.value
      index += 2
      if isMark(":"), let seconds = number(1), seconds.digitCount == 2 {
        second = seconds.value
        index += 2
        if isMark(".") || isMark(","), number(1) != nil { index += 2 }
      }
    } else if token() == .unit("时") {
      index += 1
      if let minutes = readUnit("分") {
        minute = minutes
        second = readUnit("秒") ?? 0
      }
    } else {
      return nil
    }
    guard minute < 60, second <= 60, let hour = hourOfDay(hour.value, part: part ?? readMeridiem()) else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// `AM`, `p.m.` after the time.
  private mutating func readMeridiem() -> DateToken.DayPart? {
    let start = index
    skip(" ")
    if let word = word(), word == "am" || word == "pm" {
      index += 1
      return word == "am" ? .morning : .afternoon
    }
    if let word = word(), word == "a" || word == "p", isMark(".", 1), self.word(2) == "m" {
      index += isMark(".", 3) ? 4 : 3
      return word == "a" ? .morning : .afternoon
    }
    index = start
    return nil
  }

  private func hourOfDay(_ hour: Int, part: DateToken.DayPart?) -> Int? {
    guard hour <= 24 else { return nil }
    switch part {
    case .morning where hour == 12: return 0
    case .afternoon where hour < 12: return hour + 12
    case .night where 5...11 ~= hour: return hour + 12
    // 晚上12时 is the end of that day.
    case .night where hour == 12: return 24
    case .noon where 1...3 ~= hour: return hour + 12
    default: return hour
    }
  }

  /// `Z`, `+0800`, `+08:00`, `GMT+8`, `EST`; seconds east of UTC.
  private mutating func readOffset() -> Int32? {
    let start = index
    skip(" (")
    if let word = word(), let offset = Self.zoneNames[word] {
      index += 1
      // GMT+8; but an offset after it is separate: `+0800 (CST)` never reaches this point.
      if offset == 0, let numeric = readNumericOffset(allowsShort: true) { return numeric }
      return offset
    }
    if let numeric = readNumericOffset(allowsShort: false) { return numeric }
    index = start
    return nil
  }

  private mutating func readNumericOffset(allowsShort: Bool) -> Int32? {
    guard isMark("+") || isMark("-"), let number = number(1) else { return nil }
    let sign: Int32 = isMark("-") ? -1 : 1
    var minutes: Int
    var length = 2
    switch number.digitCount {
    case 4: minutes = number.value / 100 * 60 + number.value % 100
    case 2 where isMark(":", 2), 1 where isMark(":", 2):
      guard let rest = self.number(3), rest.digitCount == 2 else { return nil }
      minutes = number.value * 60 + rest.value
      length = 4
    case 2: minutes = number.value * 60
    case 1 where allowsShort: minutes = number.value * 60
    default: return nil
    }
    guard minutes <= 14 * 60 else { return nil }
    index += length
    return sign * Int32(minutes) * 60
  }
}
