import Text

/// Finds many phrases in a text in one pass over it.
///
/// A phrase is looked up by its first two bytes, and also by the third if they begin a Han character; every phrase has
/// at least two.
struct PhraseTable: Sendable {
  struct Match {
    var payload: Int
    /// Where the phrase begins, in bytes.
    var start: Int
    /// In bytes.
    var length: Int
  }

  private struct Phrase {
    /// Where the phrase is in `text`.
    var start: Int32
    var count: Int32
    var payload: Int
    /// The next phrase of the same slot; -1 ends the chain.
    var next: Int16
  }

  /// The bytes of all phrases.
  private var text: [UInt8] = []
  private var phrases: [Phrase] = []
  /// In bytes.
  var longest: Int { Int(phrases.last?.count ?? 0) }
  /// Indices in `phrases` by the hash of the first bytes, longest phrase first; -1 for none.
  private var heads: [Int16]
  /// Whether any phrase begins with a byte; most bytes of an address do not begin one.
  private var isFirst = [Bool](repeating: false, count: 256)
  /// One bit for the hash of each phrase, with more bits than there are slots: most Chinese characters do not begin a
  /// phrase.
  private var filter = [UInt64](repeating: 0, count: filterSize / 64)

  private static let slotCount = 1024
  private static let filterSize = 4096

  /// - Parameter entries: Phrases and their payloads. Of two phrases that match at the same place the longer one wins.
  init(_ entries: [(String, Int)]) {
    heads = [Int16](repeating: -1, count: Self.slotCount)
    for (phrase, payload) in entries.sorted(by: { $0.0.utf8.count < $1.0.utf8.count }) {
      phrase.withBytes { add($0, payload) }
    }
  }

  /// - Parameter table: A table of the vocabulary.
  init(_ table: StaticString) {
    heads = [Int16](repeating: -1, count: Self.slotCount)
    Vocabulary.forEach(in: table) { payload, phrase in add(phrase, payload) }
  }

  /// Adds a phrase that is no shorter than those before it, to be compared first.
  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ payload: Int) {
    guard bytes.count >= 2 else { return }
    let hash = Self.hash(bytes, at: 0)
    let slot = Self.slot(hash)
    filter[Self.filterBit(hash) >> 6] |= 1 << UInt64(Self.filterBit(hash) & 63)
    isFirst[Int(bytes[0])] = true
    phrases.append(Phrase(start: Int32(text.count), count: Int32(bytes.count), payload: payload, next: heads[slot]))
    text += bytes
    heads[slot] = Int16(phrases.count - 1)
  }

  /// By the first two bytes, so that phrases of two bytes are included.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    let pair = UInt32(bytes[index]) << 8 | UInt32(bytes[index &+ 1])
    let third = bytes[index] >= 0xE0 && index &+ 2 < bytes.count ? UInt32(bytes[index &+ 2]) : 0
    return (pair << 8 | third) &* 0x9E37_79B1
  }

  /// The upper ten bits of a hash, and the upper twelve.
  @inline(__always)
  private static func slot(_ hash: UInt32) -> Int { Int(hash >> 22) }
  @inline(__always)
  private static func filterBit(_ hash: UInt32) -> Int { Int(hash >> 20) }

  /// The longest phrase that starts at an offset.
  func match(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Match? {
    guard index + 2 <= bytes.count, isFirst[Int(bytes[index])] else { return nil }
    let head = heads[Self.slot(Self.hash(bytes, at: index))]
    return head < 0 ? nil : match(in: bytes, at: index, from: head)
  }

  private func match(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, from head: Int16) -> Match? {
    text.withUnsafeBufferPointer { text in
      var candidate = head
      while candidate >= 0 {
        let phrase = phrases[Int(candidate)]
        let count = Int(phrase.count)
        if index + count <= bytes.count {
          var offset = 0
          while offset < count, bytes[index &+ offset] == text[Int(phrase.start) &+ offset] { offset &+= 1 }
          if offset == count { return Match(payload: phrase.payload, start: index, length: count) }
        }
        candidate = phrase.next
      }
      return nil
    }
  }

  /// Whether a text is one of the phrases.
  func isPhrase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { match(in: bytes, at: 0)?.length == bytes.count }

  /// The length of the longest phrase that a text ends with.
  func closingLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = max(0, bytes.count - longest)
    while start < bytes.count {
      if match(in: bytes, at: start)?.length == bytes.count - start { return bytes.count - start }
      start += 1
    }
    return nil
  }

  /// Visits every place where a phrase starts, until the closure returns `false`.
  @inline(__always)
  func forEachMatch(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Bool) {
    filter.withUnsafeBufferPointer { filter in
      isFirst.withUnsafeBufferPointer { isFirst in
        var index = 0
        while index &+ 2 <= bytes.count {
          let first = bytes[index]
          if isFirst[Int(first)] {
            let hash = Self.hash(bytes, at: index)
            let bit = Self.filterBit(hash)
            if filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0, case let head = heads[Self.slot(hash)], head >= 0,
              let match = match(in: bytes, at: index, from: head), !body(match)
            {
              return
            }
          }
          index &+= first &- 0xE0 < 0x10 ? 3 : 1
        }
      }
    }
  }

  /// Whether any phrase is in a text.
  func holdsAny(in text: String) -> Bool { text.withBytes { holdsAny(in: $0) } }

  func holdsAny(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    forEachMatch(in: bytes) { _ in
      found = true
      return false
    }
    return found
  }
}
