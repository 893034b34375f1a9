/// The writing system of a word, as far as it determines which dictionary has it.
public enum WritingSystem: String, Sendable, Hashable, CaseIterable {
  /// Letters of a script; kana also if Han characters are mixed with kana.
  case han, kana, hangul, latin, greek, cyrillic
  /// Any other letters, digits or symbols.
  case other

  /// The writing system of most letters in a text; Han with any kana is Japanese, and counts as kana.
  public init(of text: String) {
    var counts: [WritingSystem: Int] = [:]
    for scalar in text.unicodeScalars {
      guard let writing = WritingSystem(of: scalar) else { continue }
      counts[writing, default: 0] += 1
    }
    if counts[.kana] != nil, counts[.han] ?? 0 >= counts.values.max() ?? 0 {
      self = .kana
      return
    }
    // If several are equally frequent, the first in the order of the cases.
    let most = counts.values.max()
    self = WritingSystem.allCases.first { counts[$0] == most && most != nil } ?? .other
  }

  /// Source: Unicode blocks of the scripts (Blocks.txt); sorting dictionaries needs no more precision.
  private init?(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3005...0x3007, 0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .han
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: self = .hangul
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .latin
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .other
    }
  }
}
