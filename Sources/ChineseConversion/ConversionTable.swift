import Text

/// The counterparts of characters and words in another script: one of the tables that `Scripts/generate-conversion`
/// writes.
///
/// Characters have numbers in the order of their code points. A word is found by its first character, then by a search
/// among the second characters of words that begin with it, then by comparing the few that share both.
struct ConversionTable {
  /// How many characters have numbers, whether they change or only occur in words.
  let characterCount: Int
  private let pageStarts: Base92
  private let codes: Base92
  private let choiceStarts: Base92
  private let choices: Base92
  private let wordStarts: Base92
  private let seconds: Base92
  private let rests: Base92

  init(
    characterCount: Int, pageStarts: StaticString, codes: StaticString, choiceStarts: StaticString,
    choices: StaticString,
    wordStarts: StaticString, seconds: StaticString, rests: StaticString
  ) {
    self.characterCount = characterCount
    self.pageStarts = Base92(pageStarts)
    self.codes = Base92(codes)
    self.choiceStarts = Base92(choiceStarts)
    self.choices = Base92(choices)
    self.wordStarts = Base92(wordStarts)
    self.seconds = Base92(seconds)
    self.rests = Base92(rests)
  }

  /// The longest word in the text at a place.
  struct Word {
    var characterCount: Int
    fileprivate var result: Result
  }

  /// The conversion of a word.
  fileprivate enum Result {
    /// Each character becomes its first choice, except for those listed: where the list begins in `rests`.
    case choices(exceptions: Int, count: Int)
    /// Where the code points begin in `rests`.
    case spelledOut(at: Int, count: Int)
  }

  /// What follows the first two characters of a word: one digit for their count and the kind of result, two for each of
  /// them, then the result.
  private enum Rest {
    static let kinds = 6
    /// A count of code points follows, then the code points.
    static let spelledOut = 5
    /// Lower kinds are the count of exceptions, each written as one digit: the character's index in the word and its
    /// choice.
    static let choiceKinds = 6
    /// The choice that leaves a character unchanged.
    static let itself = 5
  }

  /// The number of code points whose characters are looked up together, and the number of such pages up to the end of
  /// plane 3.
  private static let pageSize: UInt32 = 256
  private static let pageCount = 0x400

  /// The number of a character in the table.
  ///
  /// - Complexity: O(log n) in the table's characters on the same page.
  func number(of code: UInt32) -> Int? {
    let page = Int(code / Self.pageSize)
    guard page < Self.pageCount else { return nil }
    var low = pageStarts.two(at: 2 * page)
    var high = pageStarts.two(at: 2 * page + 2)
    while low < high {
      let middle = (low + high) / 2
      let found = codes.three(at: 3 * middle)
      if found == Int(code) { return middle }
      if found < Int(code) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The conversion of a character outside of words; `nil` if it does not change.
  func firstChoice(of number: Int) -> UInt32? {
    let start = choiceStarts.two(at: 2 * number)
    return start < choiceStarts.two(at: 2 * number + 2) ? UInt32(choices.three(at: 3 * start)) : nil
  }

  private func choice(_ choice: Int, of number: Int) -> UInt32? {
    choice == Rest.itself ? nil : UInt32(choices.three(at: 3 * (choiceStarts.two(at: 2 * number) + choice)))
  }

  /// The longest word that begins with these characters.
  ///
  /// - Parameters:
  ///   - numbers: The text's characters by number, -1 for one that is not in the table.
  ///   - canEnd: Whether a word may end before this place in `numbers`.
  func longestWord(
    at start: Int, in numbers: [Int16], canEnd: (Int) -> Bool
  ) -> Word? {
    guard start + 1 < numbers.count, numbers[start] >= 0, numbers[start + 1] >= 0 else { return nil }
    let first = Int(numbers[start])
    let second = Int(numbers[start + 1])
    var low = wordStarts.three(at: 3 * first)
    var high = wordStarts.three(at: 3 * first + 3)
    while low < high {
      let middle = (low + high) / 2
      let found = seconds.two(at: 5 * middle)
      if found < second {
        low = middle + 1
      } else if found > second {
        high = middle
      } else {
        return longestWord(
          amongRests: seconds.three(at: 5 * middle + 2)..<seconds.three(at: 5 * middle + 7), at: start, in: numbers,
          canEnd: canEnd)
      }
    }
    return nil
  }

  private func longestWord(
    amongRests range: Range<Int>, at start: Int, in numbers: [Int16], canEnd: (Int) -> Bool
  ) -> Word? {
    var place = range.lowerBound
    while place < range.upperBound {
      let head = rests.one(at: place)
      let restCount = head / Rest.kinds
      let kind = head % Rest.kinds
      let restStart = place + 1
      let resultStart = restStart + 2 * restCount
      let end = start + 2 + restCount
      let isWord =
        end <= numbers.count
        && (0..<restCount).allSatisfy { rests.two(at: restStart + 2 * $0) == numbers[start + 2 + $0] }
        && canEnd(end)
      if kind == Rest.spelledOut {
        let count = rests.one(at: resultStart)
        if isWord { return Word(characterCount: end - start, result: .spelledOut(at: resultStart + 1, count: count)) }
        place = resultStart + 1 + 3 * count
      } else {
        if isWord { return Word(characterCount: end - start, result: .choices(exceptions: resultStart, count: kind)) }
        place = resultStart + kind
      }
    }
    return nil
  }

  /// Passes on the characters that a word becomes, in order.
  ///
  /// - Parameter codes: The word as it is written.
  func forEachCharacter(
    of word: Word, at start: Int, numbers: [Int16], codes: [UInt32],
    _ body: (UInt32) -> Void
  ) {
    switch word.result {
    case .spelledOut(let place, let count):
      for index in 0..<count { body(UInt32(rests.three(at: place + 3 * index))) }
    case .choices(var exception, let count):
      let exceptionsEnd = exception + count
      for index in 0..<word.characterCount {
        let number = Int(numbers[start + index])
        let changed: UInt32?
        if exception < exceptionsEnd, rests.one(at: exception) / Rest.choiceKinds == index {
          changed = choice(rests.one(at: exception) % Rest.choiceKinds, of: number)
          exception += 1
        } else {
          changed = firstChoice(of: number)
        }
        body(changed ?? codes[start + index])
      }
    }
  }
}
