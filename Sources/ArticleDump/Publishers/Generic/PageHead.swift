import Text

/// Reads what a whole page says of itself in its head: `meta`, OpenGraph, schema.org.
enum PageHead {
  static func read(_ page: inout Page) {
    let tree = page.tree
    guard let metas = nodes(tree) else { return }
    var values: [String: String] = [:]
    var data: StructuredData?
    for node in metas {
      switch tree.tag(node) {
      case .meta:
        guard
          let name = tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
            ?? tree.attribute("itemprop", of: node),
          let content = tree.attribute("content", of: node)?.trimmedOfBlanks, !content.isEmpty
        else { continue }
        let key = name.lowercased()
        if values[key] == nil { values[key] = content }
      case .script:
        guard data == nil, tree.attribute("type", of: node, contains: "ld+json") else { continue }
        let found = StructuredData(rawText(of: node, tree))
        if found.published != nil || found.headline != nil { data = found }
      default: break
      }
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

    if page.facts.title == nil, page.envelope.title.isEmpty,
      let title = first("articletitle", "og:title", "twitter:title") ?? data?.headline
    {
      page.facts.title = Sourced(title)
    }
    let published = first(
      "article:published_time", "pubdate", "publishdate", "publish-date", "publish_date", "og:published_time",
      "og:release_date", "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date",
      "weibo:article:create_at",
      "parsely-pub-date", "date", "article:create_at")
    if page.facts.isUndated, let published = published ?? data?.published,
      let time = Timestamp(published, zone: page.zone)
    {
      page.facts.published = Sourced(time)
    }
    let modified = first("article:modified_time", "og:updated_time", "datemodified", "lastmod", "revised")
    if page.facts.modified == nil, page.facts.modifiedText == nil, let modified = modified ?? data?.modified,
      let time = Timestamp(modified, zone: page.zone)
    {
      page.facts.modified = Sourced(time)
    }
    if page.facts.authors == nil {
      let named = first("article:author", "author", "dc.creator", "byl", "parsely-author", "sailthru.author")
      let names = data?.authors.flatMap(Byline.names(in:)) ?? []
      if !names.isEmpty {
        page.facts.authors = Sourced(names)
      } else if let named, !named.startsWithAny(of: ["http"]), named != first("og:site_name", "sitename") {
        let names = Byline.names(in: named).filter { !PersonName.isPlaceholder($0) }
        if !names.isEmpty { page.facts.authors = Sourced(names) }
      }
    }
    if page.facts.section == nil,
      let section = first("article:section", "columnname", "parsely-section") ?? data?.section
    {
      page.facts.section = Sourced(section)
    }
    if page.facts.source == nil, let source = first("contentsource", "source"), source.inkCount <= 30 {
      page.facts.source = Sourced(source)
    }
    if page.facts.siteName == nil, let name = first("og:site_name", "sitename", "application-name") ?? data?.siteName {
      page.facts.siteName = Sourced(name)
    }
    if page.facts.url == nil, page.envelope.url == nil {
      let canonical = metas.first {
        tree.tag($0) == .link && tree.attribute("rel", of: $0)?.lowercased() == "canonical"
      }
      let url = canonical.flatMap { tree.attribute("href", of: $0) } ?? first("og:url")
      if let url, url.startsWithAny(of: ["http"]) { page.facts.url = Sourced(url) }
    }
  }

  /// The nodes that may tell: none in a fragment.
  private static func nodes(_ tree: HTMLTree) -> [NodeID]? {
    var found: [NodeID] = []
    for index in 0..<tree.count {
      let tag = tree.nodes[index].tag
      if tag == Tag.meta.rawValue || tag == Tag.link.rawValue || tag == Tag.script.rawValue {
        found.append(NodeID(index))
      }
    }
    return found.isEmpty ? nil : found
  }

  private static func rawText(of node: NodeID, _ tree: HTMLTree) -> String {
    tree.descendants(of: node).map { tree.rawText(of: $0) }.joined()
  }
}

extension Page {
  /// The zone of the page's clock: its publisher's, else the one that its host suggests.
  var zone: CivilZone {
    rules?.zone ?? PageZone.zone(url: envelope.url ?? facts.url?.value, path: path)
  }
}

extension Page {
  /// Whether a date that stands in a line of its own may be the page's: near the time that the envelope gives. An
  /// article about 1949 may begin with a day of 1949.
  func isPlausible(_ time: Timestamp) -> Bool {
    guard let reference = envelope.fed ?? envelope.dateText.flatMap({ Timestamp($0, zone: zone) }) else { return true }
    let days = (time.secondsSinceEpoch - reference.secondsSinceEpoch) / 86400
    return abs(days) <= 45
  }

  /// The same for a moment, to the minute: a page may be fetched long after it was made.
  func isPlausibleMoment(_ time: Timestamp) -> Bool {
    if isPlausible(time) { return true }
    guard !time.isDateOnly, let reference = envelope.fed else { return false }
    // 1995, when sites began to print such.
    return time.secondsSinceEpoch <= reference.secondsSinceEpoch && time.secondsSinceEpoch >= 788_918_400
  }
}

/// The clock of a page whose publisher is not known.
enum PageZone {
  static func zone(url: String?, path: String? = nil) -> CivilZone {
    if let site = SiteDirectory.site(url: url, path: path) { return site.zone }
    let host = url.flatMap(PublisherRegistry.host(of:)) ?? ""
    if host.ends(with: ".jp") { return .tokyo }
    if host.ends(with: ".tw") { return .taipei }
    if host.ends(with: ".hk") { return .hongKong }
    if host.ends(with: ".au") { return .sydney }
    if host.ends(with: ".nz") { return .auckland }
    if host.ends(with: ".kr") { return .tokyo }
    if host.ends(with: ".uk") { return .london }
    if host.endsWithAny(of: [".fr", ".de", ".ch", ".nl", ".it", ".es"]) { return .paris }
    if host.ends(with: ".ca") { return .newYork }
    // Chinese sites keep Beijing time; Taipei, Hong Kong and Singapore have the same.
    return .shanghai
  }
}
