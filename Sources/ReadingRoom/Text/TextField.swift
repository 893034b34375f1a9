import Typesetting

/// A line of text that is being edited, by grapheme clusters.
struct TextField: Sendable, Hashable {
  private(set) var clusters: [String] = []
  /// The place between clusters, 0 to their count.
  private(set) var cursor = 0

  init(_ text: String = "") {
    clusters = text.map { String($0) }
    cursor = clusters.count
  }

  /// A text with the cursor before its tail.
  init(_ head: String, tail: String) {
    self.init(head)
    clusters += tail.map { String($0) }
  }

  var text: String { clusters.joined() }
  var isEmpty: Bool { clusters.isEmpty }
  /// The text before the cursor.
  var head: String { clusters[..<cursor].joined() }

  /// The number of cells that a range of clusters takes.
  func cells(of range: Range<Int>, ambiguous: AmbiguousWidth) -> Range<Int> {
    let range = range.clamped(to: 0..<clusters.count)
    guard !range.isEmpty else { return 0..<0 }
    func width(_ end: Int) -> Int { clusters[..<end].joined().widthInCells(ambiguous: ambiguous) }
    return width(range.lowerBound)..<width(range.upperBound)
  }

  /// The most clusters that a field holds; anything pasted beyond is dropped.
  static let limitInClusters = 1_000

  mutating func insert(_ text: String) {
    guard !text.isEmpty, clusters.count < TextField.limitInClusters else { return }
    // A typed character may join the cluster before it (a combining mark, an emoji's other half).
    let before = sanitizedLine(head + text)
    let after = clusters[cursor...].joined()
    let newHead = before.map { String($0) }
    clusters = Array((newHead + after.map { String($0) }).prefix(TextField.limitInClusters))
    cursor = min(newHead.count, clusters.count)
  }

  mutating func replace(with text: String) { self = TextField(text) }

  /// Handles an editing key.
  ///
  /// - Returns: Whether the key was an editing key.
  mutating func edit(by key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let cluster), []), (.character(let cluster), .shift): insert(cluster)
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(clusters.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = clusters.count
    case (.backspace, []), (.character("h"), .control):
      guard cursor > 0 else { break }
      cursor -= 1
      clusters.remove(at: cursor)
    case (.delete, []), (.character("d"), .control):
      guard cursor < clusters.count else { break }
      clusters.remove(at: cursor)
    case (.character("u"), .control):
      clusters.removeSubrange(..<cursor)
      cursor = 0
    case (.character("k"), .control): clusters.removeSubrange(cursor...)
    case (.character("w"), .control), (.backspace, .alt):
      var start = cursor
      while start > 0, clusters[start - 1] == " " { start -= 1 }
      while start > 0, clusters[start - 1] != " " { start -= 1 }
      clusters.removeSubrange(start..<cursor)
      cursor = start
    default: return false
    }
    return true
  }
}
