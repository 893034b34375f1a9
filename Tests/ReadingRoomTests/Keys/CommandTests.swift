import Testing

@testable import ReadingRoom

/// Commands as a screen, the keys that are pressed, and the screen afterwards.
struct Step: Sendable, CustomStringConvertible {
  var command: Command
  var before: String
  var keys: String
  var after: String
  var description: String { "\(command.rawValue): \(keys)" }

  init(_ command: Command, _ before: String = "", keys: String, _ after: String) {
    self.command = command
    self.before = before
    self.keys = keys
    self.after = after
  }
}

@Suite struct CommandTests {
  static let steps: [Step] = [
    Step(.lineDown, keys: "down j", "3/40"), Step(.lineUp, "G", keys: "up k", "38/40"),
    Step(.pageDown, keys: "space", "20/40"), Step(.pageUp, "G", keys: "pgup", "21/40"),
    Step(.halfPageDown, keys: "ctrl-d", "11/40"), Step(.halfPageUp, "ctrl-d ctrl-d", keys: "ctrl-u", "11/40"),
    Step(.first, "G", keys: "g", " 1/40"), Step(.last, keys: "G", "40/40"),
    Step(.open, keys: "enter", "1,286 字"), Step(.right, keys: "right", "1,286 字"),
    Step(.left, "enter", keys: "left", "全部文章"), Step(.back, "enter", keys: "q", "全部文章"),
    Step(.back, "/ 水 enter", keys: "esc", "40 篇"), Step(.back, "s 水 enter", keys: "q", "全部文章"),
    Step(.dismiss, "enter m", keys: "esc", "1,286 字"),
    Step(.dismiss, keys: "esc esc", "按 q 退出"), Step(.dismiss, "?", keys: "/ 无 此 键", "没有找到"),
    Step(.dismiss, "enter m esc", keys: "esc", "全部文章"),
    Step(.dismiss, "enter / 信 enter", keys: "esc", "还剩 3 分钟"),
    Step(.help, keys: "?", "列表全部标为已读"), Step(.help, "enter", keys: "f1", "文内查找"),
    Step(.search, keys: "s", "多个词须同时出现"), Step(.search, keys: "s 水", "12 篇"),
    Step(.bookmarks, keys: "B", "茶马古道"), Step(.themes, keys: "T", "竹简两千年不语"),
    Step(.commandLine, keys: ": q", ":q"), Step(.undo, keys: "U", "没有可撤销的操作"), Step(.undo, "B x", keys: "U", "已恢复收藏"),
    Step(.undo, "B x", keys: "U", "3 篇"), Step(.undo, keys: "u U", "已标为未读"),
    Step(.undo, "/ 竹 enter esc", keys: "U", "筛选：竹"), Step(.undo, "/ 竹 enter / backspace enter", keys: "U", "筛选：竹"),
    Step(.undo, "A", keys: "U", "已将 38 篇恢复为未读"),
    Step(.markAllRead, keys: "A", "38 篇已标为已读；按 U 撤销"), Step(.markAllRead, "A", keys: "A", "没有未读文章了"),
    Step(.markAboveRead, "down down down down", keys: "^", "2 篇已标为已读"), Step(.markAboveRead, keys: "^", "已到开头"),
    Step(.unreadOnly, keys: "a", "38 篇"), Step(.unreadOnly, "a", keys: "a", "40 篇"),
    Step(.star, keys: "b", "★ 2023-07-17  灯下"), Step(.star, "b", keys: "b", "• 2023-07-17  灯下"),
    Step(.star, "enter", keys: "b q", "★ 2023-07-17  灯下"),
    Step(.toggleRead, "down", keys: "u", "• 2023-07-17  山河志"),
    Step(.nextUnread, "down", keys: "}", " 3/40"), Step(.previousUnread, "G", keys: "{", "39/40"),
    Step(.nextUnread, "enter", keys: "}", "月亮为什么总用同一面朝着我们"),
    Step(.openPage, keys: "w", "网址：https://example.org/0"), Step(.copyLink, keys: "y", "已复制 https://example.org/0"),
    Step(.copyText, "enter", keys: "Y", "已复制 灯下读简"), Step(.metadata, "enter", keys: "m", "推送时间"),
    Step(.metadata, keys: "m", "推送时间"), Step(.metadata, "enter m", keys: "m", "1,286 字"),
    Step(.origins, "enter tab", keys: "o", "出处：页面"), Step(.origins, "m o", keys: "o", "不显示出处"),
    Step(.filter, keys: "/ 竹", "4 篇"), Step(.filter, "/ 竹", keys: "esc", "40 篇"),
    Step(.filter, "f", keys: "/ 竹 enter enter", "m 资料"), Step(.filter, "?", keys: "/ s o r t", "切换排序"),
    Step(.filter, "?", keys: "/ 切 換", "切换排序"), Step(.filter, "?", keys: "/ Ｓ ｏ ｒ ｔ", "切换排序"),
    Step(.filter, "B", keys: "/ 旅 行", "1/1"),
    Step(.sort, keys: "o", "按来源"), Step(.sort, "o", keys: "o", "按标题"), Step(.reverse, keys: "O", "按日期 ↑"),
    Step(.facets, keys: "f", "已保存的检索"), Step(.facets, "f", keys: "f", "全部文章"), Step(.focus, "f", keys: "tab", "全部文章"),
    Step(.unfold, keys: "x", "这里没有近似重复"), Step(.jumpToDate, keys: "d 2 0 2 3 - 0 7 - 1 4 enter", " 7/40"),
    Step(.jumpToDate, keys: "d x enter", "无法识别的日期"), Step(.saveSearch, "/ 水 enter", keys: "S enter", "已保存检索：水"),
    Step(.pipe, keys: "| c a t enter", "正在运行：cat"),
    Step(.stopCommand, keys: "ctrl-x", "没有正在运行的命令"), Step(.markArticle, keys: "t", "已选 1 篇"),
    Step(.preview, keys: "p", "预览要 140 列以上"), Step(.previewDown, keys: "ctrl-e", "预览要 140 列以上"),
    Step(.previewUp, keys: "ctrl-y", "预览要 140 列以上"),
    Step(.moveUp, "f G", keys: "K", "▌ 气候 date:2023"), Step(.moveDown, "f G", keys: "J", "▌ 气候 date:2023"),
    Step(.find, "enter", keys: "/ 泥", "1/3"),
    Step(.find, "enter", keys: "/ 泥", "查找 泥"), Step(.filter, keys: "/ 竹", "筛选 竹"),
    Step(.nextHit, "enter / 泥 enter", keys: "n", "泥 2/3"),
    Step(.previousHit, "enter / 泥 enter", keys: "N", "已绕回"),
    Step(.nextSection, "enter", keys: ")", "“钱衣” 二字"), Step(.previousSection, "enter ) G", keys: "(", "“钱衣” 二字"),
    Step(.nextSection, "enter m", keys: ") )", "▌ 一把尺子的历史"),
    Step(.nextArticle, "enter", keys: "]", "茶马古道上的最后一支马帮"), Step(.previousArticle, "down enter", keys: "[", "灯下读简"),
    Step(.previousArticle, "enter", keys: "[", "没有更多文章了"),
    Step(.setMark, "enter space", keys: "M a", "已设标记 a"), Step(.goToMark, "enter space M a g", keys: "' a", "82%"),
    Step(.goToMark, "enter space", keys: "' z", "没有标记 z"), Step(.goToMark, "enter G", keys: "' '", "1,286 字"),
    Step(.historyBack, "enter ]", keys: "<", "灯下读简"), Step(.historyForward, "enter ] <", keys: ">", "茶马古道上的最后一支马帮"),
    Step(.historyForward, "enter", keys: ">", "没有更早或更晚的文章了"),
    Step(.wider, "enter -", keys: "+", "版心宽 76 列"), Step(.narrower, "enter", keys: "-", "版心宽 72 列"),
    Step(.vertical, "enter", keys: "v", "直排"), Step(.vertical, "enter v", keys: "v", "横排"),
    Step(.left, "enter v", keys: "left right", "灯下读简"),
    Step(.reading, "enter", keys: "Z", "dēng"), Step(.reading, "enter Z", keys: "Z", "ㄉㄥ"),
    Step(.reading, "enter Z Z", keys: "Z", "不注音"), Step(.reading, "enter V", keys: "Z", "dēng"),
    Step(.script, "enter", keys: "z", "燈下"), Step(.justify, "enter", keys: "J", "两端对齐"),
    Step(.mouse, keys: "P", "鼠标交给终端"),
    Step(.uncleaned, "enter", keys: "c", "〔剔除：导航、多为链接〕首页 > 文化"),
    Step(.uncleaned, "enter c", keys: "c", "1,286 字"), Step(.source, keys: "r", "40 篇"),
    Step(.editSource, "enter", keys: "E", "1,286 字"), Step(.visits, keys: "H", "未读完"),
    Step(.visits, "H", keys: "enter", "1,286 字"),
    Step(.visits, "H", keys: "q", "全部文章"), Step(.visits, keys: "H", "最近阅读"),
    Step(.select, "enter", keys: "V", "Enter 划线"), Step(.select, "enter V", keys: "V", "m 资料"),
    Step(.selectWord, "enter V", keys: "w y", "已复制 灯"), Step(.selectSentence, "enter V w", keys: "s y", "已复制 灯下读简"),
    Step(.selectParagraph, "enter V j", keys: "p enter m ) )", "▌ "),
    Step(.extendForward, "enter V w", keys: "L y", "已复制 灯下"),
    Step(.extendBackward, "enter V w right", keys: "H y", "已复制 灯下"),
    Step(.extendDown, "enter V", keys: "J enter", "已划线"), Step(.extendUp, "enter V right", keys: "K enter", "已划线"),
    Step(.nextColor, "enter V", keys: "c", "下次用绿色"), Step(.nextColor, "enter V enter V", keys: "c", "划线已修改"),
    Step(.editNote, "enter V", keys: "n 好 enter", "已划线"), Step(.remove, "enter V enter V", keys: "x", "划线已删除"),
    Step(.remove, "enter V", keys: "x", "这里没有划线"), Step(.undo, "enter V enter", keys: "U", "已恢复先前的划线"),
    Step(.focus, "enter V enter B", keys: "tab", "灯下读简"), Step(.focus, "B", keys: "tab", "还没有划线"),
    Step(.editNote, "B down", keys: "n 好 enter", "已写入附注"), Step(.editNote, "B down", keys: "n 好 enter", "      好"),
    Step(.editNote, "B", keys: "n enter", "没有改动"), Step(.editTags, "B", keys: "t space 山 enter", "#旅行 #茶 #山"),
    Step(.editTags, "B", keys: "t ctrl-u enter", "标签已更新"), Step(.filterByTag, "B", keys: "# 茶 enter", "1 篇"),
    Step(.filterByTag, "B", keys: "# tab", "筛选 #旅行"), Step(.filterByTag, "B # tab", keys: "tab", "筛选 #茶"),
    Step(.sort, "B", keys: "o", "新收藏在前"), Step(.undo, "B down n 好 enter", keys: "U", "已恢复附注"),
    Step(.remove, "B", keys: "x", "2 篇"), Step(.edit, "B", keys: "e", "收藏夹"),
    Step(.rescan, keys: "f5", "40 篇"), Step(.redraw, keys: "ctrl-l", "40 篇"), Step(.suspend, keys: "ctrl-z", "40 篇"),
    Step(.lookUp, "enter V w", keys: "d", "还没有设词典"), Step(.lookUp, "enter", keys: "d", "查词"),
    Step(.readAloud, "enter", keys: "a", "朗读中，语速 175"), Step(.readAloud, "enter a", keys: "a", "已停止朗读"),
    Step(.pauseReading, "enter a", keys: "space", "朗读暂停"),
    Step(.nextSentence, "enter end a", keys: ". . . . . . . . . . . . . . . . . . . .", "没有可朗读的句子"),
    Step(.previousSentence, "enter a", keys: ",", "已到开头"),
    Step(.faster, "enter a", keys: "+", "语速 200"), Step(.slower, "enter a", keys: "-", "语速 150"),
    Step(.quit, keys: "Q", "40 篇"),
  ]

