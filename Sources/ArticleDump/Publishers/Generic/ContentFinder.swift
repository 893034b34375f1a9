import Text

/// Finds the part of a whole page that is the article: the smallest element with nearly all of its prose and its title.
///
/// Fragments, as feeds give them, are the article already; there only what stands before the title goes.
struct ContentFinder {
  /// Before each node: the bytes of prose, unlinked text with a clause mark, or long with a sentence's end.
  private var prose: [Int32]
  private let tree: HTMLTree

  static func narrow(_ page: inout Page) {
    guard page.contentRoots == nil else { return }
    let isWholePage = page.tree.first(.body) != nil || page.tree.first(.head) != nil
    let title = TitleHeading.find(in: page)
    guard isWholePage || title != nil else { return }
    let finder = ContentFinder(page.tree, title: title)
    if isWholePage {
      // A page of a line or two, a picture's or a video's, has no prose to go by.
      let root =
        finder.holdsProse
        ? finder.root(title: title, share: 0.9)
        : ContentFinder(page.tree, title: title, countsAll: true).root(title: title, share: 0.6)
      if root != .root { page.contentRoots = [root] }
      finder.trim(root, title: title, &page)
    } else if let title {
      finder.dropFurniture(before: title, in: .root, &page)
    }
    if let title {
      let heading = page.text(of: title).onOneLine
      TitleHeading.take(heading, &page)
      page.drop(title)
    }
  }

  private var holdsProse: Bool { prose[tree.count] > 0 }

  /// - Parameter countsAll: Takes every unlinked text outside of headings for prose.
  private init(_ tree: HTMLTree, title: NodeID?, countsAll: Bool = false) {
    self.tree = tree
    let count = tree.count
    let titleIndex = title?.index ?? -1
    prose = tree.source.withUnsafeBufferPointer { bytes in
      tree.nodes.withUnsafeBufferPointer { nodes in
        [Int32](unsafeUninitializedCapacity: count + 1) { prose, filled in
          var sum: Int32 = 0
          var skipEnd = 0
          for index in 0..<count {
            prose.initializeElement(at: index, to: sum)
            guard index >= skipEnd else { continue }
            let node = nodes[index]
            if node.known == .text {
              let range = Int(node.sourceStart)..<Int(node.sourceEnd)
              guard !node.flags.contains(.blank), countsAll || range.count >= 45 else { continue }
              let text = UnsafeBufferPointer(rebasing: bytes[range])
              if countsAll || ProseProbe.holdsClauseMark(text)
                || text.count >= 160 && ProseProbe.sentenceEnds(text) > 0
              {
                sum &+= Int32(truncatingIfNeeded: range.count)
              }
            } else if Int32(index) == titleIndex || node.known == .a || node.known == .h1 || node.known.isHidden
              || tree.isDropped(NodeID(index))
              || countsAll && Self.isHeading(node.known)
            {
              // A title may hold clause marks, and is no prose.
              skipEnd = Int(node.subtreeEnd)
            }
          }
          prose.initializeElement(at: count, to: sum)
          filled = count + 1
        }
      }
    }
  }

  private func prose(in node: NodeID) -> Int {
    Int(prose[tree.subtreeEnd(of: node)] - prose[Int(node.index)])
  }

  private static func isHeading(_ tag: Tag) -> Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Goes down as long as one child has this share of the prose, and does not leave the title behind.
  private func root(title: NodeID?, share: Double) -> NodeID {
    var current = NodeID.root
    let total = prose(in: .root)
    guard total > 0 else { return tree.first(.body) ?? .root }
    while true {
      switch tree.tag(current) {
      case .article, .main: return current
      case .p, .td, .li, .blockquote, .table, .tbody, .tr, .ul, .ol: return wrapper(of: current)
      default: break
      }
      let heaviest = tree.children(of: current).filter { tree.isElement($0) && !tree.isDropped($0) }
        .max { prose(in: $0) < prose(in: $1) }
      guard let heaviest, Double(prose(in: heaviest)) >= Double(total) * share else { return current }
      if let title, tree.isNode(title, in: current), !tree.isNode(title, in: heaviest) { return current }
      current = heaviest
    }
  }

  /// The nearest ancestor-or-self that may stand alone.
  private func wrapper(of node: NodeID) -> NodeID {
    switch tree.tag(node) {
    case .p, .li, .tr, .tbody, .ul, .ol, .blockquote: tree.parent(of: node) ?? node
    default: node
    }
  }

  /// Inside the article's element of a whole page: what stands before the title, and linked lists after the prose.
  private func trim(_ root: NodeID, title: NodeID?, _ page: inout Page) {
    if let title, tree.isNode(title, in: root) { dropFurniture(before: title, in: root, &page) }
    guard tree.tag(root) == .body || root == .root else { return }
    let ink = InkMap(page.tree)
    for child in tree.children(of: root) where tree.isElement(child) && !page.tree.isDropped(child) {
      if prose(in: child) == 0, ink.linkShare(tree, child) > 0.5, ink.pictureCount(tree, child) == 0 {
        page.drop(child)
      }
    }
  }

