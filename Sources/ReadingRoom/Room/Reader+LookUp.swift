import ArticleDump

extension State {
  // MARK: Looking words up

  /// Looks up the selection; asks for a word if there is none.
  mutating func lookUpSelection(dictionary: Int? = nil) -> [Effect] {
    guard let selected = reader?.selectedText else {
      prompt = Prompt(kind: .word(dictionary: dictionary))
      return []
    }
    return lookUp(selected, dictionary: dictionary)
  }

  /// Opens the pane for a word or, if it is already open for that word, asks the next dictionary.
  ///
  /// - Parameter dictionary: The index in the settings of the one to ask; `nil` for the first one for such a word.
  mutating func lookUp(_ text: String, dictionary: Int? = nil) -> [Effect] {
    let word = DictionaryCommand.term(in: text)
    guard let loaded = reader?.loaded, word.holdsWord else {
      notice = Notice(text: localized(.nothingToLookUp))
      return []
    }
    let wanted = dictionary.map { settings.dictionaries[$0] }
    if lookup?.word == word {
      lookup?.pane.isFocused = true
      guard let wanted else { return askDictionary(after: 1) }
      if let index = lookup?.dictionaries.firstIndex(of: wanted) { return askDictionary(index) }
    }
    let writing = WritingSystem(of: word)
    // A dictionary that was named is asked whatever its writing system.
    let fitting = settings.dictionaries.filter { $0.knows(writing) || $0 == wanted }
    lastGeneration += 1
    let searchNumber = lastGeneration
    var lookup = LookupState(word, dictionaries: fitting, in: loaded, searchNumber: searchNumber)
    lastGeneration += 1
    lookup.ask(wanted.flatMap { fitting.firstIndex(of: $0) } ?? 0, number: lastGeneration)
    show(lookup)
    return [.findWord(word, number: searchNumber)]
  }

  /// Asks the dictionary that many places further among those for the word.
  mutating func askDictionary(after steps: Int) -> [Effect] {
    guard let lookup, !lookup.dictionaries.isEmpty else {
      notice = Notice(text: localized(settings.dictionaries.isEmpty ? .noDictionary : .noDictionaryFor))
      return []
    }
    return askDictionary((lookup.dictionary + steps) % lookup.dictionaries.count)
  }

  mutating func askDictionary(_ index: Int) -> [Effect] {
    guard var lookup, lookup.dictionaries.indices.contains(index) else { return [] }
    lastGeneration += 1
    lookup.ask(index, number: lastGeneration)
    lookup.pane.top = 0
    show(lookup)
    return []
  }

  /// Rebuilds the pane in another language.
  mutating func makeLookup() {
    if let lookup { show(lookup) }
  }

  private mutating func show(_ lookup: LookupState) {
    var lookup = lookup
    lookup.fillPane(hasOthers: !settings.dictionaries.isEmpty, language: language)
    self.lookup = lookup
  }

  /// Handles a key that the reader assigned to a dictionary, or the number of one while its pane has the focus.
  ///
  /// - Returns: `nil` if the key is neither here.
  mutating func lookUp(by key: Key) -> [Effect]? {
    guard room == .reader, [.reader, .selection, .aloud, .pane].contains(keyContext) else { return nil }
    if lookup?.pane.isFocused == true, key.modifiers.isEmpty, case .character(let digit) = key.code,
      let number = Int(digit), lookup?.dictionaries.indices.contains(number - 1) == true
    {
      return askDictionary(number - 1)
    }
    guard let index = settings.dictionaries.firstIndex(where: { $0.key == key }) else { return nil }
    if let word = lookup?.word, isPaneFocused { return lookUp(word, dictionary: index) }
    return lookUpSelection(dictionary: index)
  }

  mutating func acceptAnswer(_ text: String, problem: String?, number: Int) {
    guard var lookup, lookup.accept(text, problem: problem, number: number) else { return }
    show(lookup)
  }

  mutating func accept(_ known: KnownWord, number: Int) {
    guard var lookup, lookup.accept(known, number: number) else { return }
    show(lookup)
  }

  /// - Returns: Whether there was something to close.
  mutating func closeLookup() -> Bool {
    guard lookup != nil else { return false }
    lookup = nil
    settleReader()
    reader?.showSelection()
    return true
  }

  // MARK: Articles that hold the word

  /// Opens an article from the pane; `history-back` comes back to the word.
  mutating func openHit(_ id: ArticleHandle, find word: String) -> [Effect] {
    guard let reader, let lookup else { return open(id, find: [word]) }
    lookupBehind = LookupBehind(article: reader.id, lookup: lookup, selection: reader.selection)
    return open(id, find: [word])
  }

  /// Opens the pane again for the word that the reader left, in the article that has come back.
  mutating func returnToLookup() -> [Effect] {
    guard let behind = lookupBehind, behind.article == reader?.id else { return [] }
    lookupBehind = nil
    lookup = behind.lookup
    reader?.selection = behind.selection
    // Requests that were open then have been dropped meanwhile.
    return behind.lookup.isSearched ? [] : [.findWord(behind.lookup.word, number: behind.lookup.searchNumber)]
  }
}

/// What had been looked up when an article was opened from the pane.
struct LookupBehind: Sendable {
  var article: ArticleHandle
  var lookup: LookupState
  var selection: Selection?
}
