import ArticleDump

extension PaneItem {
  /// Everything that is known about an article, section by section, without empty sections.
  ///
  /// - Parameters:
  ///   - findings: What was searched for in it: every place is shown, before everything else.
  ///   - ranges: The places of its highlights in the text, by their keys.
  static func items(
    for loaded: LoadedArticle, flow: Flow, findings: [FindState], highlights ranges: [String: Range<Int>] = [:],
    language: Language
  ) -> [PaneItem] {
    let article = loaded.article
    func localized(_ message: Message, _ first: String = "") -> String { message.text(in: language, first) }
    var items: [PaneItem] = []
    func section(_ heading: String, _ inner: [PaneItem]) {
      guard !inner.isEmpty else { return }
      items.append(PaneItem(label: "", text: heading, action: .none, isHeading: true))
      items += inner
    }

    let facts = facts(of: loaded, language: language)
    if findings.isEmpty { section(localized(.facts), facts) }
    for finding in findings {
      section(
        localized(.occurrences, finding.query),
        finding.hits.prefix(200).map { hit in
          let leaf = flow.leaves[hit.leaf]
          return PaneItem(
            label: "", text: context(of: hit.utf8Range, in: leaf.text),
            action: .go(utf8Offset: leaf.base + hit.utf8Range.lowerBound))
        })
    }
    if !findings.isEmpty { section(localized(.facts), facts) }
    section(
      localized(.highlights),
      loaded.highlights.map { highlight in
        let range = ranges[highlight.key]
        let remark = sanitizedLine(highlight.remark.singleLine)
        let lost = range == nil ? "·\u{A0}" + localized(.highlightLost) : ""
        return PaneItem(
          label: "", text: sanitizedLine(highlight.quotation.singleLine),
          detail: [lost, remark].filter { !$0.isEmpty }.joined(separator: " "),
          action: range.map { .go(utf8Offset: $0.lowerBound) } ?? .copy(highlight.quotation))
      })
    section(
      localized(.outline),
      flow.outline.map { entry in
        let offset = entry.leaf < flow.leaves.count ? flow.leaves[entry.leaf].base : 0
        let indent = String(repeating: "\u{3000}", count: max(0, min(3, entry.level - 2)))
        return PaneItem(label: "", text: indent + entry.title, action: .go(utf8Offset: offset))
      })
    section(
      localized(.related),
      article.related.map { link in
        if let id = loaded.articlesByURL[link.url] {
          return PaneItem(label: "", text: link.text, detail: "·\u{A0}" + localized(.inLibrary), action: .article(id))
        }
        return PaneItem(label: "", text: link.text.isEmpty ? link.url : link.text, action: .link(url: link.url))
      })
    section(
      localized(.images),
      article.images.enumerated().map { index, image in
        let detail = [image.credit, image.wire?.agency].compactMap { $0 }.filter { !$0.isEmpty }.first
        // A name without words says less than the picture's location.
        let legend = Flow.legend(of: image)
        return PaneItem(
          label: "\(index + 1)", text: legend.isEmpty ? String(host(of: image.url).dropFirst(2)) : legend,
          detail: detail ?? "", action: .link(url: image.url))
      })
    section(
      localized(.links),
      flow.links.enumerated().map { index, link in
        let id = loaded.articlesByURL[link.url]
        return PaneItem(
          label: "\(flow.numberOfLink(at: index))", text: link.text.isEmpty ? link.url : link.text,
          detail: id == nil ? host(of: link.url) : "·\u{A0}" + localized(.inLibrary),
          action: id.map { .article($0) } ?? .link(url: link.url))
      })
    section(
      localized(.names),
      article.glosses.map { PaneItem(label: "", text: $0.name, detail: $0.original, action: .copy($0.original)) })
    section(
      localized(.agencies),
      article.agencies.isEmpty
        ? [] : [PaneItem(label: "", text: article.agencies.joined(separator: "、"), action: .none)])
    section(
      localized(.diagnostics),
      article.diagnostics.prefix(50).map {
        PaneItem(
          label: "", text: $0.summary(in: language), detail: $0.line > 0 ? "·\u{A0}\($0.line)" : "", action: .none)
      })
    return items
  }

