/// Text with spans of inline styling: the content of a paragraph, a heading, a cell.
///
/// Offsets are UTF-8 offsets into `text`. Spans may nest and overlap; they are sorted by start.
/// The text holds no markup; a line break that the author meant is `\n`.
public struct StyledText: Sendable, Hashable {
  public var text: String
  public var spans: [Span]

  public init(_ text: String = "", spans: [Span] = []) {
    self.text = text
    self.spans = spans
  }

  public struct Span: Sendable, Hashable {
    /// UTF-8 offsets into the text; never empty, always on scalar boundaries.
    public var utf8Range: Range<Int>
    public var style: InlineStyle

    public init(utf8Range: Range<Int>, style: InlineStyle) {
      self.utf8Range = utf8Range
      self.style = style
    }
  }

  public var isEmpty: Bool { text.isEmpty }
}

public enum InlineStyle: Sendable, Hashable {
  case strong
  case emphasis
  case code
  case superscript
  case `subscript`
  case deleted
  /// A link; the URL is as the page gave it.
  case link(url: String)
  /// Ruby: the annotation that stands over the span's text.
  case ruby(annotation: String)
}
