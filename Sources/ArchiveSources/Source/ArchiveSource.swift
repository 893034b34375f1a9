/// Something that contains dumps and can list them: a repository, a zip, a tarball, a crawl, a feed, a clipping, a
/// book.
///
/// A source is opened, queried and released; it may be used by several threads together. Nothing that it is given is
/// trusted: whatever the bytes are, it answers or throws within bounded memory and time.
public protocol ArchiveSource: Sendable {
  /// The current contents of the source as a short token: equal tokens promise equal contents. Cheap: no entry is read
  /// for it.
  func version() throws(SourceError) -> SourceVersion

  /// Lists the entries in the source's order, or only those that have changed.
  ///
  /// - Parameters:
  ///   - former: An earlier version from this source; a source that cannot tell what has changed since then, or no
  ///     longer knows it, lists everything and says so.
  ///   - body: Called for each entry; `false` ends the listing.
  /// - Throws: What is wrong with the source as a whole. A fault in one entry is in the result, and the listing
  ///   continues.
  func list(since former: SourceVersion?, _ body: (SourceEntry) -> Bool) throws(SourceError) -> SourceListing

  /// Reads an entry's bytes.
  ///
  /// - Parameters:
  ///   - locator: From a listing of this source at its current version.
  ///   - limit: In bytes; anything beyond is left unread.
  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent

  /// Whether a listing may give several entries for one path. The last of them counts, as when a container is unpacked:
  /// programs append a new version of a file to it.
  var repeatsPaths: Bool { get }

  /// Whether locators of earlier versions can still be read, and give the same bytes.
  var locatorsEndure: Bool { get }

  /// The entry at a path, for callers that know only its name.
  ///
  /// A source that can look up a path does so; any other lists.
  ///
  /// - Throws: `notFound`, or why the entry cannot be read.
  func entry(at path: [UInt8]) throws(SourceError) -> SourceEntry
}

extension ArchiveSource {
  /// Locators are valid for one version, unless a source says otherwise.
  public var locatorsEndure: Bool { false }

  /// Paths are unique, unless a source says otherwise.
  public var repeatsPaths: Bool { false }

  /// Lists the source until the path is found, or to its end if a later entry may replace the one that was found.
  ///
  /// - Complexity: O(n) in the number of entries.
  public func entry(at path: [UInt8]) throws(SourceError) -> SourceEntry {
    var found: SourceEntry?
    let listing = try list(since: nil) { entry in
      if entry.path == path { found = entry }
      return found == nil || repeatsPaths
    }
    if let found { return found }
    throw listing.faults.first { $0.path == path }?.reason ?? .notFound
  }
}

/// A source's token for its contents, at most 64 bytes: a commit, or a file's size, time and inode.
public struct SourceVersion: Sendable, Hashable {
  /// At most 64; compared, never interpreted outside the source.
  public var bytes: [UInt8]
  /// A version from a source or from the index.
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// The place of an entry in its source, as at most 64 bytes that only the source understands: an object's name, an
/// offset. It is stored in the index, so that an entry can be opened without listing the source again.
public struct SourceLocator: Sendable, Hashable {
  /// At most 64; only the source that created them can read them.
  public var bytes: [UInt8]
  /// A locator from a source or from the index.
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// Bytes of an entry.
public struct SourceContent: Sendable {
  /// From its beginning, unpacked.
  public var bytes: [UInt8]
  /// Whether there is more beyond the given limit.
  public var isCut: Bool
  /// The whole entry's size, if it is known.
  public var sizeInBytes: Int64?

  public init(bytes: [UInt8], isCut: Bool, sizeInBytes: Int64? = nil) {
    self.bytes = bytes
    self.isCut = isCut
    self.sizeInBytes = sizeInBytes
  }
}
