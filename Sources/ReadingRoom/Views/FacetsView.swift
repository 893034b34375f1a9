import Typesetting

extension State {
  /// The sidebar of facets: a bar for each value, all on the scale of the largest.
  func drawFacets(_ list: ListState, in region: Region, on canvas: inout Canvas) {
    let rows = list.facetRows()
    let isBeside = showsFacetsBeside
    let end = region.endColumn - 1
    let barStart = barStart(of: list, region)
    let busiest = list.facets.lazy.filter { $0.facet.kind != .search }.map(\.count).max() ?? 1
    if rows.isEmpty {
      canvas.write(
        localized(list.hasFacets ? .noFacets : .counting), row: region.row, column: region.column + 2, end: end,
        role: .aside)
    }
    for offset in 0..<region.rows {
      let index = list.topFacet + offset
      guard rows.indices.contains(index) else { break }
      let row = region.row + offset
      switch rows[index] {
      case .blank: break
      case .heading(let kind):
        canvas.write(localized(kind.message), row: row, column: region.column + 2, end: end, role: .heading)
      case .value(let value):
        let facet = list.facets[value]
        let isPicked =
          list.query.facets.contains(facet.facet)
          || (facet.facet.kind == .search && facet.facet.value == list.query.text)
        if value == list.selectedFacet, list.focus == .facets {
          canvas.write(canvas.symbols.marker, row: row, column: region.column, end: region.column + 2, role: .marker)
        }
        let count = facet.count.grouped
        let start = canvas.write(
          facet.facet.kind == .search ? "" : count, row: row, from: region.column + 2, endingAt: end, role: .aside)
        let nameEnd = barStart
        canvas.write(
          facet.name(in: language), row: row, column: region.column + 2,
          end: facet.facet.kind == .search ? end : nameEnd - 1, role: isPicked ? .hit : .text)
        drawBar(
          facet.count, of: busiest, row: row, column: nameEnd, end: min(start, end - 7) - 1,
          on: &canvas)
      }
    }
    if isBeside {
      canvas.verticalRule(column: region.endColumn - 1 + 1, row: region.row, endRow: region.endRow)
    }
  }

  /// All bars begin where the longest name ends, unless that leaves no room for them.
  private func barStart(of list: ListState, _ region: Region) -> Int {
    let widest =
      list.facets.lazy.filter { $0.facet.kind != .search }
      .map { $0.name(in: language).widthInCells(ambiguous: traits.ambiguousWidth) }.max() ?? 0
    let most = region.columns >= 60 ? region.columns * 2 / 5 : region.columns - 16
    return region.column + 2 + max(8, min(widest, most)) + 1
  }

  private func drawBar(_ count: Int, of most: Int, row: Int, column: Int, end: Int, on canvas: inout Canvas) {
    let room = end - column
    guard room > 0, count > 0 else { return }
    let length = max(1, Int(Double(count) / Double(max(1, most)) * Double(room)))
    for place in 0..<min(room, length) {
      canvas.write(canvas.symbols.block, row: row, column: column + place, end: end, role: .bar)
    }
  }
}
