import Text

/// Links, pictures and notes (CommonMark 0.31.2, sections 6.3 to 6.6).
extension InlineParser {
  mutating func openBracket(isImage: Bool) {
    let bracket = isImage ? position + 1 : position
    if !isImage, options.contains(.footnotes), let (label, end) = footnoteEnd(at: bracket) {
      flush(to: position)
      addFootnote(label, name: bracket + 2..<end - 1)
      skip(to: end)
      return
    }
    if options.contains(.wikiLinks), wikiLink(at: bracket, isImage: isImage) { return }
    flush(to: position)
    if let last = brackets.indices.last { brackets[last].hasBracketAfter = true }
    brackets.append(
      Bracket(piece: pieces.count, textStart: bracket + 1, isImage: isImage, delimiter: lastDelimiter))
    add(.text, position..<bracket + 1)
    skip(to: bracket + 1)
    if options.contains(.leniency), let end = bracketedNumberEnd(at: bracket + 1) { position = end }
  }

  /// One past the inner brackets of `[[1]](address)`, which are text even if `[1]` is defined elsewhere.
  private func bracketedNumberEnd(at start: Int) -> Int? {
    guard start + 4 < upper, bytes[start] == 0x5B else { return nil }
    var end = start + 1
    while end < upper, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end > start + 1, end + 2 < upper, bytes[end] == 0x5D, bytes[end + 1] == 0x5D, bytes[end + 2] == 0x28 else {
      return nil
    }
    return end + 1
  }

  mutating func closeBracket() {
    guard let opener = brackets.last else {
      position += 1
      return
    }
    let defined = opener.isActive ? target(of: opener) : nil
    guard opener.isActive, let (link, end) = defined ?? missingTarget(of: opener) else {
      brackets.removeLast()
      position += 1
      return
    }
    flush(to: position)
    processEmphasis(above: opener.delimiter)
    let index = Int32(links.count)
    links.append(link)
    pieces[opener.piece].kind = opener.isImage ? .imageBegin : .linkBegin
    pieces[opener.piece].value = index
    // A bare address within a link's text is text.
    while let bare = bareLinks.last, bare > opener.piece {
      for piece in [bare, bare + 2] where pieces[piece].kind == .linkBegin || pieces[piece].kind == .linkEnd {
        pieces[piece] = Piece(kind: .text, lower: 0, upper: 0)
      }
      bareLinks.removeLast()
    }
    add(opener.isImage ? .imageEnd : .linkEnd, position..<position)
    // An undefined reference is text.
    if defined == nil, link.destination.isEmpty {
      pieces[opener.piece] = Piece(kind: .text, lower: 0, upper: 0)
      pieces[pieces.count - 1] = Piece(kind: .text, lower: 0, upper: 0)
    }
    brackets.removeLast()
    if !opener.isImage {
      // Links do not nest. Everything below an inactive bracket is already inactive.
      for place in brackets.indices.reversed() where !brackets[place].isImage {
        guard brackets[place].isActive else { break }
        brackets[place].isActive = false
      }
    }
    skip(to: end)
    skipAttributes()
  }

  /// Where the link that ends at a `]` leads, and where its source ends.
  private mutating func target(of opener: Bracket) -> (MarkdownLink, end: Int)? {
    let after = position + 1
    if after < upper, bytes[after] == 0x28, let found = inlineTarget(at: after) { return found }
    if options.contains(.leniency), let found = detachedTarget(at: after) { return found }
    var label = 0..<0
    var end = after
    if after < upper, bytes[after] == 0x5B, let labelEnd = LinkScanner.labelEnd(in: bytes, at: after, limit: upper) {
      end = labelEnd
      label = after + 1..<labelEnd - 1
      if label.isEmpty, opener.hasBracketAfter { return nil }
    } else if opener.hasBracketAfter {
      return nil
    }
    if label.isEmpty { label = opener.textStart..<position }
    guard !references.isEmpty, label.count < 1000,
      let link = references.link(ReferenceTable.normalized(bytes, label))
    else { return nil }
    return (link, end)
  }

