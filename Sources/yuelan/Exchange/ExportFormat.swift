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
    if self == .epub {
      return EPUBExport(title: title, articles: articles, highlights: highlights, modified: now()).bytes()
    }
    return Array(articles.enumerated().map { text(of: $1, isFirst: $0 == 0) }.joined().utf8)
  }

  /// An article as one of several in a file, with what separates it from the one before; nothing for a book.
  func text(of article: Article, isFirst: Bool) -> String {
    switch self {
    case .epub: ""
    case .json: article.json() + "\n"
    case .text: (isFirst ? "" : "\n\n") + article.plainText()
    case .markdown: (isFirst ? "" : "\n---\n\n") + article.markdown()
    }
  }
}
