import Text

/// The section that a URL's path names.
enum SectionName {
  /// - Returns: A Chinese folder of the path (`/cn/国际/…` → 国际), or the Chinese name of a common English one (`/world/…`
  ///   → 国际); `nil` if the path names none. The last component, the article itself, does not count.
  static func inPath(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      return nil
    }
    let path = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    var components = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // `…/对岸的船/`: this is also the article itself.
    if let last = components.last, last.isEmpty { components.removeLast() }
    var found: String?
    for component in components.dropFirst().dropLast().prefix(6) where 2...90 ~= component.count {
      let folder = String(decoding: component, as: UTF8.self)
      if component.contains(where: { $0 == UInt8(ascii: "%") || $0 >= 0x80 }) {
        let decoded = PercentEncoding.decoded(folder)
        if isChineseName(decoded) { found = decoded }
      } else if let name = names[folder.lowercased()] {
        found = name
      }
    }
    return found ?? ofBBC(components)
  }

  /// `…/zhongwen/simp/world-54413613`: the BBC writes the section into the last component.
  private static func ofBBC(_ components: [ArraySlice<UInt8>]) -> String? {
    guard components.count > 1, let host = components.first, String(decoding: host, as: UTF8.self).hasSuffix("bbc.com"),
      let last = components.last, let dash = last.lastIndex(of: UInt8(ascii: "-")),
      last[(dash + 1)...].allSatisfy({ 0x30...0x39 ~= $0 })
    else { return nil }
    return names[String(decoding: last[..<dash], as: UTF8.self)]
  }

  private static func isChineseName(_ folder: String) -> Bool {
    let scalars = folder.unicodeScalars
    return 2...8 ~= scalars.count && scalars.allSatisfy(\.isHan) && !notSections.contains(folder.simplified)
  }

  /// Whether a name is one that sites use for a section.
  static func isUsual(_ name: String) -> Bool { usual.contains(name) }

  private static let usual = Set(names.values)

  /// Folders that name an edition or a kind of page.
  private static let notSections: Set<String> = [
    "中文", "简体", "繁体", "首页", "文章", "新闻", "作者", "标签",
  ]

  private static let names: [String: String] = [
    "world": "国际", "international": "国际", "global": "国际", "china": "中国", "chinese-news": "中国", "mainland": "中国",
    "asia": "亚洲", "asia-pacific": "亚太", "europe": "欧洲", "africa": "非洲", "americas": "美洲", "usa": "美国", "us": "美国",
    "uk": "英国", "taiwan": "台湾", "hongkong": "港台", "hong-kong": "香港", "politics": "政治", "business": "财经",
    "economy": "经济", "finance": "财经", "money": "财经", "markets": "市场", "opinion": "观点", "commentary": "评论",
    "editorial": "社论", "culture": "文化", "arts": "艺术", "books": "读书", "society": "社会", "science": "科学",
    "technology": "科技", "tech": "科技", "health": "健康", "environment": "环境", "climate": "气候", "education": "教育",
    "sport": "体育", "sports": "体育", "travel": "旅游", "lifestyle": "生活", "style": "风尚", "food": "饮食",
    "entertainment": "娱乐", "law": "法律", "military": "军事", "history": "历史", "photo": "图片", "photos": "图片",
    "video": "视频", "slideshow": "图集", "interview": "访谈", "features": "专题", "investigation": "调查",
    "well": "健康", "real-estate": "房地产", "dealbook": "商业与金融",
    "yataibaodao": "亚太报道", "kejiaowen": "科教文", "zhengzhi": "政治", "jingmao": "经贸", "shehui": "社会",
    "renquanfazhi": "人权法治", "junshiwaijiao": "军事外交", "gangtai": "港台", "meiti": "媒体", "huanjing": "环境",
    "shaoshuminzu": "少数民族", "pinglun": "评论", "zhuanlan": "专栏", "xinwen": "新闻", "guoji": "国际", "zhongguo": "中国",
    "wenhua": "文化", "caijing": "财经", "keji": "科技", "lishi": "历史", "yule": "娱乐", "tiyu": "体育",
  ]
}