  /// Drops what precedes the title: breadcrumbs, logos, dates go with it unless prose stands there.
  private func dropFurniture(before title: NodeID, in root: NodeID, _ page: inout Page) {
    guard prose[Int(title.index)] - prose[Int(root.index)] == 0 else { return }
    var node = title
    var steps = 0
    // Only as many levels as pages have; a title deeper than this is no page's.
    while node != root, let parent = tree.parent(of: node), steps < 64 {
      for sibling in tree.children(of: parent) where sibling < node && !page.tree.isDropped(sibling) {
        if tree.isElement(sibling), holdsArticleParts(sibling) { continue }
        readFacts(sibling, &page)
        page.drop(sibling)
      }
      node = parent
      steps += 1
    }
  }

  /// Some pages put date and source above the title.
  private func readFacts(_ node: NodeID, _ page: inout Page) {
    guard tree.isElement(node), tree.subtreeEnd(of: node) - Int(node.index) <= 48 else { return }
    let text = page.text(of: node).split(separator: "\n").joined(separator: " ")
    guard text.utf8.count <= 160, !StrayLines.isClock(text) else { return }
    if page.facts.isUndated, let found = page.partedDate(node, page.zone),
      page.isPlausible(found.timestamp)
    {
      page.facts.published = Sourced(found.timestamp)
      for line in page.text(of: node).lines {
        if let byline = Byline.read(line) { page.take(byline, .page) }
      }
      return
    }
    if page.facts.isUndated,
      let found = Timestamp.first(in: text, zone: page.zone), page.isPlausible(found.timestamp)
    {
      page.facts.published = Sourced(found.timestamp)
      return FactLine(text.withoutUTF8(found.utf8Range)).read(into: &page)
    }
    FactLine(text).read(into: &page)
  }

  /// Pictures and dates before a title belong to the article.
  private func holdsArticleParts(_ node: NodeID) -> Bool {
    if tree.tag(node) == .img || tree.tag(node) == .time { return true }
    if tree.tag(node) == .i || tree.tag(node) == .style { return true }
    return tree.descendants(of: node).contains {
      let tag = tree.tag($0)
      return tag == .time || tag == .img || tag == .figure || tag == .h2
        || tree.isText($0) && Timestamp(tree.rawText(of: $0)) != nil
    }
  }
}

extension Page {
  /// The title as far as it is known: a fact, the envelope's, or what the page's own `title` says.
  var givenTitle: String {
    if let title = facts.title?.value { return title }
    if !envelope.title.isEmpty { return envelope.title }
    return tree.first(.title).map { node in
      tree.descendants(of: node).map { tree.rawText(of: $0) }.joined().trimmedOfBlanks
    } ?? ""
  }
}

/// The heading that repeats the title.
enum TitleHeading {
  /// The first heading (or element that a class names the title) whose text is the title or its beginning.
  static func find(in page: Page) -> NodeID? {
    let given = key(page.facts.title?.value ?? page.envelope.title)
    let title = given.isEmpty ? key(page.givenTitle) : given
    let tree = page.tree
    var firstHeading: NodeID?
    var looked = 0
    for node in tree.undropped() {
      let tag = tree.tag(node)
      // Old pages set their title in large type.
      let isType = tag == .font || tag == .b || tag == .strong
      guard tag.traits.contains(.heading) || tag == .p || tag == .div || tag == .span || isType else { continue }
      if tag == .h1, firstHeading == nil { firstHeading = node }
      if !tag.traits.contains(.heading) {
        // Titles that are no headings stand in the first few elements, named so.
        looked += 1
        // A title is no more than a few elements large.
        let isLargeType = isType && given.isEmpty && tree.subtreeEnd(of: node) - Int(node.index) <= 64
        guard looked < 200, isLargeType || page.scanner.scan(node, in: tree).words.contains(.title) else {
          continue
        }
      }
      let text = key(tree.text(of: node))
      guard text.utf8.count >= 6 else { continue }
      let isStem =
        (tag == .h1 || tag == .h2) && text != title
        && begins(page.givenTitle, with: tree.text(of: node).onOneLine, atLeast: 2)
      if !title.isEmpty, text == title || repeats(text, title) || isStem {
        // The box of the title and the line of date and source: the title is the heading in it.
        if text != title, !tag.traits.contains(.heading), holdsHeading(node, tree) { continue }
        return node
      }
    }
    return given.isEmpty ? firstHeading : nil
  }

  private static func holdsHeading(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.descendants(of: node).contains { tree.tag($0).traits.contains(.heading) }
  }

