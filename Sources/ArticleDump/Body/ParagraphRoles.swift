import Text

/// Decides which paragraphs are the standfirst, subheads and end marks, after boilerplate has been dropped.
enum ParagraphRoles {
  static func assign(_ blocks: inout [Block], _ page: inout Page) {
    markLead(&blocks, &page)
    unmarkSentences(&blocks)
    unmarkClosing(&blocks)
    markSigns(&blocks)
  }

  // MARK: Lead

  /// A first paragraph that is entirely strong and as long as a sentence is the lead, not a subhead.
  private static func markLead(_ blocks: inout [Block], _ page: inout Page) {
    guard page.facts.standfirst == nil || page.facts.standfirst?.origin == .text else { return }
    var lead: Int?
    for (index, block) in blocks.enumerated() {
      switch block {
      case .figure, .embed, .rule: continue
      case .paragraph(_, .byline), .paragraph(_, .notice), .paragraph(_, .credit): continue
      case .paragraph(let text, .subhead)
      where text.text.nonBlankCount >= 24 || text.text.nonBlankCount >= 14 && text.text.ends(with: "。"):
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

  /// A strong paragraph that is a sentence, or that a colon announces, is emphasis, not a subhead.
  private static func unmarkSentences(_ blocks: inout [Block]) {
    // 本刊：这本书写了几年？ Questions of an interview are its subheads, and so is everything else that the interviewer says.
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

  /// `2、尽可能早到。`: the head of an item may be a sentence.
  private static func opensWithNumber(_ text: String) -> Bool {
    // A picture may precede the number.
    let marks = text.unicodeScalars.drop { $0.isBlank || $0.value >= 0x1F000 || $0.value == 0xFE0F }
    guard let first = marks.first else { return false }
    return first.isOne(of: "0123456789一二三四五六七八九十第①②③④⑤⑥⑦⑧⑨")
      && marks.dropFirst().prefix(3).contains { $0.isOne(of: "、.．：:)）章节節条條，") }
  }

  /// Chinese subheads do not end with a full stop; English ones of a few words may.
  private static func readsOn(_ text: String) -> Bool {
    if text.endsWithAny(of: ["。", "；", "，", "。”", "。」"]) { return true }
    return text.ends(with: ".") && text.utf8.count { $0 == 0x20 } >= 5
  }

  /// `延伸阅读：…`, `录音：https://…`: a line that leads elsewhere is not a subhead, and neither is `记=本刊记者`.
  private static func pointsElsewhere(_ text: String) -> Bool {
    if text.utf8.count <= 48, let sign = text.unicodeScalars.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      1...2 ~= text[..<sign].unicodeScalars.count, text.unicodeScalars.contains(where: \.isHan)
    {
      return true
    }
    let plain = text.simplified
    if plain.begins(with: "更多"), plain.holds("点击") { return true }
    return plain.holds("://") || plain.startsWithAny(of: ["延伸阅读：", "相关阅读：", "原文标题：", "原标题："])
  }

  /// `kali > candump -c vcan0`, `site:yuelan.example "crypto"`: something to type.
  private static func isCommand(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }), let first = text.utf8.first, first &- 0x61 < 26 || first == 0x24 else {
      return false
    }
    return text.startsWithAny(of: ["$ ", "sudo ", "apt-get ", "git clone ", "pip install "])
      || text.holdsAny(of: [" >", "site:", "intext:", "inurl:", "intitle:", "filetype:"])
  }

  /// Whether the paragraph before announces a strong one: 他给同伴下了定义：| 不肯出力的，不是同伴
  private static func announces(_ block: Block, _ text: String) -> Bool {
    guard case .paragraph(let before, nil) = block, before.text.ends(with: "：") else { return false }
    return text.holds("，")
  }

  /// A subhead with nothing below it is a paragraph, and so is one in brackets, which is a remark.
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

  /// `（感谢某某对本文的帮助）`, but not `（一）`.
  private static func isRemark(_ text: String) -> Bool {
    text.startsWithAny(of: ["（", "("]) && text.endsWithAny(of: ["）", ")"]) && text.nonBlankCount >= 8
      && !text.unicodeScalars.dropFirst().contains { $0 == "（" || $0 == "(" }
  }

  // MARK: End marks

  /// `⚪`, `■`: a symbol alone among the last lines ends the text.
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
}
