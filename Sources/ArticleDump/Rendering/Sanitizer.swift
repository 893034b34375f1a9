/// The only way from a dump to a terminal: text that can neither command it nor deceive its reader.
///
/// | what | becomes |
/// |---|---|
/// | C0 controls, ESC, DEL | their pictures: ␛, ␇, ␡ |
/// | C1 controls, noncharacters | U+FFFD |
/// | line ends of every kind | `\n` where line breaks are kept, else a space; a tab is blanks |
/// | bidirectional marks, embeddings, overrides, isolates | nothing |
/// | zero-width padding, soft hyphens, fillers, tag characters, annotation marks | nothing |
/// | ZWJ in an emoji or an Indic or Arabic word, ZWNJ in such a word, one variation selector after its base, the tags of a flag | kept |
/// | more than four combining marks on one base | the first four |
/// | a combining mark with nothing to combine with | a dotted circle under it |
///
/// Text without any of these, which is nearly all text, is found to be clean in one pass over its bytes and returned
/// unchanged. Sanitizing twice has no further effect.
public enum Sanitizer {
  /// Marks kept on one base. Vietnamese, Thai and pointed Hebrew need up to three; a curses cell holds four.
  public static let combiningMarkLimit = 4

  /// Text that is safe to display.
  ///
  /// - Parameters:
  ///   - text: Any text: a paragraph, a file name, a URL.
  ///   - keepsLineBreaks: Whether `\n` stays; otherwise the result is one line.
  /// - Complexity: O(n).
  public static func sanitized(_ text: String, keepsLineBreaks: Bool = false) -> String {
    var text = text
    let isClean = text.withUTF8 { ByteScan.isClean($0, keepsLineBreaks: keepsLineBreaks) }
    if isClean { return text }
    var filter = SanitizingFilter(keepsLineBreaks: keepsLineBreaks)
    filter.run(text)
    return filter.output
  }

  /// Whether one pass over the bytes finds nothing that could be changed, not in any of the characters by itself either.
  ///
  /// Text for which this is `false` may be returned unchanged nevertheless.
  public static func isClean(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    ByteScan.isClean(utf8, keepsLineBreaks: false)
  }

  /// Styled text that is safe to display; the spans move with their text, and disappear with it.
  public static func sanitized(_ styled: StyledText) -> StyledText {
    var text = styled.text
    let isClean = text.withUTF8 { ByteScan.isClean($0, keepsLineBreaks: true) }
    guard !isClean else { return StyledText(text, spans: styled.spans.map(sanitized), alignment: styled.alignment) }
    var filter = SanitizingFilter(keepsLineBreaks: true)
    filter.recordsOffsets = true
    filter.run(text)
    let offsets = filter.outputOffsets
    let spans = styled.spans.compactMap { span -> StyledText.Span? in
      let lower = offsets[max(0, min(span.utf8Range.lowerBound, offsets.count - 1))]
      let upper = offsets[max(0, min(span.utf8Range.upperBound, offsets.count - 1))]
      guard lower < upper else { return nil }
      return sanitized(StyledText.Span(utf8Range: lower..<upper, style: span.style))
    }
    return StyledText(filter.output, spans: spans, alignment: styled.alignment)
  }

  private static func sanitized(_ span: StyledText.Span) -> StyledText.Span {
    switch span.style {
    case .link(let url): StyledText.Span(utf8Range: span.utf8Range, style: .link(url: sanitized(url)))
    case .ruby(let annotation):
      StyledText.Span(utf8Range: span.utf8Range, style: .ruby(annotation: sanitized(annotation)))
    default: span
    }
  }

  /// The quick answer: whether no byte sequence occurs that could begin anything to be changed.
  enum ByteScan {
    static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, keepsLineBreaks: Bool) -> Bool {
      var i = 0
      let count = bytes.count
      while i < count {
        let byte = bytes[i]
        switch byte {
        case 0x20...0x7E: i += 1
        case 0x0A where keepsLineBreaks: i += 1
        // CJK from U+3000 to U+9FFF, but not the tone marks, voicing marks and the filler in U+30xx, U+31xx.
        case 0xE4...0xE9: i += 3
        case 0xE3:
          guard i + 2 < count else { return false }
          let tail = (bytes[i + 1], bytes[i + 2])
          switch tail {
          case (0x80, 0xAA...0xAF), (0x82, 0x99...0x9A), (0x85, 0xA4): return false
          default: i += 3
          }
        case 0xEF:
          // Full-width forms; the half-width filler U+FFA0 is EF BE A0.
          guard i + 2 < count, bytes[i + 1] == 0xBC || bytes[i + 1] == 0xBD else { return false }
          i += 3
        case 0xE2:
          guard i + 2 < count else { return false }
          switch (bytes[i + 1], bytes[i + 2]) {
          case (0x80, 0x8B...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xAF): return false
          case (0x83, 0x90...0xBF), (0xB3...0xB7, _): return false
          default: i += 3
          }
        case 0xC2:
          guard i + 1 < count, bytes[i + 1] >= 0xA0, bytes[i + 1] != 0xAD else { return false }
          i += 2
        // Latin, Greek and Cyrillic letters; combining marks begin with CC, CD and D2.
        case 0xC3...0xCB, 0xCE...0xD1: i += 2
        // Hangul syllables.
        case 0xEB, 0xEC: i += 3
        // Han from extension B on.
        case 0xF0:
          guard i + 3 < count, 0xA0...0xAE ~= bytes[i + 1] else { return false }
          i += 4
        default: return false
        }
      }
      return true
    }
  }
}
