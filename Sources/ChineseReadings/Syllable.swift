/// A syllable of Mandarin with its tone.
public struct Syllable: Sendable, Hashable {
  /// Letters and the tone as a digit: `hang2`, `lv4` for lǜ, `de5` in the neutral tone. `r` is a 儿 that is part of the
  /// syllable before it.
  public let numbered: String

  /// A syllable in the form of `numbered`.
  public init(numbered: String) { self.numbered = numbered }

  /// Pinyin letters without the tone; ü is `v`.
  var letters: Substring { numbered.prefix { !$0.isNumber } }

  /// 1 to 4, 5 for the neutral tone, 0 for the `r` of 儿.
  var tone: Int { numbered.utf8.last.flatMap { $0 < 0x3A ? Int($0) - 0x30 : nil } ?? 0 }
}

/// The notation of syllables.
public enum PhoneticNotation: String, Sendable, Hashable, CaseIterable {
  /// 汉语拼音: háng.
  case pinyin
  /// 注音符號, bopomofo: ㄏㄤˊ.
  case zhuyin

  /// A syllable in this notation.
  ///
  /// - Parameter marksTones: With tone marks; otherwise tones are digits (`hang2`, `ㄏㄤ2`), for terminals without
  ///   accented letters. The neutral tone has no digit in pinyin, and the first tone has none in zhuyin.
  public func text(of syllable: Syllable, marksTones: Bool = true) -> String {
    switch self {
    case .pinyin: syllable.pinyin(marksTones: marksTones)
    case .zhuyin: syllable.zhuyin(marksTones: marksTones)
    }
  }
}
