/// A line of a page before it was cleaned, with its fate.
public struct PageLine: Sendable, Hashable {
  /// The fate of a line.
  public enum Fate: Sendable, Hashable {
    /// It is in the article.
    case shown
    /// Read as a fact, such as a byline.
    case taken
    /// It was dropped as boilerplate.
    case dropped
  }
  /// The line as the page shows it; not sanitized.
  public var text: String
  /// The line's fate.
  public var fate: Fate
  /// The rules that counted against it, the heaviest first.
  public var rules: [String]

  public init(text: String, fate: Fate, rules: [String] = []) {
    self.text = text
    self.fate = fate
    self.rules = rules
  }
}