  /// `[text][label]` whose label is not defined, and `[text][https://…]`: the label is not part of the text.
  ///
  /// Array indexes in code (`a[i][j]`, `[0][1]`) look the same and stay.
  private mutating func missingTarget(of opener: Bracket) -> (MarkdownLink, end: Int)? {
    let after = position + 1
    // `[text]{.class}` of Pandoc.
    if options.contains(.attributes), !opener.isImage, after < upper, bytes[after] == 0x7B,
      let end = attributesEnd(at: after)
    {
      return (MarkdownLink(destination: after..<after, title: nil), end)
    }
    guard options.contains(.leniency), !opener.isImage, after < upper, bytes[after] == 0x5B,
      let end = LinkScanner.labelEnd(in: bytes, at: after, limit: upper), position - opener.textStart >= 2,
      opener.textStart - 1 <= lower || !isIndexed(bytes[opener.textStart - 2]),
      bytes[opener.textStart..<position].contains(where: { !($0 &- 0x30 < 10) })
    else { return nil }
    let label = after + 1..<end - 1
    let isAddress = ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[label]), with: "http")
    guard isAddress || label.count >= 2 && bytes[label].contains(where: { $0 > 0x20 }) else { return nil }
    if !isAddress, omissions.count < 100 {
      let source = String(decoding: UnsafeBufferPointer(rebasing: bytes[after..<end].prefix(80)), as: UTF8.self)
      omissions.append(MarkdownOmission(line: Int(line), source: source))
    }
    return (MarkdownLink(destination: isAddress ? label : label.lowerBound..<label.lowerBound, title: nil), end)
  }

  private func isIndexed(_ byte: UInt8) -> Bool {
    MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x5D || byte == 0x29 || byte == 0x5F
  }

  /// `(destination "title")`.
  private mutating func inlineTarget(at parenthesis: Int) -> (MarkdownLink, end: Int)? {
    let start = LinkScanner.skipSpace(in: bytes, from: parenthesis + 1, limit: upper)
    if options.contains(.templates), let found = templateTarget(at: start) { return found }
    if let destination = LinkScanner.destination(in: bytes, at: start, limit: upper) {
      let next = LinkScanner.skipSpace(in: bytes, from: destination.end, limit: upper)
      var title: Range<Int>?
      var end = next
      if next > destination.end, let found = LinkScanner.title(in: bytes, at: next, limit: upper) {
        title = found
        end = LinkScanner.skipSpace(in: bytes, from: found.upperBound + 1, limit: upper)
      } else if next > destination.end, options.contains(.attributes), next < upper, bytes[next] == 0x3D {
        // `![](a.png =300x200)`: a size.
        while end < upper, bytes[end] != 0x29, bytes[end] > 0x20 { end += 1 }
      }
      if end < upper, bytes[end] == 0x29 {
        return (MarkdownLink(destination: decoded(destination.range), title: title.map { decoded($0) }), end + 1)
      }
    }
    return options.contains(.leniency) ? lenientTarget(at: start) : nil
  }

  /// A range with its escapes and references decoded; the same range if there are none.
  private mutating func decoded(_ range: Range<Int>) -> Range<Int> {
    guard bytes[range].contains(where: { $0 == 0x5C || $0 == 0x26 }) else { return range }
    let start = bytes.count + extra.count
    Unescaping.append(bytes, range, to: &extra)
    return start..<bytes.count + extra.count
  }

  /// `({% post_url 2020-01-01-title %})`, `({{ site.baseurl }}/path)`, `({{< ref "page.md" >}})`.
  private mutating func templateTarget(at start: Int) -> (MarkdownLink, end: Int)? {
    guard start < upper, bytes[start] == 0x7B, let tag = TemplateTag.scan(bytes, at: start, limit: upper),
      let address = tag.address
    else { return nil }
    var end = tag.range.upperBound
    while end < upper, bytes[end] > 0x20, bytes[end] != 0x29 { end += 1 }
    let rest = tag.range.upperBound..<end
    var close = LinkScanner.skipSpace(in: bytes, from: end, limit: upper)
    if let title = LinkScanner.title(in: bytes, at: close, limit: upper) {
      close = LinkScanner.skipSpace(in: bytes, from: title.upperBound + 1, limit: upper)
    }
    guard close < upper, bytes[close] == 0x29 else { return nil }
    let destination = keep(Array(address.utf8) + bytes[rest])
    return (MarkdownLink(destination: destination, title: nil), close + 1)
  }

  /// An address with blanks, or with a title in the wrong quotes, up to the closing parenthesis on the line.
  private mutating func lenientTarget(at start: Int) -> (MarkdownLink, end: Int)? {
    guard start < upper, bytes[start] != 0x29 else { return nil }
    var depth = 0
    var position = start
    let furthest = min(upper, start + 1000)
    while position < furthest, bytes[position] != 0x0A {
      if bytes[position] == 0x28 { depth += 1 }
      if bytes[position] == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      position += 1
    }
    guard position < furthest, bytes[position] == 0x29 else { return openTarget(start..<position) }
    var end = position
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    // Anything that does not look like an address is a remark in parentheses: `[某](见下文 第二节)`.
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    let isAddress =
      text.hasPrefix("http") || text.hasPrefix("mailto:") || text.hasPrefix("/") || text.hasPrefix("./")
      || text.hasPrefix("../")
      || text.hasPrefix("#") || text.hasPrefix("www.") || TemplateTag.looksLikeAddress(text)
    guard isAddress else { return nil }
    // A title in quotes of any kind is not part of the address; a blank in a web address ends it.
    let cut = text.firstIndex { "\"“”'‘’".contains($0) } ?? text.endIndex
    var address = text[..<cut].trimmedOfBlanks
    if address.hasPrefix("mailto:") { address.removeAll(where: \.isWhitespace) }
    if address.holds("://"), let blank = address.firstIndex(where: \.isWhitespace) {
      address = String(address[..<blank])
    }
    return (MarkdownLink(destination: keep(address.utf8), title: nil), position + 1)
  }

  /// `[text](https://…` without its parenthesis: the address extends to the end of the line.
  private func openTarget(_ range: Range<Int>) -> (MarkdownLink, end: Int)? {
    let address = UnsafeBufferPointer(rebasing: bytes[range])
    guard range.upperBound == upper || bytes[range.upperBound] == 0x0A,
      ByteSearch.starts(address, with: "https://") || ByteSearch.starts(address, with: "http://"),
      address.allSatisfy({ $0 > 0x20 && $0 < 0x80 })
    else { return nil }
    return (MarkdownLink(destination: range, title: nil), range.upperBound)
  }

  /// `[text] (https://…)` and `[text]（https://…）`: a blank before the parenthesis, or a full-width one.
  private func detachedTarget(at after: Int) -> (MarkdownLink, end: Int)? {
    let isWide = after + 3 < upper && bytes[after] == 0xEF && bytes[after + 1] == 0xBC && bytes[after + 2] == 0x88
    guard isWide || after + 2 < upper && bytes[after] == 0x20 && bytes[after + 1] == 0x28 else { return nil }
    let start = after + (isWide ? 3 : 2)
    let rest = UnsafeBufferPointer(rebasing: bytes[start..<upper])
    guard ByteSearch.starts(rest, with: "https://") || ByteSearch.starts(rest, with: "http://") else { return nil }
    var end = start
    while end < upper, bytes[end] > 0x20, bytes[end] < 0x80, bytes[end] != 0x29 { end += 1 }
    if end < upper, bytes[end] == 0x29 { return (MarkdownLink(destination: start..<end, title: nil), end + 1) }
    let closesWide = end + 2 < upper && bytes[end] == 0xEF && bytes[end + 1] == 0xBC && bytes[end + 2] == 0x89
    return isWide && closesWide ? (MarkdownLink(destination: start..<end, title: nil), end + 3) : nil
  }

  // MARK: Angle brackets

  mutating func angle() {
    if let (address, isMail) = autolink() {
      let end = address.upperBound + 1
      flush(to: position)
      let destination = isMail ? keep(Array("mailto:".utf8) + bytes[address]) : address
      links.append(MarkdownLink(destination: destination, title: nil))
      add(.linkBegin, position..<position, value: Int32(links.count - 1))
      add(.text, address)
      add(.linkEnd, position..<position)
      skip(to: end)
      return
    }
    guard let end = markupEnd() else {
      if !component() { position += 1 }
      return
    }
    recordComponent(position..<end)
    flush(to: position)
    add(.html, position..<end)
    skip(to: end)
  }

  /// `<scheme:address>` or `<name@host>`; the range without the angle brackets.
  private func autolink() -> (Range<Int>, isMail: Bool)? {
    var end = position + 1
    while end < upper, bytes[end] > 0x20, bytes[end] != 0x3C, bytes[end] != 0x3E { end += 1 }
    guard end < upper, bytes[end] == 0x3E, end > position + 1 else { return nil }
    let content = position + 1..<end
    var index = content.lowerBound
    guard MarkupScanner.isLetter(bytes[index]) || bytes[content].contains(0x40) else { return nil }
    while index < end,
      MarkupScanner.isLetter(bytes[index]) || bytes[index] &- 0x30 < 10 || bytes[index] == 0x2B || bytes[index] == 0x2D
        || bytes[index] == 0x2E
    {
      index += 1
    }
    let length = index - content.lowerBound
    if index < end, bytes[index] == 0x3A, 2...32 ~= length, MarkupScanner.isLetter(bytes[content.lowerBound]) {
      return (content, false)
    }
    return Self.isMail(bytes, content) ? (content, true) : nil
  }

  /// Whether a range is an e-mail address (the HTML Standard's "valid e-mail address").
  static func isMail(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let at = bytes[range].firstIndex(of: 0x40), at > range.lowerBound else { return false }
    for byte in bytes[range.lowerBound..<at] {
      let isAllowed =
        MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
      guard isAllowed else { return false }
    }
    var label = 0
    var previous: UInt8 = 0x2E
    for byte in bytes[at + 1..<range.upperBound] {
      if byte == 0x2E {
        guard label > 0, previous != 0x2D else { return false }
        label = 0
      } else {
        guard MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D, !(label == 0 && byte == 0x2D) else {
          return false
        }
        label += 1
        guard label <= 63 else { return false }
      }
      previous = byte
    }
    return label > 0 && previous != 0x2D
  }

  /// One past a tag, comment, instruction, declaration or CDATA section.
  private mutating func markupEnd() -> Int? {
    guard position + 1 < upper else { return nil }
    let next = bytes[position + 1]
    if next == 0x3F { return end(of: "?>", from: position + 2) }
    if next == 0x21 {
      guard position + 2 < upper else { return nil }
      if bytes[position + 2] == 0x2D, position + 3 < upper, bytes[position + 3] == 0x2D {
        // `<!-->` and `<!--->` are whole comments.
        if position + 4 < upper, bytes[position + 4] == 0x3E { return position + 5 }
        if position + 5 < upper, bytes[position + 4] == 0x2D, bytes[position + 5] == 0x3E { return position + 6 }
        return end(of: "-->", from: position + 4)
      }
      let rest = UnsafeBufferPointer(rebasing: bytes[position + 2..<upper])
      if ByteSearch.starts(rest, with: "[CDATA[") { return end(of: "]]>", from: position + 9) }
      return MarkupScanner.isLetter(bytes[position + 2]) ? end(of: ">", from: position + 2) : nil
    }
    guard let end = MarkupScanner.tagEnd(in: bytes, at: position, limit: upper) else { return nil }
    if options.contains(.unknownTagsAsText) {
      if MarkupScanner.isText(bytes, position..<end, standsAlone: false) { return nil }
      if next != 0x2F, !closesFiltered(position..<end) { return nil }
    }
    return end
  }

  /// Whether a tag whose content is raw text is closed within the leaf; otherwise the rest of the page would be its
  /// content.
  private mutating func closesFiltered(_ tag: Range<Int>) -> Bool {
    let name = MarkupScanner.name(of: bytes, tag)
    guard HTMLNames.filtered.contains(name) else { return true }
    let closer = "</" + name
    guard !absent.contains(closer) else { return false }
    let rest = String(decoding: UnsafeBufferPointer(rebasing: bytes[tag.upperBound..<upper]), as: UTF8.self)
    if rest.lowercased().holds(closer) { return true }
    absent.insert(closer)
    return false
  }

  /// One past the next occurrence of a mark; a missing closing mark is searched for only once.
  mutating func end(of mark: StaticString, from start: Int) -> Int? {
    let name = mark.description
    guard start <= upper, !absent.contains(name) else { return nil }
    if let found = ByteSearch.offset(of: mark, in: UnsafeBufferPointer(rebasing: bytes[start..<upper])) {
      return start + found + mark.utf8CodeUnitCount
    }
    absent.insert(name)
    return nil
  }
}
