import Foundation
import GRDB
import Synchronization

/// Parses a file in a separate process.
///
/// - Returns: Whether that process survived.
public typealias ParsingTrial = @Sendable (DumpPath) -> Bool

/// The files that an earlier process was parsing when it ended, and what is known about them.
struct CrashSuspects: Sendable {
  /// Files that have not been examined yet.
  var unexamined: Set<DumpPath> = []
  /// Files that end the process that parses them.
  var crashing: Set<DumpPath> = []
  var leftovers: [ParsingJournal.Leftover] = []

  init(_ leftovers: [ParsingJournal.Leftover]) {
    self.leftovers = leftovers
    unexamined = Set(leftovers.flatMap(\.files))
  }
}

extension Library {
  /// Whether a file ended the process that parsed it, and also ends one that tries it alone: of several files that were
  /// being parsed when a process died, at most one is to blame, and none if a person ended the process.
  ///
  /// May take as long as the trial, so it must not be called on the drawing thread.
  func crashesTheParser(_ file: DumpPath) -> Bool {
    let isCrashing = crashSuspects.withLock { suspects in
      guard suspects.unexamined.remove(file) != nil else { return suspects.crashing.contains(file) }
      if trial?(file) == true { return false }
      suspects.crashing.insert(file)
      return true
    }
    if isCrashing { board.post(.fileEndedTheProgram(path: roots.names(of: file).file.display)) }
    return isCrashing
  }

  /// Examines everything that earlier processes left, and removes files that end processes from the index, so that the
  /// next update finds them as new and skips them.
  func examineCrashSuspects(in database: IndexDatabase) throws {
    for file in crashSuspects.withLock({ $0.unexamined }) { _ = crashesTheParser(file) }
    let crashing = crashSuspects.withLock { $0.crashing }
    guard !crashing.isEmpty, !database.isReadOnly else { return }
    let numbers = try database.writer.read { db in
      try crashing.flatMap { file in
        try Int.fetchAll(
          db,
          sql: """
            SELECT a.id FROM articles a JOIN folders f ON f.id = a.folder WHERE f.path = ? AND a.name = ? AND a.flags & 1
            """,
          arguments: [Data(file.folder.bytes), Data(file.name)])
      }
    }
    guard !numbers.isEmpty else { return }
    let writer = IndexWriter(database, names: names)
    try writer.forgetContainers(of: numbers)
    try writer.remove(numbers, skippedSignatures: [])
  }

  /// Forgets what earlier processes left, once the index knows what to skip.
  func forgetLeftovers() {
    crashSuspects.withLock { suspects in
      for leftover in suspects.leftovers { leftover.remove() }
      suspects.leftovers = []
    }
  }
}
