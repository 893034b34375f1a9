import Text

/// Tells people from what templates put in their place: the site, the source, the duty editor, a number, a placeholder.
struct AuthorCheck {
  let siteNames: [String]
  let sources: [String]
  let editors: [String]
  /// The page, what was dropped of it too.
  let tree: HTMLTree?

  /// The names of a candidate that may be the author's; empty when it is refused.
  func accepted(_ candidate: Candidate<[String]>) -> [String] {
    let names = candidate.value.filter { !Self.isNobody($0) }
    switch candidate.reading {
    case .data, .meta:
      // An address or a mark among them: the field was never filled in.
      guard names.count == candidate.value.count else { return [] }
      let people = names.filter { !isSite($0) && !sources.contains($0) && !Self.isMedium($0) }
      guard !people.isEmpty else { return [] }
      let editors = editors + (tree.map(EditorScan.names(in:)) ?? [])
      return people.filter { name in !editors.contains { name.ends(with: $0) } }
    case .rules: return names
    default: return names.filter { !isSite($0) }
    }
  }

  func isSite(_ name: String) -> Bool {
    let key = TitleHeading.key(name)
    return siteNames.contains { TitleHeading.key($0) == key }
  }

  /// What stands where nobody is named: 佚名, 网络整理, `admin`, a number, an address.
  static func isNobody(_ name: String) -> Bool {
    let key = name.lowered
    if PersonName.isPlaceholder(key) || nobody.contains(key) { return true }
    if !name.unicodeScalars.contains(where: { $0.isHan || $0.properties.isAlphabetic }) { return true }
    // A button that a link leads to.
    if name.endsWithAny(of: ["服务", "服務", "我们", "我們", "更多", "首页", "首頁", "登录", "登入", "注册", "註冊"]) { return true }
    return key.holds("://") || key.startsWithAny(of: ["www.", "http"]) || key.holds("@") && key.holds(".")
  }

  private static let nobody: Set<String> = Set(
    """
    佚名 未知 不详 不詳 无 無 暂无 暫無 网络整理 網路整理 网络 網路 网络转载 网络来源 互联网 互聯網 整理 转载 轉載 转自网络 本站 本网 本站原创 本站整理 原创 原創 \
    小编 小編 编辑 編輯 编辑部 編輯部 责任编辑 管理员 管理員 网友 網友 站长 系统管理员 综合 綜合 综合整理 综合报道 匿名 作者 记者 記者 本报讯 来源 \
    name email e-mail author authors unknown null undefined none n/a na root administrator webmaster editor editors user guest test staff
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Whether a name is one that only media and offices have.
  static func isMedium(_ name: String) -> Bool {
    if AgencyTable.names.contains(name) { return true }
    return name.inkCount >= 3
      && name.endsWithAny(of: [
        "网", "網", "网站", "網站", "日报", "日報", "晚报", "晚報", "时报", "時報", "早报", "早報", "商报", "商報", "都市报", "青年报", "电子报", "電子報",
        "周刊",
        "週刊", "周报", "週報", "传媒", "傳媒", "通讯社", "通訊社", "新华社", "新華社", "中新社", "电视台", "電視台", "電視臺", "广播电台", "廣播電台", "新闻中心",
        "新聞中心", "编辑部", "編輯部", "出版社", "杂志社", "雜誌社", "办公室", "办公厅", "委员会", "委員會", "人民政府", "宣传部", "客户端",
      ])
  }
}

/// Finds the editors that a page prints anywhere, in what was dropped too.
enum EditorScan {
  static func names(in tree: HTMLTree) -> [String] {
    var names: [String] = []
    for index in 0..<tree.count {
      let node = NodeID(index)
      guard tree.isText(node), !tree.isBlank(node), tree[node].sourceEnd - tree[node].sourceStart <= 400,
        tree.text(node, holds: "编") || tree.text(node, holds: "編")
      else { continue }
      let text = tree.rawText(of: node)
      for label in labels {
        guard let mark = text.utf8Index(of: label) else { continue }
        let rest = text[text.utf8.index(mark, offsetBy: label.utf8.count)...]
        var line = String(rest.prefix(24))
        // The name may stand in the next element.
        if line.trimmed(of: "：: ").isEmpty, let next = following(node, tree) { line = "：" + next }
        guard let first = line.unicodeScalars.first(where: { !$0.isBlank }), "：:".unicodeScalars.contains(first) else {
          continue
        }
        let name = line.trimmed(of: "：: ").unicodeScalars.prefix { $0.isHan }
        if 2...4 ~= name.count { names.appendNew([String(name)]) }
        break
      }
    }
    return names
  }

  private static let labels = ["责任编辑", "責任編輯", "责编", "責編", "编辑", "編輯"]

  private static func following(_ node: NodeID, _ tree: HTMLTree) -> String? {
    for index in (Int(node.index) + 1)..<min(tree.count, Int(node.index) + 6) {
      let next = NodeID(index)
      if tree.isText(next), !tree.isBlank(next) { return String(tree.rawText(of: next).trimmedOfBlanks.prefix(12)) }
    }
    return nil
  }
}

/// Platforms on which accounts publish: the account is the author, not a medium.
enum AccountPlatform {
  static func holds(_ url: String?) -> Bool {
    guard let url else { return false }
    return url.holdsAny(of: [
      "163.com/dy/", "baijiahao.baidu.com/", "mp.weixin.qq.com/", "sohu.com/a/", "toutiao.com/", "k.sina.com.cn/",
      "page.om.qq.com/", "kuaibao.qq.com/", "zhuanlan.zhihu.com/", "bilibili.com/read/", "jianshu.com/p/",
      "yidianzixun.com/article/", "post.smzdm.com/", "weibo.com/ttarticle/",
    ])
  }
}
