import ArgumentParser
import ArticleDump
import ArticleLibrary
import Typesetting

/// How `list` and `search` print rows.
enum ListFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people: aligned columns.
  case table
  /// For tools: one row a line, columns separated by tabs, without a head.
  case tsv
  /// JSON Lines.
  case json
}

/// Prints rows of a library.
struct RowPrinter {
  var format: ListFormat
  /// Columns of the terminal; `nil` when the output is no terminal: nothing is clipped then.
  var widthInCells: Int?

  /// The lines of a row, each ending with a line break.
  func lines(_ row: ArticleRow, snippet: Snippet? = nil, hasSnippets: Bool = false) -> String {
    switch format {
    case .table: table(row, snippet: snippet)
    case .tsv: tsv(row, snippet: snippet, hasSnippets: hasSnippets)
    case .json: json(row, snippet: snippet, hasSnippets: hasSnippets)
    }
  }

  private func table(_ row: ArticleRow, snippet: Snippet?) -> String {
    let date = row.date?.iso8601Date ?? "          "
    let publisher = cell(row.publisher?.name ?? "", widthInCells: 10)
    var line = "\(date)  \(publisher)  "
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
      line += "            " + (widthInCells.map { clipped(text, widthInCells: max(2, $0 - 12)) } ?? text) + "\n"
    }
    return line
  }

  private func tsv(_ row: ArticleRow, snippet: Snippet?, hasSnippets: Bool) -> String {
    var fields = [
      row.file.display, row.title, row.url ?? "", row.publisher?.name ?? "", row.date?.iso8601 ?? "",
      row.authors ?? "", row.section ?? "", String(row.characterCount), row.isRead ? "read" : "unread",
      row.isStarred ? "starred" : "",
    ]
    if hasSnippets { fields.append(snippet?.text ?? "") }
    return fields.map(tsvField).joined(separator: "\t") + "\n"
  }

  private func json(_ row: ArticleRow, snippet: Snippet?, hasSnippets: Bool) -> String {
    jsonLine { json in
      json.member("path", row.file.display)
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

/// A field of a line whose fields are separated by tabs: no tab, no line break, nothing a terminal would obey.
func tsvField(_ text: String) -> String {
  printable(text)
}

extension Snippet {
  /// The words that were found, as the snippet has them.
  var hitTexts: [String] {
    let utf8 = Array(text.utf8)
    return hitRanges.map { String(decoding: utf8[$0.clamped(to: 0..<utf8.count)], as: UTF8.self) }
  }
}
