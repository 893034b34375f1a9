import ArticleLibrary
import Glibc

/// The file that a command was told to write, which may by mistake be one that must stay: with `-o *.md` the shell puts
/// the first article there.
///
/// Devices and pipes are written to without being examined.
struct OutputPlace {
  /// As given.
  private let name: String
  /// The real folder and the name.
  private let path: DumpPath
  private let folder: String
  /// What is there now; `nil` for a new file.
  private let existing: stat?

  /// - Parameter name: `nil` and `-` are standard output, which has no place.
  init?(_ name: String?) {
    guard let name, name != "-" else { return nil }
    self.name = name
    let given = DumpPath(name)
    folder = ArchiveProfiles.realPath(given.folder.text)
    path = DumpPath(folder).appending(Array(given.name))
    existing = Self.status(of: given)
    if let existing, existing.st_mode & S_IFMT != S_IFREG { return nil }
  }

  /// Refuses a place that is one of these files, or one of the reader's own.
  ///
  /// - Parameter files: What the command reads. An existing file beside one of them that is named like it is taken for
  ///   another article, and refused too.
  func check(reading files: [DumpPath], _ configuration: Configuration) throws(CommandFailure) {
    if isSame(as: DumpPath(configuration.bookmarksPath)) { throw .usage(.outputIsBookmarks(name)) }
    if isSame(as: DumpPath(configuration.highlightsPath)) { throw .usage(.outputIsHighlights(name)) }
    var folders: [String: Bool] = [:]
    for file in files {
      if isSame(as: file) { throw .usage(.outputIsInput(name)) }
      guard existing != nil, Self.nameEnding(of: file) == Self.nameEnding(of: path) else { continue }
      let folder = file.folder.text
      let isBeside = folders[folder] ?? (ArchiveProfiles.realPath(folder) == self.folder)
      folders[folder] = isBeside
      if isBeside { throw .usage(.outputIsBesideInput(name)) }
    }
  }

  /// Refuses a place inside one of these archives.
  func check(outside archives: [String]) throws(CommandFailure) {
    for archive in archives {
      if isSame(as: DumpPath(archive)) { throw .usage(.outputIsInput(name)) }
      let root = ArchiveProfiles.realPath(archive)
      if folder == root || root == "/" || folder.hasPrefix(root + "/") {
        throw .usage(.outputInArchive(name, archive: archive))
      }
    }
  }

  /// Whether a file is at the place, or an entry is in the container there.
  private func isSame(as file: DumpPath) -> Bool {
    let real = DumpPath(ArchiveProfiles.realPath(file.folder.text)).appending(Array(file.name))
    if real == path { return true }
    guard let existing else { return false }
    var part = file
    while true {
      if let status = Self.status(of: part) {
        return status.st_dev == existing.st_dev && status.st_ino == existing.st_ino
      }
      let folder = part.folder
      guard folder.bytes.count < part.bytes.count else { return false }
      part = folder
    }
  }

  /// From the last dot on; empty without one.
  private static func nameEnding(of file: DumpPath) -> ArraySlice<UInt8> {
    file.name.lastIndex(of: 0x2E).map { file.name[$0...] } ?? []
  }

  private static func status(of path: DumpPath) -> stat? {
    var status = stat()
    let code = (path.bytes + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) { name in name.baseAddress.map { stat($0, &status) } ?? -1 }
    }
    return code == 0 ? status : nil
  }
}
