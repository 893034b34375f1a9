/// Finds the ends of the words in a Chinese text.
///
/// The likeliest sequence of known words, by the frequency of each (a unigram model over 30,000 common words), is found
/// by dynamic programming. Names and rare words come apart into single characters, which `Strength.doubtful` marks.
/// Source of the words: jieba's list, through `Scripts/generate-words`.
struct WordSegmenter {
  /// How strong the boundary between two clusters is, weakest first.
  enum Strength: UInt8, Comparable {
    /// Within a word.
    case within
    /// Between two characters that are in no known word, perhaps a name; before 的 and similar characters, after 在 and
    /// similar ones.
    case doubtful
    case word
    /// After a mark or a blank.
    case mark

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  private static let longestWord = 4
  /// Characters that attach to the word before them, and to the one after them.
  private static let enclitics = Set("的了着著过過地得们們吗嗎呢吧之等者".unicodeScalars)
  private static let proclitics = Set("在和与與及或是被把将將对對向从從为為以于於而并並不没沒这這那其因由让讓给給第".unicodeScalars)
  /// Other grammatical words, which do not occur in names.
  private static let adverbs = Set("也都就已又再有称稱".unicodeScalars)

  /// The ends of words in a run of Han, as counts of characters, and whether each is certain.
  private static func ends(of han: [Unicode.Scalar]) -> [(end: Int, isCertain: Bool)] {
    let numbers = han.map { number(of: $0.value) }
    var best = [(cost: Int, length: Int)](repeating: (Int.max / 2, 1), count: han.count + 1)
    best[han.count] = (0, 0)
    for start in stride(from: han.count - 1, through: 0, by: -1) {
      let single = numbers[start].map { Int(WordTable.costs[$0]) } ?? WordTable.unknownCost
      best[start] = (single + best[start + 1].cost, 1)
      guard let first = numbers[start] else { continue }
      forEachWord(startingWith: first) { word, restCount, cost in
        guard start + restCount < han.count else { return }
        for place in 0..<restCount where numbers[start + 1 + place] != septets(word + 2 * place, 2) { return }
        let total = cost + best[start + 1 + restCount].cost
        if total < best[start].cost { best[start] = (total, restCount + 1) }
      }
    }
    var ends: [(end: Int, isCertain: Bool)] = []
    var start = 0
    var wasLoneCharacter = false
    while start < han.count {
      let length = best[start].length
      let isEnclitic = length == 1 && enclitics.contains(han[start])
      let isProclitic = length == 1 && proclitics.contains(han[start])
      let isLoneCharacter = length == 1 && !isEnclitic && !isProclitic && !adverbs.contains(han[start])
      if let last = ends.indices.last, isEnclitic || (wasLoneCharacter && isLoneCharacter) {
        ends[last].isCertain = false
      }
      start += length
      ends.append((start, !isProclitic))
      wasLoneCharacter = isLoneCharacter
    }
    return ends
  }

  // MARK: The table

  private static func septets(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[$1]) << (7 * $1) }
  }

  private static func number(of code: UInt32) -> Int? {
    var low = 0
    var high = WordTable.codeCount
    while low < high {
      let middle = (low + high) / 2
      let entry = WordTable.codes + 5 * middle
      let found = septets(entry, 3)
      if found == Int(code) { return septets(entry + 3, 2) }
      if found < Int(code) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func forEachWord(
    startingWith number: Int, _ body: (_ rest: UnsafePointer<UInt8>, _ restCount: Int, _ cost: Int) -> Void
  ) {
    var place = septets(WordTable.starts + 3 * number, 3)
    let end = septets(WordTable.starts + 3 * (number + 1), 3)
    while place < end {
      let restCount = Int(WordTable.words[place])
      body(WordTable.words + place + 2, restCount, Int(WordTable.words[place + 1]))
      place += 2 + 2 * restCount
    }
  }
}

extension WordSegmenter {
  /// The boundary at each UTF-8 offset at which a scalar starts; other offsets have `within`.
  ///
  /// - Complexity: O(n).
  static func strengths(in text: UTF8Text) -> [Strength] {
    var strengths = [Strength](repeating: .within, count: text.count + 1)
    var run: [Unicode.Scalar] = []
    var runOffsets: [Int] = []
    var previous: ScalarCategory?
    var previousRun = Run.other
    func closeRun() {
      for (end, isCertain) in ends(of: run) where end < run.count {
        strengths[runOffsets[end]] = isCertain ? .word : .doubtful
      }
      run = []
      runOffsets = []
    }
    var offset = 0
    while offset < text.count {
      let (value, length) = text.scalar(at: offset)
      let category = ScalarCategory(value)
      let kind = Run(category)
      if kind != .han { closeRun() }
      if let previous, kind != previousRun || kind == .other {
        let follows = previous.mark.isMark && previous.mark != .open && previous.mark != .quoteOpen
        strengths[offset] = follows || previous.cells.isBlank ? .mark : .word
      }
      if kind == .han, let scalar = Unicode.Scalar(value) {
        run.append(scalar)
        runOffsets.append(offset)
      }
      previous = category
      previousRun = kind
      offset += length
    }
    closeRun()
    return strengths
  }

  private enum Run {
    case han, latin, other

    init(_ category: ScalarCategory) {
      switch category.cells.autospace {
      case .ideograph: self = .han
      case .alphanumeric: self = .latin
      default: self = .other
      }
    }
  }
}

extension String {
  /// The UTF-8 offsets at which words end, as a reader of Chinese would separate them, including the text's end.
  ///
  /// Marks and blanks are separated from words. Rare names are split at every character.
  ///
  /// - Complexity: O(n).
  public func wordBreakOffsets() -> [Int] {
    withUTF8Text { text in
      guard text.count > 0 else { return [] }
      let strengths = WordSegmenter.strengths(in: text)
      return strengths.indices.filter { $0 > 0 && strengths[$0] > .within && $0 < text.count } + [text.count]
    }
  }
}
