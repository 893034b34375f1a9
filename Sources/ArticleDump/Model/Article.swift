/// What a dump says, cleaned: the facts and the body.
///
/// A fact that the dump does not give is `nil` or empty, never guessed; `origins` tells where each came from.
public struct Article: Sendable, Equatable {
  public var dialect: Dialect
  /// The path as the caller gave it.
  public var path: String?
  public var title: String
  /// The page's URL as the dump gives it.
  public var url: String?
  /// The same, percent-decoded for reading.
  public var displayURL: String?
  public var publisher: Publisher?
  public var section: String?
  public var authors: [String] = []
  public var translators: [String] = []
  public var editors: [String] = []
  /// The agency whose report this is.
  public var source: String?
  /// The place that the report is sent from.
  public var dateline: String?
  /// The page's own time.
  public var published: Timestamp?
  /// The feed's time.
  public var fed: Timestamp?
  public var modified: Timestamp?
  /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh`, `en`.
  public var language: String?
  public var standfirst: String?
  public var shortLink: String?
  public var blocks: [Block] = []
  public var images: [ArticleImage] = []
  /// Links in the running text.
  public var links: [Link] = []
  /// Links to other articles that the page offered beside the text.
  public var related: [Link] = []
  public var glosses: [Gloss] = []
  /// News agencies and media that the text cites, in order of first appearance.
  public var agencies: [String] = []
  /// The page's own keywords (标签), each once; else those of the front matter.
  public var tags: [String] = []
  /// The categories that the front matter names, the outermost first where they lie in each other.
  public var categories: [String] = []
  /// 字数: Han characters and punctuation each count one, a run of Latin letters or digits one.
  public var characterCount: Int = 0
  /// Minutes to read the text, at least 1 when there is any.
  public var readingMinutes: Int = 0
  /// A 64-bit similarity hash of the text: near-duplicates differ in few bits. 0 without text.
  public var fingerprint: UInt64 = 0
  public var origins: [Fact: Origin] = [:]
  public var diagnostics: [Diagnostic] = []

  public init(dialect: Dialect, path: String? = nil, title: String) {
    self.dialect = dialect
    self.path = path
    self.title = title
  }
}
