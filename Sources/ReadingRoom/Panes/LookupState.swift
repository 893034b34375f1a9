import ArticleDump
import ChineseConversion

/// A word that is being looked up: what the reader's dictionary says about it, and what the library knows.
struct LookupState: Sendable {
  let word: String
  /// The dictionaries for the word's writing system, in the reader's order.
  let dictionaries: [DictionaryCommand]
  /// The current dictionary.
  private(set) var dictionary = 0
  /// The request to the dictionary; the program runs as long as this is set and has no answer (`Room/Programs.swift`).
  private(set) var request: ProgramRequest?
  private var answer: Answer?
  /// The number of the request to the library.
  let searchNumber: Int
  private var known: KnownWord?
  /// Names in the open article that match this word, with their foreign forms.
  private let glosses: [Gloss]
  /// The open article: it is not listed among those that contain the word.
  private let article: ArticleHandle
  var pane = PaneState(items: [], isFocused: true)

  private struct Answer: Sendable {
    var text: String
    var problem: String?
  }

  /// - Parameter searchNumber: The number that the library's answer carries.
  init(
    _ word: String, dictionaries: [DictionaryCommand], in article: LoadedArticle, searchNumber: Int
  ) {
    self.word = word
    self.dictionaries = dictionaries
    self.article = article.id
    self.searchNumber = searchNumber
    glosses = article.article.glosses.filter { $0.isOf(word) }
  }

  var isAnswered: Bool { answer != nil }
  /// Whether the library has answered.
  var isSearched: Bool { known != nil }

  /// Asks one of the dictionaries, with that request number.
  mutating func ask(_ index: Int, number: Int) {
    guard dictionaries.indices.contains(index) else { return }
    dictionary = index
    answer = nil
    request = ProgramRequest(number: number, call: dictionaries[index].call(for: word))
  }

  /// - Returns: Whether the answer belongs to the last request.
  mutating func accept(_ text: String, problem: String?, number: Int) -> Bool {
    guard number == request?.number, answer == nil else { return false }
    answer = Answer(text: text, problem: problem)
    return true
  }

  /// - Returns: Whether the answer is to this word.
  mutating func accept(_ known: KnownWord, number: Int) -> Bool {
    guard number == searchNumber else { return false }
    self.known = known
    return true
  }

  // MARK: What the pane shows

  /// Rebuilds the pane after something arrived; the selected item stays selected if it is still there.
  mutating func fillPane(hasOthers: Bool, language: Language) {
    pane.replace(items: items(hasOthers: hasOthers, language: language))
  }

  /// - Parameter hasOthers: Whether there are dictionaries for other writing systems.
  private func items(hasOthers: Bool, language: Language) -> [PaneItem] {
    func localized(_ message: Message, _ first: String = "") -> String { message.text(in: language, first) }
    func line(_ text: String) -> PaneItem { PaneItem(label: "", text: text, action: .none) }
    func heading(_ text: String) -> PaneItem { PaneItem(label: "", text: text, action: .none, isHeading: true) }
    func aside(_ text: String) -> PaneItem { PaneItem(label: "", text: "", detail: text, action: .none) }
    var items: [PaneItem] = []
    if dictionaries.isEmpty {
      items.append(heading(word + " · " + localized(hasOthers ? .noDictionaryFor : .noDictionary)))
      if !hasOthers {
        items.append(line(localized(.adviceDictionary)))
        items += Self.example.map { PaneItem(label: "", text: $0, action: .copy(Self.example.joined(separator: "\n"))) }
      }
    } else {
      let count = dictionaries.count > 1 ? " \(dictionary + 1)/\(dictionaries.count)" : ""
      items.append(heading(word + " · " + dictionaries[dictionary].name + count))
      if let answer {
        let lines = Self.lines(of: answer.text)
        items += lines.prefix(Self.mostLines).map(line)
        if lines.count > Self.mostLines { items.append(aside(localized(.answerCut, Self.mostLines.grouped))) }
        if let problem = answer.problem {
          items.append(PaneItem(label: "", text: problem, action: .none, isProblem: true))
        }
      } else {
        items.append(aside(localized(.lookingUp)))
      }
    }
    if dictionaries.count > 1 {
      items.append(heading(localized(.otherDictionaries)))
      items += dictionaries.enumerated().filter { $0.offset != dictionary }.map { index, other in
        PaneItem(label: String(index + 1), text: other.name, action: .dictionary(index))
      }
    }
    let names = (glosses + (known?.glosses ?? [])).reduce(into: [Gloss]()) { if !$0.contains($1) { $0.append($1) } }
    if !names.isEmpty {
      items.append(heading(localized(.names)))
      items += names.map { PaneItem(label: "", text: $0.name, detail: $0.original, action: .copy($0.original)) }
    }
    guard let known else { return items + [heading(localized(.searchingLibrary))] }
    let others = known.articles.filter { $0.id != article }
    items.append(heading(known.total == 0 ? localized(.notInLibrary) : localized(.articlesWith, known.total.grouped)))
    items += others.map { row in
      let facts = [row.publisher?.name, row.date?.shown(withTime: false)].compactMap { $0 }.joined(separator: " ")
      return PaneItem(
        label: "", text: row.title.isEmpty ? localized(.noTitle) : row.title,
        detail: facts.isEmpty ? "" : "·\u{A0}" + facts,
        action: .hit(row.id, find: word))
    }
    if known.total > known.articles.count {
      items.append(PaneItem(label: "", text: localized(.allWith, known.total.grouped), action: .search(known.query)))
    }
    return items
  }

  /// What to write in the settings.
  static let example = ["[dictionaries]", "cedict = \"sdcv -n01 -- {word}\""]

  /// The most lines of an answer that are shown, and their greatest length: an answer that never ends must not block
  /// the room.
  private static let mostLines = 2_000
  private static let longestLineInCharacters = 2_000

  /// An answer's lines, without blank ones at its ends or two in a row, and with long ones split.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for line in plainOutput(text).split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, lines.last?.isEmpty ?? true { continue }
      var rest = isBlank ? "" : line[...]
      repeat {
        lines.append(String(rest.prefix(longestLineInCharacters)))
        rest = rest.dropFirst(longestLineInCharacters)
      } while !rest.isEmpty
      if lines.count > mostLines { break }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension Gloss {
  /// Whether a word is this name, in Chinese of either script or in its foreign form, or a part of the name.
  package func isOf(_ word: String) -> Bool {
    func folded(_ text: String) -> String { text.converted(Script.simplified.conversion).text.lowercased() }
    let word = folded(word)
    guard word.contains(where: { $0.isLetter }) else { return false }
    return [name, original].contains { form in
      let form = folded(form)
      return form == word || form.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
  }
}
