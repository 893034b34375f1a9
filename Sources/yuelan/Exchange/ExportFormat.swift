import ArgumentParser
import ArticleDump
import ArticleLibrary

/// The formats in which articles are exported.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, markdown, json, epub

  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "json", "jsonl", "ndjson": self = .json
    case "epub": self = .epub
    default: return nil
    }
  }

  /// - Parameter highlights: The highlights of each article; a book has them as notes.
  func exported(_ articles: [Article], title: String, highlights: [[Bookmark]] = []) -> [UInt8] {
    switch self {
    case .epub: EPUBExport(title: title, articles: articles, highlights: highlights, modified: now()).bytes()
    case .json: Array(articles.map { $0.json() + "\n" }.joined().utf8)
    case .text: Array(articles.map { $0.plainText() }.joined(separator: "\n\n").utf8)
    case .markdown: Array(articles.map { $0.markdown() }.joined(separator: "\n---\n\n").utf8)
    }
  }
}
