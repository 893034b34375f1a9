import Testing

@testable import ArticleDump

@Suite struct TokenizerTests {
  /// The tokens of HTML as text, `<name>`, `</name>` and `!`.
  private func tokens(_ html: String) -> [String] {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = HTMLTokenizer(bytes, range: 0..<bytes.count)
      var tokens: [String] = []
      func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      while true {
        switch tokenizer.next() {
        case .text: tokens.append(slice(tokenizer.start..<tokenizer.end))
        case .startTag:
          let tag = Tag(rawValue: tokenizer.rawTag) ?? .other
          tokens.append("<" + slice(tokenizer.nameStart..<tokenizer.nameEnd).lowercased() + ">")
          if tag.traits.contains(.rawText) || tag.traits.contains(.escapableRawText) {
            tokenizer.enterRawText(of: tag)
          }
        case .endTag: tokens.append("</" + slice(tokenizer.nameStart..<tokenizer.nameEnd).lowercased() + ">")
        case .comment: tokens.append("!")
        case .end: return tokens
        }
      }
    }
  }

  @Test(arguments: [
    ("a<b>c</b>d", ["a", "<b>", "c", "</b>", "d"]),
    ("1 < 2 <3 <", ["1 < 2 <3 <"]),
    ("a</>b</ >c", ["a", "!", "b", "!", "c"]),
    ("<DIV CLASS=x>", ["<div>"]),
    ("<a b='>' c=\">\" d=>x", ["<a>", "x"]),
    ("<p/ a / >x", ["<p>", "x"]),
    ("<a \"x>y", ["<a>", "y"]),
    // Comments (WHATWG 13.2.5.43–51).
    ("<!-->a", ["!", "a"]),
    ("<!--->a", ["!", "a"]),
    ("<!---->a", ["!", "a"]),
    ("<!--a--!>b", ["!", "b"]),
    ("<!--a-- >b-->c", ["!", "c"]),
    ("<!--<!-->a", ["!", "a"]),
    ("<!doctype html>a<?xml ?>b<![CDATA[c>d", ["!", "a", "!", "b", "!", "d"]),
    ("a<!--b", ["a", "!"]),
    // The end of the file in a tag drops it.
    ("a<b c='d>e", ["a", "!"]),
    ("a<b", ["a", "!"]),
    ("a</", ["a", "</"]),
    // Raw text ends at its own end tag only.
    ("<style>a<b></p></styles></STYLE >c", ["<style>", "a<b></p></styles>", "</style>", "c"]),
    ("<title>a<!--</title>b", ["<title>", "a<!--", "</title>", "b"]),
    ("<textarea></textarea>b", ["<textarea>", "</textarea>", "b"]),
    ("<script>if (a</script>b", ["<script>", "if (a", "</script>", "b"]),
    ("<script><!--<script></script>--></script>b", ["<script>", "<!--<script></script>-->", "</script>", "b"]),
    ("<script><!--</script>b", ["<script>", "<!--", "</script>", "b"]),
    ("<script><!--<script>--></script>b", ["<script>", "<!--<script>-->", "</script>", "b"]),
    ("<script><!--><script></script>b", ["<script>", "<!--><script>", "</script>", "b"]),
    ("<plaintext>a</plaintext>", ["<plaintext>", "a</plaintext>"]),
    ("<xmp><b></xmp>", ["<xmp>", "<b>", "</xmp>"]),
    ("<script>", ["<script>"]),
  ])
  func htmlIsCutIntoTokensAsTheStandardSays(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }
}

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

  @Test func aNameWithoutSemicolonIsNoneInAnAttributeBeforeLettersAndEquals() {
    #expect(CharacterReference.decode("?a=1&copy=2&copy2&copy;&copy", inAttribute: true) == "?a=1&copy=2&copy2©©")
  }

  @Test func everyNameOfTheStandardIsInTheTable() {
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

  @Test func tagNamesMatchTheTable() {
    for tag in Tag.allCases where !tag.name.isEmpty {
      let found = Array(tag.name.uppercased().utf8).withUnsafeBufferPointer { TagTable.shared.tag(of: $0) }
      #expect(found == tag.rawValue)
    }
    #expect(Array("blockquotes".utf8).withUnsafeBufferPointer { TagTable.shared.tag(of: $0) } == nil)
  }
}
