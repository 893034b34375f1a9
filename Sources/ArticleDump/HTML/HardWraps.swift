/// Joins text again that the source wrapped hard, one paragraph a line.
///
/// Judged by the lines alone: where most long lines end in the middle of a sentence and nearly all that do are as wide
/// as the widest, the line ends are a terminal's or a telex's, not the author's.
enum HardWraps {
  /// Lines this near to the widest count as full; a word or a mark that may not start a line makes one short.
  private static let slackInCells = 16
  private static let widestLineInCells = 120

  static func joined(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    var lines: [StyledText] = []
    func settle() {
      for text in joined(lines) { result.append(.paragraph(text, role: nil)) }
      lines.removeAll()
    }
    for block in blocks {
      if case .paragraph(let text, nil) = block {
        lines.append(text)
      } else {
        settle()
        result.append(block)
      }
    }
    settle()
    return result
  }

  private static func joined(_ lines: [StyledText]) -> [StyledText] {
    guard lines.count >= 6 else { return lines }
    var widths: [Int] = []
    widths.reserveCapacity(lines.count)
    for line in lines {
      // The widest line bounds all: one long paragraph and nothing was wrapped.
      guard line.text.utf8.count <= 3 * widestLineInCells, !line.text.utf8.contains(0x0A) else { return lines }
      widths.append(widthInCells(of: line.text))
    }
    guard let widest = widths.max(), widest >= 40, widest <= widestLineInCells else { return lines }
    let full = widest - slackInCells
    let unended = lines.indices.dropLast().filter { !endsSentence(lines[$0].text) }
    guard unended.count * 4 >= lines.count, unended.filter({ widths[$0] >= full }).count * 10 >= unended.count * 9
    else { return lines }
    var result: [StyledText] = []
    var goesOn = false
    for (index, line) in lines.enumerated() {
      if goesOn, let last = result.indices.last {
        result[last].append(line, separator: needsSpace(result[last].text, line.text) ? " " : "")
      } else {
        result.append(line)
      }
      goesOn = widths[index] >= full && !endsSentence(line.text)
    }
    return result
  }

  /// Whether a line may be a paragraph's last: it ends with a mark that ends a sentence, closing marks after it set
  /// aside.
  private static func endsSentence(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "”", "’", "」", "』", "）", ")", "\"", "'", "】", "》", " ": continue
      case "。", "！", "？", "…", "!", "?", "：", ":", "；", ";", ".": return true
      default: return false
      }
    }
    return true
  }

  /// Words of two Latin lines are parted by a space; a number that was cut is not.
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
