import ArchiveSources
import Glibc

/// The archives of a library, both as the user named them and as the file system knows them.
struct ArchiveRoots: Sendable {
  struct Root: Sendable, Hashable {
    /// As given, without a final slash.
    var given: String
    var real: String
    var kind: Kind
    /// What is listed and indexed for it: for a part of a container, the whole container.
    var indexed: String

    /// Whether articles are below it, rather than at it.
    var isArchive: Bool { kind != .file }
    /// Whether it is a container, a repository, or a part of one.
    var isSource: Bool { if case .source = kind { true } else { false } }
  }

  enum Kind: Sendable, Hashable {
    case folder, file
    /// A container, a bare repository, or a branch of one.
    case source(SourceLocation)
  }
  let roots: [Root]
  /// The paths that cannot be read, if others can.
  let missing: [(path: String, errno: Int32)]

  /// - Throws: `unreadable` if no path can be read, with the first one; `notADump` for a pipe, a device, or a file of
  ///   another format; `source` for a branch that does not exist, or without `git`.
  init(paths: [String]) throws(LibraryError) {
    var roots: [Root] = []
    var missing: [(path: String, errno: Int32)] = []
    for path in paths {
      do throws(LibraryError) {
        roots.append(try Self.root(path))
      } catch .unreadable(_, let code) {
        missing.append((path, code))
      }
    }
    if roots.isEmpty, let first = missing.first { throw .unreadable(path: first.path, errno: first.errno) }
    self.roots = roots
    self.missing = missing
  }

  private static func root(_ path: String) throws(LibraryError) -> Root {
    var given = path
    while given.count > 1, given.hasSuffix("/") { given.removeLast() }
    if let location = SourceLocation.source(at: Array(given.utf8)), let real = location.real {
      // A container reports its faults when it is listed; git reports immediately whether a branch exists.
      if location.isRepository {
        do throws(SourceError) { _ = try location.open().version() } catch { throw LibraryError(error, path: path) }
      }
      let path = DumpPath(bytes: real.source).text
      return Root(given: given, real: path, kind: .source(real), indexed: path)
    }
    if let part = Self.part(of: given) { return part }
    guard let resolved = realpath(path, nil) else { throw .unreadable(path: path, errno: errno) }
    defer { free(resolved) }
    let real = String(cString: resolved)
    var status = stat()
    guard stat(real, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
    let kind = status.st_mode & S_IFMT
    if kind != S_IFDIR, let foreign = DumpFile.kind(of: status) { throw .notADump(path: path, foreign) }
    guard access(real, kind == S_IFDIR ? R_OK | X_OK : R_OK) == 0 else { throw .unreadable(path: path, errno: errno) }
    // A path that a user names is a dump or an error; a file in a folder is skipped with a reason.
    if kind == S_IFREG { _ = try DumpFile.read(DumpPath(path), atMost: ForeignKind.headSizeInBytes) }
    return Root(given: given, real: real, kind: kind == S_IFDIR ? .folder : .file, indexed: real)
  }

  /// A folder in a container: `news.zip/articles`.
  private static func part(of path: String) -> Root? {
    guard access(path, F_OK) != 0, let location = SourceLocation.entry(at: Array(path.utf8)), let real = location.real,
      let source = try? location.open(), (try? source.version()) != nil
    else { return nil }
    return Root(
      given: path, real: DumpPath(bytes: real.path).text, kind: .source(real),
      indexed: DumpPath(bytes: real.source).text)
  }

  /// The archives, with the whole of containers of which parts are opened: what an update scans.
  var whole: ArchiveRoots {
    ArchiveRoots(
      roots: roots.map { root in
        var root = root
        root.real = root.indexed
        return root
      }, missing: missing)
  }

  /// One archive alone.
  init(_ root: Root) { self.init(roots: [root], missing: []) }

  private init(roots: [Root], missing: [(path: String, errno: Int32)]) {
    self.roots = roots
    self.missing = missing
  }

  /// A file's path as the user would write it, and its path below its archive.
  func names(of file: DumpPath) -> (file: DumpPath, pathInArchive: String) {
    for root in roots {
      let real = Array(root.real.utf8)
      if file.bytes == real { return (DumpPath(root.given), DumpPath(bytes: Array(file.name)).display) }
      let prefix = root.real == "/" ? real : real + [0x2F]
      guard root.isArchive, file.bytes.starts(with: prefix) else { continue }
      let rest = Array(file.bytes[prefix.count...])
      // The working folder itself is not named in paths below it.
      let given = root.given == "." ? DumpPath(bytes: rest) : DumpPath(root.given).appending(rest)
      return (given, DumpPath(bytes: rest).display)
    }
    return (file, file.display)
  }

  /// The index of the archive that a file is in.
  func archive(of file: DumpPath) -> Int? {
    roots.firstIndex { root in
      let real = Array(root.real.utf8)
      return file.bytes == real || root.isArchive && file.bytes.starts(with: root.real == "/" ? real : real + [0x2F])
    }
  }

  /// Whether a folder of the index belongs to what was opened.
  func contains(folder: DumpPath) -> Bool {
    roots.contains { root in
      let real = Array(root.real.utf8)
      if !root.isArchive { return false }
      return folder.bytes == real || root.real == "/" || folder.bytes.starts(with: real + [0x2F])
    }
  }

  /// Whether these archives are everything that the index contains.
  func cover(_ location: IndexLocation) -> Bool {
    location.roots.allSatisfy { root in roots.contains { $0.real == root } }
  }
}
