import ArticleDump
import Testing

@testable import ArticleLibrary

/// Fields of the query language, with a library.
@Suite struct QueryFieldTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    try folder.writeDump(
      "archive/1.md", title: "月亮", url: "https://example.org/%E6%9C%88/1", milliseconds: day(2026, 11, 28, hour: 20),
      body: "<p>月亮升起来了，照着河岸上的柳树。</p>")
    try folder.writeDump(
      "archive/2.md", title: "Harbour", url: "https://Example.net/harbour", milliseconds: day(2026, 11, 20),
      body: "<p>The harbour was quiet that morning, and nobody had come to look at the boats yet.</p>")
    try folder.write(
      "archive/3.md",
      """
      ---
      title: 渡口
      date: 2024-05-01
      tags: [江]
      ---
      \(String(repeating: "渡口的船早晚各一班，过河的人都在石阶上等。", count: 40))

      """)
    var configuration = LibraryConfiguration(
      paths: [folder.path + "/archive"], cacheDirectory: nil, stateDirectory: folder.path + "/state",
      bookmarksFile: folder.path + "/bookmarks.md")
    configuration.clock = .fixed(
      secondsSinceEpoch: day(2026, 11, 28, hour: 22) / 1000, utcOffsetInSeconds: 8 * 3_600)
    library = try Library(configuration)
    try library.update()
  }

  @Test func addressesLanguagesAndLengthsNarrow() throws {
    #expect(try library.titles("url:example.NET") == ["Harbour"])
    #expect(try library.titles("url:月/1") == ["月亮"])
    #expect(try library.titles("lang:en") == ["Harbour"])
    #expect(try Set(library.titles("lang:zh")) == ["月亮", "渡口"])
    #expect(try library.titles("lang:zh-hans -title:月亮") == ["渡口"])
    #expect(try library.titles("length:>500") == ["渡口"])
    #expect(try Set(library.titles("length:..500")) == ["月亮", "Harbour"])
  }

  @Test func bookmarksAreFoundByNotesAndTags() throws {
    try folder.write(
      "bookmarks.md",
      """
      - [月亮](https://example.org/%E6%9C%88/1) — 2026-11-28
        写信时引用
        #夜
      - [Harbour](https://Example.net/harbour) — 2026-11-20
        #港

      """)
    #expect(try library.titles("note:引用") == ["月亮"])
    #expect(try library.titles("has:note") == ["月亮"])
    #expect(try library.titles("tag:港") == ["Harbour"])
    #expect(try Set(library.titles("has:tag")) == ["月亮", "Harbour", "渡口"])
    #expect(try library.titles("-has:tag").isEmpty)
  }

  @Test func aQueryCanSetTheOrder() throws {
    #expect(try library.titles("sort:oldest") == ["渡口", "Harbour", "月亮"])
    #expect(try library.titles("sort:longest length:>0", sort: .oldest).first == "渡口")
  }

  /// 28 November, 20:00 in Greenwich, is the 29th for a reader in Shanghai.
  @Test func relativeDaysFollowTheReadersClock() throws {
    #expect(try library.titles("date:today") == ["月亮"])
    #expect(try library.titles("date:昨天").isEmpty)
    #expect(try library.titles("date:2w") == ["月亮", "Harbour"])
    #expect(try library.titles("date:..去年") == ["渡口"])
    // A calendar date is compared in the article's own time zone.
    #expect(try library.titles("date:2026-11-28") == ["月亮"])
  }

  @Test func facetValuesMayContainQuotes() throws {
    try folder.write(
      "archive/4.md", "---\ntitle: 引号\nauthor: '沈\"砚\"'\ntags: ['a\"b', '(c']\n---\n正文在此。\n")
    try library.update()
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.tag("a\"b")]))) == ["引号"])
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.author("沈\"砚\"")]))) == ["引号"])
    let filter = ArticleFilter([.tag("(c"), .tag("江"), .state(.unread)])
    #expect(try Set(library.titles(ListQuery(text: "口 OR 正文", filter: filter))) == ["渡口", "引号"])
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.state(.unread), .state(.starred)]))).isEmpty)
  }
}

private func day(_ year: Int64, _ month: Int64, _ day: Int64, hour: Int64 = 12) -> Int64 {
  (CivilDay.day(year, month, day) * 86_400 + hour * 3_600 + 60) * 1000
}

/// Suggestions for a query that finds nothing.
@Suite struct SuggestionTests {
  private let library: Library
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    for (number, title) in ["检索的门道", "人工智能入门", "Climate of the north", "渡口的老船工"].enumerated() {
      try folder.writeDump("archive/\(number).md", title: title)
    }
    library = try folder.library()
    try library.update()
  }

  @Test(arguments: [
    ("检所", "检索"), ("人工只能", "人工智能"), ("人工智能入们", "人工智能入门"), ("Climete", "Climate"), ("渡口老船工", "渡口的老船工"),
    ("检所 date:2023", "检索 date:2023"),
  ])
  func oneWrongCharacterIsCorrected(_ text: String, _ meant: String) {
    #expect(library.suggestion(for: ListQuery(text: text)) == meant)
  }

  @Test(arguments: ["", "检索", "鲸鱼", "bogus", "\"", "is:starred"]) func wordsUnlikeAnyOtherGetNoSuggestion(
    _ text: String
  ) {
    #expect(library.suggestion(for: ListQuery(text: text)) == nil)
  }
}
