import MarkdownReader
import Text

/// Turns the bytes of a dump into an article. Never fails: any bytes give an article and diagnostics.
///
/// ```swift
/// let article = ArticleParser().article(from: bytes, path: "articles/rfi/123.md")
/// ```
public struct ArticleParser: Sendable {
  /// What the archive knows about a site, by `SiteProfile.site(url:path:)`.
  public typealias ProfileSource = @Sendable (_ site: String) -> SiteProfile?

  /// The result of reading one dump: the article, and data for a library and for maintainers.
  public struct Reading: Sendable {
    /// The article, not sanitized: call ``Article/sanitized()`` before showing it.
    public var article: Article
    /// The site whose profile counts the dump.
    public var site: String?
    /// The keys of the page's lines before cleaning, each once; empty if it is not cleaned.
    public var lineKeys: [UInt64]
    /// The keys of lines that were kept and that a profile might have dropped.
    public var keptLineKeys: [UInt64] = []
    /// The verdict on each line; empty unless requested.
    public var verdicts: [LineVerdict]
  }

  /// How much a dump may cost; past these limits the article ends, with a diagnostic of kind `limit`.
  public var limits: ParsingLimits
  private let profile: ProfileSource?
  private let isCleaning: Bool

  /// - Parameters:
  ///   - limits: How much a dump may cost.
  ///   - profile: What the archive knows about a site: lines that occur in several of its files are rarely text.
  ///   - isCleaning: Whether boilerplate is dropped; if not, all lines of a page stay.
  public init(limits: ParsingLimits = .standard, profile: ProfileSource? = nil, isCleaning: Bool = true) {
    self.limits = limits
    self.profile = profile
    self.isCleaning = isCleaning
  }

  /// Parses a whole dump.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, unchanged, in any encoding.
  ///   - path: Its path, absolute or relative; folder and name help to recognize the publisher.
  /// - Complexity: O(n) in the number of bytes.
  public func article(from bytes: [UInt8], path: String? = nil) -> Article {
    reading(of: bytes, path: path, explaining: false, countingLines: false).article
  }

  /// The bytes of a dump as text, decoded in the same way as for parsing.
  public static func decodedText(of bytes: [UInt8]) -> String {
    String(decoding: OpenedDump(bytes, path: nil).dump.utf8, as: UTF8.self)
  }

  /// Parses a whole dump, and returns what a library learns from it.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, unchanged, in any encoding.
  ///   - path: Its path, absolute or relative; folder and name help to recognize the publisher.
  ///   - explaining: Whether to give the reasons of each line's verdict.
  public func reading(of bytes: [UInt8], path: String? = nil, explaining: Bool = false) -> Reading {
    reading(of: bytes, path: path, explaining: explaining, countingLines: true)
  }

  private func reading(of bytes: [UInt8], path: String?, explaining: Bool, countingLines: Bool) -> Reading {
    let opened = OpenedDump(bytes, path: path)
    let dump = opened.dump
    let envelope = opened.envelope
    let isCleaning = isCleaning && !Self.isOfBook(path)
    var article = Article(dialect: envelope.dialect, path: path, title: envelope.title)
    article.diagnostics = dump.diagnostics

    var tree = Self.tree(of: dump.utf8, envelope: envelope, isWellFormed: true, limits: limits)
    if envelope.bodyFormat == .html { tree.tree.shownAfterAll = HiddenProse.elementsToShow(of: tree.tree) }
    article.diagnostics += Self.diagnostics(of: tree.tree, in: dump, envelope)
    var page = Page(tree: tree.tree, envelope: envelope, path: path)
    guard envelope.bodyFormat != .markdown else {
      article.diagnostics += MarkdownPage.diagnostics(of: tree.omissions, envelope: envelope)
      let budget = ParsingBudget(limits, dumpSizeInBytes: bytes.count)
      guard isCleaning, envelope.isClipping else {
        MarkdownPage.read(&article, &page, budget, isCleaning: isCleaning)
        return Reading(article: article, site: nil, lineKeys: [], verdicts: [])
      }
      let site = SiteProfile.site(url: envelope.url, path: path)
      let cleaner = ClippingCleaner(page, profile: site.flatMap { profile?($0) })
      let verdicts = explaining ? cleaner.trace(of: page) : []
      cleaner.dropRepeated(&page)
      article.diagnostics += cleaner.diagnostics
      MarkdownPage.read(&article, &page, budget, isCleaning: true)
      let keys = countingLines ? cleaner.lines.distinctKeys : []
      return Reading(article: article, site: site, lineKeys: keys, keptLineKeys: keys, verdicts: verdicts)
    }
    if envelope.dialect == .text {
      let head = BookHead(tree.tree)
      page.facts.title =
        head.title.map { Sourced($0, .text) } ?? FallbackTitle.headline(tree: tree.tree, path: path)
      page.facts.people.propose(head.authors, from: .text, by: .label)
    }
    let rules = PublisherRegistry.rules(for: page)
    page.rules = rules
    if explaining { page.takenLines = [] }
    var cleaner: PageCleaner?
    var site: String?
    if isCleaning {
      rules?.clean(&page)
      PageMetadata.read(&page)
      site = SiteProfile.site(url: page.envelope.url ?? page.facts.url?.value, path: path)
      cleaner = GenericCleaner.clean(&page, profile: site.flatMap { profile?($0) })
      article.diagnostics += cleaner?.diagnostics ?? []
    } else {
      PageMetadata.read(&page)
      PictureReader.read(&page)
    }
    let lineKeys = countingLines ? cleaner?.lines.distinctKeys ?? [] : []
    let keptLineKeys = countingLines ? cleaner?.keptLineKeys ?? [] : []
    let isList = cleaner?.isList ?? false
    // The lines of a page take several times its bytes, and so do its blocks; both are needed only for an explanation.
    if !explaining { cleaner = nil }
    let outcome = BlockBuilder.outcome(of: page, ParsingBudget(limits, dumpSizeInBytes: bytes.count))
    article.blocks = outcome.blocks
    page.holdsRedirector = outcome.holdsRedirector
    if let (limit, node) = outcome.exceeded {
      let offset = envelope.bodyFormat == .html ? Int(page.tree[node].sourceStart) : nil
      article.diagnostics.append(limit.diagnostic(line: offset.map(dump.line) ?? 0))
    }
    if isCleaning {
      rules?.finish(&article.blocks, &page)
      GenericCleaner.finish(&article.blocks, &page)
      Completeness.check(&article.blocks, &page)
    }
    EdgeReader.read(&article.blocks, &page.facts, zone: page.zone)
    page.facts.resolve(into: &article, page: page)
    // Whoever an entry names is not the author of all.
    if isList {
      article.authors = []
      article.origins[.authors] = nil
    }
    dump.utf8[envelope.body].withUnsafeBufferPointer { article.deriveRest(page: $0) }
    return Reading(
      article: article, site: site, lineKeys: lineKeys, keptLineKeys: keptLineKeys,
      verdicts: explaining ? cleaner?.trace(of: tree.tree, in: article, taken: page.takenLines ?? []) ?? [] : [])
  }

