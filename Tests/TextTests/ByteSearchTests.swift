import Testing

@testable import Text

/// A substring is found where a naive search finds it, however long the text is.
@Suite struct ByteSearchTests {
  /// Bytes of a small alphabet, so that substrings repeat: a linear congruential generator (Knuth's MMIX).
  private static func bytes(count: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(ascii: "a") + UInt8(state >> 33 & 3)
    }
  }

  private static func firstOffset(of piece: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= piece.count else { return nil }
    return (0...text.count - piece.count).first { text[$0..<$0 + piece.count].elementsEqual(piece) }
  }

  @Test(arguments: [0, 3, 40, 1_023, 1_024, 1_025, 6_000])
  func aPatternIsFoundInShortAndLongTexts(length: Int) {
    let text = Self.bytes(count: length, seed: UInt64(length) + 7)
    for pieceLength in [1, 2, 3, 4, 5, 9, 12, 30] {
      for seed in 0..<8 as Range<UInt64> {
        let piece = Self.bytes(count: pieceLength, seed: seed &* 977 + UInt64(pieceLength))
        let found = text.withUnsafeBufferPointer { text in
          piece.withUnsafeBufferPointer { ByteSearch.offset(of: $0, in: text) }
        }
        #expect(found == Self.firstOffset(of: piece, in: text))
      }
    }
  }

  @Test func aPatternIsFoundAtBothEndsOfALongText() {
    let filling = [UInt8](repeating: 0x2E, count: 4_000)
    for text in [Array("[end]".utf8) + filling, filling + Array("[end]".utf8)] {
      text.withUnsafeBufferPointer { #expect(ByteSearch.holds($0, "[end]")) }
    }
    filling.withUnsafeBufferPointer { #expect(!ByteSearch.holds($0, "[end]")) }
  }

  @Test func aByteIsFoundWithinARange() {
    let text = Array("a=1>b".utf8)
    text.withUnsafeBufferPointer { text in
      #expect(ByteSearch.offset(of: 0x3E, in: text, 0..<5) == 3)
      // The end of the range if there is none.
      #expect(ByteSearch.offset(of: 0x3E, in: text, 0..<3) == 3)
      #expect(ByteSearch.offset(of: 0x61, in: text, 1..<5) == 5)
      #expect(ByteSearch.offset(of: 0x61, in: text, 2..<2) == 2)
    }
  }

  @Test func aSetContainsExactlyItsCharacters() {
    let set = ScalarSet("第页0：")
    for scalar in "第页0：".unicodeScalars { #expect(set.contains(scalar)) }
    for scalar in "頁1:😀".unicodeScalars { #expect(!set.contains(scalar)) }
  }
}
