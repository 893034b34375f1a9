import Text

/// Tags of site generators that are alone on their lines, and `:::` containers.
extension BlockParser {
  /// The tag that fills the whole line.
  private func lineTag() -> TemplateTag? {
    let line = rest
    guard line.count >= 5, bytes[line.lowerBound] == 0x7B,
      let tag = TemplateTag.scan(bytes, at: line.lowerBound, limit: line.upperBound), tag.range == line
    else { return nil }
    return tag
  }

  mutating func template() -> Start {
    guard let tag = lineTag(), tag.syntax != .expression else { return .none }
    if !tag.isClosing, let start = pairedTag(tag) { return start }
    guard case .nothing = tag.meaning else { return .none }
    omit(nextNonspace..<lineEnd)
    closeUnmatched()
    while !nodes[open[open.count - 1]].isContainer || nodes[open[open.count - 1]].kind == .list {
      close(at: lineNumber - 1)
    }
    matched = open.count
    guard !tag.isClosing, Self.titled.contains(tag.name), let title = title(of: tag) else { return .consumed }
    addTitle(title)
    return .consumed
  }

  /// Tags whose argument is a heading for their contents.
  private static let titled: Set<String> = [
    "admonition", "details", "expand", "tab", "fold", "folding", "spoiler", "hidetoggle", "collapse", "hideblock",
    "notice", "callout", "alert", "accordion", "timeline", "timenode",
  ]

  private func title(of tag: TemplateTag) -> String? {
    if let title = tag.value("title", "label", "header", "summary", "name") { return title }
    // `{{< admonition note "Title" >}}`: the last word, if it contains Han or a blank.
    guard let last = tag.words.last, last.unicodeScalars.contains(where: \.isHan) || last.contains(" ") else {
      return nil
    }
    return last
  }

  private mutating func addTitle(_ title: String) {
    let index = add(.paragraph)
    text.append(contentsOf: "**\(title)**\n".utf8)
    nodes[index].contentEnd = Int32(text.count)
    close(at: lineNumber)
    matched = open.count
  }

  /// `<!-- tab 标题 -->` of Hexo's tabs and `<!-- timeline 时间 -->` are headings for what follows: a paragraph replaces
  /// the comment.
  mutating func makeTitle(ofComment index: Int) {
    let content = nodes[index].content
    guard content.count <= 200, content.count > 13 else { return }
    let comment = String(decoding: text[content], as: UTF8.self)
    guard comment.hasSuffix("-->"), !comment.contains("\n") else { return }
    for opening in ["<!-- tab ", "<!-- timeline "] where comment.hasPrefix(opening) {
      let title = comment.dropFirst(opening.count).dropLast(3).prefix { $0 != "@" }
      guard case let title = String(title).trimmedOfBlanks, !title.isEmpty, title != "-->" else { return }
      nodes[index].kind = .paragraph
      nodes[index].contentStart = Int32(text.count)
      text.append(contentsOf: "**\(title)**\n".utf8)
      nodes[index].contentEnd = Int32(text.count)
    }
  }

  private mutating func pairedTag(_ tag: TemplateTag) -> Start? {
    switch tag.name {
    case "codeblock", "highlight", "prism", "mermaid", "code":
      // GitBook's `code` is around a fence; Hexo's names a language.
      guard tag.name != "code" || tag.arguments.holds("lang:"), hasEnd(of: tag) else { return nil }
      let language = Self.language(of: tag)
      let index = add(.codeBlock)
      setTerminator(of: index, to: .tag(tag.name))
      let start = text.count
      text.append(contentsOf: language.utf8)
      nodes[index].infoStart = Int32(start)
      nodes[index].infoEnd = Int32(text.count)
      nodes[index].contentStart = Int32(text.count)
      nodes[index].contentEnd = Int32(text.count)
      return .consumed
    case "comment", "for":
      // The pages over which a loop runs are not available here.
      guard tag.name == "comment" || tag.syntax == .statement, hasEnd(of: tag) else { return nil }
      omit(nextNonspace..<lineEnd)
      let index = add(.omitted)
      setTerminator(of: index, to: .tag(tag.name))
      return .consumed
    case "content-ref", "page-ref":
      // GitBook's cards contain a link to the same page.
      guard hasEnd(of: tag) else { return nil }
      omit(nextNonspace..<lineEnd)
      closeUnmatched()
      return .consumed
    case "blockquote", "quote", "pullquote", "centerquote", "cq", "epigraph":
      guard hasEnd(of: tag), open.count <= Self.deepestNesting else { return nil }
      let index = add(.directive)
      setTerminator(of: index, to: .tag(tag.name))
      let source = tag.value("author", "source", "by") ?? tag.words.joined(separator: " ")
      let start = text.count
      text.append(contentsOf: source.utf8)
      nodes[index].infoStart = Int32(start)
      nodes[index].infoEnd = Int32(text.count)
      return .consumed
    default: return nil
    }
  }

