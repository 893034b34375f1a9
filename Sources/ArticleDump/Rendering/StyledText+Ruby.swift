extension StyledText {
  /// The text with what stands over it in parentheses behind it: 密钥（key）.
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

  /// The text without the annotations in it, for what writes them itself, over their bases or behind them.
  ///
  /// - Complexity: O(n) in the text and in the spans.
  package var withoutRubyText: StyledText {
    guard spans.contains(where: { $0.style == .rubyText }) else { return self }
    let bytes = Array(text.utf8)
    // How many bytes went before each offset.
    var removed = [Int](repeating: 0, count: bytes.count + 1)
    var end = 0
    for span in spans where span.style == .rubyText {
      for offset in max(end, span.utf8Range.lowerBound)..<max(end, min(span.utf8Range.upperBound, bytes.count)) {
        removed[offset + 1] = 1
      }
      end = max(end, span.utf8Range.upperBound)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for offset in bytes.indices {
      if removed[offset + 1] == 0 { output.append(bytes[offset]) }
      removed[offset + 1] += removed[offset]
    }
    var result = StyledText(String(decoding: output, as: UTF8.self), alignment: alignment)
    for span in spans where span.style != .rubyText {
      let range = span.utf8Range.clamped(to: 0..<bytes.count)
      let kept = range.lowerBound - removed[range.lowerBound]..<range.upperBound - removed[range.upperBound]
      if !kept.isEmpty { result.spans.append(Span(utf8Range: kept, style: span.style)) }
    }
    return result
  }
}
