@testable import ArticleLibrary

extension Library {
  /// Titles of a list.
  func titles(_ query: ListQuery) throws -> [String] {
    let list = try list(query)
    return try rows(list, 0..<list.count).map(\.title)
  }

  func titles(_ text: String, sort: SortOrder = .newest) throws -> [String] {
    try titles(ListQuery(text: text, sort: sort))
  }
}

extension ArticleList {
  var first: ArticleID? { isEmpty ? nil : self[0] }
}
