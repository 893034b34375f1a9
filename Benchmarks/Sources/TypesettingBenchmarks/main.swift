import CICU
import Foundation
import Measuring
import Typesetting

// Measures break opportunities, widths and wrapping on one core, and ICU's break iterator, which only finds
// opportunities, for comparison.

/// Prints a line; nothing for a benchmark that the command line does not choose.
func report(_ name: String, bytes: Int, _ work: () -> Int) {
  guard CommandLine.arguments.count < 2 || name.contains(CommandLine.arguments[1]) else { return }
  let measurement = Measurement(work)
  let speed = measurement.megabytesPerSecond(bytes: bytes)
  print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.1f MB/s", speed))
}

func measure(_ title: String, _ paragraphs: [String]) {
  let bytes = paragraphs.reduce(0) { $0 + $1.utf8.count }
  guard bytes > 0 else { return }
  print("\(title): \(paragraphs.count) paragraphs, \(String(format: "%.1f", Double(bytes) / 1e6)) MB")
  for measure in [40, 80, 120] {
    report("  Typesetting, wrapped at \(measure)", bytes: bytes) {
      let options = LayoutOptions(measureInCells: measure)
      return paragraphs.reduce(0) { $0 &+ ParagraphLayout($1, options: options).lines.count }
    }
  }
  report("  Typesetting, opportunities only", bytes: bytes) {
    paragraphs.reduce(0) { $0 &+ $1.lineBreakOffsets(prohibition: .gb).count }
  }
  guard let iterator = icu_open("zh") else { return }
  defer { icu_close(iterator) }
  report("  ICU \(String(cString: icu_version())), opportunities only", bytes: bytes) {
    paragraphs.reduce(0) { sum, paragraph in
      var paragraph = paragraph
      return sum
        &+ paragraph.withUTF8 { text in
          text.withMemoryRebound(to: CChar.self) {
            Int(icu_line_break_count(iterator, $0.baseAddress, Int64($0.count)))
          }
        }
    }
  }
}

measure("Corpus", Corpus.paragraphs())
measure("Generated", Corpus.generatedParagraphs(bytes: 8_000_000))
for kilobytes in [10, 100, 1_000, 10_000] {
  measure("One paragraph of \(kilobytes) kB", [Corpus.generatedParagraphs(bytes: kilobytes * 1_000).joined()])
}

/// Measures the rows of a first screen with the position of every cluster: paragraphs are laid out until the screen is
/// full.
func measureFirstScreen(rows: Int) {
  let paragraphs = Corpus.generatedParagraphs(bytes: 1_000_000)
  var options = LayoutOptions(measureInCells: 76)
  options.firstLineIndentInCells = 4
  options.hanging = .stops
  options.spacesHanAndLatin = true
  let measurement = Measurement {
    var shown = 0
    var clusterCount = 0
    for paragraph in paragraphs {
      let layout = ParagraphLayout(paragraph, options: options)
      for index in layout.lines.indices where shown < rows {
        clusterCount &+= layout.clusters(ofLineAt: index).count
        shown += 1
      }
      if shown >= rows { break }
    }
    return clusterCount
  }
  let microseconds = String(format: "%.0f", measurement.medianSeconds * 1e6)
  print("First \(rows) rows of an article of 1 MB, every cluster placed: \(microseconds) µs")
}

measureFirstScreen(rows: 50)
