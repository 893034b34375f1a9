import Text

/// Lines that ask a reader to install, to scan, to follow: what they ask for and the asking, in any order.
///
/// `下载界面新闻`, `海量资讯，尽在某某财经APP`, `关注某某公众号，解锁全新阅读体验`: the name between differs from site to site.
enum PromptLine {
  /// - Parameter line: A line at an edge of an article; longer ones than 60 characters are no prompts.
  static func matches(_ line: PlainLine) -> Bool {
    guard line.scalarCount <= 60, !line.holdsFullStop else { return false }
    let bytes = line.bytes
    let seen = parts(of: bytes)
    // 「他把旧手机里的App都删了。」 is a sentence.
    let isSentence = ByteSearch.ends(bytes, with: "。")
    if seen.contains(.program), seen.contains(.install) {
      let isQuestion = ByteSearch.holds(bytes, "？") || ByteSearch.holds(bytes, "“") || ByteSearch.holds(bytes, "「")
      if !isSentence { return !isQuestion && (!isSpoken(line) || asks(bytes)) }
      if line.scalarCount <= 24, !isQuestion, openings.match(in: bytes, at: 0) != nil { return true }
    }
    if seen.contains(.account), seen.contains(.follow) {
      return !isSentence || follows.match(in: bytes, at: 0) != nil
    }
    if seen.contains(.network), seen.contains(.follow), line.scalarCount <= 40, follows.match(in: bytes, at: 0) != nil {
      return true
    }
    if seen.contains(.subscribe), !isSentence, !ByteSearch.holds(bytes, "？") {
      if seen.contains(.mail) { return true }
      if seen.contains(.network), subscribing.match(in: bytes, at: 0) != nil { return true }
    }
    if isSentence || line.scalarCount > 20 { return false }
    if seen.contains(.subscribe), letters.holdsAny(in: UnsafeBufferPointer(rebasing: bytes.suffix(9))),
      subscribing.match(in: bytes, at: 0) != nil
    {
      return true
    }
    return openings.match(in: bytes, at: 0)?.payload == 0 && !ByteSearch.holds(bytes, "，")
  }

  /// `在早报App中打开`: a button between paragraphs, a program's name and what to do with it.
  static func isButton(_ line: PlainLine) -> Bool {
    let bytes = line.bytes
    guard !ByteSearch.holds(bytes, "，"), !ByteSearch.holds(bytes, "。"), !ByteSearch.holds(bytes, "？") else {
      return false
    }
    return parts(of: bytes).isSuperset(of: [.program, .install])
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> Parts {
    var seen: Parts = []
    phrases.forEachMatch(in: bytes) { match in
      seen.insert(Parts(rawValue: match.payload))
      return true
    }
    if holdsApp(bytes) { seen.insert(.program) }
    return seen
  }

  /// Whether a long sentence of several clauses tells of prompts and gives none: 现在动不动就要关注公众号，….
  static func isTold(_ line: PlainLine) -> Bool {
    // Prompts of several sentences are some of all that pages have.
    !line.holdsFullStop && ByteSearch.ends(line.bytes, with: "。") && !ByteSearch.holds(line.bytes, "！")
      && isSpoken(line) && !asks(line.bytes)
  }

  /// Whether a line begins as those do that ask, or gives an address to go to.
  private static func asks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    asking.match(in: bytes, at: 0) != nil || ByteSearch.holds(bytes, "http") || ByteSearch.holds(bytes, byte: 0x40)
  }

  /// App as a word: WhatsApp is no program to be installed for a page's sake.
  private static func holdsApp(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start + 3 <= bytes.count {
      guard let index = bytes[start...].firstIndex(of: 0x61), index + 3 <= bytes.count else { return false }
      start = index + 1
      guard bytes[index + 1] == 0x70, bytes[index + 2] == 0x70 else { continue }
      if index == 0 || (bytes[index - 1] | 0x20) &- 0x61 >= 26 { return true }
    }
    return false
  }