  /// Whether a text is in a book, around which there is no site: all of it is its author's.
  private static func isOfBook(_ path: String?) -> Bool { path?.lowered.holds(".epub/") ?? false }

  /// Reads the facts in the first bytes of a dump.
  ///
  /// - Parameters:
  ///   - bytes: The first bytes of the file (4 KiB are enough); they may end within a character.
  ///   - path: The file's path in its archive, which may give publisher and date.
  public func head(from bytes: [UInt8], path: String? = nil) -> ArticleHead {
    HeadReader.head(of: bytes, path: path)
  }

  /// The dialect in ``head(from:path:)``, without the other facts.
  ///
  /// - Parameters:
  ///   - bytes: The first bytes of the file (4 KiB are enough); they may end within a character.
  ///   - path: The file's path in its archive.
  public func dialect(from bytes: [UInt8], path: String? = nil) -> Dialect {
    HeadReader.opened(bytes, path: path).envelope.dialect
  }

  /// The body as a tree; Markdown and plain text are turned into HTML first.
  ///
  /// - Parameter isWellFormed: Whether the bytes are known to be well-formed.
  static func tree(
    of bytes: [UInt8], envelope: Envelope, isWellFormed: Bool = false, limits: ParsingLimits = .standard
  ) -> (tree: HTMLTree, omissions: [MarkdownOmission]) {
    let nodeLimit = limits.nodes.count(forSizeInBytes: bytes.count)
    switch envelope.bodyFormat {
    case .html:
      let tree = TreeBuilder.tree(of: bytes, in: envelope.body, isWellFormed: isWellFormed, nodeLimit: nodeLimit)
      guard envelope.dialect == .jekyll, let text = tree.onlyText else { return (tree, []) }
      return (
        Self.tree(ofMade: TextBody.html(of: Array(tree.rawText(of: text).utf8)[...]), nodeLimit: nodeLimit), []
      )
    case .markdown:
      let document = bytes.withUnsafeBufferPointer {
        MarkdownParser(options: .articles).document(from: UnsafeBufferPointer(rebasing: $0[envelope.body]))
      }
      let markup = MarkdownHTML.bytes(of: document, form: .article)
      var tree = tree(ofMade: markup, nodeLimit: nodeLimit)
      if document.isCut, tree.endsEarlyAt == nil { tree.endsEarlyAt = markup.count }
      return (tree, document.omissions)
    case .text: return (tree(ofMade: TextBody.html(of: bytes[envelope.body]), nodeLimit: nodeLimit), [])
    }
  }

  /// The tree of HTML that was generated here; checking all of its bytes once saves checking every text.
  private static func tree(ofMade markup: [UInt8], nodeLimit: Int) -> HTMLTree {
    let isWellFormed = markup.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) == $0.count }
    return TreeBuilder.tree(of: markup, in: 0..<markup.count, isWellFormed: isWellFormed, nodeLimit: nodeLimit)
  }

  private static func diagnostics(of tree: HTMLTree, in dump: DecodedDump, _ envelope: Envelope) -> [Diagnostic] {
    // Offsets in a tree that was generated here are not offsets in the file.
    let isSource = envelope.bodyFormat == .html && tree.source.count == dump.utf8.count
    if let offset = tree.endsEarlyAt {
      return [ExceededLimit.nodes(tree.count).diagnostic(line: isSource ? dump.line(at: offset) : 0)]
    }
    guard isSource else { return [] }
    return switch tree.unclosed {
    case .comment(let offset):
      [Diagnostic(kind: "unclosed-comment", line: dump.line(at: offset), message: "a comment runs to the end")]
    case .tag(let offset):
      [Diagnostic(kind: "unclosed-tag", line: dump.line(at: offset), message: "the end of the file cuts a tag")]
    case nil: []
    }
  }
}
