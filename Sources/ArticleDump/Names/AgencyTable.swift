/// News agencies and media that articles cite, by all their names.
enum AgencyTable {
  struct Alias {
    /// With simplified characters.
    let utf8: [UInt8]
    /// Index into ``names``.
    let agency: Int
    /// Characters that must not follow: 彭博士 is not an agency.
    let notBefore: [Unicode.Scalar]
  }

  /// Canonical names, as mainland readers write them.
  static let names: [String] = entries.map(\.name)

  /// Names in simplified characters, which stand for traditional ones too; Latin names count only if no letter or digit
  /// is adjacent. A name that also occurs in everyday words is listed only in 《》. `!` lists what must not follow.
  private static let entries: [(name: String, aliases: String)] = [
    ("法新社", "法新社 AFP 法国新闻社"),
    ("路透社", "路透社 路透 Reuters"),
    ("美联社", "美联社 Associated|Press"),
    ("新华社", "新华社 新华网 新华通讯社 Xinhua"),
    ("中新社", "中新社!会区 中新网 中国新闻社 中国新闻网"),
    ("中央社", "中央社!会区 中央通讯社"),
    ("德新社", "德新社 德国新闻社 dpa"),
    ("俄新社", "俄新社 俄罗斯新闻社"),
    ("卫星通讯社", "卫星通讯社 俄罗斯卫星通讯社"),
    ("塔斯社", "塔斯社 TASS 俄通社"),
    ("国际文传电讯社", "国际文传电讯社 国际文传"),
    ("共同社", "共同社!会区 共同通信社 共同通讯社"),
    ("时事社", "时事通信社 时事通讯社 时事社"),
    ("韩联社", "韩联社"),
    ("朝中社", "朝中社 朝鲜中央通讯社"),
    ("安莎社", "安莎社"),
    ("埃菲社", "埃菲社"),
    ("瑞通社", "瑞通社"),
    ("印度报业托拉斯", "印度报业托拉斯"),
    ("土耳其通讯社", "阿纳多卢通讯社 阿纳多卢新闻社"),
    ("央视", "央视 CCTV CGTN 中央电视台 中国中央电视台"),
    ("CNN", "CNN 美国有线电视新闻网 有线电视新闻网"),
    ("BBC", "BBC 英国广播公司"),
    ("NHK", "NHK 日本广播协会 日本放送协会"),
    ("NBC", "NBC 美国全国广播公司 全国广播公司"),
    ("ABC", "美国广播公司"),
    ("CBS", "CBS 哥伦比亚广播公司"),
    ("NPR", "NPR 美国国家公共广播电台 全国公共广播电台"),
    ("CNBC", "CNBC"),
    ("PBS", "PBS"),
    ("福克斯新闻", "福克斯新闻 霍士新闻 Fox|News"),
    ("半岛电视台", "半岛电视台 Al|Jazeera"),
    ("今日俄罗斯", "今日俄罗斯"),
    ("美国之音", "美国之音 VOA"),
    ("自由亚洲电台", "自由亚洲电台 RFA"),
    ("自由欧洲电台", "自由欧洲电台"),
    ("德国之声", "德国之声"),
    ("法广", "法广!告场播泛大袤义 法国国际广播电台 RFI"),
    ("彭博社", "彭博社 彭博!士学览 Bloomberg"),
    ("道琼斯", "道琼斯通讯社 道琼斯新闻"),
    ("纽约时报", "纽约时报 New|York|Times"),
    ("华盛顿邮报", "华盛顿邮报 Washington|Post"),
    ("华尔街日报", "华尔街日报 Wall|Street|Journal"),
    ("洛杉矶时报", "洛杉矶时报"),
    ("今日美国", "《今日美国》 今日美国报"),
    ("时代周刊", "时代周刊 时代杂志"),
    ("新闻周刊", "《新闻周刊》"),
    ("外交政策", "《外交政策》"),
    ("外交事务", "《外交事务》"),
    ("大西洋月刊", "大西洋月刊"),
    ("纽约客", "《纽约客》"),
    ("政客", "《政客》 政客新闻网 Politico POLITICO"),
    ("Axios", "Axios"),
    ("金融时报", "金融时报 Financial|Times"),
    ("卫报", "《卫报》 英国卫报"),
    ("泰晤士报", "泰晤士报"),
    ("每日电讯报", "每日电讯报"),
    ("每日邮报", "每日邮报"),
    ("独立报", "《独立报》"),
    ("经济学人", "经济学人"),
    ("世界报", "《世界报》 法国世界报"),
    ("费加罗报", "费加罗报"),
    ("解放报", "《解放报》 法国解放报"),
    ("回声报", "《回声报》"),
    ("明镜周刊", "明镜周刊 《明镜》"),
    ("南德意志报", "南德意志报"),
    ("法兰克福汇报", "法兰克福汇报"),
    ("图片报", "《图片报》"),
    ("商报", "《商报》 德国商报"),
    ("新苏黎世报", "新苏黎世报"),
    ("共青团真理报", "共青团真理报"),
    ("日经新闻", "日经新闻 日本经济新闻 日经亚洲"),
    ("朝日新闻", "朝日新闻"),
    ("读卖新闻", "读卖新闻"),
    ("每日新闻", "《每日新闻》 日本每日新闻"),
    ("产经新闻", "产经新闻"),
    ("朝鲜日报", "朝鲜日报"),
    ("中央日报", "《中央日报》"),
    ("海峡时报", "海峡时报"),
    ("联合早报", "联合早报"),
    ("联合报", "《联合报》"),
    ("自由时报", "自由时报"),
    ("中国时报", "中国时报"),
    ("南华早报", "南华早报"),
    ("明报", "《明报》 香港明报"),
    ("苹果日报", "苹果日报"),
    ("星岛日报", "星岛日报"),
    ("香港电台", "香港电台"),
    ("香港01", "香港01"),
    ("端传媒", "端传媒"),
    ("人民日报", "人民日报"),
    ("人民网", "《人民网》 人民网讯"),
    ("环球时报", "环球时报"),
    ("环球网", "环球网"),
    ("光明日报", "光明日报"),
    ("解放军报", "解放军报"),
    ("中国青年报", "中国青年报 中青报 中青网"),
    ("中国日报", "中国日报"),
    ("北京日报", "北京日报"),
    ("新京报", "新京报"),
    ("南方周末", "南方周末"),
    ("南方都市报", "南方都市报"),
    ("澎湃新闻", "澎湃新闻"),
    ("界面新闻", "界面新闻"),
    ("财新", "财新网 财新周刊 财新传媒 《财新》"),
    ("第一财经", "第一财经"),
    ("21世纪经济报道", "21世纪经济报道"),
    ("中国新闻周刊", "中国新闻周刊"),
    ("三联生活周刊", "三联生活周刊"),
    ("观察者网", "观察者网"),
    ("凤凰网", "凤凰网 凤凰卫视"),
    ("维基解密", "维基解密"),
  ]

