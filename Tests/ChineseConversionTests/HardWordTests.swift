import Testing

@testable import ChineseConversion

/// Characters with several counterparts: the word decides.
struct HardWordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var simplified: String
    var traditional: String
    var testDescription: String { simplified }

    init(_ simplified: String, _ traditional: String) {
      self.simplified = simplified
      self.traditional = traditional
    }
  }

  static let cases = [
    Case("皇后站在队伍后面", "皇后站在隊伍後面"),
    Case("先发言的人头发花白", "先發言的人頭髮花白"),
    Case("理发师发现了发票", "理髮師發現了發票"),
    Case("干部干杯以后去晒干菜", "幹部乾杯以後去曬乾菜"),
    Case("乾隆年间的干涉与若干后果", "乾隆年間的干涉與若干後果"),
    Case("树干很干净", "樹幹很乾淨"),
    Case("三公里外的村子里有一里弄", "三公里外的村子裡有一里弄"),
    Case("吃面条时面对面坐着", "吃麵條時面對面坐著"),
    Case("一只手拿着只剩一颗的果子", "一隻手拿著只剩一顆的果子"),
    Case("台风吹过台湾的写字台", "颱風吹過臺灣的寫字檯"),
    Case("历史课上讲日历和历法", "歷史課上講日曆和曆法"),
    Case("钟表店的王钟先生钟情于古钟", "鐘錶店的王鍾先生鍾情於古鐘"),
    Case("系鞋带的学生来自中文系，与此有关系", "繫鞋帶的學生來自中文系，與此有關係"),
    Case("松树下放松警惕", "松樹下放鬆警惕"),
    Case("谷子丰收，山谷里一片金黄", "穀子豐收，山谷裡一片金黃"),
    Case("丑时出生的人并不丑陋", "丑時出生的人並不醜陋"),
    Case("复习课文，回复邮件，重复一遍，复杂的问题", "複習課文，回覆郵件，重複一遍，複雜的問題"),
    Case("制造商制定了制度", "製造商制定了制度"),
    Case("准备工作获得批准", "準備工作獲得批准"),
    Case("云彩之下，古人云", "雲彩之下，古人云"),
    Case("向前征讨，长征途中征兆不祥", "向前征討，長征途中徵兆不祥"),
    Case("沈阳的老沈沉默不语", "瀋陽的老沈沉默不語"),
    Case("注释下注，关注批注", "註釋下注，關注批註"),
    Case("周恩来每周游览四周", "周恩來每週遊覽四周"),
    Case("斗争中北斗星指路", "鬥爭中北斗星指路"),
  ]

  @Test(arguments: cases) func theWordDeterminesTheTraditionalCharacter(_ hard: Case) {
    #expect(hard.simplified.converted(.s2tw).text == hard.traditional)
  }

  @Test(arguments: cases) func traditionalTextIsConvertedToSimplified(_ hard: Case) {
    #expect(hard.traditional.converted(.tw2s).text == hard.simplified)
  }

  @Test(arguments: [
    ("乾坤大挪移，晒乾衣裳", "乾坤大挪移，晒干衣裳"), ("名著裡寫著的瞭望臺", "名著里写着的瞭望台"), ("藉口與慰藉", "借口与慰藉"),
    ("瞭解複雜的情況後答覆", "了解复杂的情况后答复"), ("著名作者看著窗外，衣著樸素，執著地寫", "著名作者看着窗外，衣着朴素，执着地写"),
  ])
  func simplifiedCharactersDependOnTheWordToo(_ traditional: String, _ simplified: String) {
    #expect(traditional.converted(.tw2s).text == simplified)
  }

  @Test func regionsHaveTheirOwnForms() {
    let text = "为了群众，里面的人吃着药材"
    #expect(text.converted(.s2t).text == "爲了羣衆，裏面的人喫着藥材")
    #expect(text.converted(.s2tw).text == "為了群眾，裡面的人吃著藥材")
    #expect(text.converted(.s2hk).text == "為了羣眾，裏面的人吃着藥材")
  }

  @Test func regionsHaveTheirOwnWords() {
    let text = "软件占用内存，鼠标失灵，坐出租车去修"
    #expect(text.converted(.s2tw).text == "軟件佔用內存，鼠標失靈，坐出租車去修")
    #expect(text.converted(.s2twp).text == "軟體佔用記憶體，滑鼠失靈，坐計程車去修")
    #expect("軟體佔用記憶體，滑鼠失靈，計程車".converted(.tw2sp).text == "软件占用内存，鼠标失灵，出租车")
    #expect("打印机".converted(.s2hkp).text == "打印機")
  }
}
