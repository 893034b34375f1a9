import Text

/// Distinguishes people from other names in the author field: the site, the source, the duty editor, a number, a
/// placeholder.
struct AuthorCheck {
  let siteNames: [String]
  let sources: [String]
  let editors: [String]
  /// The page, including dropped parts.
  let tree: HTMLTree?

  /// The names of a candidate that may be the author's; empty if it is refused.
  func accepted(_ candidate: Candidate<[String]>) -> [String] {
    let names = candidate.value.filter { !AuthorName.isNobody($0) }
    switch candidate.reading {
    case .data, .meta:
      // An address or a mark among the names means that the field was never filled in.
      guard names.count == candidate.value.count else { return [] }
      let people = names.filter { !isSite($0) && !sources.hold(name: $0) && !AuthorName.isMedium($0) }
      guard !people.isEmpty else { return [] }
      let editors = editors + (tree.map(EditorScan.names(in:)) ?? [])
      return people.filter { name in !editors.contains { name.ends(with: $0) } }
    case .rules: return names
    default: return names.filter { !isSite($0) }
    }
  }

  func isSite(_ name: String) -> Bool {
    let key = TitleHeading.key(name).simplified
    return siteNames.contains { TitleHeading.key($0).simplified == key }
  }
}

/// Finds editors named anywhere on a page, including dropped parts.
enum EditorScan {
  static func names(in tree: HTMLTree) -> [String] {
    var names: [String] = []
    for index in 0..<tree.count {
      let node = NodeID(index)
      guard tree.isText(node), !tree.isBlank(node), tree[node].sourceEnd - tree[node].sourceStart <= 400,
        tree.text(node, holds: "编") || tree.text(node, holds: "編")
      else { continue }
      let text = tree.rawText(of: node)
      let plain = text.simplified
      for label in labels {
        guard let mark = plain.utf8Offset(of: label) else { continue }
        let rest = text[text.utf8.index(text.startIndex, offsetBy: mark + label.utf8.count)...]
        var line = String(rest.prefix(24))
        // The name may be in the next element.
        if line.trimmed(of: "：: ").isEmpty, let next = following(node, tree) { line = "：" + next }
        guard let first = line.unicodeScalars.first(where: { !$0.isBlank }), first.isOne(of: "：:") else {
          continue
        }
        let name = line.trimmed(of: "：: ").unicodeScalars.prefix { $0.isHan }
        if 2...4 ~= name.count { names.appendNew([String(name)]) }
        break
      }
    }
    return names
  }

  private static let labels = ["责任编辑", "责编", "编辑"]

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
