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
    ArticlePaneItems(loaded: loaded, flow: flow, highlightRanges: ranges, language: language).items(findings)
  }
}

/// The sections of the pane about an article.
private struct ArticlePaneItems {
  let loaded: LoadedArticle
  let flow: Flow
  let highlightRanges: [String: Range<Int>]
  let language: Language

  private var article: Article { loaded.article }

  func items(_ findings: [FindState]) -> [PaneItem] {
    let sections: [(heading: Message, items: [PaneItem])] = [
      (.facts, ArticleFactItems(loaded, language: language).items), (.highlights, loaded.highlights.map(item)),
      (.outline, outline), (.related, related), (.images, images), (.links, links), (.names, names),
      (.agencies, agencies), (.diagnostics, diagnostics),
    ]
    return findings.flatMap { section(localized(.occurrences, $0.query), occurrences(of: $0)) }
      + sections.flatMap { section(localized($0.heading), $0.items) }
  }

  private func localized(_ message: Message, _ first: String = "") -> String { message.text(in: language, first) }

  private func section(_ heading: String, _ items: [PaneItem]) -> [PaneItem] {
    items.isEmpty ? [] : [PaneItem(label: "", text: heading, action: .none, isHeading: true)] + items
  }

  private func occurrences(of finding: FindState) -> [PaneItem] {
    finding.hits.prefix(200).map { hit in
      let leaf = flow.leaves[hit.leaf]
      return PaneItem(
        label: "", text: context(of: hit.utf8Range, in: leaf.text),
        action: .go(utf8Offset: leaf.base + hit.utf8Range.lowerBound))
    }
  }

  private func item(_ highlight: Highlight) -> PaneItem {
    let range = highlightRanges[highlight.key]
    let remark = sanitizedLine(highlight.remark.singleLine)
    let lost = range == nil ? "·\u{A0}" + localized(.highlightLost) : ""
    return PaneItem(
      label: "", text: sanitizedLine(highlight.quotation.singleLine),
      detail: [lost, remark].filter { !$0.isEmpty }.joined(separator: " "),
      action: range.map { .go(utf8Offset: $0.lowerBound) } ?? .copy(highlight.quotation))
  }

  private var outline: [PaneItem] {
    flow.outline.map { entry in
      let offset = entry.leaf < flow.leaves.count ? flow.leaves[entry.leaf].base : 0
      let indent = String(repeating: "\u{3000}", count: max(0, min(3, entry.level - 2)))
      return PaneItem(label: "", text: indent + entry.title, action: .go(utf8Offset: offset))
    }
  }

  private var related: [PaneItem] {
    article.related.map { link in
      if let id = loaded.articlesByURL[link.url] {
        return PaneItem(label: "", text: link.text, detail: "·\u{A0}" + localized(.inLibrary), action: .article(id))
      }
      return PaneItem(label: "", text: link.text.isEmpty ? link.url : link.text, action: .link(url: link.url))
    }
  }

  private var images: [PaneItem] {
    article.images.enumerated().map { index, image in
      let detail = [image.credit, image.wire?.agency].compactMap { $0 }.filter { !$0.isEmpty }.first
      // A name without words says less than the picture's location.
      let legend = Flow.legend(of: image)
      return PaneItem(
        label: "\(index + 1)", text: legend.isEmpty ? String(host(of: image.url).dropFirst(2)) : legend,
        detail: detail ?? "", action: .link(url: image.url))
    }
  }

  private var links: [PaneItem] {
    flow.links.enumerated().map { index, link in
      let id = loaded.articlesByURL[link.url]
      return PaneItem(
        label: "\(flow.numberOfLink(at: index))", text: link.text.isEmpty ? link.url : link.text,
        detail: id == nil ? host(of: link.url) : "·\u{A0}" + localized(.inLibrary),
        action: id.map { .article($0) } ?? .link(url: link.url))
    }
  }

  private var names: [PaneItem] {
    article.glosses.map { PaneItem(label: "", text: $0.name, detail: $0.original, action: .copy($0.original)) }
  }

  private var agencies: [PaneItem] {
    article.agencies.isEmpty
      ? [] : [PaneItem(label: "", text: article.agencies.joined(separator: "、"), action: .none)]
  }

  private var diagnostics: [PaneItem] {
    article.diagnostics.prefix(50).map {
      PaneItem(
        label: "", text: $0.summary(in: language), detail: $0.line > 0 ? "·\u{A0}\($0.line)" : "", action: .none)
    }
  }

  /// The words around a hit, in one line.
  private func context(of range: Range<Int>, in text: String) -> String {
    let utf8 = text.utf8
    let hit = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let start = text.index(hit, offsetBy: -8, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(hit, offsetBy: 24, limitedBy: text.endIndex) ?? text.endIndex
    return (start > text.startIndex ? "…" : "") + text[start..<end] + (end < text.endIndex ? "…" : "")
  }

  private func host(of url: String) -> String {
    guard let scheme = url.range(of: "://") else { return "" }
    return "·\u{A0}" + url[scheme.upperBound...].prefix { $0 != "/" }
  }
}
