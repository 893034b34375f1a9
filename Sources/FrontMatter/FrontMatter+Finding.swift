import Text

/// Where a file's front matter is, and its language.
package struct FrontMatterSpan: Sendable {
  package enum Language: Sendable {
    case yaml, toml, json
    /// Jina's reader: `Title: …`, `URL Source: …`, `Markdown Content:`.
    case labels
    /// Org: `#+TITLE: …`.
    case org
  }

  package var language: Language
  /// The lines between the marks.
  package var content: Range<Int>
  /// What follows.
  package var bodyStart: Int
}

extension FrontMatterSpan {
  /// Front matter is no longer than this.
  private static let longest = 1 << 16

  /// Finds the front matter at the start of a file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without CR.
  ///   - start: The first line's offset, after blank lines and a byte order mark.
  package init?(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let reader = SpanReader(bytes: bytes, limit: min(bytes.count, start + Self.longest))
    guard let found = reader.span(from: start) else { return nil }
    self = found
  }
}

private struct SpanReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int

  func span(from start: Int) -> FrontMatterSpan? {
    guard start < limit else { return nil }
    let first = line(at: start)
    switch bytes[start] {
    case 0x2D where isRule(first.text, 0x2D): return between(first.next, 0x2D, .yaml) ?? unclosed(from: first.next)
    case 0x2B where isRule(first.text, 0x2B): return between(first.next, 0x2B, .toml)
    case 0x7B: return json(from: start)
    case 0x23 where ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[start..<limit]), with: "#+"):
      return org(from: start)
    default: return labels(from: start) ?? withoutFirstRule(from: start)
    }
  }

  private func line(at start: Int) -> (text: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    var trimmed = end
    while trimmed > start, bytes[trimmed - 1] <= 0x20 { trimmed -= 1 }
    return (start..<trimmed, min(bytes.count, end + 1))
  }

  private func isRule(_ line: Range<Int>, _ mark: UInt8) -> Bool {
    line.count == 3 && bytes[line].allSatisfy { $0 == mark }
  }

  /// Up to a line with the same mark, or for YAML with three dots.
  private func between(_ start: Int, _ mark: UInt8, _ language: FrontMatterSpan.Language) -> FrontMatterSpan? {
    var position = start
    while position < limit {
      let (text, next) = line(at: position)
      if isRule(text, mark) || language == .yaml && isRule(text, 0x2E) {
        let content = start..<position
        // A thematic break at the top of a text is not front matter, nor is the text between two of them.
        guard content.isEmpty || language == .toml || holdsKey(content) else { return nil }
        return FrontMatterSpan(language: language, content: content, bodyStart: next)
      }
      position = next
    }
    return nil
  }

  private func holdsKey(_ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      let (text, next) = line(at: position)
      if key(of: text) != nil { return true }
      position = next
    }
    return false
  }

  /// The key of a line `key: value`: letters of any script, digits, `_`, `-`, `.`; a blank may precede the colon.
  private func key(of line: Range<Int>) -> String? {
    guard let colon = bytes[line].firstIndex(of: 0x3A), colon > line.lowerBound, colon - line.lowerBound <= 40,
      colon + 1 >= line.upperBound || bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0x09
    else { return nil }
    let key = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<colon]), as: UTF8.self
    ).trimmed(of: "\"'")
    let isKey = key.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.isHan || "0123456789_-. ".unicodeScalars.contains($0)
    }
    return isKey && !key.isEmpty ? key.lowercased() : nil
  }

  /// Keys with which no line of prose begins.
  private static let known: Set<String> = [
    "title", "date", "layout", "tags", "categories", "category", "author", "authors", "permalink", "slug", "updated",
    "description", "comments", "published", "draft", "source", "url", "from", "lang", "toc", "id",
  ]

  /// Lines with keys but no closing mark: up to the first line that does not belong to a field.
  private func unclosed(from start: Int) -> FrontMatterSpan? {
    var position = start
    var count = 0
    while position < limit {
      let (text, next) = line(at: position)
      if text.isEmpty { break }
      if let key = key(of: text), Self.known.contains(key) || count > 0 {
        count += 1
      } else if count == 0 || bytes[text.lowerBound] > 0x20 && bytes[text.lowerBound] != 0x2D {
        break
      }
      position = next
    }
    guard count >= 2 else { return nil }
    return FrontMatterSpan(language: .yaml, content: start..<position, bodyStart: position)
  }

  /// Hexo's older posts: keys from the first line on, and a rule below them.
  private func withoutFirstRule(from start: Int) -> FrontMatterSpan? {
    guard let first = key(of: line(at: start).text), Self.known.contains(first) else { return nil }
    var position = start
    while position < limit {
      let (text, next) = line(at: position)
      if isRule(text, 0x2D) {
        return FrontMatterSpan(language: .yaml, content: start..<position, bodyStart: next)
      }
      let isField =
        text.isEmpty || key(of: text) != nil || bytes[text.lowerBound] == 0x2D || bytes[text.lowerBound] <= 0x20
        || bytes[text.lowerBound] == 0x23
      guard isField else { return nil }
      position = next
    }
    return nil
  }

  /// An object at the very start, with nothing else on its last line.
  private func json(from start: Int) -> FrontMatterSpan? {
    var position = start + 1
    while position < limit, bytes[position] <= 0x20 { position += 1 }
    guard position < limit, bytes[position] == 0x22 else { return nil }
    var depth = 1
    var isQuoted = false
    while position < limit, depth > 0 {
      switch bytes[position] {
      case 0x5C where isQuoted: position += 1
      case 0x22: isQuoted.toggle()
      case 0x7B, 0x5B: if !isQuoted { depth += 1 }
      case 0x7D, 0x5D: if !isQuoted { depth -= 1 }
      default: break
      }
      position += 1
    }
    guard depth == 0, position <= limit else { return nil }
    let rest = line(at: position)
    guard rest.text.isEmpty else { return nil }
    // A file that consists only of an object is data.
    var body = rest.next
    while body < bytes.count, bytes[body] <= 0x20 { body += 1 }
    guard body < bytes.count else { return nil }
    return FrontMatterSpan(language: .json, content: start..<position, bodyStart: rest.next)
  }

  private func labels(from start: Int) -> FrontMatterSpan? {
    guard ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[start..<limit]), with: "Title: ") else { return nil }
    var position = start
    var lines = 0
    while position < limit, lines < 20 {
      let (text, next) = line(at: position)
      let content = UnsafeBufferPointer(rebasing: bytes[text])
      if ByteSearch.starts(content, with: "Markdown Content:"), content.count == 17 {
        return FrontMatterSpan(language: .labels, content: start..<position, bodyStart: next)
      }
      lines += 1
      position = next
    }
    return nil
  }

  private func org(from start: Int) -> FrontMatterSpan? {
    var position = start
    while position < limit {
      let (text, next) = line(at: position)
      guard text.count >= 4, bytes[text.lowerBound] == 0x23, bytes[text.lowerBound + 1] == 0x2B,
        key(of: text.dropFirst(2)) != nil
      else { break }
      position = next
    }
    return position > start ? FrontMatterSpan(language: .org, content: start..<position, bodyStart: position) : nil
  }
}
