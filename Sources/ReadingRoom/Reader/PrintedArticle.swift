import ArticleDump
import Typesetting

/// An article laid out in lines of text, as the reader shows it on the screen, for standard output.
public struct PrintedArticle: Sendable {
  /// Title block, facts, body; no wider than requested, without blanks at the ends of lines. Sanitized.
  public let lines: [String]

  /// Lays out an article.
  ///
  /// - Parameters:
  ///   - article: As parsed; it is sanitized here.
  ///   - settings: Indent, spacing, prohibition, hanging, script; the measure is not used.
  ///   - widthInCells: Columns that no line exceeds; at least 2.
  ///   - ambiguousWidth: The width that the terminal gives ambiguous characters.
  ///   - marksTones: Whether readings have tone marks rather than digits.
  /// - Complexity: O(n) in the article's text.
  public init(
    _ article: Article, settings: Settings, widthInCells: Int, ambiguousWidth: AmbiguousWidth = .narrow,
    marksTones: Bool = true
  ) {
    var metrics = PageMetrics(printedInColumns: widthInCells, settings: settings, ambiguousWidth: ambiguousWidth)
    if !marksTones { metrics.reading?.marksTones = false }
    var flow = Flow(
      article, language: settings.language, charactersPerMinute: settings.charactersPerMinute, numbersLinks: false)
    if let script = settings.script, article.isWrittenOtherwise(than: script) {
      flow = ConvertedArticle(flow, in: script).flow
    }
    var lines: [String] = []
    for (index, leaf) in flow.leaves.enumerated() {
      let layout = LeafLayout(leaf, metrics: metrics, isFirst: index == 0, readRange: 0..<leaf.text.utf8.count)
      for row in layout.rows.indices {
        lines.append(Self.line(of: layout.glyphs(ofRow: row, metrics: metrics)))
      }
    }
    self.lines = lines
  }

  private static func line(of glyphs: [PlacedGlyph]) -> String {
    var line = ""
    var column = 0
    for placed in glyphs {
      if placed.column > column {
        line += String(repeating: " ", count: placed.column - column)
        column = placed.column
      }
      line += placed.glyph.cluster
      column += Int(placed.glyph.widthInCells)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
