extension StyledText {
  /// The text with its annotations in parentheses after their bases: 密钥（key）.
  var textWithAnnotations: String {
    let styled = withoutRubyText
    guard styled.spans.contains(where: { if case .ruby = $0.style { true } else { false } }) else { return styled.text }
    let bytes = Array(styled.text.utf8)
    var output: [UInt8] = []
    var copied = 0
    for span in styled.spans {
      guard case .ruby(let annotation) = span.style, span.utf8Range.upperBound >= copied,
        span.utf8Range.upperBound <= bytes.count
      else { continue }
      output += bytes[copied..<span.utf8Range.upperBound]
      output += Array("（\(annotation)）".utf8)
      copied = span.utf8Range.upperBound
    }
    return String(decoding: output + bytes[copied...], as: UTF8.self)
  }

  /// The text without its annotations, for formats that write these themselves, over or after their bases.
  ///
  /// - Complexity: O(n) in the text and in the spans.
  package var withoutRubyText: StyledText {
    guard spans.contains(where: { $0.style == .rubyText }) else { return self }
    let count = text.utf8.count
    var edits: [(range: Range<Int>, text: String)] = []
    var end = 0
    for span in spans where span.style == .rubyText {
      let range = max(end, span.utf8Range.lowerBound)..<max(end, min(span.utf8Range.upperBound, count))
      if !range.isEmpty { edits.append((range, "")) }
      end = max(end, range.upperBound)
    }
    var rest = self
    rest.spans.removeAll { $0.style == .rubyText }
    return rest.applying(edits)
  }
}
