import Glibc

/// The destination of a path that does not, or not only, lead through the file system: a container or a repository, and
/// an entry in it.
///
/// `news.zip/articles/1.md`, `repo.git/articles/1.md`, `repo@branch/articles/1.md`.
public struct SourceLocation: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case file
    case repository(GitRepository, revision: [UInt8]?)
  }

  /// The container's file, or the repository's folder, with `@` and the revision if one is named.
  public private(set) var source: [UInt8]
  /// The path in it; empty for the source itself.
  public private(set) var entry: [UInt8]
  /// The file or folder on disk.
  public private(set) var file: [UInt8]
  private var form: Form

  /// A container's file that is known to be one.
  public init(container: [UInt8]) {
    source = container
    entry = []
    file = container
    form = .file
  }

  private init(_ repository: GitRepository, folder: [UInt8], revision: [UInt8]?, entry: [UInt8]) {
    source = revision.map { folder + [0x40] + $0 } ?? folder
    file = folder
    self.entry = entry
    form = .repository(repository, revision: revision)
  }

  /// Whether the source is a git repository, bare or at a revision.
  public var isRepository: Bool {
    if case .repository = form { return true }
    return false
  }

  /// The folder of a repository's own files.
  public var gitDirectory: [UInt8]? {
    if case .repository(let repository, _) = form { return repository.gitDirectory }
    return nil
  }

  /// The source that a path names; `nil` for a folder, a dump, and a path that does not exist.
  ///
  /// A folder with a working tree is treated as a folder; `@` and a branch after it refer to what is committed. A path
  /// that exists as written is never taken apart.
  public static func source(at path: [UInt8]) -> SourceLocation? {
    switch kind(of: path) {
    case S_IFREG?: return Containers.kind(path: path) == nil ? nil : SourceLocation(container: path)
    case S_IFDIR?:
      guard GitRepository.isGitDirectory(path), let repository = GitRepository(at: path) else { return nil }
      return SourceLocation(repository, folder: path, revision: nil, entry: [])
    case nil:
      guard let (repository, folder, rest) = repositories(before: path).first(where: { !$0.rest.isEmpty }) else {
        return nil
      }
      // A branch's name may contain slashes; otherwise what follows a slash is in the branch.
      if rest.contains(0x2F), (try? GitSource(repository, revision: rest).version()) == nil, entry(at: path) != nil {
        return nil
      }
      return SourceLocation(repository, folder: folder, revision: rest, entry: [])
    default: return nil
    }
  }

  /// The source that a path leads into, and the entry; only the source can tell whether there is such an entry.
  public static func entry(at path: [UInt8]) -> SourceLocation? {
    // The longest part of the path that exists.
    var end = path.count
    var kind = kind(of: path)
    while kind == nil, end > 0 {
      end = path[..<end].lastIndex(of: 0x2F) ?? 0
      let part = end == 0 && path.first == 0x2F ? [0x2F] : Array(path[..<end])
      kind = Self.kind(of: part.isEmpty ? [0x2E] : part)
    }
    guard end < path.count else { return nil }
    if kind == S_IFREG {
      var location = SourceLocation(container: Array(path[..<end]))
      location.entry = entry(path[end...])
      return location.entry.isEmpty ? nil : location
    }
    guard kind == S_IFDIR else { return nil }
    for slash in path.indices where path[slash] == 0x2F && slash > 0 && slash <= end {
      let folder = Array(path[..<slash])
      guard GitRepository.isGitDirectory(folder), let repository = GitRepository(at: folder) else { continue }
      let entry = entry(path[slash...])
      return entry.isEmpty ? nil : SourceLocation(repository, folder: folder, revision: nil, entry: entry)
    }
    for (repository, folder, rest) in repositories(before: path) {
      // A branch's name may contain slashes; no two branches of a repository have the same beginning up to a slash.
      for slash in rest.indices where rest[slash] == 0x2F {
        let revision = Array(rest[..<slash])
        guard (try? GitSource(repository, revision: revision).version()) != nil else { continue }
        let entry = entry(rest[slash...])
        return entry.isEmpty ? nil : SourceLocation(repository, folder: folder, revision: revision, entry: entry)
      }
    }
    return nil
  }

  /// The repositories with whose folder and `@` a path begins, and the rest of the path.
  private static func repositories(
    before path: [UInt8]
  ) -> [(repository: GitRepository, folder: [UInt8], rest: [UInt8])] {
    path.indices.compactMap { at in
      guard path[at] == 0x40, at > 0, path[at - 1] != 0x2F else { return nil }
      let folder = Array(path[..<at])
      guard kind(of: folder) == S_IFDIR, let repository = GitRepository(at: folder) else { return nil }
      return (repository, folder, Array(path[(at + 1)...]))
    }
  }

  private static func entry(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    Array(rest.split(separator: 0x2F).joined(separator: [0x2F]))
  }

  private static func kind(of path: [UInt8]) -> mode_t? {
    var status = stat()
    return GitRepository.withPath(path) { stat($0, &status) } == 0 ? status.st_mode & S_IFMT : nil
  }

  // MARK: Using it

  /// The same, with the links on the way to the source resolved; `nil` if it is gone.
  public var real: SourceLocation? {
    guard let resolved = GitRepository.withPath(file, { realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    let real = UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
    var location = self
    location.file = real
    location.source = real + source.dropFirst(file.count)
    return location
  }

  /// The whole path.
  public var path: [UInt8] { entry.isEmpty ? source : source + [0x2F] + entry }

  /// Opens the source.
  ///
  /// - Throws: `unsupported` for a file that is not a container, and the errors of the source.
  public func open(_ options: SourceOptions = SourceOptions()) throws(SourceError) -> any ArchiveSource {
    switch form {
    case .file: try Containers.open(path: file, options: options)
    case .repository(let repository, let revision):
      GitSource(repository, revision: revision, limits: options.limits)
    }
  }
}
