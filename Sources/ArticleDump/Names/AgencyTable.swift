/// News agencies and media that articles cite, by all their names.
enum AgencyTable {
  struct Alias {
    let utf8: [UInt8]
    /// Index into ``names``.
    let agency: Int
    /// Characters that must not follow: 彭博士 is not an agency.
    let notBefore: [Unicode.Scalar]
  }

  /// Canonical names, as mainland readers write them.
  static let names: [String] = entries.map(\.name)

  /// Simplified and traditional names; Latin ones count only if no letter or digit is adjacent. A name that also occurs
  /// in everyday words is listed only in 《》. `!` lists what must not follow.
  private static let entries: [(name: String, aliases: String)] = [
    ("法新社", "法新社 AFP 法国新闻社 法國新聞社"),
    ("路透社", "路透社 路透 Reuters"),
    ("美联社", "美联社 美聯社 Associated|Press"),
    ("新华社", "新华社 新華社 新华网 新華網 新华通讯社 Xinhua"),
    ("中新社", "中新社!会會区 中新网 中新網 中国新闻社 中國新聞社 中国新闻网"),
    ("中央社", "中央社!会會区 中央通訊社 中央通讯社"),
    ("德新社", "德新社 德国新闻社 德國新聞社 dpa"),
    ("俄新社", "俄新社 俄罗斯新闻社"),
    ("卫星通讯社", "卫星通讯社 俄罗斯卫星通讯社"),
    ("塔斯社", "塔斯社 TASS 俄通社"),
    ("国际文传电讯社", "国际文传电讯社 国际文传 國際文傳"),
    ("共同社", "共同社!会會区區 共同通信社 共同通讯社"),
    ("时事社", "时事通信社 時事通信社 时事通讯社 时事社 時事社"),
    ("韩联社", "韩联社 韓聯社"),
    ("朝中社", "朝中社 朝鲜中央通讯社 朝鮮中央通訊社"),
    ("安莎社", "安莎社"),
    ("埃菲社", "埃菲社"),
    ("瑞通社", "瑞通社"),
    ("印度报业托拉斯", "印度报业托拉斯"),
    ("土耳其通讯社", "阿纳多卢通讯社 阿纳多卢新闻社"),
    ("央视", "央视 央視 CCTV CGTN 中央电视台 中央電視台 中国中央电视台"),
    ("CNN", "CNN 美国有线电视新闻网 美國有線電視新聞網 有线电视新闻网"),
    ("BBC", "BBC 英国广播公司 英國廣播公司"),
    ("NHK", "NHK 日本广播协会 日本放送协会"),
    ("NBC", "NBC 美国全国广播公司 美國全國廣播公司 全国广播公司"),
    ("ABC", "美国广播公司 美國廣播公司"),
    ("CBS", "CBS 哥伦比亚广播公司 哥倫比亞廣播公司"),
    ("NPR", "NPR 美国国家公共广播电台 全国公共广播电台"),
    ("CNBC", "CNBC"),
    ("PBS", "PBS"),
    ("福克斯新闻", "福克斯新闻 福克斯新聞 霍士新聞 Fox|News"),
    ("半岛电视台", "半岛电视台 半島電視台 Al|Jazeera"),
    ("今日俄罗斯", "今日俄罗斯 今日俄羅斯"),
    ("美国之音", "美国之音 美國之音 VOA"),
    ("自由亚洲电台", "自由亚洲电台 自由亞洲電台 RFA"),
    ("自由欧洲电台", "自由欧洲电台 自由歐洲電台"),
    ("德国之声", "德国之声 德國之聲"),
    ("法广", "法广!告场播泛大袤义 法廣 法国国际广播电台 法國國際廣播電台 RFI"),
    ("彭博社", "彭博社 彭博!士学学览 Bloomberg"),
    ("道琼斯", "道琼斯通讯社 道琼斯新闻"),
    ("纽约时报", "纽约时报 紐約時報 New|York|Times"),
    ("华盛顿邮报", "华盛顿邮报 華盛頓郵報 Washington|Post"),
    ("华尔街日报", "华尔街日报 華爾街日報 Wall|Street|Journal"),
    ("洛杉矶时报", "洛杉矶时报 洛杉磯時報"),
    ("今日美国", "《今日美国》 《今日美國》 今日美国报"),
    ("时代周刊", "时代周刊 時代週刊 时代杂志"),
    ("新闻周刊", "《新闻周刊》 《新聞週刊》"),
    ("外交政策", "《外交政策》"),
    ("外交事务", "《外交事务》 《外交事務》"),
    ("大西洋月刊", "大西洋月刊"),
    ("纽约客", "《纽约客》 《紐約客》"),
    ("政客", "《政客》 政客新闻网 政客新聞網 Politico POLITICO"),
    ("Axios", "Axios"),
    ("金融时报", "金融时报 金融時報 Financial|Times"),
    ("卫报", "《卫报》 《衛報》 英国卫报 英國衛報"),
    ("泰晤士报", "泰晤士报 泰晤士報"),
    ("每日电讯报", "每日电讯报 每日電訊報"),
    ("每日邮报", "每日邮报 每日郵報"),
    ("独立报", "《独立报》 《獨立報》"),
    ("经济学人", "经济学人 經濟學人"),
    ("世界报", "《世界报》 《世界報》 法国世界报"),
    ("费加罗报", "费加罗报 費加羅報"),
    ("解放报", "《解放报》 《解放報》 法国解放报"),
    ("回声报", "《回声报》 《回聲報》"),
    ("明镜周刊", "明镜周刊 明鏡週刊 《明镜》 《明鏡》"),
    ("南德意志报", "南德意志报 南德意志報"),
    ("法兰克福汇报", "法兰克福汇报 法蘭克福匯報"),
    ("图片报", "《图片报》 《圖片報》"),
    ("商报", "《商报》 《商報》 德国商报"),
    ("新苏黎世报", "新苏黎世报 新蘇黎世報"),
    ("共青团真理报", "共青团真理报"),
    ("日经新闻", "日经新闻 日經新聞 日本经济新闻 日本經濟新聞 日经亚洲 日經亞洲"),
    ("朝日新闻", "朝日新闻 朝日新聞"),
    ("读卖新闻", "读卖新闻 讀賣新聞"),
    ("每日新闻", "《每日新闻》 《每日新聞》 日本每日新闻"),
    ("产经新闻", "产经新闻 產經新聞"),
    ("朝鲜日报", "朝鲜日报 朝鮮日報"),
    ("中央日报", "《中央日报》 《中央日報》"),
    ("海峡时报", "海峡时报 海峽時報"),
    ("联合早报", "联合早报 聯合早報"),
    ("联合报", "《联合报》 《聯合報》"),
    ("自由时报", "自由时报 自由時報"),
    ("中国时报", "中国时报 中國時報"),
    ("南华早报", "南华早报 南華早報"),
    ("明报", "《明报》 《明報》 香港明报"),
    ("苹果日报", "苹果日报 蘋果日報"),
    ("星岛日报", "星岛日报 星島日報"),
    ("香港电台", "香港电台 香港電台"),
    ("香港01", "香港01"),
    ("端传媒", "端传媒 端傳媒"),
    ("人民日报", "人民日报 人民日報"),
    ("人民网", "《人民网》 人民网讯"),
    ("环球时报", "环球时报 環球時報"),
    ("环球网", "环球网 環球網"),
    ("光明日报", "光明日报 光明日報"),
    ("解放军报", "解放军报 解放軍報"),
    ("中国青年报", "中国青年报 中國青年報 中青报 中青網"),
    ("中国日报", "中国日报 中國日報"),
    ("北京日报", "北京日报 北京日報"),
    ("新京报", "新京报 新京報"),
    ("南方周末", "南方周末 南方週末"),
    ("南方都市报", "南方都市报 南方都市報"),
    ("澎湃新闻", "澎湃新闻 澎湃新聞"),
    ("界面新闻", "界面新闻 界面新聞"),
    ("财新", "财新网 財新網 财新周刊 财新传媒 《财新》 《財新》"),
    ("第一财经", "第一财经 第一財經"),
    ("21世纪经济报道", "21世纪经济报道"),
    ("中国新闻周刊", "中国新闻周刊"),
    ("三联生活周刊", "三联生活周刊"),
    ("观察者网", "观察者网 觀察者網"),
    ("凤凰网", "凤凰网 鳳凰網 凤凰卫视 鳳凰衛視"),
    ("维基解密", "维基解密 維基解密"),
  ]

