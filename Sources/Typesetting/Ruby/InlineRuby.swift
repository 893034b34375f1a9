/// An annotation over a range of text: pinyin or bopomofo over Han.
public struct RubySpan: Sendable, Hashable {
  /// The base, in the source text; spans are in order and do not overlap.
  public var utf8Range: Range<Int>
  /// The reading or gloss; an empty one is ignored.
  public var annotation: String

  public init(utf8Range: Range<Int>, annotation: String) {
    self.utf8Range = utf8Range
    self.annotation = annotation
  }
}

/// Ruby set within the line: 汉(hàn)字(zì).
///
/// The text is for display only; offsets map to the source and back, and search and copying use the source.
public struct InlineRuby: Sendable {
  /// The text with annotations in parentheses after their bases.
  public let text: String
  /// Where the annotations are in `text`, parentheses included.
  public let annotationRanges: [Range<Int>]

  /// Writes annotations into a text. Spans that are out of order, overlap, or reach past the end are ignored.
  ///
  /// - Complexity: O(n).
  public init(_ source: String, spans: [RubySpan]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var copied = 0
    let utf8 = Array(source.utf8)
    for span in spans where span.utf8Range.lowerBound >= copied && span.utf8Range.upperBound <= utf8.count {
      guard !span.annotation.isEmpty else { continue }
      bytes += utf8[copied..<span.utf8Range.upperBound]
      copied = span.utf8Range.upperBound
      let start = bytes.count
      bytes += Array("(\(span.annotation))".utf8)
      ranges.append(start..<bytes.count)
    }
    bytes += utf8[copied...]
    text = String(decoding: bytes, as: UTF8.self)
    annotationRanges = ranges
  }

  /// The offset in the source; an offset in an annotation belongs to the end of its base.
  public func sourceOffset(ofUTF8Offset utf8Offset: Int) -> Int {
    var shift = 0
    for range in annotationRanges {
      if utf8Offset < range.lowerBound { break }
      if utf8Offset < range.upperBound { return range.lowerBound - shift }
      shift += range.count
    }
    return utf8Offset - shift
  }

  /// The offset in `text` of a source offset.
  public func utf8Offset(ofSourceOffset sourceOffset: Int) -> Int {
    var offset = sourceOffset
    for range in annotationRanges where offset >= range.lowerBound { offset += range.count }
    return offset
  }
}
