import Text

/// Reads a page's machine-readable metadata: `meta`, OpenGraph, `link`, schema.org's JSON-LD, `title`.
struct PageMetadata {
  private let tree: HTMLTree
  private var values: [String: String] = [:]
  private var data: StructuredData?
  private var canonical: String?

  /// Proposes the facts in the page's head. Does nothing for a fragment without one.
  static func read(_ page: inout Page) {
    guard let metadata = PageMetadata(page.tree) else { return }
    metadata.proposeTitle(&page)
    metadata.proposeTimes(&page.facts, zone: page.zone)
    metadata.proposePeople(&page.facts)
    if let section = metadata.first(Self.sectionNames) { page.facts.sections.propose(section, from: .page, by: .meta) }
    if let section = metadata.data?.section { page.facts.sections.propose(section, from: .page, by: .data) }
    if let source = metadata.first(["contentsource", "source"]).map(SourceName.cleaned), 2...30 ~= source.nonBlankCount
    {
      page.facts.sources.propose(source, from: .page, by: .meta)
    }
    if let name = metadata.first(["og:site_name", "sitename", "application-name"]) {
      page.facts.siteNames.propose(name, from: .page, by: .meta)
    }
    if let name = metadata.data?.siteName { page.facts.siteNames.propose(name, from: .page, by: .data) }
    page.facts.body = metadata.data?.body
    page.facts.comments = metadata.data?.comments.compactMap { $0.comment(zone: page.zone) } ?? []
    page.facts.descriptions = [metadata.values["description"], metadata.values["og:description"]]
    if page.facts.url == nil, page.envelope.url == nil, let url = metadata.canonical ?? metadata.values["og:url"],
      url.startsWithAny(of: ["http"])
    {
      page.facts.url = Sourced(url)
    }
  }

  private init?(_ tree: HTMLTree) {
    self.tree = tree
    guard tree.tags.contains(.meta) || tree.tags.contains(.link) || tree.tags.contains(.script) else { return nil }
    var isEmpty = true
    for index in 0..<tree.count {
      let tag = tree.nodes[index].tag
      guard tag == Tag.meta.rawValue || tag == Tag.link.rawValue || tag == Tag.script.rawValue else { continue }
      isEmpty = false
      add(NodeID(index))
    }
    if isEmpty { return nil }
  }

  private mutating func add(_ node: NodeID) {
    switch tree.tag(node) {
    case .meta:
      guard
        let name = tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
          ?? tree.attribute("itemprop", of: node),
        let content = tree.attribute("content", of: node)?.trimmedOfBlanks, !content.isEmpty
      else { return }
      let key = name.lowercased()
      if values[key] == nil { values[key] = content }
    case .link:
      if canonical == nil, tree.attribute("rel", of: node)?.lowercased() == "canonical" {
        canonical = tree.attribute("href", of: node)
      }
    case .script:
      guard data == nil, tree.attribute("type", of: node, contains: "ld+json") else { return }
      let found = StructuredData(tree.descendants(of: node).map { tree.rawText(of: $0) }.joined())
      if found.published != nil || found.headline != nil { data = found }
    default: break
    }
  }

  private func first(_ names: [String]) -> String? { names.lazy.compactMap { values[$0] }.first }

  // MARK: Title

  private func proposeTitle(_ page: inout Page) {
    guard page.facts.title == nil, page.envelope.title.isEmpty else { return }
    if let title = first(["articletitle", "og:title", "twitter:title"]) {
      page.facts.titles.propose(completed(title), from: .page, by: .meta)
    } else if let title = data?.headline {
      page.facts.titles.propose(title, from: .page, by: .data)
    }
  }

  /// A title is cut where its own quotation mark ended the attribute; the heading and `title` have the rest.
  private func completed(_ title: String) -> String {
    guard let named = tree.first(.title).map({ tree.text(of: $0) }), named.utf8.count > title.utf8.count,
      named.begins(with: title)
    else { return title }
    for tag in [Tag.h1, .h2] {
      guard let heading = tree.first(tag).map({ tree.text(of: $0).onOneLine }) else { continue }
      if heading.utf8.count > title.utf8.count, heading.begins(with: title), named.begins(with: heading) {
        return heading
      }
    }
    return title
  }

  // MARK: Times

  private func proposeTimes(_ facts: inout FactSheet, zone: CivilZone) {
    for (names, reading) in [(Self.publicationNames, Reading.meta), (Self.creationNames, .data)] {
      if let time = time(names, zone) { facts.publications.propose(time, from: .page, by: reading) }
    }
    if let time = data?.published.flatMap({ Timestamp($0, zone: zone) }) {
      facts.publications.propose(time, from: .page, by: .data)
    }
    if let time = time(Self.changeNames, zone) {
      facts.changes.propose(time, from: .page, by: .meta)
    } else if let time = data?.modified.flatMap({ Timestamp($0, zone: zone) }) {
      facts.changes.propose(time, from: .page, by: .data)
    }
    // If a page gives only the time of its last change, that is when it was published.
    if facts.publications.isEmpty, let time = time(["dateupdate", "dateupdated"], zone) {
      facts.publications.propose(time, from: .page, by: .form)
    }
  }

