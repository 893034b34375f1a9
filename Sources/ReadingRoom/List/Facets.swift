/// A row of the facets sidebar.
enum FacetRow: Sendable, Hashable {
  case heading(Facet.Kind)
  /// An index into the list's facets.
  case value(Int)
  case blank
}

extension ListState {
  /// Values of one kind that the sidebar shows at most; the busiest ones, months excepted.
  static let facetsPerKind = 60

  /// Takes counts in, grouped by kind in the sidebar's order.
  mutating func adopt(_ counts: [FacetCount]) {
    hasFacets = true
    let selected = facets.indices.contains(selectedFacet) ? facets[selectedFacet].facet : nil
    facets = Facet.Kind.allCases.flatMap { kind in
      counts.filter { $0.facet.kind == kind }.prefix(ListState.facetsPerKind)
    }
    // What was picked can be dropped again even when nothing has it any more.
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

  /// Brings the selected value into sight.
  mutating func showFacet(height: Int) {
    let rows = facetRows()
    guard let row = rows.firstIndex(of: .value(selectedFacet)) else {
      topFacet = 0
      return
    }
    // The heading over the first value stays in sight.
    let lead = row > 0 && row == rows.firstIndex { if case .value = $0 { true } else { false } } ? row - 1 : row
    if lead < topFacet { topFacet = lead }
    if row >= topFacet + height { topFacet = row - height + 1 }
    topFacet = max(0, min(topFacet, max(0, rows.count - height)))
  }
}

extension State {
  mutating func loadFacets() -> [Effect] {
    guard showsFacetsBeside || showsFacetsOver else { return [] }
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in
      list.facetsGeneration = generation
      return [.loadFacets(list.kind, list.query, generation: generation)]
    }
  }

  mutating func toggleFacets() -> [Effect] {
    if showsFacetsBeside || showsFacetsOver {
      showsFacets = false
      return withList { list in
        list.focus = .rows
        return []
      }
    }
    showsFacets = true
    _ = withList { list in
      list.focus = .facets
      return []
    }
    return loadFacets()
  }

  /// `nil` when the command is not about facets.
  mutating func performInFacets(_ command: Command) -> [Effect]? {
    let height = facetsRegion.rows
    func moving(_ state: inout State, _ steps: Int) -> [Effect] {
      state.withList { list in
        list.moveFacet(by: steps)
        return []
      }
    }
    if let effects = performOnSearch(command) { return effects }
    switch command {
    case .lineDown: return moving(&self, 1)
    case .lineUp: return moving(&self, -1)
    case .pageDown, .halfPageDown: return moving(&self, height / 2)
    case .pageUp, .halfPageUp: return moving(&self, -(height / 2))
    case .first: return moving(&self, Int.min)
    case .last: return moving(&self, Int.max)
    case .open: return pickFacet()
    case .focus where showsListPaneBeside:
      focusListPane(true)
      return withList { list in
        list.focus = .rows
        return []
      }
    case .focus, .right:
      return withList { list in
        list.focus = .rows
        return []
      }
    case .left:
      return withList { list in
        list.focus = .rows
        return []
      }
    default: return nil
    }
  }

  /// Narrows the list by the selected value, or widens it again.
  private mutating func pickFacet() -> [Effect] {
    guard let list = currentList, list.facets.indices.contains(list.selectedFacet) else { return [] }
    let facet = list.facets[list.selectedFacet].facet
    if showsFacetsOver {
      // Where facets cover the list, what was picked is to be seen.
      _ = withList { list in
        list.focus = .rows
        return []
      }
    }
    if facet.kind == .search {
      return changeFromStart { $0.text = $0.text == facet.value ? "" : facet.value }
    }
    return changeFromStart { query in
      if let index = query.facets.firstIndex(of: facet) {
        query.facets.remove(at: index)
      } else {
        query.facets.append(facet)
      }
    }
  }

  mutating func changeFromStart(_ change: (inout ListQuery) -> Void) -> [Effect] {
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in
      change(&list.query)
      list.field.replace(with: list.query.text)
      return [list.reload(generation: generation, fromStart: true)]
    } + loadFacets()
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
  /// The value's name for readers.
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
