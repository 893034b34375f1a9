import Text

/// The text of one paragraph while it is collected, with its open styles.
struct InlineRun {
  var collector: TextCollector
  private var spans: [StyledText.Span] = []
  private var open: [Open] = []

  private struct Open {
    var style: InlineStyle
    var start: Int
  }

  /// - Parameter isWellFormed: Whether all text that will be appended is known to be well-formed.
  init(isWellFormed: Bool) { collector = TextCollector(isWellFormed: isWellFormed) }

  /// Opens a style for the text that follows. Does nothing and returns false if the same style, or too many, are
  /// already open.
  ///
  /// Superscripts may nest, since they are converted to text.
  mutating func open(_ style: InlineStyle, atMost limit: Int) -> Bool {
    guard open.count < limit else { return false }
    if open.count(where: { $0.style == style }) > (style.script == nil ? 0 : 1) { return false }
    open.append(Open(style: style, start: collector.count))
    return true
  }

  /// Closes the style that was opened last.
  mutating func close() {
    guard let last = open.popLast() else { return }
    if let script = last.style.script { spell(script, from: last.start) }
    record(last.style, from: last.start)
  }

  /// Applies a style to the text from an offset on.
  mutating func record(_ style: InlineStyle, from start: Int) {
    guard collector.count > start else { return }
    spans.append(StyledText.Span(utf8Range: start..<collector.count, style: style))
  }

  // MARK: Superscripts and subscripts

  /// Converts the text from an offset on to superscript or subscript characters, adjusting the styles in and around it.
  private mutating func spell(_ script: ScriptPosition, from start: Int) {
    let end = collector.count
    guard start < end, end - start <= 4 * ScriptPosition.limitInCharacters + 8 else { return }
    let (place, stretch, blanks) = collector.withBytes { bytes -> (Range<Int>, String, String) in
      let place = TextPadding.trimmedRange(of: bytes, in: start..<end)
      func text(in range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
      return (place, text(in: place), text(in: place.upperBound..<end))
    }
    // Ill-formed text becomes longer when it is repaired.
    guard stretch.utf8.count == place.count, let spelling = script.spelling(of: stretch) else { return }
    // ^( or _(, which are not forms.
    let isBracketed = spelling.utf8.first == 0x5E || spelling.utf8.first == 0x5F
    let offsets = Self.offsets(in: spelling, of: stretch)
    func moved(_ offset: Int) -> Int {
      guard offset >= place.lowerBound else { return offset }
      let inside = min(offset, place.upperBound) - place.lowerBound
      return place.lowerBound + (isBracketed ? inside + 2 : offsets[inside])
    }
    collector.replaceText(from: place.lowerBound, with: spelling + blanks)
    for index in spans.indices.reversed() {
      guard spans[index].utf8Range.upperBound > start else { break }
      let range = spans[index].utf8Range
      spans[index].utf8Range = moved(range.lowerBound)..<moved(range.upperBound)
    }
    for index in open.indices where open[index].start > start { open[index].start = moved(open[index].start) }
  }

  /// The offset of each byte of a text in a spelling that has a form for each character.
  private static func offsets(in spelling: String, of text: String) -> [Int] {
    var offsets: [Int] = []
    var place = 0
    for (scalar, form) in zip(text.unicodeScalars, spelling.unicodeScalars) {
      offsets += repeatElement(place, count: UTF8.width(scalar))
      place += UTF8.width(form)
    }
    return offsets + [place]
  }

  // MARK: Taking

  /// Whether nothing is visible on the current line.
  var isAtLineStart: Bool {
    collector.withBytes { bytes in
      Self.isBlank(bytes, from: bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    }
  }

  /// Whether nothing visible was collected.
  var isBlank: Bool { collector.isEmpty || collector.withBytes { Self.isBlank($0, from: 0) } }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    TextPadding.trimmedRange(of: bytes, in: start..<bytes.count).isEmpty
  }

  /// Ends the paragraph and returns it trimmed, or nil if nothing is visible. The next one begins with the same open
  /// styles.
  mutating func finish() -> StyledText? {
    defer {
      collector.removeAll()
      if !spans.isEmpty { spans.removeAll(keepingCapacity: true) }
      for index in open.indices { open[index].start = 0 }
    }
    guard !collector.isEmpty else { return nil }
    // Innermost first, since its text also belongs to the outer ones.
    for style in open.reversed() {
      if let script = style.style.script { spell(script, from: style.start) }
      record(style.style, from: style.start)
    }
    return collector.withBytes { bytes in
      let kept = TextPadding.trimmedRange(of: bytes, in: 0..<bytes.count)
      guard !kept.isEmpty else { return nil }
      let text = String(UnsafeBufferPointer(rebasing: bytes[kept]), isWellFormed: collector.isWellFormed)
      return StyledText(text, spans: spans.isEmpty ? [] : Self.settled(spans, bytes, kept))
    }
  }

  /// The spans relative to the trimmed text, without white space at their ends, with adjacent ones of the same style
  /// joined.
  private static func settled(
    _ spans: [StyledText.Span], _ bytes: UnsafeBufferPointer<UInt8>, _ kept: Range<Int>
  ) -> [StyledText.Span] {
    var settled: [StyledText.Span] = []
    settled.reserveCapacity(spans.count)
    for span in spans {
      var lower = max(span.utf8Range.lowerBound, kept.lowerBound)
      var upper = min(span.utf8Range.upperBound, kept.upperBound)
      while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
      while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
      guard lower < upper else { continue }
      settled.append(
        StyledText.Span(utf8Range: lower - kept.lowerBound..<upper - kept.lowerBound, style: span.style))
    }
    settled.sort(by: StyledText.precedes)
    return StyledText.joiningTouchingSpans(settled)
  }
}

extension InlineStyle {
  /// Superscript or subscript.
  var script: ScriptPosition? {
    switch self {
    case .superscript: .superscript
    case .subscript: .subscript
    default: nil
    }
  }
}

extension StyledText {
  /// The order of spans: by start, then the longer one first.
  static func precedes(_ a: Span, _ b: Span) -> Bool {
    (a.utf8Range.lowerBound, -a.utf8Range.upperBound) < (b.utf8Range.lowerBound, -b.utf8Range.upperBound)
  }

