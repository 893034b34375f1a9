import Text

extension Page {
  /// The best known title: a fact, the envelope's, or the page's `title`.
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
  /// A title is at most a few elements large, and nested elements are examined once each.
  private static let mostNodes = 64
  private static let mostBytes = 8_192

  /// The first heading (or element that a class calls the title) whose text is the title or its beginning.
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
      guard tree.subtreeEnd(of: node) - Int(node.index) <= mostNodes, tree.sourceLength(of: node) <= mostBytes else {
        continue
      }
      if tag == .h1, firstHeading == nil { firstHeading = node }
      if !tag.traits.contains(.heading) {
        // Titles that are not headings are among the first few elements and have an informative class.
        looked += 1
        let isLargeType = isType && given.isEmpty
        guard looked < 200, isLargeType || page.scanner.scan(node, in: tree).words.contains(.title) else {
          continue
        }
      }
      let text = key(tree.text(of: node))
      guard text.utf8.count >= 6, !(isType || tag == .span) || !isAmidText(node, tree) else { continue }
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

  /// Whether text precedes or follows an inline element on its line.
  private static func isAmidText(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard let parent = tree.parent(of: node) else { return false }
    var previous: NodeID?
    var isBehindNode = false
    for sibling in tree.children(of: parent) where !tree.isBlank(sibling) {
      if isBehindNode { return tree.isText(sibling) || previous.map(tree.isText) ?? false }
      if sibling == node { isBehindNode = true } else { previous = sibling }
    }
    return previous.map(tree.isText) ?? false
  }

  private static func holdsHeading(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.descendants(of: node).contains { tree.tag($0).traits.contains(.heading) }
  }

  /// Makes a heading the title if it is the envelope's title without the site's name, or if the page calls itself only
  /// by the site's name.
  ///
  /// - Parameter node: The heading's element, if it is on the page.
  static func adopt(_ heading: String, of node: NodeID? = nil, _ page: inout Page) {
    let given = page.givenTitle
    if let node, isSiteAlone(given, beside: heading, of: node, page) {
      if page.facts.siteName == nil { page.facts.siteName = Sourced(given) }
      page.facts.title = Sourced(heading)
      return
    }
    if page.facts.siteName == nil, let site = siteName(before: heading, in: given) {
      page.facts.siteName = Sourced(site)
    }
    if page.facts.siteName == nil, given.begins(with: heading) {
      // TITLE_COLUMN_SITE: the last part of a suffix is the site's name.
      let suffix = given.utf8.dropFirst(heading.utf8.count)
      let parts = Substring(suffix).unicodeScalars.split(whereSeparator: isSuffixMark)
      if let last = parts.last, case let last = withoutLatinName(Substring(last).trimmed(of: "·•")),
        2...14 ~= last.nonBlankCount
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

  /// Whether a page's `title` is only the name of its site. Then no element repeats it, and the page's only `h1` is a
  /// real heading, not a logo.
  private static func isSiteAlone(_ given: String, beside heading: String, of node: NodeID, _ page: Page) -> Bool {
    guard page.envelope.title.isEmpty, page.facts.title == nil, page.tree.tag(node) == .h1,
      page.tree.first(.a, in: node) == nil, 2...14 ~= given.nonBlankCount, heading.nonBlankCount >= 5,
      !given.unicodeScalars.contains(where: { isSuffixMark($0) || $0.isOne(of: "，。！？：“”《》") }), !heading.holds(given)
    else { return false }
    return page.facts.siteName?.value == given
      || page.facts.siteName == nil && heading.nonBlankCount > given.nonBlankCount && !given.holds(heading)
  }

  /// SITE - TITLE: the part before the title.
  private static func siteName(before heading: String, in given: String) -> String? {
    guard heading.nonBlankCount >= 4, given.utf8.count > heading.utf8.count, given.ends(with: heading) else {
      return nil
    }
    let prefix = given.dropLast(heading.count).trimmedOfBlanks
    guard let mark = prefix.unicodeScalars.last, isSuffixMark(mark) else { return nil }
    let name = String(prefix.unicodeScalars.dropLast()).trimmedOfBlanks
    guard 2...14 ~= name.nonBlankCount, !name.unicodeScalars.contains(where: isSuffixMark), !TitleSuffix.isColumn(name),
      name.unicodeScalars.first.map({ $0.isHan || $0.properties.isUppercase }) == true
    else { return nil }
    return name
  }

  /// `江边周刊 Riverside Weekly`: only the name in Han.
  private static func withoutLatinName(_ name: String) -> String {
    guard name.utf8.first.map({ $0 >= 0x80 }) == true, let blank = name.firstIndex(of: " "),
      name[blank...].utf8.allSatisfy({ $0 < 0x80 })
    else { return name }
    return String(name[..<blank])
  }

  /// Whether an element that begins with the title continues with something else: the line of facts, or another title.
  private static func growsBeyondTitle(_ heading: String, _ title: String, _ page: Page) -> Bool {
    guard heading.utf8.count > title.utf8.count, heading.begins(with: title) else { return false }
    let rest = heading.utf8.dropFirst(title.utf8.count)
    let more = Substring(rest).trimmedOfBlanks
    let isParted = rest.first.map { $0 <= 0x20 } ?? false || Substring(rest).unicodeScalars.first?.isBlank ?? false
    if more.simplified.holdsAny(of: ["来源：", "作者：", "时间：", "日期：", "来源:", "作者:", "时间:", "浏览", "阅读："]) { return true }
    if Timestamp.first(in: more, zone: page.zone) != nil { return true }
    // If a feed cut the title off, the text continues in the middle of a word; otherwise the next title follows.
    return isParted && more.nonBlankCount >= 10
  }

  /// Separators between a title and the names of its section and its site.
  private static func isSuffixMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "-", "|", "–", "—", "｜": true
    default: false
    }
  }

