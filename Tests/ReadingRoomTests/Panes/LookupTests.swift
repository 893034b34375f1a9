import ArticleDump
import Testing

@testable import ReadingRoom

/// Looking up a word: what is requested, what the pane shows, and what happens to late answers.
@Suite struct LookupTests {
  private static let chinese = DictionaryCommand(name: "cedict", command: ["sdcv", "-n", "--", "{word}"])
  private static let latin = DictionaryCommand(
    name: "wordnet", command: ["dict", "-d", "wn", "{word}"], writings: [.latin])
  private static let second = DictionaryCommand(name: "moedict", command: ["moedict"], writings: [.han], key: Key("D"))

  private static func visit(
    _ dictionaries: [DictionaryCommand] = [chinese, latin, second], rows: Int = 24, columns: Int = 80,
    language: Language = .simplified
  ) -> Visit {
    var settings = Settings()
    settings.dictionaries = dictionaries
    settings.language = language
    var visit = Visit(rows: rows, columns: columns, settings: settings)
    visit.press("enter")
    return visit
  }

  /// The last request to a dictionary.
  private static func request(_ visit: Visit) throws -> ProgramRequest {
    try #require(
      visit.effects.reversed().compactMap { effect -> ProgramRequest? in
        if case .lookUp(let request) = effect { request } else { nil }
      }.first)
  }

  private static func searchNumber(_ visit: Visit) throws -> Int {
    try #require(
      visit.effects.reversed().compactMap { effect -> Int? in
        if case .findWord(_, let number) = effect { number } else { nil }
      }.first)
  }

  private static let known = KnownWord(
    glosses: [Gloss(name: "灯下", original: "Lamplight")],
    articles: [
      ListRow(
        id: ArticleHandle(7), title: "一把尺子的历史", publisher: Publisher(id: "kanwu", name: "排字房通讯"),
        date: Timestamp(secondsSinceEpoch: 1_689_596_880))
    ], total: 3, query: "\"灯下\"")

  @Test func theSameKeyAsksTheNextDictionary() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    let first = try Self.request(visit)
    #expect(first.call == ProgramCall(["sdcv", "-n", "--", "灯下"]))
    #expect(visit.effects.contains(.findWord("灯下", number: try Self.searchNumber(visit))))
    #expect(visit.screen.contains("灯下 · cedict 1/2"))
    #expect(visit.screen.contains("正在查"))
    visit.press("d")
    // The one for Latin is skipped; a command without a placeholder gets the word on standard input.
    #expect(try Self.request(visit).call == ProgramCall(["moedict"], input: "灯下\n"))
    #expect(visit.screen.contains("灯下 · moedict 2/2"))
    visit.press("d")
    #expect(visit.screen.contains("灯下 · cedict 1/2"))
    #expect(visit.effects.filter { if case .findWord = $0 { true } else { false } }.count == 1)
  }

  @Test func dictionariesAreChosenByKeyNumberOrRow() throws {
    var visit = Self.visit()
    visit.press("V w L D")
    #expect(try Self.request(visit).call.words == ["moedict"])
    visit.press("1")
    #expect(try Self.request(visit).call.words.first == "sdcv")
    visit.press("2")
    #expect(try Self.request(visit).call.words == ["moedict"])
    visit.press("D")
    #expect(visit.screen.contains("灯下 · moedict 2/2"))
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "灯盏之下", problem: nil))
    visit.press(") enter")
    #expect(try Self.request(visit).call.words.first == "sdcv")
    // A dictionary that is called by its key is asked, whatever script the word is in.
    var prompt = Self.visit([DictionaryCommand(name: "w", command: ["w", "{word}"], writings: [.latin], key: Key("W"))])
    prompt.press("W")
    prompt.type("夜")
    prompt.press("enter")
    #expect(try Self.request(prompt).call.words == ["w", "夜"])
  }

  @Test func helpNamesTheKeysOfDictionaries() {
    var visit = Self.visit(rows: 60)
    visit.press("?")
    #expect(visit.screen.contains("查词：moedict"))
    visit.press("/")
    visit.type("moedict")
    #expect(visit.screen.contains("查词：moedict"))
    #expect(!visit.screen.contains("文内查找"))
  }

  @Test func withoutASelectionTheRoomAsksForAWord() throws {
    var visit = Self.visit()
    visit.press("d")
    #expect(visit.status.contains("查词"))
    visit.type("ferry")
    visit.press("enter")
    #expect(visit.screen.contains("ferry · cedict 1/2"))
    visit.press("d")
    #expect(try Self.request(visit).call.words == ["dict", "-d", "wn", "ferry"])
    visit.press("esc d")
    visit.type("……")
    visit.press("enter")
    #expect(visit.state.lookup == nil)
    #expect(visit.status.contains("没有可查的字词"))
  }

  @Test func escapeClosesThePaneAndKeepsSelectionAndPlace() throws {
    var visit = Self.visit()
    visit.press("space V w L d")
    let before = (visit.state.reader?.selection, visit.state.reader?.topOffset)
    #expect(before.0 != nil)
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "甲\n乙\n丙", problem: nil))
    visit.press("j j j esc")
    #expect(visit.state.lookup == nil)
    #expect(visit.effects.last == .stopLookingUp)
    #expect(visit.state.reader?.selection == before.0)
    #expect(visit.state.reader?.topOffset == before.1)
    visit.press("esc")
    #expect(visit.state.reader?.selection == nil)
    #expect(visit.state.room == .reader)
  }

  @Test func lateAnswersAreDropped() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    let (first, search) = (try Self.request(visit), try Self.searchNumber(visit))
    visit.press("d")
    visit.send(.lookedUp(number: first.number, text: "迟到", problem: nil))
    #expect(!visit.screen.contains("迟到"))
    visit.press("esc l d")
    visit.send(.wordKnown(number: search, Self.known))
    #expect(!visit.screen.contains("一把尺子的历史"))
    // There is nothing left to answer.
    visit.press("esc")
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "迟到", problem: nil))
    visit.send(.wordKnown(number: try Self.searchNumber(visit), Self.known))
    #expect(visit.state.lookup == nil)
    #expect(!visit.screen.contains("迟到"))
  }

  @Test func articlesWithTheWordAreBelowTheAnswerAndOpen() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    // The library may be faster than the dictionary.
    visit.send(.wordKnown(number: try Self.searchNumber(visit), Self.known))
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "灯盏之下\n", problem: nil))
    let selection = visit.state.reader?.selection
    #expect(visit.screen.contains("灯盏之下"))
    visit.press("G")
    #expect(visit.screen.contains("列出全部 3 篇"))
    #expect(visit.screen.contains("Lamplight"))
    visit.press("k enter")
    #expect(visit.state.reader?.id == ArticleHandle(7))
    #expect(visit.state.lookup == nil)
    visit.press("<")
    #expect(visit.state.reader?.id == ArticleHandle(0))
    #expect(visit.state.lookup?.word == "灯下")
    #expect(visit.state.reader?.selection == selection)
    #expect(visit.screen.contains("列出全部 3 篇"), "the pane stands where it stood")
    #expect(visit.effects.filter { if case .lookUp = $0 { true } else { false } }.count == 1, "it was answered")
    visit.press("j enter")
    #expect(visit.state.room == .search)
    #expect(visit.state.search?.query.text == "\"灯下\"")
  }

  @Test func returningToAnAnswerStopsTheOtherDictionary() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    visit.send(.wordKnown(number: try Self.searchNumber(visit), Self.known))
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "灯盏之下\n", problem: nil))
    visit.press("G k enter V d")
    #expect(visit.state.lookup?.isAnswered == false)
    visit.state.lookup?.pane.isFocused = false
    visit.press("<")
    #expect(visit.state.lookup?.word == "灯下")
    let asked = visit.effects.last {
      if case .lookUp = $0 { true } else { $0 == .stopLookingUp }
    }
    #expect(asked == .stopLookingUp)
  }

  @Test func anUnansweredQuestionIsAskedAgainOnReturn() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    visit.send(.wordKnown(number: try Self.searchNumber(visit), Self.known))
    visit.press("G k enter <")
    let asked = visit.effects.compactMap { effect -> Int? in
      if case .lookUp(let request) = effect { request.number } else { nil }
    }
    #expect(asked.count == 2 && asked.first == asked.last, "\(asked)")
    visit.send(.lookedUp(number: try #require(asked.last), text: "灯盏之下", problem: nil))
    #expect(visit.state.lookup?.isAnswered == true)
    // The library, which had not answered yet either.
    var early = Self.visit()
    early.press("V w L d")
    let lookup = try #require(early.state.lookup)
    early.state.lookupBehind = LookupBehind(article: ArticleHandle(0), lookup: lookup, selection: nil)
    early.press("esc esc ] <")
    #expect(early.effects.filter { $0 == .findWord("灯下", number: lookup.searchNumber) }.count == 2)
    early.send(.wordKnown(number: lookup.searchNumber, Self.known))
    #expect(early.state.lookup?.isSearched == true)
  }

  @Test func thePaneFollowsTheLanguage() {
    var visit = Self.visit([])
    visit.press("V w d tab :")
    visit.type("language en")
    visit.press("enter")
    #expect(visit.screen.contains("No dictionary is set up"))
  }

  @Test func namesInTheOpenArticleAreKnownImmediately() {
    var visit = Self.visit([])
    visit.press("d")
    visit.type("john")
    visit.press("enter")
    #expect(visit.screen.contains("约翰-史密斯"))
    #expect(Gloss(name: "約翰-史密斯", original: "John Smith").isOf("约翰"))
    #expect(Gloss(name: "约翰-史密斯", original: "John Smith").isOf("Smith"))
    #expect(!Gloss(name: "约翰-史密斯", original: "John Smith").isOf("史密"))
    #expect(!Gloss(name: "约翰-史密斯", original: "John Smith").isOf("-"))
  }

  @Test func withoutADictionaryThePaneAsksTheLibraryAndExplainsTheSetting() throws {
    var visit = Self.visit([])
    visit.press("V w L d")
    #expect(!visit.effects.contains { if case .lookUp = $0 { true } else { false } })
    #expect(visit.screen.contains("还没有设词典"))
    #expect(visit.screen.contains("[dictionaries]"))
    #expect(visit.screen.contains("sdcv -n01 -- {word}"))
    visit.send(.wordKnown(number: try Self.searchNumber(visit), KnownWord()))
    #expect(visit.screen.contains("文库里没有提到"))
    visit.press("d")
    #expect(visit.status.contains("还没有设词典"))
    var latinOnly = Self.visit([Self.latin])
    latinOnly.press("V w L d")
    #expect(latinOnly.screen.contains("都不查这种文字"))
  }

  @Test func controlSequencesInAnAnswerAreRemoved() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    let hostile =
      "\u{1B}[31m红\u{1B}[0m \u{1B}]0;题\u{07}绿\u{9B}5m \u{1B}(B蓝 b\u{08}bo\u{08}old \u{1B}Pq\u{1B}\\黄 \u{202E}x\u{0}"
    visit.send(.lookedUp(number: try Self.request(visit).number, text: hostile, problem: nil))
    #expect(visit.screen.contains("红 绿 蓝 bold 黄"), "\(visit.screen)")
    #expect(visit.screen.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
    #expect(!visit.screen.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [
    ("a\u{1B}", "a"), ("a\u{1B}[", "a"), ("a\u{1B}[31", "a"), ("a\u{1B}]x", "a"), ("a\u{1B}]x\u{1B}", "a"),
    ("\u{08}a", "a"),
    ("a\n\u{08}b", "a\nb"), ("a\tb\r\n", "a    b\n"), ("\u{9D}x\u{9C}a", "a"), ("\u{1B}[31[a", "a"),
  ])
  func unterminatedSequencesEndWithTheText(printed: String, plain: String) {
    #expect(plainOutput(printed) == plain)
  }

  @Test func aDictionarysProblemIsShown() throws {
    var visit = Self.visit()
    visit.press("V w L d")
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "半截", problem: "sdcv 出错"))
    #expect(visit.screen.contains("半截"))
    #expect(visit.screen.contains("sdcv 出错"))
  }

  @Test func longLinesOfAnAnswerScrollByRows() throws {
    var visit = Self.visit(rows: 12, columns: 40)
    visit.press("V w L d")
    let long = (0..<60).map { "第\($0)节的话又长又密" }.joined()
    visit.send(.lookedUp(number: try Self.request(visit).number, text: "头\n" + long + "\n尾", problem: nil))
    var seen = visit.screen
    for _ in 0..<80 {
      visit.press("j")
      seen += visit.screen
    }
    for number in 0..<60 { #expect(seen.contains("第\(number)节"), "\(number)") }
    #expect(seen.contains("尾"))
    visit.press("g")
    #expect(visit.screen.contains("头"))
  }

  @Test func anEndlessAnswerIsCut() throws {
    var visit = Self.visit()
    visit.press("V w d")
    let flood = String(repeating: "月\n", count: 100_000) + String(repeating: "亮", count: 100_000)
    visit.send(.lookedUp(number: try Self.request(visit).number, text: flood, problem: nil))
    #expect(try #require(visit.state.lookup).pane.items.count < 2_100)
    #expect(visit.state.lookup?.pane.items.contains { $0.detail.contains("只显示前 2,000 行") } == true)
    visit.press("d")
    visit.send(
      .lookedUp(number: try Self.request(visit).number, text: String(repeating: "亮", count: 5_000), problem: nil))
    let lines = try #require(visit.state.lookup).pane.items.filter { $0.text.hasPrefix("亮") }.map(\.text.count)
    #expect(lines == [2_000, 2_000, 1_000])
  }

  @Test func thePanesPlaceDependsOnTheWindowsSize() {
    var visit = Self.visit(rows: 24, columns: 80)
    visit.press("V w L d")
    #expect(visit.state.showsPaneBelow)
    let selection = visit.state.reader?.selection
    for (rows, columns) in [(12, 40), (36, 120), (5, 20), (2, 5), (18, 40), (24, 80)] {
      visit.send(.resized(Size(rows: rows, columns: columns)))
      #expect(visit.screen.isEmpty == false)
      #expect(visit.state.reader?.selection == selection)
    }
    visit.send(.resized(Size(rows: 36, columns: 120)))
    #expect(visit.state.showsPaneBeside)
    // The text can be read beside the pane, and another word looked up.
    visit.press("tab l d")
    #expect(visit.state.lookup?.word == "读")
    visit.send(.resized(Size(rows: 12, columns: 40)))
    #expect(visit.state.showsPaneOver)
    visit.press("tab")
    #expect(visit.state.lookup == nil)
  }

  @Test func leavingTheArticleEndsTheLookup() {
    var visit = Self.visit()
    visit.press("V w L d B")
    #expect(visit.state.lookup != nil)
    visit.press("esc")
    #expect(visit.state.room == .reader)
    visit.press("s down ]")
    visit.press("esc esc esc esc")
    visit.send(.hangup)
    #expect(visit.state.lookup == nil)
    #expect(visit.effects.contains(.stopLookingUp))
  }

  @Test(
    arguments: Language.allCases,
    [Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func thePaneMatchesItsSnapshot(language: Language, size: Size) throws {
    var visit = Self.visit(rows: size.rows, columns: size.columns, language: language)
    visit.press("V w L d")
    visit.send(
      .lookedUp(
        number: try Self.request(visit).number,
        text: "灯下\n   dēng xià\n   在灯光之下；夜里。\n\n   【例】灯下读书，不觉天明。", problem: nil))
    visit.send(.wordKnown(number: try Self.searchNumber(visit), Self.known))
    expectSnapshot(visit.screen, named: "\(language.rawValue)/lookup-\(size.columns)x\(size.rows)")
    var without = Self.visit([], rows: size.rows, columns: size.columns, language: language)
    without.press("V w L d")
    expectSnapshot(without.screen, named: "\(language.rawValue)/lookup-none-\(size.columns)x\(size.rows)")
  }
}

@Suite struct DictionaryCommandTests {
  @Test(arguments: [
    ("月亮", WritingSystem.han), ("moon", .latin), ("お月さま", .kana), ("달", .hangul), ("луна", .cyrillic),
    ("σελήνη", .greek),
    ("قمر", .other), ("2024", .other), ("T恤", .han), ("iPhone 手机", .latin), ("", .other), ("カメラ", .kana), ("々", .han),
  ])
  func theWritingSystemIsThatOfMostLetters(text: String, writing: WritingSystem) {
    #expect(WritingSystem(of: text) == writing)
  }

  @Test(arguments: [
    ("--output=/etc/x", "output=/etc/x"), (" - -n 月", "n 月"), ("月\n亮  好", "月 亮 好"), ("$(rm -rf /)", "$(rm -rf /)"),
    ("-", ""),
  ])
  func aDictionaryTermIsOneLineAndNeverAnOption(text: String, term: String) {
    #expect(DictionaryCommand.term(in: text) == term)
  }

  @Test func placeholdersAreFilledOnceAndOnlyInArguments() {
    let call = ProgramCall(
      ["{word}", "--x={word}", "{word}{word}", "{rate}", "{", "{}"], filling: ["word": "{rate};`a`"])
    #expect(call.words == ["{word}", "--x={rate};`a`", "{rate};`a`{rate};`a`", "{rate}", "{", "{}"])
    #expect(DictionaryCommand(name: "x", command: ["{word}"]).call(for: "月").input == "月\n")
  }
}
