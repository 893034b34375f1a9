import Testing

@testable import ArticleDump

@Suite struct BylineTests {
  @Test(
    arguments: [
      ("记者：乔琴恩     责编：何平    网编：洪伟", ["乔琴恩"], [], ["何平", "洪伟"], nil),
      ("记者：程文、李明   责编：许书婷", ["程文", "李明"], [], ["许书婷"], nil),
      ("（翻译和编辑：林望舒）", [], ["林望舒"], ["林望舒"], nil),
      ("作者：肖望", ["肖望"], [], [], nil),
      ("文／周作仁 编辑／陈默", ["周作仁"], [], ["陈默"], nil),
      ("文 | 周作仁", ["周作仁"], [], [], nil),
      ("撰文：周作仁 编译：陈默", ["周作仁"], ["陈默"], [], nil),
      ("作者｜[法] 雅克·勒布朗，译者｜王二", ["雅克·勒布朗"], ["王二"], [], nil),
      ("责任编辑：石平 | 版面编辑：吴秋", [], [], ["石平", "吴秋"], nil), ("（翻译和编辑：安 宁）", [], ["安宁"], ["安宁"], nil),
      ("采写︱章弘", ["章弘"], [], [], nil), ("本文来源：江边晚报", [], [], [], "江边晚报"),
      ("记者 高平 实习记者 李小舟", ["高平", "李小舟"], [], [], nil),
      ("采访、撰文/陈默", ["陈默"], [], [], nil), ("文｜陈默", ["陈默"], [], [], nil),
      ("来源：江边晚报", [], [], [], "江边晚报"),
      ("作者：张三    来源：江边晚报", ["张三"], [], [], "江边晚报"),
      ("By Jane Doe and John F. Roe", ["Jane Doe", "John F. Roe"], [], [], nil),
      ("By JANE DOE, JOHN ROE", ["JANE DOE", "JOHN ROE"], [], [], nil),
      ("本报记者 张三 李四", ["张三", "李四"], [], [], nil),
      ("（本报记者：张三教授（发自上海））", ["张三"], [], [], nil),
      ("責任編輯：陳默、周作仁", [], [], ["陳默", "周作仁"], nil),
      ("编译/王二；责编/张三；图/李四", [], ["王二"], ["张三"], nil),
      ("来源于 River Post，中文版由渡口编译", [], ["渡口"], [], "River Post"),
      ("文/River Media研究员凯尔·鲍恩", ["凯尔·鲍恩"], [], [], nil), ("原作者：Jane Doe 授权翻译", ["Jane Doe"], [], [], nil),
      ("讲者︱陈默；整理︱王二", ["陈默", "王二"], [], [], nil), ("整理／陈默、王二", ["陈默", "王二"], [], [], nil),
    ] as [(String, [String], [String], [String], String?)])
  func aLineThatAnnouncesItselfIsRead(
    line: String, authors: [String], translators: [String], editors: [String], source: String?
  ) {
    let byline = Byline(line: line)
    #expect(byline?.authors == authors)
    #expect(byline?.translators == translators)
    #expect(byline?.editors == editors)
    #expect(byline?.source == source)
  }

  @Test(arguments: [
    "", "记者：您怎么看这件事？", "记者：是的。", "记者：不同意", "文化是一座桥", "编辑部搬家了", "作者在书中说，纸是轻的。", "By the way, it rains.",
    "作者：", "来源：这句话太长了，写到这里还没有完，所以它不可能是一家媒体的名字，而只是一段以来源开头的正文。", "图：黄河", "译文的好坏很难说",
    "Source and mouth of the river are a day apart.",
  ])
  func whatIsNoBylineIsNil(line: String) {
    #expect(Byline(line: line) == nil)
  }

  @Test(arguments: [
    ("王一陆|责编", [], ["王一陆"]), ("佐藤一郎 / 文", ["佐藤一郎"], []), ("記者林子涵／台南報導", ["林子涵"], []),
    ("编辑：王洁责任编辑：刘亮", [], ["王洁", "刘亮"]),
    ("文：陈一 发自广州", ["陈一"], []),
  ])
  func spellingsOfPagesAreRead(line: String, authors: [String], editors: [String]) throws {
    let bylines = try #require(Byline.readLines(line))
    #expect(bylines.flatMap(\.authors) == authors)
    #expect(bylines.flatMap(\.editors) == editors)
  }

  @Test(
    arguments: [
      ("日本经济新闻 佐藤一郎", ["佐藤一郎"]), ("田中一郎 / 山城新闻", ["田中一郎"]), ("邓华 报道", ["邓华"]), ("国际新闻 山城日报", nil), ("社會中心／綜合報導", nil),
      ("他们 报道", nil),
      ("山城 春天", nil),
    ] as [(String, [String]?)])
  func aNameBesideItsMediumIsTheAuthors(line: String, names: [String]?) {
    #expect(Byline.namesBesideMedium(line, own: []) == names)
  }

  @Test(arguments: [("攝／王小明", true), ("设计：林一", true), ("文：林一", false), ("图书馆的灯", false), ("图：这张照片很老。", false)])
  func linesOfOtherContributionsAreCredits(line: String, isCredits: Bool) {
    #expect(Byline.isCredits(line) == isCredits)
  }

  @Test(arguments: [
    ("曹莉,曹莉", ["曹莉"]), ("KONEY BAI,KONEY BAI", ["KONEY BAI"]), ("王霜, 陈默", ["王霜", "陈默"]),
    ("  邓文  ", ["邓文"]), ("张三和李四", ["张三", "李四"]), ("陈和", ["陈和"]), ("作者", []), ("河风电台 / 尼古", ["尼古"]),
    ("河风编辑部", ["河风编辑部"]), ("张三 李四", ["张三", "李四"]),
    ("Raymond Zhong", ["Raymond Zhong"]), ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
    ("记者张三、李四报道", ["张三", "李四"]), ("南希-佩洛（Nancy）", ["南希-佩洛"]), ("", []), (" , ", []),
    ("菲利普·S. 戈尔", ["菲利普·S. 戈尔"]), ("Martin Luther King Jr.", ["Martin Luther King Jr."]),
  ])
  func aListOfNamesIsSplit(list: String, names: [String]) {
    #expect(Byline.names(in: list) == names)
  }
}
