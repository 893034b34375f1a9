/// Finds the element that holds the article: the one whose lines, taken together, are most of all text.
///
/// Each line counts for or against every element around it, by its score and its length. What is found so depends on
/// no share of the page: a short report amid many teasers has the greatest sum as a long one has.
enum ContentRoot {
  static func find(_ lines: [Line], scores: [Int], _ tree: HTMLTree) -> NodeID {
    guard !lines.isEmpty else { return .root }
    var sums = [Int](repeating: 0, count: tree.count + 1)
    var sum = 0
    var next = 0
    for node in 0...tree.count {
      sums[node] = sum
      if next < lines.count, lines[next].first == Int32(node) {
        sum += value(lines[next], scores[next])
        next += 1
      }
    }
    var best = NodeID.root
    var bestSum = sum
    for node in tree.all where tree.isElement(node) && !tree.tag(node).traits.contains(.inline) {
      let own = sums[tree.subtreeEnd(of: node)] - sums[Int(node.index)]
      // Of elements that hold the same lines the innermost.
      if own >= bestSum {
        best = node
        bestSum = own
      }
    }
    return best
  }

  /// A paragraph of 400 bytes is as sure as one of 4,000, and counts no more. What is no text counts less: sites put a
  /// good deal of it between the paragraphs.
  private static func value(_ line: Line, _ score: Int) -> Int {
    let weight = 8 + min(400, Int(line.length))
    return score > 0 ? min(300, score) * weight : max(-300, score) * weight / 4
  }
}
