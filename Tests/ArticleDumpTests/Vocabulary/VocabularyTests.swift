import Foundation
import Testing
import Text

@testable import ArticleDump

/// Every phrase of the vocabulary comes with a line that it classifies and a sentence that contains it and is kept.
/// These tests read them from the files.
@Suite struct VocabularyTests {
  @Test func tablesAreUpToDateWithTheirGenerator() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", VocabularyEntry.root.appending(path: "Scripts/generate-vocabulary").path, "--check",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run Scripts/generate-vocabulary")
  }

  @Test func noPhraseIsListedTwice() {
    var seen: Set<String> = []
    for entry in VocabularyEntry.phrases {
      // In credits, capitals are significant.
      let phrase = entry.file == "credits" ? entry.phrase : Self.folded(entry.phrase)
      #expect(seen.insert("\(entry.file) \(entry.section) \(phrase)").inserted, "\(entry)")
    }
    #expect(VocabularyEntry.lines.count > 500)
  }

  @Test func eachPhraseOccursInItsExamples() {
    for entry in VocabularyEntry.phrases {
      let phrase = Self.folded(entry.phrase)
      #expect(Self.folded(entry.example).contains(phrase), "\(entry)")
      #expect(Self.folded(entry.lookAlike).contains(phrase), "\(entry)")
    }
  }

  @Test func eachExampleGetsItsClass() {
    for entry in VocabularyEntry.lines {
      if entry.section == "before links" {
        #expect(LineClass.restBehindRelatedLabel(entry.example) != nil, "\(entry)")
        #expect(LineClass.restBehindRelatedLabel(entry.lookAlike) == nil, "\(entry)")
        continue
      }
      #expect(LineClass(entry.example, isAtEdge: true) == entry.lineClass, "\(entry)")
    }
  }

  @Test func noLookAlikeGetsItsClass() {
    for entry in VocabularyEntry.lines {
      #expect(LineClass(entry.lookAlike, isAtEdge: true) != entry.lineClass, "\(entry)")
      #expect(LineClass(entry.lookAlike, isAtEdge: false) != entry.lineClass, "\(entry)")
    }
  }

  /// Phrases, which are in simplified characters in the files, also match traditional ones.
  @Test(arguments: [
    ("延伸閱讀：", LineClass.relatedLabel), ("分 享 到 ：", .share), ("網友評論（12）", .comments), ("請繼續往下閱讀", .advert),
    ("追蹤我們", .promotion), ("版權聲明：本文版權歸渡口週刊所有", .notice), ("點讚 86 閱讀 3", .counters), ("瀏覽次數：86", .counters),
  ])
  func traditionalLinesAreFolded(line: String, expected: LineClass) {
    #expect(LineClass(line, isAtEdge: true) == expected)
  }

  /// At the beginning, in the middle and at the end of an article, as a paragraph of its own and as a part of one.
  @Test(arguments: Dictionary(grouping: VocabularyEntry.phrases, by: \.file).sorted { $0.key < $1.key }.map(\.key))
  func lookAlikesAreKeptInAPage(file: String) {
    let opening = "春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。"
    let closing = "船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。"
    for entry in VocabularyEntry.phrases where entry.file == file {
      let line = entry.lookAlike
      for paragraphs in [
        [line, opening, closing], [opening, line, closing], [opening, closing, line],
        [line + opening, closing], [opening + line + closing, closing], [opening, closing + line],
      ] {
        let article = CleaningTests.article(paragraphs.map { "<p>\($0)</p>" }.joined())
        #expect(article.plainText().contains(line), "\(entry): \(paragraphs)")
      }
    }
  }

  // MARK: Bylines

  /// Whom the examples of a section name, where that is not the section's own name.
  private static let roles = ["other": [], "speaker": ["author"], "translator and editor": ["translator", "editor"]]

  @Test func labelsGiveTheRolesOfTheNamesAfterThem() {
    for entry in VocabularyEntry.all where entry.file == "bylines" {
      switch entry.section {
      case "report", "verb", "medium", "medium beside a name":
        let named = [entry.example, entry.lookAlike].map { Byline.namesBesideMedium($0, own: []) }
        #expect(named == [["林望"], nil], "\(entry)")
        continue
      case "desk":
        #expect(Byline.readLines(entry.example)?.flatMap(\.authors) == ["林望"], "\(entry)")
        #expect(Byline.readLines(entry.lookAlike) == nil, "\(entry)")
        continue
      default: break
      }
      let byline = Byline(line: entry.example)
      let roles: [(String, Bool?)] = [
        ("author", byline?.authors.isEmpty), ("translator", byline?.translators.isEmpty),
        ("editor", byline?.editors.isEmpty), ("source", byline.map { $0.source == nil }),
      ]
      let named = roles.filter { $0.1 == false }.map(\.0)
      #expect(named == (Self.roles[entry.section] ?? [entry.section]), "\(entry)")
      #expect(Byline.isCredits(entry.example) == (entry.section == "other"), "\(entry)")
      #expect(Byline.readLines(entry.lookAlike) == nil && !Byline.isCredits(entry.lookAlike), "\(entry)")
    }
  }

  @Test(arguments: [
    ("責任編輯：何平", [], ["何平"]), ("翻譯和編輯：林望舒", [], ["林望舒"]), ("責任编辑／何平", [], ["何平"]), ("採寫：陳默", ["陳默"], []),
  ])
  func traditionalLabelsAreFolded(line: String, authors: [String], editors: [String]) {
    let byline = Byline(line: line)
    #expect(byline?.authors == authors && byline?.editors == editors)
  }

  // MARK: Names

  @Test func wordsAtNamesAreNotNames() {
    for entry in VocabularyEntry.all where entry.file == "people" {
      let (example, sentence) = (entry.example, entry.lookAlike.trimmed(of: "。."))
      switch entry.section {
      case "nobody", "button":
        #expect(AuthorName.isNobody(example) && !AuthorName.isNobody(sentence), "\(entry)")
      case "remark":
        #expect(ClosingBracket.byline("水退了。（\(example)）") == nil, "\(entry)")
      case "wire":
        let names = [example, sentence].map { SignedBracket(Array($0.unicodeScalars)[...])?.dateline.authors }
        #expect(names == [["林望"], nil], "\(entry)")
      default:
        #expect(Byline.names(in: example) == ["林望"] && Byline.readLines(entry.lookAlike) == nil, "\(entry)")
      }
    }
    #expect(ClosingBracket.byline("水退了。（林望）")?.authors == ["林望"])
  }

  // MARK: Sources and places

  @Test func onlyTheExampleNamesASource() {
    for entry in VocabularyEntry.all where entry.file == "sources" {
      let sources = [entry.example, entry.lookAlike].map { line in
        ["opening", "verb"].contains(entry.section) ? SourceNote(line)?.source : SourceAgency.named(in: line)
      }
      #expect(sources[0] != nil && sources[1] == nil, "\(entry): \(sources)")
    }
  }

  @Test func eachExampleOfAPlaceIsADateline() {
    for entry in VocabularyEntry.all where entry.file == "places" {
      #expect(Dateline(opening: entry.example)?.place == entry.phrase, "\(entry)")
      #expect(Dateline(opening: entry.lookAlike) == nil, "\(entry)")
    }
  }

  @Test func onlyTheExampleIsAPaywall() {
    for entry in VocabularyEntry.all where entry.file == "paywall" {
      #expect(Completeness.isPaywall(entry.example) && !Completeness.isPaywall(entry.lookAlike), "\(entry)")
    }
  }

  // MARK: Labels

  @Test func onlyTheExampleIsALabel() throws {
    let labels: [String: LineLabel] = [
      "biography": .biography, "lead": .lead, "author": .author, "tags": .tags, "title": .title,
    ]
    for entry in VocabularyEntry.all where entry.file == "labels" {
      let (example, lookAlike) = (entry.example, entry.lookAlike)
      switch entry.section {
      case "date":
        #expect(FactWords.opensDate(example) && !FactWords.opensDate(lookAlike), "\(entry)")
        #expect(FactWords.announcesDate("灯火网 " + entry.phrase) && !FactWords.announcesDate(lookAlike), "\(entry)")
      case "before a day":
        #expect(FactWords.announcesDate(example) && !FactWords.announcesDate(lookAlike), "\(entry)")
        #expect(FactWords.isBesideDate(example) && !FactWords.isBesideDate(lookAlike), "\(entry)")
      case "change":
        #expect(FactWords.opensChange(example) && !FactWords.opensChange(lookAlike), "\(entry)")
      case "address", "day alone":
        let articles = [example, lookAlike].map {
          ArticleParser().article(from: Array("# 渡口\n\n\($0)\n".utf8), path: "a.md")
        }
        let isDay = entry.section == "day alone"
        #expect(articles.map(\.url) == [isDay ? nil : "https://example.org/1", nil], "\(entry)")
        #expect(articles.map { $0.published == nil } == [!isDay, true], "\(entry)")
      case "beside a date":
        #expect(FactWords.isBesideDate(example) && !FactWords.isBesideDate(lookAlike), "\(entry)")
      case "between name and date":
        let authors = [example, lookAlike].map {
          CleaningTests.article("<h1>渡口的早晨</h1><p>\($0)</p>" + CleaningTests.prose).authors
        }
        #expect(authors[0].count == 1 && authors[1].isEmpty, "\(entry)")
      case "site bar":
        let bars = ["渡口", example, lookAlike].map { "山城 | 江上 | 联系 | \($0)" }
        #expect(bars.map(SiteLine.isBar) == [false, true, false], "\(entry)")
      case "position":
        let lists = [example, lookAlike].map { line in
          ListBlock(isOrdered: false, items: ["林望", line].map { [.paragraph(StyledText($0), role: nil)] })
        }
        #expect(lists.map(BlockFacts.personAndPost) == ["林望", nil], "\(entry)")
      default:
        let label = try #require(labels[entry.section], "\(entry)")
        #expect(LineLabel(example) == label, "\(entry)")
        #expect(LineLabel.opening(example.trimmed(of: "：:") + "：林望")?.label == label, "\(entry)")
        #expect(LineLabel(lookAlike) == nil && LineLabel.opening(lookAlike) == nil, "\(entry)")
      }
    }
  }

  @Test(arguments: [("關於作者", LineLabel.biography), ("【內容提要】", .lead), ("採訪", .author), ("標籤：", .tags), ("題目：", .title)])
  func traditionalLabelsOfFactsAreFolded(line: String, label: LineLabel) {
    #expect(LineLabel(line) == label)
  }

  // MARK: Credits

  @Test func onlyTheExampleHasACredit() {
    for entry in VocabularyEntry.all where entry.file == "credits" {
      if entry.section == "filler" {
        #expect(PictureReader.isFiller(entry.example) && !PictureReader.isFiller(entry.lookAlike), "\(entry)")
        continue
      }
      let split = CaptionCredit.split(entry.example)
      #expect(split.credit != nil, "\(entry): \(split)")
      #expect(CaptionCredit.split(entry.lookAlike).caption == entry.lookAlike, "\(entry)")
    }
  }

  @Test(arguments: [
    ("江上的霧。圖片來源：林望", "林望"), ("江上的霧。攝影／林望", "林望"), ("江上的霧（視訊截圖/江上電視）", "視訊截圖/江上電視"), ("江上的霧。山城社記者林望傳真", "山城社記者林望傳真"),
    ("江上的霧 韓聯社", "韓聯社"), ("檔案照：一列駁船", "檔案照"), ("江上的霧（擷取自江上百科）", "擷取自江上百科"), ("江上的霧（海峽時報）", "海峽時報"),
  ])
  func traditionalCreditsAreFolded(caption: String, credit: String) {
    #expect(CaptionCredit.split(caption).credit == credit)
  }

  // MARK: Names in markup

  @Test func namesHaveTheMeaningOfTheirSection() {
    for entry in VocabularyEntry.names {
      guard let word = Self.words[entry.section] else {
        Issue.record("no word \(entry.section)")
        continue
      }
      #expect(Self.said(by: entry.example).contains(word), "\(entry): \(entry.example)")
      #expect(!Self.said(by: entry.lookAlike).contains(word), "\(entry): \(entry.lookAlike)")
      for spelling in entry.phrase.split(separator: " ") {
        let name = spelling.hasPrefix("*") ? "my" + spelling.dropFirst().dropLast() + "xy" : String(spelling)
        #expect(Self.said(by: name).contains(word), "\(entry): \(name)")
      }
    }
  }

  @Test func namesOfSubjectsAreIgnored() {
    for entry in VocabularyEntry.all where entry.section == "subject" {
      #expect(Self.said(by: entry.example).isDisjoint(with: .junk), "\(entry)")
    }
  }

  private static func said(by name: String) -> MarkupWords { name.withBytes { MarkupWords.words(in: $0) } }

  private static let words: [String: MarkupWords] = [
    "share": .share, "advert": .advert, "related": .related, "navigation": .navigation, "comments": .comments,
    "tools": .tools, "footer": .footer, "subscribe": .subscribe, "cookies": .cookies, "hidden": .hidden, "tags": .tags,
    "counter": .counter, "doubtful": .doubtful, "caption": .caption, "credit": .credit, "author": .author,
    "date": .date, "meta": .meta, "title": .title, "lead": .lead, "content": .content, "icon": .icon,
    "source": .source, "section": .section, "copyright": .copyright, "statement": .statement, "subtitle": .subtitle,
    "media": .media, "teaser": .teaser, "box": .box, "prose": .prose,
  ]

  private static func folded(_ text: String) -> String {
    text.withBytes { FoldedLine.read($0) { String(wellFormed: $0.bytes) } }
  }
}