  /// Whether a title is a line followed, after a mark, by the name of a section or site.
  static func begins(_ title: String, with line: String, atLeast length: Int = 3) -> Bool {
    guard title.utf8.count > line.utf8.count, title.begins(with: line), line.nonBlankCount >= length
    else { return false }
    let rest = Substring(title.utf8.dropFirst(line.utf8.count)).trimmedOfBlanks
    return rest.unicodeScalars.first.map(isSuffixMark) ?? false
  }

  /// Whether a heading is a title without its suffix or prefix, or the reverse.
  private static func repeats(_ heading: String, _ title: String) -> Bool {
    let short = min(heading.utf8.count, title.utf8.count)
    guard short >= 12, short * 3 >= max(heading.utf8.count, title.utf8.count) else { return false }
    return title.begins(with: heading) || heading.begins(with: title) || title.ends(with: heading)
  }

  /// Whether a text node is the title, by comparing its key with a given one.
  static func isTitle(_ node: NodeID, _ tree: HTMLTree, key title: String) -> Bool {
    let mayBe = tree.withBytes(of: node) { bytes in
      // A character reference may encode any character.
      ByteSearch.holds(bytes, byte: 0x26) || bytes.count >= title.utf8.count && mayHaveKey(bytes, title)
    }
    return mayBe && key(tree.rawText(of: node).onOneLine.trimmedOfBlanks) == title
  }

  /// Whether the first character of a text that is part of its key may be the title's: most texts begin with another.
  private static func mayHaveKey(_ bytes: UnsafeBufferPointer<UInt8>, _ title: String) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if isKeptInKey(byte) { return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == title.utf8.first }
        offset += 1
      } else if 0xE5...0xE8 ~= byte {
        return title.withBytes { key in
          key.count >= 3 && offset + 3 <= bytes.count && key[0] == byte && key[1] == bytes[offset + 1]
            && key[2] == bytes[offset + 2]
        }
      } else {
        // Marks are left out of keys, and some letters have a plain form.
        let isLeftOut = Blanks.length(in: bytes, at: offset) > 0 || isMark(UTF8Scalar.decode(bytes, at: offset).value)
        guard isLeftOut else { return true }
        offset += Blanks.scalarLength(byte)
      }
    }
    return false
  }

  /// A title without blanks and marks, for comparison.
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
          // U+5000 to U+8FFF are all letters.
          if first < 0xE5 || first > 0xE8 {
            let (value, _) = UTF8Scalar.decode(bytes, at: range.lowerBound)
            if isMark(value) { return }
            // A title may be written CO2 where the heading has CO₂.
            if let plain = ScriptPosition.plainForm(of: value) {
              for byte in String(plain).utf8 {
                key.initializeElement(at: count, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
                count &+= 1
              }
              return
            }
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

  /// ASCII's letters, digits, and the symbols that Unicode counts as neither punctuation nor mathematics.
  private static func isKeptInKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x24 || byte == 0x5E || byte == 0x60
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    // 、。, brackets, ！（），．／：；？ and Han, the most frequent cases.
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
