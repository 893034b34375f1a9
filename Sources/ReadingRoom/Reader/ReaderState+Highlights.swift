import Typesetting

/// A range of a leaf's text that is shown in a role of its own.
struct MarkedRange: Sendable, Hashable {
  var leaf: Int
  /// UTF-8 offsets in the leaf's text.
  var utf8Range: Range<Int>
  var role: Role
}

extension ReaderState {
  /// The text as it was written, whatever script it is shown in.
  var written: Flow { converted?.original ?? flow }

  /// Finds the highlights in the displayed text.
  func placed(_ highlights: [Highlight]) -> (ranges: [String: Range<Int>], marks: [MarkedRange]) {
    // A page before cleaning is not the text that was highlighted.
    guard !highlights.isEmpty, offsetOfArticle == nil else { return ([:], []) }
    let finder = PassageFinder(written)
    var ranges: [String: Range<Int>] = [:]
    var marks: [MarkedRange] = []
    for highlight in highlights {
      guard let range = finder.range(of: highlight.quotation, near: highlight.utf8Range) else { continue }
      let shown = shownRange(ofWritten: range)
      ranges[highlight.key] = shown
      marks += flow.parts(of: shown).map {
        MarkedRange(leaf: $0.leaf, utf8Range: $0.utf8Range, role: highlight.color.role)
      }
    }
    // A stable order for drawing: by place, with the later one on top.
    return (
      ranges, marks.enumerated().sorted { ($0.element.leaf, $0.offset) < ($1.element.leaf, $1.offset) }.map(\.element)
    )
  }

  /// The marks in a leaf: highlights, over them the sentence that is being spoken, and over both the selection.
  func marks(inLeaf leaf: Int) -> [MarkedRange] {
    let first = highlightMarks.partitioningIndex { $0.leaf >= leaf }
    var marks = Array(highlightMarks[first...].prefix { $0.leaf == leaf })
    if let aloud {
      marks += flow.parts(of: aloud.sentence).filter { $0.leaf == leaf }
        .map { MarkedRange(leaf: leaf, utf8Range: $0.utf8Range, role: .spoken) }
    }
    if let selection {
      marks += flow.parts(of: selection.utf8Range).filter { $0.leaf == leaf }
        .map { MarkedRange(leaf: leaf, utf8Range: $0.utf8Range, role: .selectedText) }
    }
    return marks
  }

  /// The highlight that the selection touches; of several, the one made last.
  var highlightAtSelection: Highlight? {
    guard let range = selection?.utf8Range else { return nil }
    return loaded.highlights.last { highlightRanges[$0.key]?.overlaps(range) ?? false }
  }

  /// The selection, as it was written: its place and its words.
  var selectedPassage: (utf8Range: Range<Int>, quotation: String)? {
    guard let range = selection?.utf8Range, offsetOfArticle == nil else { return nil }
    let start = writtenOffset(of: range.lowerBound)
    let inWriting = start..<max(start, writtenOffset(of: range.upperBound))
    let quotation = written.text(in: inWriting)
    return quotation.isEmpty ? nil : (inWriting, quotation)
  }

  /// The selected words, as they are displayed.
  var selectedText: String? { selection.map { flow.text(in: $0.utf8Range) } }

  // MARK: Selecting

  /// Selects the unit at an offset, or the first one on the screen.
  mutating func select(_ unit: TextUnit, at utf8Offset: Int? = nil) {
    guard let range = flow.range(of: unit, at: utf8Offset ?? topOffset) else { return }
    selection = Selection(unit: unit, at: range)
    showSelection()
  }

  mutating func moveSelection(by step: Int, extending: Bool) -> Bool {
    guard selection?.move(by: step, extending: extending, in: flow) == true else { return false }
    showSelection()
    return true
  }

  mutating func changeSelection(to unit: TextUnit) {
    selection?.become(unit, in: flow)
    showSelection()
  }

  /// Moves to the unit on the row above or below, in the column of the moving end.
  mutating func moveSelection(byRows step: Int, extending: Bool) -> Bool {
    guard var selection else { return false }
    let offset = selection.head.lowerBound
    var place = self.place(of: offset)
    let column = self.column(of: offset, in: place) ?? 0
    for _ in 0..<64 {
      let next = advance(place, by: step)
      guard next != place else { return false }
      place = next
      guard let target = self.offset(inColumn: column, of: place),
        let range = flow.range(of: selection.unit, at: target),
        step > 0 ? range.lowerBound > selection.head.lowerBound : range.lowerBound < selection.head.lowerBound
      else { continue }
      selection.head = range
      if !extending { selection.anchor = range }
      self.selection = selection
      showSelection()
      return true
    }
    return false
  }

