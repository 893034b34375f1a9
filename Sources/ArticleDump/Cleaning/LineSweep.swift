/// Drops lines from a page's tree.
enum LineSweep {
  /// Drops the outermost elements in which there are lines but none that stays, and single lines elsewhere.
  static func drop(_ lines: [Line], in page: inout Page, stays: (Int) -> Bool) {
    let isStaying = lines.indices.map(stays)
    guard isStaying.contains(false) else { return }
    let tree = page.tree
    var index = 1
    var next = 0
    // For each node, how many lines that stay begin before it, by the first nodes of those lines.
    var kept = lines.indices.filter { isStaying[$0] }.map { (first: Int(lines[$0].first), last: Int(lines[$0].last)) }
    // A publisher's rules recognized these pictures.
    kept += page.pictures.keys.map { (first: Int($0.index), last: Int($0.index)) }
    kept.sort { $0.first < $1.first }
    var nextKept = 0
    while index < tree.count, next < lines.count {
      let node = NodeID(index)
      let end = tree.subtreeEnd(of: node)
      while next < lines.count, Int(lines[next].last) < index { next += 1 }
      while nextKept < kept.count, kept[nextKept].last < index { nextKept += 1 }
      guard next < lines.count else { return }
      // No line begins in the node.
      if Int(lines[next].first) >= end {
        index = end
        continue
      }
      if nextKept == kept.count || kept[nextKept].first >= end {
        page.drop(node)
        index = end
      } else {
        index += 1
      }
    }
  }
}
