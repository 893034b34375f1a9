import ArticleLibrary
import ReadingRoom

// The room and the library each have words of their own for what they share; here they are translated.

extension ReadingRoom.ArticleID {
  init(_ id: ArticleLibrary.ArticleID) { self.init(Int64(id.rawValue)) }

  var inLibrary: ArticleLibrary.ArticleID { ArticleLibrary.ArticleID(rawValue: Int32(truncatingIfNeeded: rawValue)) }
}

extension ReadingRoom.ArticleRow {
  init(_ row: ArticleLibrary.ArticleRow) {
    self.init(
      id: ReadingRoom.ArticleID(row.id), title: row.title, url: row.url, publisher: row.publisher, author: row.authors,
      section: row.section, date: row.date, characterCount: row.characterCount, isRead: row.isRead,
      isStarred: row.isStarred, foldedCount: row.duplicateCount)
  }
}

extension ReadingRoom.Bookmark {
  /// - Parameter article: The article in the open library, if it is there.
  init(_ entry: ArticleLibrary.Bookmark, article: ReadingRoom.ArticleID?) {
    // `publisher, 2023-07-17`, of which either may be missing.
    let parts = entry.description.split(separator: ",").map { $0.drop { $0 == " " } }
    let date = parts.last { $0.first?.isNumber == true }
    let publisher = parts.first { $0.first?.isNumber == false }
    self.init(
      key: entry.key, title: entry.title, url: entry.url, publisher: publisher.map(String.init),
      date: date.map(String.init), heading: entry.heading, note: entry.note, tags: entry.tags, article: article)
  }
}

extension ReadingRoom.ListQuery {
  /// Whether the library's order is the other way round: it sorts titles and publishers one way only.
  var isReversed: Bool { isDescending && (sort == .title || sort == .publisher) }
}

extension ArticleLibrary.ListQuery {
  init(_ query: ReadingRoom.ListQuery) {
    var filter = ArticleFilter()
    var clauses = query.text.isEmpty ? [] : [query.text]
    for kind in Facet.Kind.allCases {
      let values = query.facets.filter { $0.kind == kind }.map(\.value)
      if values.count == 1 || kind == .state {
        // States narrow each other; the filter takes one, the query language the others.
        for (index, value) in values.enumerated() {
          if index > 0 || !filter.set(kind, value) { clauses.append(kind.clause(value)) }
        }
      } else if !values.isEmpty {
        clauses.append("(" + values.map(kind.clause).joined(separator: " OR ") + ")")
      }
    }
    let sort: ArticleLibrary.SortOrder =
      switch query.sort {
      case .date: query.isDescending ? .newest : .oldest
      case .length: query.isDescending ? .longest : .shortest
      case .publisher: .publisher
      case .title: .title
      case .relevance: .relevance
      }
    self.init(
      text: clauses.count < 2 ? clauses.first ?? "" : clauses.map { "(\($0))" }.joined(separator: " "), sort: sort,
      filter: filter, foldsDuplicates: !query.unfoldsDuplicates)
  }
}

extension ArticleFilter {
  /// Takes a facet's value in; false when the filter has no place for it.
  fileprivate mutating func set(_ kind: Facet.Kind, _ value: String) -> Bool {
    switch kind {
    case .state:
      guard let known = State(rawValue: value) else { return false }
      state = known
    case .publisher: publisher = value
    case .section: section = value
    case .category: category = value
    case .tag: tag = value
    case .author: author = value
    case .folder: folder = value
    case .month:
      let parts = value.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2 else { return false }
      month = Month(year: parts[0], month: parts[1])
    case .search: return false
    }
    return true
  }
}

extension Facet.Kind {
  /// A facet's value in the query language.
  fileprivate func clause(_ value: String) -> String {
    let quoted = "\"" + value.filter { $0 != "\"" } + "\""
    return switch self {
    case .state: "is:" + value
    case .publisher: "from:" + quoted
    case .section: "section:" + quoted
    case .category: "category:" + quoted
    case .tag: "tag:" + quoted
    case .author: "author:" + quoted
    case .folder: "in:" + quoted
    case .month: "date:" + value
    case .search: value
    }
  }
}

extension LibraryProgress {
  /// `nil` when the update is over.
  init?(_ update: LibraryUpdate) {
    switch update {
    case .scanning(let count): self.init(phase: .scanning, done: count)
    case .heads(let progress): self.init(.scanning, progress)
    case .bodies(let progress), .following(_, let progress): self.init(.indexing, progress)
    case .finished, .stopped: return nil
    }
  }

  private init(_ phase: Phase, _ progress: ArticleLibrary.Progress) {
    self.init(
      phase: phase, done: progress.done, total: progress.total,
      secondsLeft: progress.secondsRemaining.map { Int($0.rounded(.up)) })
  }
}

extension LibraryError {
  /// What went wrong with something of the reader's own.
  func sentence(in language: Language) -> String {
    switch self {
    case .query(let error) where error.excess != nil: error.sentence(in: language)
    case .endedTheProgram(let path): RoomSentence.fileEndedTheProgram(path: path).text(in: language)
    case .locked(let path): RoomSentence.locked(path: path).text(in: language)
    case .notADump(let path, let kind): "\(path): " + kind.sentence(in: language)
    default: sentence
    }
  }

  /// What went wrong, as a sentence for the status line.
  var sentence: String {
    switch self {
    case .unreadable(let path, let code): "\(path): \(systemMessage(code))"
    case .notRegular(let path): "\(path): not a regular file"
    case .notADump(let path, let kind): "\(path): \(kind.sentence())"
    case .endedTheProgram(let path): "\(path): ended the program when it was parsed"
    case .query(let error): error.message
    case .database(_, let message, _): "index: \(message)"
    case .unwritable(let path, let code): "\(path): \(systemMessage(code))"
    case .indexUnusable(let reason): "index: \(reason)"
    case .locked(let path): "\(path): locked by another program"
    case .indexBusy: "another process is making the index"
    case .noSuchEntry(let key): "\(key): no such entry"
    case .notText(let path), .starNotSeen(let path): "\(path): \(shortReason)"
    }
  }
}

extension QueryError {
  /// What is wrong with the query; a sentence.
  func sentence(in language: Language) -> String {
    let row: (simplified: String, traditional: String, english: String) =
      switch excess {
      case .tooManyTerms(let limit):
        ("一次最多检索 \(limit) 个词和条件，请删去一些", "一次最多檢索 \(limit) 個詞和條件，請刪去一些", message)
      case .tooLong(let limit):
        ("检索式最多 \(limit) 字节，请缩短", "檢索式最多 \(limit) 位元組，請縮短", message)
      case nil: (message, message, message)
      }
    return switch language {
    case .simplified: row.simplified
    case .traditional: row.traditional
    case .english: row.english
    }
  }
}
