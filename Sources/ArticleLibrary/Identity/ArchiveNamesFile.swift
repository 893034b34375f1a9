import Glibc

/// The archives that were opened on this machine: `archives` in the state folder, with a name, a tab and a folder on
/// each line.
///
/// It is kept apart from the state's database, so that commands that open no library can read it, and damage to the
/// database does not lose the names. A line that cannot be read is skipped.
enum ArchiveNamesFile {
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

  /// Writes the names if they have changed. Losing this costs a name, not a star, so failures are ignored.
  static func keep(_ names: ArchiveNames, in stateDirectory: String?) {
    guard let stateDirectory, read(in: stateDirectory) != names.archives else { return }
    let lines = names.archives.filter { !$0.root.contains("\n") && !$0.name.contains("\t") }
      .map { $0.name + "\t" + $0.root + "\n" }
    try? AtomicFile.replace(path(in: stateDirectory), with: Array(lines.joined().utf8), mark: ".\(getpid())")
  }

  private static func path(in stateDirectory: String) -> String { stateDirectory + "/archives" }
}
