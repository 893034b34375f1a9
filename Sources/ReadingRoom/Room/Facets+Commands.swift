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

  /// `nil` if the command is not about facets.
  mutating func runInFacets(_ command: Command) -> [Effect]? {
    let height = facetsRegion.rows
    func moving(_ state: inout State, _ steps: Int) -> [Effect] {
      state.withList { list in
        list.moveFacet(by: steps)
        return []
      }
    }
    if let effects = runOnSearch(command) { return effects }
    switch command {
    case .lineDown: return moving(&self, 1)
    case .lineUp: return moving(&self, -1)
    case .pageDown, .halfPageDown: return moving(&self, height / 2)
    case .pageUp, .halfPageUp: return moving(&self, -(height / 2))
    case .first: return moving(&self, Int.min)
    case .last: return moving(&self, Int.max)
    case .nextSection, .previousSection:
      return withList { list in
        list.moveFacet(toKind: command == .nextSection ? 1 : -1)
        return []
      }
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
      // If facets cover the list, the result of the choice should be visible.
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

  mutating func changeFromStart(_ change: (inout RoomQuery) -> Void) -> [Effect] {
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in
      change(&list.query)
      list.field.replace(with: list.query.text)
      return [list.reload(generation: generation, fromStart: true)]
    } + loadFacets()
  }
}
