import Typesetting

/// What a command printed, in a room of its own.
struct OutputState: Sendable {
  var command: String
  /// 0 on success.
  var status: Int32
  private(set) var top = 0
  private var lines: [String]
  /// The lines, wrapped at a width.
  private(set) var rows: [CellText] = []
  private var widthInCells = 0

  init(command: String, text: String, status: Int32) {
    self.command = command
    self.status = status
    lines = plainOutput(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  mutating func set(widthInCells: Int, height: Int, ambiguous: AmbiguousWidth) {
    if widthInCells != self.widthInCells {
      self.widthInCells = widthInCells
      rows = lines.flatMap { Self.folded(CellText($0, ambiguous: ambiguous), widthInCells) }
    }
    top = max(0, min(top, rows.count - height))
  }

  mutating func scroll(by steps: Int, height: Int) { top = top.moved(by: steps, within: rows.count - height + 1) }

  private static func folded(_ text: CellText, _ width: Int) -> [CellText] {
    var rows: [CellText] = []
    var start = 0
    var taken = 0
    for (index, glyph) in text.glyphs.enumerated() {
      if taken + Int(glyph.widthInCells) > width {
        rows.append(text.part(start..<index))
        start = index
        taken = 0
      }
      taken += Int(glyph.widthInCells)
    }
    return rows + [text.part(start..<text.glyphs.count)]
  }
}
