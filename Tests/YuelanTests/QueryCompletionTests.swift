import ArticleLibrary
import Testing

@testable import ReadingRoom

/// The room completes what the library understands.
@Suite struct QueryCompletionTests {
  @Test func everyFieldAndValueIsCompleted() {
    #expect(QueryCompletion.fields.map(\.name) == QueryField.allCases.map(\.rawValue))
    for field in QueryField.allCases where field != .length {
      #expect(QueryCompletion.fields.first { $0.name == field.rawValue }?.values == field.values)
    }
  }

  @Test func everyExampleOfHelpIsAQuery() {
    for phrase in QueryPhrase.allCases where phrase != .group {
      #expect(Library.mistake(inQuery: phrase.example) == nil, "\(phrase.example)")
    }
  }
}
