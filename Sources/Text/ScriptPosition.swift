/// Superscript or subscript, and how plain text writes it.
///
/// Raised text has a meaning: `10<sup>6</sup>` is not 106. If Unicode has a raised or lowered form of every character,
/// these are used, as in 10⁶; otherwise it is written in brackets, as mathematical programs read it: x^(a/b).
///
/// Source: UnicodeData.txt 17.0, decompositions tagged `<super>` and `<sub>`.
package enum ScriptPosition: Sendable {
  case superscript
  case `subscript`

  /// More characters than this form a remark, not an exponent.
  package static let limitInCharacters = 16

  /// The spelling of raised or lowered text; nil if it stays as it is: nothing or only blanks, a reference to a note
  /// (`[1]`, `注2`, `※`), several lines, long text, or text that is already in that form.
  package func spelling(of text: String) -> String? {
    var forms = String.UnicodeScalarView()
    var count = 0
    var formless = 0
    var ready = 0
    var hasWord = false
    for scalar in text.unicodeScalars {
      count += 1
      if count > Self.limitInCharacters || scalar == "\n" { return nil }
      if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal { hasWord = true }
      if let form = form(of: scalar) {
        forms.append(form)
      } else {
        if Self.plainForm(of: scalar.value) != nil { ready += 1 }
        formless += 1
      }
    }
    if formless == 0 { return count > 0 ? String(forms) : nil }
    guard ready < count, hasWord, !Self.isReference(text.unicodeScalars) else { return nil }
    return opening + text + ")"
  }

  /// The text that a spelling represents: 6 for ⁶, a/b for ^(a/b); nil for text that is not a spelling.
  package func text(spelled spelling: String) -> String? {
    if spelling.hasPrefix(opening), spelling.hasSuffix(")") {
      let inner = String(spelling.dropFirst(2).dropLast())
      return self.spelling(of: inner) == spelling ? inner : nil
    }
    var plain = String.UnicodeScalarView()
    for scalar in spelling.unicodeScalars {
      guard let character = Self.plainForm(of: scalar.value), form(of: character) == scalar else { return nil }
      plain.append(character)
    }
    return plain.isEmpty ? nil : String(plain)
  }

  private var opening: String { self == .superscript ? "^(" : "_(" }

  /// `[1]`, `〔甲〕`, `（注）`, 注 and 註 with a number: references to a note.
  private static func isReference(_ text: String.UnicodeScalarView) -> Bool {
    guard let first = text.first(where: { $0 != " " }), let last = text.last(where: { $0 != " " }) else { return true }
    switch first {
    case "[": return last == "]"
    case "〔": return last == "〕"
    case "【": return last == "】"
    case "［": return last == "］"
    case "（": return last == "）"
    case "注", "註": return text.dropFirst().allSatisfy { $0 == " " || $0.properties.numericType != nil }
    default: return false
    }
  }

  private func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let forms = self == .superscript ? Self.raised : Self.lowered
    // Full-width forms and the minus sign are written like ASCII.
    let value = 0xFF01...0xFF5E ~= scalar.value ? scalar.value - 0xFEE0 : scalar.value == 0x2212 ? 0x2D : scalar.value
    return forms[value]
  }

  /// The plain character of a raised or lowered form: 2 for ² and ₂.
  package static func plainForm(of scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0xAA...0xBA, 0x2B0...0x2E3, 0x1D2C...0x1D6A, 0x1D9C...0x1DBF, 0x2070...0x209C, 0x2C7C...0x2C7D: plain[scalar]
    default: nil
    }
  }

  private static let raised = table(
    "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ")
  private static let lowered = table(
    "0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let plain: [UInt32: Unicode.Scalar] = {
    // ª and º are letters of their own, used for ordinals.
    var plain: [UInt32: Unicode.Scalar] = [0xAA: "a", 0xBA: "o"]
    for (character, form) in raised { plain[form.value] = Unicode.Scalar(character) }
    for (character, form) in lowered { plain[form.value] = Unicode.Scalar(character) }
    return plain
  }()

  private static func table(_ characters: String, _ forms: String) -> [UInt32: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(characters.unicodeScalars.map(\.value), forms.unicodeScalars))
  }
}