  private static func language(of tag: TemplateTag) -> String {
    if tag.name == "mermaid" { return "mermaid" }
    if let language = tag.value("lang", "language", "type") { return language }
    for word in tag.words {
      if word.hasPrefix("lang:") { return String(word.dropFirst(5)) }
    }
    return tag.name == "codeblock" ? "" : tag.words.first ?? ""
  }

  private mutating func hasEnd(of tag: TemplateTag) -> Bool {
    // The same words end every tag with a name: once found, they serve all tags before them.
    let spellings =
      tag.syntax == .shortcode
      ? ["{{< /\(tag.name)", "{{</\(tag.name)", "{{< / \(tag.name)", "{{% /\(tag.name)"]
      : ["end\(tag.name)", "end %}"]
    return spellings.contains { spelling in
      if lineEnd <= missing.found[spelling, default: -1] { return true }
      if let absent = missing.tags[spelling], lineEnd >= absent { return false }
      let piece = Array(spelling.utf8)
      let rest = UnsafeBufferPointer(rebasing: bytes[lineEnd...])
      if let found = piece.withUnsafeBufferPointer({ ByteSearch.offset(of: $0, in: rest) }) {
        missing.found[spelling] = lineEnd + found
        return true
      }
      missing.tags[spelling] = lineEnd
      return false
    }
  }

