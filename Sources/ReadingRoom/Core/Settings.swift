import Typesetting

/// What the reader prefers; given once at start, changed by commands.
public struct Settings: Sendable, Hashable {
  public var language: Language = .simplified
  /// A theme's id: its file name without `.toml`.
  public var theme: String = "mo"
  /// Line width of the text, in cells.
  public var measureInCells: Int = 76
  /// First-line indent of running text, in Han (two columns each).
  public var indentInHan: Int = 2
  /// A blank row between paragraphs; otherwise the indent alone tells them apart.
  public var spacesParagraphs: Bool = true
  public var prohibition: ProhibitionLevel = .gb
  public var hanging: HangingPunctuation = .core
  public var spacesHanAndLatin: Bool = true
  /// Narrow quotation marks beside Han take two columns.
  public var padsNarrowMarks: Bool = true
  /// A narrow opening mark always shares the blank of the mark before it, not only where a line needs the room.
  public var squeezesAdjacentMarks: Bool = false
  /// Lines short by a column or two are filled at seams and blanks.
  public var fillsGently: Bool = true
  public var justifies: Bool = false
  /// 直排: columns from right to left.
  public var setsVertically: Bool = false
  /// Han and punctuation that the reader reads in a minute; for the time left.
  public var charactersPerMinute: Int = 400

  public init() {}
}

/// A language of the interface.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"
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
