/// Opening containers.
public enum Containers {
  /// Opens a file as a container of its kind. Containers in it are opened too, but not containers in those.
  ///
  /// - Parameters:
  ///   - path: Bytes, without NUL.
  ///   - options: Limits, and a folder for what must be unpacked.
  /// - Throws: `unsupported` for anything but a container, `unreadable`, `noFile`.
  public static func open(
    path: [UInt8], options: SourceOptions = SourceOptions()
  ) throws(SourceError) -> any ArchiveSource {
    let bytes = try ContainerBytes(path: path)
    let head = try bytes.bytes(at: 0, count: SourceKind.headSizeInBytes)
    guard let kind = SourceKind.of(head: head, name: path) else { throw .unsupported }
    return NestingSource(try source(kind, bytes, options), version: bytes.version, options)
  }

  /// Opens bytes in memory.
  package static func open(
    bytes: [UInt8], name: [UInt8] = [], options: SourceOptions = SourceOptions()
  ) throws(SourceError) -> any ArchiveSource {
    guard let kind = SourceKind.of(head: Array(bytes.prefix(SourceKind.headSizeInBytes)), name: name) else {
      throw .unsupported
    }
    // Nothing is kept for bytes without a version.
    let bytes = ContainerBytes(bytes, version: SourceVersion(bytes: []))
    return NestingSource(try source(kind, bytes, options), version: bytes.version, options)
  }

  /// The kind of container that a file is; `nil` also if it cannot be read.
  public static func kind(path: [UInt8]) -> SourceKind? {
    guard let bytes = try? ContainerBytes(path: path),
      let head = try? bytes.bytes(at: 0, count: SourceKind.headSizeInBytes)
    else { return nil }
    return SourceKind.of(head: head, name: path)
  }

  static func source(
    _ kind: SourceKind, _ bytes: ContainerBytes, _ options: SourceOptions
  ) throws(SourceError) -> any ArchiveSource {
    switch kind {
    case .zip: ZipSource(bytes, options)
    case .tar: TarSource(bytes, options)
    case .packedTar:
      StreamedSource(bytes, options, makesUpPaths: false) { () throws(SourceError) in try TarStream(bytes, options) }
    case .feed: WholeFileSource(bytes, .feed, options)
    case .articleList: WholeFileSource(bytes, .json, options)
    case .epub: WholeFileSource(bytes, .epub, options)
    case .warc: WARCSource(bytes, isPacked: false, options)
    case .packedWARC:
      if WARCSource.isSolid(bytes) {
        StreamedSource(bytes, options, makesUpPaths: true) { () throws(SourceError) in WARCStream(bytes, options) }
      } else {
        WARCSource(bytes, isPacked: true, options)
      }
    }
  }
}
