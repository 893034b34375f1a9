import ArticleDump
import Testing

@testable import ReadingRoom

/// Reading aloud as values: which sentence, which program, and what stops it.
@Suite struct ReadingAloudTests {
  private static func visit(
    _ speaker: [String] = ["say", "-s", "{rate}"], rows: Int = 24, columns: Int = 80,
    language: Language = .simplified, blocks: [Block]? = nil
  ) -> Visit {
    var settings = Settings()
    settings.speaker = speaker
    settings.language = language
    var visit = Visit(rows: rows, columns: columns, settings: settings)
    visit.press("enter")
    if let blocks {
      var loaded = LoadedArticle(id: ArticleHandle(0), article: SampleArticle.article)
      loaded.article.blocks = blocks
      loaded.article.title = "题"
      loaded.article.standfirst = nil
      visit.press("q")
      visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
      visit.send(.articleLoaded(loaded))
    }
    return visit
  }

  private static func paragraph(_ text: String) -> Block { .paragraph(StyledText(text), role: nil) }

  /// What is being spoken, according to the last effect; `nil` after a stop.
  private static func utterance(_ visit: Visit) -> ProgramRequest? {
    for effect in visit.effects.reversed() {
      switch effect {
      case .speak(let utterance): return utterance
      case .stopSpeaking: return nil
      default: continue
      }
    }
    return nil
  }

  private static func said(_ visit: Visit) -> String? { utterance(visit)?.call.input.dropLast().description }

