import Foundation
import GRDB
import Synchronization

/// Parses a file in a process of its own.
///
/// - Returns: Whether that process came through.
public typealias ParsingTrial = @Sendable (DumpPath) -> Bool

/// The files at which an earlier process ended, and what became of them.
struct Suspects: Sendable {
  /// Names not looked into yet.
  var waiting: Set<DumpPath> = []
  /// Files that end the process that parses them.
  var condemned: Set<DumpPath> = []
  var leftovers: [ParsingJournal.Leftover] = []

  init(_ leftovers: [ParsingJournal.Leftover]) {
    self.leftovers = leftovers
    waiting = Set(leftovers.flatMap(\.files))
  }
}

extension Library {
  /// Whether a file ended the process that parsed it, and ends the one that tries it again alone: of several that were
  /// parsed when a process died, one at most is to blame, and none where a person ended it.
  ///
  /// May take as long as the trial: not for the thread that draws.
  func isCondemned(_ file: DumpPath) -> Bool {
    let isCondemned = suspects.withLock { suspects in
      guard suspects.waiting.remove(file) != nil else { return suspects.condemned.contains(file) }
      if trial?(file) == true { return false }
      suspects.condemned.insert(file)
      return true
    }
    if isCondemned { board.post(.fileEndedTheProgram(path: roots.names(of: file).file.display)) }
    return isCondemned
  }

  /// Looks into all that earlier processes left, and takes what ends processes out of the index, so that the update
  /// that follows finds it as new and skips it.
  func settleSuspects(in database: IndexDatabase) throws {
    for file in suspects.withLock({ $0.waiting }) { _ = isCondemned(file) }
    let condemned = suspects.withLock { $0.condemned }
    guard !condemned.isEmpty, !database.isReadOnly else { return }
    let numbers = try database.writer.read { db in
      try condemned.flatMap { file in
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
    try writer.remove(numbers, passedOverSignatures: [])
  }

  /// Forgets what earlier processes left, when the index knows what to skip.
  func forgetLeftovers() {
    suspects.withLock { suspects in
      for leftover in suspects.leftovers { leftover.remove() }
      suspects.leftovers = []
    }
  }
}
