import ArticleDump

/// An article as the reader goes through it: leaves in reading order, with one offset for every place in the text.
struct Flow: Sendable {
  private(set) var leaves: [Leaf] = []
  /// UTF-8 length of the reading text: of all leaves' texts, end to end.
  private(set) var utf8Count = 0
  /// Links in the running text.
  var links: [FlowLink] = []
  /// The highest number of the text's own notes ([1] as a superscript), 0 if it has none: links are numbered from the
  /// next one, so that no number means two things.
  var lastNoteNumber = 0
  var outline: [OutlineEntry] = []
  /// The leaf of each image of the body.
  var figures: [(leaf: Int, image: ArticleImage)] = []

  mutating func append(_ leaf: Leaf) {
    for var piece in leaf.pieces() {
      piece.base = utf8Count
      piece.quoteDepthAbove = zip(piece.quoteBars, leaves.last?.quoteBars ?? []).prefix { $0 == $1 }.count
      utf8Count += piece.utf8Count
      leaves.append(piece)
    }
  }

  /// Changes the texts of leaves and adjusts offsets.
  mutating func reword(_ change: (_ index: Int, _ leaf: inout Leaf) -> Void) {
    utf8Count = 0
    for index in leaves.indices {
      change(index, &leaves[index])
      leaves[index].base = utf8Count
      utf8Count += leaves[index].utf8Count
    }
  }

  /// The link with a number; `nil` if there is none.
  func link(number: Int) -> FlowLink? {
    let (index, overflows) = number.subtractingReportingOverflow(lastNoteNumber + 1)
    return !overflows && links.indices.contains(index) ? links[index] : nil
  }

  /// A link's number in the text.
  func numberOfLink(at index: Int) -> Int { lastNoteNumber + 1 + index }

  /// The leaf and offset of an offset in the reading text.
  ///
  /// - Complexity: O(log n) in the number of leaves.
  func locate(_ utf8Offset: Int) -> (leaf: Int, utf8Offset: Int) {
    guard utf8Offset > 0, !leaves.isEmpty else { return (0, 0) }
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if leaves[middle].base <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    // Of the leaves that start here, only the last one has text.
    let leaf = max(0, low - 1)
    return (leaf, min(utf8Offset - leaves[leaf].base, leaves[leaf].text.utf8.count))
  }
}

struct FlowLink: Sendable, Hashable {
  var text: String
  var url: String
  var leaf: Int
}

struct OutlineEntry: Sendable, Hashable {
  var title: String
  var level: Int
  var leaf: Int
}
