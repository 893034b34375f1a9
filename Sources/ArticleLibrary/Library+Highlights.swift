import ArticleDump

extension Library {
  /// The highlights in an article, by their place in the text.
  ///
  /// - Throws: what `BookmarksFile.bookmarks` throws.
  public func highlights(of id: ArticleID, in file: BookmarksFile) throws(LibraryError) -> [Bookmark] {
    guard let row = row(id) else { return [] }
    return try highlights(of: row, in: file)
  }

  /// The same of an article that may have gone from the index since.
  public func highlights(of row: ArticleRow, in file: BookmarksFile) throws(LibraryError) -> [Bookmark] {
    let text = try file.text()
    guard !text.entries.isEmpty else { return [] }
    let isOwn = try ownership(of: row)
    var found: [Bookmark] = []
    for entry in text.entries where try isOwn(text, entry) { found.append(text.bookmark(entry)) }
    return Bookmark.highlights(found)
  }

  /// Adds a highlight at the end of the file. When this returns, it is on disk.
  ///
  /// - Parameters:
  ///   - passage: The range in the reading text, and the colour.
  ///   - row: The article; it may have gone from the index since.
  ///   - quotation: The highlighted text, one line for each paragraph.
  ///   - remark: The reader's remark; it may contain `#tags`.
  ///   - file: The highlights file; the entry is on disk when the call returns.
  ///   - added: When the passage was highlighted.
  /// - Returns: The entry; `nil` if the same passage is already highlighted.
  @discardableResult
  public func highlight(
    _ passage: Passage, quoting quotation: String, remark: String = "", in row: ArticleRow, file: BookmarksFile,
    added: Timestamp
  ) throws(LibraryError) -> Bookmark? {
    var entry = entry(of: row, added: added)
    entry.passage = passage
    entry.note = Bookmark.note(quoting: quotation, remark: remark)
    return try file.add(highlight: entry) ? entry : nil
  }
}

extension BookmarksFile {
  /// The highlights in a dump outside a library, by their place in the text.
  ///
  /// - Parameter dump: The entry that the dump would have.
  public func highlights(of dump: Bookmark) throws(LibraryError) -> [Bookmark] {
    let text = try text()
    return Bookmark.highlights(
      text.entries.filter { KnownBookmarks.isSame(text, $0, dump, names) }.map(text.bookmark))
  }

  /// Adds a highlight unless the file has one with the same words at the same place of the same article.
  ///
  /// - Returns: Whether there is a new entry.
  @discardableResult
  public func add(highlight entry: Bookmark) throws(LibraryError) -> Bool { try add(highlights: [entry]) == 1 }

  /// Adds highlights in one write: all that are new, or none.
  ///
  /// - Returns: The number of new entries.
  @discardableResult
  public func add(highlights entries: [Bookmark]) throws(LibraryError) -> Int {
    try add(entries) { text, candidates in
      // Reading an entry's content takes longer than the rest; avoiding it keeps the turn at a long file's lock short.
      let addresses = Set(candidates.map(\.address))
      let ofArticles = text.entries.filter { addresses.contains($0.address) }
      var known = Set(ofArticles.map { text.bookmark($0).passageKey })
      return candidates.filter { known.insert($0.passageKey).inserted }
    }
  }
}

extension Bookmark {
  /// The entries of a text of the form of the bookmarks file.
  public static func entries(inMarkdown bytes: [UInt8]) -> [Bookmark] { BookmarkText(bytes).bookmarks }

  /// What two entries of the same highlight have in common, such as those that merging two copies of the file leaves.
  var passageKey: [String] {
    [url.map(WrittenAddress.text) ?? path ?? title, passage.map { "\($0.utf8Range)" } ?? "", quotation]
  }

  /// The highlights among entries, in the order of the text; of two equal ones, the one that says more.
  public static func highlights(_ entries: [Bookmark]) -> [Bookmark] {
    var kept: [Bookmark] = []
    var places: [[String]: Int] = [:]
    for entry in entries where entry.passage != nil || !entry.quotation.isEmpty {
      if let place = places[entry.passageKey] {
        if entry.remark.utf8.count > kept[place].remark.utf8.count { kept[place] = entry }
      } else {
        places[entry.passageKey] = kept.count
        kept.append(entry)
      }
    }
    func start(_ entry: Bookmark) -> Int { entry.passage?.utf8Range.lowerBound ?? .max }
    return kept.enumerated().sorted { (start($0.element), $0.offset) < (start($1.element), $1.offset) }.map(\.element)
  }
}
