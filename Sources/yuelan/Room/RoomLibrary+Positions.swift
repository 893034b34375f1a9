import ArticleDump
import ArticleLibrary
import ReadingRoom
import Synchronization

/// Positions and marks that have changed and may not be saved yet: reopening the article shows them.
struct UnsavedPlaces {
  var positions: [ArticleHandle: Int] = [:]
  var marks: [ArticleHandle: [String: Int]] = [:]
}

/// Positions and marks in articles, and the history of what was read.
extension RoomLibrary {
  func remember(position utf8Offset: Int, in id: ArticleHandle) {
    unsaved.withLock { $0.positions[id] = utf8Offset }
  }

  func remember(marks: [String: Int], in id: ArticleHandle) { unsaved.withLock { $0.marks[id] = marks } }

  func savePosition(_ utf8Offset: Int, share: Double, in id: ArticleHandle) throws(LibraryError) {
    defer { unsaved.withLock { if $0.positions[id] == utf8Offset { $0.positions[id] = nil } } }
    try library.setPosition(ReadingPosition(utf8Offset: utf8Offset, share: share), in: row(id))
  }

  private func marksKey(_ id: ArticleHandle) -> String? {
    (try? row(id)).map { "marks:" + library.identityText(of: $0) }
  }

  /// Where version 0.1.0 stored them.
  private func firstVersionMarksKey(_ id: ArticleHandle) -> String? {
    (try? row(id)).map { "marks:" + $0.pathInArchive }
  }

  /// Marks are stored as `a=120 b=4031`.
  func marks(in id: ArticleHandle) -> [String: Int] {
    let keys = [marksKey(id), firstVersionMarksKey(id)].compactMap { $0 }
    guard let text = keys.compactMap({ library.remembered($0) }).first else { return [:] }
    var marks: [String: Int] = [:]
    for mark in text.split(separator: " ") {
      guard let equals = mark.lastIndex(of: "="), let offset = Int(mark[mark.index(after: equals)...]) else { continue }
      marks[String(mark[..<equals])] = offset
    }
    return marks
  }

  func saveMarks(_ marks: [String: Int], in id: ArticleHandle) throws(LibraryError) {
    defer { unsaved.withLock { if $0.marks[id] == marks { $0.marks[id] = nil } } }
    guard let key = marksKey(id) else { return }
    let text = marks.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    // An empty value stays, so that removed marks do not return from an older key.
    try library.remember(key, as: text)
  }

  /// The opened articles, latest first.
  func history() throws(LibraryError) -> [HistoryVisit] {
    let entries = try library.history(limit: Self.mostVisits)
    let handles = try handles.handles(Set(entries.compactMap(\.id)))
    return entries.map { entry in
      HistoryVisit(
        title: entry.title, url: entry.url, opened: entry.opened.atReadersClock, share: entry.share,
        article: entry.id.flatMap { handles[$0] })
    }
  }

  /// More than anybody would page through.
  private static let mostVisits = 500
}