  @Test(arguments: steps) func everyKeyRunsTheCommandOfItsRow(step: Step) {
    var settings = Settings()
    settings.speaker = ["say", "{rate}"]
    var visit = Visit(settings: settings)
    visit.press(step.before)
    visit.press(step.keys)
    #expect(visit.screen.contains(step.after), "\(step):\n\(visit.screen)")
  }

  @Test func everyCommandIsTested() {
    let tried = Set(Self.steps.map(\.command))
    for command in Command.allCases {
      #expect(tried.contains(command), "\(command.rawValue)")
    }
  }

  @Test(
    arguments: [
      ("Q", Effect.quit), ("ctrl-c", .quit), ("q", .quit), ("ctrl-z", .suspend), ("ctrl-l", .redraw), ("f5", .rescan),
      ("b", .setStar(ArticleHandle(0), true)), ("down u", .setRead([ArticleHandle(1)], false)), ("b U", .undoBookmark),
      ("B e", .editBookmarks(key: "a/1.md")), ("B x", .removeBookmark(key: "a/1.md")),
      ("enter", .loadArticle(ArticleHandle(0))), ("r", .showSource(ArticleHandle(0), inEditor: false)),
      ("enter E", .showSource(ArticleHandle(0), inEditor: true)), ("enter c", .explainPage(ArticleHandle(0))),
      ("/ 水 enter S enter", .changeSearches(from: [], to: [NamedQuery(name: "水", query: "水")])),
      ("B down down enter", .copy("https://example.org/gone")),
      ("enter M b", .saveMarks(ArticleHandle(0), ["b": 0])),
    ])
  func aKeyRequestsItsEffect(keys: String, effect: Effect) {
    var visit = Visit()
    visit.press(keys)
    #expect(visit.effects.contains(effect))
  }

