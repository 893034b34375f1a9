/// A row of the help room.
enum HelpRow: Sendable, Hashable {
  case heading(Message)
  case binding(keys: String, summary: String)
  case blank
}

extension State {
  /// The rows of the key table and the words of the command line that contain the typed words; the keys of the place
  /// where help was opened come first.
  func helpRows() -> [HelpRow] {
    let words = FilterWords(help.field.text)
    var rows: [HelpRow] = []
    let contexts = [help.context] + KeyContext.allCases.filter { $0 != help.context }
    for context in contexts {
      var bindings: [HelpRow] = []
      for row in keys.rows where !row.keys.isEmpty {
        let isHere = context == help.context ? row.contexts.contains(context) : row.contexts.first == context
        guard isHere, context == help.context || !row.contexts.contains(help.context) else { continue }
        let label = row.keys.map { $0.label(symbols: traits.drawsSymbols) }.joined(separator: " ")
        let summary = row.command.summary(in: language)
        let text = "\(label) \(summary) \(row.command.rawValue) \(row.keys.map(\.name).joined(separator: " "))"
        guard words.match(text) else { continue }
        bindings.append(.binding(keys: label, summary: summary))
      }
      if context == .reader { bindings += dictionaryRows(words) }
      guard !bindings.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(context.message))
      rows += bindings
    }
    let phrases = QueryPhrase.allCases.compactMap { phrase -> HelpRow? in
      let (example, summary) = (phrase.example, phrase.summary(in: language))
      guard words.match("\(example) \(summary)") else { return nil }
      return .binding(keys: example, summary: summary)
    }
    if !phrases.isEmpty {
      // A reader who comes from the search looks for these.
      let isFirst = help.context == .search && !rows.isEmpty
      let section = [HelpRow.heading(.contextQuery)] + phrases
      rows = isFirst ? section + [.blank] + rows : rows + (rows.isEmpty ? [] : [.blank]) + section
    }
    let lines = CommandWord.allCases.compactMap { word -> HelpRow? in
      let usage = ":\(word.rawValue) \(word.example)"
      let summary = word.summary(in: language)
      guard words.match("\(usage) \(summary)") else { return nil }
      return .binding(keys: usage, summary: summary)
    }
    if !lines.isEmpty {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(.contextCommandLine))
      rows += lines
    }
    return rows
  }

  /// The keys that the reader assigned to dictionaries.
  private func dictionaryRows(_ words: FilterWords) -> [HelpRow] {
    settings.dictionaries.compactMap { dictionary in
      guard let key = dictionary.key else { return nil }
      let label = key.label(symbols: traits.drawsSymbols)
      let summary = localized(.lookUpIn, dictionary.name)
      guard words.match("\(label) \(summary)") else { return nil }
      return .binding(keys: label, summary: sanitizedLine(summary))
    }
  }

  mutating func runInHelp(_ command: Command) {
    let height = screen.body.rows
    switch command {
    case .lineDown: help.top += 1
    case .lineUp: help.top -= 1
    case .pageDown, .open: help.top += max(1, height - 2)
    case .pageUp: help.top -= max(1, height - 2)
    case .halfPageDown: help.top += max(1, height / 2)
    case .halfPageUp: help.top -= max(1, height / 2)
    case .first: help.top = 0
    case .last: help.top = helpRows().count
    case .filter: help.isFiltering = true
    case .left: leaveRoom()
    default: break
    }
    help.top = max(0, min(help.top, helpRows().count - height))
  }
}

extension KeyContext {
  var message: Message {
    switch self {
    case .everywhere: .contextEverywhere
    case .list: .contextList
    case .reader: .contextReader
    case .selection: .contextSelection
    case .aloud: .contextAloud
    case .pane: .contextPane
    case .search: .contextSearch
    case .facets: .contextFacets
    case .bookmarks: .contextBookmarks
    case .history: .historyTitle
    case .help: .contextHelp
    case .themes: .contextThemes
    }
  }
}
