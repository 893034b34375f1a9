/// The publisher's name that pages append to their titles: ` - iYouPort`, ` | BBC`, `_网易`.
enum TitleSuffix {
  /// The title without the suffix, and the suffix; `nil` unless the last part is certainly the site's name.
  ///
  /// - Parameter names: What the site is called: its publisher's names, its host's own part. Asked for only when
  ///   the title has something that may part a suffix from it.
  static func split(_ title: String, names: () -> [String]) -> (title: String, suffix: String)? {
    let bytes = Array(title.utf8)
    var keys: [String]?
    for separator in separators {
      // Most titles have none of them: the last byte that is no blank is rare in titles.
      guard let mark = separator.last(where: { $0 != 0x20 }), bytes.contains(mark),
        let start = RareBytes.last(separator, in: bytes), start > 0
      else { continue }
      let suffixStart = start + separator.count
      guard 1...80 ~= bytes.count - suffixStart else { continue }
      let suffix = String(decoding: bytes[suffixStart...], as: UTF8.self)
      let key = folded(suffix)
      let known = keys ?? names().map(folded)
      keys = known
      // 标题 - 栏目 - 站名: only the site's name goes.
      let rest = trimmed(String(decoding: bytes[..<start], as: UTF8.self))
      if !key.isEmpty, !rest.isEmpty, known.contains(key) { return (rest, suffix) }
    }
    return nil
  }

  private static let separators: [[UInt8]] = [
    " - ", " – ", " — ", " | ", " ｜ ", "｜", " · ", "--", "——", "_", "|", "-", "丨",
  ].map { Array($0.utf8) }

  /// Letters and digits only, in lower case: BBC News 中文 and `bbc-news-中文` are the same.
  private static func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: folded.append(scalar)
      case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0x80...: if scalar.properties.isAlphabetic { folded.append(scalar) }
      default: break
      }
    }
    return String(folded)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// What a site is called by its host: `www.iyouport.org` → iyouport, and the names of well-known ones.
  static func names(ofHost host: String) -> [String] {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return [] }
    var names = [labels[labels.count - 2], host]
    if labels.count >= 3, ["com", "co", "org", "net", "gov", "edu"].contains(labels[labels.count - 2]) {
      names.append(labels[labels.count - 3])
    }
    for (domain, known) in knownNames
    where host.hasSuffix(domain)
      && (host.utf8.count == domain.utf8.count || host.utf8.dropLast(domain.utf8.count).last == UInt8(ascii: "."))
    { names += known }
    return names
  }

  private static let knownNames: [(domain: String, names: [String])] = [
    ("bbc.com", ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文", "BBC 中文"]),
    ("bbc.co.uk", ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文"]),
    ("nytimes.com", ["纽约时报中文网", "纽约时报中文网 国际纵览", "纽约时报", "紐約時報中文網", "The New York Times"]),
    ("voachinese.com", ["美国之音", "VOA", "美国之音中文网", "VOA Chinese"]),
    ("dw.com", ["DW", "德国之声", "DW中文", "德国之声 来自德国 介绍德国"]),
    ("rfi.fr", ["RFI", "法广", "法国国际广播电台", "RFI - 法国国际广播电台"]), ("rfa.org", ["自由亚洲电台", "自由亚洲电台普通话", "RFA"]),
    ("reuters.com", ["路透", "路透社", "Reuters"]), ("ftchinese.com", ["FT中文网", "FT中文網"]),
    ("nikkei.com", ["日经中文网", "日經中文網"]), ("zaobao.com.sg", ["联合早报", "早报"]), ("zaobao.com", ["联合早报", "早报"]),
    ("theinitium.com", ["端传媒", "端傳媒", "端傳媒 Initium Media", "Initium Media"]), ("cna.com.tw", ["中央社 CNA", "中央社"]),
    ("163.com", ["网易", "网易新闻", "网易订阅", "手机网易网"]), ("sina.com.cn", ["新浪", "新浪网", "新浪新闻", "新浪财经"]),
    ("sohu.com", ["搜狐", "搜狐网", "搜狐新闻"]), ("qq.com", ["腾讯", "腾讯网", "腾讯新闻"]), ("ifeng.com", ["凤凰网", "凤凰新闻"]),
    ("thepaper.cn", ["澎湃新闻", "澎湃新闻-The Paper", "澎湃"]), ("caixin.com", ["财新网", "财新"]), ("guancha.cn", ["观察者网"]),
    ("people.com.cn", ["人民网"]), ("xinhuanet.com", ["新华网"]), ("news.cn", ["新华网"]), ("huanqiu.com", ["环球网"]),
    ("chinanews.com", ["中新网", "中国新闻网"]), ("chinanews.com.cn", ["中新网", "中国新闻网"]), ("zhihu.com", ["知乎", "知乎专栏"]),
    ("douban.com", ["豆瓣", "豆瓣电影", "豆瓣读书"]), ("36kr.com", ["36氪", "36氪_让一部分人先看到未来"]), ("huxiu.com", ["虎嗅网", "虎嗅"]),
    ("chinadigitaltimes.net", ["中国数字时代", "中國數字時代", "China Digital Times"]), ("medium.com", ["Medium"]),
    ("matters.news", ["Matters", "Matters 马特市", "馬特市"]), ("matters.town", ["Matters", "Matters 马特市", "馬特市"]),
    ("iyouport.org", ["iYouPort"]), ("pao-pao.net", ["泡泡", "泡泡网"]), ("allnow.com", ["燕京书评"]),
    ("youtube.com", ["YouTube"]), ("wikipedia.org", ["维基百科", "維基百科，自由的百科全書", "维基百科，自由的百科全书", "Wikipedia"]),
    ("epochtimes.com", ["大纪元", "大紀元", "大纪元时报"]), ("ntdtv.com", ["新唐人", "新唐人电视台"]),
    ("thestandnews.com", ["立场新闻", "立場新聞", "立場新聞 Stand News"]), ("hk01.com", ["香港01"]),
    ("infzm.com", ["南方周末"]), ("bjnews.com.cn", ["新京报"]), ("jiemian.com", ["界面新闻"]), ("yicai.com", ["第一财经"]),
  ]
}
