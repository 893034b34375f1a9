import Testing
import Typesetting

struct RubyTests {
  private let text = "汉字很美"
  private let spans = [
    RubySpan(utf8Range: 0..<3, annotation: "hàn"), RubySpan(utf8Range: 3..<6, annotation: "zì"),
  ]

  @Test func inlineRubyStandsInParenthesesAfterItsBase() {
    let ruby = InlineRuby(text, spans: spans)
    #expect(ruby.text == "汉(hàn)字(zì)很美")
    #expect(ruby.annotationRanges == [3..<9, 12..<17])
    for source in [0, 3, 6, 9, 12] {
      #expect(ruby.sourceOffset(ofUTF8Offset: ruby.utf8Offset(ofSourceOffset: source)) == source)
    }
    #expect(ruby.sourceOffset(ofUTF8Offset: 5) == 3)
    #expect(ruby.utf8Offset(ofSourceOffset: 6) == 17)
  }

  @Test func interlineRubyWidensItsBase() {
    let layout = RubyLayout(text, spans: spans, options: LayoutOptions(measureInCells: 20))
    let line = layout.lines[0]
    #expect(layout.lines.count == 1)
    #expect(line.annotations.map(\.text) == ["hàn", "zì"])
    #expect(line.annotations.map(\.column) == [0, 4])
    #expect(line.clusters.map(\.column) == [1, 5, 8, 10])
  }

  @Test(arguments: 2...24)
  func rubyLinesCoverTheTextAndFit(measure: Int) {
    let text = "　　汉字很美，很美。\n汉字"
    let spans = [
      RubySpan(utf8Range: 6..<12, annotation: "hànzì"), RubySpan(utf8Range: 15..<18, annotation: "měi"),
      RubySpan(utf8Range: 31..<37, annotation: "hànzì"),
    ]
    let layout = RubyLayout(text, spans: spans, options: LayoutOptions(measureInCells: measure))
    var end = 0
    for line in layout.lines {
      #expect(line.utf8Range.lowerBound == end)
      end = line.utf8Range.upperBound
      let shown = line.clusters.filter { $0.widthInCells > 0 }
      if shown.count > 2 { #expect((shown.last.map { $0.column + $0.widthInCells } ?? 0) <= measure) }
      for (one, next) in zip(line.annotations, line.annotations.dropFirst()) {
        #expect(one.column + one.widthInCells < next.column)
      }
    }
    #expect(end == text.utf8.count)
    #expect(layout.lines.flatMap(\.annotations).count == 3)
  }

  @Test func hanAndLatinHaveABlankUnlessAnnotationsMakeOne() {
    var options = LayoutOptions(measureInCells: 20)
    options.spacesHanAndLatin = true
    let spans = [RubySpan(utf8Range: 0..<3, annotation: "dào")]
    let line = RubyLayout("到1959年为止", spans: spans, options: options).lines[0]
    // 到 is centred in four columns; 年 has one of its own before it.
    #expect(line.clusters.map(\.column) == [1, 4, 5, 6, 7, 9, 11, 13])
    options.spacesHanAndLatin = false
    let tight = RubyLayout("到1959年为止", spans: spans, options: options).lines[0]
    #expect(tight.clusters.map(\.column) == [1, 4, 5, 6, 7, 8, 10, 12])
  }

  @Test func segmentsAreIndentedAsInTextWithoutRuby() {
    var options = LayoutOptions(measureInCells: 20)
    options.firstLineIndentInCells = 4
    options.indentsSegments = true
    let text = "汉字\n　　很美"
    let layout = RubyLayout(text, spans: [RubySpan(utf8Range: 0..<3, annotation: "hàn")], options: options)
    #expect(layout.lines.map { $0.clusters.first?.column } == [5, 4])
    #expect(layout.lines.map(\.endColumn) == [10, 8])
  }
}
