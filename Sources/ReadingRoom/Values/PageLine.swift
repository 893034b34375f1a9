/// A line of a page before it was cleaned, and what became of it.
public struct PageLine: Sendable, Hashable {
  public enum Fate: Sendable, Hashable {
    case shown
    /// Read as a fact, such as a byline.
    case taken
    case dropped
  }
  public var text: String
  public var fate: Fate
  /// The rules that spoke against it, the heaviest first.
  public var rules: [String]

  public init(text: String, fate: Fate, rules: [String] = []) {
    self.text = text
    self.fate = fate
    self.rules = rules
  }
}
