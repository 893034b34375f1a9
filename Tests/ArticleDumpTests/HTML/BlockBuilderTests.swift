import Testing

@testable import ArticleDump

@Suite struct BlockBuilderTests {
  @Test(arguments: [
    // Line breaks.
    ("<p>甲<br>乙</p>", "p 甲⏎乙"),
    ("<p>甲<br><br>乙<br /> <br/>&nbsp;<br>丙<br></p>", "p 甲\np 乙\np 丙"),
    ("<p>　　甲<br>　　乙</p>", "p 甲\np 乙"),
    // Text without an element of its own is a paragraph.
    ("甲<div>乙<p>丙</p>丁</div>戊", "p 甲\np 乙\np 丙\np 丁\np 戊"),
    ("<section>甲<span>乙</span></section>", "p 甲乙"),
    // Subheads and headings.
    ("<p><strong>小标题</strong></p>", "p(subhead) {b 小标题}"),
    ("<p><b>小</b><strong>标题</strong> </p>", "p(subhead) {b 小标题}"),
    ("<p><strong>重点</strong>在后</p>", "p {b 重点}在后"),
    ("<p><strong>先说。再说。</strong></p>", "p {b 先说。再说。}"),
    ("<h2><b>粗</b></h2><h3><b>半</b>题</h3>", "h2 粗\nh3 {b 半}题"),
    ("<h2>二</h2><h6>六</h6><h3> </h3>", "h2 二\nh6 六"),
    // Inlines.
    ("<p><b>a<strong>b</strong></b><i>c</i><em>d</em></p>", "p {b ab}{i cd}"),
    ("<p>E=mc<sup>2</sup> H<sub>2</sub>O <s>x</s> <code>y</code></p>", "p E=mc{sup ²} H{sub ₂}O {del x} {code y}"),
    (
      "<p><a href=' http://a.cn/\nb '>链接</a><a href='#n'>注</a><a href='javascript:x'>码</a></p>",
      "p {a:http://a.cn/b 链接}注码"
    ),
    ("<p><a href=u><b>甲</b></a><a href=u>乙</a></p>", "p {a:u {b 甲}乙}"),
    ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby></p>", "p {ruby:hàn 漢}{ruby:zì 字}"),
    // The original over a term is part of the text, a pronunciation over a character is not.
    (
      "<p>由<ruby>密钥机构<rt>key authority</rt></ruby>分发<ruby>令牌<rt>token</rt></ruby>。</p>",
      "p 由{ruby:key authority 密钥机构}{rt key authority}分发{ruby:token 令牌}{rt token}。"
    ),
    ("<p><ruby>网<rt>network</rt></ruby></p>", "p {ruby:network 网}{rt network}"),
    ("<p><ruby>密<rt>mi</rt></ruby><ruby>东京<rt>とうきょう</rt></ruby></p>", "p {ruby:mi 密}{ruby:とうきょう 东京}"),
    ("<ruby>汉字<p>语<rt>yǔ</ruby>", "p 汉字\np {ruby:yǔ 语}"),
    ("<ruby>汉字<ruby>语<p>文<rt>wén</ruby>国<rt>guó</ruby>", "p 汉字语\np {ruby:wén 文}\np {ruby:guó 国}"),
    ("<p><q>引</q></p>", "p “引”"),
    ("<p><span style='font-weight: bold'>粗</span>细<span style='font-weight:400'>平</span></p>", "p {b 粗}细平"),
    // Invisible content.
    ("<p hidden>a</p><div style='display : none'>b</div><template>c</template><p>d</p>", "p d"),
    ("<script>a</script><style>b</style><svg><text>c</text></svg><p>d</p>", "p d"),
    // Quotes and lists.
    ("<blockquote>甲<p>乙</p></blockquote>", "quote\n  p 甲\n  p 乙"),
    ("<ol start=3><li>甲<li><p>乙</p><ul><li>丙</ul></ol>", "ol 3\n-\n  p 甲\n-\n  p 乙\n  ul\n  -\n    p 丙"),
    ("<ul><li>甲</li><ul><li>乙</li></ul><li></li></ul>", "ul\n-\n  p 甲\n  ul\n  -\n    p 乙"),
    (
      "<dl><dt>词<dd>义<dd>又义<dt>甲<dt>乙<dd>丙</dl>",
      """
      dl
      -
        p(term) 词
        p 义
        p 又义
      -
        p(term) 甲
        p(term) 乙
        p 丙
      """
    ),
    // A page that uses a definition list for its layout keeps its blocks.
    ("<dl><dt>栏目<dd><h2>题</h2><p>文</dl>", "p 栏目\nh2 题\np 文"),
    ("<dl><dt>只有词</dl>", "p 只有词"), ("<dl><dd>只有义</dl>", "p 只有义"),
    ("<li>孤</li>", "ul\n-\n  p 孤"),
    ("<p>甲</p><hr><p>乙</p>", "p 甲\nrule\np 乙"),
    // Pictures.
    ("<p>甲<img src=a.jpg>乙</p>", "p 甲\nfigure <a.jpg>\np 乙"),
    (
      "<figure><img src=a.jpg><figcaption><p>说明</p> <span>© 某社</span></figcaption></figure>",
      "figure <a.jpg> 说明⏎© 某社"
    ),
    ("<figure><img src=a.jpg><img src=b.jpg><div>说明</div></figure>", "figure <a.jpg> <b.jpg> 说明"),
    ("<img src=a.jpg><noscript><img src=a.jpg></noscript><p>甲", "figure <a.jpg>\np 甲"),
    ("<table><tr><td><img src=a.jpg></td></tr><tr><td>说明</td></tr></table>", "figure <a.jpg> 说明"),
    ("<p>好<img class='emoji' alt='👍' src=e.png>的<img alt='❤️' src=h.svg></p>", "p 好👍的❤️"),
    // Embedded content.
    (
      "<iframe src='https://www.youtube.com/embed/x' title='片'></iframe><audio><source src=a.mp3>旧</audio>",
      "embed video <https://www.youtube.com/embed/x> 片\nembed audio <a.mp3> "
    ),
    ("<video>看不了</video>", "p 看不了"),
    (
      "<blockquote class=twitter-tweet><p>推文</p>— 某 <a href='https://twitter.com/a/status/1'>日</a></blockquote>",
      "embed tweet <https://twitter.com/a/status/1> 推文⏎— 某 日"
    ),
    // Tables.
    (
      "<table><caption>题</caption><thead><tr><th>甲<th>乙</thead><tr><td>1<td>2<p>3</table>",
      "table 1 题\n| 甲 | 乙\n| 1 | 2⏎3"
    ),
    (
      "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
      "table 0\n| a | b | \n|  | c | d"
    ),
    ("<table><tr><td>版面<tr><td>一栏</table>", "p 版面\np 一栏"),
    ("<table>外<tr><th>a<th>b</table>", "p 外\ntable 1\n| a | b"),
  ])
  func elementsBecomeBlocks(html: String, expected: String) {
    #expect(outline(blocks(html)) == expected)
  }

