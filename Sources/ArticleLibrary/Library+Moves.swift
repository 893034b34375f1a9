import GRDB

/// Data kept for an article that is identified by its path follows it to its new path.
extension Library {
  /// The current places of starred articles: kept with the state, for all libraries.
  private static let movesLibrary = "moves"
  /// The most renames of one entry that are followed.
  private static let longestChain = 16

  func carryOver(_ moves: Moves) {
    guard let known = try? states.keys() else { return }
    var renamings: [StateStore.Renaming] = []
    func record(from old: DumpPath, to new: DumpPath) {
      // A file that was written again with the same bytes has no former name.
      if old == new { return }
      let former = ArticleIdentity(place: names.place(of: old.display)).text
      guard known.contains(former) else { return }
      let key = ArticleIdentity(place: names.place(of: new.display))
      renamings.append(StateStore.Renaming(key: key, former: former, path: old.display))
    }
    for (old, new) in moves.renamed { record(from: old, to: new) }
    for gone in moves.gone where gone.isNamedByPlace && gone.dump != 0 {
      guard known.contains(ArticleIdentity(place: names.place(of: gone.path.display)).text) else { continue }
      if let new = onlyFile(withDump: gone.dump) { record(from: gone.path, to: new) }
    }
    // Data that cannot be written now is lost for these articles only; reading continues.
    try? states.rename(renamings, forAll: false)
    rememberMovesOfStars(moves.renamed)
  }

  /// The file that contains these bytes, if there is only one and its place identifies it.
  private func onlyFile(withDump dump: UInt64) -> DumpPath? {
    let sql = "SELECT f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ?"
    guard let number = number(ofOnlyFileWithDump: dump) else { return nil }
    return try? read { db in
      var file: DumpPath?
      try RawStatement(db, sql).forEach(Int64(number)) { row in
        file = DumpPath(bytes: row.blob(0)).appending(row.blob(1))
      }
      return file
    }
  }

  /// The same as its article's number.
  func number(ofOnlyFileWithDump dump: UInt64) -> Int32? {
    guard dump != 0 else { return nil }
    let sql = "SELECT id FROM articles WHERE dump = ? AND key <> address AND flags & 1 LIMIT 2"
    let numbers = try? read { try Int32.fetchAll($0, sql: sql, arguments: [Int64(bitPattern: dump)]) }
    return numbers?.count == 1 ? numbers?.first : nil
  }

  /// The bookmarks file is not changed for a rename: the new places of its entries are remembered beside it.
  private func rememberMovesOfStars(_ renamed: [(from: DumpPath, to: DumpPath)]) {
    guard !renamed.isEmpty, let path = configuration.bookmarksFile,
      let text = try? BookmarksFile(path: path, names: names).text()
    else { return }
    let starred = Set(
      text.entries.compactMap { text.bookmark($0).path }.flatMap { path in
        let place = names.current(path)
        return [place, movedPlace(of: place)].compactMap { $0 }
      })
    for (old, new) in renamed {
      let place = names.place(of: old.display)
      guard starred.contains(place) else { continue }
      try? states.remember(place, as: names.place(of: new.display), library: Self.movesLibrary)
    }
  }

  /// The current place of the article that was at a place; `nil` if it was not renamed.
  func movedPlace(of place: String) -> String? {
    var current = place
    for _ in 0..<Self.longestChain {
      guard let next = (try? states.remembered(current, library: Self.movesLibrary)) ?? nil, next != place else {
        break
      }
      current = next
    }
    return current == place ? nil : current
  }
}