  private static func facts(of loaded: LoadedArticle, language: Language) -> [PaneItem] {
    let article = loaded.article
    func localized(_ message: Message, _ first: String = "") -> String { message.text(in: language, first) }
    var facts: [PaneItem] = []
    func add(_ label: Message, _ text: String?, _ fact: Fact? = nil, action: Action? = nil) {
      guard let text, !text.isEmpty else { return }
      let origin = fact.flatMap { article.origins[$0] }
      facts.append(
        PaneItem(
          label: localized(label), text: text, origin: origin.map { localized(.originIs, localized($0.message)) } ?? "",
          action: action ?? .copy(text)))
    }
    func names(_ names: [String]) -> String { names.joined(separator: "、") }
    let month = loaded.month.map { PaneItem.Action.narrow(Facet(.month, $0)) }
    add(.factTitle, article.title, .title)
    add(
      .factPublisher, article.publisher?.name, .publisher,
      action: article.publisher.map { .narrow(Facet(.publisher, $0.id)) })
    // A post's first category serves as its section, and is shown with the others.
    let section = article.section.flatMap { article.categories.contains($0) ? nil : $0 }
    add(.factSection, section, .section, action: section.map { .narrow(Facet(.section, $0)) })
    // Each of several names leads to different articles.
    func addEach(_ label: Message, _ names: [String], _ fact: Fact? = nil, action: (String) -> PaneItem.Action) {
      for (index, name) in names.enumerated() {
        add(label, name, fact, action: action(name))
        // A blank keeps the label column.
        if index > 0 { facts[facts.count - 1].label = "\u{3000}" }
      }
    }
    addEach(.factAuthors, article.authors, .authors) { .narrow(Facet(.author, $0)) }
    add(.factTranslators, names(article.translators), .translators)
    add(.factEditors, names(article.editors), .editors)
    add(.factSource, article.source, .source)
    add(.factDateline, article.dateline, .dateline)
    // The library files an article under the month of the first of these.
    add(.factPublished, article.published?.shown(withTime: true), .published, action: month)
    add(
      .factFed, article.fed?.shown(withTime: true), .fed, action: article.published == nil ? month : nil)
    add(.factModified, article.modified?.shown(withTime: true), .modified)
    addEach(.factCategories, article.categories.filter { !$0.isEmpty }) { .narrow(Facet(.category, $0)) }
    addEach(.factTags, article.tags.filter { !$0.isEmpty }) { .narrow(Facet(.tag, $0)) }
    add(.factLength, article.characterCount > 0 ? localized(.characters, article.characterCount.grouped) : nil)
    add(.factLanguage, name(ofLanguage: article.language, language: language), .language)
    if let url = article.url { add(.factURL, article.displayURL ?? url, .url, action: .link(url: url)) }
    if let url = article.shortLink { add(.factShortLink, url, .shortLink, action: .link(url: url)) }
    add(.factFolder, loaded.folder, action: loaded.folder.map { .narrow(Facet(.folder, $0)) })
    add(.factFile, article.path)
    add(.factDialect, localized(article.dialect.message))
    return facts
  }

  /// The name of a BCP 47 tag that articles have; another tag unchanged.
  private static func name(ofLanguage tag: String?, language: Language) -> String? {
    switch tag {
    case "zh-Hans": Message.languageSimplified.text(in: language)
    case "zh-Hant": Message.languageTraditional.text(in: language)
    case "zh": Message.languageChinese.text(in: language)
    case "en": Message.languageEnglish.text(in: language)
    case "ja": Message.languageJapanese.text(in: language)
    default: tag
    }
  }

  /// The words around a hit, in one line.
  private static func context(of range: Range<Int>, in text: String) -> String {
    let utf8 = text.utf8
    let hit = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let start = text.index(hit, offsetBy: -8, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(hit, offsetBy: 24, limitedBy: text.endIndex) ?? text.endIndex
    return (start > text.startIndex ? "…" : "") + text[start..<end] + (end < text.endIndex ? "…" : "")
  }

  private static func host(of url: String) -> String {
    guard let scheme = url.range(of: "://") else { return "" }
    return "·\u{A0}" + url[scheme.upperBound...].prefix { $0 != "/" }
  }
}

extension Origin {
  fileprivate var message: Message {
    switch self {
    case .envelope: .originEnvelope
    case .frontMatter: .originFrontMatter
    case .page: .originPage
    case .text: .originText
    case .url: .originURL
    case .path: .originPath
    case .computed: .originComputed
    }
  }
}

extension Dialect {
  fileprivate var message: Message {
    switch self {
    case .feed: .dialectFeed
    case .datedFeed: .dialectDatedFeed
    case .jekyll: .dialectJekyll
    case .markdown: .dialectMarkdown
    case .html: .dialectHTML
    case .text: .dialectText
    }
  }
}

extension StringProtocol {
  /// The first place where a text occurs.
  func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
