import ArticleDump

struct TypesetPrinter {
  var configuration: Configuration
  var widthInCells: Int
  func text(of article: Article) -> String { article.plainText() }
}
extension Article {
  func markdown() -> String { plainText() }
}
