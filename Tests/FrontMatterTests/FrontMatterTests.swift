import Testing

@testable import FrontMatter

@Suite struct FrontMatterTests {
  private func facts(_ text: String, isDump: Bool = false) -> FrontMatterFacts? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      FrontMatterSpan(in: bytes, from: 0).map { FrontMatterFacts(FrontMatter(bytes, $0, isDump: isDump)) }
    }
  }

  @Test func aFieldIsFoundAfterManyOthers() {
    let rest = (0..<40).map { "field\($0): \($0)\n" }.joined()
    let found = facts("---\n\(rest)Cover-Image: /a.jpg\ntitle: 后来的\ntitle: 再后来的\n---\n")
    #expect(found?.title == "后来的" && found?.cover == "/a.jpg")
    #expect(found?.description == nil)
  }

  @Test(arguments: [
    ("---\ntitle: 平常\n---\n", "平常"),
    ("---\ntitle: >-\n  折叠的\n  标题\n---\n", "折叠的 标题"),
    ("---\ntitle: '引 ''号'' ' # 尾注\n---\n", "引 '号'"),
    ("---\ntitle: \"\\u4e2d\\u6587 \\\"引\\\"\"\n---\n", "中文 \"引\""),
    ("---\ntitle : 键后有空格\ndate: 2020-01-01\n---\n", "键后有空格"),
    ("---\n title: 键前有空格\n date: 2020-01-01\n---\n", "键前有空格"),
    ("---\ntitle: 甲: 乙: 丙\n---\n", "甲: 乙: 丙"),
    ("---\ntitle: 三点\n...\n", "三点"),
    ("title: 没有第一道线\ndate: 2020-01-01\n---\n", "没有第一道线"),
    ("---\ntitle: 没有最后一道线\ndate: 2020-01-01\n\n正文\n", "没有最后一道线"),
    ("+++\ntitle = \"汤姆\"\n+++\n", "汤姆"),
    ("{\n \"title\": \"杰森 {}\"\n}\n\n正文", "杰森 {}"),
    ("Title: 吉娜\n\nURL Source: https://a.example/\n\nMarkdown Content:\n正文", "吉娜"),
    ("#+TITLE: 奥格\n#+DATE: 2020-01-01\n\n正文", "奥格"),
    ("---\ntitle: [不成\n---\n", "[不成"),
    ("---\ntitle: 2020\n---\n", "2020"),
  ])
  func titlesAreReadInEveryLanguage(text: String, title: String) {
    #expect(facts(text)?.title == title)
  }

  @Test(arguments: [
    ("author: 张三", ["张三"]), ("author: [张三, 李四]", ["张三", "李四"]), ("authors:\n  - 张三\n  - 李四", ["张三", "李四"]),
    ("author: {name: 张三, url: https://a.example}", ["张三"]), ("author:\n  - \"[[某号]]\"", ["某号"]),
    ("author: 张三、李四", ["张三", "李四"]), ("byline: 张三", ["张三"]),
    ("authors:\n- name: 张三\n  url: https://a.example\n- name: 李四", ["张三", "李四"]),
  ])
  func authorsAreTextsListsAndMaps(line: String, names: [String]) {
    #expect(facts("---\n\(line)\n---\n")?.authors == names)
  }

  @Test func tagsAreReadAsEachLanguageDefinesThem() {
    #expect(facts("---\ntags: [C#, F#, \"#话题\", \"乙, 丙\"]\n---\n")?.tags == ["C#", "F#", "#话题", "乙, 丙"])
    #expect(facts("---\ntags: 甲 乙\n---\n")?.tags == ["甲", "乙"])
    #expect(facts("---\nlabels:\n- 读\n- 书\n---\n")?.tags == ["读", "书"])
    #expect(facts("+++\n[taxonomies]\ntags = [\"读\"]\n+++\n")?.tags == ["读"])
    #expect(facts("---\ncategories:\n- [生活, 读书]\n---\n")?.categories == ["生活", "读书"])
  }

  @Test func addressesAndDatesHaveManyNames() {
    let clipping = facts(
      "---\nsource: \"https://a.example/1\"\npublished: 2025-07-01\ncreated: 2025-07-02\ndescription: 提要\n---\n")
    #expect(clipping?.url == "https://a.example/1" && clipping?.published == "2025-07-01")
    #expect(clipping?.description == "提要" && clipping?.source == nil)
    let post = facts("---\ndate: 2020-01-02\nlastmod: 2021-02-03\npermalink: /a/b\nsource: 某报\n---\n")
    #expect(post?.published == "2020-01-02" && post?.modified == "2021-02-03")
    #expect(post?.url == nil && post?.source == "某报")
    let translation = facts("---\ntitle: 题\ntranslator: 李四\neditor: [王五]\nlang: zh-CN\n---\n")
    #expect(translation?.translators == ["李四"] && translation?.editors == ["王五"] && translation?.language == "zh-CN")
  }

  /// A crawler's strings have a single escape, for `"`.
  @Test func aDumpsBackslashesStandForThemselves() {
    let text = #"---\#ntitle: "看\"吃\"，C:\new"\#nfrom: https://a.example\#n---\#n"#
    #expect(facts(text, isDump: true)?.title == #"看"吃"，C:\new"#)
  }

  @Test func aRuleAtTheTopOfATextIsNotFrontMatter() {
    #expect(facts("---\n\n正文一段。\n\n---\n\n又一段。\n") == nil)
    #expect(facts("标题：文\n\n---\n") == nil)
  }

  @Test func hostileFrontMatterIsBounded() {
    let deep = "---\ntitle: 题\na: " + String(repeating: "[", count: 5_000) + "\n---\n"
    #expect(facts(deep)?.title == "题")
    let aliases = "---\ntitle: 题\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n"
    #expect(facts(aliases)?.title == "题")
    let long = "---\ntitle: 题\ntags:\n" + String(repeating: "- 词\n", count: 3_000) + "---\n"
    #expect(facts(long)?.title == "题")
  }
}
