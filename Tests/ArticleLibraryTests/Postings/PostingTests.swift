import GRDB
import SeededRandom
import Testing

@testable import ArticleLibrary

/// The text index: lists of positions, parts in the database, phrases.
@Suite struct PostingTests {
  // MARK: Lists

  private func entries(_ list: [UInt8]) -> [(article: Int32, positions: [Int32])] {
    var entries: [(article: Int32, positions: [Int32])] = []
    walk(list) { cursor in
      cursor.advance()
      while cursor.article < PostingCursor.end {
        var positions: [Int32] = []
        cursor.forEachPosition { positions.append($0) }
        entries.append((cursor.article, positions))
        cursor.advance()
      }
    }
    return entries
  }

  private func walk(_ list: [UInt8], _ body: (inout PostingCursor) -> Void) {
    PostingCursor.walk([list]) { body(&$0[0]) }
  }

  private func list(_ entries: [(article: Int32, positions: [Int32])]) -> [UInt8] {
    var list = PostingList()
    for entry in entries { list.append(entry.article, positions: entry.positions) }
    return list.bytes
  }

  private func madeUpEntries(_ generator: inout SeededGenerator) -> [(article: Int32, positions: [Int32])] {
    var entries: [(article: Int32, positions: [Int32])] = []
    var article: Int32 = 0
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      article += [1, 2, 63, 64, 65, 128, 9_000, 2_000_000].randomElement(using: &generator) ?? 1
      var position: Int32 = -1
      var positions: [Int32] = []
      for _ in 0..<([1, 1, 2, 3, 40].randomElement(using: &generator) ?? 1) {
        position += [1, 2, 126, 127, 128, 16_383, 16_384, 300_000].randomElement(using: &generator) ?? 1
        positions.append(position)
      }
      entries.append((article, positions))
    }
    return entries
  }

  @Test func postingsAreReadBackAsTheyWereAdded() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let made = madeUpEntries(&generator)
      let read = entries(list(made))
      #expect(read.map(\.article) == made.map(\.article) && read.map(\.positions) == made.map(\.positions))
      walk(list(made)) { cursor in
        for entry in made {
          cursor.advance()
          #expect(cursor.count == entry.positions.count)
        }
      }
    }
  }

  @Test func aPositionSetHoldsOneArticleAtATime() {
    var generator = SeededGenerator(seed: 11)
    var set = PositionSet()
    var other = PositionSet()
    func drawn(_ largest: Int32) -> Set<Int32> {
      Set((0..<Int.random(in: 1...60, using: &generator)).map { _ in Int32.random(in: 0..<largest, using: &generator) })
    }
    for _ in 0..<300 {
      let largest: Int32 = [90, 5_000, 200_000].randomElement(using: &generator) ?? 90
      let (mine, theirs, last) = (drawn(largest), drawn(largest), drawn(2 * largest))
      let offset = Int32.random(in: 0...3, using: &generator)
      func withCursor(_ places: Set<Int32>, _ body: (PostingCursor) -> Void) {
        walk(list([(7, places.sorted())])) { cursor in
          cursor.advance()
          body(cursor)
        }
      }
      withCursor(mine) { set.insert($0, less: offset) }
      let members = Set(mine.map { $0 - offset }.filter { $0 >= 0 })
      #expect(set.members == members.sorted())
      withCursor(last) { #expect(set.count($0, less: 1) == members.count { last.contains($0 + 1) }) }
      withCursor(theirs) { other.insert($0, less: 0) }
      set.formIntersection(other)
      #expect(set.members == members.intersection(theirs).sorted())
      set.removeAll()
      other.removeAll()
      #expect(set.members.isEmpty)
    }
  }

  @Test func aDamagedListAllocatesNoMemory() {
    var set = PositionSet()
    // One entry with two positions, the second beyond any article.
    walk([0b10, 3, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0]) { cursor in
      cursor.advance()
      set.insert(cursor, less: 0)
      #expect(set.members == [2])
      #expect(set.count(cursor, less: 0) == 1)
    }
  }

  @Test func aSingleOccurrenceNearTheBeginningTakesTwoBytes() {
    #expect(list([(1, [0])]) == [0b11, 1])
    #expect(list([(1, [0, 1])]) == [0b10, 1, 1, 0])
    #expect(list([(1, [126])]).count == 2)
  }

  @Test func aCursorAdvancesPastEarlierArticles() {
    walk(list([(2, [5]), (9, [1, 700]), (400, [3])])) { cursor in
      cursor.advance(to: 3)
      #expect(cursor.article == 9 && cursor.count == 2)
      cursor.advance(to: 9)
      #expect(cursor.article == 9)
      cursor.advance(to: 401)
      #expect(cursor.article == PostingCursor.end)
    }
  }

  @Test func readingADamagedListEndsEarly() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let articles = entries(bytes).map(\.article)
      #expect(articles == articles.sorted() && Set(articles).count == articles.count)
      #expect(articles.count <= bytes.count)
    }
  }

  @Test func mergedListsContainAllArticles() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let all = madeUpEntries(&generator)
      var parts: [[(article: Int32, positions: [Int32])]] = Array(repeating: [], count: 3)
      for entry in all { parts[Int.random(in: 0..<3, using: &generator)].append(entry) }
      let merged = PostingStore.merged(parts.filter { !$0.isEmpty }.map(list))
      #expect(merged == list(all))
    }
    // Damage could make an article appear twice.
    #expect(entries(PostingStore.merged([list([(4, [1])]), list([(4, [2]), (5, [0])])])).map(\.article) == [4, 5])
  }

  // MARK: Inverting

  private let pieces = ["的", "是", "国", "鹦", "𠮷", "，", " ", "AI", "5", "climate", "clim", "。", "café", "ガ"]

  private func madeUpText(_ generator: inout SeededGenerator, atMost count: Int) -> [UInt8] {
    TextFolding.fold(
      (0..<Int.random(in: 1...count, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined())
  }

  @Test func invertedTokensKeepTheirPositionsAndAreSortedByBytes() throws {
    var generator = SeededGenerator(seed: 21)
    var buffer = PostingBuffer()
    var texts: [Int32: [[UInt8]]] = [:]
    for article in stride(from: Int32(3), to: 200, by: 7) {
      let folded = madeUpText(&generator, atMost: 200)
      texts[article] = FoldedTokens.all(of: folded)
      buffer.add(article, folded)
    }
    let lists = buffer.removeAll()
    #expect(buffer.isEmpty && buffer.removeAll().isEmpty)
    for (list, next) in zip(lists, lists.dropFirst()) { #expect(list.token.lexicographicallyPrecedes(next.token)) }
    var rebuilt: [Int32: [Int32: [UInt8]]] = [:]
    for (token, list) in lists {
      for entry in entries(list) {
        for position in entry.positions { rebuilt[entry.article, default: [:]][position] = token }
      }
    }
    for (article, tokens) in texts where !tokens.isEmpty {
      let positions = try #require(rebuilt[article])
      #expect(positions.count == tokens.count)
      for (position, token) in tokens.enumerated() { #expect(positions[Int32(position)] == token) }
    }
  }

  // MARK: Parts

  private func withDatabase(_ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(sql: PostingStore.tables)
      try body(db)
    }
  }

  private func search(_ folded: [UInt8], isPrefix: Bool = false, _ db: Database) throws -> [Int32: Int] {
    let found = try PhraseSearch(folded, isPrefix: isPrefix, capacity: 2_000, countedLimit: 2_000, db)
    let counts = Dictionary(found.counted.map { ($0.0, Int($0.1)) }) { first, _ in first }
    #expect(counts.count == found.members.count)
    return counts
  }

  /// Written independently of the index.
  private func count(_ phrase: [[UInt8]], isPrefix: Bool, in tokens: [[UInt8]]) -> Int {
    guard tokens.count >= phrase.count else { return 0 }
    return (0...tokens.count - phrase.count).count { start in
      phrase.indices.allSatisfy { index in
        let token = tokens[start + index]
        return index == phrase.count - 1 && isPrefix ? token.starts(with: phrase[index]) : token == phrase[index]
      }
    }
  }

  /// Several times as many transactions as are merged into one part: each phrase finds the same articles, whatever is
  /// merged.
  @Test func aPhraseIsFoundInEveryPartOfTheStore() throws {
    try withDatabase { db in
      var generator = SeededGenerator(seed: 34)
      var texts: [Int32: [[UInt8]]] = [:]
      var article: Int32 = 0
      for part in 0..<150 {
        var buffer = PostingBuffer()
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          article += 1
          let folded = madeUpText(&generator, atMost: part == 70 ? 20_000 : 30)
          texts[article] = FoldedTokens.all(of: folded)
          buffer.add(article, folded)
        }
        try PostingStore(db).add(&buffer)
      }
      let partCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM posting_parts") ?? 0
      #expect(partCount < 3 * PostingStore.mergedAtOnce && partCount > 2)
      for table in ["posting_tokens WHERE part", "posting_blocks WHERE id >> 24"] {
        let strays = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table) NOT IN (SELECT id FROM posting_parts)")
        #expect(strays == 0)
      }
      var found = 0
      for _ in 0..<300 {
        let phrase = madeUpText(&generator, atMost: 4)
        let tokens = FoldedTokens.all(of: phrase)
        guard let last = tokens.last else { continue }
        let isPrefix = last.allSatisfy { $0 < 0x80 && $0 > 0x20 } && Bool.random(using: &generator)
        let expected = texts.compactMapValues { text in
          let count = count(tokens, isPrefix: isPrefix, in: text)
          return count > 0 ? min(count, 64) : nil
        }
        let actual = try search(phrase, isPrefix: isPrefix, db)
        #expect(actual == expected, "\(String(decoding: phrase, as: UTF8.self)) \(isPrefix)")
        found += expected.count
      }
      #expect(found > 3_000)
    }
  }

  @Test func aMergeReusesThePagesItHasRead() throws {
    try withDatabase { db in
      var generator = SeededGenerator(seed: 40)
      for article in 1...Int32(PostingStore.mergedAtOnce) {
        var buffer = PostingBuffer()
        buffer.add(article, madeUpText(&generator, atMost: 100_000))
        try PostingStore(db).add(&buffer)
      }
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM posting_parts") == 1)
      let pageCount = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
      let freeCount = try #require(try Int.fetchOne(db, sql: "PRAGMA freelist_count"))
      #expect(pageCount > 80 && freeCount * 4 < pageCount)
    }
  }

  @Test func anAbsentTokenIsNotFound() throws {
    try withDatabase { db in
      #expect(try search(Array("国".utf8), db).isEmpty)
      var buffer = PostingBuffer()
      buffer.add(1, Array("国是".utf8))
      try PostingStore(db).add(&buffer)
      for text in ["的", "国的", "的国", "是国", "zzz", "aaa", "\u{1}"] {
        #expect(try search(Array(text.utf8), db).isEmpty, "\(text)")
      }
      #expect(try search([], db).isEmpty)
      #expect(try search(Array("国是".utf8), db) == [1: 1])
    }
  }

  @Test func damageIsReportedInsteadOfAWrongAnswer() throws {
    for damage in [
      "UPDATE posting_blocks SET bytes = zeroblob(length(bytes))", "DELETE FROM posting_blocks",
      "UPDATE posting_tokens SET bytes = x'00ff'",
    ] {
      try withDatabase { db in
        var buffer = PostingBuffer()
        buffer.add(1, Array("国是".utf8))
        try PostingStore(db).add(&buffer)
        try db.execute(sql: damage)
        #expect(throws: DatabaseError.self, "\(damage)") {
          _ = try PhraseSearch(Array("国是".utf8), isPrefix: false, capacity: 10, countedLimit: 0, db)
        }
      }
    }
  }
}
