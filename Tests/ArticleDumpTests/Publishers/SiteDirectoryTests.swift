import Testing

@testable import ArticleDump

@Suite struct SiteDirectoryTests {
  @Test(arguments: [
    ("https://news.ltn.com.tw/news/life/1", "ltn", "自由時報"), ("https://www.zaobao.com.sg/news/1", "zaobao", "联合早报"),
    ("https://finance.sina.com.cn/1.shtml", "sina", "新浪"), ("http://society.people.com.cn/n1/1.html", "people", "人民网"),
    ("https://opinion.cw.com.tw/blog/1", "commonwealth-opinion", "獨立評論@天下"),
  ])
  func aSiteIsKnownByItsHostAndItsDomains(url: String, id: String, name: String) {
    #expect(SiteDirectory.site(url: url, path: nil)?.publisher == Publisher(id: id, name: name))
  }

  @Test(arguments: [
    "https://ltn.example/1", "https://notzaobao.com/1", "https://com.tw/1", "not a url", "",
  ])
  func otherHostsBelongToNoSite(url: String) {
    #expect(SiteDirectory.site(url: url, path: nil) == nil)
  }

  @Test(
    arguments: [
      ("articles/zaobao/1.md", "zaobao"), ("articles/端传媒/1.md", "initium"), ("people/1.md", nil), ("now/1.md", nil),
      ("zaobao.md", nil),
    ] as [(String, String?)])
  func aFolderNamesASiteUnlessItIsAnOrdinaryWord(path: String, id: String?) {
    #expect(SiteDirectory.site(url: nil, path: path)?.publisher.id == id)
  }

  @Test func aURLOfAnotherSiteOutweighsTheFolder() {
    #expect(SiteDirectory.site(url: "https://yuelan.example/1", path: "articles/zaobao/1.md") == nil)
  }

  @Test(arguments: [
    ("https://www.asahichinese.com/1", "2023-07-05T10:00:00+09:00"),
    ("https://www.epochtimes.com/gb/1", "2023-07-05T10:00:00-04:00"),
    ("https://news.ltn.com.tw/1", "2023-07-05T10:00:00+08:00"),
    ("https://www.sbs.com.au/chinese/1", "2023-07-05T10:00:00+10:00"),
    ("https://www.westca.com/1", "2023-07-05T10:00:00-07:00"),
    ("https://zh.vietnamplus.vn/1", "2023-07-05T10:00:00+07:00"),
    ("https://paper.example.co.nz/1", "2023-07-05T10:00:00+12:00"),
  ])
  func theClockIsTheSites(url: String, expected: String) {
    #expect(Timestamp("2023-07-05 10:00", zone: PageZone.zone(url: url))?.iso8601 == expected)
  }

  @Test(arguments: [
    ("魷魚豐收 - 生活 - 自由時報電子報", ["自由時報電子報"], "魷魚豐收", ["生活"]),
    ("最后一班_澎湃号·媒体_澎湃新闻-The Paper", ["澎湃", "澎湃新闻-The Paper"], "最后一班", []),
    ("校車票價 - 20230705 - 港聞 - 明報新聞網", ["明報新聞網"], "校車票價", ["20230705", "港聞"]),
    ("老街整修 | 地方 | 中央社 CNA", ["中央社 CNA"], "老街整修", ["地方"]),
    ("十年守望--社会--人民网", ["人民网"], "十年守望", ["社会"]),
    ("渡口 - 旧事 - 往事 - 江边论坛 - Powered by Discuz!", [], "渡口 - 旧事", ["往事"]),
    ("渡口 - Powered by phpBB", [], "渡口", []),
    ("小镇 | 访谈录 | 某站", ["某站"], "小镇 | 访谈录", []),
  ])
  func columnsGoWithTheSitesName(title: String, names: [String], rest: String, columns: [String]) throws {
    let split = try #require(TitleSuffix.split(title, names: { names }))
    #expect(split.title == rest && split.columns == columns)
  }

  @Test(
    arguments: [
      ("渡口的早晨_山城新闻网", "渡口的早晨"), ("渡口的早晨 - 山城晚报", "渡口的早晨"), ("渡口的早晨-山城新闻网", "渡口的早晨"),
      ("专访-山城周刊", nil), ("为什么要读 | 假新闻", nil), ("一张网，谁织的 - 读《蛛网》", nil), ("2020-2021年报", nil), ("网", nil),
    ] as [(String, String?)])
  func aNameThatOnlyMediaHaveIsASuffix(title: String, expected: String?) {
    #expect(TitleSuffix.split(title, names: { [] })?.title == expected)
  }
}
