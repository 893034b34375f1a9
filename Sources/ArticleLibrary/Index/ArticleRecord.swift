import ArticleDump

/// The index's record of an article, made from its head or from all of it.
struct ArticleRecord: Sendable {
  var title: String
  var url: String?
  var authors: String?
  /// A language tag; known once the body has been read.
  var language: String?
  var publisher: Publisher?
  var section: String?
  var dialect: Dialect
  var published: Timestamp?
  var fed: Timestamp?
  var flags: ArticleColumns.Flags
  var characterCount = 0
  /// The text's fingerprint, for near-duplicates.
  var fingerprint: UInt64 = 0
  /// The fingerprint of the file's bytes, for finding it again.
  var dumpFingerprint: DumpFingerprint?
  /// Tags, categories and authors, each separately; known once the body has been read.
  var facetValues: [FacetValue] = []
  /// The folded reading text.
  var foldedBody: [UInt8] = []

  init(_ head: ArticleHead, name: [UInt8]) {
    title = Self.title(head.title, name: name)
    url = head.url
    authors = head.author
    publisher = head.publisher
    dialect = head.dialect
    published = head.published
    fed = head.fed
    flags = .isPresent
    makeTitleFields()
  }

  init(_ article: Article, name: [UInt8], dumpFingerprint: DumpFingerprint, isCut: Bool) {
    title = Self.title(article.title, name: name)
    url = article.url
    authors = article.authors.isEmpty ? nil : article.authors.joined(separator: "、")
    language = article.language
    publisher = article.publisher
    section = article.section
    facetValues = FacetValue.all(of: article)
    dialect = article.dialect
    published = article.published
    fed = article.fed
    flags = [.isPresent, .isIndexed]
    if isCut { flags.insert(.isCut) }
    if !article.images.isEmpty { flags.insert(.hasImages) }
    if Self.hasTable(article.blocks) { flags.insert(.hasTables) }
    characterCount = article.characterCount
    fingerprint = article.fingerprint
    self.dumpFingerprint = dumpFingerprint
    foldedBody = TextFolding.fold(ReadingText(article).text)
  }

  /// Title and authors in the form for the title index.
  var titleFields: TitleFields { madeTitleFields ?? TitleFields(title, authors) }
  private var madeTitleFields: TitleFields?

  /// Computes `titleFields` now, on the thread that read the file. Most bodies leave the title as their head gave it,
  /// and do not need them.
  mutating func makeTitleFields() { madeTitleFields = TitleFields(title, authors) }

  private static func title(_ title: String, name: [UInt8]) -> String {
    if !title.isEmpty { return title }
    let stem = name.lastIndex(of: 0x2E).flatMap { $0 > 0 ? Array(name[..<$0]) : nil } ?? name
    return DumpPath(bytes: stem).display
  }

  private static func hasTable(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .table: true
      case .quote(let inner): hasTable(inner)
      case .list(let list): list.items.contains(where: hasTable)
      default: false
      }
    }
  }
}

/// Title and authors in the form for the title index.
struct TitleFields: Sendable, Equatable {
  var title: String
  var authors: String
  var spelling: String

  init(_ title: String, _ authors: String?) {
    self.title = String(decoding: TextFolding.fold(title), as: UTF8.self)
    self.authors = String(decoding: TextFolding.fold(authors ?? ""), as: UTF8.self)
    var tokens = Spelling.shared.tokens(of: title)
    if let authors { tokens += [TextFolding.barrier] + Spelling.shared.tokens(of: authors) }
    spelling = String(decoding: tokens, as: UTF8.self)
  }
}
