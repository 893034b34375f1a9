import Text

/// Splits end marks and bylines off the last paragraph of the text.
enum ClosingSplitter {
  /// `…说。（完）`, `…也怕」。（編輯：李小華）1120717`: marks and bylines after the last sentence.
  static func split(_ blocks: inout [Block], _ page: inout Page) {
    let last = blocks.lastIndex { if case .paragraph(_, nil) = $0 { true } else { false } }
    guard let last, case .paragraph(let text, nil) = blocks[last] else { return }
    var body = text
    var closing: [Block] = []
    for _ in 0..<3 {
      if let mark = endMark(of: body.text) {
        let length = body.text.utf8.count - mark.utf8.count
        closing.insert(.paragraph(StyledText(mark), role: .endmark), at: 0)
        body = body.slice(0..<length)
      } else if let (length, byline) = lastLine(body.text) ?? closingByline(body.text) {
        page.propose(byline, from: .text)
        closing.insert(.paragraph(body.slice(length..<body.text.utf8.count), role: .byline), at: 0)
        body = body.slice(0..<length)
      } else {
        break
      }
      if body.text.nonBlankCount < 4 { return }
    }
    guard !closing.isEmpty else { return }
    blocks[last] = .paragraph(body, role: nil)
    blocks.insert(contentsOf: closing, at: last + 1)
  }

  /// The end mark in brackets that a text ends with: `（全文完）`, `【完】`.
  private static func endMark(of text: String) -> String? {
    guard text.endsWithAny(of: ["）", ")", "】"]), let opening = text.lastIndex(where: { "（(【".contains($0) }),
      case let mark = String(text[opening...]), LineClass(mark, isAtEdge: false) == .endMark
    else { return nil }
    return mark
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

  /// A byline in brackets at the end; the number of a wire report, or `#`, may follow.
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
