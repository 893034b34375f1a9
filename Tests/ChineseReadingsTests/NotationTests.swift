import ChineseReadings
import Testing

struct NotationTests {
  @Test(arguments: [
    ("hang2", "háng", "ㄏㄤˊ"), ("lv4", "lǜ", "ㄌㄩˋ"), ("nve4", "nüè", "ㄋㄩㄝˋ"), ("ju2", "jú", "ㄐㄩˊ"),
    ("xue2", "xué", "ㄒㄩㄝˊ"),
    ("quan1", "quān", "ㄑㄩㄢ"), ("jun1", "jūn", "ㄐㄩㄣ"), ("yu3", "yǔ", "ㄩˇ"), ("yue4", "yuè", "ㄩㄝˋ"),
    ("yuan2", "yuán", "ㄩㄢˊ"), ("yun4", "yùn", "ㄩㄣˋ"), ("yi1", "yī", "ㄧ"), ("ya2", "yá", "ㄧㄚˊ"), ("you3", "yǒu", "ㄧㄡˇ"),
    ("yan2", "yán", "ㄧㄢˊ"), ("ying1", "yīng", "ㄧㄥ"), ("yong4", "yòng", "ㄩㄥˋ"), ("wu3", "wǔ", "ㄨˇ"),
    ("wo3", "wǒ", "ㄨㄛˇ"),
    ("wei4", "wèi", "ㄨㄟˋ"), ("wen2", "wén", "ㄨㄣˊ"), ("weng1", "wēng", "ㄨㄥ"), ("liu2", "liú", "ㄌㄧㄡˊ"),
    ("gui4", "guì", "ㄍㄨㄟˋ"),
    ("lun2", "lún", "ㄌㄨㄣˊ"), ("zhong1", "zhōng", "ㄓㄨㄥ"), ("xiong2", "xióng", "ㄒㄩㄥˊ"), ("zhi1", "zhī", "ㄓ"),
    ("si4", "sì", "ㄙˋ"),
    ("ri4", "rì", "ㄖˋ"), ("bo2", "bó", "ㄅㄛˊ"), ("zhuang4", "zhuàng", "ㄓㄨㄤˋ"), ("er2", "ér", "ㄦˊ"), ("r", "r", "ㄦ"),
    ("de5", "de", "˙ㄉㄜ"),
    ("ou3", "ǒu", "ㄡˇ"), ("shei2", "shéi", "ㄕㄟˊ"), ("ng4", "ǹg", "ㄫˋ"), ("kuai4", "kuài", "ㄎㄨㄞˋ"),
    ("jie3", "jiě", "ㄐㄧㄝˇ"),
  ])
  func pinyinAndZhuyinFollowTheirRules(numbered: String, pinyin: String, zhuyin: String) {
    let syllable = Syllable(numbered: numbered)
    #expect(PhoneticNotation.pinyin.text(of: syllable) == pinyin)
    #expect(PhoneticNotation.zhuyin.text(of: syllable) == zhuyin)
  }

  @Test func tonesAreDigitsWhereMarksCannotBeShown() {
    #expect(PhoneticNotation.pinyin.text(of: Syllable(numbered: "hang2"), marksTones: false) == "hang2")
    #expect(PhoneticNotation.pinyin.text(of: Syllable(numbered: "lv4"), marksTones: false) == "lü4")
    #expect(PhoneticNotation.pinyin.text(of: Syllable(numbered: "de5"), marksTones: false) == "de")
    #expect(PhoneticNotation.zhuyin.text(of: Syllable(numbered: "de5"), marksTones: false) == "ㄉㄜ5")
    #expect(PhoneticNotation.zhuyin.text(of: Syllable(numbered: "shan1"), marksTones: false) == "ㄕㄢ")
  }

  @Test func everySyllableOfTheTablesHasBothForms() {
    var seen: Set<Syllable> = []
    for code in UInt32(0x3400)...0x9FFF {
      guard let scalar = Unicode.Scalar(code), let reading = String(Character(scalar)).chineseReadings().first else {
        continue
      }
      seen.insert(reading.syllable)
    }
    #expect(seen.count > 1_200)
    for syllable in seen {
      let pinyin = PhoneticNotation.pinyin.text(of: syllable)
      let zhuyin = PhoneticNotation.zhuyin.text(of: syllable).unicodeScalars
      #expect(!pinyin.contains { $0.isNumber || $0 == "v" }, "\(pinyin)")
      #expect(zhuyin.allSatisfy { 0x3105...0x312F ~= $0.value || "ˊˇˋ˙".unicodeScalars.contains($0) }, "\(syllable)")
    }
  }
}
