import Testing

@testable import MarkdownReader

@Suite struct ExtensionTests {
  private func html(_ markdown: String) -> String {
    let document = MarkdownParser(options: .articles).document(from: Array(markdown.utf8))
    return SpecificationExample.normalized(MarkdownHTML.string(of: document, form: .article))
  }

  @Test(arguments: [
    // Obsidian: names of blocks, states of tasks, parts of pages, sizes of pictures.
    ("- 甲\n  ^ab12cd\n\n^ef34gh\n\n乙", "<ul>\n<li><div>甲</div>\n</li>\n</ul>\n<p></p>\n<p>乙</p>"),
    (
      "- [/] 甲\n- [-] 乙\n- [1] 丙",
      "<ul>\n<li><div>☐ 甲</div>\n</li>\n<li><div>☐ 乙</div>\n</li>\n<li><div>[1] 丙</div>\n</li>\n</ul>"
    ),
    (
      "[[甲#乙]] [[#乙]] [[甲#^ab12]]", "<p><a href=\"甲#乙\">甲 &gt; 乙</a> <a href=\"#乙\">乙</a> <a href=\"甲#^ab12\">甲</a></p>"
    ),
    ("![[甲.png|说明|300]]", "<p><img src=\"甲.png\" alt=\"说明\" /></p>"),
    ("类 [[:alnum:]] 与 [[ -f a ]]", "<p>类 [[:alnum:]] 与 [[ -f a ]]</p>"),
    // LaTeX formulas, but not brackets that a converter escaped.
    (
      "\\(a_1*b_1*c\\) 与 \\[x^2 = \\frac{1}{2}\\] 与 \\[注1\\]",
      "<p>\\(a_1*b_1*c\\) 与 \\[x^2 = \\frac{1}{2}\\] 与 [注1]</p>"
    ),
    ("\\[\nx_1 < 2\n\\]\n后", "<pre><code class=\"language-math\">x_1 &lt; 2\n</code></pre>\n<p>后</p>"),
    ("$$\nx\n$$ {#eq-a}\n\n后", "<pre><code class=\"language-math\">x\n</code></pre>\n<p>后</p>"),
    // Emoji by name; times, classes and addresses contain none.
    (":smile: 与:+1:。", "<p>😄 与👍。</p>"),
    (
      "12:100:7 a::x::b :nobody: :octocat: `:smile:`", "<p>12:100:7 a::x::b :nobody: :octocat: <code>:smile:</code></p>"
    ),
    // Components, scripts and comments of MDX and Vue.
    ("import A from './a';\nimport {b,\n  c} from \"d\";\n\n正文", "<p>正文</p>"),
    ("export const a = {\n  b: [1,\n\n  2],\n};\n\n正文", "<p>正文</p>"),
    ("import 是关键字，不是 '函数'。", "<p>import 是关键字，不是 '函数'。</p>"),
    ("甲{/* 注 */}乙", "<p>甲乙</p>"),
    ("<Badge :text=\"a\" @click=\"b\">甲</Badge> 与 Map<Key>", "<p>甲 与 Map&lt;Key&gt;</p>"),
    ("<img src={require('./a.png').default} alt=\"甲\" />", "<p><img src=\"./a.png\" alt=\"甲\" /></p>"),
    ("# {{ $frontmatter.title }}\n\n<<< @/a.js{2}\n\n正文", "<h1></h1>\n<p>正文</p>"),
    // Kramdown.
    ("* 目录\n{:toc}\n\n正文\n\n^\n\n{::comment}\n藏\n{:/comment}\n\n后", "<ul>\n<li></li>\n</ul>\n<p>正文</p>\n<p>后</p>"),
    // Template tags that are understood by their parameters.
    ("{% include figure.html src=\"/a.png\" caption=\"说明\" %}", "<p><img src=\"/a.png\" alt=\"\" title=\"说明\" /></p>"),
    ("{% include note.html content=\"注意。\" %}", "<p>注意。</p>"),
    ("{% include head.html %}\n\n正文", "<p>正文</p>"),
    (
      "{{< figure src=\"/a.png\" alt=\"甲\" caption=\"见[乙](u)\" >}}",
      "<p><img src=\"/a.png\" alt=\"甲\" title=\"见乙\" /></p>"
    ),
    ("{{< button href=\"https://a.example/\" >}}甲{{< /button >}}", "<p><a href=\"https://a.example/\">甲</a></p>"),
    ("{{< card link=\"/a\" title=\"卡\" >}} {{< align center \"居中\" >}}", "<p><a href=\"/a\">卡</a> 居中</p>"),
    ("{% span red, 红 %}{% label 签 blue %}{% checkbox checked, 做 %}", "<p>红签☑ 做</p>"),
    ("{% for p in site.posts %}\n- {{ p }}\n{% endfor %}\n\n正文", "<p>正文</p>"),
    ("::: {.callout-note title=\"题\"}\n正文\n:::", "<p><strong>题</strong></p>\n<p>正文</p>"),
    (
      "{% tabs x %}\n<!-- tab 甲@icon -->\n正文\n<!-- endtab -->\n{% endtabs %}",
      "<p><strong>甲</strong></p>\n<p>正文</p>\n<!-- endtab -->"
    ),
    (
      "`{{</* ref */>}}`\n\n```\n{{%/* b */%}}\n```",
      "<p><code>{{&lt; ref &gt;}}</code></p>\n<pre><code>{{% b %}}\n</code></pre>"
    ),
    (
      "- 甲\n  id:: 64120000-0000-4000-8000-000000000000\n  collapsed:: true\n  乙",
      "<ul>\n<li><div>甲\n乙</div>\n</li>\n</ul>"
    ),
    // Input that people and converters write.
    ("第一段\n　　第二段", "<p>第一段<br />\n　　第二段</p>"),
    (
      "[信](mailto: a@b.example) [页](a.md#某 节)",
      "<p><a href=\"mailto:a@b.example\">信</a> <a href=\"a.md#某%20节\">页</a></p>"
    ),
    ("https://a.example/b\\_c", "<p><a href=\"https://a.example/b_c\">https://a.example/b_c</a></p>"),
    ("[[1]](https://a.example/)\n\n[1]: https://b.example/", "<p><a href=\"https://a.example/\">[1]</a></p>"),
  ])
  func extensionsOfManyProgramsAreRead(markdown: String, expected: String) {
    #expect(html(markdown) == SpecificationExample.normalized(expected))
  }