  static let aliases: [Alias] = {
    var aliases: [Alias] = []
    for (agency, entry) in entries.enumerated() {
      for alias in entry.aliases.simplified.split(separator: " ") {
        let parts = alias.split(separator: "!")
        aliases.append(
          Alias(
            utf8: Array(parts[0].replacing("|", with: " ").utf8), agency: agency,
            notBefore: parts.count > 1 ? Array(parts[1].unicodeScalars) : []))
      }
    }
    return aliases
  }()

  /// The first scalars of all aliases, simplified.
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
    var slots = [(key: UInt32, first: Int32, count: Int32)](repeating: (0, 0, 0), count: 2_048)
    /// Of the candidates with the same key, longer ones first.
    var candidates: [Candidate] = []
    var names: [UInt8] = []

    init() {
      let byKey = Dictionary(grouping: aliases.indices) { index in
        key(of: aliases[index]) ?? 0
      }
      for (key, indices) in byKey.sorted(by: { $0.key < $1.key }) {
        slots[slot(of: key)] = (key, Int32(candidates.count), Int32(indices.count))
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
    func slot(of key: UInt32) -> Int {
      var slot = Int((key &* 0x9E37_79B1) >> 21)
      while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & 2_047 }
      return slot
    }
  }

  private static let table = Table()

