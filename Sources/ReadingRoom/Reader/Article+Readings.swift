import ArticleDump
import ChineseReadings
import Typesetting

extension Article {
  /// The article with the reading of every Han character in its running text as ruby, for Markdown, JSON and plain
  /// text.
  ///
  /// The author's own ruby takes precedence; code and tables have none. A guess has a question mark.
  ///
  /// - Parameter marksTones: As in `PhoneticNotation.text(of:marksTones:)`.
  public func annotated(in notation: PhoneticNotation, marksTones: Bool = true) -> Article {
    let style = ReadingStyle(notation: notation, marksTones: marksTones)
    var article = self
    article.blocks = blocks.map { $0.annotated(in: style) }
    return article
  }
}

extension String {
  /// The text with the reading of every Han character in parentheses after it; a guess has a question mark.
  public func annotated(in notation: PhoneticNotation, marksTones: Bool = true) -> String {
    let style = ReadingStyle(notation: notation, marksTones: marksTones)
    let spans = chineseReadings().map { RubySpan(utf8Range: $0.utf8Range, annotation: style.text(of: $0)) }
    return InlineRuby(self, spans: spans).text
  }
}

extension Block {
  fileprivate func annotated(in style: ReadingStyle) -> Block {
    switch self {
    case .paragraph(let text, let role): return .paragraph(text.annotated(in: style), role: role)
    case .heading(let text, let level): return .heading(text.annotated(in: style), level: level)
    case .quote(let blocks): return .quote(blocks.map { $0.annotated(in: style) })
    case .list(var list):
      list.items = list.items.map { $0.map { $0.annotated(in: style) } }
      return .list(list)
    case .figure(var figure):
      figure.caption = figure.caption?.annotated(in: style)
      return .figure(figure)
    case .table, .preformatted, .rule, .embed: return self
    }
  }
}

extension StyledText {
  fileprivate func annotated(in style: ReadingStyle) -> StyledText {
    let left = spans.filter {
      switch $0.style {
      case .ruby, .rubyText, .code: true
      default: false
      }
    }.map(\.utf8Range)
    var annotated = self
    annotated.spans += text.chineseReadings(outside: left).map {
      Span(utf8Range: $0.utf8Range, style: .ruby(annotation: style.text(of: $0)))
    }
    annotated.spans.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    return annotated
  }
}
