/// What reading a text needs to know about each character of the basic plane, in one byte.
///
/// The bits are computed properties, because a stored one would be checked for initialization at each character.
enum CharacterClasses {
  @inline(__always) static var han: UInt8 { 1 }
  @inline(__always) static var simplified: UInt8 { 2 }
  @inline(__always) static var traditional: UInt8 { 4 }
  @inline(__always) static var kana: UInt8 { 8 }
  /// Counts as one character: Han, kana, Hangul, East Asian punctuation.
  @inline(__always) static var countsOne: UInt8 { 16 }
  @inline(__always) static var space: UInt8 { 32 }
  /// A letter or digit outside East Asia: a run of them counts as one.
  @inline(__always) static var letter: UInt8 { 64 }
  /// An agency's name may begin here, or a bracket that holds a gloss.
  @inline(__always) static var opens: UInt8 { 128 }

  /// By code point, 65,536 entries.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func set(_ range: ClosedRange<Int>, _ classes: UInt8) {
      for index in range { table[index] |= classes }
    }
    set(0x30...0x39, letter)
    set(0x41...0x5A, letter)
    set(0x61...0x7A, letter)
    // Latin, Greek, Cyrillic and the alphabets after them, with their marks.
    set(0xC0...0x1FFF, letter)
    set(0x2C00...0x2DFF, letter)
    set(0xA640...0xABFF, letter)
    table[0xD7] = 0
    table[0xF7] = 0
    set(0x09...0x0D, space)
    for index in [0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000] { table[index] = space }
    set(0x2000...0x200B, space)
    // Quotation marks, dashes, dots and similar marks are full-width characters in Chinese text.
    set(0x2010...0x2027, countsOne)
    set(0x2030...0x205E, countsOne)
    table[0xB7] = countsOne
    set(0x2100...0x27BF, countsOne)
    set(0x2E80...0x2FFF, countsOne)
    set(0x3001...0x33FF, countsOne)
    set(0x3041...0x30FF, kana | countsOne)
    table[0x30FB] = countsOne
    set(0x3400...0x4DBF, han | countsOne)
    set(0x4E00...0x9FFF, han | countsOne)
    set(0xF900...0xFAFF, han | countsOne)
    table[0x3007] = han | countsOne
    set(0x1100...0x11FF, countsOne)
    set(0xAC00...0xD7A3, countsOne)
    set(0xFE30...0xFE4F, countsOne)
    set(0xFF01...0xFFEF, countsOne)
    for index in [0x200C, 0x200D, 0x2060, 0xFEFF] { table[index] = 0 }
    for scalar in ScriptCharacters.simplified.unicodeScalars { table[Int(scalar.value)] |= simplified }
    for scalar in ScriptCharacters.traditional.unicodeScalars { table[Int(scalar.value)] |= traditional }
    for first in AgencyTable.firstScalars { table[Int(first)] |= opens }
    for (place, form) in Vocabulary.foldedForms.enumerated() where form != 0 {
      table[Vocabulary.foldedRange.lowerBound + place] |= table[Int(form)] & opens
    }
    for bracket in [0x28, 0xFF08] { table[bracket] |= opens }
    return table
  }()
}
