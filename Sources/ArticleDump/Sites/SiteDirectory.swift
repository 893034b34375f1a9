import Text

/// Facts about sites that have no rules of their own: their ids, names and time zones.
enum SiteDirectory {
  struct Site: Sendable {
    var publisher: Publisher
    /// All names, with the publisher's first, as they follow titles.
    var names: [String]
    var zone: CivilZone
  }

  /// The site by the host of a URL or by a folder of the path.
  static func site(url: String?, path: String?) -> Site? {
    if let site = url.flatMap(PublisherRegistry.host(of:)).flatMap({ Self.site(host: $0) }) { return site }
    guard url == nil, let folders = path?.utf8.split(separator: 0x2F).dropLast() else { return nil }
    for folder in folders.reversed() {
      if let index = indexByFolder[String(Substring(folder)).lowercased()] { return sites[index] }
    }
    return nil
  }

  /// The site of a host: its own line, otherwise that of a domain that contains it.
  static func site(host: String) -> Site? {
    var domain = host[...]
    while true {
      if let index = indexByDomain[String(domain)] { return sites[index] }
      guard let dot = domain.utf8.firstIndex(of: 0x2E) else { return nil }
      domain = domain[domain.utf8.index(after: dot)...]
    }
  }

  /// The site with a name, in a place where only sites are named, such as after a title.
  static func site(named name: String) -> Site? {
    let key = TitleHeading.key(name)
    guard key.unicodeScalars.count >= 2 else { return nil }
    return indexByName[key].map { sites[$0] }
  }

  private static let indexByName: [String: Int] = {
    var index: [String: Int] = [:]
    for (place, line) in lines.enumerated() {
      for name in line.site.names {
        let key = TitleHeading.key(name)
        if key.utf8.count >= 4, !TitleSuffix.isColumn(name), index[key] == nil { index[key] = place }
      }
    }
    return index
  }()

  private static let words: Set<String> = [
    "inside", "财经", "雪球", "掘金", "天涯", "people", "storm", "oriental", "weibo", "dimsum", "nippon", "telegraph",
  ]

  private struct Row {
    var id: String
    var domains: [String]
    var site: Site
  }

  private static let lines: [Row] = SiteTable.lines.utf8.split(separator: 0x0A).compactMap { line in
    let fields = line.split(separator: 0x7C, omittingEmptySubsequences: false).map { Substring($0).trimmedOfBlanks }
    guard fields.count >= 3 else { return nil }
    let names = fields[2].utf8.split(separator: 0x2C).map { Substring($0).trimmedOfBlanks }
    guard let name = names.first else { return nil }
    let site = Site(
      publisher: Publisher(id: fields[0], name: name), names: names,
      zone: zone(named: fields.count > 3 ? fields[3] : nil))
    return Row(id: fields[0], domains: fields[1].utf8.split(separator: 0x20).map { String(Substring($0)) }, site: site)
  }

  private static func zone(named name: String?) -> CivilZone {
    switch name {
    case "utc": .utc
    case "london": .london
    case "paris": .paris
    case "newyork": .newYork
    case "losangeles": .losAngeles
    case "tokyo": .tokyo
    case "sydney": .sydney
    case "auckland": .auckland
    case "+3": .fixed(secondsEast: 3 * 3600)
    case "+7": .fixed(secondsEast: 7 * 3600)
    default: .shanghai
    }
  }

  private static let sites = lines.map(\.site)

  private static let indexByDomain: [String: Int] = {
    var index: [String: Int] = [:]
    for (place, line) in lines.enumerated() {
      for domain in line.domains where index[domain] == nil { index[domain] = place }
    }
    return index
  }()

  /// Folders are named after the id or one of the names; ids that are words, too short or common also name other
  /// folders.
  private static let indexByFolder: [String: Int] = {
    var index: [String: Int] = [:]
    for (place, line) in lines.enumerated() {
      for name in [line.id] + line.site.names {
        let key = name.lowercased()
        guard key.utf8.count >= 4, !words.contains(key), index[key] == nil else { continue }
        index[key] = place
      }
    }
    return index
  }()
}
