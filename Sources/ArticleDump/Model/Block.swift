/// One block of an article's body.
public enum Block: Sendable, Hashable {
  /// A paragraph; its role is `nil` for running text.
  case paragraph(StyledText, role: ParagraphRole?)
  /// `level` is 1 to 6.
  case heading(StyledText, level: Int)
  /// A block quotation; it may contain further quotes.
  case quote([Block])
  /// A list: ordered, bulleted or of definitions.
  case list(ListBlock)
  /// A table of data; tables that only lay out a page are replaced by the blocks in their cells.
  case table(Table)
  /// A picture, or several that share a caption.
  case figure(Figure)
  /// Text that keeps its line ends; `language` is the name given by a fence in Markdown or a class in HTML.
  case preformatted(String, language: String? = nil)
  /// A thematic break (`hr`, `***`, a line of asterisks).
  case rule
  /// A video, an audio file, a post or a frame, with its address.
  case embed(Embed)
}

/// The role of a paragraph that is not running text.
public enum ParagraphRole: String, Sendable, Hashable, CaseIterable {
  /// Summary above the text; heading within it that is marked up as a paragraph; line that names the people; line that
  /// names where text or pictures come from; mark or word that ends the text (（完）); remark of the editors.
  case standfirst, subhead, byline, credit, endmark, notice
  /// The term that an item of a definition list explains.
  case term
}

/// A list. If its items begin with paragraphs in the role of a term, it is a definition list.
public struct ListBlock: Sendable, Hashable {
  /// Whether items are numbered; ``numbering``, ``start``, ``isReversed`` and ``values`` apply only then.
  public var isOrdered: Bool
  /// The number of the first item of an ordered list.
  public var start: Int
  /// Each item's blocks; nested lists are blocks of their item.
  public var items: [[Block]]
  /// How an ordered list writes its numbers.
  public var numbering: ListNumbering
  /// Whether an ordered list counts down.
  public var isReversed: Bool
  /// Explicit numbers of items; nil, or missing at the end, for items that continue the count.
  public var values: [Int?]

  public init(
    isOrdered: Bool, start: Int = 1, items: [[Block]], numbering: ListNumbering = .decimal, isReversed: Bool = false,
    values: [Int?] = []
  ) {
    self.isOrdered = isOrdered
    self.start = start
    self.items = items
    self.numbering = numbering
    self.isReversed = isReversed
    self.values = values
  }
}

/// A table whose spans are resolved. Its rows have the same number of cells, unless that would take far more cells than
/// the page gives; then they are as long as in the page (``ParsingLimits/cellsPerGivenCell``).
public struct Table: Sendable, Hashable {
  /// The table's own caption; `nil` if it has none.
  public var caption: StyledText?
  /// How many of the first rows are head rows.
  public var headRowCount: Int
  /// Rows from the top, each with its cells from the left; a spanning cell's text is in its first cell, and the others
  /// are empty.
  public var rows: [[StyledText]]

  public init(caption: StyledText? = nil, headRowCount: Int = 0, rows: [[StyledText]]) {
    self.caption = caption
    self.headRowCount = headRowCount
    self.rows = rows
  }
}

/// A picture with its caption and credit.
public struct Figure: Sendable, Hashable {
  /// At least one, in reading order.
  public var images: [ArticleImage]
  /// The caption of all of them, without the credit; `nil` if there is none.
  public var caption: StyledText?
  /// Who made the pictures, without the label (图源：, ©).
  public var credit: String?

  public init(images: [ArticleImage], caption: StyledText? = nil, credit: String? = nil) {
    self.images = images
    self.caption = caption
    self.credit = credit
  }
}

/// Embedded content, of which a terminal can only show the address.
public struct Embed: Sendable, Hashable {
  /// What is embedded.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A video, an audio file, a post of a social network, or any other frame.
    case video, audio, tweet, frame
  }
  /// What is embedded.
  public var kind: Kind
  /// Its address as the page gives it; `nil` if there is none.
  public var url: String?
  /// The page's description of it: a title, a tweet's text.
  public var text: String

  public init(kind: Kind, url: String?, text: String = "") {
    self.kind = kind
    self.url = url
    self.text = text
  }
}
