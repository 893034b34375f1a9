import SeededRandom
import Testing

@testable import ArticleLibrary

@Suite struct QueryTests {
  private func mistake(_ query: String) -> QueryError? {
    do throws(QueryError) {
      _ = try QueryParser.parse(query)
      return nil
    } catch {
      return error
    }
  }

  @Test func tooManyTermsAndTooLongQueriesAreExplained() throws {
    let most = QueryParser.mostTerms
    func query(_ count: Int) -> String { (0..<count).map { "字\($0)" }.joined(separator: " OR ") }
    #expect(throws: Never.self) { try QueryParser.parse(query(most)) }
    #expect(mistake(query(most + 1))?.problem == .tooManyTerms(limit: most))
    #expect(mistake(String(repeating: "-(字 ", count: most + 1)) != nil)
    let limit = QueryParser.longestInCharacters
    #expect(throws: Never.self) { try QueryParser.parse("\"" + String(repeating: "字", count: limit - 2) + "\"") }
    let long = mistake("\"" + String(repeating: "字", count: 9_000) + "\"")
    #expect(long?.problem == .tooLong(limitInCharacters: limit))
    #expect(long?.characterRange == limit..<9_002)
  }

  private func parse(_ text: String) throws(QueryError) -> Query {
    try QueryParser.parse(text, clock: Self.clock).query
  }

  /// Sunday, 29 November 2026, 01:00 in Shanghai, where it is still Saturday in Greenwich.
  private static let clock = ReaderClock.fixed(
    secondsSinceEpoch: CivilDay.day(2026, 11, 28) * 86_400 + 17 * 3_600, utcOffsetInSeconds: 8 * 3_600)

  private func text(_ text: String, quoted: Bool = false, field: TextTerm.Field = .anywhere) -> Query {
    .text(TextTerm(text, isQuoted: quoted, field: field))
  }

  @Test func allWordsMustBeFound() throws {
    #expect(try parse("气候 政府") == .all([text("气候"), text("政府")]))
    #expect(try parse("气候　政府") == .all([text("气候"), text("政府")]))
    #expect(try parse("  ") == .everything)
  }

  @Test func quotesExclusionGroupsAndAlternativesAreParsed() throws {
    #expect(try parse("\"John Kerry\"") == text("John Kerry", quoted: true))
    #expect(try parse("“气候 变化”") == text("气候 变化", quoted: true))
    #expect(try parse("气候 -政府") == .all([text("气候"), .not(text("政府"))]))
    #expect(try parse("气候 OR 天气 雨") == .any([text("气候"), .all([text("天气"), text("雨")])]))
    #expect(try parse("(气候 | 天气) 雨") == .all([.any([text("气候"), text("天气")]), text("雨")]))
    #expect(try parse("ORBAN") == text("ORBAN"))
  }

  @Test func fieldsNarrowAQuery() throws {
    #expect(try parse("title:气候") == text("气候", field: .title))
    #expect(try parse("author：\"王 维\"") == text("王 维", quoted: true, field: .author))
    #expect(try parse("from:rfi is:unread") == .all([.from("rfi"), .state(.unread)]))
    #expect(try parse("has:images in:articles/rfi") == .all([.has(.image), .path("articles/rfi")]))
    #expect(try parse("12:30") == text("12:30"))
    #expect(try parse("https://example.org") == text("https://example.org"))
  }

  @Test(
    arguments: [
      ("date:1970", 0, 364), ("date:1970-02", 31, 58), ("date:1970-01-31", 30, 30), ("date:1970-01..1970-02", 0, 58),
      ("date:1970..", 0, Int64.max), ("date:..1970-01-01", Int64.min, 0), ("date:2024-02-29", 19_782, 19_782),
    ] as [(String, Int64, Int64)])
  func datesMayBeDaysMonthsYearsAndRanges(_ query: String, _ first: Int64, _ last: Int64) throws {
    #expect(try parse(query) == .date(.days(DayRange(first: first, last: last))))
  }

