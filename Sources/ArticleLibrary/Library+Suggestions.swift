import GRDB

extension Library {
  /// A query that the reader may have meant when one finds nothing: the same query with one character of one word
  /// corrected, as it is in titles and authors of the library.
  ///
  /// - Complexity: Reads at most a few thousand titles.
  public func suggestion(for query: ListQuery) -> String? {
    guard let parsed = try? parsed(query.text), let view = try? view() else { return nil }
    for term in parsed.query.visibleTerms.prefix(4) {
      guard let words = NearWords(term), let alone = try? list(ListQuery(text: Self.quoted(term.text))), alone.isEmpty
      else { continue }
      for candidate in (try? read({ try words.candidates(in: view, $0) })) ?? [] {
        var better = query
        better.text = query.text.replacing(term.text, with: candidate, maxReplacements: 1)
        if better.text != query.text, let found = try? list(better), !found.isEmpty { return better.text }
      }
    }
    return nil
  }

  private static func quoted(_ text: String) -> String { "\"" + text.filter { $0 != "\"" } + "\"" }
}

/// Finds words in titles that differ from a given one by one character.
///
/// Then one of its halves is correct (pigeonhole), and the index knows which titles contain it.
private struct NearWords {
  private let units: [[UInt8]]
  private let isHan: Bool
  private let halves: [Range<Int>]

  private static let mostTitles = 2_000

  /// `nil` for words that are too short or too long to guess.
  init?(_ term: TextTerm) {
    let folded = term.folded
    if folded.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }) {
      isHan = false
      units = folded.map { [$0] }
      guard (4...24).contains(units.count) else { return nil }
      // Words can only be looked up by their beginning.
      halves = [0..<(units.count + 1) / 2]
    } else {
      isHan = true
      units = Self.characters(of: folded)
      guard (2...16).contains(units.count), units.allSatisfy({ $0.count >= 3 }) else { return nil }
      halves = [0..<units.count / 2, units.count / 2..<units.count]
    }
  }

  private static func characters(of folded: [UInt8]) -> [[UInt8]] {
    var characters: [[UInt8]] = []
    for byte in folded {
      if byte & 0xC0 == 0x80, !characters.isEmpty {
        characters[characters.count - 1].append(byte)
      } else {
        characters.append([byte])
      }
    }
    return characters
  }

  /// Words as titles write them, the likeliest first.
  func candidates(in view: IndexView, _ db: Database) throws -> [String] {
    var counts: [String: (count: Int, distance: Int)] = [:]
    let statement = try RawStatement(db, "SELECT title, authors FROM articles WHERE id = ? AND flags & 1")
    for half in halves {
      let text = String(decoding: units[half].joined(), as: UTF8.self)
      let match = "{title authors} : \"\(text)\"" + (isHan ? "" : " *")
      let hits = try PhraseHits.find(
        Array(match.utf8), in: "titles", capacity: view.columns.capacity, db)
      var left = Self.mostTitles
      var numbers: [Int64] = []
      hits.members.forEach {
        if left > 0 { numbers.append(Int64($0)) }
        left -= 1
      }
      for number in numbers {
        try statement.forEach(number) { row in
          for text in [row.text(0), row.text(1)] {
            guard let text else { continue }
            for (word, distance) in near(in: text) { counts[word, default: (0, distance)].count += 1 }
          }
        }
      }
    }
    return counts.sorted { a, b in
      (a.value.distance, -a.value.count, a.key) < (b.value.distance, -b.value.count, b.key)
    }.prefix(3).map(\.key)
  }

  /// Words of a text that differ by one character, and by how much: 0 if both sound alike, a typical slip with input
  /// methods.
  private func near(in text: String) -> [(String, Int)] {
    var folding = TextFolding(recordingOffsets: true)
    folding.append(text)
    let folded = folding.folded
    var starts = folded.indices.filter { folded[$0] & 0xC0 != 0x80 }
    starts.append(folded.count)
    let utf8 = Array(text.utf8)
    func unit(_ place: Int) -> ArraySlice<UInt8> { folded[starts[place]..<starts[place + 1]] }
    func source(_ range: Range<Int>) -> String {
      let start = Int(folding.sourceOffsets[starts[range.lowerBound]])
      let last = Int(folding.sourceOffsets[starts[range.upperBound] - 1])
      var end = last + 1
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
      return String(decoding: utf8[start..<end], as: UTF8.self)
    }
    func isWordUnit(_ place: Int) -> Bool { unit(place).first.map { $0 > 0x20 && $0 < 0x80 } ?? false }
    var found: [(String, Int)] = []
    let count = starts.count - 1
    for start in 0..<max(0, count) {
      if !isHan {
        guard isWordUnit(start), start == 0 || !isWordUnit(start - 1) else { continue }
        var end = start
        while end < count, isWordUnit(end) { end += 1 }
        if Self.isOneEditApart((start..<end).map { Array(unit($0)) }, units) { found.append((source(start..<end), 1)) }
        continue
      }
      // A different character, the likeliest slip; one too few or too many only in words that are long enough to be
      // sure.
      for length in units.count >= 4 ? [units.count, units.count + 1, units.count - 1] : [units.count] {
        guard start + length <= count else { continue }
        let word = (start..<start + length).map { Array(unit($0)) }
        guard word.allSatisfy({ $0.count >= 3 }), Self.isOneEditApart(word, units) else { continue }
        let soundsAlike = length == units.count && Self.soundAlike(word, units)
        // With two characters, nearly every other pair differs by one.
        if units.count == 2, !soundsAlike { continue }
        found.append((source(start..<start + length), soundsAlike ? 0 : length == units.count ? 1 : 2))
      }
    }
    return found
  }

  private static func isOneEditApart(_ first: [[UInt8]], _ second: [[UInt8]]) -> Bool {
    guard first != second, abs(first.count - second.count) <= 1 else { return false }
    let common = zip(first, second).prefix { $0 == $1 }.count
    let ending = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return common + ending >= max(first.count, second.count) - 1
  }

  private static func soundAlike(_ first: [[UInt8]], _ second: [[UInt8]]) -> Bool {
    zip(first, second).allSatisfy { a, b in
      if a == b { return true }
      guard let one = String(decoding: a, as: UTF8.self).unicodeScalars.first,
        let other = String(decoding: b, as: UTF8.self).unicodeScalars.first
      else { return false }
      let readings = Set(Spelling.shared.readings(of: one.value))
      return Spelling.shared.readings(of: other.value).contains { readings.contains($0) }
    }
  }
}
