import Text

/// Turns the bytes of a dump into an article. Total: any bytes give an article and diagnostics.
///
/// ```swift
/// let article = ArticleParser().article(from: bytes, path: "articles/rfi/123.md")
/// ```
public struct ArticleParser: Sendable {
  /// What a dump may cost; past it the article ends, with a diagnostic of kind `limit`.
  public var limits: ParsingLimits

  public init(limits: ParsingLimits = .standard) { self.limits = limits }

  /// Parses a whole dump.
  ///
  /// - Parameters:
  ///   - bytes: The file as it stands, in any encoding.
  ///   - path: Its path, absolute or relative; folder and name help to recognise the publisher.
  /// - Complexity: O(n) in the number of bytes.
  public func article(from bytes: [UInt8], path: String? = nil) -> Article {
    let dump = DecodedDump(bytes)
    let envelope = Envelope(of: dump.utf8, path: path)
    var article = Article(dialect: envelope.dialect, path: path, title: envelope.title)
    article.diagnostics = dump.diagnostics

    let tree = Self.tree(of: dump.utf8, envelope: envelope, isWellFormed: true, limits: limits)
    article.diagnostics += Self.diagnostics(of: tree, in: dump)
    var page = Page(tree: tree, envelope: envelope, path: path)
    if envelope.dialect == .text { page.facts.title = FallbackTitle.headline(tree: tree, path: path) }
    let rules = PublisherRegistry.rules(for: page)
    page.rules = rules
    rules?.clean(&page)
    GenericCleaner.clean(&page)
    let outcome = BlockBuilder.outcome(of: page, ParsingBudget(limits, dumpSizeInBytes: bytes.count))
    article.blocks = outcome.blocks
    page.holdsRedirector = outcome.holdsRedirector
    if let (limit, node) = outcome.exceeded {
      let offset = envelope.bodyFormat == .html ? Int(page.tree[node].sourceStart) : nil
      article.diagnostics.append(limit.diagnostic(line: offset.map(dump.line) ?? 0))
    }
    rules?.finish(&article.blocks, &page)
    GenericCleaner.finish(&article.blocks, &page)
    article.take(
      page.facts, envelope: envelope, rules: rules, fallbackTitle: FallbackTitle.title(tree: page.tree, path: path))
    dump.utf8[envelope.body].withUnsafeBufferPointer { article.deriveFacts(page: $0) }
    return article
  }

  /// Reads what the first bytes of a dump tell.
  ///
  /// - Parameters:
  ///   - bytes: The first bytes of the file (4 KiB serve); a cut in a character is fine.
  ///   - path: Where the file lies in its archive, which may tell publisher and day.
  public func head(from bytes: [UInt8], path: String? = nil) -> ArticleHead {
    HeadReader.head(of: bytes, path: path)
  }

  /// The body as a tree; Markdown and plain text are turned into HTML first.
  ///
  /// - Parameter isWellFormed: Whether the bytes are known to be well-formed.
  static func tree(
    of bytes: [UInt8], envelope: Envelope, isWellFormed: Bool = false, limits: ParsingLimits = .standard
  ) -> HTMLTree {
    let nodeLimit = limits.nodes.count(forSizeInBytes: bytes.count)
    switch envelope.bodyFormat {
    case .html:
      let tree = TreeBuilder.tree(of: bytes, in: envelope.body, isWellFormed: isWellFormed, nodeLimit: nodeLimit)
      guard envelope.dialect == .jekyll, let text = tree.onlyText else { return tree }
      return Self.tree(ofMade: TextBody.html(of: Array(tree.rawText(of: text).utf8)[...]), nodeLimit: nodeLimit)
    case .markdown: return tree(ofMade: MarkdownBody.html(of: bytes[envelope.body]), nodeLimit: nodeLimit)
    case .text: return tree(ofMade: TextBody.html(of: bytes[envelope.body]), nodeLimit: nodeLimit)
    }
  }

