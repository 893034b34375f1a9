import ArticleDump
import ChineseReadings
import Typesetting

extension State {
  /// Whole lines to which the text can be completed.
  func completions(of text: String) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1, let word = CommandWord(rawValue: String(words[0])) else {
      let names = CommandWord.allCases.map(\.rawValue) + Command.allCases.map(\.rawValue)
      return Array(Set(names)).sorted().filter { $0.hasPrefix(text) }
    }
    let argument = words.dropFirst().joined(separator: " ")
    return word.arguments(self).filter { $0.hasPrefix(argument) }.map { "\(word.rawValue) \($0)" }
  }

  /// Runs the word that a line begins with; `nil` for no such word.
  func summary(ofLine line: String) -> String? {
    let name = String(line.prefix { $0 != " " })
    return CommandWord(rawValue: name)?.summary(in: language) ?? Command(rawValue: name)?.summary(in: language)
  }

  /// Carries out a line typed after `:`.
  mutating func run(_ line: String) -> [Effect] {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else { return [] }
    let argument = words.count > 1 ? words[1] : ""
    if let number = Int(name.hasSuffix("%") ? String(name.dropLast()) : name) {
      return go(to: number, isPercent: name.hasSuffix("%"))
    }
    if let word = CommandWord(rawValue: name), !argument.isEmpty {
      return run(word, argument) ?? complain(about: word, argument)
    }
    switch name {
    case "q", "wq", "x": return leave()
    default: break
    }
    if let command = Command(rawValue: name) { return run(command) }
    // An unambiguous beginning of a command suffices.
    let candidates = Command.allCases.filter { $0.rawValue.hasPrefix(name) }
    if candidates.count == 1 { return run(candidates[0]) }
    return complain(name)
  }

  private mutating func complain(_ text: String) -> [Effect] {
    notice = Notice(text: localized(.noSuchCommand, text), isError: true)
    return []
  }

  /// Says what is wrong with a word's argument, and what is possible instead.
  private mutating func complain(about word: CommandWord, _ argument: String) -> [Effect] {
    let text =
      switch word {
      case .theme: localized(.noSuchTheme, argument, themes.map(\.id).joined(separator: language.enumerationSeparator))
      case .measure: localized(.noSuchNumber, argument, Settings.measures.written)
      case .indent: localized(.noSuchNumber, argument, Settings.indents.written)
      case .go: localized(.noSuchNumber, argument, "0–100%")
      case .date: localized(.noDate, argument)
      case .filter, .find: localized(.notHere, ":" + word.rawValue)
      default: localized(.noSuchValue, argument, word.arguments(self).joined(separator: language.enumerationSeparator))
      }
    notice = Notice(text: text, isError: true)
    return []
  }

  private mutating func run(_ word: CommandWord, _ argument: String) -> [Effect]? {
    func flag() -> Bool? { argument == "on" ? true : argument == "off" ? false : nil }
    switch word {
    case .theme:
      if argument == Settings.themeByGround { return use(theme: nil) }
      guard let theme = themes.first(where: { $0.id == argument || $0.name == argument }) else { return nil }
      return use(theme: theme.id)
    case .measure:
      guard let cells = Int(argument), Settings.measures ~= cells else { return nil }
      settings.measureInCells = cells & ~1
      notice = Notice(text: localized(.measureIs, String(settings.measureInCells)))
    case .vertical:
      guard let flag = flag() else { return nil }
      settings.setsVertically = flag
    case .script:
      let script = Script(rawValue: argument)
      guard script != nil || argument == Settings.scriptAsWritten else { return nil }
      show(script: script)
    case .reading:
      let notation = PhoneticNotation(rawValue: argument)
      guard notation != nil || argument == Settings.noReading else { return nil }
      show(reading: notation)
    case .mouse:
      guard let flag = flag() else { return nil }
      setMouse(flag)
    case .sort:
      guard let order = SortKey(rawValue: argument), currentList != nil else { return nil }
      return sort(by: order)
    case .language:
      guard let language = Language(rawValue: argument) else { return nil }
      settings.language = language
      list.texts = [:]
      search?.texts = [:]
      if let reader, reader.offsetOfArticle == nil {
        let flow = Flow(reader.loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
        self.reader?.show(in: nil)
        self.reader?.replace(flow)
        self.reader?.show(in: reader.script, always: true)
      }
      if let pane { openPane(focused: pane.isFocused) }
      makeLookup()
      makeListPane()
    case .date:
      guard let date = Timestamp(typed: argument) else { return nil }
      return goToDate(date)
    case .filter:
      if room != .list { return nil }
      return changeFromStart { $0.text = argument }
    case .search:
      return search(for: argument)
    case .find:
      guard room == .reader else { return nil }
      lastFind = argument
      find(argument)
      if reader?.finding?.hits.isEmpty != false { notice = Notice(text: localized(.noMoreHits, argument)) }
    case .go:
      let isPercent = argument.hasSuffix("%")
      guard let number = Int(isPercent ? String(argument.dropLast()) : argument) else { return nil }
      return go(to: number, isPercent: isPercent)
    case .indent:
      guard let indent = Int(argument), Settings.indents ~= indent else { return nil }
      settings.indentInHan = indent
    case .hanging:
      guard let hanging = HangingPunctuation(rawValue: argument) else { return nil }
      settings.hanging = hanging
    case .level:
      guard let level = ProhibitionLevel(rawValue: argument) else { return nil }
      settings.prohibition = level
    case .spacing:
      guard let flag = flag() else { return nil }
      settings.spacesHanAndLatin = flag
    case .paragraphs:
      guard let flag = flag() else { return nil }
      settings.spacesParagraphs = flag
    case .justify:
      guard let flag = flag() else { return nil }
      settings.justifies = flag
    }
    return []
  }

  /// A row of the list by its number, or a share of the article.
  private mutating func go(to number: Int, isPercent: Bool) -> [Effect] {
    switch room {
    case .list, .search:
      let height = listHeight
      return withList { list in
        list.select(isPercent ? list.count * max(0, min(number, 100)) / 100 : max(0, number - 1), height: height)
        return []
      }
    case .reader:
      guard let count = reader?.flow.utf8Count else { return [] }
      markJump()
      if number >= 100 { reader?.goToEnd() } else { reader?.go(to: count / 100 * max(0, number)) }
    default: break
    }
    return []
  }
}

extension CommandWord {
  /// Arguments that can be completed.
  func arguments(_ state: State) -> [String] {
    switch self {
    case .theme: state.themes.map(\.id) + [Settings.themeByGround]
    case .reading: [Settings.noReading] + PhoneticNotation.allCases.map(\.rawValue)
    case .script: [Settings.scriptAsWritten] + Script.allCases.map(\.rawValue)
    case .sort: SortKey.allCases.map(\.rawValue)
    case .language: Language.allCases.map(\.rawValue)
    case .hanging: HangingPunctuation.allCases.map(\.rawValue)
    case .level: ProhibitionLevel.allCases.map(\.rawValue)
    case .spacing, .paragraphs, .justify, .vertical, .mouse: ["on", "off"]
    case .measure: ["60", "76", "100"]
    case .indent: ["0", "2"]
    case .go: ["0%", "50%", "100%"]
    case .date, .filter, .search, .find: []
    }
  }
}

extension ClosedRange<Int> {
  /// As in a sentence: `10–200`.
  fileprivate var written: String { "\(lowerBound)–\(upperBound)" }
}
