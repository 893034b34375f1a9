import Testing

@testable import ArticleDump

@Suite struct GlossTests {
  static func glosses(_ text: String) -> [Gloss] {
    var scan = TextScan()
    scan.add(text)
    return scan.glosses
  }

  /// A sentence, with the name and the foreign form expected from it.
  @Test(arguments: [
    ("正如江河观察中心（RWC）所说", "江河观察中心", "RWC"), ("2013年卡莎玛·萨旺特（Kshama Sawant）当选", "卡莎玛·萨旺特", "Kshama Sawant"),
    ("就像鲁滨逊·克鲁索（Robinson Crusoe）那样", "鲁滨逊·克鲁索", "Robinson Crusoe"), ("司法部和国土安全部（DHS）", "国土安全部", "DHS"),
    ("谷歌和国家安全局（NSA）", "国家安全局", "NSA"), ("企业与非政府组织（NGO）", "非政府组织", "NGO"),
    ("据报道，美国气候特使约翰-克里（John Kerry）与他会谈", "约翰-克里", "John Kerry"),
    ("时任美国众议长南希-佩洛西（Nancy Pelosi）访问台湾", "南希-佩洛西", "Nancy Pelosi"),
    ("美国国家安全顾问沙利文（Jake Sullivan）周日说", "沙利文", "Jake Sullivan"),
    ("州务卿乔瑟琳·本森(Jocelyn Benson)和检察官", "乔瑟琳·本森", "Jocelyn Benson"),
    ("和检察官埃利·萨维特(Eli Savit)发表声明", "埃利·萨维特", "Eli Savit"),
    ("馬克‧扎克伯格（Mark Zuckerberg）表示", "馬克‧扎克伯格", "Mark Zuckerberg"),
    ("著名篮球教练约翰·伍登（John Wooden）的话", "约翰·伍登", "John Wooden"),
    ("新兴技术的特使森特（Seth Center）在座谈会上", "森特", "Seth Center"),
    ("德国总理默茨（Friedrich Merz）访问", "默茨", "Friedrich Merz"),
    ("俄罗斯普京（Vladimir Putin）", "普京", "Vladimir Putin"),
    ("当约翰·伍登（John Wooden）来时", "约翰·伍登", "John Wooden"),
    ("阿姆哈拉州（Amhara）的多座城市", "阿姆哈拉州", "Amhara"),
    ("发自亚的斯亚贝巴（Addis-Abeba）的消息", "亚的斯亚贝巴", "Addis-Abeba"),
    ("该国第四大城市贡德尔（Gondar），", "贡德尔", "Gondar"),
    ("在哈佛大学（Harvard University）任教", "哈佛大学", "Harvard University"),
    ("国家主席习近平（Xi Jinping）", "习近平", "Xi Jinping"),
    ("外交部发言人毛宁（Mao Ning）表示", "毛宁", "Mao Ning"),
    ("媒体《底特律新闻》(The Detroit News)报道", "底特律新闻", "The Detroit News"),
    ("总部设在日内瓦的世界卫生组织（WHO）说", "世界卫生组织", "WHO"),
    ("据世界卫生组织（World Health Organization，WHO）说", "世界卫生组织", "World Health Organization"),
    ("加入北大西洋公约组织（NATO）", "北大西洋公约组织", "NATO"),
    ("作者劳拉·宝森（Laurel Bossen）认为", "劳拉·宝森", "Laurel Bossen"),
    ("法国总统马克龙（英语：Emmanuel Macron）", "马克龙", "Emmanuel Macron"),
    ("作家米歇尔·维勒贝克（Michel Houellebecq，1956－）", "米歇尔·维勒贝克", "Michel Houellebecq"),
    ("巴西（Brazil）", "巴西", "Brazil"),
    ("亚历山大·汉密尔顿（Alexander Hamilton）", "亚历山大·汉密尔顿", "Alexander Hamilton"),
    ("权益活动者乔治·武井（George Takei）建议", "乔治·武井", "George Takei"),
    ("早已习惯于詹姆斯·韦斯特（James West）的写法", "詹姆斯·韦斯特", "James West"),
    ("哲学家于尔根·韦斯特（Jürgen West）说", "于尔根·韦斯特", "Jürgen West"),
    ("入股的公司包括希尔顿酒店（Hilton Hotels）等", "希尔顿酒店", "Hilton Hotels"),
    ("欧洲证券和市场管理局（ESMA）主席", "欧洲证券和市场管理局", "ESMA"),
    ("中国和世界卫生组织（WHO）都", "世界卫生组织", "WHO"),
    ("小说《河湾》（Bend，1983）", "河湾", "Bend"),
    ("小说《船，桥，人》（Boat, Bridge, Man）", "船，桥，人", "Boat, Bridge, Man"),
    ("小说《渡船》（Boat, River Press, 1983）", "渡船", "Boat"),
  ])
  func theNameBeginsWhereItBegins(text: String, name: String, original: String) {
    #expect(Self.glosses(text) == [Gloss(name: name, original: original)])
  }

  @Test(arguments: [
    "疾病控制与预防中心（CDC）说", "移民和海关执法局（ICE）", "数据库（CDR）里", "众议员杰里·纳德勒（D-NY）", "“江河革命”（Lee and Roe）",
    "以下三个平台（Riverbook、Riverpress）", "“最终方案”（German: Lösung）",
    "人工智能（AI）是", "反叛民兵（Fano）手中", "新兴国家（emerging）人民", "在星期三(10月30日)宣布", "他说（路透社）", "（John Kerry）",
    "图片（Photo by Jane Doe）", "社会网络（Qiu 2009）", "没有右括号（John Kerry", "链接（https://a.example）", "见下（http://A）", "我们（We）去",
    "选民登记(1)未经授权", "克里（John\nKerry）", "（）", "(", "甲（", "“be quick”（A）",
    "这叫“雾化”（West，Lee and Roe，2019）", "这叫“雾化”（West，2019；Lee，2020）", "《河与人》（Ana West，“River and Man”，2019）",
  ])
  func whatIsNoNameWithItsFormIsNone(text: String) {
    #expect(Self.glosses(text).isEmpty)
  }

  @Test func aGlossIsListedOnce() {
    #expect(Self.glosses("，克里（John Kerry）说。\n，克里（John Kerry）又说。").count == 1)
  }

  @Test func glossesInCaptionsAreReadButNotCounted() {
    var scan = TextScan()
    scan.addCaption("美国人姜别利（William Gamble）与约翰·格雷 (John Gray)")
    #expect(scan.glosses.map(\.name) == ["姜别利", "约翰·格雷"])
    #expect(scan.characterCount == 0)
  }
}
