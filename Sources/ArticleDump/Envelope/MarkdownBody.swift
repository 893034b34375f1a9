/// Turns a Markdown body into HTML, so that it goes the way of every other body.
///
/// The part of CommonMark 0.31 that the dumps use: headings of both kinds, paragraphs, quotes, lists, fenced and
/// indented code, thematic breaks, pipe tables, raw HTML. Nothing is looked for twice: linear time.
struct MarkdownBody {
  typealias Line = ArraySlice<UInt8>

  private var output: [UInt8] = []
  /// Quotes and lists deeper than this are text.
  private static let deepest = 12

  static func html(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var body = MarkdownBody()
    body.output.reserveCapacity(bytes.count + bytes.count / 8)
    body.blocks(bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...], depth: 0, isTight: false)
    return body.output
  }

  private mutating func write(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func writeEscaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      default: output.append(byte)
      }
    }
  }

  // MARK: Blocks

  private mutating func blocks(_ lines: ArraySlice<Line>, depth: Int, isTight: Bool) {
    var paragraph: [Line] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      let indent = Self.indent(of: line)
      let content = line.dropFirst(indent)
      if content.isEmpty {
        end(&paragraph, isTight: isTight)
        index += 1
        continue
      }
      if paragraph.isEmpty, indent >= 4, content.allSatisfy({ $0 < 0x80 }) {
        index = indentedCode(lines, from: index)
        continue
      }
      if let fence = Self.fence(content) {
        end(&paragraph, isTight: isTight)
        index = fencedCode(lines, from: index, fence: fence)
        continue
      }
      if let level = Self.headingLevel(content) {
        end(&paragraph, isTight: isTight)
        heading(level, Self.headingText(content, level: level))
        index += 1
        continue
      }
      if !paragraph.isEmpty, let level = Self.underline(content) {
        let text = Array(paragraph.joined(separator: [0x0A]))
        paragraph = []
        heading(level, text[...])
        index += 1
        continue
      }
      if Self.isThematicBreak(content) {
        end(&paragraph, isTight: isTight)
        write("<hr>\n")
        index += 1
        continue
      }
      if content.first == 0x3E, depth < Self.deepest {
        end(&paragraph, isTight: isTight)
        index = quote(lines, from: index, depth: depth)
        continue
      }
      if depth < Self.deepest, let marker = ListMarker(content, indent: indent),
        paragraph.isEmpty || marker.mayInterrupt
      {
        end(&paragraph, isTight: isTight)
        index = list(lines, from: index, first: marker, depth: depth)
        continue
      }
      if paragraph.isEmpty, content.first == 0x3C, Self.beginsMarkup(content) {
        index = rawMarkup(lines, from: index)
        continue
      }
      if paragraph.isEmpty, line.contains(0x7C), index + 1 < lines.endIndex,
        let columns = Self.tableColumns(lines[index + 1]),
        Self.cells(of: line).count == columns
      {
        index = table(lines, from: index, columns: columns)
        continue
      }
      paragraph.append(line)
      index += 1
    }
    end(&paragraph, isTight: isTight)
  }

  private mutating func end(_ paragraph: inout [Line], isTight: Bool) {
    guard !paragraph.isEmpty else { return }
    write(isTight ? "<div>" : "<p>")
    inlines(Array(paragraph.joined(separator: [0x0A]))[...])
    write(isTight ? "</div>\n" : "</p>\n")
    paragraph = []
  }

  private mutating func heading(_ level: Int, _ text: Line) {
    write("<h\(level)>")
    inlines(text)
    write("</h\(level)>\n")
  }

  private mutating func inlines(_ text: Line) { MarkdownInlines.write(text, to: &output) }

  private mutating func indentedCode(_ lines: ArraySlice<Line>, from first: Int) -> Int {
    var index = first
    write("<pre>\n")
    while index < lines.endIndex {
      let indent = Self.indent(of: lines[index])
      guard indent >= 4 || lines[index].count == indent else { break }
      writeEscaped(lines[index].dropFirst(4))
      write("\n")
      index += 1
    }
    write("</pre>\n")
    return index
  }

  private mutating func fencedCode(_ lines: ArraySlice<Line>, from first: Int, fence: (byte: UInt8, count: Int)) -> Int
  {
    var index = first + 1
    write("<pre>\n")
    while index < lines.endIndex {
      let content = lines[index].drop { $0 == 0x20 }
      if let closing = Self.fence(content), closing.byte == fence.byte, closing.count >= fence.count,
        content.allSatisfy({ $0 == fence.byte || $0 == 0x20 })
      {
        index += 1
        break
      }
      writeEscaped(lines[index])
      write("\n")
      index += 1
    }
    write("</pre>\n")
    return index
  }

  private mutating func quote(_ lines: ArraySlice<Line>, from first: Int, depth: Int) -> Int {
    var index = first
    var inner: [Line] = []
    while index < lines.endIndex {
      let content = lines[index].dropFirst(Self.indent(of: lines[index]))
      guard !content.isEmpty else { break }
      if content.first == 0x3E {
        let rest = content.dropFirst()
        inner.append(rest.first == 0x20 ? rest.dropFirst() : rest)
      } else if Self.isThematicBreak(content) || Self.fence(content) != nil || inner.last?.isEmpty != false {
        break
      } else {
        inner.append(content)
      }
      index += 1
    }
    write("<blockquote>\n")
    blocks(inner[...], depth: depth + 1, isTight: false)
    write("</blockquote>\n")
    return index
  }

  private mutating func list(_ lines: ArraySlice<Line>, from first: Int, first marker: ListMarker, depth: Int) -> Int {
    if let number = marker.number {
      write(number == 1 ? "<ol>\n" : "<ol start=\"\(number)\">\n")
    } else {
      write("<ul>\n")
    }
    var index = first
    var current: ListMarker? = marker
    while let item = current {
      var inner: [Line] = [lines[index].dropFirst(item.contentColumn)]
      index += 1
      var isLoose = false
      current = nil
      while index < lines.endIndex {
        let line = lines[index]
        let indent = Self.indent(of: line)
        let content = line.dropFirst(indent)
        if content.isEmpty {
          inner.append([])
          index += 1
          continue
        }
        let wasBlank = inner.last?.isEmpty == true
        if indent >= item.contentColumn {
          if wasBlank { isLoose = true }
          inner.append(line.dropFirst(item.contentColumn))
          index += 1
        } else if let next = ListMarker(content, indent: indent), next.isLike(item), !Self.isThematicBreak(content) {
          current = next
          break
        } else if !wasBlank, content.first != 0x23, content.first != 0x3E, Self.fence(content) == nil,
          ListMarker(content, indent: indent) == nil, !Self.isThematicBreak(content)
        {
          inner.append(content)
          index += 1
        } else {
          break
        }
      }
      write("<li>")
      blocks(inner[...], depth: depth + 1, isTight: !isLoose)
      write("</li>\n")
    }
    write(marker.number == nil ? "</ul>\n" : "</ol>\n")
    return index
  }

  private mutating func rawMarkup(_ lines: ArraySlice<Line>, from first: Int) -> Int {
    var index = first
    while index < lines.endIndex, !lines[index].allSatisfy({ $0 <= 0x20 }) {
      output.append(contentsOf: lines[index])
      write("\n")
      index += 1
    }
    return index
  }

  private mutating func table(_ lines: ArraySlice<Line>, from first: Int, columns: Int) -> Int {
    write("<table>\n")
    var index = first
    while index < lines.endIndex, lines[index].contains(0x7C) {
      if index != first + 1 {
        write("<tr>")
        for cell in Self.cells(of: lines[index]).prefix(columns) {
          write(index == first ? "<th>" : "<td>")
          inlines(cell)
          write(index == first ? "</th>" : "</td>")
        }
        write("</tr>\n")
      }
      index += 1
    }
    write("</table>\n")
    return index
  }
}

