@testable import ArticleLibrary

extension FuzzTarget {
  /// The query language: a query or an error with its place.
  static let query = FuzzTarget(name: "query") { input in
    let text = String(decoding: input, as: UTF8.self)
    do throws(QueryError) {
      let query = try QueryParser.parse(text)
      let again = try QueryParser.parse(text)
      promise(again == query, "another query the second time")
    } catch {
      promise(
        error.utf8Range.lowerBound >= 0 && error.utf8Range.upperBound <= text.utf8.count, "an error outside the query")
      promise(error.characterRange.upperBound <= text.count, "an error outside the query's characters")
    }
  }
}
