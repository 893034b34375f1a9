import Testing

@testable import Text

@Suite struct HanTests {
  /// One character of each block: its first or last assigned one.
  @Test(
    arguments: [
      "一", "龥", "\u{9FFF}", "㐀", "\u{4DBF}", "豈", "\u{FAD9}", "\u{20000}", "𠮷", "\u{2A700}", "\u{2B740}", "\u{2B820}",
      "\u{2CEB0}", "\u{2EBF0}", "\u{2F800}", "\u{30000}", "\u{31350}", "\u{323AF}", "〇", "々",
    ] as [Unicode.Scalar])
  func ideographsOfEveryBlockAreHan(scalar: Unicode.Scalar) { #expect(scalar.isHan) }

  @Test(
    arguments: [
      "あ", "カ", "ー", "한", "ㄅ", "A", "７", "。", "·", "\u{3000}", "〆", "〡", "⺀", "⼀", "㇀", "㊀", "\u{2FFFE}", "\u{3FFFF}",
      "\u{E000}",
    ] as [Unicode.Scalar])
  func kanaRadicalsNumeralsAndMarksAreNotHan(scalar: Unicode.Scalar) { #expect(!scalar.isHan) }
}
