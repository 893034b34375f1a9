import Text

/// Splits blocks that hold several things before boilerplate is judged: a subhead before a paragraph, a button after
/// its last sentence, a title and a byline on lines of one paragraph, columns laid out as a list.
enum BlockSplitter {
  static func split(_ blocks: inout [Block]) {
    splitHead(&blocks)
    unfoldLayout(&blocks)
    blocks.part { block in
      guard case .paragraph(let text, let role) = block else { return nil }
      return parts(of: text, role)
    }
  }

  /// The parts of a paragraph that holds several things; `nil` for one that does not.
  private static func parts(of text: StyledText, _ role: ParagraphRole?) -> [Block]? {
    if isLineOfDashes(text.text) { return [.rule] }
    if isStyleSheet(text.text) { return [] }
    guard role == nil, !text.spans.isEmpty else { return nil }
    if let rest = withoutClosingButton(text) { return [.paragraph(rest, role: nil)] }
    if let (subhead, rest) = subheadAndRest(text) {
      return [.paragraph(subhead, role: .subhead), .paragraph(rest, role: nil)]
    }
    return nil
  }

  /// Splits a first paragraph of title, byline and date, each on its own line, into paragraphs.
  private static func splitHead(_ blocks: inout [Block]) {
    guard case .paragraph(let text, nil)? = blocks.first, text.text.utf8.count <= 480, text.text.holds("\n") else {
      return
    }
    let lines = text.lines
    let facts = lines.count { Byline.read($0.text) != nil || Timestamp.first(in: $0.text, zone: .utc) != nil }
    guard 2...8 ~= lines.count, facts >= 1, facts * 2 >= lines.count - 1,
      lines.allSatisfy({ !$0.text.holds("。") && $0.text.nonBlankCount <= 60 })
    else { return }
    blocks.replaceSubrange(0..<1, with: lines.map { .paragraph($0, role: nil) })
  }

  private static func unfoldLayout(_ blocks: inout [Block]) {
    let isLaidOut = blocks.contains { if case .list(let list) = $0 { isLayout(list) } else { false } }
    guard isLaidOut else { return }
    blocks = blocks.flatMap { block in
      if case .list(let list) = block, isLayout(list) { list.items.flatMap { $0 } } else { [block] }
    }
  }

  /// Whether a list only lays out columns, so that one of its items is a whole page.
  private static func isLayout(_ list: ListBlock) -> Bool {
    !list.isOrdered && list.items.count <= 3
      && list.items.contains {
        $0.count >= (list.items.count == 1 ? 3 : 4) && $0.count(where: { $0.isProse || $0.isHeading }) >= 2
      }
  }

  /// `——————`, `* * *`: a rule. An ellipsis is text.
  private static func isLineOfDashes(_ text: String) -> Bool {
    guard text.utf8.count <= 240, let first = text.utf8.first,
      first < 0x80 || first == 0xE2 || first == 0xEF || first == 0xC2,
      (first | 0x20) &- 0x61 >= 26, first &- 0x30 >= 10
    else { return false }
    var count = 0
    // Emoji end with a variation selector.
    for scalar in text.unicodeScalars where !scalar.isBlank && scalar.value != 0xFE0F {
      guard scalar.isOne(of: "-—–―─━＿_*＊=＝~～·－/／\\•∙●◆◇♦※★☆■□") else { return false }
      // Two full-width dashes make one Chinese dash; on a line of their own they are a rule.
      count += scalar == "—" || scalar == "─" || scalar == "━" ? 2 : 1
    }
    return count >= 3
  }

  /// `p.p1 {margin: 0.0px; font: 17.0px Georgia}`: a style sheet that a word processor pasted along with the text.
  private static func isStyleSheet(_ text: String) -> Bool {
    guard text.utf8.last == 0x7D, text.holds(" {"),
      text.startsWithAny(of: ["p.", "span.", "li.", "ol.", "ul.", "td.", "table.", "div.", "h1.", "h2.", "@font-face"])
    else { return false }
    return text.split(separator: "\n").allSatisfy { line in
      let line = line.trimmedOfBlanks
      guard line.utf8.last == 0x7D, let brace = line.utf8.firstIndex(of: 0x7B) else { return false }
      return line.utf8.allSatisfy { $0 < 0x80 } && line[..<brace].utf8.count <= 40 && line[brace...].holds(":")
    }
  }

  /// `…不肯回来接班。返回某某，查看更多`: the text without a link that is a button and follows its last sentence.
  private static func withoutClosingButton(_ text: StyledText) -> StyledText? {
    guard let last = text.spans.last(where: { if case .link = $0.style { true } else { false } }),
      last.utf8Range.upperBound == text.text.utf8.count, last.utf8Range.lowerBound > 0, last.utf8Range.count <= 90
    else { return nil }
    let bytes = Array(text.text.utf8)
    let button = LineClass(String(decoding: bytes[last.utf8Range], as: UTF8.self), isAtEdge: true, isLinked: true)
    guard button?.isBoilerplate == true else { return nil }
    let rest = text.slice(0..<last.utf8Range.lowerBound)
    guard rest.text.nonBlankCount >= 8, rest.text.endsWithAny(of: ["。", "！", "？", "”", "」", "…", "）"]) else {
      return nil
    }
    return rest
  }

  /// `<strong>小标题</strong><br>正文…`: the first line, if it is entirely strong, short and not a label.
  private static func subheadAndRest(_ text: StyledText) -> (StyledText, StyledText)? {
    guard let opening = text.spans.first, opening.utf8Range.lowerBound == 0,
      let cut = text.text.withBytes({ $0.prefix(200).firstIndex(of: 0x0A) })
    else { return nil }
    let strong = text.spans.filter { $0.style == .strong }
    guard let first = strong.first, first.utf8Range.lowerBound == 0 else { return nil }
    var reached = 0
    for span in strong where span.utf8Range.lowerBound <= reached { reached = max(reached, span.utf8Range.upperBound) }
    guard reached >= cut, reached <= cut + 1 else { return nil }
    let subhead = text.slice(0..<cut)
    let rest = text.slice(cut + 1..<text.text.utf8.count)
    guard !subhead.isEmpty, !rest.isEmpty, subhead.text.nonBlankCount <= 40,
      !subhead.text.endsWithAny(of: ["：", ":", "，", "。", "、"])
    else { return nil }
    return (subhead, rest)
  }
}
