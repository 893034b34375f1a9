import Text

/// Inlines beyond CommonMark's that occur in archives.
extension InlineParser {
  // MARK: Formulas

  /// A formula between dollars, kept as it is written.
  mutating func math() {
    guard let end = FormulaScanner.endBetweenDollars(of: bytes, at: position, to: upper) else {
      position += position + 1 < upper && bytes[position + 1] == 0x24 ? 2 : 1
      return
    }
    keepFormula(to: end)
  }

  /// `\(…\)` or `\[…\]`, kept as it is written; false if it is not a formula.
  mutating func bracketedMath() -> Bool {
    guard let end = FormulaScanner.endBetweenBrackets(of: bytes, at: position, to: upper) else { return false }
    keepFormula(to: end)
    return true
  }

  private mutating func keepFormula(to end: Int) {
    flush(to: position)
    add(.math, verbatim(position..<end))
    skip(to: end)
  }

  // MARK: Braces

  /// A template tag, or attributes.
  mutating func brace() {
    if options.contains(.templates), expressionComment() { return }
    if options.contains(.templates), position + 1 < upper, bytes[position + 1] == 0x25 || bytes[position + 1] == 0x7B,
      let tag = TemplateTag.scan(bytes, at: position, limit: upper), template(tag)
    {
      return
    }
    if options.contains(.attributes), let end = attributesEnd(at: position) {
      // Kramdown's attributes may be anywhere; others only at the end of a heading or paragraph.
      let isKramdown = bytes[position + 1] == 0x3A
      if isKramdown || end == upper && position > lower {
        flush(to: end == upper ? endOfText(before: position) : position)
        // If they are alone on the last line, the line break before them is dropped too.
        if end == upper, pieces.last?.kind == .softBreak { pieces.removeLast() }
        skip(to: end)
        return
      }
    }
    position += 1
  }

  /// Skips attributes directly after a link or picture.
  mutating func skipAttributes() {
    guard options.contains(.attributes), position < upper, bytes[position] == 0x7B,
      let end = attributesEnd(at: position)
    else { return }
    skip(to: end)
  }

  /// The end of `{: …}`, `{#name}`, `{.class}` or `{key=value}`.
  func attributesEnd(at start: Int) -> Int? {
    guard start + 2 < upper else { return nil }
    let furthest = min(upper, start + 200)
    var end = start + 1
    while end < furthest, bytes[end] != 0x7D, bytes[end] != 0x0A, bytes[end] != 0x7B { end += 1 }
    guard end < furthest, bytes[end] == 0x7D else { return nil }
    let first = bytes[start + 1]
    let second = bytes[start + 2]
    let isAttributes: Bool
    switch first {
    case 0x3A: isAttributes = true
    case 0x23, 0x2E: isAttributes = second != 0x7D && second > 0x20
    default:
      isAttributes = MarkupScanner.isLetter(first) && bytes[start..<end].contains(0x3D)
    }
    return isAttributes ? end + 1 : nil
  }

