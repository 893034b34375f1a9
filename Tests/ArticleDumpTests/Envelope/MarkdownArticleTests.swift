import Testing

@testable import ArticleDump

/// Articles that people wrote in Markdown.
@Suite struct MarkdownArticleTests {
  private func article(_ text: String, path: String = "posts/a.md") -> Article {
    ArticleParser().article(from: Array(text.utf8), path: path)
  }

  private static let prose = "\n\n江边的渡船一天开四趟，船老大姓何。\n\n早班船五点半开，天还没有亮。\n"

  // MARK: What a file is

  @Test(arguments: [
    "写一行<br>再一行。", "```html\n<div></div>\n```", "<!-- more -->\n\n## 节", "<div align=\"center\">图</div>\n\n## 节",
    "<details>\n\n## 节\n\n</details>",
  ])
  func aTagMakesNoPage(body: String) {
    let article = article("---\ntitle: 题\n---\n" + body + Self.prose + "\n**粗**与[链](https://a.example/)\n")
    #expect(article.plainText().contains("粗与链") && !article.plainText().contains("**"))
  }

  @Test func textInsideElementsIsAPage() {
    let article = article("---\ntitle: 题\n---\n<article>\n <p>**原样**</p>\n</article>\n")
    #expect(outline(article.blocks) == "p **原样**")
  }

  @Test func starsInVideoDescriptionsAreRulesAndStrongText() {
    let text = "渡口的故事******对岸：https://yuelan.example/a******\n**订阅办法** 见主页。密码是 *** 号。"
    let article = article(
      "---\ntitle: 题\nfrom: https://www.youtube.com/watch?v=yl000000002\n---\n<div>\n\(text)\n</div>\n")
    #expect(article.plainText().contains("密码是 *** 号") && !article.plainText().contains("****"))
    #expect(article.blocks.count(where: { $0 == .rule }) == 2)
    let strong = article.blocks.compactMap { block -> String? in
      guard case .paragraph(let text, _) = block, let span = text.spans.first, span.style == .strong else { return nil }
      return String(decoding: Array(text.text.utf8)[span.utf8Range], as: UTF8.self)
    }
    #expect(strong == ["订阅办法"])
  }

  @Test func plainTextIncludesRubyText() {
    let article = article("# 题\n\n一些<ruby>密钥<rt>key</rt></ruby>和<ruby>锁<rt>lock</rt></ruby>。\n")
    #expect(article.plainText().contains("一些密钥（key）和锁（lock）。"))
    #expect(ReadingText(article).text == "一些密钥key和锁。")
    #expect(article.markdown().contains("一些<ruby>密钥<rt>key</rt></ruby>和<ruby>锁<rt>lock</rt></ruby>。"))
  }

  @Test(arguments: [
    ("img", nil), ("01.jpg", nil), ("image-20181022014312984", nil), ("6689264031_4c7516b3e1_z", nil),
    ("在这里插入图片描述", nil),
    ("架构图", "架构图"), ("gopher-binding", "gopher-binding"), ("2021 年的渡口", "2021 年的渡口"),
  ])
  func whatAnEditorPutsForAPictureIsNoText(alternative: String, kept: String?) {
    let article = article("# 题\n\n![\(alternative)](https://a.example/a.png)\n\n文字。\n")
    #expect(article.images.map(\.alternativeText) == [kept])
  }

  @Test func theSiteThatAPostLinksToIsNotItsPublisher() {
    let links = (1...6).map { "[第\($0)个](https://code.example/\($0))" }.joined(separator: "、")
    #expect(article("# 题\n\n用过的项目：\(links)。\n").publisher == nil)
  }

  // MARK: What a person wrote stays

  @Test(arguments: [
    "客户端可以使用 cookie 保存。", "欢迎投稿，稿费从优。", "（4）支持某种语法。", "版权所有，转载请注明。", "上一篇", "点击阅读原文", "责任编辑：某某",
  ])
  func noLineOfMarkdownIsDroppedForItsWords(line: String) {
    #expect(article("# 题" + Self.prose + "\n" + line + "\n").plainText().contains(line))
  }

  @Test func aSentenceBelowAPictureIsNotACaption() {
    let article = article("# 题\n\n![](https://a.example/a.jpg)\n\n这张照片是父亲拍的，那年我六岁。\n")
    #expect(outline(article.blocks) == "figure <https://a.example/a.jpg>\np 这张照片是父亲拍的，那年我六岁。")
  }

  @Test func textBeforeTheTitleIsKeptAndItsFactsAreRead() {
    let article = article(
      """
      > * 原文地址：[Some Title](https://a.example/orig)
      > * 原文作者：[Jane Doe](https://a.example/jane)
      > * 译者：[张三](https://a.example/z)
      > * 校对者：[李四](https://a.example/l)、[王五](https://a.example/w)

      # 关于渡船
      """ + Self.prose)
    #expect(article.title == "关于渡船" && article.url == "https://a.example/orig")
    #expect(article.authors == ["Jane Doe"] && article.translators == ["张三"] && article.editors == ["李四", "王五"])
    #expect(article.plainText().contains("原文作者：Jane Doe"))
  }

