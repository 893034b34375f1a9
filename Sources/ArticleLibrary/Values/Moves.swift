/// Articles that an update found under another path: what the reader kept of it goes along (`Library+FormerNames`).
struct Moves: Sendable {
  /// An article that is gone, or is another now.
  struct Gone: Sendable {
    var path: DumpPath
    /// The fingerprint of its bytes; 0 while they were not read.
    var dump: UInt64
    /// Whether its place names it, and not its address.
    var isNamedByPlace: Bool
  }

  var gone: [Gone] = []
  /// What a source itself tells: as git does, also of files that were changed on the way.
  var renamed: [(from: DumpPath, to: DumpPath)] = []
}
