import Text

/// A block that contains others, while it is being built.
struct Container {
  enum Kind: Equatable {
    case body, quote, tweet
    case list(isOrdered: Bool)
    case item
    case definitions
    case figure, caption
    case table, cell
  }

  var kind: Kind
  var node: NodeID
  var outerRole: ParagraphRole?
  var outerHeading: Int?
  var blocks: [Block] = []
  /// A list's items, and their elements where they have one.
  var items: [[Block]] = []
  var itemNodes: [NodeID?] = []
  /// A figure's pictures.
  var images: [ArticleImage] = []
  /// A figure's or a table's caption, and a figure's credit.
  var caption: StyledText?
  var credit: String?
  var rows = TableRows()
}

extension Container {
  /// Adds a nested list or loose text between items to the item before it.
  mutating func settleStrayBlocks() {
    guard !blocks.isEmpty else { return }
    if items.isEmpty {
      items.append([])
      itemNodes.append(nil)
    }
    items[items.count - 1] += blocks
    blocks = []
  }
}

extension BlockBuilder {
  /// Turns a finished container into a block of the container around it.
  mutating func finish(_ container: Container) {
    switch container.kind {
    case .body: containers[0].blocks += container.blocks
    case .quote:
      if !container.blocks.isEmpty { emit(.quote(container.blocks)) }
    case .tweet: finishTweet(container)
    case .list(let isOrdered): finishList(container, isOrdered: isOrdered)
    case .definitions: finishDefinitions(container)
    case .item: finishItem(container)
    case .figure: finishFigure(container)
    case .caption: finishCaption(container)
    case .table: finishTable(container)
    case .cell: finishCell(container)
    }
  }

  private mutating func finishList(_ container: Container, isOrdered: Bool) {
    var container = container
    container.settleStrayBlocks()
    guard !container.items.isEmpty else { return }
    if container.items.allSatisfy({ if case .figure = $0.first { true } else { false } }) {
      // A slide show: its items are a list only for the script that shows one at a time.
      for block in container.items.joined() { emit(block) }
      return
    }
    var list = ListBlock(isOrdered: isOrdered, items: container.items)
    if isOrdered { list.readNumbers(of: container.node, items: container.itemNodes, in: tree) }
    emit(.list(list))
  }

  private mutating func finishItem(_ container: Container) {
    guard !container.blocks.isEmpty else { return }
    budget.spendBlock()
    let last = containers.count - 1
    guard case .list = containers[last].kind else {
      // An item outside of any list.
      return emit(.list(ListBlock(isOrdered: false, items: [container.blocks])))
    }
    containers[last].settleStrayBlocks()
    containers[last].items.append(container.blocks)
    containers[last].itemNodes.append(container.node)
  }

  /// A definition list becomes a list whose items are each a term with its explanation. If a page uses it only for
  /// layout, the blocks stay as they are.
  private mutating func finishDefinitions(_ container: Container) {
    var items: [[Block]] = []
    for block in container.blocks {
      // A term begins an item unless another term has just done so.
      if block.isTerm, items.last.map({ !$0.allSatisfy(\.isTerm) }) ?? true { items.append([]) }
      if items.isEmpty { items.append([]) }
      items[items.count - 1].append(block)
    }
    guard !items.isEmpty, items.allSatisfy(\.isDefinition) else {
      for block in container.blocks { emit(block.withoutTermRole) }
      return
    }
    emit(.list(ListBlock(isOrdered: false, items: items)))
  }

