/// Who made the page; decides how the body is cleaned.
public struct Publisher: Sendable, Hashable {
  /// A short identifier in ASCII: `rfi`, `voa`, or a host for a publisher that is not known.
  public var id: String
  /// The name as readers know it: 法广.
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A link with its text.
public struct Link: Sendable, Hashable {
  /// The linked words; adjacent links to one address are one link.
  public var text: String
  /// The address as the page gives it, possibly relative; a known redirector is unwrapped.
  public var url: String

  public init(text: String, url: String) {
    self.text = text
    self.url = url
  }
}

/// A name with its foreign form: 约翰-克里（John Kerry）.
public struct Gloss: Sendable, Hashable {
  /// The name in Chinese.
  public var name: String
  /// The foreign form, as in the brackets.
  public var original: String

  public init(name: String, original: String) {
    self.name = name
    self.original = original
  }
}

/// A fact about an article, as a key for where it came from.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  /// Each case is the fact of ``Article`` that has its name.
  case title, url, publisher, section, authors, translators, editors, source, dateline
  /// Each case is the fact of ``Article`` that has its name.
  case published, fed, modified, language, standfirst, shortLink
}

/// Where a fact came from.
public enum Origin: String, Sendable, Hashable, CaseIterable {
  /// The envelope: its epoch, its title line, its `日期：` line.
  case envelope
  /// YAML front matter.
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

/// A fault of a dump, in spite of which there is an article.
public struct Diagnostic: Sendable, Hashable {
  /// What kind of fault; stable words for machines, such as `invalid-utf8`.
  public var kind: String
  /// The line in the file, from 1; 0 when the fault has no place.
  public var line: Int
  /// One sentence in English for maintainers; programs translate ``kind``.
  public var message: String

  public init(kind: String, line: Int, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
