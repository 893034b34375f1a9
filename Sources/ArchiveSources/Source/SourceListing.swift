/// Something in a source that may be a dump.
public struct SourceEntry: Sendable, Hashable {
  /// Its path in the source: bytes, not necessarily UTF-8; not empty, without a leading slash, without `.` and `..`.
  public var path: [UInt8]
  /// How many bytes at the end of the path the source made up from an address or a title, since the entry is not a file:
  /// a dot at their beginning hides nothing. 0 for a file.
  public var madeUpCount: Int
  /// The locator with which it is read, at the version that was listed.
  public var locator: SourceLocator
  /// As the source claims; `nil` if only reading can tell.
  public var sizeInBytes: Int64?
  /// Seconds since 1970; 0 if the source has no time for it.
  public var modified: Int64
  /// Stays the same as long as the entry's bytes do, as far as the source can tell without reading them.
  public var signature: UInt64

  public init(
    path: [UInt8], madeUpCount: Int = 0, locator: SourceLocator, sizeInBytes: Int64?, modified: Int64, signature: UInt64
  ) {
    self.path = path
    self.madeUpCount = madeUpCount
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
