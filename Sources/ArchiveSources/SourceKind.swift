/// What container a file is, told by its first bytes; its name is only asked where these say too little.
public enum SourceKind: UInt8, Sendable, Hashable, CaseIterable {
  case zip = 1

  /// Bytes of a file's beginning that tell its kind.
  public static let headSizeInBytes = 8192

  /// - Parameters:
  ///   - head: The first bytes, `headSizeInBytes` of them or all.
  ///   - name: The file's name, or its whole path.
  /// - Returns: `nil` for what is no container: dumps, pictures, programs.
  public static func of(head: [UInt8], name: [UInt8] = []) -> SourceKind? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) { return .zip }
    return nil
  }
}

/// Opening containers.
public enum Containers {
  /// Opens a file as the container that it is.
  ///
  /// - Parameters:
  ///   - path: Bytes, without NUL.
  ///   - options: Limits, and a folder for what must be unpacked.
  /// - Throws: `unsupported` for what is no container, `unreadable`, `noFile`.
  public static func open(
    path: [UInt8], options: SourceOptions = SourceOptions()
  ) throws(SourceError) -> any ArchiveSource {
    let bytes = try ContainerBytes(path: path)
    let head = try bytes.bytes(at: 0, count: SourceKind.headSizeInBytes)
    guard let kind = SourceKind.of(head: head, name: path) else { throw .unsupported }
    return try source(kind, bytes, options)
  }

  /// What container a file is; `nil` also for what cannot be read.
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
    }
  }
}
