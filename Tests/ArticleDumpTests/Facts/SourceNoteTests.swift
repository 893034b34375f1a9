import Testing

@testable import ArticleDump

@Suite struct SourceNoteTests {
  @Test(
    arguments: [
      ("本文经授权转载自渡口独立媒体，文中观点不代表本网立场", "渡口独立媒体", nil), ("本文英文版原载于 River Post，中文版由江报编译", "River Post", "江报"),
      ("（原文刊於《渡口週報》，此為初版）", "渡口週報", nil), ("英文原文载于江上电台，中文版由江报编译（基于船工的翻译）", "江上电台", "江报"),
      ("经授权编译自 Index on Rivers，原文链接 A river", "Index on Rivers", nil), ("原文刊於江週刊：https://yuelan.example/1", "江週刊", nil),
      ("本文中文版经作者授权、由江报翻译发表，英文版原载于河湾日报", "河湾日报", "江报"), ("本文经作者授权转载，原载于《渡口时报》2014.6.25", "渡口时报", nil),
      ("本文转载自何小平的博客", "何小平的博客", nil),
    ] as [(String, String, String?)])
  func aNoteNamesWhereTheTextWasTakenFrom(line: String, source: String, translator: String?) {
    let note = SourceNote(line)
    #expect(note?.source == source && note?.translator == translator)
  }

  @Test(arguments: [
    "本文经授权转载自作者脸书", "本文作者去年发表于《水文》的论文说，江面每年抬高两毫米。", "本文将介绍三条航线。", "江水载于船下", "本文写于渡口。后来的版本首发于《江报》。",
    "本文转载自https://yuelan.example/1", "原文发表于我不记得的一年",
  ])
  func whatNamesNoSourceIsNoNote(line: String) {
    #expect(SourceNote(line) == nil)
  }

  @Test func factsInANoteBelowTheTextAreRead() {
    let article = CleaningTests.article(CleaningTests.prose + "<p><strong>本文英文版原载于 River Post，中文版由江报编译</strong></p>")
    #expect(article.source == "River Post" && article.translators == ["江报"] && article.origins[.source] == .text)
    guard case .paragraph(_, .notice)? = article.blocks.last else {
      Issue.record("a note is no running text")
      return
    }
  }
}