  /// Spans in order, with adjacent ones of the same style joined.
  static func joiningTouchingSpans(_ spans: [Span]) -> [Span] {
    guard spans.count > 1 else { return spans }
    var result: [Span] = []
    result.reserveCapacity(spans.count)
    // Where in the result the latest span of each style is; a text with many spans uses a table.
    var latest: [InlineStyle: Int] = [:]
    let isShort = spans.count <= 16
    for span in spans {
      let index = isShort ? result.lastIndex { $0.style == span.style } : latest[span.style]
      if let index, result[index].utf8Range.upperBound >= span.utf8Range.lowerBound {
        let range = result[index].utf8Range
        result[index].utf8Range = range.lowerBound..<max(range.upperBound, span.utf8Range.upperBound)
      } else {
        if !isShort { latest[span.style] = result.count }
        result.append(span)
      }
    }
    // A span that grew may have to move before one that it now contains.
    if result.count < spans.count { result.sort(by: precedes) }
    return result
  }

  /// Appends another text and its spans; adjacent spans of the same style are joined.
  ///
  /// - Complexity: O(n) in the other text, so many pieces become one text in linear time.
  mutating func append(_ other: StyledText, separator: String = "") {
    let end = text.utf8.count
    let shift = end + separator.utf8.count
    text += separator
    text += other.text
    for span in other.spans {
      let moved = Span(
        utf8Range: span.utf8Range.lowerBound + shift..<span.utf8Range.upperBound + shift, style: span.style)
      // Only spans at the seam can be adjacent, and few end there.
      let isAtSeam = moved.utf8Range.lowerBound == end
      let touching = isAtSeam ? spans.suffix(Self.seamInSpans).lastIndex { $0.style == span.style } : nil
      if let touching, spans[touching].utf8Range.upperBound >= end {
        let lower = spans[touching].utf8Range.lowerBound
        spans[touching].utf8Range = lower..<max(spans[touching].utf8Range.upperBound, moved.utf8Range.upperBound)
        spans[Swift.max(0, touching - Self.seamInSpans)...].sort(by: Self.precedes)
      } else {
        spans.append(moved)
      }
    }
  }

  /// How many spans are searched for one that continues in the next piece.
  private static let seamInSpans = 64

  /// The part between two UTF-8 offsets, trimmed, or nil if nothing in it is visible.
  func part(_ range: Range<Int>) -> StyledText? { parts([range]).first }

  /// The visible parts between ascending offsets, each trimmed.
  ///
  /// - Complexity: O(n) in the text and in the spans of the parts.
  func parts(_ ranges: [Range<Int>]) -> [StyledText] {
    var parts: [StyledText] = []
    // The spans that may extend into the next part, and the first that has not been examined yet.
    var reaching: [Span] = []
    var next = 0
    text.withBytes { bytes in
      for range in ranges {
        let kept = TextPadding.trimmedRange(of: bytes, in: range)
        guard !kept.isEmpty else { continue }
        while next < spans.count, spans[next].utf8Range.lowerBound < kept.upperBound {
          reaching.append(spans[next])
          next += 1
        }
        reaching.removeAll { $0.utf8Range.upperBound <= kept.lowerBound }
        var part = StyledText(
          String(decoding: UnsafeBufferPointer(rebasing: bytes[kept]), as: UTF8.self), alignment: alignment)
        for span in reaching {
          let clipped = span.utf8Range.clamped(to: kept)
          part.spans.append(
            Span(
              utf8Range: clipped.lowerBound - kept.lowerBound..<clipped.upperBound - kept.lowerBound,
              style: span.style))
        }
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether every character that shows is strong.
  var isAllStrong: Bool {
    guard spans.contains(where: { $0.style == .strong }) else { return false }
    var covered = 0
    let bytes = Array(text.utf8)
    func isBlank(_ range: Range<Int>) -> Bool {
      bytes.withUnsafeBufferPointer { TextPadding.trimmedRange(of: $0, in: range).isEmpty }
    }
    for span in spans where span.style == .strong {
      if span.utf8Range.lowerBound > covered, !isBlank(covered..<span.utf8Range.lowerBound) { return false }
      covered = max(covered, span.utf8Range.upperBound)
    }
    return covered >= bytes.count || isBlank(covered..<bytes.count)
  }
}
