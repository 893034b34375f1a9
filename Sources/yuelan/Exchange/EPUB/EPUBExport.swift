import ArticleDump
import ArticleLibrary
import Text

/// Exports articles as an EPUB 3 book: cover, table of contents, one page an article.
///
/// Source: EPUB 3.3 (W3C Recommendation): OCF for the container, Packages for the manifest, Contents for the pages.
struct EPUBExport {
  var title: String
  /// BCP 47; the language of most of the articles.
  var language: String
  /// The book's identifier: a hash of its articles, so that the same selection gives the same book.
  var identifier: String
  var modified: Timestamp
  var articles: [Article]
  /// The highlights of each article, by their position in the text: they become notes at its end.
  var highlights: [[Bookmark]]

  /// The most articles that fit into one book: a page is a member of the ZIP file, beside seven others.
  static let mostArticles = ZipArchive.memberLimit - 7

  /// - Parameters:
  ///   - articles: In the order of the contents, at most `mostArticles`; they are sanitized here.
  ///   - modified: The time of the export.
  init(title: String, articles: [Article], highlights: [[Bookmark]] = [], modified: Timestamp) {
    self.highlights = highlights
    self.title = Sanitizer.sanitized(title)
    self.articles = articles.map { $0.sanitized() }
    self.modified = modified
    self.language = Self.language(of: articles)
    var hash = FNV1a()
    for article in articles {
      hash.add(article.url ?? article.path ?? "")
      hash.add(article.title)
    }
    self.identifier = "urn:yuelan:\(hash.hexDigits)"
  }

  /// The book's bytes. The same book always gives the same bytes.
  func bytes() -> [UInt8] {
    let day = modified.iso8601
    func number(_ range: Range<Int>) -> Int {
      Int(day.dropFirst(range.lowerBound).prefix(range.count)) ?? 1
    }
    var zip = ZipArchive(
      year: number(0..<4), month: number(5..<7), day: number(8..<10), hour: number(11..<13), minute: number(14..<16))
    // First, stored, and without an extra field, so that the file's type shows in its first bytes (OCF 4.3).
    zip.add("mimetype", Array("application/epub+zip".utf8))
    zip.add("META-INF/container.xml", Array(container.utf8))
    zip.add("EPUB/package.opf", Array(package.utf8))
    zip.add("EPUB/nav.xhtml", Array(navigation.utf8))
    zip.add("EPUB/cover.xhtml", Array(coverPage.utf8))
    zip.add("EPUB/cover.svg", Array(cover.utf8))
    zip.add("EPUB/style.css", Array(style.utf8))
    for (index, article) in articles.enumerated() {
      let notes = highlights.indices.contains(index) ? highlights[index] : []
      zip.add("EPUB/" + pageName(index), Array(page(article, notes: notes).utf8))
    }
    return zip.finished()
  }

  private func pageName(_ index: Int) -> String { "article-\(index + 1).xhtml" }

  private func heading(of article: Article) -> String {
    article.title.isEmpty ? "无题" : article.title
  }

  private let container = """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
    </container>

    """