  @Test(
    arguments: [
      ("theme zhi", "配色：纸"), ("measure 60", "版心宽 60 列"), ("sort title", "按标题"), ("language en", "All articles"),
      ("filter 竹", "4 篇"), ("search 水", "12 篇"), ("date 2023-07-14", " 7/40"), ("30", "30/40"), ("50%", "21/40"),
      ("help", "列表全部标为已读"), ("nonsense", "没有这个命令：nonsense"), ("theme nonsense", "nonsense：没有这个配色。有：mo、zhi"),
      ("measure wide", "wide：应为 10–200 之间的数字"),
      ("measure 10", "版心宽 10 列"), ("indent 9", "9：应为 0–8 之间的数字"),
      ("sort up", "up：没有这个值。有：date、publisher"), ("script traditional", "按日期"), ("find 水", "“:find”在这里无效"),
    ])
  func aCommandLineIsExecuted(line: String, after: String) {
    var visit = Visit()
    visit.press(":")
    visit.type(line)
    visit.press("enter")
    #expect(visit.screen.contains(after), "\(line):\n\(visit.screen)")
  }

  @Test func commandLinesAreCompletedAndRecalled() {
    var visit = Visit()
    visit.press(": t h e m e space z h tab")
    #expect(visit.status.contains(":theme zhi"))
    visit.press("tab")
    #expect(visit.status.contains(":theme zhuqing"))
    visit.press("shift-tab enter : up")
    #expect(visit.status.contains(":theme zhi"))
  }

