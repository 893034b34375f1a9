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

  @Test func tagNamesMatchTheTable() {
    for tag in Tag.allCases where !tag.name.isEmpty {
      let found = Array(tag.name.uppercased().utf8).withUnsafeBufferPointer { TagTable.shared.tag(of: $0) }
      #expect(found == tag.rawValue)
    }
    #expect(Array("blockquotes".utf8).withUnsafeBufferPointer { TagTable.shared.tag(of: $0) } == nil)
  }
}
