/// A set of small non-negative integers, such as the articles that contain a word.
struct BitSet: Sendable, Equatable {
  private(set) var words: [UInt64]
  /// Numbers are below this.
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
  }

  /// All numbers below the capacity.
  init(filledTo capacity: Int) {
    self.capacity = capacity
    words = [UInt64](repeating: ~0, count: (capacity + 63) / 64)
    clearUnusedBits()
  }

  /// The bits of the last word that are beyond the capacity stay 0, so that they are not counted.
  private mutating func clearUnusedBits() {
    if capacity & 63 != 0 { words[words.count - 1] &= (1 << UInt64(capacity & 63)) - 1 }
  }

  init(capacity: Int, where isMember: (Int) -> Bool) {
    self.init(capacity: capacity)
    for number in 0..<capacity where isMember(number) { words[number >> 6] |= 1 << UInt64(number & 63) }
  }

  @inline(__always)
  func contains(_ number: Int) -> Bool {
    number < capacity && number >= 0 && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// Numbers beyond the capacity are ignored.
  @inline(__always)
  mutating func insert(_ number: Int) {
    if number >= 0, number < capacity { words[number >> 6] |= 1 << UInt64(number & 63) }
  }

  @inline(__always)
  mutating func remove(_ number: Int) {
    if number >= 0, number < capacity { words[number >> 6] &= ~(1 << UInt64(number & 63)) }
  }

  mutating func formIntersection(_ other: BitSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  /// Numbers beyond this set's capacity are ignored.
  mutating func formUnion(_ other: BitSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
    clearUnusedBits()
  }

  mutating func subtract(_ other: BitSet) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Calls `body` with each member, in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}
