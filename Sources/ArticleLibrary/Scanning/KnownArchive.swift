import ArchiveSources

/// The content of an index, arranged for finding quickly what is new.
struct KnownArchive: Sendable {
  /// Articles and files that are skipped, by signature.
  var files = KnownFiles([])
  /// One more than the largest number in `files`.
  var capacity = 1
  var passedOver: [PassedOver] = []
  /// Numbers from here on are those of `passedOver`.
  var firstPassedOver = 1
  /// By path.
  var containers: [DumpPath: KnownContainer] = [:]
  /// The hashes of the paths of a container's articles (`ContainerListing.pathHash`), by number.
  var pathHashes: @Sendable (_ container: Int64) -> [(number: Int32, hash: UInt64)] = { _ in [] }

  struct PassedOver: Sendable {
    var number: Int
    var signature: UInt64
    /// Of what it is in; 0 for a file of its own.
    var container: Int64
    var file: PassedOverFile
  }
}

/// A container as the index has it.
struct KnownContainer: Sendable {
  var number: Int64
  /// Of its file, as for any file; 0 for a repository.
  var signature: UInt64
  /// `nil` when its entries were not all read yet.
  var version: SourceVersion?
  /// Its articles, and what was skipped in it.
  var entries: [Int32] = []
}

/// A container that a scan met.
struct ScannedContainer: Sendable {
  var path: DumpPath
  /// Of its file; 0 for a repository.
  var signature: UInt64
  /// Its version, if it was listed to the end; `nil` where the index knows it as it is, or it cannot be read.
  var version: SourceVersion?
  /// New locators of articles that are unchanged.
  var locators: [(number: Int32, locator: SourceLocator)] = []
  var renamed: [(from: DumpPath, to: DumpPath)] = []
}