  @Test(arguments: [
    // Formulas stay as they are written; prices are not formulas.
    ("行内 $a_1*b_1*c_1$。", "<p>行内 $a_1*b_1*c_1$。</p>"),
    ("从 $5 到 $10 *涨*", "<p>从 $5 到 $10 <em>涨</em></p>"),
    ("$$\na_{1} < b\n$$", "<pre><code class=\"language-math\">a_{1} &lt; b\n</code></pre>"),
    // Marks.
    ("==高亮==，a==b", "<p><mark>高亮</mark>，a==b</p>"),
    // Wiki links and pictures.
    ("见 [[某页#节|那里]]、[[某页]]", "<p>见 <a href=\"某页#节\">那里</a>、<a href=\"某页\">某页</a></p>"),
    ("[[1]](https://a.example/)", "<p><a href=\"https://a.example/\">[1]</a></p>"),
    ("%%藏%%正文 ^abc123", "<p>正文</p>"),
    // Attributes.
    ("# 标题 {#name}\n\n正文\n{: .lead}", "<h1>标题</h1>\n<p>正文</p>"),
    ("{:toc}\n\n正文", "<p>正文</p>"),
    ("![图](a.png){width=50%}后", "<p><img src=\"a.png\" alt=\"图\" />后</p>"),
    // Loose spellings.
    ("#标题\n\n##二\n\n#话题#\n\n#1", "<h1>标题</h1>\n<h2>二</h2>\n<p>#话题#</p>\n<p>#1</p>"),
    ("**甲****乙**", "<p><strong>甲</strong><strong>乙</strong></p>"),
    ("这 ** 强调 ** 后", "<p>这 <strong> 强调 </strong> 后</p>"),
    ("2 ** 3 ** 4", "<p>2 ** 3 ** 4</p>"),
    ("[图](图片 1.png) 与 [某](见下文 第二节)", "<p><a href=\"图片%201.png\">图</a> 与 [某](见下文 第二节)</p>"),
    ("[官网][没有]的，a[i][j]", "<p>官网的，a[i][j]</p>"),
    // Tags.
    ("{% post_link 2020-甲 那篇 %}。", "<p><a href=\"2020-甲\">那篇</a>。</p>"),
    ("[甲]({% post_url 2020-01-01-x %})", "<p><a href=\"2020-01-01-x\">甲</a></p>"),
    ("[甲]({{ site.baseurl }}/x.html)", "<p><a href=\"/x.html\">甲</a></p>"),
    ("[甲]({{< ref \"x.md\" >}})", "<p><a href=\"x.md\">甲</a></p>"),
    ("{% img /a.png 300 200 \"说明\" %}", "<p><img src=\"/a.png\" alt=\"说明\" /></p>"),
    ("{{< figure src=\"/a.png\" title=\"图题\" >}}", "<p><img src=\"/a.png\" alt=\"\" title=\"图题\" /></p>"),
    (
      "{{< youtube abc >}}",
      "<p><a href=\"https://www.youtube.com/watch?v=abc\">https://www.youtube.com/watch?v=abc</a></p>"
    ),
    ("变量 {{ name }} 与 {{ page.title }}。", "<p>变量 {{ name }} 与 。</p>"),
    (
      "{% codeblock lang:js %}\nlet *a* = 1\n{% endcodeblock %}",
      "<pre><code class=\"language-js\">let *a* = 1\n</code></pre>"
    ),
    ("{{< highlight go >}}\nfunc()\n{{< /highlight >}}", "<pre><code class=\"language-go\">func()\n</code></pre>"),
    ("{% note info %}\n正文\n{% endnote %}", "<p>正文</p>"),
    ("{% blockquote 张三 %}\n引\n{% endblockquote %}", "<blockquote>\n<p>引</p>\n<p>——张三</p>\n</blockquote>"),
    ("甲\n\n{% comment %}\n乙\n{% endcomment %}\n\n丙", "<p>甲</p>\n<p>丙</p>"),
    // Containers.
    ("::: tip 提示\n正文\n:::", "<p><strong>提示</strong></p>\n<p>正文</p>"),
    ("> [!NOTE]\n> 正文", "<blockquote>\n<p><strong>Note</strong></p>\n<p>正文</p>\n</blockquote>"),
    ("> [!tip]- 折叠\n> 正文", "<blockquote>\n<p><strong>折叠</strong></p>\n<p>正文</p>\n</blockquote>"),
    ("术语\n: 定义", "<dl>\n<dt><div>术语</div>\n</dt>\n<dd>\n<p>定义</p>\n</dd>\n</dl>"),
    ("[TOC]\n\n正文\n\n<!-- more -->", "<p>正文</p>\n<!-- more -->"),
    ("- [ ] 甲\n- [x] 乙", "<ul>\n<li><div>☐ 甲</div>\n</li>\n<li><div>☑ 乙</div>\n</li>\n</ul>"),
    ("甲[^1]。[^无]\n\n[^1]: 注", "<p>甲<sup>[1]</sup>。<sup>[无]</sup></p>\n<p><sup>[1]</sup> 注</p>"),
    // Tags with names unknown to HTML are text.
    ("写作 List<String> 与 <u>线</u>", "<p>写作 List&lt;String&gt; 与 <u>线</u></p>"),
    ("未完 <!-- 没有结尾", "<p>未完 &lt;!-- 没有结尾</p>"),
    ("<!-- 没有结尾\n\n正文", "<p>&lt;!-- 没有结尾</p>\n<p>正文</p>"),
    ("用 <title> 元素\n\n正文", "<p>用 &lt;title&gt; 元素</p>\n<p>正文</p>"),
    // Addresses end where Chinese text follows.
    ("见https://a.example/b，然后", "<p>见<a href=\"https://a.example/b\">https://a.example/b</a>，然后</p>"),
    ("（https://a.example/b）", "<p>（<a href=\"https://a.example/b\">https://a.example/b</a>）</p>"),
    ("[看 https://a.example 吧](/b)", "<p><a href=\"/b\">看 https://a.example 吧</a></p>"),
    // Head lines stay separate lines.
    ("作者：甲\n译者：乙", "<p>作者：甲<br />\n译者：乙</p>"),
  ])
  func otherMarkupOfArchivesIsRead(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    // Superscripts, subscripts, insertions; ranges, emoticons and operators are not.
    ("H~2~O，x^2^，注^[1]^，品牌^®^", "<p>H<sub>2</sub>O，x<sup>2</sup>，注<sup>[1]</sup>，品牌<sup>®</sup></p>"),
    ("5~10 人，A~甲~B，5~10~15，^_^ 与 好^o^", "<p>5~10 人，A~甲~B，5~10~15，^_^ 与 好^o^</p>"),
    ("++加线++，C++ 与 D++，i++，++i，++j", "<p><ins>加线</ins>，C++ 与 D++，i++，++i，++j</p>"),
    // Notes in the text.
    (
      "甲^[注 **一**]乙^[注二]。",
      "<p>甲<sup>[1]</sup>乙<sup>[2]</sup>。</p>\n<p><sup>[1]</sup> 注 <strong>一</strong></p>\n<p><sup>[2]</sup> 注二</p>"
    ),
    ("没有结尾^[的", "<p>没有结尾^[的</p>"),
    // Two underscores next to Chinese; names of programs keep theirs.
    ("中文__重点__中文", "<p>中文<strong>重点</strong>中文</p>"),
    ("使用__init__方法", "<p>使用__init__方法</p>"),
    // A lone delimiter at an end of the paragraph; one between words is part of a name.
    ("**注意：没有结尾", "<p>注意：没有结尾</p>"),
    ("这个有点难**", "<p>这个有点难</p>"),
    ("对 ** 药酒的报道", "<p>对 ** 药酒的报道</p>"),
    // Addresses that are separated from their text, or not closed.
    ("[甲] (https://a.example/b)后", "<p><a href=\"https://a.example/b\">甲</a>后</p>"),
    ("[甲]（https://a.example/b）后", "<p><a href=\"https://a.example/b\">甲</a>后</p>"),
    ("[甲](https://a.example/b\n乙", "<p><a href=\"https://a.example/b\">甲</a>\n乙</p>"),
    ("[甲] (见下文)", "<p>[甲] (见下文)</p>"),
    // Code whose closing run has another length; an unclosed backtick.
    ("运行\n`ls -l```\n即可", "<p>运行\n<code>ls -l</code>\n即可</p>"),
    ("用 ` 与 ``` 两种", "<p>用 ` 与 ``` 两种</p>"),
    // Attributes of spans and paragraphs.
    ("[重点]{.mark}与[乙]{.x #y}", "<p>重点与乙</p>"),
    ("{width=\"50%\"}\n\n正文", "<p>正文</p>"),
    ("{a}\n\n正文", "<p>{a}</p>\n<p>正文</p>"),
    ("*[HTML]: 超文本标记语言\n\n正文\n\n\\newpage", "<p>正文</p>"),
  ])
  func otherWritersExtensionsAreRead(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    (
      "!!! note \"标题\"\n    第一段。\n\n    第二段。\n\n正文",
      "<blockquote>\n<p><strong>标题</strong></p>\n<p>第一段。</p>\n<p>第二段。</p>\n</blockquote>\n<p>正文</p>"
    ),
    ("??? tip\n    甲", "<blockquote>\n<p><strong>Tip</strong></p>\n<p>甲</p>\n</blockquote>"),
    ("???+ tip \"乙\"\n    甲", "<blockquote>\n<p><strong>乙</strong></p>\n<p>甲</p>\n</blockquote>"),
    ("!!! note \"\"\n    甲", "<blockquote>\n<p>甲</p>\n</blockquote>"),
    (
      "=== \"一\"\n\n    甲\n\n=== \"二\"\n\n    乙",
      "<p><strong>一</strong></p>\n<p>甲</p>\n<p><strong>二</strong></p>\n<p>乙</p>"
    ),
    ("!!! 真的吗\n\n??? 什么\n后文", "<p>!!! 真的吗</p>\n<p>??? 什么\n后文</p>"),
    ("标题\n===\n\n=== 甲 ===", "<h1>标题</h1>\n<p>=== 甲 ===</p>"),
  ])
  func admonitionsAndTabsOfMkDocsAreRead(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  private func cells(_ markdown: String) -> [String] {
    html(markdown).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("<td>") || line.hasPrefix("<th>") else { return nil }
      return line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }.description
    }
  }

  @Test func looselyWrittenTablesLoseNoCell() {
    // Bars in code, too many cells, a delimiter row that is too short or missing.
    #expect(html("|甲|乙|\n|-|-|\n|1|`a|b`|").contains("<td><code>a|b</code></td>"))
    #expect(cells("|甲|乙|\n|-|-|\n|1|2|3|") == ["甲", "乙", "1", "2|3"])
    #expect(cells("|甲|乙|丙|\n|-|-|\n|1|2|3|") == ["甲", "乙", "丙", "1", "2", "3"])
    #expect(cells("|甲|乙|\n|1|2|") == ["甲", "乙", "1", "2"])
    #expect(html("|甲|乙|\n|1|") == "<p>|甲|乙|\n|1|</p>")
    #expect(html("|x| 大于 |y|\n\n后") == "<p>|x| 大于 |y|</p>\n<p>后</p>")
  }

  @Test func markdownInHTMLBlocksIsReadWhereMarked() {
    #expect(html("<center>居中 **粗**</center>") == "<center>居中 <strong>粗</strong></center>")
    #expect(html("<div>\n**Jane**是作者，2**3**4\n</div>") == "<div>\n<strong>Jane</strong>是作者，2**3**4\n</div>")
    #expect(html("<div><code>**甲**</code> <!-- **乙** --></div>") == "<div><code>**甲**</code> <!-- **乙** --></div>")
    #expect(
      html("<td>见[文档](https://a.example/b)，[x][0]</td>")
        == "<td>见<a href=\"https://a.example/b\">文档</a>，[x][0]</td>")
    // A heading directly below closed elements.
    #expect(html("<center>图一</center>\n## 标题") == "<center>图一</center>\n<h2>标题</h2>")
    #expect(html("<div>\n## 标题\n</div>") == "<div>\n## 标题\n</div>")
  }

  @Test func indentedProseIsNotCode() {
    #expect(html("    四格缩进的一段话。") == "<p>四格缩进的一段话。</p>")
    #expect(html("    // 打开文件\n    f = 1") == "<pre><code>// 打开文件\nf = 1\n</code></pre>")
  }

  @Test func eventsHaveTheirLines() {
    let document = MarkdownParser(options: .articles).document(from: Array("# 甲\n\n乙\n\n- 丙\n- 丁\n".utf8))
    let lines = document.events.filter { $0.phase == .begin }.map { "\($0.kind) \($0.line)" }
    #expect(lines == ["heading 1", "paragraph 3", "list 5", "item 5", "paragraph 5", "item 6", "paragraph 6"])
  }

  @Test func omissionsAreReported() {
    let document = MarkdownParser(options: .articles).document(from: Array("甲\n\n{% include x.html %}\n\n[TOC]\n".utf8))
    #expect(document.omissions.map(\.line) == [3, 5])
    #expect(document.omissions.map(\.source) == ["{% include x.html %}", "[TOC]"])
  }
}
