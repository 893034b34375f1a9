import Glibc
import Text

/// Inverts articles in memory: the texts of one transaction go in, the lists of their tokens come out.
///
/// Lists are kept in memory of their own instead of arrays: for each token of a text, an array would have to be checked
/// for another owner, and its header would be one more place in memory that is not in the cache.
struct PostingBuffer: ~Copyable {
  private struct Term {
    var bytes = ByteList()
    /// The last article whose entry was begun in `bytes`.
    var lastArticle: Int32 = 0
    /// The article that is being added, the token's last position in it, and how often it has occurred.
    var article: Int32 = 0
    var position: Int32 = -1
    var count: Int32 = 0

    /// The gap and two positions, of at most five bytes each.
    private static let mostBytesAtOnce: Int32 = 15

    @inline(__always)
    mutating func add(_ article: Int32, _ position: Int32) {
      if article != self.article {
        finish()
        self.article = article
        self.position = position
        count = 1
        return
      }
      bytes.reserve(Self.mostBytesAtOnce)
      if count == 1 {
        begin(isSingle: false)
        bytes.append(UInt32(bitPattern: self.position &+ 1))
      }
      bytes.append(UInt32(bitPattern: position &- self.position))
      self.position = position
      count = 2
    }

    @inline(__always)
    private mutating func begin(isSingle: Bool) {
      bytes.append(UInt32(bitPattern: article &- lastArticle) << 1 | (isSingle ? 1 : 0))
      lastArticle = article
    }

    @inline(__always)
    mutating func finish() {
      bytes.reserve(Self.mostBytesAtOnce)
      if count == 1 {
        begin(isSingle: true)
        bytes.append(UInt32(bitPattern: position &+ 1))
      } else if count > 1 {
        bytes.append(byte: 0)
      }
      count = 0
    }
  }

  /// Characters of three bytes in UTF-8, from U+3000 on: nearly all that occur.
  private static let nearCharacters: Range<UInt32> = 0x3000..<0x1_0000

  private var terms: [Term] = [Term()]
  /// For each of `nearCharacters` the index of its term; 0 for none yet.
  private var characters = [Int32](repeating: 0, count: nearCharacters.count)
  private var words = WordTable()
  /// The terms of the article that is being added, by position.
  private var tokens: [Int32] = []
  private(set) var articleCount = 0

  var isEmpty: Bool { articleCount == 0 }

  /// Adds an article, whose number is higher than all before.
  mutating func add(_ article: Int32, _ folded: [UInt8]) {
    articleCount += 1
    // No token is shorter than a byte.
    if tokens.count < folded.count { tokens = [Int32](repeating: 0, count: 2 * folded.count) }
    // Numbers first, then lists: no term is added while they are written.
    let count = readTokens(folded)
    terms.withUnsafeMutableBufferPointer { terms in
      tokens.withUnsafeBufferPointer { tokens in
        for position in 0..<count {
          terms[Int(tokens[position])].add(article, Int32(truncatingIfNeeded: position))
        }
      }
    }
  }

  /// Writes the term of each token into `tokens`, and returns how many tokens there are.
  private mutating func readTokens(_ folded: [UInt8]) -> Int {
    // Out of `self`, which is changed meanwhile.
    var tokens: [Int32] = []
    swap(&tokens, &self.tokens)
    defer { swap(&tokens, &self.tokens) }
    return folded.withUnsafeBufferPointer { text in
      tokens.withUnsafeMutableBufferPointer { tokens in
        var count = 0
        var reader = FoldedTokens(text)
        while let token = reader.next() {
          tokens[count] = Int32(truncatingIfNeeded: term(of: token, in: text))
          count &+= 1
        }
        return count
      }
    }
  }

  @inline(__always)
  private mutating func term(of token: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let start = token.lowerBound
    if token.count == 3, TextFolding.beginsCharacter(text[start]) {
      let scalar =
        UInt32(text[start] & 0x0F) << 12 | UInt32(text[start + 1] & 0x3F) << 6 | UInt32(text[start + 2] & 0x3F)
      if Self.nearCharacters.contains(scalar) {
        let index = Int(scalar - Self.nearCharacters.lowerBound)
        if characters[index] == 0 {
          characters[index] = Int32(terms.count)
          terms.append(Term())
        }
        return Int(characters[index])
      }
    }
    let number = words.number(of: UnsafeBufferPointer(rebasing: text[token]), next: terms.count)
    if number == terms.count { terms.append(Term()) }
    return number
  }

