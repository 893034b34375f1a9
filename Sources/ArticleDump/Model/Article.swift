/// The content of a dump: its facts and its cleaned body.
///
/// A fact that the dump does not give is `nil` or empty, never guessed; `origins` says where each one came from.
public struct Article: Sendable, Equatable {
  /// The form of the dump's envelope, recognized from its first bytes and its path.
  public var dialect: Dialect
  /// The path as the caller gave it.
  public var path: String?
  /// The title without the site's suffix (`_新华网`); empty if neither page, envelope nor path gives one. Not sanitized.
  public var title: String
  /// The page's URL as the dump gives it.
  public var url: String?
  /// The same, percent-decoded for reading.
  public var displayURL: String?
  /// The site that published the page, not the agency that wrote it; `nil` if neither URL, page nor path says.
  public var publisher: Publisher?
  /// The section of the site in which the page is filed, such as 国际, as the page names it.
  public var section: String?
  /// Names in the order of the page, without titles (记者, 教授), each once; sites, agencies and placeholders (佚名, admin)
  /// are left out.
  public var authors: [String] = []
  /// Names that the page calls translators, in the same form.
  public var translators: [String] = []
  /// Names that the page calls editors, including 责编, in the same form.
  public var editors: [String] = []
  /// The agency whose report this is.
  public var source: String?
  /// The place from which the report was sent.
  public var dateline: String?
  /// The page's own time.
  public var published: Timestamp?
  /// The feed's time.
  public var fed: Timestamp?
  /// When the page says that it was last changed; `nil` also if that is before the publication date that the page
  /// gives.
  public var modified: Timestamp?
  /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh`, `en`.
  public var language: String?
  /// The summary that the page prints above the text (then ``blocks`` has it too, in that role), or the description of
  /// front matter.
  public var standfirst: String?
  /// A short address of the page for sharing, such as `https://p.dw.com/p/…`.
  public var shortLink: String?
  /// The text, in reading order, without title and boilerplate; not sanitized.
  public var blocks: [Block] = []
  /// All pictures of ``blocks`` in reading order, each address once; the figure's caption and credit are filled in if
  /// they have none of their own.
  public var images: [ArticleImage] = []
  /// Links in the running text.
  public var links: [Link] = []
  /// Links to other articles that the page offered beside the text.
  public var related: [Link] = []
  /// What readers wrote below the text, where the page's structure leaves no doubt; at most 200.
  public var comments: [Comment] = []
  /// Foreign forms of names that the text gives in brackets, in order of first appearance.
  public var glosses: [Gloss] = []
  /// News agencies and media that the text cites, in order of first appearance.
  public var agencies: [String] = []
  /// The page's own keywords (标签), each once; otherwise those of the front matter.
  public var tags: [String] = []
  /// The categories that the front matter names; if they are nested, the outermost first.
  public var categories: [String] = []
  /// 字数: Han characters and punctuation each count as one, and so does a run of Latin letters or digits.
  public var characterCount: Int = 0
  /// Minutes to read the text, at least 1 if there is any.
  public var readingMinutes: Int = 0
  /// A 64-bit similarity hash of the text: near-duplicates differ in few bits. 0 if there is no text.
  public var fingerprint: UInt64 = 0
  /// Where each fact came from; a missing fact has no entry.
  public var origins: [Fact: Origin] = [:]
  /// Faults and omissions of the dump; empty if it has none.
  public var diagnostics: [Diagnostic] = []

  /// Creates an article without facts and blocks.
  public init(dialect: Dialect, path: String? = nil, title: String) {
    self.dialect = dialect
    self.path = path
    self.title = title
  }
}