  /// Reports to the room that the current sentence has been spoken.
  private static func finish(_ visit: inout Visit, problem: String? = nil) throws {
    visit.send(.spoken(number: try #require(utterance(visit)).number, problem: problem))
  }

  @Test func sentencesAreSpokenInOrderToTheEnd() throws {
    var visit = Self.visit(blocks: [Self.paragraph("甲走了。乙来了！"), Self.paragraph("“丙呢？”丁说。")])
    visit.press("a")
    #expect(Self.utterance(visit)?.call == ProgramCall(["say", "-s", "175"], input: "题\n"))
    var spoken: [String] = []
    while let sentence = Self.said(visit), spoken.count < 10 {
      spoken.append(sentence)
      try Self.finish(&visit)
      if visit.state.reader?.aloud == nil { break }
    }
    #expect(spoken == ["题", "甲走了。", "乙来了！", "“丙呢？”", "丁说。"])
    #expect(visit.state.reader?.aloud == nil)
    #expect(visit.status.contains("全文已读完"))
  }

  @Test func codeAddressesAndLabelsAreNotSpoken() throws {
    let figure = Figure(images: [ArticleImage(url: "https://x.org/1.jpg")], caption: StyledText("江上的船。"), credit: "某社")
    var visit = Self.visit(blocks: [
      .preformatted("let x = 1。"), .figure(figure), Self.paragraph("https://example.org/茶 "),
      Self.paragraph("见https://example.org/a?b=1，或写信给 me@example.org。"), Self.paragraph("……"), Self.paragraph("完了。"),
    ])
    visit.press("a")
    try Self.finish(&visit)
    var spoken: [String] = []
    while visit.state.reader?.aloud != nil, spoken.count < 10 {
      spoken.append(Self.said(visit) ?? "")
      try Self.finish(&visit)
    }
    #expect(spoken.first == "江上的船。")
    #expect(spoken.last == "完了。")
    #expect(
      spoken.allSatisfy { !$0.contains("example") && !$0.contains("let") && !$0.contains("图") && !$0.contains("某社") })
    #expect(spoken.contains { $0.hasPrefix("见，或写信给") }, "\(spoken)")
  }

  @Test func readingAloudStartsAtTheSelection() throws {
    var visit = Self.visit(blocks: [Self.paragraph("甲走了。乙来了！丙也来了。")])
    visit.press("V l l a")
    #expect(Self.said(visit) == "乙来了！")
    #expect(visit.state.reader?.selection == nil)
    // Reading continues at a selection that was made meanwhile.
    visit.press("V s l l l a")
    #expect(Self.said(visit) == "丙也来了。")
  }

  @Test func resumingSpeaksTheWholeSentenceAgain() throws {
    var visit = Self.visit(blocks: [Self.paragraph("甲走了。乙来了！")])
    visit.press("a .")
    #expect(Self.said(visit) == "甲走了。")
    let first = try #require(Self.utterance(visit))
    visit.press("space")
    #expect(visit.effects.last == .stopSpeaking)
    #expect(visit.status.contains("继续"))
    // Its end is reported late and moves nothing.
    visit.send(.spoken(number: first.number, problem: nil))
    visit.send(.spoken(number: first.number, problem: "坏了"))
    #expect(visit.state.reader?.aloud?.utterance == nil)
    #expect(!visit.status.contains("坏了"))
    // Moving while it is paused moves only the mark.
    visit.press(".")
    #expect(Self.utterance(visit) == nil)
    visit.press(", space")
    #expect(Self.said(visit) == "甲走了。")
    #expect(Self.utterance(visit)?.number != first.number)
  }

  @Test func keysMoveAndStopReadingAloud() throws {
    var visit = Self.visit(blocks: [Self.paragraph("甲走了。乙来了！")])
    visit.press("a . .")
    #expect(Self.said(visit) == "乙来了！")
    visit.press(".")
    #expect(visit.status.contains("没有可朗读的句子"))
    #expect(Self.said(visit) == "乙来了！", "what is spoken is spoken to its end")
    visit.press(", , ,")
    #expect(Self.said(visit) == "题")
    #expect(visit.status.contains("开头"))
    visit.press("a")
    #expect(visit.effects.last == .stopSpeaking)
    #expect(visit.state.reader?.aloud == nil)
    visit.press("a esc")
    #expect(visit.state.reader?.aloud == nil)
    #expect(visit.state.room == .reader)
    // None of the keys does anything when nothing is being read.
    let count = visit.effects.count
    visit.press(":")
    visit.type("pause-reading")
    visit.press("enter :")
    visit.type("next-sentence")
    visit.press("enter :")
    visit.type("faster")
    visit.press("enter")
    #expect(visit.effects.dropFirst(count).allSatisfy { if case .speak = $0 { false } else { true } })
  }

  @Test func theSpeedIsChangedAndSaved() throws {
    var visit = Self.visit(blocks: [Self.paragraph("甲走了。")])
    visit.press("a")
    let before = try #require(Self.utterance(visit))
    visit.press("+")
    #expect(Self.utterance(visit)?.call.words == ["say", "-s", "200"])
    #expect(Self.utterance(visit)?.call.input == before.call.input)
    #expect(visit.effects.contains(.remember(.speechRate, "200")))
    visit.send(.spoken(number: before.number, problem: nil))
    #expect(Self.said(visit) == "题")
    for _ in 0..<60 { visit.press("-") }
    #expect(visit.state.settings.speechRate == State.speechRates.lowerBound)
    var fixed = Self.visit(["say"], blocks: [Self.paragraph("甲走了。")])
    fixed.press("a +")
    #expect(fixed.state.settings.speechRate == 175)
    #expect(fixed.status.contains("{rate}"))
  }

  @Test func aFailureStopsReadingAloudWithItsReason() throws {
    var visit = Self.visit()
    visit.press("a")
    try Self.finish(&visit, problem: "没有 say 这个程序")
    #expect(visit.state.reader?.aloud == nil)
    #expect(visit.status.contains("没有 say 这个程序"))
  }

  @Test func withoutASpeakerAHintSaysHowToSetOne() {
    for size in [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
      var visit = Self.visit([], rows: size.rows, columns: size.columns)
      visit.press("a")
      #expect(visit.state.reader?.aloud == nil)
      #expect(visit.status.contains("speaker") == (size.columns == 80))
      #expect(visit.status.contains("config.toml"))
    }
  }

  @Test(arguments: ["q", "]", "B", "s", "Q", "H", "T esc q", ":"])
  func leavingTheArticleEndsTheSpeaker(keys: String) throws {
    var visit = Self.visit()
    visit.press("a")
    let spoken = try #require(Self.utterance(visit))
    // The first Escape or q stops it, the second leaves.
    visit.press(keys == "q" ? "q q" : keys)
    if keys == ":" {
      visit.type("quit")
      visit.press("enter")
    }
    #expect(visit.effects.contains(.stopSpeaking), "\(keys)")
    let count = visit.effects.count
    visit.send(.spoken(number: spoken.number, problem: nil))
    #expect(visit.effects.dropFirst(count).isEmpty)
    #expect(visit.state.reader?.aloud == nil)
  }

  @Test func aHangUpOrSuspensionEndsTheSpeaker() throws {
    var visit = Self.visit()
    visit.press("a")
    visit.send(.suspending)
    #expect(visit.effects.last == .stopSpeaking)
    #expect(visit.state.reader?.aloud != nil, "it goes on where it was")
    visit.press("space")
    #expect(Self.utterance(visit) != nil)
    visit.send(.hangup)
    #expect(visit.effects.contains(.quit))
    #expect(visit.effects.last == .stopSpeaking)
  }

  @Test func helpCanBeReadWhileItSpeaks() throws {
    var visit = Self.visit()
    visit.press("a ?")
    #expect(visit.state.room == .help)
    #expect(visit.screen.contains("朗读时"))
    try Self.finish(&visit)
    #expect(Self.utterance(visit) != nil)
    visit.press("q")
    #expect(visit.state.reader?.aloud != nil)
  }

  @Test func theSpokenSentenceIsMarkedAndVisible() throws {
    var visit = Self.visit(rows: 12, columns: 40)
    visit.press("a")
    for step in 0..<60 where visit.state.reader?.aloud != nil {
      if step % 7 == 3 { visit.send(.resized(Size(rows: [12, 24, 9][step % 3], columns: [40, 80, 30][step % 3]))) }
      if step % 9 == 4 { visit.press("v") }
      if step % 5 == 2 { visit.press("g") }
      try Self.finish(&visit)
      guard var reader = visit.state.reader, let sentence = reader.aloud?.sentence else { break }
      let place = reader.place(of: sentence.lowerBound)
      let isVisible = reader.visibleRows.contains(place)
      #expect(isVisible, "step \(step)")
      let leaf = reader.flow.locate(sentence.lowerBound).leaf
      #expect(reader.marks(inLeaf: leaf).contains { $0.role == .spoken })
    }
    #expect(visit.status.contains("全文已读完"))
  }

  @Test func switchingScriptsKeepsTheSentence() throws {
    var visit = Self.visit(blocks: [Self.paragraph("软件走了。这里来了！")])
    visit.press("a . .")
    #expect(Self.said(visit) == "这里来了！")
    visit.press(":")
    visit.type("script traditional")
    visit.press("enter")
    let reader = try #require(visit.state.reader)
    let sentence = try #require(reader.aloud?.sentence)
    #expect(reader.script != nil)
    #expect(reader.flow.text(in: sentence) == "這裡來了！")
    visit.press("c")
    #expect(visit.state.reader?.offsetOfArticle != nil)
    #expect(visit.state.reader?.aloud == nil, "the page before cleaning is another text")
  }

  @Test func keysOfTheReaderStillWork() {
    var visit = Self.visit()
    visit.press("a")
    let top = visit.state.reader?.top
    visit.press("pgdn")
    #expect(visit.state.reader?.top != top)
    visit.press("/")
    #expect(visit.state.prompt?.kind == .find)
    visit.press("esc")
    #expect(visit.state.keyContext == .aloud)
  }

  @Test(
    arguments: Language.allCases,
    [Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func readingAloudMatchesItsSnapshot(language: Language, size: Size) {
    var visit = Self.visit(rows: size.rows, columns: size.columns, language: language)
    visit.press("a . .")
    expectSnapshot(visit.screen, named: "\(language.rawValue)/aloud-\(size.columns)x\(size.rows)")
    visit.press("space")
    expectSnapshot(visit.status, named: "\(language.rawValue)/aloud-paused-\(size.columns)x\(size.rows)")
  }
}