  @Test(
    arguments: [
      ("titel:气候", .unknownField("titel", suggestion: "title"), 0..<6),
      ("月亮 date:2023-13", .notADate("2023-13"), 8..<15), ("date:2023-02-30", .notADate("2023-02-30"), 5..<15),
      ("date:2024..2023", .notADate("2024..2023"), 5..<15),
      ("is:new", .unknownValue("new", field: "is", accepted: ["unread", "read", "starred"]), 3..<6),
      (
        "has:video", .unknownValue("video", field: "has", accepted: ["image", "table", "tag", "note", "highlight"]),
        4..<9
      ),
      ("length:long", .notALength("long"), 7..<11), ("月亮 \"气候", .unclosedQuote("\""), 3..<6),
      ("月亮（气候", .unclosedBracket, 2..<3), ("气候)", .unopenedBracket, 2..<3), ("气候 OR", .missingWords, 5..<5),
      ("OR 气候", .missingWords, 0..<2), ("()", .missingWords, 1..<2), ("气候 AND", .missingWords, 3..<6),
      ("月 OR | 日", .missingWords, 5..<6), ("！？", .nothingToSearch("！？"), 0..<2),
      ("title:", .missingValue(field: "title"), 0..<6), ("- 气候", .blankAfterNegation, 0..<1),
      ("气候 OR sort:title", .nestedSort, 5..<16), ("(sort:title 气候)", .nestedSort, 1..<14),
      ("-sort:title", .nestedSort, 0..<11),
    ] as [(String, QueryError.Problem, Range<Int>)])
  func mistakesHaveTheirPlaceInCharacters(_ query: String, _ problem: QueryError.Problem, _ place: Range<Int>) {
    let error = mistake(query)
    #expect(error?.problem == problem)
    #expect(error?.characterRange == place)
  }

  @Test(
    arguments: [
      "\"气候", "“气候", "(气候", "气候 OR", "气候 OR ", "气候 -", "气候 NOT ", "title:", "date:", "date:20", "date:2023-",
      "date:2023-1..2",
      "date:2023..20", "date:tod", "date:昨", "date:最近", "is:unr", "has:im", "sort:ne", "气候 (", "length:>",
    ])
  func mistakesThatMoreTypingMayFixAreUnfinished(_ query: String) throws {
    #expect(try #require(mistake(query)).isUnfinished)
  }

  @Test(arguments: [
    "titel:气候", "date:2023-13", "date:20234", "is:new", "气候)", "OR 气候", "\"气候 is:unr\" is:new 月", "- 气候",
  ])
  func mistakesThatMoreTypingCannotFixAreErrors(_ query: String) throws {
    #expect(try #require(mistake(query)).isUnfinished == false)
  }

  @Test func operatorsAreSeparateWordsInAnyCase() throws {
    let (moon, sun) = (text("月亮"), text("太阳"))
    for query in ["月亮 OR 太阳", "月亮 or 太阳", "月亮|太阳", "月亮 ｜ 太阳", "月亮　ＯＲ　太阳"] {
      #expect(try parse(query) == .any([moon, sun]), "\(query)")
    }
    for query in ["月亮 AND 太阳", "月亮 and 太阳", "月亮 太阳", "月亮、太阳", "月亮，太阳"] {
      #expect(try parse(query) == .all([moon, sun]), "\(query)")
    }
    for query in ["月亮 NOT 太阳", "月亮 not 太阳", "月亮 -太阳", "月亮 －太阳", "月亮 —太阳", "月亮 ——太阳", "月亮 AND NOT 太阳"] {
      #expect(try parse(query) == .all([moon, .not(sun)]), "\(query)")
    }
    #expect(try parse("not (月亮 or 太阳)") == .not(.any([moon, sun])))
    #expect(try parse("月亮 not from:rfi") == .all([moon, .not(.from("rfi"))]))
    #expect(try parse("moon or sun") == .any([text("moon"), text("sun")]))
  }

