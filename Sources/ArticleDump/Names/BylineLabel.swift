import Text

/// The role that a byline's label gives to the people after it. The cases are in the order of the generator's roles.
enum BylineRole: Int, CaseIterable {
  case author
  /// An author whom a text may have speak: 记者.
  case speaker
  case translator, editor, translatorAndEditor, source
  /// Named for another contribution to the piece: photographs, layout.
  case other
}

/// The labels of bylines, from `Words/bylines.txt`. They match traditional characters too.
enum BylineLabel {
  /// A label in simplified characters; a Latin one in lower case.
  typealias Entry = (scalars: [Unicode.Scalar], role: BylineRole)

  private static let labels = PhraseTable(Vocabulary.bylineLabels)

  /// Whether a word is a label rather than a name.
  static func isLabel(_ word: String) -> Bool { role(of: word) != nil }

  /// What a label calls people; `nil` if a word is not a label.
  static func role(of word: String) -> BylineRole? {
    word.withSimplifiedBytes { word in
      labels.match(in: word, at: 0).flatMap { $0.length == word.count ? BylineRole.allCases[$0.payload] : nil }
    }
  }

  /// The length in bytes of a label that is left before an author's or a translator's name: 本报记者.
  static func lengthBeforeName(_ name: String) -> Int? {
    name.withSimplifiedBytes { name in
      guard let label = labels.match(in: name, at: 0), label.length > 3, name[0] >= 0x80 else { return nil }
      switch BylineRole.allCases[label.payload] {
      case .author, .speaker, .translator: return label.length
      case .translatorAndEditor, .editor, .source, .other: return nil
      }
    }
  }

  /// A quick test: whether any label occurs in a text, in upper or lower case.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    FoldedLine.read(text) { folded in
      labels.holdsAny(in: folded.bytes)
        // Full-width letters, U+FF21 to U+FF5A, also form labels; they begin with EF BC or EF BD.
        || folded.bytes.indices.dropLast(2).contains { index in
          folded.bytes[index] == 0xEF
            && (folded.bytes[index + 1] == 0xBD || folded.bytes[index + 1] == 0xBC && folded.bytes[index + 2] >= 0xA1)
        }
    }
  }

  /// The quick answer for running text: whether the first letter can begin a label.
  static func mayOpen(_ line: String) -> Bool {
    for scalar in line.unicodeScalars {
      switch scalar {
      case "（", "(", "[", "【", "〔", "［", "*", " ", "「", "—", "-", "\u{3000}", "\u{A0}": continue
      default: return !entries(from: scalar).isEmpty
      }
    }
    return false
  }

  /// The labels that may begin with a letter, longest first, as scalars for matching.
  static func entries(from first: Unicode.Scalar) -> [Entry] {
    let first = folded(first)
    return firstScalars.contains(first) ? table[first] ?? [] : []
  }

  /// A scalar, folded as in labels.
  static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    "A"..."Z" ~= scalar ? scalar.value | 0x20 : Vocabulary.simplified(scalar.value)
  }

  private static let table: [UInt32: [Entry]] = {
    var table: [UInt32: [Entry]] = [:]
    Vocabulary.forEach(in: Vocabulary.bylineLabels) { role, label in
      let scalars = Array(String(wellFormed: label).unicodeScalars)
      // The generator writes shorter ones first.
      table[scalars[0].value, default: []].insert((scalars, BylineRole.allCases[role]), at: 0)
    }
    return table
  }()

  private static let firstScalars = ScalarSet(
    String(String.UnicodeScalarView(table.keys.compactMap(Unicode.Scalar.init))))
}
