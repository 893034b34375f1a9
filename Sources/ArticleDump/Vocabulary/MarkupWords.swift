/// What class names, ids and roles say about an element. The words are in `Words/names.txt`.
///
/// Names are cut into words at `-`, `_`, blanks and humps, so that `jp-relatedposts`, `post_share` and `AdContainer` are
/// all understood.
struct MarkupWords: OptionSet, Sendable {
  let rawValue: UInt32

  static let share = MarkupWords(rawValue: 1 << 0)
  static let advert = MarkupWords(rawValue: 1 << 1)
  static let related = MarkupWords(rawValue: 1 << 2)
  static let navigation = MarkupWords(rawValue: 1 << 3)
  static let comments = MarkupWords(rawValue: 1 << 4)
  static let tools = MarkupWords(rawValue: 1 << 5)
  static let footer = MarkupWords(rawValue: 1 << 6)
  static let subscribe = MarkupWords(rawValue: 1 << 7)
  static let cookies = MarkupWords(rawValue: 1 << 8)
  static let hidden = MarkupWords(rawValue: 1 << 9)
  static let tags = MarkupWords(rawValue: 1 << 10)
  static let counter = MarkupWords(rawValue: 1 << 11)
  /// Words that occur in both boilerplate and articles; they count only together with other evidence.
  static let doubtful = MarkupWords(rawValue: 1 << 12)
  static let caption = MarkupWords(rawValue: 1 << 13)
  static let credit = MarkupWords(rawValue: 1 << 14)
  static let author = MarkupWords(rawValue: 1 << 15)
  static let date = MarkupWords(rawValue: 1 << 16)
  static let meta = MarkupWords(rawValue: 1 << 17)
  static let title = MarkupWords(rawValue: 1 << 18)
  static let lead = MarkupWords(rawValue: 1 << 19)
  static let content = MarkupWords(rawValue: 1 << 20)
  static let icon = MarkupWords(rawValue: 1 << 21)
  static let source = MarkupWords(rawValue: 1 << 22)
  static let section = MarkupWords(rawValue: 1 << 23)
  static let copyright = MarkupWords(rawValue: 1 << 24)
  static let statement = MarkupWords(rawValue: 1 << 25)
  static let subtitle = MarkupWords(rawValue: 1 << 26)
  /// Pictures and players, and their captions.
  static let media = MarkupWords(rawValue: 1 << 27)
  /// Short forms of other articles.
  static let teaser = MarkupWords(rawValue: 1 << 28)
  /// Boxes that are set apart from the text, or folded.
  static let box = MarkupWords(rawValue: 1 << 29)
  /// The text itself and its paragraphs: more specific than `content`, which may name the whole page.
  static let prose = MarkupWords(rawValue: 1 << 30)

  /// Words that certainly name boilerplate.
  static let junk: MarkupWords = [
    .share, .advert, .related, .navigation, .comments, .tools, .footer, .subscribe, .cookies, .hidden, .tags, .counter,
  ]
}