// MARK: Lines

extension MarkdownBody {
  /// The number of spaces a line begins with.
  static func indent(of line: Line) -> Int {
    var count = 0
    for byte in line {
      guard byte == 0x20 || byte == 0x09 else { break }
      count += 1
    }
    return count
  }

  /// The fence of code that a line opens or closes.
  private static func fence(_ content: Line) -> (byte: UInt8, count: Int)? {
    guard let first = content.first, first == 0x60 || first == 0x7E else { return nil }
    let count = content.prefix { $0 == first }.count
    guard count >= 3, first == 0x7E || !content.dropFirst(count).contains(0x60) else { return nil }
    return (first, count)
  }

  private static func headingLevel(_ content: Line) -> Int? {
    let count = content.prefix { $0 == 0x23 }.count
    guard (1...6).contains(count) else { return nil }
    let following = content.dropFirst(count).first
    return following == nil || following == 0x20 || following == 0x09 ? count : nil
  }

  private static func headingText(_ content: Line, level: Int) -> Line {
    var text = content.dropFirst(level).drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    var withoutHashes = text
    while withoutHashes.last == 0x23 { withoutHashes.removeLast() }
    if withoutHashes.count < text.count, withoutHashes.isEmpty || withoutHashes.last == 0x20 { text = withoutHashes }
    return text
  }

