import ArticleDump

/// The facts about an article, one item for each; items of facts that several articles can share lead to their list.
struct ArticleFactItems {
  private(set) var items: [PaneItem] = []
  private let article: Article
  private let language: Language

  init(_ loaded: LoadedArticle, language: Language) {
    article = loaded.article
    self.language = language
    let month = loaded.month.map { PaneItem.Action.narrow(Facet(.month, $0)) }
    add(.factTitle, article.title, .title)
    add(
      .factPublisher, article.publisher?.name, .publisher,
      action: article.publisher.map { .narrow(Facet(.publisher, $0.id)) })
    // A post's first category serves as its section, and is shown with the others.
    let section = article.section.flatMap { article.categories.contains($0) ? nil : $0 }
    add(.factSection, section, .section, action: section.map { .narrow(Facet(.section, $0)) })
    addEach(.factAuthors, article.authors, .authors) { .narrow(Facet(.author, $0)) }
    add(.factTranslators, article.translators.joined(separator: "、"), .translators)
    add(.factEditors, article.editors.joined(separator: "、"), .editors)
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
    add(.factLanguage, name(ofLanguage: article.language), .language)
    if let url = article.url { add(.factURL, article.displayURL ?? url, .url, action: .link(url: url)) }
    if let url = article.shortLink { add(.factShortLink, url, .shortLink, action: .link(url: url)) }
    add(.factFolder, loaded.folder, action: loaded.folder.map { .narrow(Facet(.folder, $0)) })
    add(.factFile, article.path)
    add(.factDialect, localized(article.dialect.message))
  }

  private func localized(_ message: Message, _ first: String = "") -> String { message.text(in: language, first) }

  /// Adds a fact, unless it is missing. Without an action, it can be copied.
  private mutating func add(
    _ label: Message, _ text: String?, _ fact: Fact? = nil, action: PaneItem.Action? = nil
  ) {
    guard let text, !text.isEmpty else { return }
    let origin = fact.flatMap { article.origins[$0] }
    items.append(
      PaneItem(
        label: localized(label), text: text, origin: origin.map { localized(.originIs, localized($0.message)) } ?? "",
        action: action ?? .copy(text)))
  }

  /// Adds a fact with several values, each of which leads to different articles.
  private mutating func addEach(
    _ label: Message, _ names: [String], _ fact: Fact? = nil, action: (String) -> PaneItem.Action
  ) {
    for (index, name) in names.enumerated() {
      add(label, name, fact, action: action(name))
      // A blank keeps the label column.
      if index > 0 { items[items.count - 1].label = "\u{3000}" }
    }
  }

  /// The name of a BCP 47 tag that articles have; another tag unchanged.
  private func name(ofLanguage tag: String?) -> String? {
    switch tag {
    case "zh-Hans": localized(.languageSimplified)
    case "zh-Hant": localized(.languageTraditional)
    case "zh": localized(.languageChinese)
    case "en": localized(.languageEnglish)
    case "ja": localized(.languageJapanese)
    default: tag
    }
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
