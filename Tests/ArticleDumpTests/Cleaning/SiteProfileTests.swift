import Testing

@testable import ArticleDump

@Suite struct SiteProfileTests {
  @Test func linesOfFewAmongManyFilesAreNotTheSites() {
    let profile = SiteProfile(fileCount: 400, lines: [7: 5, 8: 20])
    #expect(profile.repeatCount(ofLine: 7) == 0 && profile.fileCount(ofLine: 7) == 5)
    #expect(profile.repeatCount(ofLine: 8) == 20)
    #expect(profile.repeatCount(ofLine: 9) == 0)
  }

  @Test func aProfileIsReadBackFromItsBytes() {
    var lines: [UInt64: Int] = [:]
    for number in 1...50 { lines[UInt64.max / UInt64(number)] = number * 1_500 }
    let profile = SiteProfile(fileCount: 80_000, lines: lines)
    #expect(profile.fileCount(ofLine: UInt64.max) == 1_500)
    #expect(profile.fileCount(ofLine: UInt64.max / 50) == 65_535)
    #expect(SiteProfile(serialized: profile.serialized) == profile)
    #expect(SiteProfile(serialized: SiteProfile(fileCount: 0).serialized) == SiteProfile(fileCount: 0))
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
