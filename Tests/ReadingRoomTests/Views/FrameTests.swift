import Testing
import Typesetting

@testable import ReadingRoom

struct Place: Sendable, CustomStringConvertible {
  var name: String
  var keys: String
  var description: String { name }
}

@Suite struct FrameTests {
  /// A phone, a terminal at its default size, a window on a laptop, a large screen.
  static let sizes = [
    Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120),
    Size(rows: 50, columns: 200),
  ]
  /// The smallest size, and two sizes at which things just fit or just do not.
  static let oddSizes = [Size(rows: 5, columns: 20), Size(rows: 20, columns: 40), Size(rows: 31, columns: 97)]
  static let places = [
    Place(name: "list", keys: "down down"), Place(name: "list-facets", keys: "f down"),
    Place(name: "reader", keys: "enter"),
    Place(name: "reader-vertical", keys: "enter v"), Place(name: "reader-page-2", keys: "enter space"),
    Place(name: "reader-end", keys: "enter end"), Place(name: "reader-pinyin", keys: "enter Z space"),
    Place(name: "reader-zhuyin-vertical", keys: "enter v Z Z"),
    Place(name: "reader-pinyin-selection", keys: "enter V right right Z"),
    Place(name: "reader-pane", keys: "enter tab down"), Place(name: "reader-find", keys: "enter / 信 enter"),
    Place(name: "search", keys: "s 水 enter down"), Place(name: "bookmarks", keys: "B down"),
    Place(name: "list-pane", keys: "down m"), Place(name: "history", keys: "H down"),
    Place(name: "uncleaned", keys: "enter c"), Place(name: "help", keys: "?"),
    Place(name: "themes", keys: "T"), Place(name: "command", keys: ": t h tab"),
  ]

  @Test(arguments: places, sizes + oddSizes)
  func everyRoomMatchesItsSnapshot(place: Place, size: Size) {
    var visit = Visit(rows: size.rows, columns: size.columns)
    visit.press(place.keys)
    expectSnapshot(visit.screen, named: "\(place.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: places, [Language.traditional, .english])
  func everyRoomMatchesItsSnapshotInOtherLanguages(place: Place, language: Language) {
    var settings = Settings()
    settings.language = language
    for size in Self.sizes {
      var visit = Visit(rows: size.rows, columns: size.columns, settings: settings)
      visit.press(place.keys)
      expectSnapshot(visit.screen, named: "\(language.rawValue)/\(place.name)-\(size.columns)x\(size.rows)")
    }
  }

  @Test func anUnscannedLibraryIsNotCalledEmpty() {
    var visit = Visit(rows: 12, columns: 60, count: 0, archives: ["/srv"], hasScanned: false)
    #expect(!visit.screen.contains("这里没有文章"))
    visit.send(.libraryProgress(LibraryProgress(phase: .scanning, done: 0)))
    visit.send(.libraryProgress(nil))
    #expect(!visit.screen.contains("这里没有文章"))
    visit.send(.libraryScanned)
    #expect(visit.screen.contains("这里没有文章"))
  }

  @Test func simultaneousNoticesAreShownOneAfterAnother() {
    var visit = Visit()
    visit.send(.notice("索引不会保存"))
    visit.send(.notice("阅读位置不会保存"))
    #expect(visit.status.contains("索引不会保存"))
    visit.press("j")
    #expect(visit.status.contains("阅读位置不会保存"))
    visit.press("j")
    #expect(!visit.status.contains("不会保存"))
  }

  @Test func anEmptyLibraryNamesItsFoldersAndWhatToDo() {
    let visit = Visit(rows: 12, columns: 60, count: 0, archives: ["/srv/archives/\u{1B}[31mnews"])
    #expect(visit.screen.contains("这里没有文章"))
    #expect(visit.screen.contains("已查找：/srv/archives/"))
    #expect(visit.screen.contains("yuelan index --verbose"))
    #expect(!visit.screen.unicodeScalars.contains("\u{1B}"))
    var filtered = Visit(rows: 12, columns: 60, archives: ["/srv"])
    filtered.press("/ q q q q enter")
    #expect(!filtered.screen.contains("/srv"))
  }
}

/// Frames with their styles: below the text, a letter for the style of every column, and the meaning of each letter.
@Suite struct StyledFrameTests {
  struct Dress: Sendable, CustomTestStringConvertible {
    var theme: String
    var depth: ColorDepth
    var testDescription: String { "\(theme)-\(depth)" }
  }

  static let dresses = [
    Dress(theme: "mo", depth: .trueColor), Dress(theme: "zhi", depth: .palette256), Dress(theme: "mo", depth: .ansi16),
    Dress(theme: "ansi16", depth: .ansi16), Dress(theme: "mono", depth: .none),
    Dress(theme: "high-contrast", depth: .none),
  ]

  @Test(arguments: dresses, [Place(name: "list", keys: "down"), Place(name: "find", keys: "enter / 信 enter n")])
  func everyKindOfThemeMatchesItsSnapshot(dress: Dress, place: Place) {
    var settings = Settings()
    settings.theme = dress.theme
    var visit = Visit(rows: 24, columns: 64, settings: settings, traits: TerminalTraits(colorDepth: dress.depth))
    visit.press(place.keys)
    expectSnapshot(Self.styled(visit.frame), named: "styled-\(place.name)-\(dress.testDescription)")
  }

  @Test(arguments: [Place(name: "list", keys: "f"), Place(name: "reader", keys: "enter tab")])
  func symbolsAreASCIIWhereTheTerminalLacksThem(place: Place) {
    var visit = Visit(
      rows: 24, columns: 100, traits: TerminalTraits(colorDepth: .none, ambiguousWidth: .wide, drawsSymbols: false))
    visit.press(place.keys)
    expectSnapshot(visit.screen, named: "\(place.name)-ascii-wide")
  }

  private static func styled(_ frame: Frame) -> String {
    var letters: [TextStyle: Character] = [:]
    var order: [TextStyle] = []
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    var lines: [String] = []
    let text = frame.description.split(separator: "\n", omittingEmptySubsequences: false)
    for row in 0..<frame.size.rows {
      lines.append(String(text[row]))
      var styles = ""
      for column in 0..<frame.size.columns {
        let style = frame[row, column].style
        if style == frame.fill.style {
          styles += " "
          continue
        }
        if letters[style] == nil {
          letters[style] = alphabet[min(order.count, alphabet.count - 1)]
          order.append(style)
        }
        styles.append(letters[style] ?? "?")
      }
      while styles.last == " " { styles.removeLast() }
      if !styles.isEmpty { lines.append("~" + styles) }
    }
    return (lines + order.map { "\(letters[$0] ?? "?") = \(name($0))" }).joined(separator: "\n")
  }

  private static func name(_ style: TextStyle) -> String {
    let attributes: [(TextStyle.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
      (.strikethrough, "strikethrough"),
    ]
    let names = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    return (names + [name(style.foreground), "on", name(style.background)]).joined(separator: " ")
  }

  private static func name(_ color: Color?) -> String {
    switch color {
    case nil: "default"
    case .ansi(let number): "\(number)"
    case .indexed(let number): "#\(number)"
    case .rgb(let red, let green, let blue): "\(red),\(green),\(blue)"
    }
  }
}
