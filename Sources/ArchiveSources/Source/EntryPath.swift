import Text

/// Turns the name that a container gives an entry into a path within the source.
enum EntryPath {
  /// Splits a name at its slashes and joins the parts again.
  ///
  /// - Throws: `pathOutside` for a name that is absolute, goes up, contains NUL, or is empty or too long.
  static func path(_ name: some Collection<UInt8>, limits: SourceLimits) throws(SourceError) -> [UInt8] {
    guard name.first != 0x2F, name.count <= limits.longestPathInBytes else { throw .pathOutside }
    var path: [UInt8] = []
    path.reserveCapacity(name.count)
    for part in name.split(separator: 0x2F) {
      if part.elementsEqual([0x2E]) { continue }
      guard !part.elementsEqual([0x2E, 0x2E]), !part.contains(0) else { throw .pathOutside }
      if !path.isEmpty { path.append(0x2F) }
      path += part
    }
    guard !path.isEmpty else { throw .pathOutside }
    return path
  }
}
