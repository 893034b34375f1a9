import ArchiveSources

/// The content of an index, arranged so that new files are found quickly.
struct IndexedFiles: Sendable {
  /// Articles and files that are skipped, by signature.
  var files = SignatureTable([])
  /// One more than the largest number in `files`.
  var capacity = 1
  var skipped: [Skipped] = []
  /// Numbers from here on are those of `skipped`.
  var firstSkipped = 1
  /// By path.
  var containers: [DumpPath: IndexedContainer] = [:]
  /// The hashes of the paths of a container's articles (`ContainerListing.pathHash`), by number.
  var pathHashes: @Sendable (_ container: Int64) -> [(number: Int32, hash: UInt64)] = { _ in [] }

  /// The files that are still skipped, for the same reasons as before.
  ///
  /// - Parameter seen: The numbers that a scan came across.
  func skippedFiles(among seen: BitSet) -> [SkippedFile] {
    skipped.filter { seen.contains($0.number) }.map(\.file)
  }

  struct Skipped: Sendable {
    var number: Int
    var signature: UInt64
    /// The container that it is in; 0 for a separate file.
    var container: Int64
    var file: SkippedFile
  }
}

/// A container in its state in the index.
struct IndexedContainer: Sendable {
  var number: Int64
  /// The signature of its file, as for any file; 0 for a repository.
  var signature: UInt64
  /// `nil` if not all of its entries have been read yet.
  var version: SourceVersion?
  /// Its articles, and what was skipped in it.
  var entries: [Int32] = []
}