  /// Whether the line ends a block; a formula's last characters are kept.
  mutating func ends(_ terminator: Terminator) -> Bool {
    if case .offset(let end) = terminator { return lineEnd >= end }
    guard case .tag(let name) = terminator else { return false }
    let line = rest
    if name == "{:/" { return has("{:/", at: line.lowerBound) && bytes[line.upperBound - 1] == 0x7D }
    if name == "$$" || name == "\\]" {
      guard let end = formulaEnd(line, isBracketed: name != "$$") else { return false }
      let formula = trimmed(line.lowerBound..<end)
      if !formula.isEmpty {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[formula]))
        text.append(0x0A)
        nodes[open[open.count - 1]].contentEnd = Int32(text.count)
      }
      return true
    }
    guard let tag = lineTag() else { return false }
    if tag.syntax == .shortcode { return tag.isClosing && tag.name == name }
    return tag.name == "end" + name || tag.name == "end"
  }

  /// Where the formula ends in a line that contains its closing mark: at the line's end, or before attributes, a number
  /// in parentheses or a mark.
  private func formulaEnd(_ line: Range<Int>, isBracketed: Bool) -> Int? {
    let mark: (UInt8, UInt8) = isBracketed ? (0x5C, 0x5D) : (0x24, 0x24)
    var position = line.lowerBound
    while position + 1 < line.upperBound {
      if bytes[position] == mark.0, bytes[position + 1] == mark.1 {
        let behind = trimmed(position + 2..<line.upperBound)
        let isClosing =
          behind.isEmpty || behind.count <= 3 || bytes[behind.lowerBound] == 0x7B || bytes[behind.lowerBound] == 0x28
        return isClosing ? position : nil
      }
      position += 1
    }
    return nil
  }

  func omissionText(_ range: Range<Int>) -> String { string(range.prefix(80)) }

  mutating func omit(_ range: Range<Int>) {
    guard omissions.count < 100 else { return }
    omissions.append(MarkdownOmission(line: Int(lineNumber), source: omissionText(range)))
  }

  // MARK: Directives

  /// `::: tip Title`; a lone `:::` that ends nothing is not shown either.
  mutating func directive() -> Start? {
    var position = nextNonspace
    while byte(at: position) == 0x3A { position += 1 }
    let count = position - nextNonspace
    guard count >= 3 else { return nil }
    let words = trimmed(position..<max(position, lineEnd))
    closeUnmatched()
    while !nodes[open[open.count - 1]].isContainer || nodes[open[open.count - 1]].kind == .list {
      close(at: lineNumber - 1)
    }
    matched = open.count
    guard !words.isEmpty, open.count <= Self.deepestNesting else { return .consumed }
    let index = add(.directive)
    setTerminator(of: index, to: .colons)
    nodes[index].level = Int32(count)
    // The first word is the kind; what follows is its title. Docusaurus writes `note[Title]`.
    var content = Substring(string(words))
    if content.hasPrefix("{") {
      // Quarto: `{.callout-note title="…"}`.
      if let start = content.firstRange(of: "title=\""), let end = content[start.upperBound...].firstIndex(of: "\"") {
        addTitle(String(content[start.upperBound..<end]))
      }
      return .consumed
    }
    if let bracket = content.firstIndex(of: "["), content.hasSuffix("]") {
      content = content[content.index(after: bracket)...].dropLast()
    } else if let blank = content.firstIndex(where: \.isWhitespace) {
      content = Substring(content[blank...].trimmedOfBlanks)
    } else {
      content = ""
    }
    if let brace = content.firstIndex(of: "{") { content = content[..<brace] }
    if !content.isEmpty { addTitle(content.trimmedOfBlanks) }
    return .consumed
  }

  /// Whether the line ends this directive, and no other that is open in it.
  mutating func endsDirective(_ index: Int) -> Bool {
    guard nodes[open[open.count - 1]].acceptsLines == false, endsLine(index),
      open.last(where: { nodes[$0].kind == .directive && endsLine($0) }) == index
    else { return false }
    closeInner(of: index)
    return true
  }

  private mutating func endsLine(_ index: Int) -> Bool {
    switch terminator(of: index) {
    case .colons:
      let line = rest
      return line.count >= 3 && bytes[line].allSatisfy { $0 == 0x3A } && line.count >= Int(nodes[index].level)
    case .offset?: return false
    case .tag(let name)?: return name != "$$" && bytes[min(nextNonspace, bytes.count - 1)] == 0x7B && ends(.tag(name))
    case nil: return false
    }
  }

  // MARK: Paragraphs that are not shown

  private static let tables: Set<String> = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "toc\n{:toc}", "[[\\_toc_]]"]

  private static let pageBreaks: Set<String> = ["\\newpage", "\\pagebreak", "\\clearpage", "\\tableofcontents"]

  /// `{: .class}`, `{#name}`, `{.class}`, `{width=50%}` on one line.
  private static func isAttributes(_ string: String) -> Bool {
    let inner = string.dropFirst().dropLast()
    guard let first = inner.utf8.first, !inner.contains(where: { "{}\n".contains($0) }) else { return false }
    if first == 0x3A || first == 0x23 || first == 0x2E { return true }
    return MarkupScanner.isLetter(first)
      && inner.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }.endIndex
        == inner.firstIndex(of: "=")
  }

  /// A quick check of a paragraph's ends and length, which rules out nearly all paragraphs.
  private func mayBeOmitted(_ content: Range<Int>, _ first: UInt8) -> Bool {
    let asksForTable = options.contains(.tablesOfContents)
    let hasAttributes = options.contains(.attributes)
    switch first {
    case 0x5B, 0x54, 0x74: if asksForTable, content.count <= 24 { return true }
    case 0x40, 0x5C: if asksForTable, content.count <= 80 { return true }
    case 0x2A: if hasAttributes, content.count > 6, text[content.lowerBound + 1] == 0x5B { return true }
    case 0x7B: if hasAttributes { return true }
    case 0x5E: if hasAttributes, content.count <= 4 { return true }
    default: break
    }
    return hasAttributes && content.count <= 48 && content.count > 8 && text[content.upperBound - 2] == 0x7D
  }

  /// Whether a paragraph only requests a table of contents, specifies attributes, or imports components.
  mutating func isOmittedParagraph(_ index: Int) -> Bool {
    let content = nodes[index].content
    guard content.count <= 400, let first = text[content].first, mayBeOmitted(content, first) else { return false }
    let string = String(decoding: text[content], as: UTF8.self).trimmedOfBlanks
    var isOmitted = false
    if first == 0x5E {
      // Kramdown's mark between two lists.
      isOmitted = string == "^"
    } else if string.hasSuffix("\n{:toc}"), !string.dropLast(7).contains("\n") {
      // The item that kramdown replaces by the table of contents.
      isOmitted = true
    } else if first == 0x7B {
      isOmitted = string.hasSuffix("}") && Self.isAttributes(string)
    } else if first == 0x2A {
      // Abbreviations: `*[HTML]: HyperText Markup Language`.
      isOmitted = string.lines.allSatisfy { $0.hasPrefix("*[") && $0.holds("]: ") }
    } else if first == 0x5C {
      isOmitted = Self.pageBreaks.contains(string)
    } else {
      let lowered = string.lowercased()
      isOmitted = Self.tables.contains(lowered) || lowered.hasPrefix("@[toc]") && !lowered.holds("\n")
    }
    guard isOmitted else { return false }
    if omissions.count < 100 {
      omissions.append(MarkdownOmission(line: Int(nodes[index].line), source: String(string.prefix(80))))
    }
    return true
  }
}
