import Text

/// Small repairs of blocks that any page may need: subheads that share a paragraph, lines of dashes, ends of articles
/// that hold more than prose.
enum BlockShaping {
  /// Before boilerplate is judged: one thing a block.
  static func part(_ blocks: inout [Block]) {
    partHead(&blocks)
    unfoldLayout(&blocks)
    blocks.part { block in
      guard case .paragraph(let text, let role) = block else { return nil }
      return parts(of: text, role)
    }
  }

  /// What a paragraph is made of that is not one thing; nil for one that is.
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

  /// After boilerplate is gone: the lead, and what closes the last paragraph.
  static func finish(_ blocks: inout [Block], _ page: inout Page) {
    markLead(&blocks, &page)
    unmarkSentences(&blocks)
    unmarkClosing(&blocks)
    markSigns(&blocks)
    partClosing(&blocks, &page)
  }

  /// A first paragraph that is a title, a byline and a date on lines of their own: each line a paragraph.
  private static func partHead(_ blocks: inout [Block]) {
    guard case .paragraph(let text, nil)? = blocks.first, text.text.utf8.count <= 480, text.text.holds("\n") else {
      return
    }
    let lines = text.lines
    let facts = lines.count { Byline.read($0.text) != nil || Timestamp.first(in: $0.text, zone: .utc) != nil }
    guard 2...8 ~= lines.count, facts >= 1, facts * 2 >= lines.count - 1,
      lines.allSatisfy({ !$0.text.holds("。") && $0.text.inkCount <= 60 })
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

  /// A list whose one item is a page: some sites lay out their columns so.
  private static func isLayout(_ list: ListBlock) -> Bool {
    !list.isOrdered && list.items.count <= 3
      && list.items.contains {
        $0.count >= (list.items.count == 1 ? 3 : 4) && $0.count(where: { $0.isProse || $0.isHeading }) >= 2
      }
  }

  // MARK: Lines

  /// `——————`, `* * *`: a rule. An ellipsis is text.
  private static func isLineOfDashes(_ text: String) -> Bool {
    guard text.utf8.count <= 240, let first = text.utf8.first,
      first < 0x80 || first == 0xE2 || first == 0xEF || first == 0xC2,
      (first | 0x20) &- 0x61 >= 26, first &- 0x30 >= 10
    else { return false }
    var count = 0
    // Pictures' characters carry a selector.
    for scalar in text.unicodeScalars where !scalar.isBlank && scalar.value != 0xFE0F {
      guard scalar.isOne(of: "-—–―─━＿_*＊=＝~～·－/／\\•∙●◆◇♦※★☆■□") else { return false }
      // Two dashes of full width are a dash, and alone a line.
      count += scalar == "—" || scalar == "─" || scalar == "━" ? 2 : 1
    }
    return count >= 3
  }

  /// `p.p1 {margin: 0.0px; font: 17.0px Georgia}`: what a word processor pasted besides the text, each line a rule.
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
    let button = LineShape(String(decoding: bytes[last.utf8Range], as: UTF8.self), isAtEdge: true, isLinked: true)
    guard button?.isFurniture == true else { return nil }
    let rest = text.slice(0..<last.utf8Range.lowerBound)
    guard rest.text.inkCount >= 8, rest.text.endsWithAny(of: ["。", "！", "？", "”", "」", "…", "）"]) else { return nil }
    return rest
  }

