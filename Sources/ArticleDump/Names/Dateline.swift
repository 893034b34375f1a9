import Text

/// The opening of a report, which names its place, date, agency and reporters.
///
/// `路透伦敦2月9日 - `, `（法新社巴黎12日电）`, `新华社北京7月1日电（记者张三）`, `香港——`, `BEIJING (Reuters) - `.
struct Dateline: Hashable {
  var place: String?
  var source: String?
  var authors: [String] = []
  /// The full date in the opening.
  var day: Timestamp?

  /// - Parameter opening: The first paragraph of running text.
  init?(opening text: String) {
    if let first = text.utf8.first, 0x41...0x5A ~= first {
      guard let dateline = Self.english(text) else { return nil }
      self = dateline
      return
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(60)
    for scalar in text.unicodeScalars {
      if scalars.count == 60 { break }
      scalars.append(scalar)
    }
    guard
      let dateline = Self.agency(scalars) ?? Self.place(scalars) ?? Self.bracketed(scalars) ?? Self.signed(scalars)
        ?? Self.reported(scalars)
    else { return nil }
    self = dateline
  }

  init() {}

  /// Agencies that sign their reports in this way, in order of length.
  private static let agencies: [(name: [Unicode.Scalar], source: String)] = [
    ("路透社", "路透社"), ("路透", "路透社"), ("法新社", "法新社"), ("美联社", "美联社"), ("美聯社", "美联社"), ("新华社", "新华社"), ("新華社", "新华社"),
    ("新华网", "新华社"), ("中新社", "中新社"), ("中新网", "中新社"), ("中央社", "中央社"), ("德新社", "德新社"), ("共同社", "共同社"),
    ("韩联社", "韩联社"), ("韓聯社", "韩联社"), ("朝中社", "朝中社"), ("塔斯社", "塔斯社"), ("俄新社", "俄新社"), ("彭博社", "彭博社"), ("彭博", "彭博社"),
    ("埃菲社", "埃菲社"), ("安莎社", "安莎社"), ("卫星通讯社", "卫星通讯社"), ("俄罗斯卫星通讯社", "卫星通讯社"),
    // The paper itself, whichever it is.
    ("本报", ""), ("本報", ""), ("本台", ""), ("本网", ""), ("本刊", ""),
  ].map { (name: Array($0.0.unicodeScalars), source: $0.1) }

  private static let agencyFirsts = Set(agencies.map(\.name[0]))

  private static func agency(_ scalars: [Unicode.Scalar]) -> Dateline? {
    var i = 0
    while i < scalars.count, scalars[i].isOne(of: "（(【[ \u{3000}") { i += 1 }
    guard i < scalars.count, agencyFirsts.contains(scalars[i]),
      let agency = agencies.first(where: { scalars[i...].starts(with: $0.name) })
    else { return nil }
    i += agency.name.count
    var dateline = Dateline()
    dateline.source = agency.source.isEmpty ? nil : agency.source
    while i < scalars.count, scalars[i] == " " { i += 1 }
    // （中央社記者某某台北5日電）: the reporter is between the agency and the place.
    for label in ["记者", "記者"] where scalars[i...].starts(with: label.unicodeScalars) {
      i += 2
      guard let place = cities.first(where: { contains($0, in: scalars[i...].prefix(12)) }) else { return nil }
      let name = Array(scalars[i...].prefix { $0 != place[0] })
      guard 2...4 ~= name.count, name.allSatisfy(\.isHan) else { return nil }
      dateline.authors = [String(String.UnicodeScalarView(name))]
      i += name.count
    }
    let placeStart = i
    while i < scalars.count, scalars[i].isHan || scalars[i] == "/" || scalars[i] == "·" { i += 1 }
    var placeEnd = i
    // A date: 2月9日, 12日; then 电, a dash, or a closing bracket.
    if i < scalars.count, isDigit(scalars[i]) {
      while i < scalars.count, isDigit(scalars[i]) || scalars[i].isOne(of: "月日年") { i += 1 }
    } else {
      // 法新社巴黎电: the place ends before it.
      guard let mark = scalars[placeStart..<i].lastIndex(where: { $0.isOne(of: "电電") }) else {
        return endsLikeDateline(scalars, i) ? bounded(dateline, scalars[placeStart..<placeEnd]) : nil
      }
      placeEnd = mark
      i = mark
    }
    guard endsLikeDateline(scalars, i) else { return nil }
    if dateline.authors.isEmpty { dateline.authors = reporters(scalars[i...]) }
    return bounded(dateline, scalars[placeStart..<placeEnd])
  }

  /// `电（记者程楠）`, `电 (记者 张瑞)`: the reporter follows the place and the date.
  private static func reporters(_ text: ArraySlice<Unicode.Scalar>) -> [String] {
    let rest = text.drop { $0.isOne(of: "电電 讯訊") }
    guard let open = rest.first, open.isOne(of: "（("),
      let end = rest.firstIndex(where: { $0.isOne(of: "）)") })
    else { return [] }
    return SignedBracket(rest[rest.index(after: rest.startIndex)..<end], isAnnounced: true)?.dateline.authors ?? []
  }

  /// 【财见网】（记者 高平）, （山報社記者王小明嘉義17日電）, 〔記者王大同／高雄報導〕: a medium that is not in the table of agencies.
  private static func signed(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let first = scalars.first, first.isOne(of: "【（([〔［") else { return nil }
    var start = 0
    var dateline = Dateline()
    if first == "【" {
      guard let close = scalars.prefix(30).firstIndex(of: "】") else { return nil }
      dateline.day = day(in: scalars[1..<close])
      guard close + 1 < scalars.count, scalars[close + 1].isOne(of: "（([〔［") else {
        return dateline.day == nil ? SignedBracket(scalars[1..<close])?.dateline : dateline
      }
      start = close + 1
    }
    guard let end = scalars[start...].firstIndex(where: { $0.isOne(of: "）)]〕］") }) else {
      return dateline.day == nil ? nil : dateline
    }
    guard let found = SignedBracket(scalars[(start + 1)..<end])?.dateline else {
      return dateline.day == nil ? nil : dateline
    }
    dateline.place = found.place
    dateline.authors = found.authors
    return dateline
  }

  /// `山城晚报讯（记者 甲 通讯员 乙）`, `江边社白石12月9日电（记者甲）`: a medium that is not in the table of agencies, and the bracket after it.
  private static func reported(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let open = scalars.prefix(26).firstIndex(where: { $0.isOne(of: "（(") }), open >= 2,
      let close = scalars[open...].firstIndex(where: { $0.isOne(of: "）)") })
    else { return nil }
    var before = scalars[..<open]
    while let last = before.last, last.isBlank { before = before.dropLast() }
    guard let last = before.last,
      last.isOne(of: "讯訊电電") || before.suffix(2).elementsEqual("消息".unicodeScalars),
      before.allSatisfy({ $0.isHan || $0.isBlank || isDigit($0) || $0.isOne(of: "【】[]·") }),
      let found = SignedBracket(scalars[(open + 1)..<close], isAnnounced: true)?.dateline
    else { return nil }
    var dateline = Dateline()
    dateline.authors = found.authors
    dateline.place = found.place ?? cityBeforeDay(before)
    return dateline
  }

  /// `江边社南京12月9日电`: the city after a medium's name.
  private static func cityBeforeDay(_ before: ArraySlice<Unicode.Scalar>) -> String? {
    let place = before.dropLast().prefix { !isDigit($0) }
    return cities.first { place.suffix($0.count).elementsEqual($0) }.map { String(String.UnicodeScalarView($0)) }
  }

  /// `大纪元2023年07月05日讯`: the date of a report, with which some papers open all of theirs.
  private static func day(in text: ArraySlice<Unicode.Scalar>) -> Timestamp? {
    guard let last = text.last, last.isOne(of: "讯訊电電") else { return nil }
    return Timestamp.first(in: String(String.UnicodeScalarView(text)), zone: .shanghai)?.timestamp
  }

  /// A place of at most eight characters; without one, only the source is known.
  private static func bounded(_ dateline: Dateline, _ place: ArraySlice<Unicode.Scalar>) -> Dateline? {
    var dateline = dateline
    guard place.count <= 8 else { return nil }
    if place.count >= 2 { dateline.place = String(String.UnicodeScalarView(place)) }
    // 本台法广（…）: if no agency vouches for the place, only a city counts.
    if dateline.source == nil, !(dateline.place.map(opensWithCity) ?? false) { return nil }
    return dateline
  }

  private static func endsLikeDateline(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    var i = start
    if i < scalars.count, scalars[i].isOne(of: "（(") { return true }
    while i < scalars.count, scalars[i] == " " { i += 1 }
    return i < scalars.count && scalars[i].isOne(of: "电電-—–)）】讯訊")
  }

  /// `香港—— `, `纽约 — `: a known place before a dash at the very beginning.
  private static func place(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard scalars.contains(where: { $0 == "—" || $0 == "–" }) else { return nil }
    var i = 0
    while i < scalars.count, i <= 16, scalars[i].isHan || scalars[i].isOne(of: "、，/·") {
      i += 1
    }
    let end = i
    while i < scalars.count, scalars[i] == " " { i += 1 }
    guard 2...16 ~= end, i + 1 < scalars.count, scalars[i].isOne(of: "—–"),
      scalars[i + 1] == "—" || scalars[i + 1] == " "
    else { return nil }
    let text = scalars[..<end]
    // 德克萨斯州奥斯汀: the province may precede the place.
    guard cities.contains(where: { text.starts(with: $0) || text.suffix($0.count).elementsEqual($0) }) else {
      return nil
    }
    var dateline = Dateline()
    dateline.place = String(String.UnicodeScalarView(text))
    return dateline
  }

  /// `（怡保2日讯）`: a place and a date in a bracket, which is how Malaysian papers open reports.
  private static func bracketed(_ scalars: [Unicode.Scalar]) -> Dateline? {
    guard let first = scalars.first, first.isOne(of: "（(【") else { return nil }
    let place = scalars.dropFirst().prefix { $0.isHan }
    let day = scalars[place.endIndex...].prefix(while: isDigit)
    let rest = scalars[day.endIndex...].prefix(3)
    guard 2...6 ~= place.count, 1...2 ~= day.count, rest.count == 3, rest.first == "日",
      scalars[rest.startIndex + 1].isOne(of: "讯訊电電"),
      scalars[rest.startIndex + 2].isOne(of: "）)】")
    else { return nil }
    var dateline = Dateline()
    dateline.place = String(String.UnicodeScalarView(place))
    return dateline
  }

  /// `BEIJING, July 3 (Reuters) - `.
  private static func english(_ text: String) -> Dateline? {
    guard text.utf8.prefix(640).contains(0x28) else { return nil }
    let head = text.prefix(80)
    guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else { return nil }
    let rest = head[head.index(after: close)...].drop { $0 == " " }
    guard rest.hasPrefix("-") || rest.hasPrefix("–") || rest.hasPrefix("—") else { return nil }
    let place = PersonName.trimmed(String(head[..<open].prefix { $0 != "," }))
    let isCapital = place.allSatisfy { $0.isUppercase || $0 == " " || $0 == "." || $0 == "-" }
    guard place.count >= 3, isCapital else { return nil }
    let sources = ["Reuters": "路透社", "AP": "美联社", "AFP": "法新社", "Xinhua": "新华社", "Bloomberg": "彭博社"]
    var dateline = Dateline()
    dateline.place = place
    dateline.source = sources[String(head[head.index(after: open)..<close])]
    return dateline
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    0x30...0x39 ~= scalar.value || 0xFF10...0xFF19 ~= scalar.value
  }

  private static func contains(_ word: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count <= text.count else { return false }
    return (text.startIndex...(text.endIndex - word.count)).contains { text[$0...].starts(with: word) }
  }

  /// Whether a text begins with a city that reports are sent from.
  static func opensWithCity(_ text: String) -> Bool {
    cities.contains { text.unicodeScalars.starts(with: $0) }
  }

  /// The place after 发自 in a byline.
  static func sentFrom(_ line: String) -> String? {
    for label in ["发自", "發自"] {
      guard let mark = line.utf8Index(of: label) else { continue }
      let rest = line[mark...].unicodeScalars.dropFirst(2).drop { $0 == " " }
      let place = rest.prefix { $0.isHan }
      if 2...6 ~= place.count { return String(String.UnicodeScalarView(place)).trimmedOfBlanks }
    }
    return nil
  }

  /// Whether a text is the name of such a city.
  static func isCity(_ text: String) -> Bool { cities.contains { $0.elementsEqual(text.unicodeScalars) } }

  static let cities: [[Unicode.Scalar]] =
    ("北京 上海 香港 台北 臺北 澳门 澳門 广州 深圳 南京 武汉 成都 重庆 天津 西安 杭州 沈阳 哈尔滨 昆明 拉萨 乌鲁木齐 喀什 郑州 长沙 济南 青岛 大连 厦门 福州 合肥 南宁 贵阳 海口 兰州 "
    + "银川 西宁 呼和浩特 石家庄 太原 长春 高雄 台中 臺中 台南 臺南 新竹 新北 嘉義 嘉义 屏東 屏东 花蓮 花莲 台東 臺東 基隆 桃園 桃园 苗栗 彰化 南投 雲林 宜蘭 宜兰 澎湖 金門 金门 东京 東京 大阪 京都 首尔 首爾 平壤 新加坡 吉隆坡 曼谷 河内 金边 万象 仰光 内比都 雅加达 马尼拉 新德里 孟买 伊斯兰堡 "
    + "喀布尔 德黑兰 巴格达 大马士革 贝鲁特 耶路撒冷 特拉维夫 加沙 拉姆安拉 安曼 利雅得 多哈 迪拜 阿布扎比 伊斯坦布尔 安卡拉 开罗 的黎波里 突尼斯 阿尔及尔 拉巴特 内罗毕 亚的斯亚贝巴 "
    + "拉各斯 约翰内斯堡 开普敦 莫斯科 圣彼得堡 基辅 明斯克 华沙 布拉格 布达佩斯 维也纳 柏林 法兰克福 慕尼黑 汉堡 波恩 科隆 巴黎 里昂 马赛 斯特拉斯堡 布鲁塞尔 阿姆斯特丹 海牙 "
    + "日内瓦 苏黎世 伯尔尼 罗马 米兰 梵蒂冈 马德里 巴塞罗那 里斯本 雅典 伦敦 爱丁堡 都柏林 奥斯陆 斯德哥尔摩 哥本哈根 赫尔辛基 雷克雅未克 渥太华 多伦多 温哥华 蒙特利尔 "
    + "华盛顿 華盛頓 纽约 紐約 洛杉矶 旧金山 芝加哥 波士顿 休斯顿 休斯敦 西雅图 费城 迈阿密 亚特兰大 奥斯汀 底特律 墨西哥城 哈瓦那 加拉加斯 波哥大 利马 圣地亚哥 布宜诺斯艾利斯 "
    + "里约热内卢 圣保罗 巴西利亚 悉尼 墨尔本 堪培拉 惠灵顿 奥克兰 达沃斯 联合国")
    .split(separator: " ").map { Array($0.unicodeScalars) }
}

/// The agency that a report credits at its end.
enum SourceAgency {
  /// `(本文依据了美联社的报道。)`, `（路透社、德新社）`, `（综合报道）`, `（据法新社）`.
  ///
  /// - Parameter line: One of the last paragraphs.
  static func named(in line: String) -> String? {
    guard line.utf8.count <= 240, let opening = line.unicodeScalars.first(where: { $0 != " " && $0 != "*" }) else {
      return nil
    }
    switch opening {
    case "（", "(", "[", "【", "本", "综", "綜": break
    default: return nil
    }
    var text = PersonName.trimmed(line)
    while let first = text.unicodeScalars.first, first.isOne(of: "（([【*") {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.isOne(of: "）)]】*。. 等") {
      text.unicodeScalars.removeLast()
    }
    if ["综合报道", "綜合報導", "综合报导", "綜合報道", "综合外电报道", "综合外电", "综合外电消息"].contains(text) { return text }
    let isTaken = openings.contains { text.hasPrefix($0) }
    let isBare = line != text && line.unicodeScalars.first.map { $0.isOne(of: "（(") } == true
    guard isTaken || isBare else { return nil }
    var names: [String] = []
    for part in text.split(whereSeparator: { "、，,/／ 和与及".contains($0) }) {
      var scan = part
      scan.trimPrefix("本文")
      for opening in ["依据了", "依据", "依據了", "依據", "根据", "根據", "据", "據", "来源：", "來源："] { scan.trimPrefix(opening) }
      guard let agency = agency(opening: String(scan)) else {
        // A bracket without other words contains only agencies.
        if isTaken { continue } else { return nil }
      }
      names.appendNew([agency])
    }
    return names.isEmpty ? nil : names.joined(separator: "、")
  }

  private static let openings = ["本文依据", "本文依據", "本文根据", "本文根據", "本文参考", "本文參考", "本文部分内容来自"]

  /// What may follow an agency's name on such a line.
  private static let endings: Set<String> = [
    "", "的报道", "的报导", "的報導", "的報道", "报道", "报导", "報導", "報道", "的消息", "消息", "综合报道", "電", "电", "等", "的内容", "的資料",
  ]

  private static func agency(opening text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard !bytes.isEmpty else { return nil }
      let scalar = UTF8Scalar.decode(bytes, at: 0).value
      guard let match = AgencyTable.match(bytes, at: 0, scalar: scalar) else { return nil }
      let rest = String(decoding: bytes[match.length...], as: UTF8.self)
      return endings.contains(rest) ? AgencyTable.names[match.agency] : nil
    }
  }
}
