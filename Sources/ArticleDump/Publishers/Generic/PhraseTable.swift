/// Finds any of many phrases in a text in one pass over it.
///
/// A phrase is looked up by its first three bytes, a whole Han character; every phrase has at least two.
struct PhraseTable: Sendable {
  struct Match {
    var payload: Int
    /// In bytes.
    var length: Int
  }

  private var phrases: [(bytes: [UInt8], payload: Int)]
  /// Places in `phrases` by the hash of the first bytes, longest phrase first; -1 ends a chain.
  private var heads: [Int16]
  private var next: [Int16]

  /// - Parameter entries: Phrases and what they stand for; of two that match at one place the longer wins.
  init(_ entries: [(String, Int)]) {
    phrases = entries.map { (Array($0.0.utf8), $0.1) }.filter { $0.bytes.count >= 2 }
      .sorted { $0.bytes.count < $1.bytes.count }
    heads = [Int16](repeating: -1, count: 1024)
    next = [Int16](repeating: -1, count: phrases.count)
    for (index, phrase) in phrases.enumerated() {
      let slot = phrase.bytes.withUnsafeBufferPointer { Self.slot($0, at: 0) }
      next[index] = heads[slot]
      heads[slot] = Int16(truncatingIfNeeded: index)
    }
  }

  /// By the first two bytes, so that phrases of two have a place too.
  @inline(__always)
  private static func slot(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let pair = UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
    let third = bytes[index] >= 0xE0 && index + 2 < bytes.count ? UInt32(bytes[index + 2]) : 0
    return Int(((pair << 8 | third) &* 0x9E37_79B1) >> 22)
  }

  /// The longest phrase that starts at an offset.
  func match(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Match? {
    guard index + 2 <= bytes.count else { return nil }
    var candidate = heads[Self.slot(bytes, at: index)]
    while candidate >= 0 {
      let phrase = phrases[Int(candidate)]
      if index + phrase.bytes.count <= bytes.count, Self.equal(bytes, index, phrase.bytes) {
        return Match(payload: phrase.payload, length: phrase.bytes.count)
      }
      candidate = next[Int(candidate)]
    }
    return nil
  }

  /// Calls for every place where a phrase starts, until the answer is false.
  func forEachMatch(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Bool) {
    var index = 0
    while index + 2 <= bytes.count {
      if bytes[index] & 0xC0 != 0x80, let match = match(in: bytes, at: index), !body(match) { return }
      index += 1
    }
  }

  /// Whether any phrase stands in a text.
  func holdsAny(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var found = false
      forEachMatch(in: bytes) { _ in
        found = true
        return false
      }
      return found
    }
  }

  @inline(__always)
  private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ phrase: [UInt8]) -> Bool {
    for offset in 0..<phrase.count where bytes[index + offset] != phrase[offset] { return false }
    return true
  }
}