  /// The tree of HTML that was made here; a look at its bytes spares one at every text of it.
  private static func tree(ofMade markup: [UInt8], nodeLimit: Int) -> HTMLTree {
    let isWellFormed = markup.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) == $0.count }
    return TreeBuilder.tree(of: markup, in: 0..<markup.count, isWellFormed: isWellFormed, nodeLimit: nodeLimit)
  }

  private static func diagnostics(of tree: HTMLTree, in dump: DecodedDump) -> [Diagnostic] {
    if let offset = tree.endsEarlyAt {
      // Of Markdown and plain text the offset is one of the HTML that was made of it.
      let line = tree.source.count == dump.utf8.count ? dump.line(at: offset) : 0
      return [ExceededLimit.nodes(tree.count).diagnostic(line: line)]
    }
    return switch tree.unclosed {
    case .comment(let offset):
      [Diagnostic(kind: "unclosed-comment", line: dump.line(at: offset), message: "a comment runs to the end")]
    case .tag(let offset):
      [Diagnostic(kind: "unclosed-tag", line: dump.line(at: offset), message: "the end of the file cuts a tag")]
    case nil: []
    }
  }
}

extension Article {
  /// Takes over what envelope and page told.
  mutating func take(
    _ facts: PageFacts, envelope: Envelope, rules: PublisherRules?, fallbackTitle: @autoclosure () -> Sourced<String>?
  ) {
    origins.reserveCapacity(12)
    if !title.isEmpty { origins[.title] = envelope.titleOrigin }
    take(facts.title ?? (title.isEmpty ? fallbackTitle() : nil), as: .title) { $0.title = $1 }
    if url == nil, let found = facts.url {
      url = found.value
      origins[.url] = found.origin
    }
    if let given = envelope.url {
      url = given
      origins[.url] = envelope.frontMatter != nil && envelope.fed == nil ? .frontMatter : .envelope
    }
    if let fed = envelope.fed {
      self.fed = fed
      origins[.fed] = .envelope
    }
    if let rules {
      publisher = rules.publisher
      origins[.publisher] = PublisherRegistry.rules(url: envelope.url, path: nil)?.id == rules.id ? .url : .path
    }
    let site = rules == nil ? SiteDirectory.site(url: url, path: path) : nil
    if let site {
      publisher = site.publisher
      origins[.publisher] = url == nil ? .path : .url
    } else if rules == nil, let host = url.flatMap(PublisherRegistry.host(of:)) {
      // A publisher that nobody listed is known by its host, and named as the page names its site.
      let id = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
      publisher = Publisher(id: id, name: facts.siteName?.value ?? id)
      origins[.publisher] = .url
    }
    let zone = rules?.zone ?? site?.zone ?? .utc
    published = facts.publishedText.flatMap { Timestamp($0.value, zone: zone) }
    if published != nil { origins[.published] = facts.publishedText?.origin }
    take(facts.published, as: .published) { $0.published = $1 }
    if published == nil, let text = envelope.dateText, envelope.dialect != .datedFeed, let date = Timestamp(text) {
      published = date
      origins[.published] = envelope.frontMatter == nil ? .envelope : .frontMatter
    }
    modified = facts.modifiedText.flatMap { Timestamp($0.value, zone: zone) }
    if modified != nil { origins[.modified] = facts.modifiedText?.origin }
    take(facts.modified, as: .modified) { $0.modified = $1 }
    take(facts.section, as: .section) { $0.section = $1 }
    take(facts.authors, as: .authors) { $0.authors = $1 }
    if authors.isEmpty, let author = envelope.author {
      authors = envelope.authorIsList ? author.split(separator: "、").map(String.init) : [author]
      origins[.authors] = envelope.frontMatter == nil ? .envelope : .frontMatter
    }
    take(facts.translators, as: .translators) { $0.translators = $1 }
    take(facts.editors, as: .editors) { $0.editors = $1 }
    take(facts.source, as: .source) { $0.source = $1 }
    take(facts.dateline, as: .dateline) { $0.dateline = $1 }
    take(facts.standfirst, as: .standfirst) { $0.standfirst = $1 }
    take(facts.shortLink, as: .shortLink) { $0.shortLink = $1 }
    take(facts.language, as: .language) { $0.language = $1 }
    related = facts.related
    tags = Self.keywords(facts.tags.isEmpty ? envelope.frontMatter?.list("tags") ?? [] : facts.tags)
  }

  /// Keywords without their marks, each once; what is longer than a word or a name is none.
  private static func keywords(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words.prefix(256) {
      let word = word.onOneLine.trimmed(of: "#＃,，、;；")
      if 1...24 ~= word.inkCount, !kept.contains(word) { kept.append(word) }
    }
    return kept
  }

  private mutating func take<Value>(
    _ fact: Sourced<Value>?, as key: Fact, _ set: (inout Article, Value) -> Void
  ) {
    guard let fact else { return }
    set(&self, fact.value)
    origins[key] = fact.origin
  }
}
