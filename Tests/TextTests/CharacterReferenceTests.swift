import Testing

@testable import Text

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&nbsp;|", "&<>\"\u{A0}|"),
    ("&AMP&amp&copy2&notit;&notin;", "&&©2¬it;∉"),
    ("&CounterClockwiseContourIntegral;&NotEqualTilde;&fjlig;", "∳≂̸fj"),
    ("&#20013;&#x6587;&#X6587&#65a", "中文文Aa"),
    // Windows-1252 at 0x80 to 0x9F (WHATWG 13.2.5.80).
    ("&#128;&#x85;&#147;&#148;&#129;", "€…“”\u{81}"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&;&#;&#x;& a&unknown;&#xg", "&;&#;&#x;& a&unknown;&#xg"),
  ])
  func referencesInTextAreDecoded(source: String, expected: String) {
    #expect(CharacterReference.decode(source) == expected)
  }

  @Test func aNameWithoutSemicolonIsTextInAnAttributeBeforeLettersOrEquals() {
    #expect(CharacterReference.decode("?a=1&copy=2&copy2&copy;&copy", inAttribute: true) == "?a=1&copy=2&copy2©©")
  }

  @Test func everyNameInTheStandardIsInTheTable() {
    #expect(NamedReferenceTable.nameOffsets.count - 1 + NamedReferenceTable.withoutSemicolon.count == 2231)
    let names = Array(NamedReferenceTable.names.description.utf8)
    let values = Array(NamedReferenceTable.values.description.utf8)
    for index in 0..<NamedReferenceTable.nameOffsets.count - 1 {
      func piece(_ text: [UInt8], _ offsets: [UInt16]) -> String {
        String(decoding: text[Int(offsets[index])..<Int(offsets[index + 1])], as: UTF8.self)
      }
      let name = piece(names, NamedReferenceTable.nameOffsets)
      let value = piece(values, NamedReferenceTable.valueOffsets)
      #expect(CharacterReference.decode("&" + name + ";") == value)
      let needsNone = NamedReferenceTable.withoutSemicolon.contains(UInt16(index))
      if needsNone { #expect(CharacterReference.decode("&" + name + " ") == value + " ") }
    }
  }
}
