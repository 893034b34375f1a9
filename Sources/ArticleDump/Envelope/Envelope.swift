import FrontMatter
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The part of a dump around its body.
struct Envelope: Sendable {
  /// How the body is written.
  enum BodyFormat: Sendable {
    case html, markdown, text
  }

  var dialect: Dialect
  /// With references decoded; empty if the envelope gives none.
  var title = ""
  var titleOrigin = Origin.envelope
  /// The page's URL as given.
  var url: String?
  /// The feed's time: the comment with the epoch, or the `日期：` line.
  var fed: Timestamp?
  var frontMatter: FrontMatterFacts?
  /// From the front matter, or from the title line of a `markdown` dump.
  var authors: [String] = []
  /// The date of a `markdown` dump, or of the front matter, as written.
  var dateText: String?
  /// The body's range in the bytes.
  var body: Range<Int>
  /// The body's first line in the file, from 1.
  var bodyLine = 1
  var bodyFormat = BodyFormat.html
  /// Whether a program made the Markdown from a page: a clipping or an exported post.
  var isClipping = false
}

extension Envelope {
  /// Reads the envelope of a dump. Never fails: at worst, all bytes are the body.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 (a broken character reads as U+FFFD) without CR; the first kilobytes are enough.
  ///   - path: Its extension distinguishes a bare page from bare text.
  init(of bytes: UnsafeBufferPointer<UInt8>, path: String? = nil) {
    var reader = EnvelopeReader(bytes)
    self = reader.envelope(path: path)
  }

  init(of bytes: [UInt8], path: String? = nil) {
    self = bytes.withUnsafeBufferPointer { Envelope(of: $0, path: path) }
  }
}

