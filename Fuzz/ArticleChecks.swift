import ArticleDump

/// Invariants of the model that hold for an article from any bytes.
enum ArticleChecks {
  static func check(_ article: Article) {
    article.blocks.forEach(check)
    let json = article.jsonUTF8()
    promise(Article(json: json)?.jsonUTF8() == json, "JSON does not round-trip")
    let shown = article.sanitized()
    promise(isHarmless(shown.plainText()), "a control in plain text")
    promise(isHarmless(article.markdown()), "a control in Markdown")
  }

  /// Whether a text has no control characters except line ends and tabs.
  static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A: true
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xE0000: false
      default: true
      }
    }
  }

  private static func check(_ block: Block) {
    switch block {
    case .paragraph(let text, _), .heading(let text, _): check(text)
    case .quote(let blocks): blocks.forEach(check)
    case .list(let list): list.items.forEach { $0.forEach(check) }
    case .table(let table):
      promise(Set(table.rows.map(\.count)).count <= 1, "rows of different lengths")
      table.rows.forEach { $0.forEach(check) }
    case .figure(let figure):
      promise(!figure.images.isEmpty, "a figure without a picture")
      figure.caption.map(check)
    case .preformatted, .rule, .embed: break
    }
  }

  private static func check(_ text: StyledText) {
    var previous = 0
    let utf8 = Array(text.text.utf8)
    for span in text.spans {
      promise(span.utf8Range.lowerBound >= previous, "spans out of order")
      promise(!span.utf8Range.isEmpty && span.utf8Range.upperBound <= utf8.count, "a span outside its text")
      for bound in [span.utf8Range.lowerBound, span.utf8Range.upperBound] where bound < utf8.count {
        promise(utf8[bound] & 0xC0 != 0x80, "a span cuts a character")
      }
      previous = span.utf8Range.lowerBound
    }
  }
}
