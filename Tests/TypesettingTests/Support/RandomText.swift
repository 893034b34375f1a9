import SeededRandom
import Typesetting

/// Texts that are made to cause failures.
enum RandomText {
  static let pieces: [String] = [
    "一", "中", "文", "字", "年", "万", "元", "，", "。", "、", "！", "：", "“", "”", "‘", "’", "（", "）", "《", "》", "「", "」",
    "——", "—", "……", "…", "⸺", "～", "·", "/", "／", "-", "–", " ", "  ", "　", "a", "b", "word", "don’t", "1", "23",
    "4.5", "%", "￥", "℃", "https://a.b/c-d?e=f", "www.x.y/z", ".", ",", "!", "?", "(", ")", "[", "]", "\"", "'", "\n",
    "\r\n", "\t", "\u{A0}", "\u{200B}", "\u{2060}", "\u{200D}", "e\u{301}", "\u{301}", "が", "ー", "っ", "〜", "々", "한",
    "글",
    "\u{1112}\u{1161}", "👩\u{200D}👧", "🇨🇳", "🇨", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "👍🏽", "क्ष", "เ", "ก\u{E34}", "א", "-א",
    "\u{0600}", "漢\u{E0100}", "\u{AD}", "\u{2028}", "𠀀", "ﾞ", "＂", "℃",
    "@", "#", "＃", "ㄓ", "ㄨ", "ˋ", "˙", "５", "美元", "小时", " km", " GB", "No.", "J.", "第", "++", "10：30", "…。", "”，", "：“",
  ]

  /// Mostly Han, like articles; every piece in turn.
  static func text(pieces count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    let hanShare = Int.random(in: 0...8, using: &generator)
    for _ in 0..<count {
      if Int.random(in: 0..<10, using: &generator) < hanShare {
        text.unicodeScalars.append(Unicode.Scalar(UInt16.random(in: 0x4E00...0x9FFF, using: &generator)) ?? "一")
      } else {
        text += pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }

  /// Any assigned or unassigned scalars.
  static func anyUnicode(scalars count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    while text.unicodeScalars.count < count {
      let bound: UInt32 = [0x80, 0x3000, 0x10000, 0x20000, 0x110000].randomElement(using: &generator) ?? 0x80
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<bound, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  static func options(using generator: inout SeededGenerator) -> LayoutOptions {
    var options = LayoutOptions(measureInCells: Int.random(in: 2...90, using: &generator))
    options.prohibition = ProhibitionLevel.allCases.randomElement(using: &generator) ?? .gb
    options.hanging = HangingPunctuation.allCases.randomElement(using: &generator) ?? .none
    options.ambiguousWidth = AmbiguousWidth.allCases.randomElement(using: &generator) ?? .narrow
    options.firstLineIndentInCells = [0, 4].randomElement(using: &generator) ?? 0
    options.restIndentInCells = [0, 0, 3].randomElement(using: &generator) ?? 0
    options.spacesHanAndLatin = Bool.random(using: &generator)
    options.justifies = Bool.random(using: &generator)
    options.avoidsShortLastLine = Bool.random(using: &generator)
    options.stripsPadding = Bool.random(using: &generator)
    options.keepsEvenTypeArea = Bool.random(using: &generator)
    options.padsNarrowMarks = Bool.random(using: &generator)
    options.squeezesAdjacentMarks = Bool.random(using: &generator)
    options.fillsGently = Bool.random(using: &generator)
    options.indentsSegments = Bool.random(using: &generator)
    options.balancesLines = Int.random(in: 0..<5, using: &generator) == 0
    return options
  }
}
