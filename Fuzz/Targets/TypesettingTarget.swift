import Typesetting

extension FuzzTarget {
  /// Paragraphs at any measure: every byte is in one line, and no line is too wide. The first two bytes select the
  /// options.
  static let typesetting = FuzzTarget(name: "typesetting") { input in
    guard input.count >= 2 else { return }
    var options = LayoutOptions(measureInCells: Int(input[0] % 100))
    let levels = ProhibitionLevel.allCases
    let hangings = HangingPunctuation.allCases
    options.prohibition = levels[Int(input[1]) % levels.count]
    options.hanging = hangings[Int(input[1] >> 2) % hangings.count]
    options.firstLineIndentInCells = input[1] & 0x10 == 0 ? 0 : 4
    options.spacesHanAndLatin = input[1] & 0x20 != 0
    options.justifies = input[1] & 0x40 != 0
    options.balancesLines = input[1] & 0x80 != 0
    let layout = ParagraphLayout(String(decoding: input.dropFirst(2), as: UTF8.self), options: options)
    var end = 0
    for (index, line) in layout.lines.enumerated() {
      promise(line.utf8Range.lowerBound == end, "lines do not follow each other")
      end = line.utf8Range.upperBound
      let shown = layout.clusters(ofLineAt: index).filter { $0.widthInCells > 0 }
      guard let last = shown.last, shown.count > 1 else { continue }
      promise(
        last.column + last.widthInCells - line.hangInCells <= options.typeAreaInCells, "a line is too wide")
    }
    promise(end == layout.text.utf8.count, "text behind the last line")
  }
}
