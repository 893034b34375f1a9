import ArticleDump

/// Determines which articles already have an entry, without a library: by address, place and fingerprint. An entry that
/// was made of the same bytes at the same place is the article's, even if another address was read in them.
///
/// With a library, `StarredArticles` knows more.
struct KnownBookmarks {
  private let names: ArchiveNames
  /// Entries by their traits; two entries of one article share one of them.
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
    let fingerprints = Set(candidates.compactMap(\.fingerprint))
    for entry in text.entries
    where addresses.contains(entry.address) || text.fingerprint(of: entry).map(fingerprints.contains) ?? false {
      insert(text.bookmark(entry))
    }
  }

  private static func traits(of bookmark: Bookmark) -> [Trait] {
    let address = bookmark.address
    let name = bookmark.path ?? bookmark.name
    return [address == 0 ? .name(name.split(separator: "/").last ?? name[...]) : .address(address)]
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
    guard entry.address == candidate.address || text.fingerprint(of: entry) == candidate.fingerprint else {
      return false
    }
    return isSame(text.bookmark(entry), candidate, names)
  }

  /// Whether an entry refers to a candidate's article.
  private static func isSame(_ entry: Bookmark, _ candidate: Bookmark, _ names: ArchiveNames) -> Bool {
    guard entry.address == candidate.address else {
      guard let fingerprint = candidate.fingerprint, let place = candidate.path else { return false }
      return entry.isOfFile(with: fingerprint, at: place, names)
    }
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

  /// Whether the entry was made of a dump with these bytes at this place.
  func isOfFile(with fingerprint: DumpFingerprint, at place: String, _ names: ArchiveNames) -> Bool {
    self.fingerprint == fingerprint && path.map(names.current) == names.current(place)
  }
}
