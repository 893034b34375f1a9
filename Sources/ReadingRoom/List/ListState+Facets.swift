/// A row of the facets sidebar.
enum FacetRow: Sendable, Hashable {
  case heading(Facet.Kind)
  /// An index into the list's facets.
  case value(Int)
  case blank
}

extension ListState {
  /// The most values of one kind that the sidebar shows: those with the most articles, except for months.
  static let facetsPerKind = 60

  /// Applies counts, grouped by kind in the sidebar's order.
  mutating func accept(_ counts: [FacetCount]) {
    hasFacets = true
    let selected = facets.indices.contains(selectedFacet) ? facets[selectedFacet].facet : nil
    facets = Facet.Kind.allCases.flatMap { kind in
      counts.filter { $0.facet.kind == kind }.prefix(ListState.facetsPerKind)
    }
    // A chosen value can be removed even if nothing has it any more.
    for facet in query.facets where !facets.contains(where: { $0.facet == facet }) {
      let place = facets.lastIndex { $0.facet.kind == facet.kind }.map { $0 + 1 } ?? facets.count
      facets.insert(FacetCount(facet, count: 0), at: place)
    }
    selectedFacet = selected.flatMap { facet in facets.firstIndex { $0.facet == facet } } ?? 0
    if facets.isEmpty, focus == .facets { focus = .rows }
  }

  /// The sidebar top to bottom.
  func facetRows() -> [FacetRow] {
    var rows: [FacetRow] = []
    var kind: Facet.Kind?
    for (index, facet) in facets.enumerated() {
      if facet.facet.kind != kind {
        if kind != nil { rows.append(.blank) }
        kind = facet.facet.kind
        rows.append(.heading(facet.facet.kind))
      }
      rows.append(.value(index))
    }
    return rows
  }

  mutating func moveFacet(by steps: Int) {
    let target = selectedFacet.addingReportingOverflow(steps)
    selectedFacet = max(0, min(target.overflow ? (steps > 0 ? Int.max : 0) : target.partialValue, facets.count - 1))
  }

  /// Selects the first value of the next or the previous kind, or of its own kind when it is further down in that, with
  /// the kind's heading at the top of the sidebar if what is below fills it.
  mutating func moveFacet(toKind step: Int) {
    let starts = facets.indices.filter { $0 == 0 || facets[$0 - 1].facet.kind != facets[$0].facet.kind }
    let target = step > 0 ? starts.first { $0 > selectedFacet } : starts.last { $0 < selectedFacet }
    guard let target, let row = facetRows().firstIndex(of: .value(target)) else { return }
    selectedFacet = target
    topFacet = row - 1
  }

  /// Scrolls the selected value into view, with the heading above it if it is the first of its kind.
  mutating func showFacet(height: Int) {
    let rows = facetRows()
    guard let row = rows.firstIndex(of: .value(selectedFacet)) else {
      topFacet = 0
      return
    }
    let lead = if row > 0, case .heading = rows[row - 1] { row - 1 } else { row }
    if lead < topFacet { topFacet = lead }
    if row >= topFacet + height { topFacet = row - height + 1 }
    topFacet = max(0, min(topFacet, max(0, rows.count - height)))
  }
}

extension Facet.Kind {
  var message: Message {
    switch self {
    case .state: .facetState
    case .publisher: .facetPublisher
    case .section: .facetSection
    case .category: .facetCategory
    case .tag: .facetTag
    case .author: .facetAuthor
    case .folder: .facetFolder
    case .month: .facetMonth
    case .search: .facetSearch
    }
  }
}

extension FacetCount {
  /// The value's name for display.
  func name(in language: Language) -> String {
    guard facet.kind == .state else { return label }
    switch facet.value {
    case "starred": return Message.starred.text(in: language)
    case "unread": return Message.unread.text(in: language)
    case "read": return Message.read.text(in: language)
    default: return label
    }
  }
}
