/// A passage that the reader highlighted: what an entry of the highlights file has in addition to an entry of the
/// bookmarks file.
///
/// The two files have the same form, so highlights are read, changed, merged and protected in the same way as
/// bookmarks:
/// ```
/// - [Title](https://example.org/1) — Publisher, 2024-09-17 <!-- yuelan: news/1.md · added 2026-11-29T10:00:00Z · at 120-180 yellow -->
///   > What is quoted.
///
///   What the reader has to say, with #tags.
/// ```
public struct Passage: Sendable, Hashable {
  /// UTF-8 offsets into the former reading text. If the text has changed since, the quotation identifies the passage.
  public var utf8Range: Range<Int>
  /// The highlight's colour; yellow if the entry names none.
  public var color: HighlightColor

  public init(utf8Range: Range<Int>, color: HighlightColor = .yellow) {
    self.utf8Range = utf8Range
    self.color = color
  }

  /// Reads `120-180 yellow`; an unknown or missing color is yellow.
  init?(_ text: Substring) {
    let words = text.split(separator: " ", maxSplits: 1)
    let bounds = (words.first ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count == 2, let start = bounds[0], let end = bounds[1], 0 <= start, start <= end else { return nil }
    self.init(utf8Range: start..<end, color: words.dropFirst().first.flatMap { HighlightColor(String($0)) } ?? .yellow)
  }

  /// As in the comment of an entry.
  var text: String { "\(utf8Range.lowerBound)-\(utf8Range.upperBound) \(color.rawValue)" }
}

/// The colors that a highlight can have.
public enum HighlightColor: String, Sendable, Hashable, CaseIterable {
  /// The raw value is the word in the file.
  case yellow, green, blue, pink

  /// - Parameter name: In any case, with blanks around it.
  public init?(_ name: String) {
    self.init(rawValue: name.split(separator: " ").joined().lowercased())
  }
}

extension Bookmark {
  /// The text that a highlight quotes: the lines of the note that begin with `>`, without it.
  public var quotation: String { Self.lines(of: note).quoted.joined(separator: "\n") }

  /// The reader's remark: the note without the quotation.
  public var remark: String { Self.lines(of: note).own.joined(separator: "\n") }

  /// The note of a highlight.
  ///
  /// - Parameters:
  ///   - quotation: Lines of the article.
  ///   - remark: The reader's own words. A line that begins with `>` gets a backslash before it.
  public static func note(quoting quotation: String, remark: String) -> String {
    var lines = quotation.split(separator: "\n").map { "> " + $0 }
    let own = remark.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.first { $0 != " " } == ">" ? "\\" + line : String(line)
    }
    if own.contains(where: { !$0.isEmpty }) { lines += (lines.isEmpty ? [] : [""]) + own }
    return lines.joined(separator: "\n")
  }

  private static func lines(of note: String) -> (quoted: [String], own: [String]) {
    var quoted: [String] = []
    var own: [String] = []
    for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.first == ">" {
        quoted.append(String(text.dropFirst(text.hasPrefix("> ") ? 2 : 1)))
      } else {
        own.append(text.hasPrefix("\\>") ? String(text.dropFirst()) : String(line))
      }
    }
    while own.first?.isEmpty == true { own.removeFirst() }
    while own.last?.isEmpty == true { own.removeLast() }
    return (quoted, own)
  }
}