  /// Takes a heading as the title when it is the envelope's without the site's name.
  static func take(_ heading: String, _ page: inout Page) {
    let given = page.givenTitle
    if page.facts.siteName == nil, given.begins(with: heading) {
      // TITLE_COLUMN_SITE: the last part of a suffix is the site's name.
      let suffix = given.utf8.dropFirst(heading.utf8.count)
      let parts = Substring(suffix).unicodeScalars.split(whereSeparator: isSuffixMark)
      if let last = parts.last, case let last = Substring(last).trimmedOfBlanks, last.inkCount >= 2, last.inkCount <= 14
      {
        page.facts.siteName = Sourced(last)
        if page.facts.section == nil, parts.count >= 2 {
          let column = parts.dropLast().map { Substring($0).trimmedOfBlanks }.first { TitleSuffix.isColumn($0) }
          page.facts.section = column.flatMap { $0.utf8.first ?? 0 >= 0x80 ? Sourced($0) : nil }
        }
      }
    }
    if given.isEmpty || begins(given, with: heading, atLeast: 2) {
      page.facts.title = Sourced(heading)
    } else {
      let (own, others) = (key(heading), key(given))
      if own != others, repeats(own, others), !growsBeyondTitle(heading, given, page) {
        page.facts.title = Sourced(heading)
      }
    }
  }

  /// Whether an element that begins with the title goes on with something else: the line of facts, another title.
  private static func growsBeyondTitle(_ heading: String, _ title: String, _ page: Page) -> Bool {
    guard heading.utf8.count > title.utf8.count, heading.begins(with: title) else { return false }
    let rest = heading.utf8.dropFirst(title.utf8.count)
    let more = Substring(rest).trimmedOfBlanks
    let isParted = rest.first.map { $0 <= 0x20 } ?? false || Substring(rest).unicodeScalars.first?.isBlank ?? false
    if more.holdsAny(of: ["来源：", "來源：", "作者：", "时间：", "時間：", "日期：", "来源:", "作者:", "时间:", "浏览", "阅读："]) { return true }
    if Timestamp.first(in: more, zone: page.zone) != nil { return true }
    // A title that a feed cut goes on in the middle of a word; one that is whole is followed by the next.
    return isParted && more.inkCount >= 10
  }

  /// What parts a title from the names of its column and its site.
  private static func isSuffixMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "-", "|", "–", "—", "｜": true
    default: false
    }
  }

  /// Whether a title is a line and then, behind a mark, a column's or a site's name.
  static func begins(_ title: String, with line: String, atLeast length: Int = 3) -> Bool {
    guard title.utf8.count > line.utf8.count, title.begins(with: line), line.inkCount >= length
    else { return false }
    let rest = Substring(title.utf8.dropFirst(line.utf8.count)).trimmedOfBlanks
    return rest.unicodeScalars.first.map(isSuffixMark) ?? false
  }

  /// Whether a heading is a title without its suffix or prefix, or the other way round.
  private static func repeats(_ heading: String, _ title: String) -> Bool {
    let short = min(heading.utf8.count, title.utf8.count)
    guard short >= 12, short * 3 >= max(heading.utf8.count, title.utf8.count) else { return false }
    return title.begins(with: heading) || heading.begins(with: title) || title.ends(with: heading)
  }

  /// A title without blanks and marks, for comparing.
  static func key(_ text: String) -> String {
    // Han characters and ASCII have no case to look up.
    var mayHaveCase = false
    let key = text.withBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { key in
        var count = 0
        Blanks.forEachScalar(in: bytes) { range, isBlank in
          if isBlank { return }
          let first = bytes[range.lowerBound]
          if first < 0x80 {
            guard isKeptInKey(first) else { return }
            key.initializeElement(at: count, to: first &- 0x41 < 26 ? first | 0x20 : first)
            count &+= 1
            return
          }
          // U+5000 to U+8FFF: letters all.
          if first < 0xE5 || first > 0xE8 {
            let (value, _) = UTF8Scalar.decode(bytes, at: range.lowerBound)
            if isMark(value) { return }
            if value < 0x2E80 || value > 0x9FFF { mayHaveCase = true }
          }
          for offset in range {
            key.initializeElement(at: count, to: bytes[offset])
            count &+= 1
          }
        }
        return String(wellFormed: UnsafeBufferPointer(rebasing: key[..<count]))
      }
    }
    return mayHaveCase ? key.lowered : key
  }

  /// ASCII's letters, digits, and the symbols that Unicode counts to neither punctuation nor mathematics.
  private static func isKeptInKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x24 || byte == 0x5E || byte == 0x60
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    // 、。, brackets, ！（），．／：；？ and Han, which are most of what is asked for.
    case 0x3001...0x3003, 0x3008...0x3011, 0xFF01, 0xFF08, 0xFF09, 0xFF0C...0xFF0F, 0xFF1A, 0xFF1B, 0xFF1F,
      0x2018...0x201F, 0x2026:
      return true
    case 0x4E00...0x9FFF: return false
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    return switch scalar.properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .format, .control:
      true
    default: false
    }
  }
}
