import Testing
import Text

@Test func digitsOfALiteralAreDecoded() {
  let digits = Base92("#$~~#%")
  #expect((0..<6).map(digits.one) == [0, 1, 91, 91, 0, 2])
  #expect(digits.two(at: 0) == 92)
  #expect(digits.two(at: 2) == 92 * 92 - 1)
  #expect(digits.three(at: 3) == 91 + 2 * 92 * 92)
}
