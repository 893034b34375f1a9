import Text

extension FactSheet {
  /// Decides each fact by its highest-ranking candidate, and writes it into the article with its origin.
  ///
  /// - Parameter page: The page from which the facts were read; its own facts are not used.
  mutating func resolve(into article: inout Article, page: Page) {
    let envelope = page.envelope
    article.origins.reserveCapacity(12)
    resolveTitle(of: &article, page)
    resolveURL(of: &article, envelope)
    let found = PublisherResolver.publisher(url: article.url, page: page, facts: self)
    if let publisher = found.publisher {
      article.publisher = publisher
      article.origins[.publisher] = found.origin
    }
    if let fed = envelope.fed {
      article.fed = fed
      article.origins[.fed] = .envelope
    }
    proposeGiven(envelope, zone: page.clock)
    resolveTimes(of: &article)
    resolvePeople(of: &article, page, own: found.names)
    article.set(\.section, sections.best, as: .section)
    article.set(\.standfirst, standfirst, as: .standfirst)
    article.set(\.shortLink, shortLink, as: .shortLink)
    article.set(\.language, language, as: .language)
    article.related = related
    article.comments = comments
    if article.tags.isEmpty { article.tags = Article.keywords(tags) }
    // A page is more exact than the crawler that put front matter before it.
    if let matter = envelope.frontMatter, envelope.bodyFormat == .html {
      article.apply(matter, isWritten: false, zone: page.clock)
    }
    article.diagnostics += diagnostics
  }

  private func resolveTitle(of article: inout Article, _ page: Page) {
    if !article.title.isEmpty { article.origins[.title] = page.envelope.titleOrigin }
    if let title = titles.best {
      article.title = title.value
      article.origins[.title] = title.origin
    } else if article.title.isEmpty, let title = FallbackTitle.title(tree: page.tree, path: page.path) {
      article.title = title.value
      article.origins[.title] = title.origin
    }
  }

  private func resolveURL(of article: inout Article, _ envelope: Envelope) {
    if let given = envelope.url {
      article.url = given
      article.origins[.url] = envelope.frontMatter != nil && envelope.fed == nil ? .frontMatter : .envelope
    } else if let url {
      article.url = url.value
      article.origins[.url] = url.origin
    }
  }

  private mutating func proposeGiven(_ envelope: Envelope, zone: CivilZone?) {
    let origin = envelope.frontMatter == nil ? Origin.envelope : .frontMatter
    if let text = envelope.dateText, envelope.dialect != .datedFeed,
      let date = Timestamp(written: text, zone: zone)
    {
      publications.propose(date, from: origin, by: .given)
    }
    if !envelope.authors.isEmpty { people.propose(envelope.authors, from: origin, by: .given) }
  }

  /// Fills in facts that an article lacks.
  mutating func complete(_ article: inout Article) {
    resolveTimes(of: &article)
    resolvePeople(of: &article, nil, own: [])
  }

  // MARK: Times

  private func resolveTimes(of article: inout Article) {
    if article.published == nil, let best = publications.best {
      // The text may give the date and an attribute the time: of the same date, the more exact value counts.
      let day = best.value.iso8601Date
      let finer =
        best.value.isDateOnly ? publications.all.first { !$0.value.isDateOnly && $0.value.iso8601Date == day } : nil
      article.published = (finer ?? best).value
      article.origins[.published] = (finer ?? best).origin
    }
    if article.modified == nil, let change = changes.best {
      article.modified = change.value
      article.origins[.modified] = change.origin
    }
  }

  // MARK: People

  private mutating func resolvePeople(of article: inout Article, _ page: Page?, own: [String]) {
    if let name = page.flatMap(TitleSuffix.answerer) { people.propose([name], from: .page, by: .title) }
    let check = AuthorCheck(
      siteNames: own.isEmpty ? siteNames.all.map(\.value) : own, sources: sources.all.map(\.value),
      editors: editors?.value ?? [],
      tree: page?.tree)
    for candidate in people.all where article.authors.isEmpty {
      let names = check.accepted(candidate)
      guard !names.isEmpty else { continue }
      article.authors = names
      article.origins[.authors] = candidate.origin
    }
    // On platforms where accounts publish, the account is the author of unsigned texts.
    if article.authors.isEmpty, people.best(of: [.given]) == nil,
      let source = sources.best(of: [.label, .element, .account]),
      AccountPlatform.holds(article.url), !AuthorName.isMedium(source.value), !check.isSite(source.value)
    {
      article.authors = [source.value]
      article.origins[.authors] = source.origin
    }
    // If nobody else is named, the author from the envelope stays, whoever it is.
    if article.authors.isEmpty, let given = people.best(of: [.given]) {
      article.authors = given.value
      article.origins[.authors] = given.origin
    }
    // If somebody else wrote the piece, the account that posted it is its source.
    if sources.isEmpty, let account, !article.authors.isEmpty, !article.authors.contains(account) {
      sources.propose(account, from: .page, by: .account)
    }
    article.set(\.source, sources.best, as: .source)
    article.set(\.translators, translators, as: .translators)
    article.set(
      \.editors, editors.map { Sourced($0.value.filter { !AuthorName.isStaffNumber($0) }, $0.origin) }, as: .editors)
    article.set(\.dateline, dateline, as: .dateline)
  }
}

extension Page {
  /// The publisher's time zone, if it is known.
  var clock: CivilZone? {
    PublisherRegistry.rules(url: envelope.url, path: path)?.zone
      ?? SiteDirectory.site(url: envelope.url, path: path)?.zone
  }
}

extension Article {
  fileprivate mutating func set<Value>(
    _ fact: WritableKeyPath<Article, Value?>, _ found: Sourced<Value>?, as key: Fact
  ) {
    guard let found, self[keyPath: fact] == nil else { return }
    self[keyPath: fact] = found.value
    origins[key] = found.origin
  }

  fileprivate mutating func set<Value>(
    _ fact: WritableKeyPath<Article, [Value]>, _ found: Sourced<[Value]>?, as key: Fact
  ) {
    guard let found, !found.value.isEmpty, self[keyPath: fact].isEmpty else { return }
    self[keyPath: fact] = found.value
    origins[key] = found.origin
  }

  fileprivate mutating func set<Value>(
    _ fact: WritableKeyPath<Article, Value?>, _ found: Candidate<Value>?, as key: Fact
  ) {
    set(fact, found.map { Sourced($0.value, $0.origin) }, as: key)
  }
}
