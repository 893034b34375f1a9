import SeededRandom
import Testing

@testable import ArticleDump

@Suite struct TextScanTests {
  static func scan(_ texts: String...) -> TextScan {
    var scan = TextScan()
    for text in texts { scan.add(text) }
    return scan
  }

  /// Counts 字数 like word processors: each East Asian character or mark is one, and so is each run of other characters.
  @Test(arguments: [
    ("", 0), ("阅览室", 3), ("你好，世界。", 6), ("Hello, world", 2), ("在2030年达到1,234.5万", 7), ("他说：“OK”。", 7), ("don’t 不", 2),
    ("第 3 章　完", 4), ("全角ＡＢ", 4), ("……", 2), ("かな", 2), ("한글", 2), ("𠮷", 1), ("a\u{200D}b", 1), ("AI时代", 3), ("😀", 1),
    ("\n \t", 0),
  ])
  func charactersAreCountedAsReadersCountThem(text: String, count: Int) {
    #expect(Self.scan(text).characterCount == count)
  }

  @Test(arguments: [
    ("中国的语言文字，简体书写时间长了，谁还记得汉字从哪里来？", "zh-Hans"),
    ("中國的語言文字，繁體書寫時間長了，誰還記得漢字從哪裡來？", "zh-Hant"),
    ("中国的语言；中國的語言", "zh"), ("日月山水人", "zh"), ("The history of the paper is that of the people and of the ink.", "en"),
    ("Le papier et son histoire chez nous, dans le monde entier et ailleurs", nil), ("これはひらがなとカタカナの混じった文章です", "ja"),
    ("", nil), ("12345", nil), ("简体为主的长长的一段话，这里说的是书的历史，只提到一次「書」，其余都是简体字，这样说明白了吗？还会继续说下去，直到够长。", "zh-Hans"),
  ])
  func languageAndScriptAreToldByDistinctiveCharacters(text: String, language: String?) {
    #expect(Self.scan(text).language == language)
  }

  @Test(arguments: [
    ("据法新社和路透社报道，CNN和BBC都播出了", ["法新社", "路透社", "CNN", "BBC"]),
    ("央视CCTV；中央电视台", ["央视"]), ("美聯社、新華社", ["美联社", "新华社"]), ("彭博士今天来了，彭博社没有", ["彭博社"]),
    ("中央社会主义学院", []), ("共同社会责任", []), ("自卫报复", []), ("《卫报》说", ["卫报"]), ("世界报告", []), ("CNNX BBC2 xCNN", []),
    ("bbc.com 与 www.CNN.com", []), ("The New York Times said", ["纽约时报"]), ("《纽约时报》报道", ["纽约时报"]), ("路透", ["路透社"]),
    ("联合报告", []),
  ])
  func agenciesAreFoundInOrderUnderAnyName(text: String, names: [String]) {
    #expect(Self.scan(text).agencies.map { AgencyTable.names[$0] } == names)
  }

  @Test func everyAliasOfTheTableIsFound() {
    for alias in AgencyTable.aliases {
      let found = Self.scan("，" + String(decoding: alias.utf8, as: UTF8.self) + "。").agencies
      #expect(found == [alias.agency], "\(String(decoding: alias.utf8, as: UTF8.self))")
    }
  }

  @Test func nearDuplicatesDifferInFewBitsAndOthersInMany() {
    let sentences = (0..<60).map { "第\($0)句说的是竹简、木牍与纸，怎样在\($0 * 7)年里换了手；写字的人把墨研开，抄第\($0 % 9)卷书。" }
    let base = Self.scan(sentences.joined()).fingerprint
    var edited = sentences
    edited[30] = "这一句是后来改过的，别处都没有动。"
    let near = Self.scan(edited.joined()).fingerprint
    let quotes = Self.scan(sentences.joined(separator: "\n").replacing("，", with: " , ")).fingerprint
    let other = Self.scan(
      (0..<60).map { "月亮绕着地球走，\($0)天以后潮水又涨，海边的人数着日子看星图第\($0)幅。" }.joined()
    ).fingerprint
    #expect((base ^ near).nonzeroBitCount <= 8)
    #expect((base ^ quotes).nonzeroBitCount <= 8)
    #expect((base ^ other).nonzeroBitCount >= 16)
    #expect(Self.scan("").fingerprint == 0 && Self.scan("字").fingerprint != 0)
  }

  /// The packed counters give the same result as plain ones.
  @Test func theFingerprintIsTheMajorityOfItsFeatures() {
    var generator = SeededGenerator(seed: 3)
    for count in [1, 2, 7, 8, 9, 63, 64, 65, 1_000] {
      var hash = SimHash()
      var sums = [Int](repeating: 0, count: 64)
      for _ in 0..<count {
        let word = generator.next()
        hash.add(word)
        for lane in 0..<64 where word >> UInt64(lane) & 1 != 0 { sums[lane] += 1 }
      }
      var expected: UInt64 = 0
      for lane in 0..<64 where 2 * sums[lane] > count { expected |= 1 << UInt64(lane) }
      #expect(hash.value == (expected == 0 ? 1 : expected))
    }
  }

  @Test func readingTakesAtLeastAMinute() {
    #expect(Self.scan("").readingMinutes == 0)
    #expect(Self.scan("字").readingMinutes == 1)
    #expect(Self.scan(String(repeating: "字", count: 4_001)).readingMinutes == 11)
  }

  @Test func distinctiveCharactersBelongToOneScript() {
    let simplified = Array(ScriptCharacters.simplified.unicodeScalars)
    let traditional = Array(ScriptCharacters.traditional.unicodeScalars)
    #expect(simplified.count > 1_500 && traditional.count > 1_500)
    #expect(Set(simplified).isDisjoint(with: traditional))
    #expect(simplified == simplified.sorted() && traditional == traditional.sorted())
    // 后, 里, 台 and others belong to both scripts.
    for scalar in "后里台面干云".unicodeScalars { #expect(!simplified.contains(scalar) && !traditional.contains(scalar)) }
    for scalar in "们这说国汉".unicodeScalars { #expect(simplified.contains(scalar)) }
    for scalar in "們這說國漢".unicodeScalars { #expect(traditional.contains(scalar)) }
  }
}
