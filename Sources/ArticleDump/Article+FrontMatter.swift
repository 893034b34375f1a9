import FrontMatter
import Text

extension Article {
  /// Applies front matter.
  ///
  /// - Parameter isWritten: Whether a person wrote the body: then front matter takes precedence over what was read in
  ///   it. A page is more exact than the crawler that put front matter before it.
  mutating func apply(_ matter: FrontMatterFacts, isWritten: Bool, zone: CivilZone?) {
    if isWritten, let text = matter.published, let date = Timestamp(written: text, zone: zone) {
      published = date
      origins[.published] = .frontMatter
    }
    if isWritten || modified == nil, let text = matter.modified, let date = Timestamp(written: text, zone: zone) {
      modified = date
      origins[.modified] = .frontMatter
    }
    func fill<Value>(_ value: Value?, _ path: WritableKeyPath<Article, Value?>, _ fact: Fact) {
      guard let value, isWritten || self[keyPath: path] == nil else { return }
      self[keyPath: path] = value
      origins[fact] = .frontMatter
    }
    func fill(_ names: [String], _ path: WritableKeyPath<Article, [String]>, _ fact: Fact) {
      guard !names.isEmpty, isWritten || self[keyPath: path].isEmpty else { return }
      self[keyPath: path] = names
      origins[fact] = .frontMatter
    }
    fill(matter.authors, \.authors, .authors)
    fill(matter.translators, \.translators, .translators)
    fill(matter.editors, \.editors, .editors)
    fill(matter.source, \.source, .source)
    fill(matter.section ?? (isWritten ? matter.categories.first : nil), \.section, .section)
    fill(isWritten ? matter.description : nil, \.standfirst, .standfirst)
    fill(matter.language, \.language, .language)
    categories = Self.keywords(matter.categories, isWritten: true)
    if isWritten && !matter.tags.isEmpty || tags.isEmpty { tags = Self.keywords(matter.tags, isWritten: isWritten) }
  }

  /// Keywords without their marks, each once; anything longer than a word or a name is dropped.
  ///
  /// - Parameter isWritten: Whether a list gives them one by one; then only a leading `#` is a mark (`C#`).
  static func keywords(_ words: [String], isWritten: Bool = false) -> [String] {
    var kept: [String] = []
    for word in words.prefix(256) {
      var word = word.onOneLine.trimmed(of: isWritten ? "" : "#＃,，、;；")
      if isWritten { while word.hasPrefix("#") || word.hasPrefix("＃") { word.removeFirst() } }
      if 1...(isWritten ? 48 : 24) ~= word.nonBlankCount, !kept.contains(word) { kept.append(word) }
    }
    return kept
  }
}