  private mutating func template(_ tag: TemplateTag) -> Bool {
    let meaning = tag.meaning
    if case .verbatim = meaning { return false }
    flush(to: position)
    switch meaning {
    case .nothing, .verbatim:
      if omissions.count < 100 {
        let source = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[tag.range.prefix(80)]), as: UTF8.self)
        omissions.append(MarkdownOmission(line: Int(line), source: source))
      }
    case .text(let text): add(.text, keep(text.utf8))
    case .image(let url, let text, let caption):
      addLink(.imageBegin, url, text)
      if let caption { links[links.count - 1].title = keep(caption.utf8) }
    case .link(let url, let text):
      if text == url, let inner = innerText(of: tag) {
        addLink(.linkBegin, url, String(decoding: UnsafeBufferPointer(rebasing: bytes[inner.text]), as: UTF8.self))
        skip(to: inner.end)
        return true
      }
      addLink(.linkBegin, url, text)
    case .embed(let url, let text):
      links.append(MarkdownLink(destination: keep(url.utf8), title: nil))
      add(.embed, keep(text.utf8), value: Int32(links.count - 1))
    }
    skip(to: tag.range.upperBound)
    return true
  }

  /// The content between `{{< button href="…" >}}` and its closing tag on the same line.
  private func innerText(of tag: TemplateTag) -> (text: Range<Int>, end: Int)? {
    guard tag.syntax == .shortcode else { return nil }
    let start = tag.range.upperBound
    let furthest = min(upper, start + 200)
    var position = start
    while position < furthest, bytes[position] != 0x7B, bytes[position] != 0x0A { position += 1 }
    guard position > start, position < furthest, bytes[position] == 0x7B,
      let closing = TemplateTag.scan(bytes, at: position, limit: upper), closing.isClosing, closing.name == tag.name
    else { return nil }
    return (start..<position, closing.range.upperBound)
  }

  private mutating func addLink(_ kind: Piece.Kind, _ url: String, _ text: String) {
    links.append(MarkdownLink(destination: keep(url.utf8), title: nil))
    add(kind, position..<position, value: Int32(links.count - 1))
    if !text.isEmpty { add(.text, keep(text.utf8)) }
    add(kind == .imageBegin ? .imageEnd : .linkEnd, position..<position)
  }

  // MARK: Obsidian

  /// `%%comment%%`.
  mutating func comment() {
    guard options.contains(.wikiLinks), position + 1 < upper, bytes[position + 1] == 0x25,
      let end = end(of: "%%", from: position + 2)
    else {
      position += 1
      return
    }
    flush(to: position)
    skip(to: end)
  }

  /// ` ^name` at the end of a block, which names it.
  mutating func blockName() -> Bool {
    var end = position + 1
    while end < upper, MarkupScanner.isLetter(bytes[end]) || bytes[end] &- 0x30 < 10 || bytes[end] == 0x2D { end += 1 }
    guard end == upper, end - position > 4, position == lower || MarkupScanner.isSpace(bytes[position - 1]) else {
      return false
    }
    flush(to: endOfText(before: position))
    // If it is alone on the last line, the line break before it is dropped too.
    if let last = pieces.last, last.kind == .softBreak || last.kind == .lineBreak, plain == position {
      pieces.removeLast()
    }
    skip(to: end)
    return true
  }

  /// Where the text before an offset ends, without the blanks between it and hidden source.
  private func endOfText(before offset: Int) -> Int {
    var end = offset
    while end > plain, MarkupScanner.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Bare addresses

  /// An address without angle brackets (GitHub Flavored Markdown 0.29, section 6.9).
  mutating func bareAddress(_ byte: UInt8) {
    let found: (range: Range<Int>, prefix: StaticString)? =
      switch byte {
      case 0x3A: schemeAddress().map { ($0, "") }
      case 0x77: hostAddress().map { ($0, "http://") }
      default: mailAddress().map { ($0, "mailto:") }
      }
    let isInBracket = brackets.last?.isActive ?? false
    // GitHub does not link addresses in brackets; ours become text if the bracket turns out to be a link.
    guard case (var range, let prefix)? = found, !isInBracket || options.contains(.leniency) else {
      position += 1
      return
    }
    if isInBracket, let bracket = bytes[range].firstIndex(of: 0x5D) { range = range.lowerBound..<bracket }
    flush(to: range.lowerBound)
    if isInBracket { bareLinks.append(pieces.count) }
    // Converters escape what they take for markup: `https://a.example/b\_c`.
    var shown = range
    if options.contains(.leniency), bytes[range].contains(0x5C) {
      let start = bytes.count + extra.count
      Unescaping.append(bytes, range, to: &extra)
      shown = start..<bytes.count + extra.count
    }
    let destination =
      prefix.utf8CodeUnitCount == 0 ? shown : keep(Array(prefix.description.utf8) + bytes[range])
    links.append(MarkdownLink(destination: destination, title: nil))
    add(.linkBegin, range.lowerBound..<range.lowerBound, value: Int32(links.count - 1))
    add(.text, shown)
    add(.linkEnd, range.upperBound..<range.upperBound)
    skip(to: range.upperBound)
  }

  private func schemeAddress() -> Range<Int>? {
    guard position + 3 < upper, bytes[position + 1] == 0x2F, bytes[position + 2] == 0x2F else { return nil }
    var start = position
    while start > plain, MarkupScanner.isLetter(bytes[start - 1]), position - start < 6 { start -= 1 }
    let scheme = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self).lowercased()
    guard let known = ["https", "http", "ftp"].first(where: { scheme.hasSuffix($0) }) else { return nil }
    start = position - known.utf8.count
    let end = addressEnd(from: position + 3)
    guard end > position + 3, isHost(position + 3..<end, mayBeShort: true) else { return nil }
    return start..<end
  }

  private func hostAddress() -> Range<Int>? {
    guard position + 4 < upper, bytes[position + 1] == 0x77, bytes[position + 2] == 0x77, bytes[position + 3] == 0x2E
    else { return nil }
    if position > lower {
      let before = bytes[position - 1]
      let mayPrecede =
        before <= 0x20 || before == 0x2A || before == 0x5F || before == 0x7E || before == 0x28
        || options.contains(.cjkEmphasis) && before >= 0x80
      guard mayPrecede else { return nil }
    }
    let end = addressEnd(from: position)
    return isHost(position..<end, mayBeShort: false) ? position..<end : nil
  }

  private func mailAddress() -> Range<Int>? {
    var start = position
    while start > plain {
      let byte = bytes[start - 1]
      guard MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || ".+-_".utf8.contains(byte) else { break }
      start -= 1
    }
    guard start < position else { return nil }
    var end = position + 1
    var dots = 0
    while end < upper {
      let byte = bytes[end]
      if byte == 0x2E {
        guard end + 1 < upper, MarkupScanner.isLetter(bytes[end + 1]) || bytes[end + 1] &- 0x30 < 10 else { break }
        dots += 1
      } else if !(MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F) {
        break
      }
      end += 1
    }
    guard dots > 0, end > position + 1, bytes[end - 1] != 0x2D, bytes[end - 1] != 0x5F else { return nil }
    // `a@b.c@d` is not an address.
    if end < upper, bytes[end] == 0x40 { return nil }
    return start..<end
  }

  /// Where an address ends: before blanks and `<`, without the punctuation after it.
  private func addressEnd(from start: Int) -> Int {
    var end = start
    let stopsAtHan = options.contains(.cjkEmphasis)
    var isPastHost = false
    var depth = 0
    while end < upper, bytes[end] > 0x20, bytes[end] != 0x3C {
      let byte = bytes[end]
      if byte == 0x2F || byte == 0x3F || byte == 0x23 { isPastHost = true }
      if stopsAtHan {
        // Markup and a parenthesis around the address are not part of it.
        if byte == 0x2A, end + 1 < upper, bytes[end + 1] == 0x2A { break }
        if byte == 0x28 { depth += 1 }
        if byte == 0x29 {
          guard depth > 0 else { break }
          depth -= 1
        }
      }
      if stopsAtHan, byte >= 0x80 {
        // Chinese text follows an address without a blank; inside a path, Han follows `/`, `=` or other Han.
        let flank = Flank.after(end, in: bytes, to: upper)
        guard isPastHost, !flank.isPunctuation, !flank.isBlank else { break }
        let previous = bytes[end - 1]
        guard previous >= 0x80 || "/=_-%+&#".utf8.contains(previous) else { break }
        end = min(upper, end + Blanks.scalarLength(byte))
        continue
      }
      end += 1
    }
    while end > start {
      let byte = bytes[end - 1]
      if "?!.,:*_~'\"".utf8.contains(byte) {
        end -= 1
      } else if byte == 0x29 {
        let inside = bytes[start..<end]
        guard inside.count(where: { $0 == 0x29 }) > inside.count(where: { $0 == 0x28 }) else { break }
        end -= 1
      } else if byte == 0x3B {
        var name = end - 2
        while name > start, MarkupScanner.isLetter(bytes[name]) { name -= 1 }
        end = name < end - 2 && bytes[name] == 0x26 ? name : end - 1
      } else if byte == 0x5D, stopsAtHan {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether an address begins with a host: labels of letters, no underscore in the last two.
  private func isHost(_ range: Range<Int>, mayBeShort: Bool) -> Bool {
    var end = range.lowerBound
    var dots = 0
    var underscores = (0, 0)
    while end < range.upperBound {
      let byte = bytes[end]
      if byte == 0x2E {
        dots += 1
        underscores = (underscores.1, 0)
      } else if byte == 0x5F {
        underscores.1 += 1
      } else if !(MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte >= 0x80) {
        break
      }
      end += 1
    }
    guard end > range.lowerBound, underscores == (0, 0) || dots > 9 else { return false }
    return mayBeShort || dots > 0
  }
}