  static let aliases: [Alias] = {
    var aliases: [Alias] = []
    for (agency, entry) in entries.enumerated() {
      for alias in entry.aliases.split(separator: " ") {
        let parts = alias.split(separator: "!")
        aliases.append(
          Alias(
            utf8: Array(parts[0].replacing("|", with: " ").utf8), agency: agency,
            notBefore: parts.count > 1 ? Array(parts[1].unicodeScalars) : []))
      }
    }
    return aliases
  }()

  /// The first scalars of all aliases.
  static let firstScalars = Set(aliases.map { firstScalar(of: $0) })

  private static func firstScalar(of alias: Alias) -> UInt32 {
    alias.utf8.withUnsafeBufferPointer { UTF8Scalar.decode($0, at: 0).value }
  }

  private struct Candidate {
    /// Where the name is in `names`.
    var start: Int
    var count: Int
    var agency: Int
    var alias: Int
  }

  /// The aliases by their first character and one byte of their second; names and candidates are in separate arrays, so
  /// that a lookup needs no reference counting.
  private struct Table {
    /// A hash table with linear probing: the key, the first candidate, the number of candidates; key 0 is free.
    var places = [(key: UInt32, first: Int32, count: Int32)](repeating: (0, 0, 0), count: 2_048)
    /// Of the candidates with the same key, longer ones first.
    var candidates: [Candidate] = []
    var names: [UInt8] = []

