/// The role of a part of the screen; a theme gives each role its style.
public enum Role: Int, Sendable, Hashable, CaseIterable {
  /// Running text; its background is the whole screen's.
  case text
  /// Secondary text: dates, publishers, counts.
  case aside
  /// Text of an article, by its block or style.
  case title, heading, standfirst, strong, emphasis, code
  /// Links, quotations, captions with credits, and lines drawn between parts.
  case link, quote, caption, rule
  /// Text above the line: the readings of characters.
  case ruby
  /// The bar or line that marks the selected row.
  case marker
  /// The selected row's own text.
  case selection
  /// The signs of unread and bookmarked articles.
  case unread, star
  /// Text that a search or find matches.
  case hit
  /// The current match.
  case currentHit
  /// Text that is selected, to highlight, copy or look it up.
  case selectedText
  /// The sentence that is being read aloud.
  case spoken
  /// Passages that the reader highlighted, by their colour.
  case highlightYellow, highlightGreen, highlightBlue, highlightPink
  /// The first and the last line of the screen.
  case header, status
  /// A key's name in help and hints.
  case key
  /// A field for typing, bars that show a share, and error messages.
  case field, bar, error

  /// The role's name in a theme: `current-hit`.
  public var name: String { Self.names[rawValue] }

  /// The role with a name.
  public init?(name: String) {
    guard let role = Self.named[name] else { return nil }
    self = role
  }

  // Looked up for every line of every theme before the first frame; reflection would take a millisecond for each theme.
  private static let names: [String] = Role.allCases.map { role in
    "\(role)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }
  private static let named = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })
}
