import Text

/// The facts in front matter, by the names that generators and clippers use for them.
package struct FrontMatterFacts: Sendable {
  package var title: String?
  package var url: String?
  /// The publisher of the original, if `source` is a name rather than an address.
  package var source: String?
  /// As written.
  package var published: String?
  package var modified: String?
  package var authors: [String] = []
  package var translators: [String] = []
  package var editors: [String] = []
  package var tags: [String] = []
  package var categories: [String] = []
  package var section: String?
  package var description: String?
  package var language: String?
  /// The address of the picture that represents the article.
  package var cover: String?
  /// Whether a program made the file from a page: a clipper, which records the page and the time of saving, or a
  /// crawler.
  package var isClipping = false

  /// The keys of each fact, the most reliable first; in lower case with `_` instead of `-` and blanks.
  private enum Keys {
    static let title = ["title", "标题", "標題"]
    static let url = [
      "from", "source", "original", "original_url", "originalurl", "source_url", "url", "link", "url_source",
      "canonical", "canonical_url", "permalink", "原文", "原文链接", "链接", "来源",
    ]
    static let source = ["source", "来源", "來源", "出处", "website", "site"]
    static let published = [
      "published", "date_published", "published_time", "publish_date", "publishdate", "pubdate", "date", "datetime",
      "published_at", "created", "date_created", "created_at", "日期", "发布时间",
    ]
    static let modified = [
      "updated", "lastmod", "modified", "date_modified", "last_modified_at", "updated_at", "last_updated", "更新时间",
    ]
    static let authors = ["author", "authors", "byline", "creator", "writer", "作者"]
    static let translators = ["translator", "translators", "译者", "譯者"]
    static let editors = ["editor", "editors", "reviewer", "reviewers", "proofreader", "校对", "校對", "编辑"]
    static let tags = ["tags", "tag", "labels", "keywords", "topics", "标签", "標籤"]
    static let categories = ["categories", "category", "分类", "分類"]
    static let section = ["section", "series", "column", "栏目", "專欄", "专栏"]
    static let description = ["description", "excerpt", "summary", "abstract", "摘要"]
    static let cover = [
      "cover", "cover_image", "coverimage", "image", "featured_image", "featuredimage", "thumbnail", "banner",
      "og_image",
      "top_img", "header_image", "封面",
    ]
    static let language = ["lang", "language", "locale"]
  }

  package init(_ matter: FrontMatter) {
    func shown(_ value: FieldValue?) -> String? {
      guard let text = value?.texts.first?.trimmedOfBlanks, !text.isEmpty else { return nil }
      return text
    }
    func text(_ keys: [String]) -> String? { shown(matter.value(keys)) }
    func text(of key: String) -> String? { shown(matter.value(key)) }
    title = text(Keys.title)
    url = Keys.url.lazy.compactMap(text(of:)).first { $0.holds("://") } ?? text(of: "from")
    source = Keys.source.lazy.compactMap(text(of:)).first { !$0.holds("://") && !$0.hasPrefix("/") }
    published = Keys.published.lazy.compactMap(text(of:)).first { $0.utf8.contains { $0 &- 0x30 < 10 } }
    modified = Keys.modified.lazy.compactMap(text(of:)).first { $0.utf8.contains { $0 &- 0x30 < 10 } }
    authors = Self.names(matter.value(Keys.authors))
    translators = Self.names(matter.value(Keys.translators))
    editors = Self.names(matter.value(Keys.editors))
    tags = Self.words(matter.value(Keys.tags))
    categories = Self.words(matter.value(Keys.categories))
    section = text(Keys.section)
    description = text(Keys.description)
    language = text(Keys.language)
    cover = Keys.cover.lazy.compactMap { Self.address(of: matter.value($0)) }.first
    isClipping = Clipping.isClipping(matter, url: url, tags: tags + categories)
  }

  /// The address of a picture: a text, or the `url`, `src` or `image` of a map.
  private static func address(of value: FieldValue?) -> String? {
    var texts = value?.texts ?? []
    if case .map(let fields) = value {
      texts = fields.filter { ["url", "src", "image", "path"].contains($0.key.lowercased()) }.flatMap(\.value.texts)
    }
    // `true` and `false` turn a picture on or off.
    return texts.map(\.trimmedOfBlanks).first { $0.holds("/") || $0.holds(".") }
  }

  /// Names of people; a list in one text is split, and a wiki link is reduced to its text.
  private static func names(_ value: FieldValue?) -> [String] {
    guard let value else { return [] }
    var names = value.texts
    if case .text(let text) = value {
      let parts = text.unicodeScalars.split(whereSeparator: isBetweenNames).map { Substring($0).trimmedOfBlanks }
      if parts.allSatisfy({ 1...20 ~= $0.nonBlankCount }) { names = parts }
    }
    return names.map(unlinked).filter { !$0.isEmpty }
  }

  private static func isBetweenNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", ";", "；": true
    default: false
    }
  }

  /// Keywords; a text may contain several, separated by commas, or by blanks if each contains Han.
  private static func words(_ value: FieldValue?) -> [String] {
    guard let value else { return [] }
    guard case .text(let text) = value else { return value.texts.map(unlinked) }
    let byComma = text.unicodeScalars.split(whereSeparator: isBetweenNames).map { Substring($0).trimmedOfBlanks }
      .filter { !$0.isEmpty }
    if byComma.count > 1 { return byComma.map(unlinked) }
    let byBlank = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if byBlank.count > 1, byBlank.allSatisfy({ $0.unicodeScalars.contains(where: \.isHan) }) { return byBlank }
    return [unlinked(text)]
  }

  /// `[[某号]]`, `[[people/某号|某号]]` and `[名](链接)` without the link.
  private static func unlinked(_ name: String) -> String {
    let name = name.trimmedOfBlanks
    if name.hasPrefix("[["), name.hasSuffix("]]") {
      let inner = name.dropFirst(2).dropLast(2)
      return String(inner.split(separator: "|").last ?? inner).trimmedOfBlanks
    }
    if name.hasPrefix("["), let end = name.firstRange(of: "](") { return String(name[..<end.lowerBound].dropFirst()) }
    return name
  }
}
