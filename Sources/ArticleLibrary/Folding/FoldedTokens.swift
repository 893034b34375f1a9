/// The tokens of folded text (see `TextFolding`): each character, each word, each barrier.
struct FoldedTokens: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The bytes of the next token.
  @inline(__always)
  mutating func next() -> Range<Int>? {
    while index < text.count, text[index] == TextFolding.wordSpace { index += 1 }
    guard index < text.count else { return nil }
    let start = index
    index = Self.endOfToken(in: text, at: index)
    return start..<index
  }

  @inline(__always)
  static func endOfToken(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte == TextFolding.barrier { return index + 1 }
    if TextFolding.beginsCharacter(byte) { return Swift.min(text.count, index + (byte >= 0xF0 ? 4 : 3)) }
    var end = index + 1
    while end < text.count, text[end] > 0x20, !TextFolding.beginsCharacter(text[end]) { end += 1 }
    return end
  }

  /// The tokens of a text, each separately.
  static func all(of text: [UInt8]) -> [[UInt8]] {
    text.withUnsafeBufferPointer { buffer in FoldedTokens(buffer).map { Array(buffer[$0]) } }
  }
}
