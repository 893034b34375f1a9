import Testing
import Text

@Suite struct ScriptPositionTests {
  @Test(
    arguments: [
      ("6", "⁶"), ("-3", "⁻³"), ("−3", "⁻³"), ("n+1", "ⁿ⁺¹"), ("st", "ˢᵗ"), ("(2)", "⁽²⁾"), ("２", "²"), ("²", nil),
      ("a/b", "^(a/b)"), ("1.5", "^(1.5)"), ("iπ", "^(iπ)"), ("y²", "^(y²)"), ("最大", "^(最大)"), ("1,2", "^(1,2)"),
      ("q", "^(q)"), ("10 km", "^(10 km)"),
    ] as [(String, String?)])
  func superscriptsHaveFormsOrBrackets(_ text: String, _ spelling: String?) {
    #expect(ScriptPosition.superscript.spelling(of: text) == spelling)
    if let spelling, text.unicodeScalars.allSatisfy({ $0.value < 0x2000 }) {
      #expect(ScriptPosition.superscript.text(spelled: spelling) == text)
    }
  }

  @Test(arguments: [("2", "₂"), ("n-1", "ₙ₋₁"), ("max", "ₘₐₓ"), ("b", "_(b)"), ("H", "_(H)"), ("最大", "_(最大)")])
  func subscriptsHaveFormsOrBrackets(_ text: String, _ spelling: String) {
    #expect(ScriptPosition.subscript.spelling(of: text) == spelling)
    #expect(ScriptPosition.subscript.text(spelled: spelling) == text)
  }

  @Test(arguments: [
    "", " ", "[1]", "[注1]", "［2］", "〔甲〕", "（注）", "注3", "註", "①", "※", "*", "†", "a\nb", "这是一段放在上标里的很长很长的说明文字",
  ])
  func referencesToNotesRemainText(_ text: String) {
    #expect(ScriptPosition.superscript.spelling(of: text) == nil)
    #expect(ScriptPosition.subscript.spelling(of: text) == nil)
  }

  @Test(arguments: ["", "6", "^(", "^()", "^(6)", "₆", "甲", "⁶6"])
  func otherTextIsNotReadAsAScript(_ text: String) {
    #expect(ScriptPosition.superscript.text(spelled: text) == nil)
  }

  @Test(
    arguments: [(0xB2, "2"), (0x2082, "2"), (0x207F, "n"), (0x1D2C, "A"), (0xBA, "o"), (0x32, nil), (0xB5, nil)]
      as [(UInt32, String?)])
  func formsAreMappedToTheirCharacters(_ form: UInt32, _ character: String?) {
    #expect(ScriptPosition.plainForm(of: form).map { String($0) } == character)
  }
}
