/// Which constructs are read besides those of CommonMark 0.31.2.
public struct MarkdownOptions: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Tables of GitHub Flavored Markdown, including those right below a line of text.
  public static let tables = MarkdownOptions(rawValue: 1 << 0)
  /// `~~deleted~~`.
  public static let strikethrough = MarkdownOptions(rawValue: 1 << 1)
  /// `~deleted~` with a single tilde too, as on GitHub. In Chinese texts this is a range: 5~10 人.
  public static let singleTildes = MarkdownOptions(rawValue: 1 << 2)
  /// `- [x] done`.
  public static let taskLists = MarkdownOptions(rawValue: 1 << 3)
  /// Addresses without angle brackets.
  public static let bareAddresses = MarkdownOptions(rawValue: 1 << 4)
  /// `text[^1]` and `[^1]: note`.
  public static let footnotes = MarkdownOptions(rawValue: 1 << 5)
  /// `> [!NOTE]`.
  public static let alerts = MarkdownOptions(rawValue: 1 << 6)
  /// The CJK-friendly amendment: `**「强调」**后文` is strong.
  public static let cjkEmphasis = MarkdownOptions(rawValue: 1 << 7)
  /// `$…$`, `$$…$$`, `\(…\)` and `\[…\]` are kept as they are written.
  public static let math = MarkdownOptions(rawValue: 1 << 8)
  /// `==marked==`.
  public static let marks = MarkdownOptions(rawValue: 1 << 9)
  /// `[[page]]`, `[[page|text]]`, `![[picture.png]]`, and Obsidian's `%%comment%%` and `^block` names.
  public static let wikiLinks = MarkdownOptions(rawValue: 1 << 10)
  /// A term, and `: its definition` below.
  public static let definitionLists = MarkdownOptions(rawValue: 1 << 11)
  /// `{: .class}`, `{#name}`, `{width=50%}` of kramdown, Pandoc and VuePress: read and not shown.
  public static let attributes = MarkdownOptions(rawValue: 1 << 12)
  /// `{% … %}`, `{{< … >}}`, `{{ … }}` of Jekyll, Hexo, Hugo, Zola and GitBook; components, scripts and comments of MDX.
  public static let templates = MarkdownOptions(rawValue: 1 << 13)
  /// `::: note` containers of VuePress, Docusaurus and Pandoc.
  public static let directives = MarkdownOptions(rawValue: 1 << 14)
  /// `[TOC]` and similar marks on lines of their own: not shown.
  public static let tablesOfContents = MarkdownOptions(rawValue: 1 << 15)
  /// What people write although CommonMark does not support it: `#标题` without a blank, `**a****b**`, `** strong **`,
  /// addresses with blanks in them. An unclosed comment is text.
  public static let leniency = MarkdownOptions(rawValue: 1 << 16)
  /// A tag whose name is not in HTML is text: `List<String>`.
  public static let unknownTagsAsText = MarkdownOptions(rawValue: 1 << 17)
  /// The start tags of GitHub's tag filter (`<title>`, `<xmp>` …) are text.
  public static let tagFilter = MarkdownOptions(rawValue: 1 << 18)

  /// `H~2~O` and `x^2^` of Pandoc, `++inserted++`.
  public static let scripts = MarkdownOptions(rawValue: 1 << 19)
  /// `^[a note in the text]` of Pandoc.
  public static let inlineFootnotes = MarkdownOptions(rawValue: 1 << 20)
  /// `!!! note "Title"`, `??? note` and `=== "Tab"` of MkDocs, with the indented content below them.
  public static let admonitions = MarkdownOptions(rawValue: 1 << 21)

  /// `:smile:`, by GitHub's names of emoji.
  public static let shortcodes = MarkdownOptions(rawValue: 1 << 22)

  /// CommonMark alone.
  public static let commonMark: MarkdownOptions = []
  /// GitHub Flavored Markdown.
  public static let gitHub: MarkdownOptions = [
    .tables, .strikethrough, .singleTildes, .taskLists, .bareAddresses, .footnotes, .alerts, .tagFilter,
  ]
  /// Everything that occurs in archives of articles.
  public static let articles: MarkdownOptions = [
    .tables, .strikethrough, .taskLists, .bareAddresses, .footnotes, .alerts, .cjkEmphasis, .math, .marks, .wikiLinks,
    .definitionLists, .attributes, .templates, .directives, .tablesOfContents, .leniency, .unknownTagsAsText,
    .scripts, .inlineFootnotes, .admonitions, .shortcodes,
  ]
}
