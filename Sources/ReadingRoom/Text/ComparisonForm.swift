import ChineseConversion

/// The form in which words that a reader types are compared with text: simplified and traditional characters,
/// full-width and half-width forms, and upper and lower case are the same.
///
/// Each scalar has a form of its own, whatever is beside it, so that a place in the form is a place in the text.
enum ComparisonForm {
  static func of(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar | 0x20
    case ..<0xC0: scalar
    case 0xC0..<0x2000: lowerCase(scalar)
    case 0x3000: 0x20
    case 0x3400...0x9FFF: UInt32(unifiedForms[Int(scalar - 0x3400)])
    case 0xF900...0xFAFF, 0x20000...0x3FFFF: simplified(scalar)
    // Full-width forms are ASCII's at a distance (Unicode, "Halfwidth and Fullwidth Forms").
    case 0xFF01...0xFF5E: of(scalar - 0xFEE0)
    default: scalar
    }
  }

  /// The form of a text.
  static func of(_ text: String) -> String {
    String(String.UnicodeScalarView(scalars(text).compactMap(Unicode.Scalar.init)))
  }

  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map { of($0.value) } }

  /// The forms of U+3400 to U+9FFF, nearly all of Chinese text, so that an article is searched at every key.
  private static let unifiedForms: [UInt16] = (0x3400...0x9FFF).map { UInt16(exactly: simplified($0)) ?? UInt16($0) }

  private static func simplified(_ scalar: UInt32) -> UInt32 {
    Unicode.Scalar(scalar).map { $0.simplifiedForm.value } ?? scalar
  }

  private static func lowerCase(_ scalar: UInt32) -> UInt32 {
    guard let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars, mapping.count == 1 else {
      return scalar
    }
    return mapping.first?.value ?? scalar
  }
}

/// The words of a filter: a text matches that contains all of them.
struct FilterWords {
  private let words: [String]

  init(_ text: String) { words = ComparisonForm.of(text).split(separator: " ").map(String.init) }

  func match(_ text: String) -> Bool {
    guard !words.isEmpty else { return true }
    let text = ComparisonForm.of(text)
    return words.allSatisfy { text.range(of: $0) != nil }
  }
}
