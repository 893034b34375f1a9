/// Turns a text into columns: makes units of one row each, wraps them, places them.
struct VerticalComposer {
  let text: UTF8Text
  let options: VerticalOptions
  private let units: [WrapUnit]

  init(text: UTF8Text, options: VerticalOptions) {
    self.text = text
    self.options = options
    var layoutOptions = LayoutOptions(measureInCells: 2)
    layoutOptions.prohibition = options.prohibition
    layoutOptions.ambiguousWidth = options.ambiguousWidth
    units = Self.units(WrapUnit.clusters(of: text, layoutOptions), in: text)
  }

  /// One row for every cluster; two digits that stand alone share one (CLREQ: 纵中横), a two-em dash takes two.
  private static func units(_ clusters: [WrapUnit], in text: UTF8Text) -> [WrapUnit] {
    var units: [WrapUnit] = []
    units.reserveCapacity(clusters.count)
    var index = 0
    while index < clusters.count {
      var unit = clusters[index]
      if isDigit(unit, text) {
        var end = index + 1
        while end < clusters.count, isDigit(clusters[end], text) { end += 1 }
        let standsAlone = !isLatin(clusters, index - 1, text) && !isLatin(clusters, end, text)
        if end - index == 2, standsAlone {
          unit.utf8Range = unit.utf8Range.lowerBound..<clusters[index + 1].utf8Range.upperBound
          unit.size = 1
          units.append(unit)
        } else {
          units += clusters[index..<end].map {
            var digit = $0
            digit.size = 1
            return digit
          }
        }
        index = end
        continue
      }
      if unit.isBlank {
        unit.size = isLatin(clusters, index - 1, text) && isLatin(clusters, index + 1, text) ? 1 : isWide(unit) ? 1 : 0
      } else if unit.size > 0 {
        unit.size = unit.mark == .longDash ? 2 : 1
      }
      units.append(unit)
      index += 1
    }
    return units
  }

  private static func isWide(_ unit: WrapUnit) -> Bool {
    unit.size == 2
  }

  private static func isDigit(_ unit: WrapUnit, _ text: UTF8Text) -> Bool {
    unit.utf8Range.count == 1 && text.bytes[unit.utf8Range.lowerBound] &- 0x30 < 10
  }

  /// Whether a printable ASCII character is at an index.
  private static func isLatin(_ clusters: [WrapUnit], _ index: Int, _ text: UTF8Text) -> Bool {
    guard clusters.indices.contains(index) else { return false }
    return 0x21...0x7E ~= text.bytes[clusters[index].utf8Range.lowerBound]
  }

  func columns() -> [VerticalColumn] {
    let measure = max(1, options.measureInRows)
    let indent = min(max(0, options.firstColumnIndentInRows), measure - 1)
    let wrapper = UnitWrapper(
      units: units, firstLimit: measure - indent, limit: measure, hanging: options.hanging,
      indentsSegments: options.indentsSegments, avoidsShortLastLine: options.avoidsShortLastColumn)
    return wrapper.lines().map { place(units: $0, indent: wrapper.isFirstLine(from: $0.lowerBound) ? indent : 0) }
  }

  private func place(units range: Range<Int>, indent: Int) -> VerticalColumn {
    let start = range.isEmpty ? 0 : units[range.lowerBound].utf8Range.lowerBound
    let end = range.isEmpty ? 0 : units[range.upperBound - 1].utf8Range.upperBound
    var column = VerticalColumn(utf8Range: start..<end, clusters: [])
    var row = indent
    let lastShown = range.last { !units[$0].isBlank && units[$0].size > 0 && !units[$0].isForcedBreak }
    for (index, unit) in zip(range, units[range]) where index <= lastShown ?? -1 {
      if unit.isBlank {
        if !column.clusters.isEmpty { row += unit.size }
        continue
      }
      guard unit.size > 0 else { continue }
      let source = text.string(in: unit.utf8Range)
      let isPair = unit.utf8Range.count == 2 && Self.isDigitPair(source)
      let shown = isPair ? source : shown(source, at: index)
      for _ in 0..<unit.size {
        column.clusters.append(
          VerticalCluster(
            utf8Range: unit.utf8Range, text: shown, row: row,
            widthInCells: shown.widthInCells(ambiguous: options.ambiguousWidth)))
        row += 1
      }
    }
    return column
  }

  private func shown(_ source: String, at index: Int) -> String {
    if isApostrophe(index) { return "＇" }
    switch units[index].straightQuote {
    case .quoteOpen: return VerticalForm.display("“")
    case .quoteClose: return VerticalForm.display("”")
    default: return VerticalForm.display(source)
    }
  }

  /// Whether ’ is between Latin letters, where it closes nothing (don’t).
  private func isApostrophe(_ index: Int) -> Bool {
    units[index].mark == .quoteClose && Self.isLatin(units, index - 1, text) && Self.isLatin(units, index + 1, text)
      && text.string(in: units[index].utf8Range) == "’"
  }

  private static func isDigitPair(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
}
