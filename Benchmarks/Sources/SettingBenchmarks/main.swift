import Foundation
import Measuring
import Typesetting

// Measures the quality of layout: lines that end flush, last lines without a word, titles that split words.
//
//   swift run -c release --package-path Benchmarks SettingBenchmarks            the shares, by measure and kind of text
//   swift run -c release --package-path Benchmarks SettingBenchmarks titles N   the corpus's titles at N columns, a line
//                                                                              each, | where a line ends: for
//                                                                              Scripts/measure-titles

/// One layout that the table compares.
struct Setting: Sendable {
  var name: String
  var edit: @Sendable (inout LayoutOptions) -> Void
}

nonisolated let settings = [
  Setting(name: "plain") { _ in },
  Setting(name: "padded") { $0.padsNarrowMarks = true },
  Setting(name: "padded, filled") {
    $0.padsNarrowMarks = true
    $0.fillsGently = true
  },
  Setting(name: "padded, squeezed, filled") {
    $0.padsNarrowMarks = true
    $0.squeezesAdjacentMarks = true
    $0.fillsGently = true
  },
]

func isPure(_ paragraph: String) -> Bool {
  !paragraph.unicodeScalars.contains { $0.value < 0x300 && $0 != "·" }
}

/// The share of lines, except last lines, that end at the measure or have a hanging mark.
func flushShare(_ paragraphs: [String], measure: Int, _ setting: Setting) -> Double {
  var options = LayoutOptions(measureInCells: measure)
  options.firstLineIndentInCells = 4
  options.hanging = .core
  options.spacesHanAndLatin = true
  setting.edit(&options)
  var lineCount = 0
  var flushCount = 0
  for paragraph in paragraphs {
    let layout = ParagraphLayout(paragraph, options: options)
    for index in layout.lines.indices where !layout.lines[index].endsSegment {
      let last = layout.clusters(ofLineAt: index).last { $0.widthInCells > 0 }
      let end = last.map { $0.column + $0.widthInCells } ?? 0
      // The blank half of a full-width mark counts as flush; so does the blank of a padded one.
      let room = options.typeAreaInCells
      let isPadded = options.padsNarrowMarks && last?.widthInCells == 1 && end == room - 1
      lineCount += 1
      if end >= room || isPadded { flushCount += 1 }
    }
  }
  return lineCount == 0 ? 0 : Double(flushCount) / Double(lineCount)
}

func printShares() {
  let paragraphs = Corpus.paragraphs().filter { $0.utf8.count > 90 }
  let kinds = [
    ("Chinese alone", paragraphs.filter(isPure)), ("with Latin or digits", paragraphs.filter { !isPure($0) }),
  ]
  for (name, texts) in kinds {
    print("\(name): \(texts.count) paragraphs; share of flush lines at 30, 41, 60, 76 columns")
    for setting in settings {
      let shares = [30, 41, 60, 76].map { flushShare(texts, measure: $0, setting) }
      print("  " + setting.name.padding(toLength: 32, withPad: " ", startingAt: 0)
        + shares.map { String(format: "%6.1f %%", 100 * $0) }.joined())
    }
  }
  var count = 0
  var wordless = 0
  for paragraph in paragraphs {
    for measure in [30, 41, 60, 76] {
      let layout = ParagraphLayout(paragraph, options: LayoutOptions(measureInCells: measure))
      guard layout.lines.count > 1, let last = layout.lines.indices.last else { continue }
      count += 1
      let scalars = layout.displayText(ofLineAt: last).unicodeScalars
      let words = scalars.count { $0.properties.isIdeographic || $0.properties.isAlphabetic || $0.properties.numericType != nil }
      if words < 2 { wordless += 1 }
    }
  }
  print("last lines of one character or of marks alone: \(wordless) of \(count)")
}

func printTitles(measure: Int) {
  var options = LayoutOptions(measureInCells: measure)
  options.balancesLines = true
  options.spacesHanAndLatin = true
  for file in Corpus.files() {
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let line = text.split(separator: "\n").prefix(6).first(where: { $0.hasPrefix("[") && $0.contains("](") }),
      let end = line.range(of: "](", options: .backwards)
    else { continue }
    let title = String(line[line.index(after: line.startIndex)..<end.lowerBound])
    let layout = ParagraphLayout(title, options: options)
    guard layout.lines.count > 1 else { continue }
    let utf8 = Array(title.utf8)
    print(layout.lines.map { String(decoding: utf8[$0.utf8Range], as: UTF8.self) }.joined(separator: "|"))
  }
}

if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "titles", let measure = Int(CommandLine.arguments[2]) {
  printTitles(measure: measure)
} else {
  printShares()
}