  @Test(arguments: [
    "> 作者：王小江 | 来源：山城晚报 | 2019-09-07", "作者：王小江\n日期：2019-09-07\n来源：山城晚报", "- 作者：王小江\n- 日期：2019-09-07\n- 来源：山城晚报",
    "**作者：** 王小江  \n**发布时间：** 2019年9月7日  \n**来源：** 山城晚报\n\n---",
  ])
  func aHeadGivesTheDay(head: String) {
    let article = article("# 关于渡船\n\n\(head)\n" + Self.prose)
    #expect(article.published?.iso8601Date == "2019-09-07")
    #expect(article.source == "山城晚报" && article.authors == ["王小江"])
    #expect(article.plainText().contains("作者："))
  }

  @Test(arguments: ["2019-09-07 王小江", "*王小江* · 2019-09-07"])
  func theFirstLineOfTheTextGivesTheDay(line: String) {
    #expect(article("# 关于渡船\n\n\(line)\n" + Self.prose).published?.iso8601Date == "2019-09-07")
  }

  @Test(arguments: ["1949年5月3日，晴。", "1949年5月3日", "那是2019年9月7日，江水涨到了第三级石阶。"])
  func aDayInTheStoryIsNotTheDayOfPublication(line: String) {
    #expect(article("# 关于渡船\n\n\(line)\n" + Self.prose).published == nil)
  }

  @Test func peopleInAFooterAreReadAcrossSoftBreaks() {
    let article = article(
      "# 题" + Self.prose
        + "\nvia: https://a.example/orig\n\n作者：[Jane Doe](https://a.example/j)\n译者：[张三](https://a.example/z)\n"
        + "校对：[李四](https://a.example/l)\n")
    #expect(article.url == "https://a.example/orig" && article.authors == ["Jane Doe"])
    #expect(article.translators == ["张三"] && article.editors == ["李四"])
    #expect(article.plainText().contains("译者：张三"))
  }

  // MARK: Titles

  @Test(arguments: [
    ("---\ntitle: 甲\n---\n# 甲\n\n文", "甲", "p 文"), ("---\ntitle: 前言\n---\n# 甲\n\n文", "前言", "h1 甲\np 文"),
    ("# 甲\n\n文\n\n# 乙\n\n文", "甲", "p 文\nh1 乙\np 文"), ("## 甲\n\n文", "甲", "h2 甲\np 文"),
    ("甲\n==\n\n文", "甲", "p 文"),
  ])
  func aTitleAppearsOnce(text: String, title: String, blocks: String) {
    let article = article(text)
    #expect(article.title == title && outline(article.blocks) == blocks)
  }

  @Test(
    arguments: [
      ("notes/渡船/index.md", "渡船", nil), ("notes/20180717 渡船.md", "渡船", "2018-07-17"),
      ("notes/2018-07-17 渡船.md", "渡船", "2018-07-17"), ("notes/2021/11/19/渡船.mdown", "渡船", "2021-11-19"),
      ("notes/渡船.mkd", "渡船", nil),
    ] as [(String, String, String?)])
  func namesTellTitleAndDay(path: String, title: String, day: String?) {
    let article = article("**文**\n", path: path)
    #expect(article.title == title && article.published?.iso8601Date == day)
    #expect(outline(article.blocks).contains("文") && !article.plainText().contains("*"))
  }

  // MARK: Front matter

  @Test func frontMatterWinsOverWhatIsGuessed() {
    let article = article(
      "---\ntitle: 题\nauthor: 甲\ndate: 2020-01-02\ntags: [C#, \"#渡船\"]\ncategories: [江]\n---\n作者：乙\n\n2021年3月4日"
        + Self.prose)
    #expect(article.authors == ["甲"] && article.published?.iso8601Date == "2020-01-02")
    #expect(article.tags == ["C#", "渡船"] && article.categories == ["江"] && article.section == "江")
    #expect(article.origins[.authors] == .frontMatter)
  }

  @Test(arguments: [
    ("2020-01-02 03:04:05", "2020-01-02T03:04:05"), ("2020-01-02", "2020-01-02T00:00:00"),
    ("2020-01-02T03:04:05Z", "2020-01-02T03:04:05Z"), ("2020-01-02 03:04:05 +09:00", "2020-01-02T03:04:05+09:00"),
    ("2018-02-24 +0800", "2018-02-24T00:00:00+08:00"), ("2020/01/02 3:04", "2020-01-02T03:04:00"),
  ])
  func aDateWithoutAZoneIsWrittenWithoutOne(date: String, written: String) {
    let article = article("---\ntitle: 题\ndate: \(date)\n---\n文\n")
    #expect(article.published?.iso8601 == written)
    #expect(Article(json: article.jsonUTF8())?.published == article.published)
  }

  @Test func aDateWithoutAZoneIsInThePublishersZone() {
    let article = article("---\ntitle: 题\nsource: https://mp.weixin.qq.com/s/a\npublished: 2025-07-01\n---\n文\n")
    #expect(article.published?.iso8601 == "2025-07-01T00:00:00+08:00" && article.publisher?.id == "weixin")
  }

