import Testing

@testable import ArticleDump

@Suite struct MarkdownTests {
  private func outlineOfMarkdown(_ text: String) -> String {
    let article = ArticleParser().article(from: Array("题\n------\n**2021-03-04**\n\n\(text)".utf8))
    return outline(article.blocks)
  }

  @Test(arguments: [
    ("甲\n乙\n\n丙", "p 甲乙\np 丙"),
    ("甲  \n乙\\\n丙", "p 甲⏎乙⏎丙"),
    ("# 一 #\n### 三\n甲\n乙\n---\n#无空格", "h1 一\nh3 三\nh2 甲乙\nh1 无空格"),
    ("* * *\n___", "rule\nrule"),
    ("> 甲\n乙\n> > 丙\n\n丁", "quote\n  p 甲乙\n  quote\n    p 丙\np 丁"),
    ("- 甲\n- 乙\n  续\n\n1. 丙\n2. 丁", "ul\n-\n  p 甲\n-\n  p 乙续\nol 1\n-\n  p 丙\n-\n  p 丁"),
    ("- 甲\n  - 乙\n- 丙", "ul\n-\n  p 甲\n  ul\n  -\n    p 乙\n-\n  p 丙"),
    ("3) 甲\n\n   乙", "ol 3\n-\n  p 甲\n  p 乙"),
    ("```swift\na < b &amp;\n\n```\n甲", "pre a < b &amp;\np 甲"),
    ("    let x\n\n    y", "pre let x⏎⏎y"),
    ("    四格的中文", "p 四格的中文"),
    ("|甲|乙|\n|:-|-:|\n|1|**2**|", "table 1\n| 甲 | 乙\n| 1 | {b 2}"),
    ("甲\n-|\n乙|", "p 甲\np 乙"),
    ("![图](http://e.cn/i.jpg \"灯下\")", "figure <http://e.cn/i.jpg> 灯下"),
    ("甲[^1]\n\n[^1]: 乙", "p 甲{sup [1]}\np {sup [1]} 乙"),
    ("<div>原<br>样</div>\n\n甲", "p 原⏎样\np 甲"),
  ])
  func blocksOfMarkdown(text: String, expected: String) {
    #expect(outlineOfMarkdown(text) == expected)
  }

  @Test(arguments: [
    ("**粗**与*斜*、__粗__、_斜_", "p {b 粗}与{i 斜}、{b 粗}、{i 斜}"),
    ("这是**“引号”**后", "p 这是{b “引号”}后"),
    ("***两者***与~~删~~", "p {b {i 两者}}与{del 删}"),
    ("snake_case_name 5 * 3 ** 2 *", "p snake_case_name 5 * 3 ** 2 *"),
    ("`a*b*` ``x`y`` `单", "p {code a*b*} {code x`y} `单"),
    ("[链](http://e.cn/a_(b) \"题\")[无](", "p {a:http://e.cn/a_(b) 链}[无]("),
    ("甲![图*说*](http://e.cn/i.jpg)", "p 甲\nfigure <http://e.cn/i.jpg>"),
    ("<https://e.cn/?a=1&b=2> a < b & c", "p {a:https://e.cn/?a=1&b=2 https://e.cn/?a=1&b=2} a < b & c"),
    ("人说[^1]，[^注]。", "p 人说{sup [1]}，{sup [注]}。"), ("[^a](u)[^ b]", "p {a:u ^a}[^ b]"),
    (#"\*星\* \[括\] C:\a"#, #"p *星* [括] C:\a"#),
    ("a &amp; b &copy;", "p a & b ©"),
    ("[a*b](u)c*", "p {a:u a*b}c*"),
  ])
  func inlinesOfMarkdown(text: String, expected: String) {
    #expect(outlineOfMarkdown(text) == expected)
  }
}
