extension Syllable {
  /// The syllable in 注音符號, derived from pinyin by rule: an initial, and the final that its letters spell.
  ///
  /// The first tone has no mark; the dot of the neutral tone is before the syllable.
  func zhuyin(marksTones: Bool) -> String {
    let symbols = Self.symbols(of: String(letters))
    guard marksTones else { return symbols + (2...5 ~= tone ? String(tone) : "") }
    switch tone {
    case 2: return symbols + "ˊ"
    case 3: return symbols + "ˇ"
    case 4: return symbols + "ˋ"
    case 5: return "˙" + symbols
    default: return symbols
    }
  }

  private static func symbols(of letters: String) -> String {
    if let whole = wholes[letters] { return whole }
    // y and w are not initials: they represent the first letter of a final that begins with i, u or ü.
    if letters.hasPrefix("yu") { return finals["v" + letters.dropFirst(2)] ?? letters }
    if letters.hasPrefix("y") {
      let rest = letters.dropFirst()
      return finals[rest.hasPrefix("i") ? String(rest) : "i" + rest] ?? letters
    }
    if letters.hasPrefix("w") {
      let rest = letters.dropFirst()
      return finals[rest.hasPrefix("u") ? String(rest) : "u" + rest] ?? letters
    }
    let length =
      ["zh", "ch", "sh"].contains { letters.hasPrefix($0) } ? 2 : initials[String(letters.prefix(1))] == nil ? 0 : 1
    let initial = initials[String(letters.prefix(length))] ?? ""
    var final = String(letters.dropFirst(length))
    if "jqx".contains(letters.prefix(1)), final.hasPrefix("u") { final = "v" + final.dropFirst() }
    // The i of zhi, ci … is not written.
    if final == "i", ["zh", "ch", "sh", "r", "z", "c", "s"].contains(letters.prefix(length)) { return initial }
    return finals[final].map { initial + $0 } ?? letters
  }

  /// Syllables that do not consist of an initial and a final.
  private static let wholes = ["r": "ㄦ", "er": "ㄦ", "ng": "ㄫ", "yo": "ㄧㄛ"]

  private static let initials = [
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ", "g": "ㄍ", "k": "ㄎ", "h": "ㄏ",
    "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ", "s": "ㄙ",
  ]

  /// Finals as they are spelled after an initial, and in full (iou, uei, uen, ueng).
  private static let finals = [
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ",
    "eng": "ㄥ", "ong": "ㄨㄥ",
    "i": "ㄧ", "ia": "ㄧㄚ", "ie": "ㄧㄝ", "iai": "ㄧㄞ", "iao": "ㄧㄠ", "iu": "ㄧㄡ", "iou": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ",
    "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uei": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uen": "ㄨㄣ",
    "uang": "ㄨㄤ", "ueng": "ㄨㄥ",
    "v": "ㄩ", "ve": "ㄩㄝ", "van": "ㄩㄢ", "vn": "ㄩㄣ", "ue": "ㄩㄝ",
  ]
}