  /// The offset displayed at a column of a row, or the nearest one.
  mutating func offset(inColumn column: Int, of place: RowPlace) -> Int? {
    guard !flow.leaves[place.leaf].isMadeByRoom else { return nil }
    let glyphs = layout(place.leaf).glyphs(ofRow: place.row, metrics: metrics).filter { $0.utf8Offset != nil }
    let nearest = glyphs.min { abs($0.column - column) < abs($1.column - column) }
    return nearest?.utf8Offset.map { flow.leaves[place.leaf].base + $0 }
  }

  /// The offset of the text displayed at a place on the screen; `nil` if there is none. A reading counts as its
  /// character.
  mutating func offset(at position: Position, in region: Region) -> Int? {
    guard region.contains(position) else { return nil }
    let left = region.column + metrics.leftInCells
    for (index, place) in visibleRows.enumerated() {
      let column: Int
      if metrics.isVertical {
        let edge = left + metrics.verticalPage.leftEdge(ofColumn: index)
        guard edge..<edge + 2 ~= position.column else { continue }
        column = position.row - region.row - (region.rows - metrics.measureInRows) / 2
      } else {
        guard region.row + index == position.row else { continue }
        column = position.column - left
      }
      let layout = layout(place.leaf)
      if layout.isReadings(place.row) {
        return layout.utf8Offset(ofReadingInColumn: column, row: place.row).map { flow.leaves[place.leaf].base + $0 }
      }
      // Between characters that readings push apart, the nearer one is meant.
      let reach = layout.widestGapInCells / 2 + 1
      func distance(to glyph: PlacedGlyph) -> Int {
        let extent = metrics.isVertical ? 1 : Int(glyph.glyph.widthInCells)
        return max(glyph.column - column, column - glyph.column - extent + 1, 0)
      }
      let glyphs = layout.glyphs(ofRow: place.row, metrics: metrics).filter { $0.utf8Offset != nil }
      guard let touched = glyphs.min(by: { distance(to: $0) < distance(to: $1) }), distance(to: touched) <= reach
      else { return nil }
      return touched.utf8Offset.map { flow.leaves[place.leaf].base + $0 }
    }
    return nil
  }

  private mutating func column(of utf8Offset: Int, in place: RowPlace) -> Int? {
    let inner = utf8Offset - flow.leaves[place.leaf].base
    let glyphs = layout(place.leaf).glyphs(ofRow: place.row, metrics: metrics)
    return glyphs.last { ($0.utf8Offset ?? .max) <= inner }?.column
  }

  /// Scrolls the moving end into view.
  mutating func showSelection() {
    guard let selection else { return }
    let first = place(of: selection.head.lowerBound)
    let last = place(of: max(selection.head.lowerBound, selection.head.upperBound - 1))
    guard let top = visibleRows.first, let bottom = visibleRows.last, first < top || last > bottom else { return }
    if first < top {
      go(to: selection.head.lowerBound, rowsAbove: rowsAboveJump)
    } else {
      scroll(by: distance(from: bottom, to: last))
      if let top = visibleRows.first, first < top { go(to: selection.head.lowerBound, rowsAbove: 0) }
    }
  }

  private mutating func distance(from start: RowPlace, to end: RowPlace) -> Int {
    var rows = 0
    var place = start
    while place < end, rows < 10_000 {
      place = advance(place, by: 1)
      rows += 1
    }
    return rows
  }
}

extension Flow {
  /// The ranges of leaves that a range of the reading text covers.
  func parts(of range: Range<Int>) -> [(leaf: Int, utf8Range: Range<Int>)] {
    guard !range.isEmpty else { return [] }
    var parts: [(leaf: Int, utf8Range: Range<Int>)] = []
    var leaf = locate(range.lowerBound).leaf
    while leaf < leaves.count, leaves[leaf].base < range.upperBound {
      let part = (range.lowerBound - leaves[leaf].base..<range.upperBound - leaves[leaf].base)
        .clamped(to: 0..<leaves[leaf].utf8Count)
      if !part.isEmpty { parts.append((leaf, part)) }
      leaf += 1
    }
    return parts
  }
}

extension Highlight.Color {
  var role: Role {
    switch self {
    case .yellow: .highlightYellow
    case .green: .highlightGreen
    case .blue: .highlightBlue
    case .pink: .highlightPink
    }
  }
}
