/// The inlines of Markdown as HTML: code, emphasis, links, images, breaks; raw HTML passes.
///
/// Emphasis closes at the nearest delimiter of its kind, also next to Chinese punctuation, where CommonMark's flanking
/// rules fail. One pass: every delimiter is pushed and popped at most once.
struct MarkdownInlines {
  private enum Piece {
    case bytes(Range<Int>)
    case escaped(UInt8)
    case html(String)
    /// A delimiter or bracket that is text unless something closes it.
    case literal(String)
  }

  private struct Open {
    /// `*`, `_`, `~` or `[`.
    var mark: UInt8
    var count: Int
    var piece: Int
    var isImage = false
  }

  private let text: ArraySlice<UInt8>
  private var pieces: [Piece] = []
  private var open: [Open] = []
  /// How many open delimiters there are of each kind, so that nothing is searched in vain.
  private var openCounts: [UInt16: Int] = [:]

  static func write(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var inlines = MarkdownInlines(text)
    inlines.parse()
    inlines.write(to: &output)
  }

  private init(_ text: ArraySlice<UInt8>) { self.text = text }

  private mutating func parse() {
    var index = text.startIndex
    var plain = index
    while index < text.endIndex {
      let byte = text[index]
      guard Self.isSpecial(byte) else {
        index += 1
        continue
      }
      if plain < index { pieces.append(.bytes(plain..<index)) }
      var next = index + 1
      switch byte {
      case 0x5C: next = escape(at: index)
      case 0x60: next = code(at: index)
      case 0x2A, 0x5F, 0x7E: next = delimiter(at: index)
      case 0x21 where index + 1 < text.endIndex && text[index + 1] == 0x5B:
        push(Open(mark: 0x5B, count: 1, piece: pieces.count, isImage: true), "![")
        next = index + 2
      case 0x5B where footnote(at: index) != nil:
        guard let note = footnote(at: index) else { break }
        pieces.append(.html("<sup>[" + Self.attribute(note.label) + "]</sup>"))
        next = note.end
      case 0x5B: push(Open(mark: 0x5B, count: 1, piece: pieces.count), "[")
      case 0x5D: next = closeBracket(at: index)
      case 0x3C: next = angle(at: index)
      case 0x0A: next = lineEnd(at: index)
      default: pieces.append(.literal("!"))
      }
      index = next
      plain = index
    }
    if plain < text.endIndex { pieces.append(.bytes(plain..<text.endIndex)) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x21, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60, 0x7E: true
    default: false
    }
  }

  private func key(_ open: Open) -> UInt16 { UInt16(open.mark) << 8 | UInt16(min(open.count, 255)) }

  private mutating func push(_ delimiter: Open, _ literal: String) {
    pieces.append(.literal(literal))
    open.append(delimiter)
    openCounts[key(delimiter), default: 0] += 1
  }

  private mutating func pop() -> Open? {
    guard let last = open.popLast() else { return nil }
    openCounts[key(last), default: 1] -= 1
    return last
  }

  /// Pops down to the nearest open delimiter of a kind; nil, and nothing happens, when none is open.
  private mutating func popThrough(_ mark: UInt8, _ count: Int) -> Open? {
    let kind = key(Open(mark: mark, count: count, piece: 0))
    guard openCounts[kind, default: 0] > 0 else { return nil }
    while let last = pop() { if key(last) == kind { return last } }
    return nil
  }

  private mutating func escape(at index: Int) -> Int {
    guard index + 1 < text.endIndex else {
      pieces.append(.literal("\\"))
      return index + 1
    }
    let following = text[index + 1]
    if following == 0x0A {
      pieces.append(.html("<br>"))
      return index + 2
    }
    let isPunctuation =
      (0x21...0x2F).contains(following) || (0x3A...0x40).contains(following) || (0x5B...0x60).contains(following)
      || (0x7B...0x7E).contains(following)
    guard isPunctuation else {
      pieces.append(.literal("\\"))
      return index + 1
    }
    pieces.append(.escaped(following))
    return index + 2
  }

