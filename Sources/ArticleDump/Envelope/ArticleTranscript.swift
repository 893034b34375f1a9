import Text

/// An article from something other than a dump, such as a feed's entry or a JSON export, in the form of a dump.
///
/// Its facts become front matter and an envelope, which `Envelope` reads back without loss.
package struct ArticleTranscript: Sendable, Hashable {
  package enum Format: Sendable {
    case html, markdown, text
  }

  package var title = ""
  package var url: String?
  /// As written.
  package var date: String?
  package var authors: [String] = []
  package var tags: [String] = []
  /// The site's or the feed's name.
  package var source: String?
  package var language: String?
  package var format = Format.html
  package var body: [UInt8] = []
  /// When a feed or a crawler received it.
  package var fed: Timestamp?

  package init() {}

  /// The dump.
  package func bytes() -> [UInt8] {
    var text = ""
    let fields: [(String, [String])] = [
      ("title", [title]), ("source", [url ?? source ?? ""]), ("site", [source ?? ""]), ("date", [date ?? ""]),
      ("author", authors), ("tags", tags), ("lang", [language ?? ""]),
    ]
    for (key, values) in fields {
      let values = values.map(\.onOneLine).filter { !$0.isEmpty }
      guard !values.isEmpty else { continue }
      text +=
        key + ": "
        + (values.count == 1 ? Self.quoted(values[0]) : "[" + values.map(Self.quoted).joined(separator: ", ") + "]")
        + "\n"
    }
    if !text.isEmpty { text = "---\n" + text + "---\n" }
    switch format {
    case .markdown: return Array(text.utf8) + [0x0A] + body
    case .html: return Array(text.utf8) + Self.envelope(url: url, fed: fed) + body
    case .text: return Array(text.utf8) + Self.envelope(url: url, fed: fed) + TextBody.html(of: body[...])
    }
  }

  /// The envelope of a feed's dump, after which the body is always read as a page.
  package static func envelope(url: String?, fed: Timestamp?) -> [UInt8] {
    let epoch = fed.map { "<!--\($0.secondsSinceEpoch * 1000)-->\n" } ?? ""
    // Characters that separate a link from its line ends.
    let address = (url ?? "").unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: address)
    return Array((epoch + "[](" + String(text) + ")\n------\n\n").utf8)
  }

  /// YAML's double quotation marks, which are JSON's.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
