import ArchiveSources

/// A container that a scan found.
struct ScannedContainer: Sendable {
  var path: DumpPath
  /// The signature of its file; 0 for a repository.
  var signature: UInt64
  /// Its version, if it was listed to the end; `nil` if it matches the index, or cannot be read.
  var version: SourceVersion?
  /// New locators of unchanged articles.
  var locators: [(number: Int32, locator: SourceLocator)] = []
  var renamed: [(from: DumpPath, to: DumpPath)] = []
}
