import ArchiveSources
import Glibc

/// The archives that are known on this machine, and what files in them are called wherever a reader's things name them.
///
/// A file's *place* is its archive's name and the path in it, `news/articles/1.md`, so that it means the same on another
/// machine. The name is the last component of the archive's folder. Where another archive has that name already, the
/// place is the absolute path, and so it is for a file of no archive. An archive inside another one is a part of it.
///
/// Paths are real ones, written as `DumpPath.display` writes them.
public struct ArchiveNames: Sendable, Equatable {
  struct Archive: Sendable, Equatable {
    /// Empty when another archive has the name.
    var name: String
    var root: String
  }

  /// Every folder, container and repository that is or was an archive, in the order in which names were given.
  private(set) var archives: [Archive] = []

  /// No archive is known.
  public init() {}

  /// - Parameters:
  ///   - configured: Folders of the configuration; they need not exist.
  ///   - known: What `KnownArchives` has written down.
  ///   - opened: Folders that are opened now.
  init(configured: [String], known: [Archive] = [], opened: [String] = []) {
    for archive in known where !archives.contains(where: { $0.root == archive.root }) { archives.append(archive) }
    let new = (configured + opened).map(Self.withoutTrailingSlash).filter(Self.canBeNamed)
    let wanted = new.filter { root in !archives.contains { $0.root == root } }
    // Two that come at once have an equal right to the name, and neither gets it.
    var claims: [String: Set<String>] = [:]
    for root in wanted { claims[Self.lastComponent(root), default: []].insert(root) }
    for root in wanted where !archives.contains(where: { $0.root == root }) {
      let name = Self.lastComponent(root)
      let holder = archives.firstIndex { $0.name == name }
      if let holder, !ArchivePath.isArchive(archives[holder].root), claims[name]?.count == 1 {
        // The archive was moved and kept its name.
        archives[holder].name = ""
        archives.append(Archive(name: name, root: root))
      } else {
        archives.append(Archive(name: holder == nil && claims[name]?.count == 1 ? name : "", root: root))
      }
    }
  }

  /// The archives of the configuration and those that were opened before, for commands that open no library.
  ///
  /// - Parameters:
  ///   - configured: Absolute paths.
  ///   - stateDirectory: Where the names of archives are remembered; `nil` knows the configured ones alone.
  public init(configured: [String], stateDirectory: String?) {
    self.init(configured: configured.compactMap(Self.real), known: KnownArchives.read(in: stateDirectory))
  }

  /// The place of a file.
  ///
  /// - Parameter file: Its real path.
  func place(of file: String) -> String {
    let outermost = archives.filter { Self.contains($0.root, file) }.min { $0.root.utf8.count < $1.root.utf8.count }
    guard let outermost, !outermost.name.isEmpty else { return file }
    return outermost.name + file.dropFirst(outermost.root.count)
  }

  /// The place of a dump that a user names, and its real path.
  public func place(ofFileAt path: String) -> String {
    place(of: Self.real(path) ?? path)
  }

  /// The place again, as it is called by now: an archive may have become a part of another one.
  func current(_ place: String) -> String {
    file(at: place).map(self.place(of:)) ?? place
  }

  /// The real path that a place means, if its archive is known.
  func file(at place: String) -> String? {
    if place.hasPrefix("/") { return place }
    guard let slash = place.firstIndex(of: "/") else { return nil }
    let name = place[..<slash]
    return archives.first { $0.name == name }.map { $0.root + place[slash...] }
  }

  /// Whether a place's file is there.
  func holdsFile(at place: String) -> Bool {
    guard let file = file(at: place) else { return false }
    var status = stat()
    return stat(file, &status) == 0 || OpenSources().holdsEntry(at: DumpPath(file))
  }

  /// Other places that a file has had as a part of archives that now belong to a larger one.
  func formerPlaces(of file: String) -> [String] {
    archives.filter { !$0.name.isEmpty && Self.contains($0.root, file) }
      .map { $0.name + file.dropFirst($0.root.count) }.filter { $0 != place(of: file) }
  }

  /// The real path, for showing; `nil` when nothing is there.
  static func real(_ path: String) -> String? { DumpPath(path).real?.display }

  /// The whole machine and a whole home are not archives, though they can be opened.
  private static func canBeNamed(_ root: String) -> Bool {
    root != "/" && root != getenv("HOME").map { withoutTrailingSlash(String(cString: $0)) }
  }

  static func contains(_ root: String, _ file: String) -> Bool {
    file.utf8.count > root.utf8.count && file.utf8.starts(with: root.utf8)
      && file.utf8[file.utf8.index(file.utf8.startIndex, offsetBy: root.utf8.count)] == UInt8(ascii: "/")
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

/// The archives that were opened on this machine: `archives` in the state folder, one a line, the name, a tab, the folder.
///
/// It is apart from the state's database, so that commands that open no library can read it and no damage there takes
/// the names along. A line that cannot be read is skipped.
enum KnownArchives {
  private static let largestInBytes = 1 << 20

  static func read(in stateDirectory: String?) -> [ArchiveNames.Archive] {
    guard let stateDirectory,
      let content = try? RegularFile.read(DumpPath(path(in: stateDirectory)), atMost: largestInBytes)
    else { return [] }
    return content.bytes.split(separator: 0x0A).compactMap { line in
      guard let text = String(validating: line, as: UTF8.self), let tab = text.firstIndex(of: "\t") else { return nil }
      let root = text[text.index(after: tab)...]
      guard root.hasPrefix("/"), root.count > 1, !root.hasSuffix("/") else { return nil }
      return ArchiveNames.Archive(name: String(text[..<tab]), root: String(root))
    }
  }

  /// Writes the names down if they are others. Losing this costs a name, not a star: failures are skipped.
  static func keep(_ names: ArchiveNames, in stateDirectory: String?) {
    guard let stateDirectory, read(in: stateDirectory) != names.archives else { return }
    let lines = names.archives.filter { !$0.root.contains("\n") && !$0.name.contains("\t") }
      .map { $0.name + "\t" + $0.root + "\n" }
    try? AtomicFile.replace(path(in: stateDirectory), with: Array(lines.joined().utf8), mark: ".\(getpid())")
  }

  private static func path(in stateDirectory: String) -> String { stateDirectory + "/archives" }
}
