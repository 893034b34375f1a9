/// Finds the element that holds the article: the one whose lines, taken together, score highest as text.
///
/// Each line counts for or against every element around it, by its score and its length. The article's share of the
/// page does not matter: a short report among many teasers has the greatest sum, just as a long one does.
enum ContentRoot {
  static func find(_ lines: [Line], scores: [Int], _ index: LineIndex, _ tree: HTMLTree) -> NodeID {
    guard !lines.isEmpty else { return .root }
    // The sum over the lines before each line.
    var sums = [0]
    sums.reserveCapacity(lines.count + 1)
    for place in lines.indices { sums.append(sums[place] + value(lines[place], scores[place])) }
    var best = NodeID.root
    var bestSum = sums[lines.count]
    for node in tree.all {
      let held = index.lines(in: node.index)
      let own = sums[held.upperBound] - sums[held.lowerBound]
      // The innermost of the elements that hold the same lines.
      guard own >= bestSum, tree.isElement(node), !tree.tag(node).traits.contains(.inline) else { continue }
      best = node
      bestSum = own
    }
    return best
  }

  /// A long paragraph is as certain as one of `Length.mostCounted` bytes, and counts as much. Lines that do not look like
  /// text count less, since sites put many of them between the paragraphs.
  private static func value(_ line: Line, _ score: Int) -> Int {
    let weight = 8 + Int(min(Thresholds.Length.mostCounted, line.length))
    return score > 0 ? min(Thresholds.Score.most, score) * weight : max(-Thresholds.Score.most, score) * weight / 4
  }
}
