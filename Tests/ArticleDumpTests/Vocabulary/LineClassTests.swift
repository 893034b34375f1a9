import Testing

@testable import ArticleDump

@Suite struct LineClassTests {
  @Test(arguments: [
    ("分享到：", LineClass.share), ("分 享 到 ：", .share), ("微信 微博 QQ空间", .share), ("微博微信分享0", .share),
    ("顶一下 (3) 踩一下 (0)", .counters), ("回首頁│文章列表│留言板", .navigation),
    ("讨论区 共 0 則留言 規範", .comments), ("（责任编辑：admin）", .navigation),
    ("【延伸阅读】", .relatedLabel),
    ("相关阅读：", .relatedLabel), ("網友評論（12）", .comments), ("3条评论", .comments), ("請繼續往下閱讀...", .advert),
    ("—— 广告 ——", .advert), ("扫一扫，下载远山客户端", .promotion), ("长按识别二维码，关注我们", .promotion), ("上一篇：纸伞铺子", .navigation),
    ("返回首页 | 返回列表", .navigation), ("【打印本页】【关闭窗口】", .navigation), ("阅读 10万+", .counters), ("点赞 321", .share),
    ("阅读：3021　评论：12", .counters), ("京ICP备00000000号", .siteFooter),
    ("Copyright © 2021 All Rights Reserved", .siteFooter),
    ("版权声明：本文版权归海港网所有，未经允许不得转载。", .notice), ("（完）", .endMark), ("—— END ——", .endMark), ("－－未完待续－－", .endMark),
    ("—— 持续更新中——", .endMark), ("（路透社、德新社）", .agencyCredit),
    ("获取更多RSS：\nhttps://feedx.net", .siteFooter),
  ])
  func boilerplateIsRecognizedByItsWords(line: String, expected: LineClass) {
    #expect(LineClass(line, isAtEdge: true) == expected)
  }

  @Test(arguments: [
    "1、要么下载app；", "3、关注我们的健康", "点击下载App；", "生活中不该都是扫码，不是每做一件事情都要把手机掏出来！", "上一篇裡面寫到了從台灣到美國的過程，這篇就來寫一下心得。",
    "若是不習慣用 RSS，也可以在臉書上面追蹤我們，有新文章時就能看到，謝謝大家一路以來的支持與閱讀。", "2020年6月17日", "杜若", "他说：“分享是一种美德。”",
    "下一篇小说写了三年，仍然没有写完，出版社的编辑已经换了两任。", "阅读使人充实，1850年的伦敦人也这样想。", "“它不懂海，”馆长说。",
  ])
  func proseIsNotBoilerplate(line: String) {
    #expect(LineClass(line, isAtEdge: true) == nil)
    #expect(LineClass(line, isAtEdge: false) == nil)
  }

  @Test(
    arguments: [
      ("#美食 #家乡 #面条", ["美食", "家乡", "面条"]), ("#停电# #夏夜#", ["停电", "夏夜"]), ("#停电##夏夜#", ["停电", "夏夜"]), ("#快递#", ["快递"]),
      ("#我在这里", nil), ("#1 门", nil), ("#1 #2", nil), ("#他说，#不对", nil), ("话题 #夏夜", nil), ("#", nil), ("##", nil),
    ] as [(String, [String]?)])
  func linesOfTagsAreTheirTags(line: String, tags: [String]?) {
    #expect(Hashtags.tags(in: line) == tags)
  }

  @Test func withinAnArticleOnlyWholeLinesCount() {
    #expect(LineClass("更多精彩内容", isAtEdge: false) == nil)
    #expect(LineClass("广告", isAtEdge: false) == .advert)
  }

  @Test(arguments: [
    ("jp-relatedposts", MarkupWords.related), ("post_share", .share), ("AdContainer-sc-8mk8fx-0", .advert),
    ("fenxiang", .share), ("xiangguan-yuedu", .related), ("comments-area", .comments), ("element-invisible", .hidden),
    ("post-navigation", .navigation), ("wp-caption-text", .caption), ("entry-content", .content),
  ])
  func wordsOfClassNamesAreRecognized(name: String, word: MarkupWords) {
    let words = Array(name.utf8).withUnsafeBufferPointer { MarkupWords.words(in: $0) }
    #expect(words.contains(word))
  }

  @Test(arguments: [
    "tag-share", "category-advertising", "has-sidebar", "bWtIRA", "FxYr8x", "field-label-hidden", "overflow-hidden",
  ])
  func classNamesOfSubjectsAndStylesAreIgnored(name: String) {
    let words = Array(name.utf8).withUnsafeBufferPointer { MarkupWords.words(in: $0) }
    #expect(words.isDisjoint(with: .junk))
  }
}
