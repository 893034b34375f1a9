/// Names of HTML's elements.
enum HTMLNames {
  /// Elements whose content is not markup, or keeps its line ends: HTML blocks of the first kind.
  static let rawText: Set<String> = ["script", "pre", "style", "textarea"]

  /// HTML blocks of the sixth kind (CommonMark 0.31.2, section 4.6).
  static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  /// Every element of the HTML Standard, including obsolete ones and the roots of SVG and MathML.
  static let all: Set<String> = blocks.union(rawText).union([
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "bdi", "bdo", "bgsound", "big", "blink", "br", "button",
    "canvas", "cite", "code", "data", "datalist", "del", "dfn", "em", "embed", "font", "hgroup", "i", "image", "img",
    "input", "ins", "kbd", "keygen", "label", "listing", "map", "mark", "marquee", "math", "meta", "meter", "nobr",
    "noembed", "noscript", "object", "output", "picture", "plaintext", "progress", "q", "rb", "rp", "rt", "rtc", "ruby",
    "s", "samp", "select", "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "svg", "template",
    "time", "tt", "u", "var", "video", "wbr", "xmp", "g", "path", "circle", "rect", "line", "polygon", "polyline",
    "defs", "use", "mi", "mo", "mn", "mrow", "msup", "msub", "mfrac",
  ])

  /// Elements without an end tag (HTML Standard, 13.1.2).
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// The start tags that GitHub shows as text (GFM 0.29, section 6.11): what follows them would not be markup.
  static let filtered: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}
