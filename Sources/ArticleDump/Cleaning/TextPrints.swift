import Text

/// The letters of a text as a set of overlapping windows: whether a line stands in it is asked without searching.
struct TextPrints {
  private var prints: Set<UInt64> = []

  /// Letters in a window. Twelve rarely stand in two places by chance.
  private static let windowLength = 12
  /// In bytes: no page says more of itself to machines.
  private static let mostBytes = 400_000

  var isEmpty: Bool { prints.isEmpty }

  /// - Parameter texts: What is looked in; tags in it are passed over.
  init(_ texts: [String?]) {
    for case let text? in texts {
      let letters = Self.letters(of: text)
      guard letters.count >= Self.windowLength else { continue }
      for start in 0...letters.count - Self.windowLength { prints.insert(Self.print(letters, at: start)) }
    }
  }

  /// Whether a line's beginning and end stand in the text; nil for a line too short to tell.
  func holds(_ line: String) -> Bool? {
    let letters = Self.letters(of: line)
    guard letters.count >= Self.windowLength else { return nil }
    return prints.contains(Self.print(letters, at: 0))
      && prints.contains(Self.print(letters, at: letters.count - Self.windowLength))
  }

  private static func print(_ letters: [UInt32], at start: Int) -> UInt64 {
    var hash = KeyHash()
    for letter in letters[start..<start + windowLength] { hash.add(letter) }
    return hash.value
  }

  private static func letters(of text: String) -> [UInt32] {
    var letters: [UInt32] = []
    var isTag = false
    for scalar in text.unicodeScalars.prefix(mostBytes) {
      switch scalar {
      case "<": isTag = true
      case ">": isTag = false
      case _ where !isTag && scalar.properties.isAlphabetic:
        letters.append(0x41...0x5A ~= scalar.value ? scalar.value | 0x20 : scalar.value)
      default: break
      }
    }
    return letters
  }
}
