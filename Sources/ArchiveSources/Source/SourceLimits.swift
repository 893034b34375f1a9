/// How much a container may cost, whatever it claims.
public struct SourceLimits: Sendable, Hashable {
  /// The most entries of a source; the rest is skipped, with a fault.
  public var mostEntries = 1_000_000
  /// The most bytes of an entry's path. Linux has 4,096 (PATH_MAX); repositories and zips contain longer ones.
  public var longestPathInBytes = 16_384
  /// The most unpacked bytes of an entry.
  public var largestEntryInBytes: Int64 = 256 << 20
  /// The most bytes of a container inside another one, which is held in memory while it is used.
  public var largestNestedInBytes = 256 << 20
  /// The most unpacked bytes of a stream without random access.
  public var largestStreamInBytes: Int64 = 256 << 30
  /// How many times larger than its packed form a stream may unpack, once it is larger than `freeOfRatioInBytes`. Text
  /// is packed to a tenth; deflate is limited to 1,032 times, xz and zstd reach many thousands.
  public var largestRatio: Int64 = 250
  /// Unpacked bytes up to which the ratio is not checked.
  public var freeOfRatioInBytes: Int64 = 64 << 20

  /// Creates the program's default limits.
  public init() {}

  /// Whether a stream that has unpacked this much is a decompression bomb.
  func isExceeded(packed: Int64, unpacked: Int64) -> Bool {
    unpacked > largestStreamInBytes
      || (unpacked > freeOfRatioInBytes && unpacked / largestRatio > max(packed, 1))
  }
}

/// The progress of unpacking.
public struct SourceProgress: Sendable, Hashable {
  /// Packed bytes.
  public var done: Int64
  /// Packed bytes of the whole source; 0 if unknown.
  public var total: Int64
}

/// Options for opening sources.
public struct SourceOptions: Sendable {
  /// How much a source may cost.
  public var limits = SourceLimits()
  /// A folder for unpacked copies, which make access fast; `nil` if nothing may be kept.
  public var cacheDirectory: [UInt8]?
  /// The most bytes in the folder; the least recently used copies are deleted first.
  public var cacheSizeInBytes: Int64 = 4 << 30
  /// Called from time to time while a source is unpacked; returning `false` ends it with `SourceError.cancelled`.
  public var progress: (@Sendable (SourceProgress) -> Bool)?

  /// Creates options that keep nothing on disk.
  public init() {}
}
