import Text

/// Decides who published a page, by its rules, its URL, the name after its title, the site's name in its metadata, or
/// the host that most of its links lead to.
struct PublisherResolver {
  struct Result {
    var publisher: Publisher?
    var origin = Origin.url
    /// All names of the site.
    var names: [String] = []
  }

  static func publisher(url: String?, page: Page, facts: FactSheet) -> Result {
    if let rules = page.rules {
      let isURL = PublisherRegistry.rules(url: page.envelope.url, path: nil)?.id == rules.id
      return Result(
        publisher: rules.publisher, origin: isURL ? .url : .path, names: [rules.name] + rules.titleNames)
    }
    if let site = SiteDirectory.site(url: url, path: page.path) {
      return Result(publisher: site.publisher, origin: url == nil ? .path : .url, names: site.names)
    }
    let host = url.flatMap(PublisherRegistry.host(of:))
    // The name in the page's title or head takes precedence over the bare host, and replaces a missing one.
    if host == nil, let name = facts.siteNames.best(of: [.meta, .data])?.value, let known = known(named: name) {
      return known
    }
    let title = page.tree.first(.title).map { page.text(of: $0).onOneLine }
    if host == nil {
      let titles = [title, facts.titles.best?.value, page.envelope.title].compactMap(\.self)
      for title in titles {
        for part in TitleSuffix.lastParts(of: title) {
          if let known = known(named: part) { return known }
        }
      }
    }
    if let host, let office = GovernmentOffices.office(host: host) { return office }
    // The links of a written text lead elsewhere; only on a saved page do most links lead to its own site.
    let linked = host == nil && page.envelope.bodyFormat != .markdown ? LinkedHost.host(of: page.tree) : nil
    guard let host = host ?? linked else {
      return named(siteName(facts) ?? title.flatMap(TitleSuffix.mediaName))
    }
    if let site = SiteDirectory.site(host: host) {
      return Result(publisher: site.publisher, origin: .page, names: site.names)
    }
    let id = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let name =
      siteName(facts) ?? title.flatMap(TitleSuffix.mediaName) ?? CopyrightLine.owner(in: page.tree)
    return Result(
      publisher: Publisher(id: id, name: name ?? id), origin: url == nil ? .page : .url,
      names: [id] + (name.map { [$0] } ?? []))
  }

  /// The site's name in the page's metadata, unless it is the section after the title.
  private static func siteName(_ facts: FactSheet) -> String? {
    facts.siteNames.all.lazy.map(\.value).first { !TitleSuffix.isColumn($0) }
  }

  /// The publisher or site of that name.
  private static func known(named name: String) -> Result? {
    if let site = SiteDirectory.site(named: name) {
      return Result(publisher: site.publisher, origin: .page, names: site.names)
    }
    guard let rules = PublisherRegistry.rules(named: name) else { return nil }
    return Result(publisher: rules.publisher, origin: .page, names: [rules.name] + rules.titleNames)
  }

  /// A publisher known by name only.
  private static func named(_ name: String?) -> Result {
    guard let name, 2...24 ~= name.nonBlankCount else { return Result() }
    return Result(publisher: Publisher(id: name.lowered, name: name), origin: .page, names: [name])
  }
}

/// The host that most links of a page lead to: nothing else in a saved page gives its address.
enum LinkedHost {
  /// - Returns: `nil` unless at least four links, and more than half of those that name a host, lead there.
  static func host(of tree: HTMLTree) -> String? {
    var counts: [String: Int] = [:]
    var hosts: [String: Int] = [:]
    var total = 0
    for index in 0..<tree.count {
      let node = NodeID(index)
      guard tree.tag(node) == .a, let address = tree.attribute("href", of: node),
        let host = PublisherRegistry.host(of: address.begins(with: "//") ? "https:" + address : address)
      else { continue }
      total += 1
      counts[domain(of: host), default: 0] += 1
      hosts[host, default: 0] += 1
      if total == 2_000 { break }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 4,
      most.value * 2 > total
    else { return nil }
    // An office or a section of a site may be listed under its own host.
    let own = hosts.filter { domain(of: $0.key) == most.key }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let own, own.value * 2 > most.value { return own.key }
    return most.key
  }

  /// The part of a host that is registered: `news.163.com` → `163.com`. An office of `gov.cn` keeps its own.
  static func domain(of host: String) -> String {
    let labels = host.split(separator: ".")
    guard labels.count > 2 else { return host }
    let isShared =
      ["com", "co", "org", "net", "gov", "edu", "ac"].contains(labels[labels.count - 2])
      && labels[labels.count - 1].utf8.count == 2
    return labels.suffix(isShared ? 3 : 2).joined(separator: ".")
  }
}

/// `Copyright © 2019 某某网 版权所有`: the site's owner, if nothing better is known.
enum CopyrightLine {
  static func owner(in tree: HTMLTree) -> String? {
    let mayBe = tree.source.withUnsafeBufferPointer { source in
      ByteSearch.holds(source, "版权所有") || ByteSearch.holds(source, "版權所有") || ByteSearch.holds(source, "主办")
    }
    // Only pages made by old programs write Han as references.
    guard mayBe || tree.source.withUnsafeBufferPointer({ ByteSearch.holds($0, "&#") }) else { return nil }
    for index in stride(from: tree.count - 1, to: 0, by: -1) {
      let node = NodeID(index)
      guard tree.isText(node), !tree.isBlank(node), tree[node].sourceEnd - tree[node].sourceStart <= 300,
        tree.text(node, holds: "版权所有") || tree.text(node, holds: "版權所有") || tree.text(node, holds: "主办单位")
          || tree.text(node, holds: "主办：")
      else { continue }
      if let name = owner(in: tree.rawText(of: node)) { return name }
    }
    return nil
  }

  static func owner(in line: String) -> String? {
    var text = line
    for word in ["版权所有", "版權所有", "主办单位", "主办", "归", "所有", "：", ":", "©", "|", "｜", "，", ",", "(", ")", "（", "）"] {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: " ")
    }
    return text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }).map(String.init).first {
      part in
      3...20 ~= part.nonBlankCount && part.unicodeScalars.count(where: \.isHan) >= 3
        && !part.unicodeScalars.contains { 0x30...0x39 ~= $0.value }
        && (AuthorName.isMedium(part) || part.simplified.endsWithAny(of: owners))
        && !part.simplified.startsWithAny(of: ["未经", "本"])
    }
  }

  /// Endings of the names of site owners other than media.
  private static let owners = [
    "报", "社", "台", "大学", "政府", "局", "委", "厅", "院", "馆", "传播", "杂志",
  ]
}
