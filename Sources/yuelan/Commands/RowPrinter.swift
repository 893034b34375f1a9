import ArticleDump
import ArticleLibrary
import Typesetting

/// Prints rows of a library.
struct RowPrinter {
  var format: ListFormat
  /// The columns of the terminal; `nil` when the output is not a terminal: then nothing is clipped.
  var widthInCells: Int?
  /// Whether only each row's path is printed, terminated by NUL.
  var printsOnlyPaths = false
  /// Whether the table shows dates and publishers dim and hits bold.
  var marksHits = false

  /// The bytes of a row, ending with a line break or NUL.
  func lines(_ row: ArticleRow, snippet: Snippet? = nil, hasSnippets: Bool = false) -> [UInt8] {
    // Programs get the path's bytes unchanged.
    if printsOnlyPaths { return row.file.bytes + [0] }
    let text =
      switch format {
      case .table: table(row, snippet: snippet)
      case .tsv: tsv(row, snippet: snippet, hasSnippets: hasSnippets)
      case .json: json(row, snippet: snippet, hasSnippets: hasSnippets)
      }
    return Array(text.utf8)
  }

  private func table(_ row: ArticleRow, snippet: Snippet?) -> String {
    let date = row.date?.atReadersClock.iso8601Date ?? "          "
    let publisher = cell(row.publisher?.name ?? "", widthInCells: 10)
    var line = marked("\(date)  \(publisher)", .dim) + "  "
    let title = printable(row.title)
    let path = printable(row.file.display)
    if let widthInCells {
      let room = widthInCells - 24
      let roomForTitle = room - path.widthInCells() - 2
      if roomForTitle >= 24 {
        line += cell(title, widthInCells: roomForTitle) + "  " + path
      } else {
        line += clipped(title, widthInCells: max(2, room))
      }
    } else {
      line += title + "  " + path
    }
    line += "\n"
    if let snippet, !snippet.text.isEmpty {
      let text = printable(snippet.text)
      let shown = widthInCells.map { clipped(text, widthInCells: max(2, $0 - 12)) } ?? text
      line += "            " + withMarkedHits(shown, snippet) + "\n"
    }
    return line
  }

  /// Select graphic rendition (ECMA-48, 8.3.117).
  private enum Rendition: Int {
    case bold = 1
    case dim = 2
  }

  private func marked(_ text: String, _ rendition: Rendition) -> String {
    marksHits ? "\u{1B}[\(rendition.rawValue)m\(text)\u{1B}[m" : text
  }

  /// The snippet as it is shown, with its hits in bold; hits that were clipped are left out.
  private func withMarkedHits(_ shown: String, _ snippet: Snippet) -> String {
    guard marksHits else { return shown }
    var result = ""
    var rest = shown[...]
    for hit in snippet.hitTexts.map(printable) where !hit.isEmpty {
      guard let place = rest.firstRange(of: hit) else { continue }
      result += rest[..<place.lowerBound] + marked(hit, .bold)
      rest = rest[place.upperBound...]
    }
    return result + rest
  }

  private func tsv(_ row: ArticleRow, snippet: Snippet?, hasSnippets: Bool) -> String {
    var fields = [
      row.title, row.url ?? "", row.publisher?.name ?? "", row.date?.iso8601 ?? "",
      row.authors ?? "", row.section ?? "", String(row.characterCount), row.isRead ? "read" : "unread",
      row.isStarred ? "starred" : "",
    ]
    if hasSnippets { fields.append(snippet?.text ?? "") }
    let path = widthInCells == nil ? row.file.lineText : printable(row.file.display)
    return ([path] + fields.map(tsvField)).joined(separator: "\t") + "\n"
  }

  private func json(_ row: ArticleRow, snippet: Snippet?, hasSnippets: Bool) -> String {
    jsonLine { json in
      json.member("path", row.file.text)
      json.member("title", row.title)
      json.member("url", row.url)
      if let publisher = row.publisher {
        json.member("publisher") {
          $0.member("id", publisher.id)
          $0.member("name", publisher.name)
        }
      } else {
        json.member("publisher", String?.none)
      }
      json.member("published", row.published?.iso8601)
      json.member("fed", row.fed?.iso8601)
      json.member("section", row.section)
      json.member("authors", row.authors.map { $0.split(separator: "、").map(String.init) } ?? [])
      json.member("dialect", row.dialect.rawValue)
      json.member("characterCount", row.isIndexed ? row.characterCount : nil)
      json.member("read", row.isRead)
      json.member("starred", row.isStarred)
      json.member("duplicates", row.duplicateCount)
      if hasSnippets {
        json.member("snippet", snippet?.text)
        json.member("matches", snippet?.hitTexts ?? [])
      }
    }
  }

  private func clipped(_ text: String, widthInCells: Int) -> String {
    guard text.widthInCells() > widthInCells else { return text }
    return String(text.prefix(fittingCells: widthInCells - 1)) + "…"
  }

  private func cell(_ text: String, widthInCells: Int) -> String {
    let fitting = clipped(printable(text), widthInCells: widthInCells)
    return fitting + String(repeating: " ", count: max(0, widthInCells - fitting.widthInCells()))
  }
}

/// A field of a line with tab-separated fields: without tabs, line breaks and control characters.
func tsvField(_ text: String) -> String {
  printable(text)
}

extension Snippet {
  /// The words that were found, as written in the snippet.
  var hitTexts: [String] {
    let utf8 = Array(text.utf8)
    return hitRanges.map { String(decoding: utf8[$0.clamped(to: 0..<utf8.count)], as: UTF8.self) }
  }
}
