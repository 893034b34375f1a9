import ArticleDump

/// Determines which articles already have an entry, without a library: by address, place and fingerprint.
///
/// With a library, `StarredArticles` knows more.
struct KnownBookmarks {
  private let names: ArchiveNames
  /// Entries by the traits that two entries of one article share.
  private var entries: [Trait: [Bookmark]] = [:]

  private enum Trait: Hashable {
    case address(UInt64)
    case fingerprint(DumpFingerprint)
    /// The last component of the place, or another name of the entry.
    case name(Substring)
  }

  /// Reads the entries of the file that may refer to one of the candidates.
  init(_ text: BookmarkText, _ names: ArchiveNames, for candidates: [Bookmark]) {
    self.names = names
    let addresses = Set(candidates.map(\.address))
    for entry in text.entries where addresses.contains(entry.address) { insert(text.bookmark(entry)) }
  }

  private static func traits(of bookmark: Bookmark) -> [Trait] {
    let address = bookmark.address
    guard address == 0 else { return [.address(address)] }
    let name = bookmark.path ?? bookmark.name
    return [.name(name.split(separator: "/").last ?? name[...])]
      + (bookmark.fingerprint.map { [.fingerprint($0)] } ?? [])
  }

  private mutating func insert(_ bookmark: Bookmark) {
    for trait in Self.traits(of: bookmark) { entries[trait, default: []].append(bookmark) }
  }

  /// The candidates that have no entry yet, each once.
  func unknown(_ candidates: [Bookmark]) -> [Bookmark] {
    var known = self
    return candidates.filter { candidate in
      let isKnown = Self.traits(of: candidate).contains { trait in
        known.entries[trait]?.contains { Self.isSame($0, candidate, names) } ?? false
      }
      if !isKnown { known.insert(candidate) }
      return !isKnown
    }
  }

  static func isSame(
    _ text: BookmarkText, _ entry: BookmarkText.Entry, _ candidate: Bookmark, _ names: ArchiveNames
  ) -> Bool {
    entry.address == candidate.address && isSame(text.bookmark(entry), candidate, names)
  }

  /// Whether an entry refers to a candidate's article. Both have the same address, or none.
  private static func isSame(_ entry: Bookmark, _ candidate: Bookmark, _ names: ArchiveNames) -> Bool {
    if let own = entry.fingerprint, own == candidate.fingerprint {
      // The same text in another place is a copy, as long as the entry's own file exists.
      return candidate.address != 0 || entry.path.map(names.current) == candidate.path.map(names.current)
        || entry.path.map { !names.containsFile(at: $0) } ?? true
    }
    guard let place = entry.path, let wanted = candidate.path else {
      return candidate.address != 0 || entry.name == candidate.name
    }
    let titlesAgree = TextFolding.fold(entry.title) == TextFolding.fold(candidate.title)
    if names.current(place) == names.current(wanted) { return true }
    if entry.fingerprint == nil, titlesAgree || candidate.address != 0,
      (names.file(at: wanted) ?? wanted).hasSuffix("/" + place)
    {
      // 0.1.0 wrote the path below the archive, or below its working folder.
      return true
    }
    return candidate.address != 0 && titlesAgree
      && (entry.day == nil || candidate.day == nil || entry.day == candidate.day)
  }
}

extension Bookmark {
  /// See `ArticleAddress.hash`; 0 if there is none.
  var address: UInt64 { url.flatMap(ArticleAddress.init)?.hash ?? 0 }
}
