/// Something that holds dumps and can say which: a repository, a zip, a tarball, a crawl, a feed, a clipping, a book.
///
/// A source is opened, queried and released; it may be asked by several threads at once. Nothing it is given is
/// trusted: whatever the bytes are, it answers or throws within bounded memory and time.
public protocol ArchiveSource: Sendable {
  /// What the source holds at this moment, as a short token: equal tokens promise equal contents. Cheap: no entry is
  /// read for it.
  func version() throws(SourceError) -> SourceVersion

  /// Lists the entries in the order in which the source has them, or only what changed.
  ///
  /// - Parameters:
  ///   - former: A version that this source gave before; a source that cannot tell what changed since then, or knows it
  ///     no more, lists everything and says so.
  ///   - body: Called for each entry; `false` ends the listing.
  /// - Throws: What is wrong with the source as a whole. What is wrong with one entry is a fault in the result, and the
  ///   listing goes on.
  func list(since former: SourceVersion?, _ body: (SourceEntry) -> Bool) throws(SourceError) -> SourceListing

  /// Reads an entry's bytes.
  ///
  /// - Parameters:
  ///   - locator: From a listing of this source at its present version.
  ///   - limit: In bytes; what follows is left unread.
  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent

  /// Whether locators of earlier versions can still be read, and give the same bytes.
  var locatorsEndure: Bool { get }

  /// The entry at a path, for those who know nothing but its name.
  ///
  /// A source that can look a path up does so; any other lists.
  ///
  /// - Throws: `notFound`, or why the entry cannot be read.
  func entry(at path: [UInt8]) throws(SourceError) -> SourceEntry
}

extension ArchiveSource {
  /// Locators hold for one version, unless a source says otherwise.
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

/// A source's token for what it holds, at most 64 bytes: a commit, or a file's size, time and inode.
public struct SourceVersion: Sendable, Hashable {
  /// At most 64; compared, never interpreted outside the source.
  public var bytes: [UInt8]
  /// A version as a source or the index gives it.
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// The place of an entry in its source, at most 64 bytes that only the source understands: an object's name, an offset.
/// It is kept in the index, so that an entry is opened without listing the source again.
public struct SourceLocator: Sendable, Hashable {
  /// At most 64; only the source that gave them can read them.
  public var bytes: [UInt8]
  /// A locator as a source or the index gives it.
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// One thing in a source that may be a dump.
public struct SourceEntry: Sendable, Hashable {
  /// Its path in the source: bytes, not always UTF-8; not empty, without a leading slash, without `.` and `..`.
  public var path: [UInt8]
  /// By which it is read, at the version that was listed.
  public var locator: SourceLocator
  /// As the source claims, `nil` where only reading tells.
  public var sizeInBytes: Int64?
  /// Seconds since 1970; 0 where the source has no time for it.
  public var modified: Int64
  /// The same as long as the entry's bytes are the same, as far as the source can tell without reading them.
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
  /// Whether every entry was listed, not only those that changed.
  public var isWhole: Bool
  /// Paths that no longer exist; empty when `isWhole`.
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
  /// Empty for what concerns the rest of the source, such as a file that ends too early.
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
  /// Whether more follows beyond the limit that was given.
  public var isCut: Bool
  /// The whole entry's size, where it is known.
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
  /// It ends or goes on otherwise than its format says.
  case damaged
  /// It needs a password; encryption is not supported.
  case encrypted
  /// It unpacks to more than `ArchiveSource` is ready to hold, or claims to.
  case tooLarge
  /// Its path leads out of its source: absolute, or with `..`.
  case pathOutside
  /// A container in a container in a container.
  case nested
  /// A link, a device, a folder: nothing with bytes.
  case noFile
  /// More than ``SourceLimits/mostEntries``; the rest was not listed.
  case tooManyEntries
  /// A program that reads this kind of source is not installed.
  case missingProgram(name: String)
  /// A branch, an entry or an object that is not there.
  case notFound
  /// A format or compression method that is not read.
  case unsupported
  /// The caller cancelled it.
  case cancelled
}
