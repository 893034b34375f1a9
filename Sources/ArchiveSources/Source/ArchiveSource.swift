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

  /// Lists the source until the path is found.
  ///
  /// - Complexity: O(n) in the number of entries.
  public func entry(at path: [UInt8]) throws(SourceError) -> SourceEntry {
    var found: SourceEntry?
    let listing = try list(since: nil) { entry in
      if entry.path == path { found = entry }
      return found == nil
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

/// Something in a source that may be a dump.
public struct SourceEntry: Sendable, Hashable {
  /// Its path in the source: bytes, not necessarily UTF-8; not empty, without a leading slash, without `.` and `..`.
  public var path: [UInt8]
  /// The locator with which it is read, at the version that was listed.
  public var locator: SourceLocator
  /// As the source claims; `nil` if only reading can tell.
  public var sizeInBytes: Int64?
  /// Seconds since 1970; 0 if the source has no time for it.
  public var modified: Int64
  /// Stays the same as long as the entry's bytes do, as far as the source can tell without reading them.
  public var signature: UInt64

  public init(path: [UInt8], locator: SourceLocator, sizeInBytes: Int64?, modified: Int64, signature: UInt64) {
    self.path = path
    self.locator = locator
    self.sizeInBytes = sizeInBytes
    self.modified = modified
    self.signature = signature
  }
}

/// What a listing found besides its entries.
public struct SourceListing: Sendable, Hashable {
  /// The version that was listed.
  public var version: SourceVersion
  /// Whether every entry was listed, rather than only those that changed.
  public var isWhole: Bool
  /// Paths that no longer exist; empty if `isWhole`.
  public var removed: [[UInt8]] = []
  /// Entries whose bytes are under another path now: `from` is also in `removed`, `to` was listed.
  public var renamed: [Rename] = []
  /// Entries that cannot be read, and why.
  public var faults: [SourceFault] = []

  /// One entry's two paths.
  public struct Rename: Sendable, Hashable {
    /// The former path.
    public var from: [UInt8]
    /// The path in the listed version.
    public var to: [UInt8]
    public init(from: [UInt8], to: [UInt8]) {
      self.from = from
      self.to = to
    }
  }

  public init(version: SourceVersion, isWhole: Bool) {
    self.version = version
    self.isWhole = isWhole
  }
}

/// An entry that is skipped.
public struct SourceFault: Sendable, Hashable {
  /// Empty if it concerns the rest of the source, such as a file that ends too early.
  public var path: [UInt8]
  /// Why it cannot be read.
  public var reason: SourceError
  public init(path: [UInt8], reason: SourceError) {
    self.path = path
    self.reason = reason
  }
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

/// Why a source or one of its entries cannot be read. A value: sentences are made where people read them.
public enum SourceError: Error, Sendable, Hashable {
  /// The system refused; `errno` says why.
  case unreadable(errno: Int32)
  /// It ends or continues in a way that its format does not allow.
  case damaged
  /// It needs a password; encryption is not supported.
  case encrypted
  /// It unpacks, or claims to unpack, to more than a source may hold.
  case tooLarge
  /// Its path leads out of its source: absolute, or with `..`.
  case pathOutside
  /// A container in a container in a container.
  case nested
  /// A link, a device, a folder: something without bytes of its own.
  case noFile
  /// More than ``SourceLimits/mostEntries``; the rest was not listed.
  case tooManyEntries
  /// A program that reads this kind of source is not installed.
  case missingProgram(name: String)
  /// There is no entry at the path, or at the locator.
  case notFound
  /// There is no such branch, tag or commit, or it has no commit yet.
  case noRevision
  /// An object that a repository refers to, and that it does not have: it is damaged, or left out of a partial clone.
  case missingObject
  /// A format or compression method that is not supported.
  case unsupported
  /// The caller cancelled it.
  case cancelled
}
