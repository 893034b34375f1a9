import ChineseReadings
import Typesetting

/// The reader's preferences; given once at the start, changed by commands.
public struct Settings: Sendable, Hashable {
  /// The language of the interface; texts keep theirs.
  public var language: Language = .simplified
  /// A theme's id: its file name without `.toml`; `nil` leaves the choice to the terminal's background.
  public var theme: String?
  /// Line width of the text, in cells.
  public var measureInCells: Int = 76
  /// First-line indent of running text, in Han (two columns each).
  public var indentInHan: Int = 2
  /// A blank row between paragraphs; otherwise only the indent separates them.
  public var spacesParagraphs: Bool = true
  /// Which marks may not begin or end a line.
  public var prohibition: ProhibitionLevel = .gb
  /// Which marks may hang in the margin.
  public var hanging: HangingPunctuation = .core
  /// A blank column between Han and Latin letters or digits.
  public var spacesHanAndLatin: Bool = true
  /// Narrow quotation marks beside Han take two columns.
  public var padsNarrowMarks: Bool = true
  /// A narrow opening mark always shares the blank of the mark before it, not only where a line needs the room.
  public var squeezesAdjacentMarks: Bool = false
  /// Lines short by a column or two are filled at blanks and between Han and Latin.
  public var fillsGently: Bool = true
  /// Fills lines to the measure where gaps allow.
  public var justifies: Bool = false
  /// 直排: columns from right to left.
  public var setsVertically: Bool = false
  /// The script in which Chinese text is shown; `nil` shows it as it was written.
  public var script: Script?
  /// The readings above every line; `nil` for none.
  public var reading: PhoneticNotation?
  /// Facets beside the list of the library, and beside the hits of a search.
  public var showsFacets: Bool = false
  /// Facets beside the hits of a search.
  public var showsFacetsInSearch: Bool = true
  /// The pane about the article beside its text.
  public var showsPane: Bool = false
  /// The selected article's text beside the list, on wide screens.
  public var showsPreview: Bool = true
  /// Whether clicks and the wheel go to the room rather than to the terminal.
  public var usesMouse: Bool = true
  /// Commands that look words up, in the reader's order.
  public var dictionaries: [DictionaryCommand] = []
  /// The command that speaks a sentence from its standard input, with `{rate}` for the speed; empty for none.
  public var speaker: [String] = []
  /// The speed of speech, in espeak-ng's words per minute; 175 is its default.
  public var speechRate: Int = 175
  /// Han characters and punctuation that the reader reads per minute; for the time left.
  public var charactersPerMinute: Int = 400

  /// Creates the program's defaults.
  public init() {}

  /// The values of `measureInCells` and `indentInHan`, wherever they are set.
  public static let (measures, indents) = (10...200, 0...8)

  /// The words for "no theme of its own" and "no script" where settings are text.
  public static let themeByGround = "auto"
  /// The word for no script.
  public static let scriptAsWritten = "as-written"
  /// The word for no readings.
  public static let noReading = "none"
}

/// A language of the interface.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// 简体中文.
  case simplified = "zh-Hans"
  /// 繁體中文.
  case traditional = "zh-Hant"
  /// English.
  case english = "en"

  /// The language for a locale's name, such as `zh_TW.UTF-8` or `en_US`.
  public init(localeName: String) {
    let name = localeName.lowercased()
    if name.hasPrefix("zh") {
      let isTraditional = ["tw", "hk", "mo", "hant"].contains { name.contains($0) }
      self = isTraditional ? .traditional : .simplified
    } else if name.hasPrefix("en") {
      self = .english
    } else {
      self = .simplified
    }
  }
}
