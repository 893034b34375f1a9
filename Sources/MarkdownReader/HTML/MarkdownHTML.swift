import Text

/// Writes a document as HTML.
public struct MarkdownHTML {
  /// The purpose of the HTML.
  public enum Form: Sendable {
    /// As in the specifications.
    case reference
    /// For our own HTML parser: only visible content is written, and raw HTML cannot swallow what follows it.
    case article
  }

  let document: MarkdownDocument
  let form: Form
  let tagFilter: Bool
  var output: [UInt8] = []
  /// Where the text of a picture began; pictures may contain links and pictures, whose text is part of theirs.
  var imageDepth = 0
  var alternative: [UInt8] = []
  var imageLink: Int32 = 0
  private var isFootnoteOpen = false
  private var openTable = TablePart.none
  /// The footnote whose first paragraph has not begun yet: its number goes there.
  private var pendingNote: MarkdownEvent?

  private enum TablePart { case none, head, body }

  /// The HTML in UTF-8.
  ///
  /// - Parameters:
  ///   - document: A document of any kind of Markdown.
  ///   - form: The purpose of the HTML.
  ///   - tagFilter: Whether the start tags of GitHub's tag filter are shown as text.
  /// - Complexity: O(n).
  public static func bytes(
    of document: MarkdownDocument, form: Form = .reference, tagFilter: Bool = false
  ) -> [UInt8] {
    var writer = MarkdownHTML(document, form, tagFilter)
    writer.write()
    return writer.output
  }

  /// The HTML as a string; see ``bytes(of:form:tagFilter:)``.
  public static func string(of document: MarkdownDocument, form: Form = .reference, tagFilter: Bool = false) -> String {
    String(decoding: bytes(of: document, form: form, tagFilter: tagFilter), as: UTF8.self)
  }

  private init(_ document: MarkdownDocument, _ form: Form, _ tagFilter: Bool) {
    self.document = document
    self.form = form
    self.tagFilter = tagFilter
    output.reserveCapacity(document.text.count + document.events.count * 8)
  }

  private mutating func write() {
    document.text.withUnsafeBufferPointer { text in
      for event in document.events { write(event, text) }
    }
    if isFootnoteOpen { put("</ol>\n</section>\n") }
  }

  // MARK: Bytes

