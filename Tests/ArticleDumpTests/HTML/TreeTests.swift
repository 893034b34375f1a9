import Testing

@testable import ArticleDump

@Suite struct TreeTests {
  @Test(arguments: [
    // Implied end tags (WHATWG 13.1.2.4 and 13.2.6.4.7).
    ("<p>a<p>b", #"p("a") p("b")"#),
    ("<ul><li>a<li>b</ul>c", #"ul(li("a") li("b")) "c""#),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", #"ul(li("a" ul(li("b"))) li("c"))"#),
    ("<dl><dt>a<dd>b<dt>c</dl>", #"dl(dt("a") dd("b") dt("c"))"#),
    ("<table><tr><td>a<td>b<tr><td>c</table>", #"table(tr(td("a") td("b")) tr(td("c")))"#),
    ("<table><tr><td>a<table><tr><td>b</table>c<td>d</table>", #"table(tr(td("a" table(tr(td("b"))) "c") td("d")))"#),
    ("<p>a<div>b</div>c</p>", #"p("a") div("b") "c" p"#),
    ("<p><span>a<div>b</div></span></p>", #"p(span("a")) div("b") p"#),
    ("<span><p>a</p></span>b", #"span(p("a")) "b""#),
    ("<h2>a<h3>b</h2>c", #"h2("a") h3("b") "c""#),
    ("<select><option>a<option>b</select>", #"select(option("a") option("b"))"#),
    ("<ruby>漢<rt>かん<rt>x</ruby>", #"ruby("漢" rt("かん") rt("x"))"#),
    // A nested link ends the outer one.
    ("<a href=1>x<a href=2>y</a>z", #"a("x") a("y") "z""#),
    // End tags without a start.
    ("a</div></b></li>b", #""a" "b""#),
    ("a</p>b", #""a" p "b""#),
    ("a</br>b", #""a" br "b""#),
    // Closing an inline element never closes the blocks in it.
    ("<b><p>a</b>b</p>", #"b(p("a" "b"))"#),
    ("<b><i>a</b>b", #"b(i("a")) "b""#),
    ("<x-y><p>a</x-y>b</p>", #"x-y(p("a" "b"))"#),
    // A paragraph in a cell is closed by the cell's end, not by an end tag outside.
    ("<p><table><tr><td><p>a</td></tr></table>", #"p table(tr(td(p("a"))))"#),
    // Void elements, also with a solidus or an end tag.
    ("<br/><hr><img src=a></img>b<wbr>", #"br hr img "b" wbr"#),
    ("<div/>a", #"div("a")"#),
    // The document's outer elements may be missing, doubled or in the wrong place.
    ("<!DOCTYPE html><html><head><title>a&amp;b</title><p>c", #"html(head(title("a&b")) p("c"))"#),
    ("<body><p>a</body><p>b</html>c", #"body(p("a") p("b" "c"))"#),
    ("<body>a<body>b<html>", #"body("a" "b")"#),
  ])
  func tagsThatTheSourceOmitsAreImplied(html: String, expected: String) {
    #expect(sketch(html) == expected)
  }

  @Test(arguments: [
    ("<svg><path/><title>x</title></svg>a", #"svg(path title("x")) "a""#),
    ("<svg><![CDATA[<p>&amp;]]></svg>", #"svg("<p>&amp;")"#),
    ("<svg><g><p>a</p></g></svg>b", #"svg(g) p("a") "b""#),
    ("<math><mi>x</mi></math>", #"math(mi("x"))"#),
    ("<svg/>a", #"svg "a""#),
    ("<svg><style><p></style></svg>", #"svg(style) p"#),
  ])
  func foreignContentFollowsItsOwnRules(html: String, expected: String) {
    #expect(sketch(html) == expected)
  }

  @Test(arguments: [
    (#"<imgsrc="a.jpg" alt="x">b"#, "img", "src", "a.jpg"),
    (#"<sourcetype="image/webp"srcset="u 1x"sizes=""/>"#, "source", "srcset", "u 1x"),
    (#"<ahref='x&amp;y'>"#, "a", "href", "x&y"),
    (#"<iframesrc=//v.example/1>"#, "iframe", "src", "//v.example/1"),
    (#"<divdata-id=7>"#, "div", "data-id", "7"),
  ])
  func aNameThatLostItsSpaceIsRepaired(html: String, tag: String, attribute: String, value: String) {
    let bytes = Array(html.utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    #expect(tree.name(of: NodeID(1)) == tag)
    #expect(tree.attributes(of: NodeID(1)).contains { $0.name == attribute && $0.value == value })
  }

  @Test func attributesAreReadAsInTheStandard() {
    let html = #"<p a b=1 C = 'x&lt;y' a=2 d="&copy=1 &copy;" e=&notit; f>g h=""" i=/j/ k/>"#
    let bytes = Array(html.utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    let attributes = tree.attributes(of: NodeID(1)).map { "\($0.name)=\($0.value)" }
    #expect(attributes == ["a=", "b=1", "c=x<y", "d=&copy=1 ©", "e=&notit;", "f="])
    #expect(tree.attribute("c", of: NodeID(1)) == "x<y")
    #expect(tree.attribute("h", of: NodeID(1)) == nil)
    #expect(tree.rawText(of: NodeID(2)) == #"g h=""" i=/j/ k/>"#)
  }

  @Test func classesAreWords() {
    let bytes = Array(#"<p class="share-bar  a&#10;b">"#.utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    #expect(tree.hasClass("share-bar", NodeID(1)))
    #expect(!tree.hasClass("share", NodeID(1)))
    #expect(tree.hasClassPrefix("share", NodeID(1)))
    #expect(tree.classes(of: NodeID(1)) == ["share-bar", "a", "b"])
  }

  @Test func relationsAgreeWithTheRanges() {
    let bytes = Array("<div>a<p>b<b>c</b></p>d</div><hr>".utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    for node in tree.all {
      let children = tree.children(of: node)
      #expect(tree.firstChild(of: node) == children.first)
      for (index, child) in children.enumerated() {
        #expect(tree.parent(of: child) == node)
        #expect(tree.nextSibling(of: child) == (index + 1 < children.count ? children[index + 1] : nil))
        #expect(tree.isNode(child, in: node) && !tree.isNode(node, in: child))
      }
    }
  }

  @Test func droppedSubtreesAreSkipped() {
    let bytes = Array("<div>a<p>b</p></div>c".utf8)
    var tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    tree.drop(NodeID(3))
    #expect(tree.undropped().map(\.index) == [1, 2, 5])
    #expect(tree.text(of: .root) == "a\nc")
    tree.keep(NodeID(3))
    #expect(tree.text(of: .root) == "a\nb\nc")
  }
}
