import Typesetting

/// Invariants of every paragraph, whatever the text and the options.
enum ParagraphChecks {
  /// The violations in a layout; empty if there are none.
  static func faults(of layout: ParagraphLayout) -> [String] {
    coverage(of: layout) + widths(of: layout) + edges(of: layout)
  }

  /// The lines' ranges concatenate to the text; their clusters are in order and on their line.
  static func coverage(of layout: ParagraphLayout) -> [String] {
    var faults: [String] = []
    var end = 0
    for (index, line) in layout.lines.enumerated() {
      if line.utf8Range.lowerBound != end {
        faults.append("line \(index) starts at \(line.utf8Range.lowerBound), not \(end)")
      }
      if line.utf8Range.isEmpty, !layout.text.isEmpty { faults.append("line \(index) is empty") }
      end = line.utf8Range.upperBound
      var last = line.utf8Range.lowerBound
      var column = 0
      for cluster in layout.clusters(ofLineAt: index) {
        if cluster.utf8Range.lowerBound < last || cluster.utf8Range.upperBound > end || cluster.column < column {
          faults.append("line \(index): cluster \(cluster) out of order")
        }
        last = cluster.utf8Range.upperBound
        column = cluster.column + cluster.widthInCells
      }
    }
    if end != layout.text.utf8.count { faults.append("lines end at \(end) of \(layout.text.utf8.count)") }
    return faults
  }

  /// No line of more than one cluster is wider than the type area, and each line's stated width is correct.
  static func widths(of layout: ParagraphLayout) -> [String] {
    var faults: [String] = []
    for (index, line) in layout.lines.enumerated() {
      let clusters = layout.clusters(ofLineAt: index).filter { $0.widthInCells > 0 }
      let end = clusters.last.map { $0.column + $0.widthInCells } ?? line.indentInCells
      let room = layout.options.typeAreaInCells
      if end - line.hangInCells > room, clusters.count > 1 { faults.append("line \(index) is \(end) wide") }
      if line.hangInCells > 2 || (line.hangInCells > 0 && layout.options.hanging == .none) {
        faults.append("line \(index) hangs \(line.hangInCells)")
      }
      let told = line.indentInCells + line.widthInCells + line.hangInCells
      if layout.options.justifies || layout.options.fillsGently ? end < told : end != told {
        faults.append("line \(index) ends at \(end), tells \(told)")
      }
    }
    return faults
  }

  /// Like `faults`, but examines only lines whose first or last character is suspicious.
  static func quickFaults(of layout: ParagraphLayout) -> [String] {
    var faults: [String] = []
    let utf8 = Array(layout.text.utf8)
    var end = 0
    var isSuspect = false
    for line in layout.lines {
      if line.utf8Range.lowerBound != end { faults.append("a line starts at \(line.utf8Range.lowerBound), not \(end)") }
      end = line.utf8Range.upperBound
      let clip = utf8[line.utf8Range]
      if neverStartBytes.contains(Array(clip.prefix(3))) || neverStartBytes.contains(Array(clip.prefix(2)))
        || neverStartBytes.contains(Array(clip.prefix(1))) || neverEndBytes.contains(Array(clip.suffix(3)))
      {
        isSuspect = true
      }
      let shown = String(decoding: clip, as: UTF8.self)
      let width = line.indentInCells + line.widthInCells
      if width > layout.options.typeAreaInCells, shown.count > 1 { faults.append("\(shown) is \(width) wide") }
    }
    if end != utf8.count { faults.append("lines end at \(end) of \(utf8.count)") }
    return isSuspect ? faults + Self.faults(of: layout) : faults
  }

  static let neverStartBytes = Set(neverStart.map { Array(String($0).utf8) })
  static let neverEndBytes = Set(neverEnd.map { Array(String($0).utf8) })
  static let neverStart = Set("。．，、：；！？‼⁇⁈⁉」』”’）》〉】〗〕］｝～-–·・‧/／")
  static let neverEnd = Set("「『“‘（《〈【〖〔［｛")

  /// No line starts or ends with a prohibited mark, except where the line is too narrow for anything else.
  static func edges(of layout: ParagraphLayout) -> [String] {
    guard layout.options.prohibition != .none else { return [] }
    var faults: [String] = []
    for index in layout.lines.indices.dropFirst() where !layout.lines[index - 1].endsSegment {
      let before = shown(layout, index - 1)
      let after = shown(layout, index)
      guard let end = before.last, let start = after.first else { continue }
      guard neverStart.contains(start) || neverEnd.contains(end) else { continue }
      if !isForced(layout, before, start) { faults.append("line \(index - 1): \(before)|\(after)") }
    }
    return faults
  }

  /// Whether the line before contains no place where it could have ended correctly.
  private static func isForced(_ layout: ParagraphLayout, _ before: [Character], _ start: Character) -> Bool {
    let characters = before + [start]
    for index in characters.indices.dropFirst().dropLast() {
      let (end, start) = (characters[index - 1], characters[index])
      let isHan = { (character: Character) in ("\u{4E00}"..."\u{9FFF}").contains(character) }
      if isHan(start), isHan(end) { return false }
      if isHan(start), !neverEnd.contains(end), !"/／—-–".contains(end), end.isLetter || end.isNumber { return false }
    }
    return true
  }

  private static func shown(_ layout: ParagraphLayout, _ index: Int) -> [Character] {
    let utf8 = Array(layout.text.utf8)
    return layout.clusters(ofLineAt: index).filter { $0.widthInCells > 0 }.flatMap {
      Array(String(decoding: utf8[$0.utf8Range], as: UTF8.self))
    }
  }
}