    init() {
      let byKey = Dictionary(grouping: aliases.indices) { index in
        aliases[index].utf8.withUnsafeBufferPointer { key(of: $0, at: 0, scalar: firstScalar(of: aliases[index])) ?? 0 }
      }
      for (key, indices) in byKey.sorted(by: { $0.key < $1.key }) {
        places[place(of: key)] = (key, Int32(candidates.count), Int32(indices.count))
        for index in indices.sorted(by: { aliases[$0].utf8.count > aliases[$1].utf8.count }) {
          let bytes = aliases[index].utf8
          candidates.append(
            Candidate(start: names.count, count: bytes.count, agency: aliases[index].agency, alias: index))
          names += bytes
        }
      }
    }

    /// The slot of a key, or a free slot for it.
    @inline(__always)
    func place(of key: UInt32) -> Int {
      var place = Int((key &* 0x9E37_79B1) >> 21)
      while places[place].key != key, places[place].key != 0 { place = (place + 1) & 2_047 }
      return place
    }
  }

  private static let table = Table()

  /// The last byte of the second character distinguishes Han characters best; nil at the end of the text.
  @inline(__always)
  private static func key(of bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32) -> UInt32? {
    let next = start + (scalar < 0x80 ? 1 : 5)
    return next < bytes.count ? scalar << 8 | UInt32(bytes[next]) : nil
  }

  /// One bit for the hash of every key; most lookups end here.
  static let keys: [UInt64] = {
    var keys = [UInt64](repeating: 0, count: 256)
    for alias in aliases {
      guard let key = alias.utf8.withUnsafeBufferPointer({ key(of: $0, at: 0, scalar: firstScalar(of: alias)) }) else {
        continue
      }
      let bit = bit(of: key)
      keys[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return keys
  }()

  @inline(__always)
  private static func bit(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 18) }

  /// False if no agency's name begins at an offset.
  ///
  /// - Parameter keys: ``keys``, loaded by the caller.
  @inline(__always)
  static func mayMatch(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32, keys: UnsafeBufferPointer<UInt64>
  ) -> Bool {
    guard let key = key(of: bytes, at: start, scalar: scalar) else { return false }
    let bit = bit(of: key)
    return keys[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The agency whose name begins at an offset, with the name's length in bytes.
  static func match(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32
  ) -> (agency: Int, length: Int)? {
    guard let key = key(of: bytes, at: start, scalar: scalar) else { return nil }
    let (_, first, count) = table.places[table.place(of: key)]
    for place in Int(first)..<Int(first + count) {
      let candidate = table.candidates[place]
      if isName(candidate, bytes, at: start) { return (candidate.agency, candidate.count) }
    }
    return nil
  }

  private static func isName(_ candidate: Candidate, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let end = start + candidate.count
    guard end <= bytes.count else { return false }
    let isSame = table.names.withUnsafeBufferPointer { names in
      // Names with the same beginning have different ends.
      guard bytes[end - 1] == names[candidate.start + candidate.count - 1] else { return false }
      var offset = 1
      while offset < candidate.count, bytes[start + offset] == names[candidate.start + offset] { offset += 1 }
      return offset == candidate.count
    }
    guard isSame else { return false }
    if bytes[start] < 0x80 {
      if start > 0, isLatinOrDigit(bytes[start - 1]) { return false }
      return end == bytes.count || !isLatinOrDigit(bytes[end])
    }
    let notBefore = aliases[candidate.alias].notBefore
    guard end < bytes.count, !notBefore.isEmpty else { return true }
    let following = UTF8Scalar.decode(bytes, at: end).value
    return !notBefore.contains { $0.value == following }
  }

  private static func isLatinOrDigit(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 && byte < 0x80 || 0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2F || byte == 0x40
  }
}