  @Test func englishWordsAreNotTakenForOperators() throws {
    #expect(try parse("not guilty") == .all([text("not"), text("guilty")]))
    #expect(try parse("or") == text("or"))
    #expect(try parse("月亮 or") == .all([text("月亮"), text("or")]))
    #expect(try parse("Or 月亮") == .all([text("Or"), text("月亮")]))
    #expect(try parse("oracle android notes") == .all([text("oracle"), text("android"), text("notes")]))
    #expect(try parse("\"to be or not to be\"") == text("to be or not to be", quoted: true))
  }

  @Test func fullWidthSignsAreReadAsASCII() throws {
    #expect(try parse("（月亮　｜　太阳）　雨") == .all([.any([text("月亮"), text("太阳")]), text("雨")]))
    for quoted in ["＂月 亮＂", "“月 亮”", "”月 亮“", "“月 亮“", "\"月 亮”", "「月 亮」", "『月 亮』"] {
      #expect(try parse(quoted) == text("月 亮", quoted: true), "\(quoted)")
    }
    #expect(try parse("“他说\"好\"”") == text("他说\"好\"", quoted: true))
    #expect(try parse("ｔａｇ：读书、ｉｓ：ｕｎｒｅａｄ") == .all([.facet(.tag, "读书", isWhole: false), .state(.unread)]))
    #expect(try parse("date：２０２３－０７") == parse("date:2023-07"))
    #expect(try parse("约翰（John）") == .all([text("约翰"), text("John")]))
    #expect(try parse("url:example.org/a_(b)") == .url("example.org/a_(b)"))
  }

  @Test func fieldsOfFactsNarrowAQuery() throws {
    #expect(try parse("lang:zh-Hant") == .language("zh-hant"))
    #expect(try parse("lang:繁体") == .language("zh-hant"))
    #expect(try parse("lang:zh_TW") == .language("zh-hant-tw") && parse("lang:zh-cn") == .language("zh-hans-cn"))
    #expect(try parse("length:>2k") == .length(2_001...Int32.max))
    #expect(try parse("length:1000..1万") == .length(1_000...10_000))
    #expect(try parse("length:＜500") == .length(0...499))
    #expect(try parse("note:出处") == .note(TextTerm("出处", isQuoted: false)))
    #expect(try parse("has:notes has:tag") == .all([.has(.note), .has(.tag)]))
    let sorted = try QueryParser.parse("月亮 OR 太阳 sort:oldest")
    #expect(sorted.sort == .oldest)
    #expect(sorted.query == .any([text("月亮"), text("太阳")]))
    #expect(try QueryParser.parse("sort:title") == ParsedQuery(query: .everything, sort: .title))
  }

  @Test(
    arguments: [
      ("today", "今天", 29, 29), ("yesterday", "昨天", 28, 28), ("7d", "最近七天", 23, 29), ("2w", "两周", 16, 29),
      ("this-week", "这周", 23, 29), ("last-week", "上週", 16, 22), ("this-month", "本月", 1, 30), ("1d", "1天内", 29, 29),
      ("..7d", "..7天", nil, 22), ("14d..7d", "14天..一周", 16, 22), ("2026-11-20..yesterday", "2026年11月20日..昨天", 20, 28),
      ("last-week..", "上星期..", 16, nil),
    ] as [(String, String, Int64?, Int64?)])
  func datesMayBeRelativeToToday(_ english: String, _ chinese: String, _ first: Int64?, _ last: Int64?) throws {
    let novemberBegins = CivilDay.day(2026, 11, 1) - 1
    let days = DayRange(
      first: first.map { novemberBegins + $0 } ?? .min, last: last.map { novemberBegins + $0 } ?? .max)
    for text in [english, chinese] {
      guard case .date(.moments(let moments, let found)) = try parse("date:" + text) else {
        Issue.record("\(text) is not told from now")
        continue
      }
      #expect(found == days, "\(text)")
      // Days begin at the reader's midnight.
      #expect(moments.lowerBound == (first == nil ? .min : days.first * 86_400 - 8 * 3_600))
      #expect(moments.upperBound == (last == nil ? .max : (days.last + 1) * 86_400 - 8 * 3_600))
    }
  }

