/// Characters that transcribe the sounds of foreign names, by the letters that their sounds may represent.
///
/// Source: the characters of the Xinhua News Agency's transcription tables (《世界人名翻译大辞典》) that are in use,
/// with Taiwan's and Hong Kong's preferences added. Traditional characters are looked up as simplified ones.
enum PhoneticTable {
  /// Characters with the same initial, and the Latin letters with which names written with it may begin.
  private static let groups: [(letters: String, characters: String)] = [
    ("BPVW", "卜巴白班邦包保鲍贝本比毕彼宾波伯勃博布柏拜芭卑玻堡彬伴贲别碧"),
    ("PB", "宝帕派潘庞培佩彭皮匹平珀普蓬坡浦朴裴蒲"),
    ("M", "马麦曼芒毛梅门蒙米密明摩莫谟默姆木穆迈玛茂孟弥缪慕墨美"),
    ("FPVH", "法凡范方菲费芬丰冯佛弗福富夫芙斐"),
    ("DT", "窦达代戴丹当道得德登邓迪底蒂丁顿多杜敦都度黛东冬堵狄朵铎"),
    ("TD", "妥托塔泰坦汤唐陶特腾提田廷通图汀婷缇滕蒂土"),
    ("NKG", "那纳娜乃奈南内尼妮年涅宁纽农努诺瑙聂楠"),
    ("LRI", "吕刘拉莱赖兰朗劳勒雷里理利莉丽列林琳龙隆卢鲁路露伦罗洛蕾历瑞黎璐娄萝梨励郎略"),
    ("GKCHJ", "盖甘冈高戈格葛根贡古谷瓜圭果加吉伽嘎戛噶顾"),
    ("KCQGXJ", "喀卡凯坎康考科可克肯孔库夸奎魁昆柯寇堪阔"),
    ("HKGJWXR", "哈海汉豪赫黑亨洪侯胡华怀惠霍瀚翰韩荷"),
    ("JGKCZDYE", "吉加贾杰金津京基简江姜姬嘉洁迦茱君佳"),
    ("CKQTGJZ", "齐奇琪恰乔切钦琴青琼丘曲契其强祁"),
    ("SXCHZJ", "西希锡夏香肖谢辛欣兴休修叙歇雪熙喜"),
    ("JZGDC", "詹扎章珍朱哲治佐泽祖兹赞宰曾芝"),
    ("CTSZ", "查察柴昌川茨彻楚车切采蔡奇"),
    ("SCXZ", "沙莎山尚绍舍申圣施什石史舒谢夏珊香雪苏修"),
    ("RJGYZL", "让热仁荣茹儒瑞若鲁罗里"),
    ("SCZXT", "萨塞桑森史士思丝斯苏索撒瑟赛松孙逊"),
    ("YIJEAHUGO", "雅亚延扬耶叶伊依因英永尤于约云犹尹易娅燕衣逸雍优宇玉岳"),
    ("WVOUHB", "瓦万旺威韦维魏温文翁沃乌武伍娃薇渥吴"),
    ("AEOIUHWY", "阿埃艾爱安昂奥澳厄恩尔额欧俄"),
  ]

  /// Characters that occur within names but are not accepted at their beginning, since they too often end the word
  /// before.
  private static let inner = "翰瑟历"

  /// Letters by character, as a bit set of A to Z.
  static let letters: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for group in groups {
      let set = group.letters.utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x41) }
      for scalar in group.characters.unicodeScalars { table[scalar.value, default: 0] |= set }
    }
    for scalar in "夕贵蔻菈翠茜萱叻颇坞赫艮婴瓶逸索埔撒沁牙柔岑蓓只嘉哲杨润芮薄冉凌鼎".unicodeScalars
    where table[scalar.value] == nil {
      table[scalar.value] = 0
    }
    for scalar in inner.unicodeScalars where table[scalar.value] == nil { table[scalar.value] = 0 }
    return table
  }()

  static func contains(_ scalar: Unicode.Scalar) -> Bool { letters[scalar.value] != nil }

  /// Parts of names with a character that is otherwise an ordinary word, by their last character.
  static let exceptionsByLast: [Unicode.Scalar: [[Unicode.Scalar]]] = Dictionary(
    grouping: [
      "亚的斯亚贝巴", "的黎波里", "的里雅斯特", "亚历山大", "加拿大", "马达加斯加", "日内瓦", "彼得", "埃及", "日瓦戈", "卢日尼",
    ]
    .map { Array($0.unicodeScalars) }
  ) { $0[$0.count - 1] }

  /// Whether a name that begins with this character may be written with that letter.
  static func mayRender(_ scalar: UInt32, as letter: UInt8) -> Bool {
    guard let set = letters[scalar], 0x41...0x5A ~= letter else { return false }
    return set & 1 << UInt32(letter - 0x41) != 0
  }
}
