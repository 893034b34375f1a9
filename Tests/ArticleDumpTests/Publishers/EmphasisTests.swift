import Testing

@testable import ArticleDump

/// Strong text on a page: subheads, leads, bylines, and mere emphasis.
@Suite struct EmphasisTests {
  private static func roles(_ body: String) -> [ParagraphRole?] {
    CleaningTests.article(CleaningTests.prose + body + CleaningTests.prose).blocks.dropFirst(2).dropLast(2).compactMap {
      if case .paragraph(_, let role) = $0 { role } else { .some(nil) }
    }
  }

  @Test(arguments: [
    "渡口并不是被大桥取代的，是被自己的时刻表取代的。", "船工从不看表；", "The ferry was never late, only the river was early.",
  ])
  func aStressedSentenceIsNotASubhead(sentence: String) {
    #expect(Self.roles("<p><strong>\(sentence)</strong></p>") == [nil])
  }

  @Test(arguments: [
    "汽笛与雾", "谁还坐渡船？", "小渡口=大变化", "1、早到码头。", "🌟 2、带上零钱。", "三、对岸：另一个时刻表", "The old pier.",
  ])
  func aSubheadRemainsASubhead(head: String) {
    #expect(Self.roles("<p><strong>\(head)</strong></p>") == [.subhead])
  }

  @Test func strongTextAfterAColonIsNotASubhead() {
    #expect(Self.roles("<p>他给同伴下了定义：</p><p><strong>不肯摇橹的，不是同伴</strong></p>") == [nil, nil])
    #expect(Self.roles("<p>规矩有三条：</p><p><strong>一、不抢先，不落后</strong></p>") == [nil, .subhead])
  }

  @Test(arguments: [
    "延伸阅读：《雾里的船》", "值班的录音：https://yuelan.example/1.mp3", "原文标题：Ferry in Fog 写于五月", "船=船工老宋", "更多渡口报道，点击“江上专题”",
    "kali > ferry -c 0",
    "site:yuelan.example ferry",
  ])
  func whatLeadsToAnotherTextHeadsNothing(line: String) {
    #expect(Self.roles("<p><strong>\(line)</strong></p>") != [.subhead])
  }

  @Test func aSubheadNeedsTextBelow() {
    let article = CleaningTests.article(
      CleaningTests.prose + "<p><strong>江上档案｜渡口</strong></p><p><strong>江上档案｜大桥</strong></p>")
    #expect(ReadingText(article).outline.isEmpty && article.blocks.suffix(2).allSatisfy { $0.role == nil })
    let film = CleaningTests.article(
      CleaningTests.prose + "<p><strong>渡口的画</strong></p><figure><img src=\"https://yuelan.example/1.jpg\"></figure>")
    #expect(ReadingText(film).outline.count == 1)
  }

  @Test func aRemarkInBracketsIsNotASubhead() {
    #expect(Self.roles("<p><strong>（感谢渡口的船工协助采访）</strong></p>") == [nil])
    #expect(Self.roles("<p><strong>（一）</strong></p>") == [.subhead])
  }

  @Test func theInterviewersSentencesAreSubheadsLikeTheQuestions() {
    let body =
      "<p><strong>江报：您开了几年船？</strong></p><p>船工：三十年，从没停过一天。</p><p><strong>江报：我说的是这条船。</strong></p>"
    #expect(Self.roles(body) == [.subhead, nil, .subhead])
  }

