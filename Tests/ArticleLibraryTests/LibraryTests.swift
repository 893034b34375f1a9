import ArticleDump
import Foundation
import Glibc
import Synchronization
import Testing

@testable import ArticleLibrary

@Suite struct LibraryTests {
  @Test func aNewLibraryContainsTheArticlesOfItsArchive() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/rfi/1.md", title: "气候变化", milliseconds: 1_600_000_000_000, body: "<p>今天很热。</p>")
    try folder.writeDump("archive/rfi/2.md", title: "人工智能", milliseconds: 1_700_000_000_000, body: "<p>机器学习。</p>")
    let library = try folder.library()
    let summary = try library.update()
    #expect(summary.added == 2)
    #expect(summary.articleCount == 2)
    #expect(try library.titles("") == ["人工智能", "气候变化"])
    #expect(try library.titles("学习") == ["人工智能"])
    #expect(try library.titles("qihou") == ["气候变化"])
    #expect(try library.titles("rgzn") == ["人工智能"])
    #expect(try library.titles("氣候") == ["气候变化"])
    #expect(library.notices.isEmpty)
  }

  @Test func anIndexedLibraryShowsItsListBeforeScanning() throws {
    let folder = try TestFolder()
    for number in 1...5 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇") }
    try folder.library().update()
    #expect(try folder.library().list().count == 5)
  }

  @Test func changesInTheArchiveShowAfterTheNextScan() throws {
    let folder = try TestFolder()
    for number in 1...5 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇") }
    let library = try folder.library()
    try library.update()
    try folder.writeDump("archive/1.md", title: "改了的", body: "<p>新的正文在此</p>")
    try folder.writeDump("archive/6.md", title: "新来的")
    unlink(folder.path + "/archive/2.md")
    let summary = try library.update()
    #expect(summary.added == 1)
    #expect(summary.changed == 1)
    #expect(summary.removed == 1)
    #expect(summary.unchanged == 3)
    #expect(Set(try library.titles("")) == ["改了的", "新来的", "第3篇", "第4篇", "第5篇"])
    #expect(try library.titles("新的正文") == ["改了的"])
    #expect(try library.titles("第2篇").isEmpty)
    let nothing = try library.update()
    #expect((nothing.added, nothing.changed, nothing.removed, nothing.unchanged) == (0, 0, 0, 5))
  }

  @Test func aMovedFileKeepsItsReadMarkAndPosition() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "会搬家的", url: "https://example.org/a/1")
    let library = try folder.library()
    try library.update()
    let id = try library.list()[0]
    try library.mark([id], asRead: true)
    try library.setPosition(ReadingPosition(utf8Offset: 42, share: 0.5), in: id)
    try library.recordOpened(id)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/archive/archived", withIntermediateDirectories: true)
    rename(folder.path + "/archive/1.md", folder.path + "/archive/archived/1.md")
    try library.update()
    let moved = try library.list()[0]
    #expect(library.row(moved)?.pathInArchive == "archived/1.md")
    #expect(library.row(moved)?.isRead == true)
    #expect(library.position(in: moved) == ReadingPosition(utf8Offset: 42, share: 0.5))
    #expect(try library.history(limit: 5).first?.id == moved)
    #expect(try library.titles("is:read") == ["会搬家的"])
    #expect(try library.titles("is:unread").isEmpty)
  }

  /// Its place is its identity, and it is found where it was: nothing is to be moved.
  @Test func aFileThatIsWrittenAgainUnchangedStaysInTheHistory() throws {
    let folder = try TestFolder()
    try folder.write("archive/1.md", "# 没有地址的\n\n正文。\n")
    let library = try folder.library()
    try library.update()
    let id = try library.list()[0]
    try library.setPosition(ReadingPosition(utf8Offset: 3, share: 0.5), in: id)
    try library.recordOpened(id)
    unlink(folder.path + "/archive/1.md")
    try folder.write("archive/1.md", "# 没有地址的\n\n正文。\n")
    #expect(try library.update().changed == 1)
    let again = try library.list()[0]
    #expect(try library.history(limit: 5).map(\.id) == [again])
    #expect(library.position(in: again)?.utf8Offset == 3)
  }

  /// A room updates its library each time something changes: what an update keeps would pile up.
  @Test(arguments: [false, true]) func aLibraryThatIsLetGoReleasesItsFiles(isFollowed: Bool) throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/a.md", title: "标题")
    weak var remaining: Library?
    do {
      let library = try folder.library()
      remaining = library
      if isFollowed {
        library.startUpdating { _ in }
        while library.updating.withLock({ $0.isRunning }) { usleep(1_000) }
      } else {
        try library.update()
      }
      try folder.writeDump("archive/b.md", title: "又一篇")
      #expect(try library.update().articleCount == 2)
    }
    // The thread of an update that was followed ends a moment after the update.
    for _ in 0..<1_000 where remaining != nil { usleep(1_000) }
    #expect(remaining == nil)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
    }
    #expect(open.filter { $0.hasPrefix(folder.path) } == [])
  }

  @Test func stateOutlivesTheCache() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    var library = try folder.library()
    try library.update()
    try library.mark([library.list()[0]], asRead: true)
    try library.save(SavedSearch(name: "热", query: "气候 is:unread"))
    try library.remember("list", as: "1:2")
    try folder.remove("cache")
    library = try folder.library()
    try library.update()
    #expect(try library.titles("is:read") == ["一"])
    #expect(try library.savedSearches() == [SavedSearch(name: "热", query: "气候 is:unread")])
    #expect(library.remembered("list") == "1:2")
    try library.mark([library.list()[0]], asRead: false)
    #expect(try library.titles("is:read").isEmpty)
  }

  @Test func aFolderOfAnArchiveUsesTheArchivesIndex() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/rfi/1.md", title: "法广")
    try folder.writeDump("archive/voa/1.md", title: "美国之音")
    try folder.library().update()
    let part = try folder.library(["archive/rfi"])
    #expect(try part.titles("") == ["法广"])
    #expect(part.row(try part.list()[0])?.pathInArchive == "1.md")
    unlink(folder.path + "/archive/voa/1.md")
    #expect(try part.update().articleCount == 1)
    let titles = try folder.library().titles("")
    #expect(titles.sorted() == ["法广", "美国之音"].sorted())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache").count == 1)
  }

  /// The rest of the index may be a hundred times as large.
  @Test(arguments: [false, true]) func rebuildingAPartReadsOnlyThatPartAgain(isContainer: Bool) throws {
    let folder = try TestFolder()
    let part = isContainer ? "archive/part/feed.xml" : "archive/part/1.md"
    func write(_ name: String, title: String) throws {
      let text =
        name.hasSuffix(".xml")
        ? "<rss><channel><item><title>\(title)</title><description>正文。</description></item></channel></rss>"
        : "# \(title)\n\n正文。\n"
      let before = status(of: folder.path + "/" + name)
      try folder.write(name, text)
      // As far as the index can see, nothing has changed.
      guard let before else { return }
      var times = [before.st_atim, before.st_mtim]
      #expect(utimensat(AT_FDCWD, folder.path + "/" + name, &times, 0) == 0)
    }
    try write(part, title: "旧一")
    try write("archive/rest/2.md", title: "旧二")
    try folder.write("archive/part/photo.html", "")
    try folder.library().update()
    try write(part, title: "新一")
    try write("archive/rest/2.md", title: "新二")
    #expect(try folder.library().update().hasChanges == false)

    let inner = try folder.library(["archive/part"])
    let former = inner.location.currentNumber
    let summary = try inner.update(rebuilding: true)
    // An entry of a feed is named after its title.
    #expect(summary.articleCount == 1 && summary.unchanged == 0)
    #expect((summary.added, summary.changed, summary.removed) == (isContainer ? (1, 0, 1) : (0, 1, 0)))
    #expect(try inner.titles("") == ["新一"])
    #expect(try inner.titles("正文") == ["新一"])
    #expect(try Set(folder.library().titles("")) == ["新一", "旧二"])
    #expect(inner.location.currentNumber == former)
    #expect(try folder.library().update().hasChanges == false)

    let whole = try folder.library()
    #expect(try whole.update(rebuilding: true).articleCount == 2)
    #expect(try Set(whole.titles("")) == ["新一", "新二"])
  }

  @Test(arguments: [
    ["5G", "9月", "10月", "2024年", "China", "第2章", "第10章", "第０11章"],
    ["007", "8", "100000", "100001", "200000", "1000000", "123456789", "9999999999", "10000000000", "A", "一"],
  ])
  func numbersInTitlesAreInOrderOfTheirValues(titles: [String]) {
    #expect(titles.reversed().sorted { TitleSortKey($0) < TitleSortKey($1) } == titles)
  }

  private func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  @Test func orders() throws {
    let folder = try TestFolder()
    try folder.writeDump(
      "archive/b.md", title: "中国", milliseconds: 1_600_000_000_000, body: "<p>\(String(repeating: "字", count: 9))</p>")
    try folder.writeDump(
      "archive/a.md", title: "阿里", milliseconds: 1_700_000_000_000, body: "<p>\(String(repeating: "字", count: 99))</p>")
    try folder.write("archive/c.md", "[5G](https://example.org/5g)\n------\n\n<p>字字</p>\n")
    let library = try folder.library()
    try library.update()
    #expect(try library.titles("", sort: .newest) == ["阿里", "中国", "5G"])
    #expect(try library.titles("", sort: .oldest) == ["中国", "阿里", "5G"])
    #expect(try library.titles("", sort: .title) == ["5G", "阿里", "中国"])
    #expect(try library.titles("", sort: .path) == ["阿里", "中国", "5G"])
    #expect(try library.titles("", sort: .longest) == ["阿里", "中国", "5G"])
    #expect(try library.titles("", sort: .shortest) == ["5G", "中国", "阿里"])
  }

  @Test func relevancePutsTitlesAndFrequencyFirst() throws {
    let folder = try TestFolder()
    let filler = String(repeating: "别的事情说了很多。", count: 20)
    try folder.writeDump("archive/1.md", title: "旧闻", milliseconds: 1_700_000_000_000, body: "<p>提到气候一次。\(filler)</p>")
    try folder.writeDump("archive/2.md", title: "气候", milliseconds: 1_690_000_000_000, body: "<p>题目里有。\(filler)</p>")
    try folder.writeDump(
      "archive/3.md", title: "多次", milliseconds: 1_690_000_000_000, body: "<p>气候，气候，气候。\(filler)</p>")
    for number in 4...30 {
      try folder.writeDump("archive/\(number).md", title: "无关\(number)", body: "<p>\(filler)</p>")
    }
    let library = try folder.library()
    try library.update()
    #expect(try library.titles("气候", sort: .relevance) == ["气候", "多次", "旧闻"])
  }

  @Test func filtersAndFacetsCountTheWholeResult() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一", url: "https://www.rfi.fr/cn/1", milliseconds: 1_689_561_074_000)
    try folder.writeDump("archive/2.md", title: "二", url: "https://www.rfi.fr/cn/2", milliseconds: 1_692_239_474_000)
    try folder.writeDump(
      "archive/3.md", title: "三", url: "https://www.voachinese.com/a/3.html", milliseconds: 1_692_239_474_000)
    let library = try folder.library()
    try library.update()
    let facets = try library.facets(of: library.list())
    #expect(facets.publishers.map(\.count) == [2, 1])
    #expect(facets.months.map { "\($0.value) \($0.count)" } == ["2023-08 2", "2023-07 1"])
    let first = try #require(facets.publishers.first?.value)
    #expect(Set(try library.titles(ListQuery(filter: ArticleFilter([.publisher(first)])))) == ["一", "二"])
    #expect(Set(try library.titles("from:\(first)")) == ["一", "二"])
    #expect(try library.titles(ListQuery(filter: ArticleFilter([.month(Month(year: 2023, month: 7))]))) == ["一"])
    #expect(Set(try library.titles("date:2023-08..")) == ["二", "三"])
    #expect(try library.titles("in:1.md") == ["一"])
  }

  @Test func listsReportWhetherTheyHavePublishers() throws {
    let folder = try TestFolder()
    try folder.write("archive/1.md", "# 笔记\n\n江边的渡船一天开四趟。\n")
    try folder.writeDump("archive/2.md", title: "二", url: "https://www.rfi.fr/cn/2", milliseconds: 1_692_239_474_000)
    let library = try folder.library()
    try library.update()
    #expect(library.hasPublishers(try library.list()))
    #expect(!library.hasPublishers(try library.list(ListQuery(text: "in:1.md"))))
  }

  @Test func aTimeWithoutAZoneStaysWithoutOne() throws {
    let folder = try TestFolder()
    for (name, date) in [("1", "2022-03-04 10:00:00"), ("2", "2022-03-03 10:00:00 +0800"), ("3", "2022-03-02")] {
      try folder.write("archive/\(name).md", "---\ntitle: \(name)\ndate: \(date)\n---\n\n江边的渡船一天开四趟。\n")
    }
    let library = try folder.library()
    try library.update()
    let list = try library.list()
    let dates = try library.rows(list, 0..<3).map { $0.published }
    #expect(dates.prefix(2).map { $0?.iso8601 } == ["2022-03-04T10:00:00", "2022-03-03T10:00:00+08:00"])
    #expect(dates[2]?.iso8601Date == "2022-03-02" && dates[2]?.isDateOnly == true && dates[2]?.hasZone == false)
  }

  @Test func duplicatesAreFoldedAndUnfolded() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/a/1.md", title: "同一篇", url: "https://example.org/s", milliseconds: 1_600_000_000_000)
    try folder.writeDump(
      "archive/b/2.md", title: "同一篇", url: "http://www.example.org/s/", milliseconds: 1_700_000_000_000)
    try folder.writeDump("archive/c/3.md", title: "另一篇", url: "https://example.org/t", milliseconds: 1_650_000_000_000)
    let library = try folder.library()
    try library.update()
    #expect(try library.list().count == 3)
    let folded = try library.list(ListQuery(foldsDuplicates: true))
    let rows = try library.rows(folded, 0..<folded.count)
    #expect(rows.map(\.title) == ["同一篇", "另一篇"])
    #expect(rows.map(\.duplicateCount) == [1, 0])
    let unfolded = try library.list()
    #expect(try library.rows(unfolded, 0..<3).map(\.duplicateCount) == [1, 0, 1])
    // Folded articles are counted within the requested list.
    let part = try library.list(ListQuery(text: "in:a OR in:c", foldsDuplicates: true))
    #expect(try library.rows(part, 0..<2).map(\.duplicateCount) == [0, 0])
    #expect(library.duplicates(of: rows[0].id).compactMap { library.row($0)?.pathInArchive } == ["a/1.md"])
  }

  @Test func theFirstListIsFoldedWhenTheUpdateIsComplete() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/a/1.md", title: "同一篇", url: "https://example.org/s")
    try folder.writeDump("archive/b/2.md", title: "同一篇", url: "http://www.example.org/s/")
    let library = try folder.library()
    let seen = Mutex<UInt64>(0)
    try library.update { update in
      // A list that is made while bodies are being read has no stories.
      if case .finished = update { return }
      let generation = library.generation
      seen.withLock { $0 = generation }
      _ = try? library.list(ListQuery(foldsDuplicates: true))
    }
    #expect(library.generation > seen.withLock { $0 })
    let folded = try library.list(ListQuery(foldsDuplicates: true))
    #expect(folded.count == 1)
    #expect(try library.rows(folded, 0..<1).first?.duplicateCount == 1)
  }

  @Test func nearlyIdenticalTextsAreOneStory() {
    func article(_ number: Int32, address: UInt64, _ fingerprint: UInt64, title: UInt64) -> NearDuplicates.Article {
      NearDuplicates.Article(
        number: number, key: UInt64(number), address: address, fingerprint: fingerprint, titleHash: title)
    }
    let stories = NearDuplicates(
      capacity: 9,
      articles: [
        article(1, address: 11, 0xFFFF_0000_FFFF_0000, title: 1),
        // Similar, but with another title and another address.
        article(2, address: 12, 0xFFFF_0000_FFFF_0003, title: 2),
        article(3, address: 13, 0x0000_FFFF_0000_FFFF, title: 1),
        // The same title over an edited text.
        article(4, address: 14, 0xFFFF_0000_FFFF_00FF, title: 1),
        // Without text.
        article(5, address: 15, 0, title: 5), article(6, address: 16, 0, title: 5),
        // The same address, another title.
        article(7, address: 17, 0x00FF_00FF_0000_0000, title: 7),
        article(8, address: 17, 0x00FF_00FF_0000_0001, title: 8),
      ])
    #expect(stories.representatives == [0, 1, 0, 0, 1, 0, 0, 7, 7])
  }

  @Test func textRepeatedUnderManyTitlesIsNotAStory() {
    let text: UInt64 = 0x1234_5678_9ABC_DEF0
    func film(_ number: Int32, title: UInt64) -> NearDuplicates.Article {
      NearDuplicates.Article(
        number: number, key: UInt64(number), address: UInt64(number), fingerprint: text ^ UInt64(number & 1),
        titleHash: title)
    }
    let films = [film(1, title: 1), film(2, title: 2), film(3, title: 3), film(4, title: 3)]
    // Two of them have the same title. The text below all of them does not make them one film.
    #expect(NearDuplicates(capacity: 5, articles: films).representatives == [0, 0, 0, 0, 0])
    #expect(NearDuplicates(capacity: 5, articles: Array(films.suffix(2))).representatives == [0, 0, 0, 3, 3])
  }

  @Test func snippetsShowTheHits() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "题目", body: "<p>第一段没有。</p><p>第二段说起氣候變化的事。</p>")
    let library = try folder.library()
    try library.update()
    let list = try library.list(ListQuery(text: "气候变化", sort: .relevance))
    let hit = try #require(try library.hits(list, 0..<1).first)
    let snippet = try #require(hit.snippet)
    let utf8 = Array(snippet.text.utf8)
    #expect(snippet.hitRanges.map { String(decoding: utf8[$0], as: UTF8.self) } == ["氣候變化"])
  }

  @Test func hitsCarryAValueReadFromTheirArticle() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一", body: "<p>灯塔上的信。</p><p>第二段。</p>")
    try folder.writeDump("archive/2.md", title: "二", body: "<p>灯塔。</p>")
    let library = try folder.library()
    try library.update()
    let list = try library.list(ListQuery(text: "灯塔", sort: .title))
    unlink(folder.path + "/archive/2.md")
    let found = try library.hits(list, 0..<2) { $0.blocks.count }
    #expect(try found.map(\.hit) == library.hits(list, 0..<2))
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.hit.row.title, $0.value) }) == ["一": 2, "二": nil])
  }

  @Test func aSnippetFromWithinASentenceBeginsWithAnEllipsisAndAWholeWord() throws {
    let folder = try TestFolder()
    try folder.writeDump(
      "archive/1.md", title: "题目", body: "<p>一开始写了很多很多别的东西，比如 encyclopaedia 里的条目和三个例子，然后说起氣候變化。</p>")
    let library = try folder.library()
    try library.update()
    let list = try library.list(ListQuery(text: "气候变化", sort: .relevance))
    let snippet = try #require(try library.hits(list, 0..<1).first?.snippet)
    #expect(snippet.text.hasPrefix("…里的条目"), "\(snippet.text)")
    let utf8 = Array(snippet.text.utf8)
    #expect(snippet.hitRanges.map { String(decoding: utf8[$0], as: UTF8.self) } == ["氣候變化"])
  }

  @Test func rowsAreFoundByTheURLsOfLinks() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "目标", url: "https://www.example.org/a#top")
    let library = try folder.library()
    try library.update()
    #expect(
      try library.rows(withURLs: ["http://example.org/a/", "https://example.org/b"]).mapValues(\.title) == [
        "http://example.org/a/": "目标"
      ])
  }
}
