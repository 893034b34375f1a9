import Text

/// Rejoins text that the source hard-wrapped, into one line for each paragraph.
///
/// The lines alone decide: if most long lines end in the middle of a sentence, and nearly all of these are as wide as
/// the widest, a terminal or a telex broke them, not the author.
enum HardWraps {
  /// Lines this close to the widest count as full: a line is shorter if a word, or a mark that may not begin a line,
  /// did not fit.
  private static let slackInCells = 16
  private static let widestLineInCells = 120

  /// Fewer lines than this prove nothing.
  private static let fewestLines = 6

  static func joined(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    // The blocks before this one are already in the result. Nothing is copied unless lines are joined.
    var taken = 0
    var start = 0
    while start < blocks.count {
      var end = start
      while end < blocks.count, isShortLine(blocks[end]) { end += 1 }
      if end - start >= fewestLines, mayBeWrapped(blocks[start..<end]) {
        let lines = blocks[start..<end].compactMap { if case .paragraph(let text, nil) = $0 { text } else { nil } }
        if let texts = joined(lines) {
          result += blocks[taken..<start]
          result += texts.map { .paragraph($0, role: nil) }
          taken = end
        }
      }
      start = max(end, start + 1)
    }
    guard taken > 0 else { return blocks }
    result += blocks[taken...]
    return result
  }

  /// Whether this may be a line of hard-wrapped text: a plain paragraph of one line that is no wider than a screen.
  private static func isShortLine(_ block: Block) -> Bool {
    guard case .paragraph(let text, nil) = block, text.alignment == nil else { return false }
    return text.text.utf8.count <= 3 * widestLineInCells && !text.text.withBytes { ByteSearch.holds($0, byte: 0x0A) }
  }

  /// An inexpensive test: most lines of prose end a sentence.
  private static func mayBeWrapped(_ lines: ArraySlice<Block>) -> Bool {
    var unended = 0
    for index in lines.indices.dropLast() {
      if case .paragraph(let text, nil) = lines[index], !mayEndParagraph(text.text) { unended += 1 }
    }
    return unended * 4 >= lines.count
  }

  /// The paragraphs that the lines make, or nil if they were not wrapped.
  private static func joined(_ lines: [StyledText]) -> [StyledText]? {
    let unended = lines.indices.dropLast().filter { !mayEndParagraph(lines[$0].text) }
    let widths = lines.map { widthInCells(of: $0.text) }
    guard let widest = widths.max(), widest >= 40, widest <= widestLineInCells else { return nil }
    let full = widest - slackInCells
    guard unended.filter({ widths[$0] >= full }).count * 10 >= unended.count * 9 else { return nil }
    var result: [StyledText] = []
    var goesOn = false
    for (index, line) in lines.enumerated() {
      if goesOn, let last = result.indices.last {
        result[last].append(line, separator: needsSpace(result[last].text, line.text) ? " " : "")
      } else {
        result.append(line)
      }
      goesOn = widths[index] >= full && !mayEndParagraph(line.text)
    }
    return result
  }

  /// Whether a line may be a paragraph's last: apart from closing marks, it ends with a mark that ends a sentence.
  private static func mayEndParagraph(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "”", "’", "」", "』", "）", ")", "\"", "'", "】", "》", " ": continue
      case "。", "！", "？", "…", "!", "?", "：", ":", "；", ";", ".": return true
      default: return false
      }
    }
    return true
  }

  /// Words of two Latin lines are separated by a space, but the parts of a number that was cut are not.
  private static func needsSpace(_ before: String, _ after: String) -> Bool {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return false }
    return last.isASCII && first.isASCII && last.properties.isAlphabetic && first.properties.isAlphabetic
  }

  private static func widthInCells(of text: String) -> Int {
    text.unicodeScalars.reduce(0) {
      $0 + (EastAsianSpacing.isWide($1.value) || EastAsianSpacing.isAmbiguousPunctuation($1.value) ? 2 : 1)
    }
  }
}
