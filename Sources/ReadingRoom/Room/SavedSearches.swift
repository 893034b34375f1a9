extension State {
  /// The saved searches that the sidebar shows, in their order.
  private var savedSearches: [NamedQuery] {
    (currentList?.facets ?? []).filter { $0.facet.kind == .search }
      .map { NamedQuery(name: $0.label, query: $0.facet.value) }
  }

  /// Asks for the name under which to save the current query, with the values chosen in the sidebar.
  mutating func askForSearchName() {
    guard let text = currentList?.query.textWithFacets, !text.isEmpty else {
      notice = Notice(text: localized(.noSearchToSave))
      return
    }
    if let problem = currentList?.problem {
      notice = Notice(text: problem.sentence, isError: true)
      return
    }
    let known = savedSearches.first { $0.query == text }
    prompt = Prompt(kind: .searchName(NamedQuery(name: known?.name ?? "", query: text)))
    prompt?.field = TextField(known?.name ?? text)
  }

  /// Saves a search under the name that was typed.
  ///
  /// - Parameter subject: The search, with its current name, empty for a new one.
  mutating func name(_ subject: NamedQuery, _ text: String) -> [Effect] {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let named = NamedQuery(name: name.isEmpty ? subject.query : name, query: subject.query)
    guard named != subject else { return [] }
    notice = Notice(text: localized(.searchSaved, named.name))
    let former = subject.name.isEmpty ? savedSearches.filter { $0.name == named.name } : [subject]
    return changeSearches(from: former, to: [named])
  }

  private mutating func changeSearches(from former: [NamedQuery], to changed: [NamedQuery]) -> [Effect] {
    recordUndo(.searches(from: changed, to: former))
    return [.changeSearches(from: former, to: changed)]
  }

  /// The effect of the sidebar's keys on a saved search; `nil` if none is selected or the key is for something else.
  mutating func runOnSearch(_ command: Command) -> [Effect]? {
    guard let list = currentList, list.facets.indices.contains(list.selectedFacet),
      list.facets[list.selectedFacet].facet.kind == .search
    else { return nil }
    let all = savedSearches
    let first = list.facets.firstIndex { $0.facet.kind == .search } ?? 0
    let place = list.selectedFacet - first
    guard all.indices.contains(place) else { return nil }
    var changed = all
    switch command {
    case .edit:
      prompt = Prompt(kind: .searchName(all[place]), field: TextField(all[place].name))
      return []
    case .remove:
      changed.remove(at: place)
      notice = Notice(text: localized(.searchRemoved, all[place].name))
    case .moveUp, .moveDown:
      let target = place + (command == .moveUp ? -1 : 1)
      guard all.indices.contains(target) else { return [] }
      changed.swapAt(place, target)
      _ = withList { list in
        list.moveFacet(by: target - place)
        return []
      }
    default: return nil
    }
    return changeSearches(from: all, to: changed)
  }
}
