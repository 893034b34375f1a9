extension Article {
  /// The same article with every text safe to display; see ``Sanitizer``.
  ///
  /// Output for machines (JSON) is escaped by its own rules instead and keeps the whole text.
  public func sanitized() -> Article {
    var article = self
    article.path = path.map { Sanitizer.sanitized($0) }
    article.title = Sanitizer.sanitized(title)
    article.url = url.map { Sanitizer.sanitized($0) }
    article.displayURL = displayURL.map { Sanitizer.sanitized($0) }
    article.publisher = publisher.map {
      Publisher(id: Sanitizer.sanitized($0.id), name: Sanitizer.sanitized($0.name))
    }
    article.section = section.map { Sanitizer.sanitized($0) }
    article.authors = authors.map { Sanitizer.sanitized($0) }
    article.translators = translators.map { Sanitizer.sanitized($0) }
    article.editors = editors.map { Sanitizer.sanitized($0) }
    article.source = source.map { Sanitizer.sanitized($0) }
    article.dateline = dateline.map { Sanitizer.sanitized($0) }
    article.language = language.map { Sanitizer.sanitized($0) }
    article.standfirst = standfirst.map { Sanitizer.sanitized($0) }
    article.shortLink = shortLink.map { Sanitizer.sanitized($0) }
    article.blocks = blocks.map(\.sanitized)
    article.images = images.map(\.sanitized)
    article.links = links.map(\.sanitized)
    article.related = related.map(\.sanitized)
    article.glosses = glosses.map {
      Gloss(name: Sanitizer.sanitized($0.name), original: Sanitizer.sanitized($0.original))
    }
    article.agencies = agencies.map { Sanitizer.sanitized($0) }
    article.tags = tags.map { Sanitizer.sanitized($0) }
    article.categories = categories.map { Sanitizer.sanitized($0) }
    article.comments = comments.map { comment in
      Comment(
        author: comment.author.map { Sanitizer.sanitized($0) }, date: comment.date,
        text: Sanitizer.sanitized(comment.text, keepsLineBreaks: true))
    }
    article.diagnostics = diagnostics.map {
      Diagnostic(kind: Sanitizer.sanitized($0.kind), line: $0.line, message: Sanitizer.sanitized($0.message))
    }
    return article
  }
}

extension Link {
  var sanitized: Link { Link(text: Sanitizer.sanitized(text), url: Sanitizer.sanitized(url)) }
}

extension ArticleImage {
  var sanitized: ArticleImage {
    ArticleImage(
      url: Sanitizer.sanitized(url), alternativeText: alternativeText.map { Sanitizer.sanitized($0) },
      caption: caption.map { Sanitizer.sanitized($0) }, credit: credit.map { Sanitizer.sanitized($0) },
      wire: wire.map {
        WireFacts(
          agency: Sanitizer.sanitized($0.agency), taken: $0.taken, slug: $0.slug.map { Sanitizer.sanitized($0) })
      })
  }
}

extension Block {
  /// The same block with every text safe to display.
  public var sanitized: Block {
    switch self {
    case .paragraph(let text, let role): .paragraph(Sanitizer.sanitized(text), role: role)
    case .heading(let text, let level): .heading(Sanitizer.sanitized(text), level: level)
    case .quote(let blocks): .quote(blocks.map(\.sanitized))
    case .list(let list):
      .list(
        ListBlock(
          isOrdered: list.isOrdered, start: list.start, items: list.items.map { $0.map(\.sanitized) },
          numbering: list.numbering, isReversed: list.isReversed, values: list.values))
    case .table(let table):
      .table(
        Table(
          caption: table.caption.map { Sanitizer.sanitized($0) }, headRowCount: table.headRowCount,
          rows: table.rows.map { $0.map { Sanitizer.sanitized($0) } }))
    case .figure(let figure):
      .figure(
        Figure(
          images: figure.images.map(\.sanitized), caption: figure.caption.map { Sanitizer.sanitized($0) },
          credit: figure.credit.map { Sanitizer.sanitized($0) }))
    case .preformatted(let text, let language):
      .preformatted(
        Sanitizer.sanitized(text, keepsLineBreaks: true), language: language.map { Sanitizer.sanitized($0) })
    case .rule: .rule
    case .embed(let embed):
      .embed(
        Embed(kind: embed.kind, url: embed.url.map { Sanitizer.sanitized($0) }, text: Sanitizer.sanitized(embed.text)))
    }
  }
}
