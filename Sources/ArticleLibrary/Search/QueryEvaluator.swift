import ArticleDump
import Foundation
import GRDB

/// Finds the articles that match a query: each part gives a set of numbers, and the sets are combined.
struct QueryEvaluator {
  let view: IndexView
  let db: Database
  let roots: ArchiveRoots
  /// Articles that were read, and starred; computed on demand.
  let isRead: () throws -> BitSet
  let isStarred: () throws -> BitSet
  /// Tags and categories; computed on demand.
  let facetIndex: () throws -> FacetIndex
  /// Articles whose entry in the bookmarks file satisfies a condition.
  let bookmarked: ((Bookmark) -> Bool) throws -> BitSet
  /// Collects what ranking needs to know about a term.
  var ranking: Ranking?

  private var capacity: Int { view.columns.capacity }

  mutating func evaluate(_ query: Query, isNegated: Bool = false) throws -> BitSet {
    switch query {
    case .everything: return BitSet(filledTo: capacity)
    case .all(let parts):
      var result: BitSet?
      for part in parts {
        let set = try evaluate(part, isNegated: isNegated)
        if result == nil { result = set } else { result?.formIntersection(set) }
      }
      return result ?? BitSet(capacity: capacity)
    case .any(let parts):
      var result = BitSet(capacity: capacity)
      for part in parts { result.formUnion(try evaluate(part, isNegated: isNegated)) }
      return result
    case .not(let part):
      var result = BitSet(filledTo: capacity)
      result.subtract(try evaluate(part, isNegated: true))
      return result
    case .text(let term): return try find(term, isNegated: isNegated)
    case .from(let name): return publishers(name)
    case .section(let name): return sections(name)
    case .facet(let kind, let name, let isWhole):
      let matcher = NameMatcher(name)
      let fits = { (name: String) in isWhole ? matcher.isName(name) : matcher.matches(name) }
      var found = try facetIndex().articles(kind, capacity: capacity, where: fits)
      // The reader's own tags are tags too.
      if kind == .tag { found.formUnion(try bookmarked { $0.tags.contains(where: fits) }) }
      return found
    case .path(let path): return try paths(path)
    case .url(let part): return try addresses(part)
    case .language(let tag): return try languages(tag)
    case .length(let range):
      return BitSet(capacity: capacity) {
        view.columns.flags[$0].contains(.isIndexed) && range.contains(view.columns.characterCount[$0])
      }
    case .note(let term):
      return try bookmarked { !TextMatcher.places(of: term, in: TextFolding.fold($0.note)).isEmpty }
    case .date(let range): return dates(range)
    case .state(.read): return try isRead()
    case .state(.starred): return try isStarred()
    case .state(.unread):
      var result = BitSet(filledTo: capacity)
      result.subtract(try isRead())
      return result
    case .has(.image): return flagged(.hasImages)
    case .has(.table): return flagged(.hasTables)
    case .has(.note): return try bookmarked(\.hasNote)
    case .has(.highlight): return try bookmarked { $0.passage != nil }
    case .has(.tag):
      var found = try facetIndex().articles(.tag, capacity: capacity) { _ in true }
      found.formUnion(try bookmarked { !$0.tags.isEmpty })
      return found
    }
  }

  // MARK: Text

  private mutating func find(_ term: TextTerm, isNegated: Bool) throws -> BitSet {
    var result = BitSet(capacity: capacity)
    let columns =
      switch term.field {
      case .anywhere: "{title authors}"
      case .title: "title"
      case .author: "authors"
      }
    func addTitles(_ match: String) throws {
      let hits = try PhraseHits.find(Array(match.utf8), in: "titles", capacity: capacity, db)
      result.formUnion(hits.members)
    }
    try addTitles("\(columns) : \(term.match)")
    if term.isSpelled {
      for phrase in Spelling.shared.phrases(for: term.text) {
        try addTitles("spelling : \"\(phrase.text)\"" + (phrase.isPrefix ? " *" : ""))
      }
    }
    let isRanked = !isNegated && ranking != nil
    if isRanked { ranking?.addTitles(result) }
    guard term.field == .anywhere else { return result }
    try findBodies(term, isRanked: isRanked, into: &result)
    return result
  }

  private mutating func findBodies(_ term: TextTerm, isRanked: Bool, into result: inout BitSet) throws {
    let hits = try PhraseSearch(
      term.folded, isPrefix: term.isPrefix, capacity: capacity, countedLimit: isRanked ? Ranking.largestTerm : 0, db)
    result.formUnion(hits.members)
    if isRanked, hits.counted.count <= Ranking.largestTerm { ranking?.addBodies(hits.counted, view.columns) }
  }

  // MARK: Facts

