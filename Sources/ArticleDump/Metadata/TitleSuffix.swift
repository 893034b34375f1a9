/// The publisher's name that pages append to their titles: ` - iYouPort`, ` | BBC`, `_网易`.
enum TitleSuffix {
  /// The title without the suffix, and the suffix; `nil` unless the last part is certainly the site's name.
  ///
  /// - Parameter names: What the site is called: its publisher's names, its host's own part.
  static func split(_ title: String, names: [String]) -> (title: String, suffix: String)? {
    for separator in separators {
      guard let range = title.ranges(of: separator).last else { continue }
      let head = title[..<range.lowerBound]
      let suffix = String(title[range.upperBound...])
      guard !head.allSatisfy(\.isWhitespace), !suffix.isEmpty, suffix.utf8.count <= 80 else { continue }
      let key = folded(suffix)
      if !key.isEmpty, names.contains(where: { folded($0) == key }) {
        let rest = trimmed(head)
        // 标题 - 栏目 - 站名: only the site's name goes.
        return (rest, suffix)
      }
    }
    return nil
  }

  private static let separators = [" - ", " – ", " — ", " | ", " ｜ ", "｜", " · ", "--", "——", "_", "|", "-", "丨"]

  /// Letters and digits only, in lower case: BBC News 中文 and `bbc-news-中文` are the same.
  private static func folded(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || 0x30...0x39 ~= $0.value }))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  /// What a site is called by its host: `www.iyouport.org` → iyouport, and the names of well-known ones.
  static func names(ofHost host: String) -> [String] {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return [] }
    var names = [labels[labels.count - 2], host]
    if labels.count >= 3, ["com", "co", "org", "net", "gov", "edu"].contains(labels[labels.count - 2]) {
      names.append(labels[labels.count - 3])
    }
    for (domain, known) in knownNames where host == domain || host.hasSuffix("." + domain) { names += known }
    return names
  }

  private static let knownNames: [(domain: String, names: [String])] = [
    ("bbc.com", ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文", "BBC 中文"]),
    ("bbc.co.uk", ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文"]),
    ("nytimes.com", ["纽约时报中文网", "纽约时报中文网 国际纵览", "纽约时报", "紐約時報中文網", "The New York Times"]),
    ("voachinese.com", ["美国之音", "VOA", "美国之音中文网", "VOA Chinese"]), ("dw.com", ["DW", "德国之声", "DW中文", "德国之声 来自德国 介绍德国"]),
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