  mutating func put(_ markup: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func put(_ markup: String) { output.append(contentsOf: markup.utf8) }

  mutating func putText(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, quotes: Bool = true) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      let byte = text[position]
      if byte >= 0x80 {
        position = max(position &+ 1, ByteSearch.passNonASCII(text, from: position, to: range.upperBound))
        continue
      }
      if byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 && quotes {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
        switch byte {
        case 0x26: put("&amp;")
        case 0x3C: put("&lt;")
        case 0x3E: put("&gt;")
        default: put("&quot;")
        }
        start = position + 1
      }
      position &+= 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<range.upperBound]))
  }

  /// An address; for the reference form only, characters that may not occur in one are percent-encoded.
  mutating func putAddress(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    // Nearly every address can be written unchanged.
    let isPlain = text[range].allSatisfy { byte in
      switch byte {
      case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
      default: form == .article && byte >= 0x80
      }
    }
    if isPlain {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
      return
    }
    for position in range {
      let byte = text[position]
      switch byte {
      case 0x26: put("&amp;")
      case 0x22 where form == .article: put("&quot;")
      case 0x27 where form == .reference: put("'")
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: output.append(byte)
      default:
        if form == .article, byte > 0x20 {
          output.append(byte)
        } else {
          output.append(0x25)
          output.append(Self.hexadecimalDigit(byte >> 4))
          output.append(Self.hexadecimalDigit(byte & 15))
        }
      }
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  mutating func startLine() {
    if let last = output.last, last != 0x0A { output.append(0x0A) }
  }

  // MARK: Events

  private mutating func write(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    if imageDepth > 0, !(event.kind == .image) {
      writeAlternative(event, text)
      return
    }
    switch event.kind {
    case .paragraph:
      if event.flag {
        if form == .article { put(event.phase == .begin ? "<div>" : "</div>\n") }
      } else {
        if event.phase == .begin { startLine() }
        put(event.phase == .begin ? "<p>" : "</p>\n")
      }
      if event.phase == .begin, let note = pendingNote {
        putNote(note, text)
        output.append(0x20)
        pendingNote = nil
      }
    case .heading:
      if event.phase == .begin { startLine() }
      put(event.phase == .begin ? "<h" : "</h")
      output.append(0x30 + UInt8(truncatingIfNeeded: event.value))
      put(event.phase == .begin ? ">" : ">\n")
    case .quote: quote(event, text)
    case .list: list(event)
    case .item:
      if event.phase == .begin { startLine() }
      put(event.phase == .begin ? "<li>" : "</li>\n")
    case .footnoteDefinition: footnoteDefinition(event)
    case .definitionList:
      startLine()
      put(event.phase == .begin ? "<dl>\n" : "</dl>\n")
    case .definitionTerm: put(event.phase == .begin ? "<dt>" : "</dt>\n")
    case .definition: put(event.phase == .begin ? "<dd>" : "</dd>\n")
    case .table, .tableRow, .tableCell: table(event)
    case .codeBlock: code(event, text)
    case .mathBlock:
      startLine()
      put("<pre><code class=\"language-math\">")
      putText(text, event.range)
      put("</code></pre>\n")
    case .htmlBlock: markup(event, text)
    case .thematicBreak:
      startLine()
      put("<hr />\n")
    default: inline(event, text)
    }
  }

  private mutating func inline(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    switch event.kind {
    case .text, .math: putText(text, event.range)
    case .softBreak: output.append(0x0A)
    case .lineBreak: put("<br />\n")
    case .code:
      put("<code>")
      putText(text, event.range)
      put("</code>")
    case .html: inlineMarkup(event, text)
    case .footnoteReference:
      if form == .article {
        putNote(event, text)
      } else {
        put(
          "<sup class=\"footnote-ref\"><a href=\"#fn\(event.value)\" id=\"fnref\(event.value)\">\(event.value)</a></sup>"
        )
      }
    case .taskMarker:
      if form == .article {
        put(event.flag ? "☑ " : "☐ ")
      } else {
        put(
          event.flag
            ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> " : "<input type=\"checkbox\" disabled=\"\" /> ")
      }
    case .emphasis: put(event.phase == .begin ? "<em>" : "</em>")
    case .strong: put(event.phase == .begin ? "<strong>" : "</strong>")
    case .deleted: put(event.phase == .begin ? "<del>" : "</del>")
    case .inserted: put(event.phase == .begin ? "<ins>" : "</ins>")
    case .superscript: put(event.phase == .begin ? "<sup>" : "</sup>")
    case .subscript: put(event.phase == .begin ? "<sub>" : "</sub>")
    case .mark: put(event.phase == .begin ? "<mark>" : "</mark>")
    case .link: link(event, text)
    case .image: image(event, text)
    case .embed:
      put("<a href=\"")
      putAddress(text, document.links[Int(event.value)].destination)
      put("\">")
      putText(text, event.range)
      put("</a>")
    default: break
    }
  }

  /// A note's number, or its name if it is not defined.
  mutating func putNote(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    put("<sup>[")
    if event.range.isEmpty { put("\(event.value)") } else { putText(text, event.range) }
    put("]</sup>")
  }

  private mutating func quote(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    startLine()
    guard event.phase == .begin else {
      put("</blockquote>\n")
      return
    }
    put("<blockquote>\n")
    guard !event.info.isEmpty else { return }
    put("<p><strong>")
    if event.value == 1 {
      let word = document.string(event.info)
      put(word.prefix(1).uppercased() + word.dropFirst().lowercased())
    } else {
      putText(text, event.info)
    }
    put("</strong></p>\n")
  }

  private mutating func list(_ event: MarkdownEvent) {
    startLine()
    // An end event does not carry its list's kind, so the stack keeps it.
    if event.phase == .begin {
      orderedLists.append(event.value >= 0)
      if event.value < 0 {
        put("<ul>\n")
      } else if event.value == 1 {
        put("<ol>\n")
      } else {
        put("<ol start=\"\(event.value)\">\n")
      }
    } else {
      put(orderedLists.popLast() == true ? "</ol>\n" : "</ul>\n")
    }
  }

  private var orderedLists: [Bool] = []

  private mutating func footnoteDefinition(_ event: MarkdownEvent) {
    startLine()
    guard form == .reference else {
      pendingNote = event.phase == .begin ? event : nil
      return
    }
    if event.phase == .begin {
      if !isFootnoteOpen { put("<section class=\"footnotes\">\n<ol>\n") }
      isFootnoteOpen = true
      put("<li id=\"fn\(event.value)\">\n")
      return
    }
    let back = "<a href=\"#fnref\(event.value)\" class=\"footnote-backref\">↩</a>"
    let closing = Array("</p>\n".utf8)
    if output.suffix(closing.count).elementsEqual(closing) {
      output.removeLast(closing.count)
      put(" " + back + "</p>\n")
    } else {
      put(back + "\n")
    }
    put("</li>\n")
  }

  private mutating func table(_ event: MarkdownEvent) {
    switch (event.kind, event.phase) {
    case (.table, .begin):
      startLine()
      put("<table>\n")
      openTable = .none
    case (.table, _):
      if openTable == .body { put("</tbody>\n") }
      put("</table>\n")
    case (.tableRow, .begin):
      if event.flag {
        put("<thead>\n")
      } else if openTable != .body {
        put("<tbody>\n")
        openTable = .body
      }
      put("<tr>\n")
    case (.tableRow, _): put(event.flag ? "</tr>\n</thead>\n" : "</tr>\n")
    case (_, .begin):
      put(event.flag ? "<th" : "<td")
      switch event.value {
      case 1: put(" align=\"left\"")
      case 2: put(" align=\"center\"")
      case 3: put(" align=\"right\"")
      default: break
      }
      put(">")
    default: put(event.flag ? "</th>\n" : "</td>\n")
    }
  }

  private mutating func code(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    startLine()
    put("<pre><code")
    let info = event.info
    var end = info.lowerBound
    while end < info.upperBound, text[end] > 0x20 { end += 1 }
    if end > info.lowerBound {
      put(" class=\"language-")
      putText(text, info.lowerBound..<end)
      put("\"")
    }
    put(">")
    putText(text, event.range)
    put("</code></pre>\n")
  }

  private mutating func link(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    guard event.phase == .begin else {
      put("</a>")
      return
    }
    let link = document.links[Int(event.value)]
    put("<a href=\"")
    putAddress(text, link.destination)
    if let title = link.title, !title.isEmpty, form == .reference {
      put("\" title=\"")
      putText(text, title)
    }
    put("\">")
  }
}
