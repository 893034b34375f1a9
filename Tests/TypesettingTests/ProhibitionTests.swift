import Foundation
import Testing
import Typesetting

/// CLREQ's tables of marks, every one at both ends of a line and at all four levels.
struct ProhibitionTests {
  struct Table: Decodable {
    let marks: [Mark]
  }

  struct Mark: Decodable, CustomTestStringConvertible {
    let mark: String
    let kind: String
    let neverStartsFrom: String?
    let neverEndsFrom: String?
    let paired: Bool
    let hangs: String?
    let verticalForm: String?

    var testDescription: String { mark }

    /// As in a text: dashes and ellipses come in pairs, and the two-em dash is a pair by itself.
    var asWritten: String { paired && mark != "⸺" ? mark + mark : mark }

    func isBanned(from level: String?, at other: ProhibitionLevel) -> Bool {
      guard let level = level.flatMap(ProhibitionLevel.init) else { return false }
      return ProhibitionTests.rank(other) >= ProhibitionTests.rank(level)
    }
  }

  static let marks: [Mark] = {
    guard let data = try? Data(contentsOf: Fixtures.url("clreq-marks.json")),
      let table = try? JSONDecoder().decode(Table.self, from: data)
    else { return [] }
    return table.marks
  }()

  static func rank(_ level: ProhibitionLevel) -> Int {
    ProhibitionLevel.allCases.firstIndex(of: level) ?? 0
  }

  /// The displayed lines.
  static func lines(
    _ text: String, measure: Int, level: ProhibitionLevel, edit: (inout LayoutOptions) -> Void = { _ in }
  )
    -> [String]
  {
    var options = LayoutOptions(measureInCells: measure)
    options.prohibition = level
    options.avoidsShortLastLine = false
    options.keepsEvenTypeArea = false
    edit(&options)
    let layout = ParagraphLayout(text, options: options)
    return layout.lines.indices.map(layout.displayText(ofLineAt:))
  }

  @Test func everyMarkOfTheTableIsTested() {
    #expect(Self.marks.count == 48)
  }

  @Test(arguments: marks, ProhibitionLevel.allCases)
  func aMarkStartsALineOnlyIfItsLevelAllows(mark: Mark, level: ProhibitionLevel) {
    let written = mark.asWritten
    let lines = Self.lines("一二三四五六\(written)七八", measure: 12, level: level)
    let isBanned = mark.isBanned(from: mark.neverStartsFrom, at: level)
    #expect(lines.first == (isBanned ? "一二三四五" : "一二三四五六"))
    #expect(lines.dropFirst().first?.hasPrefix(isBanned ? "六" + written : written) == true)
  }

  @Test(arguments: marks, ProhibitionLevel.allCases)
  func aMarkEndsALineOnlyIfItsLevelAllows(mark: Mark, level: ProhibitionLevel) {
    let written = mark.asWritten
    let measure = 10 + written.widthInCells()
    let lines = Self.lines("一二三四五\(written)六七八", measure: measure, level: level)
    let endsBanned = mark.isBanned(from: mark.neverEndsFrom, at: level)
    let startsBanned = mark.isBanned(from: mark.neverStartsFrom, at: level)
    let expected = !endsBanned ? "一二三四五" + written : startsBanned ? "一二三四" : "一二三四五"
    #expect(lines.first == expected)
  }

  @Test(arguments: marks, ProhibitionLevel.allCases)
  func spacesBeforeAMarkDoNotAllowItToStartALine(mark: Mark, level: ProhibitionLevel) {
    guard mark.isBanned(from: mark.neverStartsFrom, at: level) else { return }
    let lines = Self.lines("一二三四五 \(mark.asWritten)六七", measure: 10, level: level)
    #expect(lines.first == "一二三四")
  }

  @Test(arguments: marks.filter(\.paired), ProhibitionLevel.allCases)
  func pairsAreNeverSplit(mark: Mark, level: ProhibitionLevel) {
    let pair = mark.mark + mark.mark
    for measure in 2...14 {
      let lines = Self.lines("一二三四五六七\(pair)八九十百千\(pair)，万", measure: measure, level: level)
      #expect(lines.joined().contains(pair))
      #expect(lines.allSatisfy { !$0.hasPrefix(mark.mark) || $0.hasPrefix(pair) }, "\(measure): \(lines)")
    }
  }

  @Test(arguments: [ProhibitionLevel.basic, .gb, .strict])
  func aSingleEmDashIsAConnector(level: ProhibitionLevel) {
    #expect(Self.lines("一二三四五六—七八", measure: 12, level: level).first == "一二三四五")
  }

  @Test(arguments: [("……", "……………………"), ("——", "————————")])
  func longRunsBreakBetweenPairs(pair: String, run: String) {
    for measure in [2, 3, 4, 5, 6, 7] {
      for line in Self.lines(run, measure: measure, level: .gb) {
        #expect(line.count.isMultiple(of: 2), "\(measure)")
      }
    }
  }

  // MARK: CSS Text

  struct StartTable: Decodable {
    let characters: [Character]

    struct Character: Decodable, CustomTestStringConvertible {
      let mark: String
      let group: String
      let strict: Bool
      let normal: Bool
      let loose: Bool

      var testDescription: String { mark }
    }
  }

  static let characters: [StartTable.Character] = {
    guard let data = try? Data(contentsOf: Fixtures.url("css-line-start.json")),
      let table = try? JSONDecoder().decode(StartTable.self, from: data)
    else { return [] }
    let listed = Set(marks.map(\.mark))
    return table.characters.filter { !listed.contains($0.mark) }
  }()

  @Test(arguments: characters)
  func otherCharactersStartALineAsInCSS(character: StartTable.Character) {
    let text = "一二三四五六\(character.mark)七八"
    for (level, mayStart) in [
      (ProhibitionLevel.none, character.loose), (.basic, character.normal), (.gb, character.normal),
      (.strict, character.strict),
    ] {
      let expected = mayStart ? "一二三四五六" : "一二三四五"
      #expect(Self.lines(text, measure: 12, level: level).first == expected, "\(level)")
    }
  }

  @Test func everyCharacterOfTheCSSTableIsTested() {
    #expect(Self.characters.count == 75)
  }
}
