import Text

/// Names in an author field that are not persons.
enum AuthorName {
  /// Placeholders where nobody is named: 佚名, 网络整理, `admin`, a number, an address.
  static func isNobody(_ name: String) -> Bool {
    let key = name.lowered
    if PersonName.isPlaceholder(key) || nobody.contains(key) { return true }
    if !name.unicodeScalars.contains(where: { $0.isHan || $0.properties.isAlphabetic }) { return true }
    // A button that a link leads to, or one of the site's own lines: 版权所有, 忘记密码？
    if name.endsWithAny(of: ["服务", "服務", "我们", "我們", "更多", "首页", "首頁", "登录", "登入", "注册", "註冊"]) { return true }
    if name.unicodeScalars.contains(where: { $0.isOne(of: "？?！。") }) { return true }
    if LineClass(name, isAtEdge: true)?.isBoilerplate == true { return true }
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