  private func publishers(_ name: String) -> BitSet {
    let matcher = NameMatcher(name)
    let matching = Set(
      view.publishers.indices.filter { index in
        guard let publisher = view.publishers[index] else { return false }
        return publisher.id.lowercased().hasPrefix(name.lowercased()) || matcher.matches(publisher.name)
      }.map { UInt16($0) })
    return BitSet(capacity: capacity) { matching.contains(view.columns.publisher[$0]) }
  }

  private func sections(_ name: String) -> BitSet {
    let matcher = NameMatcher(name)
    let matching = Set(
      view.sections.indices.filter { view.sections[$0].map(matcher.matches) ?? false }.map { UInt16($0) })
    return BitSet(capacity: capacity) { matching.contains(view.columns.section[$0]) }
  }

  private func flagged(_ flag: ArticleColumns.Flags) -> BitSet {
    BitSet(capacity: capacity) { view.columns.flags[$0].contains(flag) }
  }

  private func dates(_ range: DateRange) -> BitSet {
    let columns = view.columns
    return BitSet(capacity: capacity) { number in
      guard columns.date[number] != ArticleColumns.noDate else { return false }
      return range.contains(columns.date[number], utcOffset: Int64(columns.utcOffsetInQuarters[number]) * 900)
    }
  }

  /// Pages whose address contains a text, either as it is written or as people read it, ignoring case.
  private func addresses(_ part: String) throws -> BitSet {
    var result = BitSet(capacity: capacity)
    let given = Array(part.lowercased().utf8)
    let encoded = Array(Self.percentEncoded(part).lowercased().utf8)
    try RawStatement(db, "SELECT id, url FROM articles WHERE url IS NOT NULL AND flags & 1").forEach { row in
      let id = Int(row.integer(0))
      guard id < capacity, let url = row.text(1) else { return }
      let address = Array(url.lowercased().utf8)
      if address.firstRange(of: given) != nil || address.firstRange(of: encoded) != nil { result.insert(id) }
    }
    return result
  }

  /// Source: RFC 3986, section 2.1, for bytes that are not ASCII.
  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { encoded, byte in
      if byte < 0x80 {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
  }

  /// `zh` matches all Chinese, `zh-hans` only simplified.
  private func languages(_ tag: String) throws -> BitSet {
    var result = BitSet(capacity: capacity)
    let sql = "SELECT id FROM articles WHERE (lower(language) = ?1 OR lower(language) LIKE ?1 || '-%') AND flags & 1"
    for id in try Int64.fetchAll(db, sql: sql, arguments: [tag]) where id < Int64(capacity) { result.insert(Int(id)) }
    return result
  }

  /// Folders whose path below an archive begins with the components of `path`, and the file with exactly that path.
  private func paths(_ path: String) throws -> BitSet {
    var wanted = Array(path.utf8)
    while wanted.count > 1, wanted.last == 0x2F { wanted.removeLast() }
    if wanted.starts(with: [0x2E, 0x2F]) { wanted.removeFirst(2) }
    var folders: Set<Int32> = []
    var parents: [(folder: Int64, name: [UInt8])] = []
    try RawStatement(db, "SELECT id, path FROM folders").forEach { row in
      let names = roots.names(of: DumpPath(bytes: row.blob(1)).appending([0x78]))
      let forms = [names.file.bytes, Array(names.pathInArchive.utf8), row.blob(1) + [0x2F, 0x78]]
      for form in forms {
        let folder = Array(form.dropLast(form.last == 0x78 && form.count > 1 ? 2 : 1))
        if folder == wanted || folder.starts(with: wanted + [0x2F]) {
          folders.insert(Int32(truncatingIfNeeded: row.integer(0)))
        } else if let slash = wanted.lastIndex(of: 0x2F), Array(wanted[..<slash]) == folder {
          parents.append((row.integer(0), Array(wanted[(slash + 1)...])))
        } else if !wanted.contains(0x2F), folder.isEmpty {
          parents.append((row.integer(0), wanted))
        }
      }
    }
    var result = BitSet(capacity: capacity) { folders.contains(view.columns.folder[$0]) }
    for parent in parents {
      for id in try Int64.fetchAll(
        db, sql: "SELECT id FROM articles WHERE folder = ? AND name = ?",
        arguments: [parent.folder, Data(parent.name)])
      {
        result.insert(Int(id))
      }
    }
    return result
  }
}

/// Finds a name by a part of it, by its pinyin or by its initials.
struct NameMatcher {
  private let folded: [UInt8]
  private let word: String

  init(_ text: String) {
    folded = TextFolding.fold(text)
    word = text.lowercased()
  }

  /// Whether the text is the whole name.
  func isName(_ name: String) -> Bool { folded.isEmpty ? word == name.lowercased() : TextFolding.fold(name) == folded }

  func matches(_ name: String) -> Bool {
    if !folded.isEmpty, TextFolding.fold(name).firstRange(of: folded) != nil { return true }
    return Spelling.shared.spells(word, startOf: name)
  }
}