  /// The first value that is a time.
  private func time(_ names: [String], _ zone: CivilZone) -> Timestamp? {
    names.lazy.compactMap { values[$0].flatMap { Timestamp($0, zone: zone) } }.first
  }

  private static let publicationNames = [
    "article:published_time", "og:article:published_time", "article:published", "bytedance:published_time", "pubdate",
    "publishdate", "publish-date", "publish_date", "pub_date", "publish_time", "publishtime", "og:published_time",
    "og:release_date", "datepublished", "apub:time", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dcterms.date", "dc.date", "rnews:datepublished", "cxenseparse:recs:publishtime", "citation_publication_date",
    "sailthru.date", "weibo:article:create_at", "parsely-pub-date", "firstpublishdate",
  ]

  /// Fields in which some templates put the date on which the page was generated.
  private static let creationNames = ["date", "article:create_at", "datecreated", "dc.date.created", "created"]

  private static let changeNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "weibo:article:update_at", "lastmod", "revised",
  ]

  private static let sectionNames = ["article:section", "columnname", "parsely-section"]

  // MARK: People

  private func proposePeople(_ facts: inout FactSheet) {
    let names = data?.authors.flatMap(Byline.names(in:)) ?? []
    if !names.isEmpty { facts.people.propose(names, from: .page, by: .data) }
    for key in Self.authorNames {
      guard let named = values[key], !named.startsWithAny(of: ["http"]) else { continue }
      let names = Byline.names(in: named)
      if !names.isEmpty { facts.people.propose(names, from: .page, by: .meta) }
    }
  }

  private static let authorNames = [
    "article:author", "author", "og:article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
    "sailthru.author",
  ]
}

/// The name of a source without remarks about it.
enum SourceName {
  /// `来源：人民网-文化频道 原创稿`: only the name.
  static func cleaned(_ text: String) -> String {
    var name = text.trimmedOfBlanks
    var plain = name.simplified
    for label in ["来源：", "来源:", "稿源：", "文章来源："] where plain.begins(with: label) {
      name = name.dropFirst(label.count).trimmedOfBlanks
      plain = name.simplified
    }
    for kind in ["原创稿", "原创", "专稿", "供稿"] where plain.ends(with: " " + kind) {
      name = name.dropLast(kind.count).trimmedOfBlanks
      plain = name.simplified
    }
    return withoutClosingBracket(name)
  }

  /// `第一财经日报(上海)`: without the place or address in brackets, the last of which may be missing.
  private static func withoutClosingBracket(_ name: String) -> String {
    guard let open = name.firstIndex(where: { $0 == "(" || $0 == "（" }), open > name.startIndex,
      name[open...].contains(where: { $0 == ")" || $0 == "）" }) == false || name.endsWithAny(of: [")", "）"])
    else { return name }
    let bare = name[..<open].trimmedOfBlanks
    return bare.nonBlankCount >= 2 ? bare : name
  }
}

extension Timestamp {
  /// Whether a time is from 1995 on, when sites began to print dates.
  var isOfWeb: Bool { secondsSinceEpoch >= 788_918_400 }
}

extension Page {
  /// The time zone of the page's dates: its publisher's, otherwise the one that its host suggests.
  var zone: CivilZone {
    rules?.zone ?? PageZone.zone(url: envelope.url ?? facts.url?.value, path: path)
  }

  /// Whether a date on a line of its own may be the page's, because it is near the envelope's time. An article about
  /// 1949 may begin with a date in 1949.
  func isPlausible(_ time: Timestamp) -> Bool {
    guard let reference = envelope.fed ?? envelope.dateText.flatMap({ Timestamp($0, zone: zone) }) else { return true }
    let days = (time.secondsSinceEpoch - reference.secondsSinceEpoch) / 86400
    return abs(days) <= 45
  }

  /// The same for a time, to the minute: a page may be fetched long after it was made.
  func isPlausibleMoment(_ time: Timestamp) -> Bool { isPlausible(time) || !time.isDateOnly && mayBePrinted(time) }

  /// Whether a site may have printed a time on the page: for lines that say by a label that they are about the page.
  func mayBePrinted(_ time: Timestamp) -> Bool {
    guard let reference = envelope.fed else { return false }
    return time.secondsSinceEpoch <= reference.secondsSinceEpoch && time.isOfWeb
  }
}

/// The time zone of a page whose publisher is not known.
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
    // Chinese sites use Beijing time, which Taipei, Hong Kong and Singapore share.
    return .shanghai
  }
}
