import Text

extension Timestamp {
  /// Reads a text that is a date and nothing else.
  ///
  /// Understands ISO 8601, RFC 2822, `17/07/2023 - 14:28`, `2024.5.27`, `27.05.2024`, `2024年5月27日 下午3:05`,
  /// `二〇二四年六月十八日`, `民國113年6月18日`, `July 17, 2023 2:28 PM`, `星期二, 11/08/2016 - 22:46`, `20230717`, and seconds or
  /// milliseconds since 1970. A label (`发布时间：`), a weekday, brackets and blanks may surround it.
  ///
  /// - Parameters:
  ///   - text: At most 2 KiB of it are read.
  ///   - zone: The time zone that the text means if it names no offset.
  public init?(_ text: String, zone: CivilZone = .utc) {
    guard DateTokenizer.mayHoldNumber(text) else { return nil }
    let tokenizer = DateTokenizer(text)
    let bare = Self.bare(tokenizer.tokens, zone: zone)
    if bare.isDate {
      guard let timestamp = bare.timestamp else { return nil }
      self = timestamp
      return
    }
    if let rest = FactWords.behindDateLabel(text), let timestamp = Timestamp(rest, zone: zone) {
      self = timestamp
      return
    }
    // A label ends at its first colon: 发布时间：, Published:.
    if let colon = tokenizer.tokens.firstIndex(of: .mark(":")), colon > 0, colon <= 10,
      tokenizer.tokens[..<colon].allSatisfy({ if case .number = $0 { false } else { true } })
    {
      // One label: `作者：某某发布时间：…` is more than a date.
      let rest = DateTokenizer(String(decoding: Array(text.utf8)[tokenizer.utf8Offsets[colon + 1]...], as: UTF8.self))
      guard let timestamp = Self.bare(rest.tokens, zone: zone).timestamp else { return nil }
      self = timestamp
      return
    }
    return nil
  }

  /// A date without a label.
  ///
  /// - Returns: Whether there is a date at all, and the date if nothing else is around it.
  private static func bare(_ tokens: [DateToken], zone: CivilZone) -> (isDate: Bool, timestamp: Timestamp?) {
    if let compact = compact(tokens, zone: zone) { return (true, compact) }
    var reader = DateReader(tokens: tokens, zone: zone)
    for start in tokens.indices {
      guard let timestamp = reader.read(at: start) else {
        guard DateReader.mayPrecede(tokens[start]) else { break }
        continue
      }
      return (true, tokens[reader.index...].allSatisfy(DateReader.mayFollow) ? timestamp : nil)
    }
    return (false, nil)
  }

  /// The first date in a text, with the range of its UTF-8 offsets.
  ///
  /// Only the first 2 KiB are read.
  public static func first(
    in text: String, zone: CivilZone = .utc
  ) -> (timestamp: Timestamp, utf8Range: Range<Int>)? {
    guard text.withBytes({ DateTokenizer.mayHoldNumber($0) && DateTokenizer.mayHoldDate($0) }) else { return nil }
    let tokenizer = DateTokenizer(text)
    var reader = DateReader(tokens: tokenizer.tokens, zone: zone)
    for start in tokenizer.tokens.indices {
      // Nothing else begins a date.
      switch tokenizer.tokens[start] {
      case .number, .word, .weekday: break
      case .mark, .unit, .dayPart: continue
      }
      if let timestamp = reader.read(at: start) {
        return (timestamp, tokenizer.utf8Offsets[start]..<tokenizer.utf8Offsets[reader.index])
      }
    }
    return nil
  }

  /// The date at the beginning of a post's file name: `2020-07-09-title.md`.
  ///
  /// - Parameters:
  ///   - fileName: A name or a path; only the last component counts.
  ///   - zone: The time zone of the date.
  public init?(fileName: String, zone: CivilZone = .utc) {
    let name = fileName.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0.prefix(11)) } ?? []
    guard name.count >= 10, name[4] == name[7], [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(name[4]),
      name.count == 10 || !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= name[10])
    else { return nil }
    self.init(
      String(decoding: name[..<10].map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self),
      zone: zone)
  }

  /// A lone run of digits: `20230717`, `20230717142800`, seconds or milliseconds since 1970.
  private static func compact(_ tokens: [DateToken], zone: CivilZone) -> Timestamp? {
    let kept = tokens.filter { $0 != .mark(" ") }
    guard kept.count == 1, case .number(let value, let digitCount, false) = kept[0], value >= 0 else { return nil }
    switch digitCount {
    case 8, 14:
      let date = digitCount == 8 ? value : value / 1_000_000
      let time = digitCount == 8 ? nil : value % 1_000_000
      return Timestamp(
        year: date / 10_000, month: date / 100 % 100, day: date % 100,
        secondsOfDay: time.flatMap { time in
          time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 < 60
            ? time / 10_000 * 3_600 + time / 100 % 100 * 60 + time % 100 : nil
        }, offset: nil, zone: zone)
    case 10: return Timestamp(secondsSinceEpoch: Int64(value))
    case 12, 13: return Timestamp(epochMilliseconds: Int64(value))
    default: return nil
    }
  }

  /// The same date in another time zone, for a date whose zone was not known when it was read.
  func onDate(of zone: CivilZone) -> Timestamp {
    guard isDateOnly else { return self }
    let local = secondsSinceEpoch + Int64(utcOffsetInSeconds)
    let offset = zone.utcOffsetInSeconds(localSeconds: local)
    return Timestamp(secondsSinceEpoch: local - Int64(offset), utcOffsetInSeconds: offset, isDateOnly: true)
  }

  /// A calendar date, or `nil` if it does not exist.
  ///
  /// - Parameters:
  ///   - secondsOfDay: `nil` if the source gives only a date.
  ///   - offset: The source's own offset; `nil` leaves it to `zone`.
  init?(year: Int, month: Int, day: Int, secondsOfDay: Int?, offset: Int32?, zone: CivilZone) {
    guard 1000...2999 ~= year, 1...12 ~= month, day >= 1, day <= CivilTime.dayCount(year: year, month: month) else {
      return nil
    }
    let days = CivilTime.daysSinceEpoch(year: year, month: month, day: day)
    let local = Int64(days) * 86_400 + Int64(secondsOfDay ?? 0)
    let offset = offset ?? zone.utcOffsetInSeconds(localSeconds: local)
    self.init(
      secondsSinceEpoch: local - Int64(offset), utcOffsetInSeconds: offset, isDateOnly: secondsOfDay == nil)
  }
}
