/// The content of a dump: its facts and its cleaned body.
///
/// A fact that the dump does not give is `nil` or empty, never guessed; `origins` tells where each came from.
public struct Article: Sendable, Equatable {
  /// The form of the dump's envelope, recognized from its first bytes and its path.
  public var dialect: Dialect
  /// The path as the caller gave it.
  public var path: String?
  /// The title without the site's suffix (`_新华网`); empty when neither page, envelope nor path gives one. Not sanitized.
  public var title: String
  /// The page's URL as the dump gives it.
  public var url: String?
  /// The same, percent-decoded for reading.
  public var displayURL: String?
  /// The site that published the page, not the agency that wrote it; `nil` when neither URL, page nor path says.
  public var publisher: Publisher?
  /// The column of the site that the page is filed under, such as 国际, as the page names it.
  public var section: String?
  /// Names in the order of the page, without titles (记者, 教授), each once; sites, agencies and placeholders (佚名, admin)
  /// are left out.
  public var authors: [String] = []
  /// Names that the page calls translators, likewise.
  public var translators: [String] = []
  /// Names that the page calls editors, likewise; 责编 among them.
  public var editors: [String] = []
  /// The agency whose report this is.
  public var source: String?
  /// The place that the report is sent from.
  public var dateline: String?
  /// The page's own time.
  public var published: Timestamp?
  /// The feed's time.
  public var fed: Timestamp?
  /// When the page says that it was last changed; `nil` also when that is before the publication that the page gives.
  public var modified: Timestamp?
  /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh`, `en`.
  public var language: String?
  /// The summary that the page prints above the text (then ``blocks`` has it too, in that role), or the description of
  /// front matter.
  public var standfirst: String?
  /// A short address of the page that it gives for sharing, as `https://p.dw.com/p/…`.
  public var shortLink: String?
  /// The text, in reading order, without title and boilerplate; not sanitized.
  public var blocks: [Block] = []
  /// All pictures of ``blocks`` in reading order, each address once, with the figure's caption and credit where they
  /// have none of their own.
  public var images: [ArticleImage] = []
  /// Links in the running text.
  public var links: [Link] = []
  /// Links to other articles that the page offered beside the text.
  public var related: [Link] = []
  /// What readers wrote below the text, as far as the page's structure leaves no doubt; at most 200.
  public var comments: [Comment] = []
  /// Foreign forms of names that the text gives in brackets, in order of first appearance.
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
  /// Where each fact came from; a fact that is missing has no entry.
  public var origins: [Fact: Origin] = [:]
  /// Faults of the dump and omissions; empty for a sound one.
  public var diagnostics: [Diagnostic] = []

  /// Creates an article without facts and blocks.
  public init(dialect: Dialect, path: String? = nil, title: String) {
    self.dialect = dialect
    self.path = path
    self.title = title
  }
}
