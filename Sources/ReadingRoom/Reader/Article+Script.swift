import ArticleDump
import ChineseConversion

extension Article {
  /// The article with its texts and names in a script, for Markdown and JSON, and with the language tag of that script;
  /// addresses and readings stay. An article that is written in the script already, or is not Chinese, is returned as
  /// it is.
  ///
  /// Counts, the fingerprint and diagnostics are those of the article as it was written.
  public func converted(to script: Script) -> Article {
    guard isWrittenOtherwise(than: script) else { return self }
    let conversion = script.conversion
    func converted(_ text: String) -> String { text.converted(conversion).text }
    var article = self
    article.title = converted(title)
    article.publisher = publisher.map { Publisher(id: $0.id, name: converted($0.name)) }
    article.section = section.map(converted)
    article.authors = authors.map(converted)
    article.translators = translators.map(converted)
    article.editors = editors.map(converted)
    article.source = source.map(converted)
    article.dateline = dateline.map(converted)
    article.standfirst = standfirst.map(converted)
    if language != nil { article.language = script.isTraditional ? "zh-Hant" : "zh-Hans" }
    article.blocks = blocks.map { $0.converted(conversion) }
    article.images = images.map { $0.converted(conversion) }
    article.links = links.map { Link(text: converted($0.text), url: $0.url) }
    article.related = related.map { Link(text: converted($0.text), url: $0.url) }
    article.comments = comments.map {
      Comment(author: $0.author.map(converted), date: $0.date, text: converted($0.text))
    }
    article.glosses = glosses.map { Gloss(name: converted($0.name), original: $0.original) }
    article.agencies = agencies.map(converted)
    article.tags = tags.map(converted)
    article.categories = categories.map(converted)
    return article
  }
}

extension Block {
  fileprivate func converted(_ conversion: ChineseConversion) -> Block {
    switch self {
    case .paragraph(let text, let role): return .paragraph(text.converted(conversion), role: role)
    case .heading(let text, let level): return .heading(text.converted(conversion), level: level)
    case .quote(let blocks): return .quote(blocks.map { $0.converted(conversion) })
    case .list(var list):
      list.items = list.items.map { $0.map { $0.converted(conversion) } }
      return .list(list)
    case .table(var table):
      table.caption = table.caption?.converted(conversion)
      table.rows = table.rows.map { $0.map { $0.converted(conversion) } }
      return .table(table)
    case .figure(var figure):
      figure.images = figure.images.map { $0.converted(conversion) }
      figure.caption = figure.caption?.converted(conversion)
      figure.credit = figure.credit?.converted(conversion).text
      return .figure(figure)
    case .preformatted(let text, let language):
      return .preformatted(text.converted(conversion).text, language: language)
    case .embed(var embed):
      embed.text = embed.text.converted(conversion).text
      return .embed(embed)
    case .rule: return self
    }
  }
}

extension StyledText {
  fileprivate func converted(_ conversion: ChineseConversion) -> StyledText {
    let result = text.converted(conversion)
    let spans = spans.map { Span(utf8Range: result.utf8Range(ofSource: $0.utf8Range), style: $0.style) }
    return StyledText(result.text, spans: spans.filter { !$0.utf8Range.isEmpty }, alignment: alignment)
  }
}

extension ArticleImage {
  fileprivate func converted(_ conversion: ChineseConversion) -> ArticleImage {
    var image = self
    image.alternativeText = alternativeText?.converted(conversion).text
    image.caption = caption?.converted(conversion).text
    image.credit = credit?.converted(conversion).text
    return image
  }
}