/// Walks the first lines of a dump.
private struct EnvelopeReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
  }

  mutating func envelope(path: String?) -> Envelope {
    skipBlankLines()
    let start = (offset, line)
    if let envelope = jekyll() { return envelope }
    (offset, line) = start
    if let envelope = feed() { return envelope }
    (offset, line) = start
    if let envelope = markdown() { return envelope }
    (offset, line) = start
    return bare(path: path)
  }

  // MARK: Lines

  /// The range of the line at the offset, without its line feed and without spaces at its end.
  private func currentLine() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    var end = lineEnd()
    while end > offset, isSpace(bytes[end - 1]) { end -= 1 }
    return offset..<end
  }

  /// The offset of the line feed that ends the line at the offset, or the end of the bytes.
  private func lineEnd() -> Int {
    guard let base = bytes.baseAddress, offset < bytes.count,
      let hit = memchr(base + offset, 0x0A, bytes.count - offset)
    else { return bytes.count }
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
  }

  private mutating func skipLine() {
    offset = min(lineEnd() + 1, bytes.count)
    line += 1
  }

  private mutating func skipBlankLines() {
    while offset < bytes.count {
      var position = offset
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      guard position == bytes.count || bytes[position] == 0x0A else { return }
      offset = min(position + 1, bytes.count)
      line += 1
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func has(_ prefix: StaticString, at position: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// Whether a line consists of at least three hyphens.
  private func isRule(_ range: Range<Int>) -> Bool {
    range.count >= 3 && bytes[range].allSatisfy { $0 == 0x2D }
  }

  // MARK: Dialects

  /// Front matter, and after it a feed's dump, a page, Markdown or plain text.
  private mutating func jekyll() -> Envelope? {
    guard let span = FrontMatterSpan(in: bytes, from: offset) else { return nil }
    while offset < span.bodyStart { skipLine() }
    skipBlankLines()
    let start = (offset, line)
    var envelope: Envelope
    if let inner = feed() {
      envelope = inner
    } else {
      (offset, line) = start
      envelope = Envelope(dialect: .jekyll, body: offset..<bytes.count, bodyLine: line)
      let isPage = BodyShape.isPage(bytes, offset..<bytes.count)
      envelope.bodyFormat = isPage ? .html : span.language == .org ? .text : .markdown
    }
    // A crawler's posts name the page that they were made from; in them the only escape for `"` is `\"`.
    let isDump = envelope.bodyFormat == .html && holdsLine("from:", in: span.content)
    let matter = FrontMatter(bytes, span, isDump: isDump)
    guard !matter.isEmpty || span.content.isEmpty else { return nil }
    let facts = FrontMatterFacts(matter)
    envelope.dialect = .jekyll
    envelope.frontMatter = facts
    envelope.isClipping = facts.isClipping
    if let title = facts.title {
      envelope.title = CharacterReference.decode(title)
      envelope.titleOrigin = .frontMatter
    }
    if envelope.url == nil { envelope.url = facts.url }
    envelope.authors = facts.authors
    envelope.dateText = facts.published
    return envelope
  }

  private func holdsLine(_ prefix: StaticString, in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      if has(prefix, at: position) { return true }
      while position < range.upperBound, bytes[position] != 0x0A { position += 1 }
      position += 1
    }
    return false
  }

  /// The time of an epoch in milliseconds, or in seconds if it is that small; `nil` outside the range of years that can
  /// be written.
  private static func fed(_ epoch: Int64) -> Timestamp? {
    let milliseconds = 100_000_000..<100_000_000_000 ~= epoch ? epoch * 1_000 : epoch
    // 1000-01-01 to 2999-12-31.
    guard -30_610_224_000_000..<32_503_680_000_000 ~= milliseconds else { return nil }
    return Timestamp(epochMilliseconds: milliseconds)
  }

  /// `feed` and `dated-feed`.
  private mutating func feed() -> Envelope? {
    guard var range = currentLine() else { return nil }
    var epoch: Int64?
    if has("<!--", at: range.lowerBound) {
      var content = range.lowerBound + 4..<max(range.lowerBound + 4, range.upperBound - 3)
      while let first = content.first, isSpace(bytes[first]) { content = content.dropFirst() }
      while let last = content.last, isSpace(bytes[last]) { content = content.dropLast() }
      guard range.count >= 7, has("-->", at: range.upperBound - 3) else { return nil }
      epoch = integer(content)
      guard epoch != nil || has("NaN", at: content.lowerBound) else { return nil }
      skipLine()
      skipBlankLines()
      guard let next = currentLine() else { return nil }
      range = next
    }
    guard let (title, url) = link(range) else { return nil }
    skipLine()
    guard let rule = currentLine(), isRule(rule) else { return nil }
    skipLine()
    var envelope = Envelope(dialect: .feed, body: 0..<0)
    envelope.title = CharacterReference.decode(text(title))
    envelope.url = url.isEmpty ? nil : text(url)
    // Milliseconds; a number that would be before March 1973 is taken as seconds.
    envelope.fed = epoch.flatMap(Self.fed)
    if let dated = currentLine(), has("日期：", at: dated.lowerBound) {
      envelope.dialect = .datedFeed
      envelope.dateText = text(dated.lowerBound + 9..<dated.upperBound)
      envelope.fed = envelope.dateText.flatMap { Timestamp($0) }
      skipLine()
    }
    skipBlankLines()
    envelope.body = offset..<bytes.count
    envelope.bodyLine = line
    return envelope
  }

  /// `[title](url)` over the whole line, split at the last `](`, since titles may contain brackets and parentheses.
  private func link(_ range: Range<Int>) -> (title: Range<Int>, url: Range<Int>)? {
    guard range.count >= 4, bytes[range.lowerBound] == 0x5B, bytes[range.upperBound - 1] == 0x29 else { return nil }
    var position = range.upperBound - 2
    while position > range.lowerBound {
      if bytes[position] == 0x5D, bytes[position + 1] == 0x28 {
        return (range.lowerBound + 1..<position, position + 2..<range.upperBound - 1)
      }
      position -= 1
    }
    return nil
  }

  private func integer(_ range: Range<Int>) -> Int64? {
    guard !range.isEmpty, range.count <= 17 else { return nil }
    var value: Int64 = 0
    var digits = range
    let isNegative = bytes[range.lowerBound] == 0x2D
    if isNegative { digits = range.dropFirst() }
    guard !digits.isEmpty else { return nil }
    for byte in bytes[digits] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int64(byte &- 0x30)
    }
    return isNegative ? -value : value
  }

  /// `title by author`, `------`, `**YYYY-MM-DD**`.
  private mutating func markdown() -> Envelope? {
    guard let titleLine = currentLine(), !titleLine.isEmpty, bytes[titleLine.lowerBound] != 0x3C else { return nil }
    skipLine()
    guard let rule = currentLine(), isRule(rule) else { return nil }
    skipLine()
    skipBlankLines()
    guard let date = currentLine(), date.count >= 12, has("**", at: date.lowerBound), has("**", at: date.upperBound - 2)
    else { return nil }
    let day = text(date.lowerBound + 2..<date.upperBound - 2)
    guard day.utf8.count == 10, Timestamp(day) != nil else { return nil }
    skipLine()
    skipBlankLines()
    var envelope = Envelope(dialect: .markdown, body: offset..<bytes.count, bodyLine: line, bodyFormat: .markdown)
    envelope.isClipping = true
    envelope.dateText = day
    // The author is after the last ` by `.
    var split = titleLine.upperBound - 4
    while split > titleLine.lowerBound, !has(" by ", at: split) { split -= 1 }
    if split > titleLine.lowerBound {
      envelope.title = CharacterReference.decode(text(titleLine.lowerBound..<split))
      envelope.authors = [text(split + 4..<titleLine.upperBound)]
    } else {
      envelope.title = CharacterReference.decode(text(titleLine))
    }
    return envelope
  }

  /// A page or a text without an envelope.
  private mutating func bare(path: String?) -> Envelope {
    let name = path.map { $0.lowercased() } ?? ""
    var envelope = Envelope(dialect: .text, body: offset..<bytes.count, bodyLine: line, bodyFormat: .text)
    let isPage =
      if [".html", ".htm", ".xhtml"].contains(where: { name.hasSuffix($0) }) { true } else if MarkdownName.holds(name) {
        BodyShape.isPage(bytes, offset..<bytes.count)
      } else { looksLikeHTML(from: offset) }
    if isPage {
      envelope.dialect = .html
      envelope.bodyFormat = .html
      if let origin = SavedFrom(bytes, from: offset) {
        envelope.url = origin.url
        envelope.fed = origin.saved
      }
    } else if MarkdownName.holds(name) {
      envelope.dialect = .markdown
      envelope.bodyFormat = .markdown
    }
    return envelope
  }

  /// Whether markup begins here: with a tag, a comment or a doctype, or with a closing tag in the first 2 KiB.
  private func looksLikeHTML(from start: Int) -> Bool {
    var position = start
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position + 2 < bytes.count else { return false }
    if bytes[position] == 0x3C {
      let next = bytes[position + 1]
      if next == 0x21 || next == 0x3F || (next | 0x20) &- 0x61 < 26 { return true }
    }
    let end = min(bytes.count - 4, position + 2048)
    // Markdown about markup puts it between backquotes.
    var isCode = false
    while position < end {
      if bytes[position] == 0x60 { isCode.toggle() }
      if bytes[position] == 0x0A { isCode = false }
      if bytes[position] == 0x3C, !isCode {
        if has("</p>", at: position) || has("</div>", at: position) || has("<br>", at: position)
          || has("<br/>", at: position) || has("<br />", at: position)
        {
          return true
        }
      }
      position += 1
    }
    return false
  }
}
