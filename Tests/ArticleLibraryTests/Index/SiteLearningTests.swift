import ArticleDump
import GRDB
import Glibc
import Testing

@testable import ArticleLibrary

/// A line in several files of a site is rarely text: indexing learns this, and reading applies it.
@Suite struct SiteLearningTests {
  /// A sentence that nothing on the page distinguishes from text.
  private static let repeated = "渡口三十年来一直免费摆渡老人和孩子，欢迎镇上的各位常来坐船看看江景。"

  private static let things = ["青菜", "柴火", "竹筐", "木桶", "陶罐", "麻绳", "草鞋", "油灯", "蓑衣", "铁锅", "棉布", "石磨", "算盘", "风箱"]

  private static func body(_ number: Int) -> String {
    let (thing, other) = (things[number % things.count], things[(number * 5 + 3) % things.count])
    let prose = [
      "这天的渡船六点开出，船上坐了三个人，还有两挑从山里带来的\(thing)，要换\(other)。",
      "船夫说，运\(thing)的日子风总是很大，小船只能靠在柳树底下等，\(other)都湿了。",
      "对岸的茶馆因此多卖了许多碗茶，掌柜把\(other)和\(thing)记在门板背后，准备月底再算。",
    ]
    return "<div>" + prose.map { "<p>\($0)</p>" }.joined() + "<p>\(repeated)</p></div>"
  }

  private static func archive() throws -> TestFolder {
    let folder = try TestFolder()
    for number in 1...12 {
      try folder.writeDump(
        "archive/\(number).md", title: "渡口的第\(number)天", url: "https://ferry.example/\(number)", body: body(number))
    }
    return folder
  }

  @Test func indexingLearnsTheRepeatedLinesOfASite() throws {
    let folder = try Self.archive()
    let library = try folder.library()
    try library.update()
    let profile = try #require(library.database.profiles.profile(of: "ferry.example"))
    #expect(profile.fileCount == 12)
    #expect(profile.lines.values.contains(12))
    // A second scan of unchanged files counts nothing twice.
    try library.update()
    #expect(library.database.profiles.profile(of: "ferry.example")?.fileCount == 12)
    // A changed file was counted before; a new one was not.
    try folder.writeDump(
      "archive/3.md", title: "改了", url: "https://ferry.example/3", body: Self.body(99) + "<p>又添了一行字。</p>")
    try folder.writeDump("archive/13.md", title: "新来", url: "https://ferry.example/13", body: Self.body(13))
    try library.update()
    #expect(library.database.profiles.profile(of: "ferry.example")?.fileCount == 13)
  }

  @Test func articlesIndexedBeforeTheirSiteWasKnownAreParsedAgain() throws {
    let folder = try Self.archive()
    let library = try folder.library()
    try library.update()
    // Only the sentence that all files have says 免费摆渡老人.
    #expect(try library.list(ListQuery(text: "免费摆渡老人")).count == 0)
    #expect(try library.list(ListQuery(text: "船上坐了三个人")).count == 12)
    #expect(try library.list(ListQuery()).count == 12)
    let view = try library.database.view()
    #expect(view.newest.allSatisfy { !view.columns.flags[Int($0)].contains(.needsReparsing) })
    // Nothing remains to be read again.
    let generation = view.generation
    try library.update()
    #expect(try library.database.view().generation == generation)
  }

  @Test func articlesOfAGrowingSiteAreParsedAgain() throws {
    let folder = try TestFolder()
    func write(_ number: Int) throws {
      try folder.writeDump(
        "archive/\(number).md", title: "渡口的第\(number)天", url: "https://ferry.example/\(number)",
        body: Self.body(number))
    }
    try write(1)
    let library = try folder.library()
    try library.update()
    #expect(try library.list(ListQuery(text: "免费摆渡老人")).count == 1)
    for number in 2...12 { try write(number) }
    try library.update()
    #expect(try library.list(ListQuery(text: "免费摆渡老人")).count == 0)
    #expect(try library.list(ListQuery(text: "船上坐了三个人")).count == 12)
  }

  @Test func aMarkedArticleIsParsedByTheNextUpdate() throws {
    let folder = try Self.archive()
    let library = try folder.library()
    try library.update()
    let number = try #require(try library.database.view().newest.first)
    // What remains of an update that ended before it parsed marked articles again.
    try library.database.writer.write { try Reparsing.mark([number], sites: [], $0) }
    #expect(try library.database.view().columns.flags[Int(number)].contains(.needsReparsing))
    try library.update()
    let view = try library.database.view()
    #expect(!view.columns.flags[Int(number)].contains(.needsReparsing))
    #expect(view.newest.count == 12)
  }

  @Test func aFileOfAnIndexedArchiveIsReadWithItsProfiles() throws {
    let folder = try Self.archive()
    let file = DumpPath(folder.path + "/archive/5.md")
    let profiles = ArchiveProfiles(cacheDirectory: folder.path + "/cache")
    #expect(profiles.source(forFile: file) == nil)
    try folder.library().update()
    let known = ArchiveProfiles(cacheDirectory: folder.path + "/cache")
    let source = try #require(known.source(forFile: file))
    #expect((source("ferry.example")?.fileCount ?? 0) == 12)
    #expect(source("other.example") == nil)
    #expect(known.source(forFile: DumpPath("/proc/self/status")) == nil)
  }

  @Test func archivesNamedInASettingAreNotCleaned() throws {
    let folder = try Self.archive()
    let file = DumpPath(folder.path + "/archive/5.md")
    try folder.library().update()
    let page = Array("<p>雾散了。</p>".utf8)
    func keeps(_ uncleaned: [String]) throws -> Bool {
      let profiles = ArchiveProfiles(cacheDirectory: folder.path + "/cache", uncleaned: uncleaned)
      let content = try DumpFile.read(file, atMost: 1 << 20)
      return profiles.parser(forFile: file).article(from: content.bytes, path: file.display).plainText()
        .contains(Self.repeated)
    }
    #expect(try !keeps([]))
    #expect(try keeps([folder.path + "/archive"]))
    #expect(try keeps([folder.path + "/archive/../archive/5.md"]))
    #expect(try !keeps([folder.path + "/arch", folder.path + "/archive/6.md"]))
    #expect(ArchiveProfiles(cacheDirectory: nil).parser(forFile: nil).article(from: page).blocks.count == 1)
  }

  @Test func uncleanedArticlesHaveNoVerdicts() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一", body: "<p>渡口的船要等到傍晚才开。</p><p>分享到：微博</p>")
    func verdictCount(uncleaned: [String]) throws -> Int {
      var configuration = LibraryConfiguration(
        paths: [folder.path + "/archive"], cacheDirectory: nil, stateDirectory: nil, bookmarksFile: nil)
      configuration.uncleaned = uncleaned
      let library = try Library(configuration)
      try library.update()
      return try library.verdicts(library.list(ListQuery())[0]).count
    }
    #expect(try verdictCount(uncleaned: []) > 0)
    #expect(try verdictCount(uncleaned: [ArchiveProfiles.realPath(folder.path + "/archive")]) == 0)
  }
}