  /// The first character and the last byte of the second, which distinguishes Han characters best, both simplified; nil
  /// at the end of the text.
  @inline(__always)
  private static func key(
    of bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32, _ forms: UnsafeBufferPointer<UInt16>
  ) -> UInt32? {
    guard scalar >= 0x80 else { return start + 1 < bytes.count ? scalar << 8 | UInt32(bytes[start + 1]) : nil }
    guard start + 5 < bytes.count else { return nil }
    var last = bytes[start + 5]
    if 0xE4...0xE9 ~= bytes[start + 3] {
      let second = Vocabulary.simplified(UTF8Scalar.decode(bytes, at: start + 3).value, by: forms)
      last = 0x80 | UInt8(truncatingIfNeeded: second) & 0x3F
    }
    return Vocabulary.simplified(scalar, by: forms) << 8 | UInt32(last)
  }

  private static func key(of alias: Alias) -> UInt32? {
    alias.utf8.withUnsafeBufferPointer { name in
      Vocabulary.foldedForms.withUnsafeBufferPointer { key(of: name, at: 0, scalar: firstScalar(of: alias), $0) }
    }
  }

  /// One bit for the hash of every key; most lookups end here.
  static let keys: [UInt64] = {
    var keys = [UInt64](repeating: 0, count: 256)
    for alias in aliases {
      guard let key = Self.key(of: alias) else { continue }
      let bit = bit(of: key)
      keys[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return keys
  }()

  @inline(__always)
  private static func bit(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 18) }

  /// False if no agency's name begins at an offset.
  ///
  /// - Parameters:
  ///   - keys: ``keys``, loaded by the caller.
  ///   - forms: `Vocabulary.foldedForms`, loaded by the caller.
  @inline(__always)
  static func mayMatch(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32, keys: UnsafeBufferPointer<UInt64>,
    forms: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard let key = key(of: bytes, at: start, scalar: scalar, forms) else { return false }
    let bit = bit(of: key)
    return keys[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The agency whose name begins at an offset, with the name's length in bytes.
  static func match(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, scalar: UInt32
  ) -> (agency: Int, length: Int)? {
    let key = Vocabulary.foldedForms.withUnsafeBufferPointer { Self.key(of: bytes, at: start, scalar: scalar, $0) }
    guard let key else { return nil }
    let (_, first, count) = table.slots[table.slot(of: key)]
    guard count > 0 else { return nil }
    if start > 0, bytes[start] < 0x80, isLatinOrDigit(bytes[start - 1]) { return nil }
    // The longest of the names and the character after it.
    let text = UnsafeBufferPointer(rebasing: bytes[start...].prefix(table.candidates[Int(first)].count + 4))
    return Vocabulary.withSimplified(text) { text -> (agency: Int, length: Int)? in
      for place in Int(first)..<Int(first + count) {
        let candidate = table.candidates[place]
        if isName(candidate, text) { return (candidate.agency, candidate.count) }
      }
      return nil
    }
  }

  /// Whether a text with simplified characters begins with a name.
  private static func isName(_ candidate: Candidate, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = candidate.count
    guard end <= text.count else { return false }
    let isSame = table.names.withUnsafeBufferPointer { names in
      // Names with the same beginning have different ends.
      guard text[end - 1] == names[candidate.start + end - 1] else { return false }
      var offset = 1
      while offset < end, text[offset] == names[candidate.start + offset] { offset += 1 }
      return offset == end
    }
    guard isSame else { return false }
    if text[0] < 0x80 { return end == text.count || !isLatinOrDigit(text[end]) }
    let notBefore = aliases[candidate.alias].notBefore
    guard end < text.count, !notBefore.isEmpty else { return true }
    let following = UTF8Scalar.decode(text, at: end).value
    return !notBefore.contains { $0.value == following }
  }

  private static func isLatinOrDigit(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 && byte < 0x80 || 0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2F || byte == 0x40
  }
}
