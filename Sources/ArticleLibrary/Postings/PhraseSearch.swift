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
    var lists: [[PostingStore.PartList]] = []
    // The rarest first, so that a search for something absent costs little; the last is usually the longest word.
    lists.append(try isPrefix ? store.lists(ofTokensBeginningWith: last) : store.lists(of: last))
    for (index, token) in tokens.enumerated().dropLast().reversed() {
      if lists.contains(where: { $0.isEmpty }) { return }
      // A phrase may contain a token twice; the lists so far are in the reverse order of the tokens.
      let known = tokens[(index + 1)...].firstIndex(of: token).flatMap { isPrefix && $0 == tokens.count - 1 ? nil : $0 }
      lists.append(try known.map { lists[tokens.count - 1 - $0] } ?? store.lists(of: token))
    }
    lists.reverse()
    for list in lists[0] {
      let ofPart = lists.compactMap { ofToken in ofToken.first { $0.part == list.part }?.bytes }
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

  /// Walks through the lists in parallel. In an article that is in all of them, the places where the phrase begins
  /// according to one token are compared with those of the others.
  private mutating func addPhrase(_ lists: UnsafeMutableBufferPointer<PostingCursor>) {
    // The shortest list leads.
    let order = lists.indices.sorted { lists[$0].sizeInBytes < lists[$1].sizeInBytes }
    let (leading, following, last) = (order[0], Array(order.dropFirst()), order[order.count - 1])
    let between = Array(following.dropLast())
    var starts = PositionSet()
    var others = PositionSet()
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
      starts.insert(lists[leading], less: Int32(leading))
      for index in between {
        others.insert(lists[index], less: Int32(index))
        starts.formIntersection(others)
        others.removeAll()
      }
      let count = starts.count(lists[last], less: Int32(last))
      starts.removeAll()
      if count > 0 { add(article, count: count) }
    }
  }
}
