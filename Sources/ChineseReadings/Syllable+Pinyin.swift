extension Syllable {
  /// The syllable as written in 汉语拼音方案.
  func pinyin(marksTones: Bool) -> String {
    guard marksTones else { return letters.replacing("v", with: "ü") + (1...4 ~= tone ? String(tone) : "") }
    let marked = placeOfMark
    var pinyin = ""
    for (place, letter) in letters.enumerated() {
      let forms = place == marked ? Self.forms[letter] : nil
      pinyin.append(forms.map { $0[min(tone, 4) - 1] } ?? (letter == "v" ? "ü" : letter))
    }
    return pinyin
  }

  /// The letters that carry marks, in tones 1 to 4. Of the syllables without a vowel only ng is in the tables.
  private static let forms: [Character: [Character]] = [
    "a": Array("āáǎà"), "e": Array("ēéěè"), "i": Array("īíǐì"), "o": Array("ōóǒò"), "u": Array("ūúǔù"),
    "v": Array("ǖǘǚǜ"), "n": Array("nńňǹ"),
  ]

  /// Which letter carries the mark: a or e, the o of ou, otherwise the last vowel; `nil` for the neutral tone.
  private var placeOfMark: Int? {
    guard 1...4 ~= tone else { return nil }
    let letters = Array(letters)
    if let place = letters.firstIndex(where: { $0 == "a" || $0 == "e" }) { return place }
    if let place = letters.indices.dropLast().first(where: { letters[$0] == "o" && letters[$0 + 1] == "u" }) {
      return place
    }
    return letters.lastIndex { "iouv".contains($0) } ?? (letters == ["n", "g"] ? 0 : nil)
  }
}
