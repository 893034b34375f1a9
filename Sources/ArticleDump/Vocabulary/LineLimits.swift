/// The greatest lengths of lines whose words are looked up, in characters unless a name says bytes. Longer lines are
/// text.
enum LineLimits {
  /// Copyright notices are the longest lines that words classify.
  static let characters = 220
  /// The same in bytes, as a first test: 220 Chinese characters with blanks and a link's Latin letters.
  static let bytesAtEdge = 900
  /// Between paragraphs only buttons and labels are boilerplate.
  static let bytesAmidText = 120
  /// The longest whole line of the vocabulary has 64 bytes.
  static let bytesOfWholeLine = 96
  /// Navigation and labels may be followed by a title.
  static let beginning = 90
  /// A row of buttons is one line on a screen.
  static let bytesOfRow = 200
  /// Promotions, and lines between stars: one sentence.
  static let promotion = 60
  /// A few words with a request and a name.
  static let opening = 20
  /// A button inside the text.
  static let button = 16
  /// The name of a network or a button, including blanks.
  static let bytesOfName = 48
  /// Shorter lines that end as sentences do are appeals: 求点赞！
  static let sentence = 6
  /// Five words of English: `Subscribe now.` is a button.
  static let latinSentence = 24
  /// Words before the notice in its clause: 本网站所有文章, followed by what may be done with them.
  static let wordsBeforeNotice = 6
}
