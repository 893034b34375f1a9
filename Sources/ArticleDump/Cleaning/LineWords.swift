import Text

/// What the words of lines say. Those of sentences are not looked up, except whether they are only a button's.
struct LineWords {
  private(set) var classes: [LineClass?]
  private(set) var isDated: [Bool]
  /// Whether each line is a byline: `责任编辑：某某`.
  private(set) var namesPeople: [Bool]
  private(set) var labelDistances: [Int]
  /// Whether each line is a label with links to other articles: `延伸阅读：…`.
  private(set) var labelsLinks: [Bool]

  /// - Parameter titleLine: The line of the title: a label above it does not refer to what is below it.
  init(_ lines: [Line], _ tree: HTMLTree, _ prose: ProseShares, titleLine: Int?) {
    classes = [LineClass?](repeating: nil, count: lines.count)
    isDated = [Bool](repeating: false, count: lines.count)
    namesPeople = isDated
    labelsLinks = isDated
    labelDistances = [Int](repeating: 0, count: lines.count)
    var labelLine: Int?
    var labelEnd = 0
    for (index, line) in lines.enumerated() {
      if let label = labelLine {
        if index == titleLine || Int(line.first) >= labelEnd
          || line.isProse && line.length > Thresholds.Length.endOfLabelled
        {
          labelLine = nil
        } else {
          labelDistances[index] = index - label
        }
      }
      guard line.length > 0, line.length <= Thresholds.Length.longestLookedUp else { continue }
      if line.isSentence {
        // 請繼續往下閱讀…: the words of a button, and no others.
        guard line.length <= Thresholds.Length.phrase else { continue }
        tree.withText(from: Int(line.first), through: Int(line.last)) {
          classes[index] = LineClass($0, isAtEdge: false)
        }
        continue
      }
      if line.linkCount > 0, !line.context.contains(.item),
        line.linkShare > Thresholds.LinkShare.half || line.length - line.linkLength < Thresholds.Length.label
      {
        let text = tree.text(from: Int(line.first), through: Int(line.last))
        labelsLinks[index] = LineClass.restBehindRelatedLabel(text) != nil
      }
      tree.withText(from: Int(line.first), through: Int(line.last)) { text in
        classes[index] = LineClass(
          text, isAtEdge: !line.context.contains(.heading) && !prose.isAmid(index, line, tree),
          isLinked: line.linkLength * 2 >= line.length)
        isDated[index] = Self.isDated(line, text)
        namesPeople[index] = Self.namesPeople(line, text)
      }
      if classes[index] == .relatedLabel, Self.isSectionOfWiki(line, tree) { classes[index] = nil }
      if classes[index] == .relatedLabel || classes[index] == .comments {
        labelLine = index
        labelEnd = Self.end(ofLabel: index, lines, tree)
      }
    }
  }
}

extension LineWords {
  /// Where the element ends whose lines a label refers to: its box if the links follow in it, or else the element around
  /// the box.
  private static func end(ofLabel index: Int, _ lines: [Line], _ tree: HTMLTree) -> Int {
    let box = NodeID(Int(lines[index].parent))
    let end = tree.subtreeEnd(of: box)
    let following = lines[(index + 1)...].prefix(Thresholds.Distance.shortlyBefore).prefix { Int($0.first) < end }
    if following.contains(where: { $0.linkLength >= Thresholds.Length.linkedHeadline }) { return end }
    let holder = tree.parent(of: box) ?? .root
    return tree.tag(holder) == .body ? end : tree.subtreeEnd(of: holder)
  }

  /// Whether a heading can be edited: 参见 is a section of an article in a wiki, not a label of the site's.
  private static func isSectionOfWiki(_ line: Line, _ tree: HTMLTree) -> Bool {
    line.context.contains(.heading)
      && tree.children(of: NodeID(Int(line.block))).contains { tree.hasClass(among: ElementSweep.editLinks, $0) }
  }

  /// A date in an address is not the line's.
  private static func isDated(_ line: Line, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    line.digitCount >= 3 && line.length <= Thresholds.Length.longestDated && DateTokenizer.mayHoldDate(text)
      && Timestamp.first(in: String(wellFormed: text), zone: .utc) != nil && !ByteSearch.holds(text, "://")
  }

  private static func namesPeople(_ line: Line, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    line.length <= Thresholds.Length.longestNaming && Byline.mayBeLines(text)
      && Byline.readLines(String(wellFormed: text)) != nil
  }

  /// Whether a text names people or has a date.
  ///
  /// - Parameter line: The line that the text is, or is a part of.
  static func tellsFacts(_ line: Line, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isDated(line, text) || namesPeople(line, text)
  }
}

extension HTMLTree {
  /// The same as well-formed bytes: those of the source, unless references have to be decoded.
  func withText<Result>(
    from first: Int, through last: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard isWellFormed, let size = plainSize(from: first, through: last) else {
      return text(from: first, through: last).withBytes(body)
    }
    if first == last {
      return withBytes(of: NodeID(first)) { body(UnsafeBufferPointer(rebasing: $0[Blanks.trimmedRange(of: $0)])) }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { text in
      var count = 0
      forEachText(from: first, through: last) { node in
        withBytes(of: node) { count = text[count...].initialize(fromContentsOf: $0) }
        return true
      }
      let bytes = UnsafeBufferPointer(rebasing: text[..<count])
      return body(UnsafeBufferPointer(rebasing: bytes[Blanks.trimmedRange(of: bytes)]))
    }
  }

  /// The bytes of the text nodes of a line together; nil if they contain a reference.
  private func plainSize(from first: Int, through last: Int) -> Int? {
    var size: Int? = 0
    forEachText(from: first, through: last) { node in
      let isPlain =
        nodes[Int(node.index)].flags.contains(.literal) || withBytes(of: node) { !ByteSearch.holds($0, byte: 0x26) }
      size = isPlain ? size.map { $0 + withBytes(of: node) { $0.count } } : nil
      return isPlain
    }
    return size
  }

  /// Visits the text nodes of a line until the closure returns `false`.
  private func forEachText(from first: Int, through last: Int, _ body: (NodeID) -> Bool) {
    var index = first
    while index <= last {
      let node = NodeID(index)
      if isText(node) {
        guard body(node) else { return }
        index += 1
      } else {
        index = isDropped(node) || tag(node).isHidden ? subtreeEnd(of: node) : index + 1
      }
    }
  }

  /// The first node of a line that is in no dropped element; nil if there is none.
  func firstUndropped(from first: Int, through last: Int) -> Int? {
    var start = first
    while start <= last {
      var around: NodeID? = NodeID(start)
      var dropped: NodeID?
      while let node = around {
        if isDropped(node) { dropped = node }
        around = parent(of: node)
      }
      guard let dropped else { return start }
      start = subtreeEnd(of: dropped)
    }
    return nil
  }

  /// The text of consecutive text nodes as one line, with references decoded.
  func text(from first: Int, through last: Int) -> String {
    var text = ""
    forEachText(from: first, through: last) { node in
      text += rawText(of: node)
      return true
    }
    return text.trimmedOfBlanks
  }
}
