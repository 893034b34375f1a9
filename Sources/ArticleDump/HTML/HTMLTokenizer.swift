#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Cuts HTML into tokens as WHATWG 13.2.5 does, in one pass, without allocating.
///
/// A token is a range of offsets into the bytes: text still has its character references, and a tag its attributes
/// (`AttributeScanner` reads them). The bytes must be UTF-8 without NUL and CR.
///
/// Complexity: O(n) over all calls of `next()`; every byte is examined a bounded number of times.
struct HTMLTokenizer {
  enum Token {
    /// `start..<end` is text.
    case text
    /// `rawTag` (or `name`) opens; `attributesStart..<end` holds its attributes.
    case startTag
    /// `rawTag` (or `name`) closes.
    case endTag
    /// A comment, a doctype or a processing instruction; none of them is shown.
    case comment
    case end
  }

  /// The kind of a run of text, which is the standard's state that reads it.
  private enum TextMode {
    case data
    /// Text up to the end tag `rawTextEnd`.
    case rawText
    case script
    case plaintext
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private let limit: Int
  private let table: TagTable
  private(set) var offset: Int

  /// The token's range.
  private(set) var start = 0
  private(set) var end = 0
  /// The tag's known name as raw value, or `Tag.other`'s when `nameStart..<nameEnd` is a name HTML does not know.
  private(set) var rawTag: UInt16 = 0
  private(set) var nameStart = 0
  private(set) var nameEnd = 0
  private(set) var attributesStart = 0
  private(set) var isSelfClosing = false
  /// Whether the tag may have an attribute that hides its element, such as `style` or `hidden`.
  private(set) var mayHide = false
  /// Whether the tag may have an attribute besides `class` that sets alignment, such as `style` or `align`.
  private(set) var mayAlign = false
  /// Whether the tag may have an attribute besides its first `class` that `ElementScanner` asks for.
  private(set) var tells = false
  /// The value of the tag's first `class`, or an empty range at 0.
  private(set) var classRange = 0..<0
  /// Whether text holds `&` that are references: false in raw text.
  private(set) var mayHoldReferences = true

  /// Set by whoever builds the tree while the current element is in SVG or MathML: CDATA sections are text there and
  /// no element is raw text.
  var isForeign = false
  /// The construct that the end of the bytes cuts off, if any.
  private(set) var unclosed: Unclosed?

  /// A construct that the end of the bytes cuts off, with its offset.
  enum Unclosed: Sendable {
    case comment(at: Int)
    case tag(at: Int)
  }

  private var mode = TextMode.data
  private var rawTextEnd: UInt16 = 0

  private static let other = Tag.other.rawValue

  /// - Parameter range: The part of the bytes that holds the HTML.
  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    // An empty buffer may have no address; nothing is read from it.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    limit = min(range.upperBound, bytes.count)
    offset = min(range.lowerBound, limit)
    table = .shared
  }

  /// The element that was opened last holds raw text.
  mutating func enterRawText(of tag: Tag) {
    rawTextEnd = tag.rawValue
    switch tag {
    case .script: mode = .script
    case .plaintext: mode = .plaintext
    default: mode = .rawText
    }
    mayHoldReferences = tag == .title || tag == .textarea
  }

  mutating func next() -> Token {
    guard offset < limit else { return .end }
    if mode != .data { return nextRawText() }
    start = offset
    if base[offset] != 0x3C {
      offset = nextMarkup(from: offset)
      end = offset
      return .text
    }
    return markup()
  }

  /// The offset of the next `<` that begins markup.
  @inline(__always)
  private func nextMarkup(from first: Int) -> Int {
    var position = first
    while position < limit {
      guard let hit = memchr(base + position, 0x3C, limit - position) else { return limit }
      let found = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
      guard found + 1 < limit else { return limit }
      let following = base[found + 1]
      if following | 0x20 &- 0x61 < 26 || following == 0x2F || following == 0x21 || following == 0x3F {
        return found
      }
      position = found + 1
    }
    return limit
  }

