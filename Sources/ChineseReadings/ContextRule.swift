/// The reading that the neighbours of a character suggest, if no known word contains it.
struct ContextRule {
  var syllable: String
  /// The characters before it, or after it; `nil` if they do not matter. A rule applies if either is found.
  var before: Set<Unicode.Scalar>?
  var after: Set<Unicode.Scalar>?

  /// The syllable of the character at a place, `nil` if no rule applies.
  ///
  /// - Parameter precedingWordLength: Characters of the word that ends before it; 0 at the start of a run of Han.
  static func syllable(at index: Int, in run: HanRun, precedingWordLength: Int) -> Syllable? {
    guard let character = Unicode.Scalar(run.codes[index]) else { return nil }
    let before = index > 0 ? Unicode.Scalar(run.codes[index - 1]) : run.before
    let after = index + 1 < run.codes.count ? Unicode.Scalar(run.codes[index + 1]) : nil
    if let rule = all[character]?.first(where: { $0.matches(before: before, after: after) }) {
      return Syllable(numbered: rule.syllable)
    }
    switch character {
    // 慢慢地, 高兴地; 土地 is a word.
    case "地" where precedingWordLength > 1: return Syllable(numbered: "de5")
    // 跑得快; 也得走 may be děi.
    case "得": return before.map { index > 0 && !mustBefore.contains($0) } == true ? Syllable(numbered: "de5") : nil
    default:
      guard let surname = surnames[character], titles.contains(where: { run.has($0, at: index + 1) }) else {
        return nil
      }
      return Syllable(numbered: surname)
    }
  }

  /// Characters that may precede a 得 that means "must".
  private static let mustBefore = set("也还還就总總又都只非可必才需须須仍却卻便要会會不")

  private func matches(before scalar: Unicode.Scalar?, after next: Unicode.Scalar?) -> Bool {
    if let before, let scalar, before.contains(scalar) { return true }
    if let after, let next, after.contains(next) { return true }
    return false
  }

  private static let numerals: Set<Unicode.Scalar> = Set("一二三四五六七八九十百千万两兩几幾数數半每0123456789０１２３４５６７８９".unicodeScalars)
  private static let pointers: Set<Unicode.Scalar> = Set("这這那哪各某此".unicodeScalars)

  private static func set(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

  private static let all: [Unicode.Scalar: [ContextRule]] = {
    let counted = numerals.union(pointers)
    let measure: [Unicode.Scalar: String] = ["只": "zhi1", "种": "zhong3", "種": "zhong3", "行": "hang2"]
    var rules = measure.mapValues { [ContextRule(syllable: $0, before: counted)] }
    // 他得走, not 他得了病.
    rules["得"] = [
      ContextRule(syllable: "de2", after: set("了過过出此知名胜勝益罪")), ContextRule(syllable: "dei3", before: set("我你您他她它们們咱")),
    ]
    rules["地"] = [ContextRule(syllable: "di4", before: set("之此该該各两兩本异異外当當实實内內腹圣聖某"))]
    let hard = ContextRule(syllable: "nan2", before: set("很太更最不多较較甚真好挺特"))
    rules["难"] = [hard]
    rules["難"] = [hard]
    rules["卷"] = [ContextRule(syllable: "juan4", before: numerals)]
    rules["尽"] = [ContextRule(syllable: "jin3", after: set("最可快早"))]
    rules["冠"] = [ContextRule(syllable: "guan1", before: set("新"))]
    let count = ContextRule(syllable: "shu3", after: set("着著钱錢"))
    rules["数"] = [count]
    rules["數"] = [count]
    let beAt = ContextRule(syllable: "chu3", before: set("所"))
    let place = ContextRule(syllable: "chu4", before: set("之某各每"))
    rules["处"] = [beAt, place]
    rules["處"] = [beAt, place]
    let lend = ContextRule(syllable: "huan2", after: set("款债債钱錢书書账賬帳清贷貸"))
    rules["还"] = [lend]
    rules["還"] = [lend]
    let teach = ContextRule(syllable: "jiao1", after: set("我你您他她它咱谁誰孩人"))
    rules["教"] = [teach]
    let become = ContextRule(
      syllable: "wei2", before: set("成作变變改称稱列视視定选選任设設分译譯化转轉升评評命誉譽封降立划劃判合即尊"), after: numerals)
    rules["为"] = [become]
    rules["為"] = [become]
    // 很长, 三米长; 长三米.
    let long = ContextRule(syllable: "chang2", before: set("很太更最较較越挺特颇頗多米里尺丈寸年"), after: numerals)
    rules["长"] = [long]
    rules["長"] = [long]
    let carry = ContextRule(syllable: "bei1", after: set("着著起负負"))
    rules["背"] = [carry]
    return rules
  }()

  // MARK: Names

  /// Characters that have another reading as surnames. Source: 普通话异读词审音表 and the surnames in 现代汉语词典.
  private static let surnames: [Unicode.Scalar: String] = [
    "单": "shan4", "單": "shan4", "曾": "zeng1", "任": "ren2", "解": "xie4", "仇": "qiu2", "区": "ou1", "區": "ou1",
    "查": "zha1", "盖": "ge3", "蓋": "ge3", "华": "hua4", "華": "hua4", "朴": "piao2", "燕": "yan1", "员": "yun4",
    "缪": "miao4", "繆": "miao4", "纪": "ji3", "紀": "ji3", "那": "na1", "葛": "ge3",
  ]

  /// Titles that follow a surname.
  private static let titles: [[UInt32]] = [
    "先生", "女士", "小姐", "太太", "老师", "老師", "教授", "博士", "院士", "医生", "醫生", "同志", "同学", "同學", "某",
    "经理", "經理", "主任", "局长", "局長", "部长", "部長", "市长", "市長", "校长", "校長", "主席", "总统", "總統",
    "律师", "律師", "记者", "記者", "师傅", "師傅",
  ].map { $0.unicodeScalars.map(\.value) }
}

extension HanRun {
  fileprivate func has(_ word: [UInt32], at index: Int) -> Bool {
    index + word.count <= codes.count && codes[index..<index + word.count].elementsEqual(word)
  }
}
