import Text

/// The readings of characters, alone and in words, as written by `Scripts/generate-readings`.
///
/// Nothing is loaded or built: numbers are read in place in the executable. Characters are found by their code points,
/// words by their first character, then by a search among the second characters of words that begin with it.
enum ReadingTable {
  /// The usual reading of a character.
  struct Usual {
    /// The number of the syllable.
    var syllable: Int
    /// Whether another reading is fairly likely.
    var isGuess: Bool
  }

  /// A word that begins at a place of a text.
  struct Word {
    var characterCount: Int
    /// Three times the binary logarithm of its rarity.
    var cost: Int
    /// Where the readings that differ from the usual ones are listed, and how many there are.
    fileprivate var exceptions: Int
    fileprivate var exceptionCount: Int
  }

  private static var usual: Base92 { Base92(ReadingData.usual) }
  private static var numbers: Base92 { Base92(ReadingData.numbers) }
  private static var costs: Base92 { Base92(ReadingData.costs) }
  private static var wordStarts: Base92 { Base92(ReadingData.wordStarts) }
  private static var seconds: Base92 { Base92(ReadingData.seconds) }
  private static var rests: Base92 { Base92(ReadingData.rests) }

  /// The usual reading of a character; `nil` if it has none here.
  static func usual(of code: UInt32) -> Usual? {
    guard ReadingData.firstCode...ReadingData.lastCode ~= code else { return nil }
    let entry = usual.two(at: 2 * Int(code - ReadingData.firstCode))
    return entry == 0 ? nil : Usual(syllable: entry / 2 - 1, isGuess: entry % 2 == 1)
  }

  /// The number of a character in words, 0 if it is in none. Variants have one number.
  static func number(of code: UInt32) -> Int {
    guard ReadingData.firstCode...ReadingData.lastCode ~= code else { return 0 }
    return numbers.two(at: 2 * Int(code - ReadingData.firstCode))
  }

  /// The cost of a character as a separate word.
  static func cost(ofNumber number: Int) -> Int { number == 0 ? ReadingData.unknownCost : costs.one(at: number - 1) }

  static func syllable(_ number: Int) -> Syllable {
    let width = ReadingData.syllableWidth
    let bytes = UnsafeBufferPointer(start: ReadingData.syllables.utf8Start + width * number, count: width)
    return Syllable(numbered: String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self))
  }

  /// Passes on the words that begin at a place.
  ///
  /// - Parameter text: Characters by number.
  /// - Complexity: O(log n) in the words that begin with the same character.
  static func forEachWord(at start: Int, in text: [Int], _ body: (Word) -> Void) {
    guard start + 1 < text.count, text[start] > 0, text[start + 1] > 0 else { return }
    var low = wordStarts.three(at: 3 * (text[start] - 1))
    var high = wordStarts.three(at: 3 * text[start])
    while low < high {
      let middle = (low + high) / 2
      if seconds.two(at: 5 * middle) < text[start + 1] { low = middle + 1 } else { high = middle }
    }
    guard low < wordStarts.three(at: 3 * text[start]), seconds.two(at: 5 * low) == text[start + 1] else { return }
    var place = seconds.three(at: 5 * low + 2)
    let end = seconds.three(at: 5 * low + 7)
    while place < end {
      let restCount = rests.one(at: place) / (ReadingData.longestWord + 1)
      let exceptionCount = rests.one(at: place) % (ReadingData.longestWord + 1)
      let rest = place + 2
      let exceptions = rest + 2 * restCount
      if start + 2 + restCount <= text.count,
        (0..<restCount).allSatisfy({ rests.two(at: rest + 2 * $0) == text[start + 2 + $0] })
      {
        body(
          Word(
            characterCount: 2 + restCount, cost: rests.one(at: place + 1), exceptions: exceptions,
            exceptionCount: exceptionCount))
      }
      place = exceptions + 3 * exceptionCount
    }
  }

  /// The syllable of a character in a word, if it is not the usual one.
  static func exception(in word: Word, at index: Int) -> Int? {
    for exception in 0..<word.exceptionCount {
      let place = word.exceptions + 3 * exception
      if rests.one(at: place) == index { return rests.two(at: place + 1) }
    }
    return nil
  }
}
