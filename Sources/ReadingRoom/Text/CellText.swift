import Typesetting

/// One cluster that is ready to be drawn.
struct Glyph: Sendable, Hashable {
  var cluster: String
  /// 1 or 2.
  var widthInCells: UInt8
  var isWidthUncertain = false
}

/// A line of text cut into clusters, sanitized and measured once, to be drawn many times.
struct CellText: Sendable, Hashable {
  private(set) var glyphs: [Glyph] = []
  private(set) var widthInCells = 0

  init() {}

  /// Prepares text from anywhere: it is sanitized, and line breaks become blanks.
  init(_ text: String, ambiguous: AmbiguousWidth) {
    append(text, ambiguous: ambiguous)
  }

  mutating func append(_ text: String, ambiguous: AmbiguousWidth) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      glyphs.reserveCapacity(glyphs.count + text.utf8.count)
      for byte in text.utf8 {
        glyphs.append(Glyph(cluster: asciiClusters[Int(byte)], widthInCells: 1))
      }
      widthInCells += text.utf8.count
      return
    }
    let clean = sanitizedLine(text)
    var options = LayoutOptions(measureInCells: Int.max / 4)
    options.prohibition = .none
    options.ambiguousWidth = ambiguous
    options.avoidsShortLastLine = false
    options.stripsPadding = false
    options.keepsEvenTypeArea = false
    let layout = ParagraphLayout(clean, options: options)
    let utf8 = clean.utf8
    for positioned in layout.clusters(ofLineAt: 0) where positioned.widthInCells > 0 {
      let start = utf8.index(utf8.startIndex, offsetBy: positioned.utf8Range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: positioned.utf8Range.upperBound)
      glyphs.append(
        Glyph(
          cluster: String(clean[start..<end]), widthInCells: UInt8(min(2, positioned.widthInCells)),
          isWidthUncertain: positioned.isWidthUncertain))
      widthInCells += min(2, positioned.widthInCells)
    }
  }

  /// Some of the clusters, by their indices in `glyphs`.
  func part(_ range: Range<Int>) -> CellText {
    var part = CellText()
    part.glyphs = Array(glyphs[range])
    part.widthInCells = part.glyphs.reduce(0) { $0 + Int($1.widthInCells) }
    return part
  }

  /// The same text, no wider than this, with an ellipsis in place of anything missing.
  func clipped(toCells cells: Int, ambiguous: AmbiguousWidth) -> CellText {
    guard widthInCells > cells else { return self }
    let ellipsis = CellText("…", ambiguous: ambiguous)
    guard cells >= ellipsis.widthInCells else { return CellText() }
    var clipped = CellText()
    for glyph in glyphs {
      guard clipped.widthInCells + Int(glyph.widthInCells) + ellipsis.widthInCells <= cells else { break }
      clipped.glyphs.append(glyph)
      clipped.widthInCells += Int(glyph.widthInCells)
    }
    clipped.glyphs += ellipsis.glyphs
    clipped.widthInCells += ellipsis.widthInCells
    return clipped
  }
}

/// Clusters of the ASCII characters, made once.
private let asciiClusters: [String] = (0..<128).map { String(UnicodeScalar(UInt8($0))) }
