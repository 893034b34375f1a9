/// What a piece of the screen is; a theme says how each looks.
public enum Role: Int, Sendable, Hashable, CaseIterable {
  /// Running text; its background is the whole screen's.
  case text
  /// Secondary text: dates, publishers, counts.
  case aside
  /// Text of an article, by its block or style.
  case title, heading, standfirst, strong, emphasis, code
  /// Links, quotations, captions with credits, and lines drawn between parts.
  case link, quote, caption, rule
  /// What is above the line: how characters are read.
  case ruby
  /// The bar or line that marks the selected row.
  case marker
  /// The selected row's own text.
  case selection
  /// The signs of unread and bookmarked articles.
  case unread, star
  /// What a search or find matches.
  case hit
  /// The match that the reader is at.
  case currentHit
  /// Text that is selected for a highlight, a copy, a look into a dictionary.
  case selectedText
  /// The sentence that is being read aloud.
  case spoken
  /// Passages that the reader highlighted, by their colour.
  case highlightYellow, highlightGreen, highlightBlue, highlightPink
  /// The first and the last line of the screen.
  case header, status
  /// A key's name in help and hints.
  case key
  /// A field for typing, bars that show a share, and what went wrong.
  case field, bar, error

  /// The role's name in a theme: `current-hit`.
  public var name: String { Self.names[rawValue] }

  /// The role of a name.
  public init?(name: String) {
    guard let role = Self.named[name] else { return nil }
    self = role
  }

  // Looked up by every line of every theme while the first frame is waited for; reflection takes a millisecond a theme.
  private static let names: [String] = Role.allCases.map { role in
    "\(role)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }
  private static let named = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })
}