  /// A long line of several clauses tells of programs; a prompt is shorter.
  private static func isSpoken(_ line: PlainLine) -> Bool {
    guard line.scalarCount > 30 else { return false }
    let bytes = line.bytes
    var commas = 0
    for index in bytes.indices.dropLast(2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C {
      commas += 1
    }
    return commas >= 2
  }

  private struct Parts: OptionSet {
    let rawValue: Int
    static let program = Parts(rawValue: 1)
    static let install = Parts(rawValue: 2)
    static let account = Parts(rawValue: 4)
    static let follow = Parts(rawValue: 8)
    static let mail = Parts(rawValue: 16)
    static let subscribe = Parts(rawValue: 32)
    static let network = Parts(rawValue: 64)
  }

  /// What may be installed.
  static let programs = ["app", "客户端", "客戶端", "用戶端", "应用程序", "應用程式"]

  private static let phrases = PhraseTable(
    // Words that begin alike and ask for nothing: the longer counts.
    ["下载量", "下載量", "下载完", "下載完", "下载速度", "下載速度", "下载了", "下載了", "下载的", "下載的"].map { ($0, 0) }
      + programs.filter { $0 != "app" }.map { ($0, Parts.program.rawValue) }
      + [
        "下载", "下載", "打开", "打開", "尽在", "盡在", "就在", "都在", "更好阅读", "阅读体验", "閱讀體驗", "查看更多", "看更多", "安装", "安裝", "更多精彩", "参加",
        "參加",
        "立即", "免费", "免費", "每日新聞不漏接", "参与讨论", "內打开", "内查看", "中查看", "来听", "收听", "睇更快",
      ].map { ($0, Parts.install.rawValue) }
      + [
        "公众号", "公眾號", "微信号", "视频号", "小程序", "订阅号", "服务号", "telegram频道", "line好友", "广告合作", "商务合作", "廣告合作", "会员", "會員",
        "贊助", "赞助", "捐款", "注册", "註冊",
      ].map {
        ($0, Parts.account.rawValue)
      }
      + [
        "关注", "關注", "搜索", "扫码", "掃碼", "欢迎", "歡迎", "添加", "加入", "点击", "點擊", "解锁", "更多", "认准", "联系", "請按此", "请按此", "點此",
        "成为", "成為",
        "点此",
      ]
      .map { ($0, Parts.follow.rawValue) }
      + ["订阅", "訂閱", "接收"].map { ($0, Parts.follow.rawValue | Parts.subscribe.rawValue) }
      + ["微信", "微博", "facebook", "instagram", "youtube", "telegram", "twitter"].map { ($0, Parts.network.rawValue) }
      + ["邮件", "郵件", "电邮", "電郵", "电子报", "電子報", "newsletter", "简讯", "簡訊"].map { ($0, Parts.mail.rawValue) })

  /// What a sentence that asks begins with.
  private static let follows = PhraseTable(
    [
      "关注", "關注", "欢迎", "歡迎", "请关注", "請關注", "请“点赞”", "请点赞", "請按讚", "請讚好", "请搜索", ">关注", "#欢迎", "更多", "扫", "掃", "微信搜索",
      "请微信", "点击", "點擊", "想看更多",
    ].map {
      ($0, 0)
    })

  /// `訂閱《某某》每日報`: what it begins and ends with.
  private static let subscribing = PhraseTable(["订阅", "訂閱"].map { ($0, 0) })
  private static let letters = PhraseTable(["报", "報", "刊", "邮件", "郵件", "通讯", "通訊", "频道", "頻道", "电子信"].map { ($0, 0) })

  /// What a sentence of several clauses that asks begins with.
  private static let asking = PhraseTable(
    [
      "扫", "掃", "长按", "長按", "点击", "點擊", "关注", "關注", "欢迎", "歡迎", "下载", "下載", "请", "請", "更多", "微信", "添加", "识别", "識別",
      "订阅", "訂閱",
      "加入", "如果", "喜欢", "喜歡", "立即", "免费", "免費", "成为", "成為", "支持", "您", "你", "继续", "繼續", "若", "想", "为", "為", "本文", "我们",
      "我們", "感谢",
      "感謝",
    ].map { ($0, 0) })

  /// What a few words that ask begin with.
  private static let openings = PhraseTable(
    [
      "下载", "下載", "点击下载", "點擊下載", "立即下载", "立即下載", "在手机上打开", "广告合作", "廣告合作", "商务合作", "投稿邮箱", "投稿請寄", "新闻报料", "新聞報料",
      "报料热线",
    ]
    .map { ($0, 0) }
      + ["下载量", "下載量", "下载完", "下載完", "下载速度", "下載速度", "下载了", "下載了", "下载的", "下載的", "投稿信箱是", "投稿邮箱是"].map { ($0, 1) })
}
