import Typesetting

/// A title of several lines: each but the last ends where the sense pauses, if that costs no line more; otherwise the
/// lines are about equally long.
enum TitleSetting {
  static func layout(_ title: String, _ options: LayoutOptions) -> ParagraphLayout {
    let balanced = ParagraphLayout(title, options: options)
    guard balanced.lines.count > 1, title.utf8.count <= 400 else { return balanced }
    var options = options
    options.balancesLines = false
    let full = options.measureInCells
    // Even measures only, the narrowest first: its lines differ least.
    let shortest = balanced.lines.map(\.widthInCells).max() ?? full
    for measure in stride(from: max(2, (shortest + 1) & ~1), through: full, by: 2) {
      options.measureInCells = measure
      let candidate = ParagraphLayout(title, options: options)
      guard candidate.lines.count == balanced.lines.count else { continue }
      let last = candidate.lines.last?.widthInCells ?? 0
      // A word left over is no line.
      guard last * 3 >= measure, candidate.lines.dropLast().allSatisfy({ pauses(title, at: $0) }) else { continue }
      return candidate
    }
    return balanced
  }

  private static func pauses(_ title: String, at line: Line) -> Bool {
    let end = title.utf8.index(title.startIndex, offsetBy: line.utf8Range.upperBound)
    guard let scalar = title.unicodeScalars[..<end].last else { return false }
    return "，。：；！？、—…」』”》）,:;!? \u{3000}|｜".unicodeScalars.contains(scalar)
  }
}
