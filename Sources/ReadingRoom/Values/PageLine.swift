/// A line of a page before it was cleaned, and what became of it.
public struct PageLine: Sendable, Hashable {
  /// What became of a line.
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
  /// What became of it.
  public var fate: Fate
  /// The rules that spoke against it, the heaviest first.
  public var rules: [String]

  public init(text: String, fate: Fate, rules: [String] = []) {
    self.text = text
    self.fate = fate
    self.rules = rules
  }
}