  private mutating func code(at index: Int) -> Int {
    let count = text[index...].prefix { $0 == 0x60 }.count
    var search = index + count
    // Code spans are short; a bounded look-out keeps lone backquotes linear.
    let limit = min(text.endIndex, search + 4096)
    while search < limit {
      guard text[search] == 0x60 else {
        search += 1
        continue
      }
      let closing = text[search...].prefix { $0 == 0x60 }.count
      if closing == count {
        pieces.append(.html("<code>"))
        pieces.append(.literal(String(decoding: text[index + count..<search], as: UTF8.self)))
        pieces.append(.html("</code>"))
        return search + closing
      }
      search += closing
    }
    pieces.append(.literal(String(repeating: "`", count: count)))
    return index + count
  }

  private mutating func delimiter(at index: Int) -> Int {
    let mark = text[index]
    var count = text[index...].prefix { $0 == mark }.count
    let end = index + count
    let before = index > text.startIndex ? text[index - 1] : 0x20
    let after = end < text.endIndex ? text[end] : 0x20
    let isWord = { (byte: UInt8) in (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    let isIntraword = mark == 0x5F && isWord(before) && isWord(after)
    guard count <= 3, !isIntraword, mark != 0x7E || count == 2 else {
      pieces.append(.literal(String(decoding: text[index..<end], as: UTF8.self)))
      return end
    }
    if before > 0x20 {
      while count > 0 {
        // The delimiter that was opened last closes first: `***both***`.
        let size = open.last?.mark == mark ? min(count, open.last?.count ?? 2) : min(count, 2)
        if let opened = popThrough(mark, size) {
          replace(opened.piece, with: Self.tags(mark, size).open)
          pieces.append(.html(Self.tags(mark, size).close))
          count -= size
        } else if size == 2, popThroughExists(mark, 1), let opened = popThrough(mark, 1) {
          replace(opened.piece, with: Self.tags(mark, 1).open)
          pieces.append(.html(Self.tags(mark, 1).close))
          count -= 1
        } else {
          break
        }
      }
    }
    if count > 0, after > 0x20 {
      if count == 3 {
        push(
          Open(mark: mark, count: 2, piece: pieces.count), String(repeating: Character(UnicodeScalar(mark)), count: 2))
        count = 1
      }
      push(
        Open(mark: mark, count: count, piece: pieces.count),
        String(repeating: Character(UnicodeScalar(mark)), count: count))
    } else if count > 0 {
      pieces.append(.literal(String(repeating: Character(UnicodeScalar(mark)), count: count)))
    }
    return end
  }

  private func popThroughExists(_ mark: UInt8, _ count: Int) -> Bool {
    openCounts[key(Open(mark: mark, count: count, piece: 0)), default: 0] > 0
  }

  private mutating func replace(_ piece: Int, with html: String) { pieces[piece] = .html(html) }

  private static func tags(_ mark: UInt8, _ count: Int) -> (open: String, close: String) {
    if mark == 0x7E { return ("<del>", "</del>") }
    return count == 2 ? ("<strong>", "</strong>") : ("<em>", "</em>")
  }

  /// `[^1]`, and `[^1]:` before the note itself: shown as `[1]`.
  private func footnote(at index: Int) -> (label: String, end: Int)? {
    guard index + 3 < text.endIndex, text[index + 1] == 0x5E else { return nil }
    let label = text[(index + 2)...].prefix(24).prefix { $0 > 0x20 && $0 != 0x5D && $0 != 0x5B && $0 != 0x3C }
    guard !label.isEmpty, label.endIndex < text.endIndex, text[label.endIndex] == 0x5D else { return nil }
    let end = label.endIndex + 1
    if end < text.endIndex, text[end] == 0x28 { return nil }
    let isNote = index == text.startIndex && end < text.endIndex && text[end] == 0x3A
    return (String(decoding: label, as: UTF8.self), isNote ? end + 1 : end)
  }

  /// `](url "title")` closes a link or an image.
  private mutating func closeBracket(at index: Int) -> Int {
    guard openCounts[UInt16(0x5B) << 8 | 1, default: 0] > 0, index + 1 < text.endIndex, text[index + 1] == 0x28,
      let target = target(at: index + 2)
    else {
      pieces.append(.literal("]"))
      return index + 1
    }
    guard let opened = popThrough(0x5B, 1) else { return index + 1 }
    let url = Self.attribute(target.url)
    if opened.isImage {
      var alternative: [UInt8] = []
      for piece in pieces[(opened.piece + 1)...] { write(piece, to: &alternative, plain: true) }
      pieces.removeSubrange((opened.piece + 1)...)
      let text = Self.attribute(String(decoding: alternative, as: UTF8.self))
      let image = "<img src=\"\(url)\" alt=\"\(text)\">"
      // A title is shown with the picture, as a caption is.
      let title = Self.attribute(target.title)
      replace(
        opened.piece, with: title.isEmpty ? image : "<figure>\(image)<figcaption>\(title)</figcaption></figure>")
    } else {
      replace(opened.piece, with: "<a href=\"\(url)\">")
      pieces.append(.html("</a>"))
    }
    return target.end
  }

  /// A link's target from after its `(`; parentheses in the address must pair.
  private func target(at first: Int) -> (url: String, title: String, end: Int)? {
    var index = first
    let limit = min(text.endIndex, first + 8192)
    while index < limit, text[index] == 0x20 { index += 1 }
    let start = index
    var depth = 0
    while index < limit {
      let byte = text[index]
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if byte == 0x20 || byte == 0x0A { break }
      index += 1
    }
    guard index < limit else { return nil }
    var url = text[start..<index]
    if url.first == 0x3C, url.last == 0x3E { url = url.dropFirst().dropLast() }
    while index < limit, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
    var title = ""
    if index < limit, text[index] == 0x22 || text[index] == 0x27 {
      let quote = text[index]
      index += 1
      let titleStart = index
      while index < limit, text[index] != quote { index += 1 }
      title = String(decoding: text[titleStart..<index], as: UTF8.self)
      index += 1
      while index < limit, text[index] == 0x20 { index += 1 }
    }
    guard index < limit, text[index] == 0x29 else { return nil }
    return (String(decoding: url, as: UTF8.self), title, index + 1)
  }

  /// A `<`: an autolink, raw HTML, or itself.
  private mutating func angle(at index: Int) -> Int {
    let limit = min(text.endIndex, index + 2048)
    var close = index + 1
    var isAddress = false
    while close < limit, text[close] != 0x3E, text[close] != 0x0A || !isAddress {
      if text[close] == 0x3A, close + 2 < limit, text[close + 1] == 0x2F, text[close + 2] == 0x2F,
        text[index + 1..<close].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
      {
        isAddress = true
      }
      close += 1
    }
    guard close < limit, text[close] == 0x3E, index + 1 < close else {
      pieces.append(.literal("<"))
      return index + 1
    }
    let inner = text[index + 1..<close]
    if isAddress {
      let url = Self.attribute(String(decoding: inner, as: UTF8.self))
      pieces.append(.html("<a href=\"\(url)\">\(url)</a>"))
      return close + 1
    }
    let first = inner[inner.startIndex]
    if (first | 0x20) &- 0x61 < 26 || first == 0x2F || first == 0x21 {
      pieces.append(.html(String(decoding: text[index...close], as: UTF8.self)))
      return close + 1
    }
    pieces.append(.literal("<"))
    return index + 1
  }

  /// Two spaces before the end of a line break it.
  private mutating func lineEnd(at index: Int) -> Int {
    let isBreak = index >= text.startIndex + 2 && text[index - 1] == 0x20 && text[index - 2] == 0x20
    pieces.append(.html(isBreak ? "<br>\n" : "\n"))
    return index + 1
  }

  private static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  // MARK: Writing

  private func write(to output: inout [UInt8]) {
    for piece in pieces { write(piece, to: &output, plain: false) }
  }

  private func write(_ piece: Piece, to output: inout [UInt8], plain: Bool) {
    switch piece {
    case .bytes(let range): output.append(contentsOf: text[range])
    case .escaped(let byte): Self.escape(CollectionOfOne(byte), to: &output, plain: plain)
    case .literal(let literal): Self.escape(literal.utf8, to: &output, plain: plain)
    case .html(let html): if !plain { output.append(contentsOf: html.utf8) }
    }
  }

  private static func escape(_ bytes: some Sequence<UInt8>, to output: inout [UInt8], plain: Bool) {
    for byte in bytes {
      switch byte {
      case 0x26 where !plain: output.append(contentsOf: "&amp;".utf8)
      case 0x3C where !plain: output.append(contentsOf: "&lt;".utf8)
      default: output.append(byte)
      }
    }
  }
}
