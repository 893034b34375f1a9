/// The reading of a Han character in its place.
public struct Reading: Sendable, Hashable {
  /// The character in the text.
  public var utf8Range: Range<Int>
  /// Its syllable, with the tone given in dictionaries: 一 is yī and 不 is bù, whatever follows.
  public var syllable: Syllable
  /// Whether the character has several readings and nothing here decides which: then this is the commonest.
  public var isGuess: Bool
}

extension String {
  /// The readings of the text's Han characters, in order.
  ///
  /// Words are found as the likeliest sequence (a unigram model), and a word gives the readings of its characters; a
  /// character in no word is read as its neighbours suggest (`ContextRule`), otherwise in its usual reading. Simplified
  /// and traditional characters are treated alike. Rare characters without a reading are skipped, as is everything that
  /// is not Han.
  ///
  /// - Complexity: O(n).
  public func chineseReadings() -> [Reading] {
    // Nothing below U+3000 is a Han character.
    guard utf8.contains(where: { $0 >= 0xE3 }) else { return [] }
    var readings: [Reading] = []
    var run = HanRun()
    var offset = 0
    for scalar in unicodeScalars {
      if ReadingData.firstCode...ReadingData.lastCode ~= scalar.value {
        if run.codes.isEmpty { run.utf8Start = offset }
        run.codes.append(scalar.value)
      } else if !run.codes.isEmpty {
        run.appendReadings(to: &readings)
        run = HanRun(before: scalar)
      } else {
        run.before = scalar
      }
      offset += UTF8.width(scalar)
    }
    run.appendReadings(to: &readings)
    return readings
  }
}

/// Han characters in a row, each of three bytes.
struct HanRun {
  var codes: [UInt32] = []
  var utf8Start = 0
  /// The character before the first of them.
  var before: Unicode.Scalar?

  func appendReadings(to readings: inout [Reading]) {
    guard !codes.isEmpty else { return }
    let words = words()
    var start = 0
    var precedingWordLength = 0
    for word in words {
      if let word {
        for index in 0..<word.characterCount {
          guard let usual = ReadingTable.usual(of: codes[start + index]) else { continue }
          let syllable = ReadingTable.exception(in: word, at: index) ?? usual.syllable
          readings.append(reading(at: start + index, ReadingTable.syllable(syllable), isGuess: false))
        }
      } else if let usual = ReadingTable.usual(of: codes[start]) {
        if let syllable = ContextRule.syllable(
          at: start, in: self, precedingWordLength: precedingWordLength)
        {
          readings.append(reading(at: start, syllable, isGuess: false))
        } else {
          readings.append(reading(at: start, ReadingTable.syllable(usual.syllable), isGuess: usual.isGuess))
        }
      }
      precedingWordLength = word?.characterCount ?? 1
      start += precedingWordLength
    }
  }

  private func reading(at index: Int, _ syllable: Syllable, isGuess: Bool) -> Reading {
    let start = utf8Start + 3 * index
    return Reading(utf8Range: start..<start + 3, syllable: syllable, isGuess: isGuess)
  }

  /// The likeliest words, `nil` for a single character.
  private func words() -> [ReadingTable.Word?] {
    let numbers = codes.map(ReadingTable.number)
    var best = [(cost: Int, word: ReadingTable.Word?)](repeating: (0, nil), count: codes.count + 1)
    for start in stride(from: codes.count - 1, through: 0, by: -1) {
      best[start] = (ReadingTable.cost(ofNumber: numbers[start]) + best[start + 1].cost, nil)
      ReadingTable.forEachWord(at: start, in: numbers) { word in
        let cost = word.cost + best[start + word.characterCount].cost
        if cost < best[start].cost { best[start] = (cost, word) }
      }
    }
    var words: [ReadingTable.Word?] = []
    var start = 0
    while start < codes.count {
      words.append(best[start].word)
      start += best[start].word?.characterCount ?? 1
    }
    return words
  }
}