  private var package: String {
    var publishers: [String] = []
    for case let name? in articles.map({ $0.publisher?.name }) where !publishers.contains(name) {
      publishers.append(name)
    }
    var manifest = ""
    var spine = ""
    for index in articles.indices {
      let name = pageName(index)
      manifest += "    <item id=\"article-\(index + 1)\" href=\"\(name)\" media-type=\"application/xhtml+xml\"/>\n"
      spine += "    <itemref idref=\"article-\(index + 1)\"/>\n"
    }
    let creators = publishers.map { "    <dc:creator>\(xmlEscaped($0))</dc:creator>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="\(language)">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:identifier id="id">\(identifier)</dc:identifier>
          <dc:title>\(xmlEscaped(title))</dc:title>
          <dc:language>\(language)</dc:language>
      \(creators)    <meta property="dcterms:modified">\(utcTime)</meta>
        </metadata>
        <manifest>
          <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
          <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
          <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
          <item id="style" href="style.css" media-type="text/css"/>
      \(manifest)  </manifest>
        <spine>
          <itemref idref="cover"/>
          <itemref idref="nav"/>
      \(spine)  </spine>
      </package>

      """
  }

  /// The time in the format of Packages 5.4.2: UTC, to the second.
  private var utcTime: String {
    Timestamp(secondsSinceEpoch: modified.secondsSinceEpoch).iso8601
  }

  private var navigation: String {
    var items = ""
    for (index, article) in articles.enumerated() {
      items += "      <li><a href=\"\(pageName(index))\">\(xmlEscaped(heading(of: article)))</a></li>\n"
    }
    return document(
      title: "目录", kind: " xmlns:epub=\"http://www.idpf.org/2007/ops\"",
      body: """
          <nav epub:type="toc" id="toc">
            <h1>目录</h1>
            <ol>
        \(items)    </ol>
          </nav>

        """)
  }

  private var coverPage: String {
    document(
      title: title,
      body: """
          <section class="cover"><img src="cover.svg" alt="\(xmlEscaped(title))"/></section>

        """)
  }

  /// A picture with the title, at most four lines of it, and the number of articles.
  private var cover: String {
    let characters = Array(title)
    let perLine = 9
    var lines = stride(from: 0, to: min(characters.count, perLine * 4), by: perLine).map {
      String(characters[$0..<min($0 + perLine, characters.count)])
    }
    if characters.count > perLine * 4, let last = lines.popLast() { lines.append(String(last.dropLast()) + "…") }
    let rows = lines.enumerated().map { index, line in
      "  <text x=\"300\" y=\"\(280 + index * 72)\" font-size=\"52\" text-anchor=\"middle\">\(xmlEscaped(line))</text>\n"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">
        <rect width="600" height="800" fill="#f6f1e5"/>
        <rect x="36" y="36" width="528" height="728" fill="none" stroke="#8c2f24" stroke-width="3"/>
      \(rows)  <text x="300" y="690" font-size="26" text-anchor="middle" fill="#555">\(articles.count) 篇</text>
      </svg>

      """
  }

  private let style = """
    body { line-height: 1.7; margin: 1em; }
    h1 { font-size: 1.4em; line-height: 1.4; }
    p { margin: 0; text-indent: 2em; text-align: justify; }
    p.facts, p.picture, p.embed, p.credit, p.byline, p.endmark, p.notice { text-indent: 0; color: #666; }
    p.standfirst { font-weight: bold; margin: 0.8em 0; }
    p.subhead { text-indent: 0; font-weight: bold; margin-top: 1em; }
    p.center { text-indent: 0; text-align: center; }
    p.right { text-indent: 0; text-align: right; }
    em.dots { font-style: normal; text-emphasis: dot; -epub-text-emphasis-style: dot; text-emphasis-position: under; }
    dt { font-weight: bold; }
    dd { margin-left: 2em; }
    dd p, li p, td p, blockquote p { text-indent: 0; }
    blockquote { margin: 0.8em 2em; }
    figure { margin: 1em 0; }
    figcaption { font-size: 0.9em; color: #666; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid #999; padding: 0.2em 0.5em; }
    section.cover { text-align: center; }
    section.cover img { max-width: 100%; }

    """

  /// The highlights of an article as notes. Source: EPUB Structural Semantics Vocabulary, "endnotes".
  private func endnotes(_ notes: [Bookmark]) -> String {
    guard !notes.isEmpty else { return "" }
    var text =
      "  <section epub:type=\"endnotes\" role=\"doc-endnotes\">\n    <h2>\(CommandSentence.highlights.text)</h2>\n    <ol>\n"
    for note in notes {
      func paragraphs(_ text: String) -> String {
        text.split(separator: "\n").map { "<p>\(xmlEscaped(Sanitizer.sanitized(String($0))))</p>" }.joined()
      }
      text +=
        "      <li epub:type=\"endnote\"><blockquote>\(paragraphs(note.quotation))</blockquote>\(paragraphs(note.remark))</li>\n"
    }
    return text + "    </ol>\n  </section>\n"
  }

  private func page(_ article: Article, notes: [Bookmark]) -> String {
    var facts = [article.publisher?.name, article.section, (article.published ?? article.fed)?.iso8601Date]
      .compactMap { $0 }
    if !article.authors.isEmpty { facts.append(article.authors.joined(separator: "、")) }
    var body = XHTMLBody()
    body.write(article.blocks)
    var text = "  <h1>\(xmlEscaped(heading(of: article)))</h1>\n"
    if !facts.isEmpty { text += "  <p class=\"facts\">\(xmlEscaped(facts.joined(separator: " · ")))</p>\n" }
    text += body.text
    if let url = article.url, let address = WebAddress(url) {
      let label = xmlEscaped(article.displayURL ?? url)
      text += "<p class=\"facts\"><a href=\"\(xmlEscaped(address.text))\">\(label)</a></p>\n"
    }
    text += endnotes(notes)
    let kind = notes.isEmpty ? "" : " xmlns:epub=\"http://www.idpf.org/2007/ops\""
    return document(title: heading(of: article), language: article.language, kind: kind, body: text)
  }

  private func document(title: String, language: String? = nil, kind: String = "", body: String) -> String {
    let language = language.flatMap(Self.languageTag) ?? self.language
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml"\(kind) xml:lang="\(language)" lang="\(language)">
      <head>
        <title>\(xmlEscaped(title))</title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static func language(of articles: [Article]) -> String {
    var counts: [String: Int] = [:]
    for article in articles {
      if let language = article.language.flatMap(languageTag) { counts[language, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "zh"
  }

  /// The dump's language, if it has the form of a language tag (BCP 47, 2.1).
  private static func languageTag(_ text: String) -> String? {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    let areWords = subtags.allSatisfy { subtag in
      (1...8).contains(subtag.utf8.count) && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard areWords, let first = subtags.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter) else {
      return nil
    }
    return text
  }
}

extension FNV1a {
  /// Adds a text and an end mark, so that the boundaries between texts count.
  fileprivate mutating func add(_ text: String) {
    add(text.utf8)
    add(0xFF)
  }

  fileprivate var hexDigits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
