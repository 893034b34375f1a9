import Testing

@testable import ArticleDump

@Suite struct KeyTableTests {
  @Test func keysKeepTheirValuesHoweverTheyCollide() {
    var table = KeyTable<Int>(capacity: 300, empty: -1)
    // All begin at one slot; 0 marks free slots inside, and is a key like any other outside.
    let keys = (0..<300).map { UInt64($0) << 20 }
    for (value, key) in keys.enumerated() { table[key] = value }
    for (value, key) in keys.enumerated() { #expect(table[key] == value) }
    table[keys[7]] += 1_000
    #expect(table[keys[7]] == 1_007)
    #expect(table[5] == -1)
  }
}
