/// A block that holds blocks while it is built.
struct Container {
  enum Kind: Equatable {
    case body, quote, tweet
    case list(isOrdered: Bool, start: Int)
    case item
    case figure, caption
    case table, cell
  }

  var kind: Kind
  var node: NodeID
  var outerRole: ParagraphRole?
  var outerHeading: Int?
  var blocks: [Block] = []
  /// A list's items.
  var items: [[Block]] = []
  /// A figure's pictures.
  var images: [ArticleImage] = []
  /// A figure's or a table's caption, and a figure's credit.
  var caption: StyledText?
  var credit: String?
  var rows = TableRows()
}

extension Container {
  /// A nested list that stands between items, or loose text, belongs to the item before.
  mutating func settleStrayBlocks() {
    guard !blocks.isEmpty else { return }
    if items.isEmpty { items.append([]) }
    items[items.count - 1] += blocks
    blocks = []
  }
}

extension BlockBuilder {
  /// Makes a container that has ended a block of the container around it.
  mutating func finish(_ container: Container) {
    switch container.kind {
    case .body: containers[0].blocks += container.blocks
    case .quote:
      if !container.blocks.isEmpty { emit(.quote(container.blocks)) }
    case .tweet: finishTweet(container)
    case .list(let isOrdered, let start): finishList(container, isOrdered: isOrdered, start: start)
    case .item: finishItem(container)
    case .figure: finishFigure(container)
    case .caption: finishCaption(container)
    case .table: finishTable(container)
    case .cell: finishCell(container)
    }
  }

  private mutating func finishList(_ container: Container, isOrdered: Bool, start: Int) {
    var container = container
    container.settleStrayBlocks()
    guard !container.items.isEmpty else { return }
    if container.items.allSatisfy({ if case .figure = $0.first { true } else { false } }) {
      // Slides: a list only because a script turns them.
      for block in container.items.joined() { emit(block) }
      return
    }
    emit(.list(ListBlock(isOrdered: isOrdered, start: start, items: container.items)))
  }

  private mutating func finishItem(_ container: Container) {
    guard !container.blocks.isEmpty else { return }
    budget.spendBlock()
    let last = containers.count - 1
    guard case .list = containers[last].kind else {
      // An item without a list.
      return emit(.list(ListBlock(isOrdered: false, items: [container.blocks])))
    }
    containers[last].settleStrayBlocks()
    containers[last].items.append(container.blocks)
  }

  private mutating func finishFigure(_ container: Container) {
    guard !container.images.isEmpty else {
      for block in container.blocks { emit(block) }
      if let caption = container.caption { emit(.paragraph(caption, role: nil)) }
      return
    }
    var figure = Figure(images: container.images, caption: container.caption, credit: container.credit)
    var rest = container.blocks
    // Loose text in a figure without a caption of its own is the caption when it is as short as one.
    if figure.caption == nil, !rest.isEmpty, rest.allSatisfy(\.isShortParagraph) {
      figure.caption = StyledText.flattened(rest)
      rest = []
    }
    if Set(container.images.compactMap(\.caption)).count > 1 {
      // Pictures with captions of their own are figures of their own.
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
    let url = links.last { $0.contains("/status/") } ?? links.last
    guard let text else { return }
    emit(.embed(Embed(kind: .tweet, url: url, text: text.text)))
  }
}

extension Block {
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
  /// Blocks as one text of several lines; nil without text.
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
        for (number, item) in list.items.enumerated() {
          guard let text = flattened(item) else { continue }
          var line = StyledText(list.isOrdered ? "\(list.start + number). " : "• ")
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
