/// Articles that an update found under another path: what the reader kept for them moves along (`Library+FormerNames`).
struct Moves: Sendable {
  /// An article that is gone, or has been replaced by another.
  struct Gone: Sendable {
    var path: DumpPath
    /// The fingerprint of its bytes; 0 if they were not read.
    var dump: UInt64
    /// Whether it is identified by its place rather than its address.
    var isNamedByPlace: Bool
  }

  var gone: [Gone] = []
  /// What a source itself reports, as git does, including files that were changed as well.
  var renamed: [(from: DumpPath, to: DumpPath)] = []
}
