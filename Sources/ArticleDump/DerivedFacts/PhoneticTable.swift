/// Characters that transcribe the sounds of foreign names, by the letters that their sounds may represent.
///
/// Source: the characters of the Xinhua News Agency's transcription tables (《世界人名翻译大辞典》) that are in use,
/// with traditional forms and Taiwan's and Hong Kong's preferences added.
enum PhoneticTable {
  /// Characters with the same initial, and the Latin letters with which names written with it may begin.
  private static let groups: [(letters: String, characters: String)] = [
    ("BPVW", "卜巴白班邦包保鲍鮑贝貝本比毕畢彼宾賓波伯勃博布柏拜芭卑玻堡彬伴贲别別碧"),
    ("PB", "宝寶帕派潘庞龐培佩彭皮匹平珀普蓬坡浦朴裴蒲"),
    ("M", "马馬麦麥曼芒毛梅门門蒙米密明摩莫谟默姆木穆迈邁玛瑪茂孟弥彌缪繆慕墨美"),
    ("FPVH", "法凡范範方菲费費芬丰豐冯馮佛弗福富夫芙斐"),
    ("DT", "窦竇达達代戴丹当當道得德登邓鄧迪底蒂丁顿頓多杜敦都度黛東东冬堵狄朵铎鐸"),
    ("TD", "妥托塔泰坦汤湯唐陶特腾騰提田廷通图圖托汀婷缇滕蒂土"),
    ("NKG", "那纳納娜乃奈南内內尼妮年涅宁寧纽紐农農努诺諾瑙聂聶楠"),
    ("LRI", "吕呂刘劉拉莱萊赖賴兰蘭朗劳勞勒雷里理利莉丽麗列林琳龙龍隆卢盧鲁魯路露伦倫罗羅洛蕾历歷瑞黎璐娄婁萝蘿梨励郎略"),
    ("GKCHJ", "盖蓋甘冈岡高戈格葛根贡貢古谷瓜圭果加吉伽嘎戛噶顾顧"),
    ("KCQGXJ", "喀卡凯凱坎康考科可克肯孔库庫夸奎魁昆柯寇堪凯阔闊"),
    ("HKGJWXR", "哈海汉漢豪赫黑亨洪侯胡华華怀懷惠霍瀚翰韩韓荷"),
    ("JGKCZDYE", "吉加贾賈杰傑金津京基简簡江姜姬嘉洁潔迦茱君佳"),
    ("CKQTGJZ", "齐齊奇琪恰乔喬切钦欽琴青琼瓊丘曲契其强強祁"),
    ("SXCHZJ", "西希锡錫夏香肖谢謝辛欣兴興休修叙香歇雪熙喜"),
    ("JZGDC", "詹扎章珍朱哲治佐泽澤祖兹茲赞贊扎宰曾赞芝"),
    ("CTSZ", "查察柴昌川茨彻徹楚车切采蔡奇"),
    ("SCXZ", "沙莎山尚绍紹舍申圣聖施什石史舒谢夏珊香雪苏蘇莎修"),
    ("RJGYZL", "让讓热熱仁荣榮茹儒瑞若鲁罗里"),
    ("SCZXT", "萨薩塞桑森史士思丝絲斯苏蘇索撒瑟赛賽松孙孫逊遜"),
    ("YIJEAHUGO", "雅亚亞延扬揚耶叶葉伊依因英永尤于约約云雲犹猶尹易娅婭燕衣逸雍优優宇玉岳"),
    ("WVOUHB", "瓦万萬旺威韦韋维維魏温溫文翁沃乌烏武伍娃薇渥韋吴"),
    ("AEOIUHWY", "阿埃艾爱愛安昂奥奧澳厄恩尔爾额額欧歐俄恩"),
  ]

  /// Characters that occur within names but are not accepted at their beginning, since they too often end the word
  /// before.
  private static let inner = "翰瑟历歷"

  /// Letters by character, as a bit set of A to Z.
  static let letters: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for group in groups {
      let set = group.letters.utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x41) }
      for scalar in group.characters.unicodeScalars { table[scalar.value, default: 0] |= set }
    }
    for scalar in "夕贵蔻菈翠茜萱叻颇坞塢赫艮婴瓶逸索埔撒沁牙柔岑蓓只嘉哲杨楊润芮薄冉凌鼎".unicodeScalars
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
      "亚的斯亚贝巴", "的黎波里", "的里雅斯特", "亚历山大", "亞歷山大", "加拿大", "马达加斯加", "日内瓦", "彼得", "埃及", "日瓦戈", "卢日尼",
    ]
    .map { Array($0.unicodeScalars) }
  ) { $0[$0.count - 1] }

  /// Whether a name that begins with this character may be written with that letter.
  static func mayRender(_ scalar: UInt32, as letter: UInt8) -> Bool {
    guard let set = letters[scalar], 0x41...0x5A ~= letter else { return false }
    return set & 1 << UInt32(letter - 0x41) != 0
  }
}