  @Test func spansOfATableAreBounded() {
    let rows = (0..<50).map { "<tr><td rowspan=1000000 colspan=1000000>\($0)<td>x" }.joined()
    let built = blocks("<table>\(rows)</table>")
    guard case .table(let table) = built.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 50)
    #expect(Set(table.rows.map(\.count)).count == 1)
    #expect(table.rows.reduce(0) { $0 + $1.count } <= 4096 + 50)
    for row in 0..<50 { #expect(table.rows.joined().contains { $0.text == "\(row)" }) }
  }

  @Test func everySpanLiesOnScalarBoundariesInItsText() {
    let html = "<p>　<b>　粗&nbsp;</b> 文<i>\n斜\n</i><a href=x>链<br>接</a>　</p>"
    for case .paragraph(let text, _) in blocks(html) {
      for span in text.spans {
        #expect(!span.utf8Range.isEmpty && span.utf8Range.upperBound <= text.text.utf8.count)
        for bound in [span.utf8Range.lowerBound, span.utf8Range.upperBound] {
          let index = text.text.utf8.index(text.text.utf8.startIndex, offsetBy: bound)
          #expect(index.samePosition(in: text.text.unicodeScalars) != nil)
        }
      }
      #expect(text.spans == text.spans.sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound })
    }
  }

  @Test func rolesAndCaptionsOfAPageReachTheBlocks() {
    let bytes = Array("<div>题</div><p>导语</p><img src=a.jpg><small>图说</small><div>末</div>".utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    var page = Page(tree: tree, envelope: Envelope(dialect: .html, body: 0..<bytes.count))
    page.present(NodeID(1), as: .heading(level: 2))
    page.setRole(.standfirst, of: NodeID(3))
    page.setCaption(of: NodeID(5), to: NodeID(6))
    page.drop(NodeID(8))
    #expect(outline(BlockBuilder.blocks(of: page)) == "h2 题\np(standfirst) 导语\nfigure <a.jpg> 图说")
    page.contentRoots = [NodeID(3), NodeID(8)]
    #expect(outline(BlockBuilder.blocks(of: page)) == "p(standfirst) 导语")
  }

  @Test func hardWrappedLinesAreJoined() {
    let lines = [
      "新社某地二月二日电 - 本地铁路公司星期三公布的数字显示，去年全线旅客人数",
      "创下新高，评论者认为将于星期五公布的票价表会说明公司今年的打算以及新线(",
      "北线/NL)的进度。",
      "公司说，旅客人数增加三十点一万，此前的估计是减少二十点七万，十二月的数字",
      "也上调了。",
      "一位经济师David Green表示，铁路的票价多年没有变动，而电费与人工逐年上升，",
      "这一点人人都看得见。",
      "他说：“冬天的客流向来最少，今年却不同，车站里从早到晚都是人，站台上的茶",
      "水卖得精光。”",
      "票价表公布之后，公司还要听取各方意见，最早五月一日起实行。",
    ]
    let built = blocks(lines.map { "<p>\($0)</p>" }.joined())
    #expect(built.count == 5)
    #expect(outline(built).contains("新线(北线/NL)的进度。\np 公司说"))
    #expect(outline(built).contains("逐年上升，这一点"))
  }

  @Test func shortLinesOfAPoemAreNotJoined() {
    let lines = ["床前看月光", "疑是地上霜", "抬头望明月", "低头思故乡", "夜来风雨声", "花落知多少", "一二三四五"]
    #expect(blocks(lines.map { "<p>\($0)</p>" }.joined()).count == lines.count)
  }

  @Test func deepQuotesAndListsAreFlattened() {
    let html = String(repeating: "<blockquote><ul><li>", count: 500) + "底"
    var depth = 0
    var level = blocks(html)
    while let first = level.first {
      depth += 1
      switch first {
      case .quote(let inner): level = inner
      case .list(let list): level = list.items.first ?? []
      default: level = []
      }
    }
    #expect(depth <= BlockBuilder.deepestContainer)
    #expect(outline(blocks(html)).hasSuffix("p 底"))
  }
}