  /// Tag open state: `offset` is at a `<`.
  private mutating func markup() -> Token {
    guard offset + 1 < limit else {
      offset = limit
      end = limit
      return .text
    }
    let second = base[offset + 1]
    if isLetter(second) {
      return tag(from: offset + 1, token: .startTag)
    }
    switch second {
    case 0x2F:  // </
      guard offset + 2 < limit else {
        offset = limit
        end = limit
        return .text
      }
      let third = base[offset + 2]
      if isLetter(third) { return tag(from: offset + 2, token: .endTag) }
      if third == 0x3E {  // </>
        offset += 3
        end = offset
        return .comment
      }
      return bogusComment(from: offset + 2)
    case 0x21: return declaration()
    case 0x3F: return bogusComment(from: offset + 1)
    default:
      offset = nextMarkup(from: offset + 1)
      end = offset
      return .text
    }
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private func find(_ byte: UInt8, from position: Int) -> Int? {
    guard position < limit, let hit = memchr(base + position, Int32(byte), limit - position) else { return nil }
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
  }

  // MARK: Comments

  private mutating func bogusComment(from position: Int) -> Token {
    if let close = find(0x3E, from: position) {
      offset = close + 1
    } else {
      offset = limit
      unclosed = .comment(at: start)
    }
    end = offset
    return .comment
  }

  private func hasPrefix(_ prefix: StaticString, at position: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard position + length <= limit else { return false }
    for index in 0..<length where base[position + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// `offset` is at `<!`.
  private mutating func declaration() -> Token {
    if hasPrefix("--", at: offset + 2) { return comment(from: offset + 4) }
    if isForeign, hasPrefix("[CDATA[", at: offset + 2) {
      start = offset + 9
      var position = start
      while let bracket = find(0x5D, from: position) {
        if hasPrefix("]]>", at: bracket) {
          end = bracket
          offset = bracket + 3
          mayHoldReferences = false
          return .text
        }
        position = bracket + 1
      }
      end = limit
      offset = limit
      mayHoldReferences = false
      return .text
    }
    return bogusComment(from: offset + 2)
  }

  /// Comment start state and after (WHATWG 13.2.5.43–51): `-->`, `--!>`, and immediately `>` or `->` end it.
  private mutating func comment(from first: Int) -> Token {
    if first < limit, base[first] == 0x3E {
      offset = first + 1
    } else if hasPrefix("->", at: first) {
      offset = first + 2
    } else {
      var position = first
      offset = -1
      while let close = find(0x3E, from: position) {
        let ends =
          (close >= first + 2 && base[close - 1] == 0x2D && base[close - 2] == 0x2D)
          || (close >= first + 3 && base[close - 1] == 0x21 && base[close - 2] == 0x2D && base[close - 3] == 0x2D)
        if ends {
          offset = close + 1
          break
        }
        position = close + 1
      }
      if offset < 0 {
        offset = limit
        unclosed = .comment(at: start)
      }
    }
    end = offset
    return .comment
  }

  // MARK: Tags

  private mutating func tag(from first: Int, token: Token) -> Token {
    var position = first
    while position < limit {
      let byte = base[position]
      if byte < 0x40,
        byte == 0x3E || byte == 0x2F || byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C
      {
        break
      }
      position &+= 1
    }
    nameStart = first
    nameEnd = position
    attributesStart = position
    let name = UnsafeBufferPointer(start: base + first, count: position - first)
    if let known = table.tag(of: name, readable: limit - first) {
      rawTag = known
    } else {
      rawTag = Self.other
      repairName(name)
    }
    isSelfClosing = false
    mayHide = false
    mayAlign = false
    tells = false
    classRange = 0..<0
    position = attributesStart
    if position < limit, base[position] == 0x3E {
      offset = position + 1
      end = offset
      mayHoldReferences = true
      return token
    }
    var scanner = AttributeScanner(base: base, offset: position, limit: limit)
    while scanner.next() {
      note(scanner.name, scanner.value)
    }
    guard scanner.offset < limit else {
      // End of file in a tag: the standard drops it (13.2.5.8, eof-in-tag).
      offset = limit
      end = limit
      unclosed = .tag(at: start)
      return .comment
    }
    isSelfClosing = scanner.endsInSolidus
    offset = scanner.offset + 1
    end = offset
    mayHoldReferences = true
    return token
  }

  /// Records an attribute's purpose, by the length and the first letter of its name: `style`, `class`, `align`,
  /// `hidden`, `id`, `role`, `data-e2e`, `aria-label`, `aria-hidden`.
  @inline(__always)
  private mutating func note(_ name: Range<Int>, _ value: Range<Int>) {
    let first = base[name.lowerBound] | 0x20
    switch name.count {
    case 5:
      if first == 0x63, isClass(at: name.lowerBound) {
        if classRange.lowerBound == 0 { classRange = value } else { tells = true }
      } else if first == 0x73 {
        mayHide = true
        mayAlign = true
        tells = true
      } else if first == 0x61 {
        mayAlign = true
      }
    case 6:
      if first == 0x68 {
        mayHide = true
        tells = true
      }
    case 2: if first == 0x69 { tells = true }
    case 4: if first == 0x72 { tells = true }
    case 8: if first == 0x64 || first == 0x69 { tells = true }
    case 10, 11: if first == 0x61 { tells = true }
    default: break
    }
  }

  @inline(__always)
  private func isClass(at position: Int) -> Bool {
    base[position &+ 1] | 0x20 == 0x6C && base[position &+ 2] | 0x20 == 0x61 && base[position &+ 3] | 0x20 == 0x73
      && base[position &+ 4] | 0x20 == 0x73
  }

  /// Splits a name that lost the space before its first attribute, such as `imgsrc="…"`: a known name, then a known
  /// attribute's name, then `=`.
  private mutating func repairName(_ name: UnsafeBufferPointer<UInt8>) {
    guard let equals = name.firstIndex(of: 0x3D), equals <= 32 else { return }
    var length = min(equals - 1, 10)
    while length >= 1 {
      let attribute = UnsafeBufferPointer(rebasing: name[length..<equals])
      if AttributeScanner.isUsualName(attribute),
        let known = table.tag(of: UnsafeBufferPointer(rebasing: name[..<length]))
      {
        rawTag = known
        nameEnd = nameStart + length
        attributesStart = nameEnd
        return
      }
      length -= 1
    }
  }

  // MARK: Raw text

  private mutating func nextRawText() -> Token {
    start = offset
    switch mode {
    case .plaintext: end = limit
    case .script: end = scriptEnd(from: offset)
    default: end = appropriateEndTag(from: offset, tag: rawTextEnd) ?? limit
    }
    mode = .data
    if end > start {
      offset = end
      return .text
    }
    mayHoldReferences = true
    return next()
  }

  /// Whether the end tag `</tag` with its delimiter is at a `<`.
  private func isEndTag(at position: Int, tag: UInt16) -> Bool {
    guard position + 2 < limit, base[position + 1] == 0x2F else { return false }
    return isName(at: position + 2, tag: tag)
  }

  private func isName(at position: Int, tag: UInt16) -> Bool {
    var stop = position
    while stop < limit, stop - position <= 16, isLetter(base[stop]) { stop += 1 }
    guard stop < limit, stop > position else { return false }
    switch base[stop] {
    case 0x3E, 0x2F, 0x20, 0x0A, 0x09, 0x0C: break
    default: return false
    }
    return table.tag(of: UnsafeBufferPointer(start: base + position, count: stop - position)) == tag
  }

  private func appropriateEndTag(from first: Int, tag: UInt16) -> Int? {
    var position = first
    while let found = find(0x3C, from: position) {
      if isEndTag(at: found, tag: tag) { return found }
      position = found + 1
    }
    return nil
  }

  /// Script data states (WHATWG 13.2.5.4 and 13.2.5.15–31): in `<!-- … -->` a `<script>` hides its `</script>`.
  private func scriptEnd(from first: Int) -> Int {
    let script = Tag.script.rawValue
    var isEscaped = false
    var isDoubleEscaped = false
    var position = first
    while position < limit {
      let byte = base[position]
      if byte == 0x3C {
        if !isDoubleEscaped, isEndTag(at: position, tag: script) { return position }
        if !isEscaped {
          if hasPrefix("<!--", at: position) {
            isEscaped = true
            // The two hyphens may be those of `-->`.
            position += 2
            continue
          }
        } else if !isDoubleEscaped {
          if isName(at: position + 1, tag: script) { isDoubleEscaped = true }
        } else if isEndTag(at: position, tag: script) {
          isDoubleEscaped = false
        }
      } else if byte == 0x2D, isEscaped, hasPrefix("-->", at: position) {
        isEscaped = false
        isDoubleEscaped = false
      }
      position += 1
    }
    return limit
  }
}
