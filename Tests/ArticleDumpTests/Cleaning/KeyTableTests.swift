import Testing

@testable import ArticleDump

@Suite struct KeyTableTests {
  @Test func collidingKeysKeepTheirValues() {
    var table = KeyTable<Int>(capacity: 300, empty: -1)
    // All hash to one slot; 0, which marks free slots internally, is a key like any other.
    let keys = (0..<300).map { UInt64($0) << 20 }
    for (value, key) in keys.enumerated() { table[key] = value }
    for (value, key) in keys.enumerated() { #expect(table[key] == value) }
    table[keys[7]] += 1_000
    #expect(table[keys[7]] == 1_007)
    #expect(table[5] == -1)
  }
}
