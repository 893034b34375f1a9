import SeededRandom
import Testing

@testable import ArticleDump

@Suite struct SiteProfileTests {
  @Test func whatFewOfManyFilesHaveIsNotTheSites() {
    var profile = SiteProfile()
    for number in 0..<400 { profile.add(lineKeys: number < 5 ? [7, 8] : number < 20 ? [8] : []) }
    #expect(profile.repeatCount(ofLine: 7) == 0 && profile.fileCount(ofLine: 7) == 5)
    #expect(profile.repeatCount(ofLine: 8) == 20)
    #expect(profile.repeatCount(ofLine: 9) == 0)
  }

  @Test func aFileCountsOnceHoweverOftenItRepeatsALine() {
    var profile = SiteProfile()
    profile.add(lineKeys: [1, 1, 1, 2])
    profile.add(lineKeys: [1, 3])
    #expect(profile.fileCount == 2)
    #expect([1, 2, 3, 4].map { profile.fileCount(ofLine: $0) } == [2, 1, 1, 0])
  }

  @Test func profilesOfTwoHalvesMergeIntoThatOfTheWhole() {
    var whole = SiteProfile()
    var halves = [SiteProfile(), SiteProfile()]
    for file in 0..<20 {
      let keys = (0..<10).map { UInt64($0 * (file % 3 + 1)) }
      whole.add(lineKeys: keys)
      halves[file % 2].add(lineKeys: keys)
    }
    halves[0].merge(halves[1])
    #expect(halves[0] == whole)
  }

  @Test func memoryIsBoundedAndRepeatedLinesAreRemembered() {
    var random = SeededGenerator(seed: 1)
    var profile = SiteProfile()
    for _ in 0..<3_000 {
      profile.add(lineKeys: [7, 8, 9] + (0..<20).map { _ in UInt64.random(in: 100...(.max), using: &random) })
      #expect(profile.lineCount <= 2 * SiteProfile.capacity)
    }
    #expect([7, 8, 9].allSatisfy { profile.fileCount(ofLine: $0) == 3_000 })
    #expect(profile.repeatedLinesOnly.lineCount == 3)
  }

  @Test func bytesGiveTheProfileBack() {
    var profile = SiteProfile()
    for file in 0..<9 { profile.add(lineKeys: (0..<50).map { UInt64.max / UInt64($0 + file + 1) }) }
    #expect(SiteProfile(serialized: profile.serialized) == profile)
    #expect(SiteProfile(serialized: SiteProfile().serialized) == SiteProfile())
    for cut in [0, 1, 8, 12] { #expect(SiteProfile(serialized: Array(profile.serialized.prefix(cut))) == nil) }
    #expect(SiteProfile(serialized: [9] + profile.serialized.dropFirst()) == nil)
  }

  @Test(
    arguments: [
      ("https://www.yuelan.example/a", "news/1.md", "yuelan.example"), (nil, "news/1.md", "news/"),
      (nil, "1.html", nil), ("http://m.yuelan.example:8080/a", nil, "m.yuelan.example"),
    ] as [(String?, String?, String?)])
  func aSiteIsAHostElseAFolder(url: String?, path: String?, site: String?) {
    #expect(SiteProfile.site(url: url, path: path) == site)
  }
}
