import Testing
import Typesetting

/// The examples of the DocC page "How a line is broken".
struct DocumentedExampleTests {
  @Test func fullStopMovesDownWithTheCharactersBeforeIt() {
    let layout = ParagraphLayout("月亮不会转。", options: LayoutOptions(measureInCells: 10))
    #expect(layout.lines.indices.map(layout.displayText(ofLineAt:)) == ["月亮不", "会转。"])
  }

  @Test func fullStopHangsToTheRightOfTheMeasure() {
    var options = LayoutOptions(measureInCells: 10)
    options.hanging = .core
    let layout = ParagraphLayout("月亮不会转。", options: options)
    #expect(layout.lines.indices.map(layout.displayText(ofLineAt:)) == ["月亮不会转。"])
    #expect(layout.lines[0].hangInCells == 2)
  }
}
