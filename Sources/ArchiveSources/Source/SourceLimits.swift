/// What a container may cost, whatever it claims.
public struct SourceLimits: Sendable, Hashable {
  /// Entries of one source; what follows is skipped, with a fault.
  public var mostEntries = 1_000_000
  /// Bytes of an entry's path. Linux has 4,096 (PATH_MAX); repositories and zips hold longer ones.
  public var longestPathInBytes = 16_384
  /// Unpacked bytes of one entry.
  public var largestEntryInBytes: Int64 = 256 << 20
  /// Bytes of a container within another one, which is held in memory while it is used.
  public var largestNestedInBytes = 256 << 20
  /// Unpacked bytes of a whole stream that cannot be entered in its middle.
  public var largestStreamInBytes: Int64 = 256 << 30
  /// How many times larger than its packed form a stream may unpack, once it is larger than `freeOfRatioInBytes`. Text
  /// packs into a tenth; deflate ends at 1,032 times, xz and zstd at many thousands.
  public var largestRatio: Int64 = 250
  /// Unpacked bytes up to which the ratio is not checked.
  public var freeOfRatioInBytes: Int64 = 64 << 20

  /// Creates the limits of the program.
  public init() {}

  /// Whether a stream that unpacked so far is a bomb.
  func isExceeded(packed: Int64, unpacked: Int64) -> Bool {
    unpacked > largestStreamInBytes
      || (unpacked > freeOfRatioInBytes && unpacked / largestRatio > max(packed, 1))
  }
}

/// How far an unpacking is.
public struct SourceProgress: Sendable, Hashable {
  /// Packed bytes.
  public var done: Int64
  /// Packed bytes of the whole source; 0 while unknown.
  public var total: Int64
}

/// How sources are opened.
public struct SourceOptions: Sendable {
  /// What a source may cost.
  public var limits = SourceLimits()
  /// A folder for what must be unpacked to be fast; `nil` where nothing may be kept.
  public var cacheDirectory: [UInt8]?
  /// What the folder may hold; the longest unused goes first.
  public var cacheSizeInBytes: Int64 = 4 << 30
  /// Told now and then while a source is unpacked; `false` ends it with `SourceError.cancelled`.
  public var progress: (@Sendable (SourceProgress) -> Bool)?

  /// Creates options that keep nothing on the disk.
  public init() {}
}