  @Test func aPreviewedThemeIsRevertedOnEscape() {
    var visit = Visit()
    let before = visit.frame.fill
    visit.press("T down")
    #expect(visit.frame.fill != before)
    visit.press("esc")
    #expect(visit.frame.fill == before)
    visit.press("T down enter")
    #expect(visit.frame.fill != before)
    #expect(visit.effects.contains(.remember(.theme, "zhi")))
  }

  @Test func aHangUpSavesPositionAndSession() {
    var visit = Visit()
    visit.press("enter space")
    let effects = update(&visit.state, .hangup)
    #expect(
      effects.contains { if case .savePosition(ArticleHandle(0), let offset, _) = $0 { offset > 0 } else { false } })
    #expect(effects.contains(.saveSession(visit.state.session)))
    #expect(effects.last == .quit)
    #expect(visit.state.session.openArticle == ArticleHandle(0))
  }

  @Test func aSessionIsRestored() {
    var visit = Visit()
    visit.press("down down down enter")
    var again = Visit(session: visit.state.session)
    #expect(again.screen.contains("活字：从泥、木到铜、铅，再到光"))
    again.press("q")
    #expect(again.status.contains("4/40"))
  }

  @Test(arguments: Language.allCases) func everyMessageHasATextInEachLanguage(language: Language) {
    for message in Message.allCases {
      let text = message.text(in: language, "①", "②")
      #expect(!text.isEmpty)
      #expect(text.contains("①") == language.choosing(message.row).contains("%1"))
    }
    #expect(Message.articleCount.text(in: .english, "1") == "1 article")
    #expect(Message.articleCount.text(in: .english, "1,000") == "1,000 articles")
    for command in Command.allCases { #expect(!command.summary(in: language).isEmpty) }
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", Language.simplified), ("zh_TW.UTF-8", .traditional), ("zh_HK", .traditional), ("en_GB", .english),
    ("C", .simplified),
  ])
  func theLocaleChoosesTheLanguage(name: String, language: Language) {
    #expect(Language(localeName: name) == language)
  }
}