  /// The level of the heading that a line of `=` or `-` makes of the paragraph above it.
  private static func underline(_ content: Line) -> Int? {
    guard let first = content.first, first == 0x3D || first == 0x2D else { return nil }
    let rest = content.drop { $0 == first }
    return rest.allSatisfy { $0 == 0x20 } ? (first == 0x3D ? 1 : 2) : nil
  }

  static func isThematicBreak(_ content: Line) -> Bool {
    guard let first = content.first, first == 0x2A || first == 0x2D || first == 0x5F else { return false }
    var count = 0
    for byte in content {
      if byte == first { count += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return count >= 3
  }

  private static func beginsMarkup(_ content: Line) -> Bool {
    var rest = content.dropFirst()
    if rest.first == 0x2F { rest = rest.dropFirst() }
    if rest.first == 0x21 { return true }
    let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard !name.isEmpty, let following = rest.dropFirst(name.count).first else { return false }
    // `<http://…>` is a link, no element.
    return following == 0x3E || following == 0x20 || following == 0x2F || following == 0x09
  }

  /// The number of columns that the second line of a table announces, such as `| --- | :-: |`.
  private static func tableColumns(_ line: Line) -> Int? {
    guard line.contains(0x7C), line.contains(0x2D),
      line.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    return cells(of: line).count
  }

  private static func cells(of line: Line) -> [Line] {
    func trimmed(_ cell: Line) -> Line {
      var cell = cell.drop { $0 == 0x20 || $0 == 0x09 }
      while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
      return cell
    }
    var row = trimmed(line)
    if row.first == 0x7C { row = row.dropFirst() }
    if row.last == 0x7C { row = row.dropLast() }
    return row.split(separator: 0x7C, omittingEmptySubsequences: false).map(trimmed)
  }
}

/// What a list item begins with.
struct ListMarker {
  /// The number of an ordered item.
  var number: Int?
  private var kind: UInt8
  /// Where the item's text begins in its line.
  var contentColumn: Int
  private var isEmpty: Bool

  init?(_ content: MarkdownBody.Line, indent: Int) {
    guard let first = content.first else { return nil }
    var width: Int
    if first == 0x2D || first == 0x2B || first == 0x2A {
      kind = first
      width = 1
    } else {
      let digits = content.prefix { $0 &- 0x30 < 10 }
      guard !digits.isEmpty, digits.count <= 9, let mark = content.dropFirst(digits.count).first,
        mark == 0x2E || mark == 0x29
      else { return nil }
      number = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      kind = mark
      width = digits.count + 1
    }
    let rest = content.dropFirst(width)
    isEmpty = rest.allSatisfy { $0 == 0x20 }
    guard isEmpty || rest.first == 0x20 || rest.first == 0x09 else { return nil }
    let spaces = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
    width += isEmpty ? 1 : spaces > 4 ? 1 : spaces
    contentColumn = indent + width
    if isEmpty { contentColumn = min(contentColumn, indent + content.count) }
  }

  /// Whether the item may follow a paragraph's line without a blank one.
  var mayInterrupt: Bool { !isEmpty && (number == nil || number == 1) }

  func isLike(_ other: ListMarker) -> Bool { kind == other.kind && (number == nil) == (other.number == nil) }
}
