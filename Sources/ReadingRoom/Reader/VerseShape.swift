import Typesetting

/// Distinguishes verse from prose that a page breaks by hand.
enum VerseShape {
  /// No line of verse is longer: a regulated couplet of sixteen Han with its marks.
  private static let longestLineInCells = 40
  /// The lines of a stanza are of about the same length, and short on average.
  private static let longestMeanInCells = 28

  /// Whether a paragraph's segments are lines of verse: two or more, all of them short, none a sentence of prose that
  /// continues in the next.
  static func isVerse(_ text: String) -> Bool {
    guard text.utf8.contains(0x0A) else { return false }
    let widths = text.split(separator: "\n").map { $0.widthInCells() }.filter { $0 > 0 }
    guard widths.count >= 2, let longest = widths.max() else { return false }
    return longest <= longestLineInCells && widths.reduce(0, +) <= longestMeanInCells * widths.count
  }
}
