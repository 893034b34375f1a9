import Text

/// Cloudflare hides addresses as `[email protected]` and stores them in hexadecimal, with each byte XORed with the
/// first.
enum ProtectedEmail {
  /// - Parameter code: The value of `data-cfemail`, or what follows `#` in `/cdn-cgi/l/email-protection#…`.
  /// - Returns: The address; `nil` if the code does not contain one.
  static func decoded(_ code: String) -> String? {
    let digits = code.utf8.compactMap(ImageURL.hexValue)
    guard digits.count == code.utf8.count, digits.count >= 4, digits.count.isMultiple(of: 2) else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let address = String(decoding: bytes.dropFirst().map { $0 ^ bytes[0] }, as: UTF8.self)
    return address.holds("@") && !address.unicodeScalars.contains { $0.value < 0x20 } ? address : nil
  }
}

extension ProtectedEmail {
  /// Restores the addresses, in document order, where the text has `[email protected]`.
  static func restored(_ blocks: [Block], _ addresses: [String?]) -> [Block] {
    var rest = addresses[...]
    return blocks.map { restored($0, &rest) }
  }

  private static func restored(_ block: Block, _ rest: inout ArraySlice<String?>) -> Block {
    switch block {
    case .paragraph(let text, let role): return .paragraph(restored(text, &rest), role: role)
    case .heading(let text, let level): return .heading(restored(text, &rest), level: level)
    case .quote(let blocks):
      var inner: [Block] = []
      for block in blocks { inner.append(restored(block, &rest)) }
      return .quote(inner)
    case .list(var list):
      for index in list.items.indices {
        for place in list.items[index].indices { list.items[index][place] = restored(list.items[index][place], &rest) }
      }
      return .list(list)
    default: return block
    }
  }

  private static func restored(_ text: StyledText, _ rest: inout ArraySlice<String?>) -> StyledText {
    var text = text
    for placeholder in ["[email\u{A0}protected]", "[email protected]"] {
      while !rest.isEmpty, let start = text.text.utf8Index(of: placeholder) {
        guard let address = rest.popFirst() ?? nil else { return text }
        let lower = text.text.utf8.distance(from: text.text.startIndex, to: start)
        text.replace(utf8Range: lower..<lower + placeholder.utf8.count, with: address)
      }
    }
    return text
  }
}

extension StyledText {
  /// Replaces a range of the text and moves the spans. A span that touches the range covers the new text.
  mutating func replace(utf8Range range: Range<Int>, with replacement: String) {
    let bytes = Array(text.utf8)
    let change = replacement.utf8.count - range.count
    text =
      String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    spans = spans.compactMap { span in
      var lower = span.utf8Range.lowerBound
      var upper = span.utf8Range.upperBound
      if lower >= range.upperBound { lower += change } else if lower > range.lowerBound { lower = range.lowerBound }
      if upper >= range.upperBound { upper += change } else if upper > range.lowerBound { upper = range.lowerBound }
      return lower < upper ? Span(utf8Range: lower..<upper, style: span.style) : nil
    }
  }
}
