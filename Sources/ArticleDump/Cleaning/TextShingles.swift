import Text

/// The letters of a text as a set of overlapping windows (shingles), to test whether a line occurs in it without a
/// search.
struct TextShingles {
  private var shingles: Set<UInt64> = []

  /// Letters in a window. Twelve rarely occur in two places by chance.
  fileprivate static let windowLength = 12
  /// In bytes; no page has more text in its metadata.
  private static let mostBytes = 400_000

  var isEmpty: Bool { shingles.isEmpty }

  /// - Parameter texts: The texts to look in; tags in them are skipped.
  init(_ texts: [String?]) {
    for case let text? in texts {
      let letters = Self.letters(of: text)
      guard letters.count >= Self.windowLength else { continue }
      shingles.reserveCapacity(shingles.count + letters.count)
      for start in 0...letters.count - Self.windowLength { shingles.insert(Self.hash(letters, at: start)) }
    }
  }

  /// The first letters of a line, and the last ones on demand, since the beginnings of most lines are not in the text.
  struct Ends {
    fileprivate let first: UInt64
    private let line: String

    /// `nil` for a line that is too short.
    init?(_ line: String) {
      let letters = TextShingles.letters(of: line, atMost: TextShingles.windowLength)
      guard letters.count == TextShingles.windowLength else { return nil }
      first = TextShingles.hash(letters, at: 0)
      self.line = line
    }

    fileprivate lazy var last: UInt64 = {
      let letters = TextShingles.letters(of: line)
      return TextShingles.hash(letters, at: letters.count - TextShingles.windowLength)
    }()
  }

  /// Whether a line's beginning and end are in the text.
  func holds(_ ends: inout Ends) -> Bool { shingles.contains(ends.first) && shingles.contains(ends.last) }

  fileprivate static func hash(_ letters: [UInt32], at start: Int) -> UInt64 {
    var hash = KeyHash()
    for letter in letters[start..<start + windowLength] { hash.add(letter) }
    return hash.value
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FEF: true
    case ..<0x80: 0x61...0x7A ~= scalar.value | 0x20
    default: scalar.properties.isAlphabetic
    }
  }

  fileprivate static func letters(of text: String, atMost mostLetters: Int = .max) -> [UInt32] {
    var letters: [UInt32] = []
    var isTag = false
    for scalar in text.unicodeScalars.prefix(mostBytes) {
      switch scalar {
      case "<": isTag = true
      case ">": isTag = false
      case _ where !isTag && isLetter(scalar):
        letters.append(0x41...0x5A ~= scalar.value ? scalar.value | 0x20 : scalar.value)
        if letters.count == mostLetters { return letters }
      default: break
      }
    }
    return letters
  }
}