  /// `<strong>小标题</strong><br>正文…`: the first line, when it is all strong, short and no label.
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
    guard !subhead.isEmpty, !rest.isEmpty, subhead.text.inkCount <= 40,
      !subhead.text.endsWithAny(of: ["：", ":", "，", "。", "、"])
    else { return nil }
    return (subhead, rest)
  }

  // MARK: Lead

  /// A first paragraph that is all strong and as long as a sentence is the lead, not a subhead.
  private static func markLead(_ blocks: inout [Block], _ page: inout Page) {
    guard page.facts.standfirst == nil || page.facts.standfirst?.origin == .text else { return }
    var lead: Int?
    for (index, block) in blocks.enumerated() {
      switch block {
      case .figure, .embed, .rule: continue
      case .paragraph(_, .byline), .paragraph(_, .notice), .paragraph(_, .credit): continue
      case .paragraph(let text, .subhead)
      where text.text.inkCount >= 24 || text.text.inkCount >= 14 && text.text.ends(with: "。"):
        lead = index
      default: break
      }
      break
    }
    guard let lead, case .paragraph(let text, _) = blocks[lead], blocks[(lead + 1)...].contains(where: \.isProse) else {
      return
    }
    blocks[lead] = .paragraph(text, role: .standfirst)
    page.facts.standfirst = Sourced(text.text)
  }

  // MARK: Emphasis

  /// A strong paragraph that is a sentence, or that a colon announces, is stressed and heads nothing.
  private static func unmarkSentences(_ blocks: inout [Block]) {
    // 本刊：这本书写了几年？ Questions of an interview are its subheads, and so is what the same one says otherwise.
    var askers: Set<String> = []
    var hasSubhead = false
    for index in blocks.indices {
      guard case .paragraph(let text, .subhead) = blocks[index] else { continue }
      hasSubhead = true
      if text.text.ends(with: "？"), let speaker = speaker(of: text.text) { askers.insert(speaker) }
    }
    guard hasSubhead else { return }
    for index in blocks.indices {
      guard case .paragraph(let text, .subhead) = blocks[index], !opensWithNumber(text.text) else { continue }
      if readsOn(text.text) {
        if let speaker = speaker(of: text.text), askers.contains(speaker) { continue }
      } else if !pointsElsewhere(text.text), !isCommand(text.text),
        index == 0 || !announces(blocks[index - 1], text.text)
      {
        continue
      }
      blocks[index] = .paragraph(text, role: nil)
    }
  }

  private static func speaker(of text: String) -> String? {
    guard let colon = text.unicodeScalars.prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    return String(text.unicodeScalars[..<colon])
  }

  /// `2、尽可能早到。`: an item's head may be a sentence.
  private static func opensWithNumber(_ text: String) -> Bool {
    // A picture may precede the number.
    let marks = text.unicodeScalars.drop { $0.isBlank || $0.value >= 0x1F000 || $0.value == 0xFE0F }
    guard let first = marks.first else { return false }
    return first.isOne(of: "0123456789一二三四五六七八九十第①②③④⑤⑥⑦⑧⑨")
      && marks.dropFirst().prefix(3).contains { $0.isOne(of: "、.．：:)）章节節条條，") }
  }

  /// Chinese heads end with no full stop; English ones may, after a few words.
  private static func readsOn(_ text: String) -> Bool {
    if text.endsWithAny(of: ["。", "；", "，", "。”", "。」"]) { return true }
    return text.ends(with: ".") && text.utf8.count { $0 == 0x20 } >= 5
  }

  /// `延伸阅读：…`, `录音：https://…`: what leads to another text heads none, nor does `记=本刊记者`.
  private static func pointsElsewhere(_ text: String) -> Bool {
    if text.utf8.count <= 48, let sign = text.unicodeScalars.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      1...2 ~= text[..<sign].unicodeScalars.count, text.unicodeScalars.contains(where: \.isHan)
    {
      return true
    }
    if text.begins(with: "更多"), text.holdsAny(of: ["点击", "點擊"]) { return true }
    return text.holds("://")
      || text.startsWithAny(of: ["延伸阅读：", "延伸閱讀：", "相关阅读：", "相關閱讀：", "原文标题：", "原文標題：", "原标题：", "原標題："])
  }

  /// `kali > candump -c vcan0`, `site:yuelan.example "crypto"`: what is typed.
  private static func isCommand(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }), let first = text.utf8.first, first &- 0x61 < 26 || first == 0x24 else {
      return false
    }
    return text.startsWithAny(of: ["$ ", "sudo ", "apt-get ", "git clone ", "pip install "])
      || text.holdsAny(of: [" >", "site:", "intext:", "inurl:", "intitle:", "filetype:"])
  }

  /// 他给同伴下了定义：| 不肯出力的，不是同伴
  private static func announces(_ block: Block, _ text: String) -> Bool {
    guard case .paragraph(let before, nil) = block, before.text.ends(with: "：") else { return false }
    return text.holds("，")
  }

  /// What nothing follows heads nothing; text in brackets is a remark.
  private static func unmarkClosing(_ blocks: inout [Block]) {
    var isClosing = true
    for index in blocks.indices.reversed() {
      switch blocks[index] {
      case .paragraph(let text, .subhead):
        if isClosing || isRemark(text.text) { blocks[index] = .paragraph(text, role: nil) }
      case .paragraph(_, nil), .paragraph(_, .standfirst): isClosing = false
      case .paragraph, .rule: break
      default: isClosing = false
      }
    }
  }

  /// `（感谢某某对本文的帮助）`; not `（一）`.
  private static func isRemark(_ text: String) -> Bool {
    text.startsWithAny(of: ["（", "("]) && text.endsWithAny(of: ["）", ")"]) && text.inkCount >= 8
      && !text.unicodeScalars.dropFirst().contains { $0 == "（" || $0 == "(" }
  }

  // MARK: Closing

  /// `⚪`, `■`: a sign alone among the last lines ends the text.
  private static func markSigns(_ blocks: inout [Block]) {
    for index in blocks.indices.suffix(6) {
      guard case .paragraph(let text, nil) = blocks[index], text.text.utf8.count <= 9, !text.isEmpty,
        text.text.unicodeScalars.allSatisfy({
          0x25A0...0x25FF ~= $0.value || 0x26AA...0x26AB ~= $0.value || 0x2B1B...0x2B1C ~= $0.value
            || $0.value == 0xFE0F
        })
      else { continue }
      blocks[index] = .paragraph(text, role: .endmark)
    }
  }

  private static let endMarks = [
    "（完）", "(完)", "【完】", "（全文完）", "(全文完)", "（本文完）", "（End）", "(END)", "(End)", "【全文完】", "（終）", "（终）",
  ]

  /// `…说。（完）`, `…也怕」。（編輯：李小華）1120717`: marks and bylines after the last sentence.
  private static func partClosing(_ blocks: inout [Block], _ page: inout Page) {
    let last = blocks.lastIndex { if case .paragraph(_, nil) = $0 { true } else { false } }
    guard let last, case .paragraph(let text, nil) = blocks[last] else { return }
    var body = text
    var closing: [Block] = []
    for _ in 0..<3 {
      if let mark = endMarks.first(where: { body.text.ends(with: $0) }) {
        let length = body.text.utf8.count - mark.utf8.count
        closing.insert(.paragraph(StyledText(mark), role: .endmark), at: 0)
        body = body.slice(0..<length)
      } else if let (length, byline) = lastLine(body.text) ?? closingByline(body.text) {
        page.take(byline, .text)
        closing.insert(.paragraph(body.slice(length..<body.text.utf8.count), role: .byline), at: 0)
        body = body.slice(0..<length)
      } else {
        break
      }
      if body.text.inkCount < 4 { return }
    }
    guard !closing.isEmpty else { return }
    blocks[last] = .paragraph(body, role: nil)
    blocks.insert(contentsOf: closing, at: last + 1)
  }

  /// A last line that is a byline: `…。<br>翻译：某某`, `…。<br/> <br/>记者：某某 责编：某某`.
  private static func lastLine(_ text: String) -> (utf8Length: Int, byline: Byline)? {
    let last = text.withBytes { bytes -> (cut: Int, line: String)? in
      guard let cut = bytes.lastIndex(of: 0x0A), bytes.count - cut - 1 <= 240 else { return nil }
      return (cut, String(wellFormed: UnsafeBufferPointer(rebasing: bytes[(cut + 1)...])))
    }
    guard let last, let byline = Byline.read(last.line) else { return nil }
    return (last.cut, byline)
  }

  /// A bracket at the end that is a byline; a number of a wire report or `#` may follow.
  private static func closingByline(_ text: String) -> (utf8Length: Int, byline: Byline)? {
    let bracketed = text.withBytes { bytes -> String? in
      var end = bytes.count
      while end > 0, bytes[end - 1] &- 0x30 < 10 || bytes[end - 1] == 0x23 || bytes[end - 1] <= 0x20 { end -= 1 }
      let head = UnsafeBufferPointer(rebasing: bytes[..<end])
      guard bytes.count - end <= 12, ByteSearch.ends(head, with: "）") || ByteSearch.ends(head, with: ")") else {
        return nil
      }
      return String(wellFormed: head)
    }
    guard let head = bracketed else { return nil }
    let opening = head.lastIndex { $0 == "（" || $0 == "(" }
    guard let opening else { return nil }
    let inside = String(head[opening...])
    guard inside.utf8.count <= 180, inside.holdsAny(of: ["：", ":", "／", "/"]), let byline = Byline(line: inside) else {
      return nil
    }
    return (head.utf8.distance(from: head.startIndex, to: opening), byline)
  }
}
