/// A hash table whose keys are already 64-bit hashes: open addressing with linear probing, without a second hash.
struct KeyTable<Value> {
  private var keys: [UInt64]
  private(set) var values: [Value]
  private let mask: Int
  private var count = 0
  private let empty: Value

  /// - Parameters:
  ///   - capacity: The most keys that will be added.
  ///   - empty: The value of a key that has not been set.
  init(capacity: Int, empty: Value) {
    var slotCount = 8
    while slotCount < capacity * 2 { slotCount *= 2 }
    keys = [UInt64](repeating: 0, count: slotCount)
    values = [Value](repeating: empty, count: slotCount)
    mask = slotCount - 1
    self.empty = empty
  }

  /// The slot of a key, or a free one for it. 0 marks free slots, so that key is stored as another.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  @inline(__always)
  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  @inline(__always)
  subscript(key: UInt64) -> Value {
    get { values[slot(of: Self.stored(key))] }
    set {
      let key = Self.stored(key)
      let slot = slot(of: key)
      if keys[slot] == 0 {
        count += 1
        precondition(count * 2 <= keys.count, "more keys than a table was made for")
        keys[slot] = key
      }
      values[slot] = newValue
    }
  }
}

extension KeyTable {
  /// The value of a tree node. Keys 0 and 1 share a slot, so node numbers begin at 2.
  subscript(node node: Int32) -> Value {
    get { self[UInt64(truncatingIfNeeded: node) &+ 2] }
    set { self[UInt64(truncatingIfNeeded: node) &+ 2] = newValue }
  }
}

extension KeyTable: Sendable where Value: Sendable {}
