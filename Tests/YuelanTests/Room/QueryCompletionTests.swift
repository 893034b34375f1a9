import ArticleLibrary
import Foundation
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

  @Test func everyQueryExampleInHelpIsValid() {
    for phrase in QueryPhrase.allCases where phrase != .group {
      #expect(Library.mistake(inQuery: phrase.example) == nil, "\(phrase.example)")
    }
  }

  /// A name with quotation marks in it, as an article's site or tag may have.
  @Test(arguments: ["书\"香\"网", "「书香」网", "\"「书香」\"网", "a \"b", "“书香”的「网」"])
  func aNameWithQuotationMarksIsFoundByItsTerm(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ file: String, tag: String) throws {
      let text = "---\ntitle: 一\ntags: ['\(tag)']\n---\n\n正文。\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    }
    try write("1.md", tag: name)
    try write("2.md", tag: "书香网")
    let library = try Library(LibraryConfiguration(paths: [folder.path], cacheDirectory: nil))
    try library.update()
    var query = RoomQuery()
    query.facets = [Facet(.tag, name)]
    let byValue = try library.list(ArticleLibrary.ListQuery(filter: ArticleFilter([.tag(name)])))
    #expect(byValue.count == 1)
    #expect(
      try library.list(ArticleLibrary.ListQuery(text: query.textWithFacets)).count == 1, "\(query.textWithFacets)")
  }
}