  @Test func monthsAndYearsAreThoseOfTheCalendar() throws {
    func days(_ text: String) throws -> DayRange? {
      guard case .date(.moments(_, let days)) = try parse("date:" + text) else { return nil }
      return days
    }
    func range(_ from: (Int64, Int64, Int64), _ to: (Int64, Int64, Int64)) -> DayRange {
      DayRange(first: CivilDay.day(from.0, from.1, from.2), last: CivilDay.day(to.0, to.1, to.2))
    }
    #expect(try days("3m") == range((2026, 8, 30), (2026, 11, 29)))
    #expect(try days("上个月") == range((2026, 10, 1), (2026, 10, 31)))
    #expect(try days("去年") == range((2025, 1, 1), (2025, 12, 31)))
    #expect(try days("1y") == range((2025, 11, 30), (2026, 11, 29)))
    #expect(CivilDay.adding(months: -1, to: CivilDay.day(2024, 3, 31)) == CivilDay.day(2024, 2, 29))
    #expect(CivilDay.date(CivilDay.day(1899, 12, 31)) == (1899, 12, 31))
  }

  @Test func datesWithoutATimeAreComparedByDay() throws {
    guard case .date(let today) = try parse("date:today") else { return }
    let midnight = CivilDay.day(2026, 11, 29) * 86_400
    // Dated the 29th by a clock in Greenwich, which is later than the reader's midnight.
    #expect(today.contains(midnight, utcOffset: 0))
    // The same moment as a time: 28 November, 20:00 in Greenwich, is the 29th, 04:00, in Shanghai.
    #expect(today.contains(midnight - 4 * 3_600, utcOffset: 0))
    #expect(!today.contains(midnight - 9 * 3_600 + 1, utcOffset: 0))
    #expect(!today.contains(midnight - 86_400, utcOffset: 0))
  }

  @Test(arguments: [
    ("月亮", ["月亮"]), ("月亮 \"水经 注\" -广告 from:rfi OR 纸", ["月亮", "水经 注", "纸"]), ("(月亮 月亮)", ["月亮"]), ("", []),
  ])
  func aQuerysVisibleTermsAreItsPositiveWords(query: String, words: [String]) throws {
    #expect(try TextMatcher(query: query).words == words)
  }

  @Test(
    arguments: [
      ("yueliang", "看月亮升起", [3..<9]), ("yl", "看月亮升起", [3..<9]), ("月亮 liangsheng", "看月亮升起", [3..<12]),
      ("sheng yue", "月亮升起，月落", [0..<3, 6..<9, 15..<18]), ("ferry", "看月亮", []), ("from:yueliang", "看月亮", []),
    ] as [(String, String, [Range<Int>])])
  func pinyinMarksHitsInTitles(query: String, title: String, ranges: [Range<Int>]) throws {
    #expect(try TextMatcher(query: query).ranges(inTitle: title) == ranges)
  }

  @Test func pinyinMarksHitsInAuthorsButNotInText() throws {
    let matcher = try TextMatcher(query: "linwang")
    #expect(matcher.ranges(inAuthors: "何平、林望") == [9..<15])
    #expect(matcher.ranges(in: "林望坐在船头。").isEmpty)
  }

  @Test(arguments: [2, 2_000, 50_000]) func manyHitsAreOrderedByTheirScore(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    // Scores in the upper half, positions in the lower one: among equal scores, the one found first comes first.
    let scores = (0..<1_000).map { _ in UInt64.random(in: 0...0xFFFF_FFFF, using: &generator) }
    let keys = (0..<count).map { scores[Int.random(in: 0..<1_000, using: &generator)] << 32 | UInt64($0) }
    var sorted = keys.shuffled(using: &generator).sorted { ($0 & 0xFFFF_FFFF) < ($1 & 0xFFFF_FFFF) }
    Ranking.sortByScore(&sorted)
    #expect(sorted == keys.sorted())
  }

  @Test func deeplyNestedBracketsAreRefused() {
    #expect(throws: QueryError.self) {
      _ = try parse(String(repeating: "(", count: 100_000) + "气")
    }
    #expect(throws: QueryError.self) {
      _ = try parse(String(repeating: "-", count: 100_000) + "气")
    }
  }
}
