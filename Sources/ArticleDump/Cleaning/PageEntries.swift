/// The entries of a page that lists other articles, such as a front page: headlines that are links, each with what is
/// said about it.
struct PageEntries {
  /// The lines of each entry, in the order of the page.
  let lines: [Range<Int>]

  /// A list has at least this many entries, and this many of them say something about their article.
  private static let fewest = (entries: 5, teasers: 3)
  /// The elements around a headline that may be its entry.
  private static let mostAround = 6

  /// - Parameter isKept: The verdicts so far. If a sentence outside of the entries is kept, the page has a text of its
  ///   own, and the result is nil.
  init?(_ rules: LineRules, _ isKept: [Bool], _ tree: HTMLTree) {
    guard rules.pageRules.contains(.pageIsWhole) || rules.titleLine == nil else { return nil }
    // How many headlines there are before each line, and before the end.
    let counts = rules.lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + (Self.isHeadline($1) ? 1 : 0)) }
    guard counts[rules.lines.count] >= Self.fewest.entries else { return nil }
    var entries: [Range<Int>] = []
    var isInEntry = [Bool](repeating: false, count: rules.lines.count)
    for index in rules.lines.indices where counts[index] < counts[index + 1] {
      var node = NodeID(Int(rules.lines[index].block))
      var entry = index..<index + 1
      for _ in 0..<Self.mostAround {
        guard let parent = tree.parent(of: node), tree.tag(parent) != .body, parent != .root,
          case let held = rules.index.lines(in: parent.index), counts[held.upperBound] - counts[held.lowerBound] <= 1
        else { break }
        entry = held
        node = parent
      }
      entries.append(entry)
      // Two entries have no line in common: an element around both would have two headlines.
      for line in entry { isInEntry[line] = true }
    }
    guard rules.titleLine.map({ !isInEntry[$0] }) ?? true,
      entries.count(where: { $0.contains { rules.lines[$0].isSentence } }) >= Self.fewest.teasers,
      entries.allSatisfy({ $0.reduce(0) { $0 + rules.lines[$1].length } <= Thresholds.Length.longParagraph }),
      rules.lines.indices.allSatisfy({ !isKept[$0] || !rules.lines[$0].isSentence || isInEntry[$0] })
    else { return nil }
    lines = entries
  }

  private static func isHeadline(_ line: Line) -> Bool {
    line.isLinkedHeadline && line.context.contains(.heading)
      && line.context.isDisjoint(with: [.navigation, .footer, .aside, .form, .dialog, .hidden])
  }
}
