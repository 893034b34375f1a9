import Testing

@testable import ArticleLibrary

@Suite struct ReportPaceTests {
  @Test func reportsAreNotMoreFrequentThanTheInterval() {
    let pace = ReportPace(nanosecondsBetween: 100)
    #expect(pace.isDue(at: 1_000))
    #expect(!pace.isDue(at: 1_100))
    #expect(pace.isDue(at: 1_101))
  }

  /// One thread reads the clock, and another one reports before it: the first one asks with a time that has passed.
  @Test func aThreadWithAnEarlierTimeReportsNothing() {
    let pace = ReportPace(nanosecondsBetween: 100)
    #expect(pace.isDue(at: 1_000))
    #expect(!pace.isDue(at: 999))
    #expect(!pace.isDue(at: 0))
    #expect(pace.isDue(at: 2_000))
  }
}
