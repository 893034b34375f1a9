import MarkdownReader
import Testing

/// The example on the module's DocC page.
struct DocumentedExampleTests {
  @Test func eventsNestAndCarryRangesOfTheText() {
    let document = MarkdownParser(options: .gitHub).document(from: Array("**月亮** 升起".utf8))
    let steps = document.events.map { "\($0.kind) \($0.phase) \(document.string($0.range))" }
    #expect(
      steps == [
        "paragraph begin ", "strong begin ", "text whole 月亮", "strong end ", "text whole  升起", "paragraph end ",
      ])
  }
}