  deinit {
    for term in terms { term.bytes.free() }
  }

  /// The lists, sorted by the bytes of their tokens; the buffer is empty afterwards.
  mutating func removeAll() -> [(token: [UInt8], list: [UInt8])] {
    var lists: [(token: [UInt8], list: [UInt8])] = []
    lists.reserveCapacity(terms.count)
    func add(_ token: [UInt8], _ number: Int) {
      terms[number].finish()
      lists.append((token, terms[number].bytes.array))
      terms[number].bytes.free()
      terms[number].bytes = ByteList()
    }
    // Words, and characters of four bytes; in UTF-8's order these come after all of three bytes.
    for (word, number) in words.sorted() { add(word, number) }
    let beyond = lists.firstIndex { $0.token[0] >= 0xF0 } ?? lists.count
    let rare = lists[beyond...]
    lists.removeSubrange(beyond...)
    for (index, number) in characters.enumerated() where number > 0 {
      let scalar = Self.nearCharacters.lowerBound + UInt32(index)
      add(
        [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)], Int(number))
    }
    self = PostingBuffer()
    return lists + rare
  }
}

/// Numbers of words, by their bytes: a hash table with open addressing; one array holds the letters of all words.
private struct WordTable {
  private var hashes = [UInt64](repeating: 0, count: 1 << 12)
  /// The index of a word in `entries`, from 1; 0 for none.
  private var slots = [Int32](repeating: 0, count: 1 << 12)
  private var entries: [(start: Int32, end: Int32, number: Int32)] = []
  private var bytes: [UInt8] = []

  /// The number of a word, which is `next` for a new one.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, next: Int) -> Int {
    let hash = StableHash.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if hashes[slot] == hash {
        let entry = entries[Int(slots[slot]) - 1]
        if isWord(word, at: Int(entry.start)..<Int(entry.end)) { return Int(entry.number) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = Int32(bytes.count)
    bytes += word
    entries.append((start, Int32(bytes.count), Int32(next)))
    slots[slot] = Int32(entries.count)
    hashes[slot] = hash
    if entries.count * 2 > slots.count { grow() }
    return next
  }

  private func isWord(_ word: UnsafeBufferPointer<UInt8>, at range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard range.count == word.count, let known = bytes.baseAddress, let given = word.baseAddress else {
        return range.count == word.count
      }
      return memcmp(known + range.lowerBound, given, word.count) == 0
    }
  }

  private mutating func grow() {
    let former = zip(slots, hashes).filter { $0.0 != 0 }
    slots = [Int32](repeating: 0, count: slots.count * 2)
    hashes = [UInt64](repeating: 0, count: slots.count)
    for (position, hash) in former {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = position
      hashes[slot] = hash
    }
  }

  func sorted() -> [(word: [UInt8], number: Int)] {
    entries.map { (Array(bytes[Int($0.start)..<Int($0.end)]), Int($0.number)) }
      .sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }
}

/// Bytes that grow, in memory that its owner frees.
private struct ByteList {
  private var start: UnsafeMutablePointer<UInt8>?
  private var count: Int32 = 0
  private var capacity: Int32 = 0

  var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: Int(count))) }

  /// Makes room for as many more bytes.
  @inline(__always)
  mutating func reserve(_ room: Int32) { if capacity &- count < room { grow(room) } }

  @inline(never)
  private mutating func grow(_ room: Int32) {
    capacity = max(2 * capacity, capacity + room)
    start = realloc(start, Int(capacity))?.assumingMemoryBound(to: UInt8.self)
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  mutating func append(byte: UInt8) {
    guard let start else { preconditionFailure("no memory") }
    start[Int(count)] = byte
    count &+= 1
  }

  /// Adds a number as in a `PostingList`; there is room for it.
  @inline(__always)
  mutating func append(_ value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      append(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(byte: UInt8(truncatingIfNeeded: rest))
  }

  /// Frees the memory; the list must not be used any more.
  func free() { Glibc.free(start) }
}
