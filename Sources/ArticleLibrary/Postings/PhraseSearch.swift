import GRDB

/// The articles whose text contains a phrase: its tokens next to each other, of which the last may be the beginning of
/// a word.
struct PhraseSearch {
  private(set) var members: BitSet
  /// Article and frequency of the first hits, up to one more than `countedLimit`.
  private(set) var counted: [(Int32, Int32)] = []
  /// How many hits are counted; beyond this, frequencies say nothing about so common a phrase.
  private let countedLimit: Int

  /// - Parameters:
  ///   - folded: See `TextFolding`.
  ///   - capacity: Articles from this number on are ignored.
  ///   - countedLimit: 0 if frequencies are not needed.
  init(_ folded: [UInt8], isPrefix: Bool, capacity: Int, countedLimit: Int, _ db: Database) throws {
    members = BitSet(capacity: capacity)
    self.countedLimit = countedLimit
    let tokens = FoldedTokens.all(of: folded)
    guard let last = tokens.last else { return }
    let store = PostingStore(db)
    var lists: [[Int64: [UInt8]]] = []
    // The rarest first, so that a search for something absent costs little; the last is usually the longest word.
    let ofLast = try isPrefix ? store.lists(ofTokensBeginningWith: last) : store.lists(of: last)
    lists.append(Dictionary(uniqueKeysWithValues: ofLast))
    var known: [[UInt8]: [Int64: [UInt8]]] = isPrefix ? [:] : [last: lists[0]]
    for token in tokens.dropLast().reversed() {
      if lists.contains(where: \.isEmpty) { return }
      let ofToken = try known[token] ?? Dictionary(uniqueKeysWithValues: store.lists(of: token))
      known[token] = ofToken
      lists.append(ofToken)
    }
    lists.reverse()
    for part in lists[0].keys.sorted() {
      let ofPart = lists.compactMap { $0[part] }
      guard ofPart.count == lists.count else { continue }
      PostingCursor.walk(ofPart) { cursors in cursors.count == 1 ? addAll(cursors[0]) : addPhrase(cursors) }
    }
  }

  private mutating func add(_ article: Int32, count: Int) {
    members.insert(Int(article))
    // Beyond 64 the weight no longer grows noticeably.
    if counted.count <= countedLimit, countedLimit > 0 { counted.append((article, Int32(min(count, 64)))) }
  }

  private mutating func addAll(_ list: PostingCursor) {
    var list = list
    list.advance()
    while list.article < PostingCursor.end {
      if countedLimit > 0, counted.count <= countedLimit {
        add(list.article, count: list.count)
      } else {
        members.insert(Int(list.article))
      }
      list.advance()
    }
  }

  /// Walks through the lists in parallel. In an article that is in all of them, the positions of the token with the
  /// fewest are compared with the others'.
  private mutating func addPhrase(_ lists: UnsafeMutableBufferPointer<PostingCursor>) {
    // The shortest list leads.
    let order = lists.indices.sorted { lists[$0].sizeInBytes < lists[$1].sizeInBytes }
    let (leading, following) = (order[0], Array(order.dropFirst()))
    var positions = PositionBuffer()
    var others = PositionBuffer()
    while true {
      lists[leading].advance()
      var article = lists[leading].article
      var isInAll = false
      while article < PostingCursor.end, !isInAll {
        isInAll = true
        for index in following {
          lists[index].advance(to: article)
          if lists[index].article > article {
            article = lists[index].article
            isInAll = false
            break
          }
        }
        if !isInAll, article < PostingCursor.end {
          lists[leading].advance(to: article)
          article = lists[leading].article
        }
      }
      guard article < PostingCursor.end else { return }
      lists[leading].readPositions(less: Int32(leading), into: &positions)
      for index in following where !positions.isEmpty {
        lists[index].readPositions(less: Int32(index), into: &others)
        positions.formIntersection(others)
      }
      if !positions.isEmpty { add(article, count: positions.count) }
    }
  }
}