  private mutating func finishFigure(_ container: Container) {
    guard !container.images.isEmpty else {
      for block in container.blocks { emit(block) }
      if let caption = container.caption { emit(.paragraph(caption, role: nil)) }
      return
    }
    var figure = Figure(images: container.images, caption: container.caption, credit: container.credit)
    var rest = container.blocks
    // Loose text in a figure without a caption becomes the caption if it is as short as one.
    if figure.caption == nil, !rest.isEmpty, rest.allSatisfy(\.isShortParagraph) {
      figure.caption = StyledText.flattened(rest)
      rest = []
    }
    if Set(container.images.compactMap(\.caption)).count > 1 {
      // Pictures with captions of their own become separate figures.
      for image in container.images {
        emit(.figure(Figure(images: [image], caption: image.caption.map { StyledText($0) }, credit: image.credit)))
      }
    } else {
      emit(.figure(figure))
    }
    for block in rest { emit(block) }
  }

  private mutating func finishCaption(_ container: Container) {
    guard let text = StyledText.flattened(container.blocks), !text.isEmpty else { return }
    let holder = containers.lastIndex { $0.kind == .figure || $0.kind == .table }
    guard let holder else { return emit(.paragraph(text, role: nil)) }
    if containers[holder].caption == nil {
      containers[holder].caption = text
    } else {
      containers[holder].caption?.append(text, separator: "\n")
    }
  }

  private mutating func finishTweet(_ container: Container) {
    let text = StyledText.flattened(container.blocks)
    let links = container.blocks.flatMap(\.linkedURLs)
    let url = links.last { $0.holds("/status/") } ?? links.last
    guard let text else { return }
    emit(.embed(Embed(kind: .tweet, url: url, text: text.text)))
  }
}

extension Block {
  fileprivate var isTerm: Bool {
    if case .paragraph(_, .term) = self { true } else { false }
  }

  fileprivate var withoutTermRole: Block {
    if case .paragraph(let text, .term) = self { .paragraph(text, role: nil) } else { self }
  }

  /// A paragraph no longer than a caption.
  fileprivate var isShortParagraph: Bool {
    if case .paragraph(let text, _) = self { return text.text.utf8.count <= 900 }
    return false
  }

  fileprivate var linkedURLs: [String] {
    switch self {
    case .paragraph(let text, _), .heading(let text, _):
      return text.spans.compactMap { if case .link(let url) = $0.style { url } else { nil } }
    case .quote(let blocks): return blocks.flatMap(\.linkedURLs)
    case .list(let list): return list.items.flatMap { $0.flatMap(\.linkedURLs) }
    default: return []
    }
  }
}

extension StyledText {
  /// The text of blocks, one line for each; `nil` if they have none.
  static func flattened(_ blocks: [Block]) -> StyledText? {
    var result: StyledText?
    func add(_ text: StyledText) {
      guard !text.isEmpty else { return }
      if result == nil { result = text } else { result?.append(text, separator: "\n") }
    }
    for block in blocks {
      switch block {
      case .paragraph(let text, _), .heading(let text, _): add(text)
      case .quote(let inner): if let text = flattened(inner) { add(text) }
      case .list(let list):
        let markers = list.markers
        for (number, item) in list.items.enumerated() {
          guard let text = flattened(item) else { continue }
          var line = StyledText(markers[number].map { $0 + " " } ?? "")
          line.append(text)
          add(line)
        }
      case .table(let table):
        for row in table.rows { add(StyledText(row.map(\.text).joined(separator: " "))) }
      case .figure(let figure):
        if let caption = figure.caption { add(caption) }
      case .preformatted(let text, _): add(StyledText(text))
      case .embed(let embed): add(StyledText(embed.text))
      case .rule: break
      }
    }
    return result
  }
}

extension [Block] {
  /// Whether blocks are one or more short terms and a few paragraphs that explain them.
  fileprivate var isDefinition: Bool {
    let terms = prefix(while: \.isTerm)
    let explanation = dropFirst(terms.count)
    return !terms.isEmpty && 1...4 ~= explanation.count
      && terms.allSatisfy { if case .paragraph(let text, _) = $0 { text.text.utf8.count <= 120 } else { false } }
      && explanation.allSatisfy {
        switch $0 {
        case .paragraph, .list, .preformatted: true
        default: false
        }
      }
  }
}
