/// Text with spans of inline styling: the content of a paragraph, a heading, a cell.
///
/// Offsets are UTF-8 offsets into `text`. Spans may nest and overlap; they are sorted by start. The text contains no
/// markup; a line break intended by the author is `\n`.
public struct StyledText: Sendable, Hashable {
  /// The characters, without markup.
  public var text: String
  /// The styled ranges, sorted by start.
  public var spans: [Span]
  /// The alignment of a paragraph that is not flush left, such as a signature, a date or an ornament; only paragraphs
  /// have one.
  public var alignment: Alignment?

  /// The alignment of lines that are not flush left.
  public enum Alignment: String, Sendable, Hashable, CaseIterable {
    /// Centred, or flush at the right edge.
    case center, right
  }

  /// Creates a text. Spans must be sorted by start, not empty, and on scalar boundaries of the text.
  public init(_ text: String = "", spans: [Span] = [], alignment: Alignment? = nil) {
    self.text = text
    self.spans = spans
    self.alignment = alignment
  }

  /// A range of the text in one style.
  public struct Span: Sendable, Hashable {
    /// UTF-8 offsets into the text; never empty, always on scalar boundaries.
    public var utf8Range: Range<Int>
    /// The style of the whole range.
    public var style: InlineStyle

    public init(utf8Range: Range<Int>, style: InlineStyle) {
      self.utf8Range = utf8Range
      self.style = style
    }
  }

  /// Whether the text has no character, not even a blank.
  public var isEmpty: Bool { text.isEmpty }
}

/// The style of a span of text.
public enum InlineStyle: Sendable, Hashable {
  /// `strong`, `b`: bold.
  case strong
  /// `em`, `i`: italic, or dots in Chinese type.
  case emphasis
  /// `code`, `kbd`, `samp`: source text, in its own characters.
  case code
  /// Raised text, as in 10⁶.
  case superscript
  /// Lowered text, as in CO₂.
  case `subscript`
  /// `del`, `s`: struck through.
  case deleted
  /// The mark of proper names (专名号), and other underlining.
  case underline
  /// Highlighted text (`mark`).
  case mark
  /// Dots beside each character (着重号).
  case emphasisDots
  /// A link; the URL is as the page gave it.
  case link(url: String)
  /// Ruby: the annotation over the span's text.
  case ruby(annotation: String)
  /// The annotation of the ruby that ends where this begins, if it consists of words (密钥 under *key*): these are part
  /// of the text, so that they are found and counted. An annotation that gives the pronunciation (pinyin, kana,
  /// bopomofo) is only in `ruby`.
  case rubyText
}
