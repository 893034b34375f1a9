/// One line of a page: the text between two breaks, whatever inline elements it consists of.
///
/// Everything that the rules of cleaning need to know about a line is measured once, here.
struct Line {
  /// The first and the last text node.
  var first: Int32
  var last: Int32
  /// The nearest element that breaks lines, and the element around it.
  var block: Int32
  var parent: Int32
  /// The innermost `article` element around; 0 for none.
  var article: Int32 = 0
  /// The number of elements around the line that break lines.
  var depth: Int32 = 0
  /// A hash of the names and class lists of the two: paragraphs of one text have the same hash, wherever they are.
  var markupHash: UInt64 = 0
  /// A number for the names and classes of all elements around the line, down to its block's parent; and one for all
  /// but that parent, which is the same for paragraphs of one text even if each has a box of its own.
  var path: UInt64 = 0
  var outerPath: UInt64 = 0

  /// Bytes of text that are neither blanks nor marks: a Han character counts three, a Latin letter one, which is
  /// roughly how much each says.
  var length: Int32 = 0
  /// The part of it that is in links.
  var linkLength: Int32 = 0
  var digitCount: Int32 = 0
  /// Marks within sentences: ， 、 ；, and `,` `;`.
  var clauseMarkCount: Int32 = 0
  /// ： and `:`, which are in sentences and after labels.
  var colonCount: Int32 = 0
  /// Marks that end sentences: 。！？…, and `!` `?`, and `.` between a letter and a blank: not in an address.
  var sentenceMarkCount: Int32 = 0
  var linkCount: Int32 = 0
  var marks: Marks = []
  /// The line's letters as a key, by which it is compared with others.
  var key: UInt64 = 0

  /// The elements around the line.
  var context: ElementContext = []
  /// The words in the names of the nearest element, of the next three around it, and of all others.
  var ownWords: MarkupWords = []
  var nearWords: MarkupWords = []
  var farWords: MarkupWords = []

  struct Marks: OptionSet {
    let rawValue: UInt16
    /// Apart from closing quotes and brackets, the last character ends a sentence.
    static let endsSentence = Marks(rawValue: 1)
    static let endsWithColon = Marks(rawValue: 2)
    static let opensWithBullet = Marks(rawValue: 4)
    static let hasBar = Marks(rawValue: 8)
    static let hasCopyright = Marks(rawValue: 16)
    static let hasHan = Marks(rawValue: 32)
    /// The line follows a `br`, or one follows it.
    static let isBroken = Marks(rawValue: 64)
    static let hasArrow = Marks(rawValue: 128)
    static let opensWithBracket = Marks(rawValue: 256)
    static let opensWithLink = Marks(rawValue: 512)
    static let endsWithLink = Marks(rawValue: 1024)
    /// A full stop within a word, as in addresses.
    static let hasInnerStop = Marks(rawValue: 4096)
    /// A word or two and a colon.
    static let opensWithLabel = Marks(rawValue: 2048)
    /// Running text, as computed once by `isRunningText`.
    static let isProse = Marks(rawValue: 8192)
    /// A blank between Han characters, where some people write no comma.
    static let hasGap = Marks(rawValue: 16384)
  }
}

/// The kinds of elements around a line.
struct ElementContext: OptionSet {
  let rawValue: UInt32

  static let paragraph = ElementContext(rawValue: 1 << 0)
  static let heading = ElementContext(rawValue: 1 << 1)
  static let item = ElementContext(rawValue: 1 << 2)
  static let cell = ElementContext(rawValue: 1 << 3)
  static let quote = ElementContext(rawValue: 1 << 4)
  static let caption = ElementContext(rawValue: 1 << 5)
  static let definition = ElementContext(rawValue: 1 << 6)
  static let preformatted = ElementContext(rawValue: 1 << 7)
  static let control = ElementContext(rawValue: 1 << 8)
  static let navigation = ElementContext(rawValue: 1 << 9)
  static let footer = ElementContext(rawValue: 1 << 10)
  static let aside = ElementContext(rawValue: 1 << 11)
  static let table = ElementContext(rawValue: 1 << 14)
  static let article = ElementContext(rawValue: 1 << 15)
  static let main = ElementContext(rawValue: 1 << 16)
  static let form = ElementContext(rawValue: 1 << 17)
  static let figure = ElementContext(rawValue: 1 << 18)
  static let hidden = ElementContext(rawValue: 1 << 19)
  static let topHeading = ElementContext(rawValue: 1 << 20)
  static let time = ElementContext(rawValue: 1 << 23)
  static let dialog = ElementContext(rawValue: 1 << 24)
  static let unnamed = ElementContext(rawValue: 1 << 25)
}

extension Sequence<Line> {
  /// The keys of lines that are long enough to be distinctive, each once: what a site's profile counts.
  var distinctKeys: [UInt64] { Array<UInt64>(Set(lazy.filter { $0.length >= Thresholds.Length.repeated }.map(\.key))) }
}
