/// A source that is a single file: as long as the file is the same, so are its contents.
protocol FileSource: ArchiveSource {
  var bytes: ContainerBytes { get }

  /// Lists all entries in the order of the file, and records the faults.
  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError)
}

extension FileSource {
  func version() -> SourceVersion { bytes.currentVersion() }

  func list(since former: SourceVersion?, _ body: (SourceEntry) -> Bool) throws(SourceError) -> SourceListing {
    var listing = SourceListing(version: bytes.version, isWhole: former != bytes.version)
    if listing.isWhole { try list(into: &listing, body) }
    return listing
  }
}
