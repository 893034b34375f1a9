import ArgumentParser
import ArticleDump
import ArticleLibrary
import ReadingRoom

struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: HelpSentence.lookup.text,
    discussion: HelpSentence.lookupDiscussion.text)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp(.lookupWord, valueName: "word"))
  var word: String
  @Argument(help: archivesHelp, completion: .file())
  var paths: [String] = []
  @Option(help: ArgumentHelp(.lookupWith, valueName: "dictionary"))
  var with: [String] = []
  @Option(name: .joined("f"), help: ArgumentHelp(.lookupFormat))
  var format: Format = .text
  @OptionGroup var waiting: WaitingOptions

  /// The value for asking no dictionary.
  private static let noDictionary = "none"

  func run() throws {
    let term = DictionaryCommand.term(in: word)
    guard term.holdsWord else { throw CommandFailure.usage(.noWordToLookUp(word)) }
    let configuration = try loadedConfiguration()
    let dictionaries = try dictionaries(for: term, configuration.settings.dictionaries)
    let library = try Library.opened(paths, configuration, waits: !waiting.noWait, refreshes: false)
    let known = try known(of: term, library)
    var output = OutputStream()
    var answers: [(name: String, answer: DictionaryAnswer)] = []
    for dictionary in dictionaries {
      let answer = DictionaryAnswer(asking: dictionary, for: term)
      answers.append((dictionary.name, answer))
      if let problem = answer.problem { complain("\(dictionary.name): \(problem.text)") }
      if format == .text { output.write(answer.printed(under: dictionary.name)) }
    }
    switch format {
    case .text: output.write(known.printed())
    case .json: output.write(json(term, answers, known))
    }
    try output.finish()
    if known.total == 0, answers.allSatisfy({ $0.answer.isEmpty }) {
      throw answers.contains { $0.answer.hasFailed } ? CommandFailure.reported(.couldNotRead) : .nothingFound
    }
    try library.endingForMissingArchives()
  }

  /// What the library knows, after checking the files that will be shown, as `search` does.
  private func known(of term: String, _ library: Library) throws(CommandFailure) -> WordInLibrary {
    guard let query = WordInLibrary.query(for: term) else { return WordInLibrary() }
    let preparation = ParserPreparation()
    defer { preparation.wait() }
    var list = try library.asking { () throws(LibraryError) in try library.list(query) }
    let gone = try library.checkShownFiles(of: &list, limit: WordInLibrary.mostHits, waits: !waiting.noWait)
    return try library.asking { () throws(LibraryError) in
      let current = library.isCurrent(list) ? list : try library.list(query)
      return try WordInLibrary(term, in: current, of: library, without: gone)
    }
  }

  /// The named dictionaries, else those for such words.
  private func dictionaries(
    for term: String, _ all: [DictionaryCommand]
  ) throws(CommandFailure) -> [DictionaryCommand] {
    guard !with.isEmpty else { return all.filter { $0.knows(WritingSystem(of: term)) } }
    var named: [DictionaryCommand] = []
    for name in with where name != Self.noDictionary {
      guard let dictionary = all.first(where: { $0.name == name }) else {
        throw .usage(ProgramSentence.noSuchDictionary(name, names: all.map(\.name)).text)
      }
      named.append(dictionary)
    }
    return named
  }

  private func json(
    _ term: String, _ answers: [(name: String, answer: DictionaryAnswer)], _ known: WordInLibrary
  ) -> String {
    jsonLine { json in
      json.member("word", term)
      json.key("answers")
      json.array(answers) { json, answer in
        json.object {
          $0.member("dictionary", answer.name)
          $0.member("text", answer.answer.shownText)
          // Programs read it: always in the same language.
          $0.member("problem", answer.answer.problem?.text(in: .english))
        }
      }
      json.key("glosses")
      json.array(known.glosses) { json, entry in
        json.object {
          $0.member("name", entry.gloss.name)
          $0.member("original", entry.gloss.original)
          $0.member("articles", entry.count)
        }
      }
      json.member("total", known.total)
      json.key("articles")
      json.array(known.hits) { json, hit in
        json.object {
          $0.member("path", hit.row.file.text)
          $0.member("title", hit.row.title)
          $0.member("url", hit.row.url)
          $0.member("published", hit.row.published?.iso8601)
          $0.member("snippet", hit.snippet?.text)
        }
      }
    }
  }
}

extension DictionaryAnswer {
  /// Whether the program failed; having found nothing is not a failure.
  var hasFailed: Bool {
    switch problem {
    case nil, .noAnswer: false
    default: true
    }
  }

  /// The text without colours and control characters.
  var shownText: String { Sanitizer.sanitized(plainOutput(text), keepsLineBreaks: true) }

  /// The answer below the dictionary's name; empty without an answer.
  fileprivate func printed(under name: String) -> String {
    guard !isEmpty else { return "" }
    let lines = shownText.split(separator: "\n", omittingEmptySubsequences: false)
    let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    return printable(name) + "\n\n" + indented.dropLast(while: \.isNewline) + "\n\n"
  }
}

extension WordInLibrary {
  /// Names, then articles with their passages, as `search` prints them.
  fileprivate func printed() -> String {
    var text = ""
    if !glosses.isEmpty {
      text += CommandSentence.namesOfWord.text + "\n\n"
      for (gloss, _) in glosses { text += "    \(printable(gloss.name))  \(printable(gloss.original))\n" }
      text += "\n"
    }
    guard total > 0 else { return text }
    text += CommandSentence.articlesWithWord(total).text + "\n\n"
    let printer = RowPrinter(format: .table, widthInCells: terminalWidthInCells())
    for hit in hits { text += String(decoding: printer.lines(hit.row, snippet: hit.snippet), as: UTF8.self) }
    return text
  }
}

extension String {
  /// The text without its last characters that satisfy a predicate.
  fileprivate func dropLast(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
