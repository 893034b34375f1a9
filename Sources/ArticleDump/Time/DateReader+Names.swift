import Text

/// Text that may surround a date, and the English names used in dates.
extension DateReader {
  /// Whether a token may appear before a date that is the whole text.
  static func mayPrecede(_ token: DateToken) -> Bool {
    switch token {
    case .mark(let mark): mark.isOne(of: "[( <*,:-_【「·|")
    case .word(let word):
      weekdays[word] != nil || word == "on" || word == "updated" || word == "published" || word == "at"
    case .weekday: true
    default: false
    }
  }

  /// Whether a token may appear after a date that is the whole text.
  static func mayFollow(_ token: DateToken) -> Bool {
    switch token {
    case .mark(let mark): mark.isOne(of: ")] >*,.-_】」·|")
    case .word(let word): weekdays[word] != nil || zoneNames[word] != nil || word == "cst"
    case .weekday: true
    default: false
    }
  }

  static let weekdays: DateWordTable<Int> = [
    "sun": 0, "sunday": 0, "mon": 1, "monday": 1, "tue": 2, "tues": 2, "tuesday": 2, "wed": 3, "wednesday": 3,
    "thu": 4, "thur": 4, "thurs": 4, "thursday": 4, "fri": 5, "friday": 5, "sat": 6, "saturday": 6,
  ]

  static let months: DateWordTable<Int> = [
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5,
    "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9,
    "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
  ]

  /// Names with only one meaning: `CST` and `IST` are left to the page's zone.
  ///
  /// Source: RFC 5322 section 4.3 for the American ones.
  static let zoneNames: DateWordTable<Int32> = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "edt": -4 * 3_600, "est": -5 * 3_600, "cdt": -5 * 3_600,
    "mdt": -6 * 3_600, "mst": -7 * 3_600, "pdt": -7 * 3_600, "pst": -8 * 3_600, "cet": 3_600, "cest": 7_200,
    "hkt": 8 * 3_600, "jst": 9 * 3_600, "kst": 9 * 3_600,
  ]
}
