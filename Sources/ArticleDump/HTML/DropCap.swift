/// Whether a drop cap and the letters after it are one word although the markup has a line break between them.
///
/// `W` and `hy the bridge…` are; `A` and `bridge…` are not, though `A` and `ccording…` are: after A and I, which are
/// words themselves, the next letters must look like the rest of a word.
enum DropCap {
  /// - Parameters:
  ///   - before: The paragraph so far; it ends with the letter.
  ///   - next: The text that follows, at most up to the next blank.
  static func joins(_ before: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<UInt8>) -> Bool {
    // An opening “ precedes the large letter.
    if before.suffix(3).elementsEqual("“".utf8) { return true }
    guard let letter = before.last, isLetter(letter) else { return false }
    // A large `In`, then `a bridge`: whole words.
    if before.count > 1, isLetter(before[before.count - 2]) { return false }
    let word = next.prefix(while: isLetter)
    guard let first = word.first else { return false }
    guard letter == 0x41 || letter == 0x49 else { return true }
    // `A New Bridge`: a word of its own.
    if isCapital(first), word.count > 1, !isCapital(word[word.startIndex + 1]) { return false }
    let rest = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    return (letter == 0x41 ? restsAfterA : restsAfterI).contains(rest) || !mayOpenWord(rest)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether an English word may begin like this: with a vowel, with one consonant before a vowel, or with two that may
  /// begin a word.
  private static func mayOpenWord(_ rest: String) -> Bool {
    let bytes = Array(rest.utf8.prefix(2))
    guard bytes.count == 2 else { return rest == "a" || rest == "i" }
    func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }
    if isVowel(bytes[0]) || isVowel(bytes[1]) { return true }
    if bytes[1] == 0x79 { return true }
    return openings.contains(String(decoding: bytes, as: UTF8.self))
  }

  private static let openings: Set<String> = [
    "bl", "br", "ch", "cl", "cr", "dr", "dw", "fl", "fr", "gh", "gl", "gn", "gr", "kn", "kl", "ph", "pl", "pr", "ps",
    "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sw", "th", "tr", "tw", "wh", "wr",
  ]

  private static let restsAfterA: Set<String> = [
    "re", "ny", "nother", "mid", "mong", "bout", "bove", "gainst", "merica", "merican", "mericans", "frica", "frican",
    "sia", "sian", "mazon", "ustralia", "ustralian", "uthorities", "ctivists", "round", "part", "pril", "ugust",
  ]

  private static let restsAfterI: Set<String> = ["taly", "talian", "raq", "raqi", "ranian", "celand", "magine"]
}
