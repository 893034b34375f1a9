import Testing

@testable import ArticleLibrary

@Suite struct QueryTests {
  @Test func tooManyTermsAndTooLongQueriesAreExplained() throws {
    let most = QueryParser.mostTerms
    func query(_ count: Int) -> String { (0..<count).map { "字\($0)" }.joined(separator: " OR ") }
    #expect(throws: Never.self) { try QueryParser.parse(query(most)) }
    #expect { try QueryParser.parse(query(most + 1)) } throws: { error in
      (error as? QueryError)?.excess == .tooManyTerms(limit: most)
    }
    #expect { try QueryParser.parse(String(repeating: "-(字 ", count: most + 1)) } throws: { $0 is QueryError }
    #expect { try QueryParser.parse("\"" + String(repeating: "字", count: 9_000) + "\"") } throws: { error in
      (error as? QueryError)?.excess == .tooLong(limitInBytes: QueryParser.longestInBytes)
    }
  }

  private func text(_ text: String, quoted: Bool = false, field: TextTerm.Field = .anywhere) -> Query {
    .text(TextTerm(text, isQuoted: quoted, field: field))
  }

  @Test func wordsAreAllToBeFound() throws {
    #expect(try QueryParser.parse("气候 政府") == .all([text("气候"), text("政府")]))
    #expect(try QueryParser.parse("气候　政府") == .all([text("气候"), text("政府")]))
    #expect(try QueryParser.parse("  ") == .everything)
  }

  @Test func partsCanBeQuotedExcludedGroupedAndAlternatives() throws {
    #expect(try QueryParser.parse("\"John Kerry\"") == text("John Kerry", quoted: true))
    #expect(try QueryParser.parse("“气候 变化”") == text("气候 变化", quoted: true))
    #expect(try QueryParser.parse("气候 -政府") == .all([text("气候"), .not(text("政府"))]))
    #expect(try QueryParser.parse("气候 OR 天气 雨") == .any([text("气候"), .all([text("天气"), text("雨")])]))
    #expect(try QueryParser.parse("(气候 | 天气) 雨") == .all([.any([text("气候"), text("天气")]), text("雨")]))
    #expect(try QueryParser.parse("ORBAN") == text("ORBAN"))
  }

  @Test func fieldsNarrow() throws {
    #expect(try QueryParser.parse("title:气候") == text("气候", field: .title))
    #expect(try QueryParser.parse("author：\"王 维\"") == text("王 维", quoted: true, field: .author))
    #expect(try QueryParser.parse("from:rfi is:unread") == .all([.from("rfi"), .state(.unread)]))
    #expect(try QueryParser.parse("has:images in:articles/rfi") == .all([.has(.image), .path("articles/rfi")]))
    #expect(try QueryParser.parse("12:30") == text("12:30"))
    #expect(try QueryParser.parse("https://example.org") == text("https://example.org"))
  }

  @Test(
    arguments: [
      ("date:1970", 0, 364), ("date:1970-02", 31, 58), ("date:1970-01-31", 30, 30), ("date:1970-01..1970-02", 0, 58),
      ("date:1970..", 0, Int64.max), ("date:..1970-01-01", Int64.min, 0), ("date:2024-02-29", 19_782, 19_782),
    ] as [(String, Int64, Int64)])
  func datesAreDaysMonthsYearsAndRanges(_ query: String, _ first: Int64, _ last: Int64) throws {
    #expect(try QueryParser.parse(query) == .date(DayRange(first: first, last: last)))
  }

  @Test(arguments: [
    ("titel:气候", "title:"), ("date:2023-13", "no date"), ("date:2023-02-30", "no date"), ("date:2024..2023", "no date"),
    ("is:new", "unread, read or starred"), ("has:video", "image or table"), ("\"气候", "not closed"),
    ("(气候", "not closed"),
    ("气候)", "without"), ("气候 OR", "missing"), ("OR 气候", "missing"), ("()", "missing"), ("！？", "punctuation"),
    ("title:", "missing after"), ("- 气候", "directly before"),
  ])
  func mistakesAreExplained(_ query: String, _ part: String) {
    #expect {
      _ = try QueryParser.parse(query)
    } throws: { error in
      guard let error = error as? QueryError else { return false }
      return error.message.contains(part) && error.utf8Range.upperBound <= query.utf8.count
    }
  }

  @Test func deepBracketsAreRefused() {
    #expect(throws: QueryError.self) {
      _ = try QueryParser.parse(String(repeating: "(", count: 100_000) + "气")
    }
    #expect(throws: QueryError.self) {
      _ = try QueryParser.parse(String(repeating: "-", count: 100_000) + "气")
    }
  }
}