  @Test func aBylineInBoldIsAByline() {
    let article = CleaningTests.article("<p><strong>撰稿丨宋一平；翻译丨何小平</strong></p>" + CleaningTests.prose)
    #expect(article.authors == ["宋一平"] && article.translators == ["何小平"])
    #expect(
      article.blocks.first
        == .paragraph(StyledText("撰稿丨宋一平；翻译丨何小平", spans: article.blocks.first?.spans ?? []), role: .byline))
  }

  @Test func severalLinesOfBylinesNameThePeopleTogether() {
    let talk = CleaningTests.article("<p>讲者丨宋一平、何小平</p><p>整理︱林溪</p>" + CleaningTests.prose)
    #expect(talk.authors == ["宋一平", "何小平", "林溪"])
    let behind = CleaningTests.article("<p>宋一平 何小平|撰稿</p><p>林溪｜编辑</p>" + CleaningTests.prose)
    #expect(behind.authors == ["宋一平", "何小平"] && behind.editors == ["林溪"])
  }

  @Test func aClosingRemarkNamesTheAuthors() {
    let article = CleaningTests.article(CleaningTests.prose + "<p>文中人名均为化名，原刊于江报。作者：宋一平 何小平 林溪。</p>")
    #expect(article.authors == ["宋一平", "何小平", "林溪"])
    let asked = CleaningTests.article(CleaningTests.prose + "<p>读者问起雾。作者：雾会散的，只是要等到八点。</p>")
    #expect(asked.authors.isEmpty)
  }

  @Test func aFirstSentenceInBoldAfterALabelledNameIsTheLead() {
    let article = CleaningTests.article(
      "<p><span class=\"m-author__label\">作者：</span>宋一平</p><p><strong>渡口的最后一班船在七月五日清晨离岸，船上只有三位乘客。</strong></p>"
        + CleaningTests.prose)
    #expect(article.authors == ["宋一平"])
    #expect(article.standfirst == "渡口的最后一班船在七月五日清晨离岸，船上只有三位乘客。")
  }

  @Test func dashesThatEndAnArticleAreDropped() {
    let article = CleaningTests.article(CleaningTests.prose + "<p>——</p><p>微信搜索“渡口书评”：重申江面</p>")
    #expect(article.blocks.count == 2)
  }

  @Test(arguments: ["⚪️", "■", "◾️"])
  func aSignOnItsOwnLineEndsTheText(sign: String) {
    let article = CleaningTests.article(CleaningTests.prose + "<p>\(sign)</p><p>The morning of a ferry</p>")
    #expect(article.blocks.count == 4 && article.blocks[2] == .paragraph(StyledText(sign), role: .endmark))
  }

  @Test func aHeadingWithAnIDMadeOfItsWordsIsNotAButton() {
    let article = CleaningTests.article(
      CleaningTests.prose + "<h3 id=\"comment-likes\">Comment Likes</h3><p>过江的人在留言簿上画圈，圈越大越喜欢这条船。</p>")
    #expect(article.plainText().contains("Comment Likes"))
    let bar = CleaningTests.article(CleaningTests.prose + "<h3 class=\"share\">Share</h3>" + CleaningTests.prose)
    #expect(!bar.plainText().contains("Share"))
  }

  @Test func aFrameThatRepeatsAQuotedPostIsDropped() {
    let frame =
      "<p><iframe class=\"wp-embedded-content\" title=\"《对岸》—江报\" src=\"https://yuelan.example/2/embed/\"></iframe></p>"
    let quote =
      "<blockquote class=\"wp-embedded-content\"><p><a href=\"https://yuelan.example/2\">对岸的船</a></p></blockquote>"
    let article = CleaningTests.article(CleaningTests.prose + quote + frame + CleaningTests.prose)
    #expect(!article.blocks.contains { if case .embed = $0 { true } else { false } })
    #expect(article.links.map(\.url) == ["https://yuelan.example/2"])
    let alone = CleaningTests.article(CleaningTests.prose + frame + CleaningTests.prose)
    #expect(alone.blocks.contains { if case .embed = $0 { true } else { false } })
  }
}

extension Block {
  fileprivate var role: ParagraphRole? {
    if case .paragraph(_, let role) = self { role } else { nil }
  }

  fileprivate var spans: [StyledText.Span] {
    if case .paragraph(let text, _) = self { text.spans } else { [] }
  }
}
