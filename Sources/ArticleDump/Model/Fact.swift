/// A fact about an article, used as a key for where it came from.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  /// Each case is the fact of ``Article`` with the same name.
  case title, url, publisher, section, authors, translators, editors, source, dateline
  /// Each case is the fact of ``Article`` with the same name.
  case published, fed, modified, language, standfirst, shortLink
}

/// Where a fact came from.
public enum Origin: String, Sendable, Hashable, CaseIterable {
  /// The envelope: its epoch, its title line, its `日期：` line.
  case envelope
  /// The front matter: YAML, TOML or JSON.
  case frontMatter = "front-matter"
  /// The page: an element or its attribute.
  case page
  /// The running text: a byline, a dateline.
  case text
  /// The URL.
  case url
  /// The file's path or name.
  case path
  /// Computed over the text.
  case computed
}
