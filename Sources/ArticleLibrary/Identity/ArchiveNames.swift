import ArchiveSources
import Glibc

/// The archives known on this machine, and the names of files in them, which are used wherever something of the
/// reader's refers to a file.
///
/// A file's *place* is its archive's name and the path in it, `news/articles/1.md`, so that it means the same on
/// another machine. The name is the last component of the archive's folder. If another archive already has that name,
/// the place is the absolute path, and so it is for a file in no archive. An archive inside another one is part of it.
///
/// Paths are real paths, written in the form of `DumpPath.display`.
public struct ArchiveNames: Sendable, Equatable {
  struct Archive: Sendable, Equatable {
    /// Empty if another archive has the name.
    var name: String
    var root: String
  }

  /// Every folder, container and repository that is or was an archive, in the order in which names were given.
  private(set) var archives: [Archive] = []

  /// No archive is known.
  public init() {}

  /// - Parameters:
  ///   - configured: Folders of the configuration; they need not exist.
  ///   - known: The contents of `ArchiveNamesFile`.
  ///   - opened: The folders that are open now.
  init(configured: [String], known: [Archive] = [], opened: [String] = []) {
    for archive in known where !archives.contains(where: { $0.root == archive.root }) { archives.append(archive) }
    let new = (configured + opened).map(Self.withoutTrailingSlash).filter(Self.canBeNamed)
    let wanted = new.filter { root in !archives.contains { $0.root == root } }
    // Two that appear at the same time have an equal claim to the name, and neither gets it.
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
  ///   - stateDirectory: Where the names of archives are remembered; with `nil`, only the configured ones are known.
  public init(configured: [String], stateDirectory: String?) {
    self.init(configured: configured.compactMap(Self.real), known: ArchiveNamesFile.read(in: stateDirectory))
  }

  /// The place of a file.
  ///
  /// - Parameter file: Its real path.
  func place(of file: String) -> String {
    guard let outermost = archive(of: file), !outermost.name.isEmpty else { return file }
    return outermost.name + String(file.dropFirst(outermost.root.count))
  }

  /// The folder of the archive that a file is in.
  ///
  /// - Parameter file: Its real path.
  func root(of file: String) -> String? { archive(of: file)?.root }

  /// The outermost one.
  private func archive(of file: String) -> Archive? {
    archives.filter { Self.contains($0.root, file) }.min { $0.root.utf8.count < $1.root.utf8.count }
  }

  /// The place of a dump that a user names, and its real path.
  public func place(ofFileAt path: String) -> String {
    place(of: Self.real(path) ?? path)
  }

  /// The current form of a place: its archive may have become part of another one.
  func current(_ place: String) -> String {
    file(at: place).map(self.place(of:)) ?? place
  }

  /// The real path that a place refers to, if its archive is known.
  func file(at place: String) -> String? {
    if place.hasPrefix("/") { return place }
    guard let slash = place.firstIndex(of: "/") else { return nil }
    let name = place[..<slash]
    return archives.first { $0.name == name }.map { $0.root + place[slash...] }
  }

  /// Whether the file of a place exists.
  func containsFile(at place: String) -> Bool {
    guard let file = file(at: place) else { return false }
    var status = stat()
    return stat(file, &status) == 0 || OpenSources().containsEntry(at: DumpPath(file))
  }

  /// Other places that a file has had as part of archives that now belong to a larger one.
  func formerPlaces(of file: String) -> [String] {
    archives.filter { !$0.name.isEmpty && Self.contains($0.root, file) }
      .map { $0.name + file.dropFirst($0.root.count) }.filter { $0 != place(of: file) }
  }

  /// The real path, in the form for display; `nil` if nothing is there.
  static func real(_ path: String) -> String? { DumpPath(path).real?.display }

  /// The root folder and a whole home folder do not get names, though they can be opened.
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
