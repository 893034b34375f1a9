import Testing

@testable import Text

/// Hashes that are stored: if their values changed, indexes, stars and caches of former versions would not be
/// recognized.
@Suite struct HashTests {
  /// Source: RFC 9923, appendix C.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func fnv1aHashesHaveThePublishedValues(text: String, hash: UInt64) { #expect(FNV1a.hash(text.utf8) == hash) }

  @Test func numbersAreHashedAsLittleEndianBytes() {
    var number = FNV1a()
    number.add(number: Int32(-2))
    #expect(number.value == FNV1a.hash([0xFE, 0xFF, 0xFF, 0xFF]))
    var small = FNV1a()
    small.add(number: UInt16(0x0102))
    #expect(small.value == FNV1a.hash([0x02, 0x01]))
  }

  @Test func capitalsAreHashedAsLowerCase() {
    var hash = FNV1a()
    hash.add(lowercasing: "Data-Src月[".utf8)
    #expect(hash.value == FNV1a.hash("data-src月[".utf8))
  }

  /// Computed with another implementation.
  @Test(
    arguments: [
      ("", 0x604120eb9f2b256e), ("yuelan", 0x70097ea33acb100f), ("https://example.org/月亮", 0xdc67e509620d29f),
    ] as [(String, UInt64)])
  func theStableHashMatchesExistingIndexes(text: String, hash: UInt64) { #expect(StableHash.hash(text) == hash) }

  @Test func eightBytesAreHashedAsOneNumber() {
    var words = StableHash()
    words.combine(0x6162_6364_6566_6768)
    words.combine(0)
    words.combine(8)
    #expect(words.value == StableHash.hash("abcdefgh"))
  }
}
