import Testing

@testable import ArticleDump

/// CSS Text 3, sections 4.1.1 and 4.1.3.
@Suite struct WhiteSpaceTests {
  @Test(arguments: [
    ("<p>\n  中文\n  换行\n</p>", "p 中文换行"),
    ("<p>中文，\n“引号”\n——破折号</p>", "p 中文，“引号”——破折号"),
    ("<p>林（\n <strong>\n  Lin\n </strong>\n）。\nApple\n，后</p>", "p 林（{b Lin}）。Apple，后"),
    ("<p>two\n  words</p>", "p two words"),
    ("<p>中文\nword\n中文</p>", "p 中文 word 中文"),
    ("<p>한국\n어</p>", "p 한국 어"),
    ("<p>中 文  字\t里</p>", "p 中 文 字 里"),
    ("<p>中\n<b>\n粗\n</b>\n文</p>", "p 中{b 粗}文"),
    ("<p>a <b> b </b> c</p>", "p a {b b} c"),
    ("<p>&nbsp;　 中文&nbsp;字 　&nbsp;</p>", "p 中文\u{A0}字"),
    ("<p>a&#32;&#10; b</p>", "p a b"),
    ("<p>a<!-- x --> \n <!-- y -->b</p>", "p a b"),
    ("<p>\u{200B}</p><p>　</p><p>&nbsp;<br>&nbsp;</p><p><strong> </strong></p>", ""),
    ("<pre>\n a\n  b&lt;\n\n</pre>", "pre  a⏎  b<"),
    ("<p>a\u{1}b\u{7F}c&#1;</p>", "p abc"),
  ])
  func whiteSpaceCollapsesAsCSSSays(html: String, expected: String) {
    #expect(outline(blocks(html)) == expected)
  }
}
