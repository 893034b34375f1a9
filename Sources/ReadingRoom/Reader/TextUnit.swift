import Typesetting

/// The units by which a selection grows and shrinks.
enum TextUnit: Int, Sendable, Hashable, CaseIterable {
  case word, sentence, paragraph
}

extension Flow {
  /// The unit that contains an offset of the reading text, or the next one; `nil` in an article without text.
  func range(of unit: TextUnit, at utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    if let range = leaves[leaf].units(unit).first(where: { $0.upperBound > inner }) { return moved(range, to: leaf) }
    return first(unit, below: leaf) ?? last(unit, above: leaves.count)
  }

  /// The next unit after a place.
  func range(of unit: TextUnit, after utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    if let range = leaves[leaf].units(unit).first(where: { $0.lowerBound >= inner }) { return moved(range, to: leaf) }
    return first(unit, below: leaf)
  }

  /// The last unit before a place.
  func range(of unit: TextUnit, before utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    if let range = leaves[leaf].units(unit).last(where: { $0.upperBound <= inner }) { return moved(range, to: leaf) }
    return last(unit, above: leaf)
  }

  private func first(_ unit: TextUnit, below leaf: Int) -> Range<Int>? {
    for index in (leaf + 1)..<max(leaf + 1, leaves.count) {
      if let range = leaves[index].units(unit).first { return moved(range, to: index) }
    }
    return nil
  }

  private func last(_ unit: TextUnit, above leaf: Int) -> Range<Int>? {
    for index in (0..<min(leaf, leaves.count)).reversed() {
      if let range = leaves[index].units(unit).last { return moved(range, to: index) }
    }
    return nil
  }

  /// A range of a leaf's text as a range of the whole text.
  func moved(_ range: Range<Int>, to leaf: Int) -> Range<Int> {
    leaves[leaf].base + range.lowerBound..<leaves[leaf].base + range.upperBound
  }

  /// The text between two offsets, one line for each leaf, without the room's additions.
  func text(in range: Range<Int>) -> String {
    var lines: [String] = []
    for leaf in leaves
    where !leaf.isMadeByRoom && leaf.base < range.upperBound && leaf.base + leaf.utf8Count > range.lowerBound {
      let part = (range.lowerBound - leaf.base..<range.upperBound - leaf.base).clamped(to: 0..<leaf.utf8Count)
      let bytes = Array(leaf.text.utf8)
      var kept: [UInt8] = []
      var start = part.lowerBound
      for run in leaf.runs where run.style.contains(.aside) {
        let aside = run.utf8Range.clamped(to: part)
        if start < aside.lowerBound { kept += bytes[start..<aside.lowerBound] }
        start = max(start, aside.upperBound)
      }
      if start < part.upperBound { kept += bytes[start..<part.upperBound] }
      let text = String(decoding: kept, as: UTF8.self)
      if text.contains(where: { !$0.isWhitespace }) {
        lines += text.split(separator: "\n").map(String.init)
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Leaf {
  /// The leaf's words, sentences or paragraphs as ranges of its text, in order. Marks and blanks between words are in
  /// none of them, and neither are the room's additions.
  func units(_ unit: TextUnit) -> [Range<Int>] {
    guard !isMadeByRoom, !text.isEmpty else { return [] }
    // The room's additions, such as the label of a picture, are not the author's words.
    let asides = runs.filter { $0.style.contains(.aside) }.map(\.utf8Range)
    return ranges(of: unit).filter { range in
      !asides.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }
  }

  private func ranges(of unit: TextUnit) -> [Range<Int>] {
    switch unit {
    case .word: return words
    case .sentence: return sentences
    case .paragraph:
      let range = Self.trimmed(0..<text.utf8.count, of: Array(text.utf8))
      return range.isEmpty ? [] : [range]
    }
  }

  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for end in text.wordBreakOffsets() {
      let lower = text.utf8.index(text.utf8.startIndex, offsetBy: start)
      let upper = text.utf8.index(text.utf8.startIndex, offsetBy: end)
      let piece = text[lower..<upper]
      let trailing = piece.reversed().prefix { !$0.isLetter && !$0.isNumber }.reduce(0) { $0 + $1.utf8.count }
      if end - trailing > start, piece.holdsWord {
        words.append(start..<end - trailing)
      }
      start = end
    }
    return words
  }

  /// Sentences end after 。！？… and closing marks, after `.` `!` `?` before a blank, and at line breaks.
  private var sentences: [Range<Int>] {
    let bytes = Array(text.utf8)
    var sentences: [Range<Int>] = []
    var start = 0
    func end(at offset: Int) {
      let range = Self.trimmed(start..<offset, of: bytes)
      if !range.isEmpty { sentences.append(range) }
      start = offset
    }
    var offset = 0
    var isEnded = false
    var needsBlank = false
    for character in text {
      let isCloser = "”’」』）)】》〉\"'".contains(character)
      if isEnded, !isCloser, !"。！？…!?.".contains(character) {
        if !needsBlank || character.isWhitespace { end(at: offset) }
        isEnded = false
      }
      if character.isNewline {
        end(at: offset)
        isEnded = false
      } else if "。！？…".contains(character) {
        (isEnded, needsBlank) = (true, false)
      } else if ".!?".contains(character) {
        if !isEnded { needsBlank = true }
        isEnded = true
      }
      offset += character.utf8.count
    }
    end(at: offset)
    return sentences
  }

  private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isBlank(_ place: Int) -> Int {
      if bytes[place] <= 0x20 { return 1 }
      // U+3000
      return place + 2 < end && bytes[place] == 0xE3 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x80 ? 3 : 0
    }
    while start < end, case let length = isBlank(start), length > 0 { start += length }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 3, isBlank(end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}

extension StringProtocol {
  /// Whether there is a letter or a digit: something to look up, or to speak.
  package var holdsWord: Bool { contains { $0.isLetter || $0.isNumber } }
}