  // MARK: Output

  @Test func codeKeepsItsLanguage() throws {
    let source = article("# 题\n\n```swift\nlet a = 1\n```\n")
    #expect(source.blocks == [.preformatted("let a = 1", language: "swift")])
    #expect(Article(json: source.jsonUTF8())?.blocks == source.blocks)
    #expect(source.markdown().contains("```swift\nlet a = 1\n```"))
  }

  @Test func markdownIsReadBackAsItWasWritten() {
    let source = article(
      "# 题\n\n## 节\n\n甲**粗**与*斜*、`码`、~~删~~，见[链](https://a.example/)。\n\n> 引\n\n- 一\n- 二\n\n3. 三\n\n```js\nlet a\n```\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 \\| 2 | **3** |\n\n## 乙节\n\n末\n"
    )
    let again = article(source.markdown(facts: .none))
    #expect(again.title == source.title && again.blocks == source.blocks)
  }

  @Test func omittedTemplateTagsAreReported() {
    let article = article("# 题" + Self.prose + "\n{% include share.html %}\n")
    #expect(article.diagnostics.map(\.kind) == ["markup-not-shown"] && article.diagnostics[0].line == 7)
  }

  // MARK: Novels in plain text

  private static let novel = """
    书名：江上渡船
    作者：何船

    第一卷 春水

    第一章 初到江城

    　　第一章讲的是早班船的事，那天雾很大。

    第二章雪化了

    　　山上的雪化了，第二章的人物都到了河边。

    尾声

    　　船不开了。
    """

  @Test func chaptersOfATextAreItsOutline() {
    let article = article(Self.novel, path: "novels/12.txt")
    #expect(article.title == "江上渡船" && article.authors == ["何船"])
    let headings = article.blocks.compactMap { block -> String? in
      if case .heading(let text, let level) = block { "\(level) \(text.text)" } else { nil }
    }
    #expect(headings == ["2 第一卷 春水", "3 第一章 初到江城", "3 第二章雪化了", "3 尾声"])
    #expect(article.plainText().contains("书名：江上渡船") && article.plainText().contains("第一章讲的是"))
  }

  @Test(arguments: [
    "第一章讲的是早班船。\n\n第二章讲的是晚班船。", "第一部分 说明\n\n第二部分 用法", "第二集团军\n\n第三集团军", "第一章 甲", "尾声，他说，\n\n序曲",
  ])
  func linesThatOnlyBeginLikeChaptersAreText(text: String) {
    let article = article("江边的渡船一天开四趟。\n\n" + text + "\n\n船老大姓何。\n", path: "a/1.txt")
    #expect(!article.blocks.contains { if case .heading = $0 { true } else { false } })
  }

  // MARK: Covers

  @Test(arguments: [
    "cover: https://a.example/c.jpg", "featured_image: \"https://a.example/c.jpg\"",
    "cover:\n  image: https://a.example/c.jpg", "image: {url: https://a.example/c.jpg}",
  ])
  func aCoverIsAPictureOfTheArticle(field: String) {
    let article = article("---\ntitle: 题\n\(field)\n---\n" + Self.prose)
    #expect(article.images.map(\.url) == ["https://a.example/c.jpg"])
    #expect(!article.plainText().contains("〔图"))
  }

  @Test func aBooleanIsNotACover() {
    #expect(article("---\ntitle: 题\ncover: true\n---\n" + Self.prose).images.isEmpty)
  }

  // MARK: Markdown out and in

  @Test(arguments: [
    "# 题\n\n段落 **粗** *斜* `a*b` ~~删~~ [链](https://a.example/b)。\n\n## 节\n\n- 甲\n- 乙\n  1. 一\n  2. 二\n\n> 引文\n> 两行\n",
    "# 题\n\n```swift\nlet a = 1 // ```\n\n\n```\n\n后文。\n\n    indented\n\n---\n\n末段。\n",
    "# 题\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 \\| 2 | `a` |\n|  | **粗** |\n\n正文。\n",
    "# 题\n\n\\*不是斜体\\* 与 \\# 与 1\\. 与 \\[x\\](y) 与 &lt;b&gt; 与 a_b_c 与 \\`c\\`。\n\n\\- 不是列表\n\n\\> 不是引文\n",
    "# 题\n\nH~2~O 与 x^2^，脚注[^1]。\n\n![图](https://a.example/a.png)\n\n[^1]: 注。\n",
    "# 题\n\n密钥<ruby>密<rt>mì</rt></ruby>。第一行  \n第二行\n\n- [ ] 做\n- [x] 完\n",
  ])
  func whatIsPrintedAsMarkdownIsReadAsItWas(markdown: String) {
    let first = article(markdown)
    let second = article(first.markdown())
    #expect(second.title == first.title)
    #expect(outline(second.blocks) == outline(first.blocks))
    #expect(article(second.markdown()).blocks == second.blocks)
  }
}
