import GRDB

/// Determines which articles of an index belong to what was opened, if that is only a part of it.
struct ScopeFilter: Sendable {
  /// `nil` if all of them belong.
  private let folders: Set<Int32>?

  init(_ roots: ArchiveRoots, _ database: IndexDatabase) throws {
    folders =
      roots.cover(database.location)
      ? nil
      : Set(try database.writer.read { try Self.folders(roots, $0) }.map { Int32(truncatingIfNeeded: $0) })
  }

  @inline(__always)
  func contains(_ folder: Int32) -> Bool { folders?.contains(folder) ?? true }

  static func folders(_ roots: ArchiveRoots, _ db: Database) throws -> Set<Int> {
    var numbers: Set<Int> = []
    try RawStatement(db, "SELECT id, path FROM folders").forEach { row in
      if roots.contains(folder: DumpPath(bytes: row.blob(1))) { numbers.insert(Int(row.integer(0))) }
    }
    return numbers
  }
}
