import Foundation
import Testing

@testable import ArticleLibrary

@Suite struct TextFoldingTests {
  private func folded(_ text: String) -> String {
    String(decoding: TextFolding.fold(text), as: UTF8.self).replacing("\u{1}", with: "|")
  }

  @Test(arguments: [
    ("氣候變化", "气候变化"), ("臺灣", "台湾"), ("颱風", "台风"), ("裏面", "里面"), ("羣眾", "群众"), ("妳", "你"), ("峯", "峰"),
    ("ＡＩ　２０２３", "ai 2023"), ("Café Zürich Straße", "cafe zurich strasse"), ("Ｉｐｈｏｎｅ", "iphone"), ("Łódź", "lodz"),
    ("\u{FA0A}", "见"), ("cafe\u{301}", "cafe"), ("МОСКВА", "москва"),
    ("CO₂", "co2"), ("10⁶", "106"), ("mc²", "mc2"), ("1ˢᵗ", "1st"), ("2⁻³", "2|3"), ("Nᵝ", "nβ"),
    ("ｶﾞｲﾄﾞ", "ガイド"), ("ﾊﾟﾋﾞﾌﾟ", "パビプ"), ("ｳﾞｨ", "ヴィ"), ("カ\u{3099}", "ガ"), ("は\u{309A}", "ぱ"), ("ｱﾞ", "ア"), ("ｻｰﾊﾞｰ", "サーバー"),
  ])
  func variantsFoldToTheSameForm(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test(arguments: [
    ("气候，变化", "气候|变化"), ("气候 变化", "气候|变化"), ("AI 技术", "ai技术"), ("AI，技术", "ai|技术"), ("John Kerry", "john kerry"),
    ("John, Kerry", "john|kerry"), ("气候\n变化", "气候|变化"), ("。气候。", "气候"), ("气\u{200B}候", "气候"), ("3.14", "3|14"),
    ("", ""),
    ("！？", ""),
  ])
  func punctuationSeparatesAndSpaceIsIgnoredBetweenHan(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func offsetsMapBackToTheText() {
    var folding = TextFolding(recordingOffsets: true)
    let text = "“Ａ氣”候"
    folding.append(text)
    #expect(String(decoding: folding.folded, as: UTF8.self) == "a气\u{1}候")
    let utf8 = Array(text.utf8)
    for (place, expected) in [(0, "Ａ"), (1, "氣"), (5, "候")] {
      let offset = Int(folding.sourceOffsets[place])
      #expect(utf8[offset...].starts(with: expected.utf8))
    }
  }

  /// Runs of Han are copied, whatever is before and after them; offsets continue through them.
  @Test(arguments: ["氣候变化，AI技术 台灣人3.14个", "一二三", "变化 变化", "A变化B", "㐀鿿\u{20000}的\u{FA0A}们", "的\u{200B}的，，的"])
  func foldingAtOnceAndByScalarsIsTheSame(_ text: String) {
    var whole = TextFolding(recordingOffsets: true)
    whole.append(text)
    var parts = TextFolding(recordingOffsets: true)
    var offsets: [Int32] = []
    var start: Int32 = 0
    for scalar in text.unicodeScalars {
      parts.append(String(Character(scalar)))
      offsets += repeatElement(start, count: parts.folded.count - offsets.count)
      start += Int32(UTF8.width(scalar))
    }
    #expect(whole.folded == parts.folded)
    #expect(whole.sourceOffsets == offsets)
  }

  /// Every character's folded form is its own folded form.
  @Test func foldingIsIdempotent() {
    for code in [0xC0..<0x250, 0x1E00..<0x1F00, 0x2E80..<0x2FE0, 0x3400..<0xA000, 0xF900..<0xFB00, 0x2F800..<0x2FA20]
      .joined()
    {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      let once = TextFolding.fold(String(Character(scalar)))
      #expect(TextFolding.fold(String(decoding: once, as: UTF8.self)) == once, "U+\(String(code, radix: 16))")
    }
  }

  @Test func invalidUTF8Separates() {
    var folding = TextFolding()
    let bytes = Array("气".utf8) + [0xFF, 0xE6] + Array("候".utf8)
    bytes.withUnsafeBufferPointer { folding.append($0) }
    #expect(folding.folded == Array("气\u{1}候".utf8))
  }

  @Test func tablesAreUpToDateWithTheirGenerator() throws {
    let data = "/usr/share/unicode/UnicodeData.txt"
    guard FileManager.default.fileExists(atPath: data) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", packageRoot + "/Scripts/generate-han-tables", "--check"]
    guard FileManager.default.fileExists(atPath: packageRoot + "/Scripts/generate-han-tables") else { return }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}

@Suite struct SpellingTests {
  @Test(arguments: [
    ("qihou", "气候"), ("qh", "气候"), ("zhongqing", "重庆"), ("chongqing", "重庆"), ("cq", "重庆"), ("zq", "重庆"), ("xian", "西安"),
    ("xi'an", "西安"), ("nv", "女"), ("rmzf", "人民政府"), ("renminzhe", "人民政府"), ("lüse", "绿色"), ("yinhang", "银行"),
  ])
  func everyReadingSpellsAWord(_ letters: String, _ word: String) {
    #expect(Spelling.shared.spells(letters.replacing("'", with: "").replacing("ü", with: "v"), startOf: word))
    #expect(!Spelling.shared.phrases(for: letters).isEmpty)
  }

  @Test(arguments: ["q", "qihou7", "气候", ""])
  func otherLettersHaveNoPinyinPhrases(_ word: String) {
    #expect(Spelling.shared.phrases(for: word).isEmpty)
  }
}
