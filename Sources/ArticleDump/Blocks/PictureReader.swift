import Text

/// Finds the captions and credits of a page's pictures, and removes them from the running text.
struct PictureReader {
  /// Where the last slide that was read ends.
  private var slideEnd = -1
  private let scanner: ElementScanner

  private init(scanner: ElementScanner) { self.scanner = scanner }

  static func read(_ page: inout Page) {
    guard page.tree.tags.contains(.img) || page.tree.tags.contains(.image) else { return }
    let pictures = page.tree.undropped().filter { page.tree.tag($0) == .img || page.tree.tag($0) == .image }
    guard !pictures.isEmpty else { return }
    var reader = PictureReader(scanner: page.scanner)
    let figures = reader.enclosing(pictures, in: page)
    var seen: Set<Int32> = []
    for (order, picture) in pictures.enumerated() {
      let attributes = PictureAttributes(picture, page.tree)
      let known = page.pictures[picture]
      guard let url = known?.url ?? reader.address(of: picture, attributes, in: page) else {
        if !EmojiImage.isEmoji(picture, page.tree) { page.drop(picture) }
        continue
      }
      page.pictures[picture, default: PictureText()].url = url
      let next = order + 1 < pictures.count ? pictures[order + 1] : nil
      if known?.caption == nil {
        reader.caption(picture, attributes, figure: figures[order], next: next, seen: &seen, &page)
      }
      finishTexts(picture, attributes, &page)
    }
  }

  private mutating func address(of picture: NodeID, _ attributes: PictureAttributes, in page: Page) -> String? {
    ImageSource.address(
      of: picture, attributes, in: page.tree, pageURL: page.envelope.url,
      words: scanner.scan(picture, in: page.tree).words)
  }

  /// The `figure`, or the element whose class names a caption's box, around each picture.
  private func enclosing(_ pictures: [NodeID], in page: Page) -> [NodeID?] {
    pictures.map { picture in
      var node = page.tree.parent(of: picture)
      // Pictures are a few elements deep in their figure.
      for _ in 0..<8 {
        guard let current = node else { return nil }
        switch page.tree.tag(current) {
        case .figure: return current
        case .div, .span, .dl, .p, .section:
          if page.tree.hasClassPrefix("wp-caption", current) { return current }
        default: break
        }
        node = page.tree.parent(of: current)
      }
      return nil
    }
  }

  /// The bytes of text in a node, counted no further than a caption's length.
  private static func size(of node: NodeID, _ tree: HTMLTree) -> Int {
    var size = 0
    var index = Int(node.index)
    let end = min(tree.subtreeEnd(of: node), index + 64)
    if end < tree.subtreeEnd(of: node) { return .max }
    while index < end, size <= largestCaption {
      let current = tree.nodes[index]
      if current.tag == Tag.text.rawValue, !current.flags.contains(.blank) {
        size += Int(current.sourceEnd - current.sourceStart)
      }
      index += 1
    }
    return size
  }

  /// In bytes; 400 Han characters.
  private static let largestCaption = 1200

  // MARK: Captions

  private mutating func caption(
    _ picture: NodeID, _ attributes: PictureAttributes, figure: NodeID?, next: NodeID?, seen: inout Set<Int32>,
    _ page: inout Page
  ) {
    if let figure, seen.insert(figure.index).inserted {
      if figureCaption(picture, figure, &page) { return }
    } else if figure != nil {
      return
    }
    if captionAfter(picture, attributes, before: next, &page) { return }
    if let text = attributes.caption, text.nonBlankCount > 1 {
      page.pictures[picture]?.caption = Self.line(Self.plain(text))
    }
  }

  /// Reads a figure's caption and credit: `figcaption`, elements with such a class, the text after a label.
  private mutating func figureCaption(_ picture: NodeID, _ figure: NodeID, _ page: inout Page) -> Bool {
    var captions: [String] = []
    var found = false
    var index = Int(picture.index) + 1
    // A gallery's caption may follow many pictures; anything later belongs to something else.
    let end = min(page.tree.subtreeEnd(of: figure), index + 400)
    while index < end {
      let node = NodeID(index)
      guard page.tree.isElement(node), !page.tree.isDropped(node) else {
        index = page.tree.isElement(node) ? page.tree.subtreeEnd(of: node) : index + 1
        continue
      }
      let words = scanner.scan(node, in: page.tree).words
      let isCaption = page.tree.tag(node) == .figcaption || words.contains(.caption) && page.tree.tag(node) != .img
      let mayBeCredit = words.contains(.credit) || words.contains(.copyright) || Self.isLine(page.tree.tag(node))
      let isSmall = page.tree.subtreeEnd(of: node) - index <= 64
      let text = isSmall && (isCaption || mayBeCredit) ? page.text(of: node) : ""
      if isCaption, isSmall {
        found = true
        let (caption, credit) = Self.captionAndCredit(node, text, page)
        if !caption.isEmpty, !captions.contains(caption) { captions.append(caption) }
        if let credit, page.pictures[picture]?.credit == nil { page.pictures[picture]?.credit = credit }
      } else if mayBeCredit, text.nonBlankCount <= 80,
        words.contains(.credit) || words.contains(.copyright) || CreditWords.opensSource(text)
      {
        found = true
        if !text.isEmpty { page.pictures[picture]?.credit = Self.creditName(text) }
      } else {
        index += 1
        continue
      }
      page.drop(node)
      index = page.tree.subtreeEnd(of: node)
    }
    if !captions.isEmpty { page.pictures[picture]?.caption = captions.joined(separator: " ") }
    return found && page.pictures[picture]?.caption != nil
  }

  private static func isLine(_ tag: Tag) -> Bool {
    tag == .p || tag == .div || tag == .small || tag == .cite || tag == .span
  }

  /// Splits a caption whose last `span` is the credit, as RFI and the BBC write them.
  private static func captionAndCredit(_ node: NodeID, _ text: String, _ page: Page) -> (String, String?) {
    if let cite = page.tree.first(.cite, in: node), page.tree.subtreeEnd(of: node) - Int(node.index) <= 64 {
      let credit = line(page.text(of: cite))
      if !credit.isEmpty, text.ends(with: credit) {
        return (line(String(text.dropLast(credit.count))), credit.trimmed(of: "()（）"))
      }
    }
    let spans = page.tree.children(of: node).filter { page.tree.isElement($0) }
    if spans.count >= 2, let last = spans.last {
      let credit = page.text(of: last)
      if credit.hasPrefix("©") || CaptionCredit.startsWithLabel(credit) {
        let rest = spans.dropLast().map { line(page.text(of: $0)) }.filter { !$0.isEmpty }.joined(separator: " ")
        return (rest, creditName(credit))
      }
    }
    return (line(text), nil)
  }

  /// Reads the caption that directly follows a picture: `<div><small>…`, an element whose class names a caption, a cell
  /// below it in a layout table, a short line that repeats the alternative text or ends in a credit.
  private mutating func captionAfter(
    _ picture: NodeID, _ attributes: PictureAttributes, before next: NodeID?, _ page: inout Page
  ) -> Bool {
    var index = Int(picture.index) + 1
    let end = min(page.tree.count, next.map { Int($0.index) } ?? page.tree.count, index + 16)
    var credit: NodeID?
    while index < end {
      let node = NodeID(index)
      if page.tree.isDropped(node) {
        index = page.tree.subtreeEnd(of: node)
        continue
      }
      if page.tree.isText(node) {
        if page.tree.isBlank(node) {
          index += 1
          continue
        }
        // Loose text after the picture in the same block, as portals write captions.
        guard Self.size(of: node, page.tree) <= 480 else { return false }
        let text = Self.line(page.text(of: node))
        guard isCaptionText(text, attributes, isCentred: false) else { return false }
        page.setCaption(of: picture, to: node)
        return true
      }
      let tag = page.tree.tag(node)
      let size = Self.size(of: node, page.tree)
      if size == 0, tag != .small {
        index += 1
        continue
      }
      guard size <= Self.largestCaption else { return credit != nil }
      if tag == .small,
        page.tree.nonBlankCount(of: node, atMost: 0) > 0 || page.tree.attribute("style", of: node) != nil
      {
        guard page.tree.nonBlankCount(of: node, atMost: 400) <= 400 else { return false }
        page.setCaption(of: picture, to: node)
        return true
      }
      let words = scanner.scan(node, in: page.tree).words
      let text = Self.line(page.text(of: node))
      if holdsOnlySmall(node, page.tree), !text.isEmpty, text.nonBlankCount <= 400 {
        page.setCaption(of: picture, to: node)
        return true
      }
      if words.contains(.caption), text.nonBlankCount <= 400, !text.isEmpty {
        page.setCaption(of: picture, to: node)
        return true
      }
      if words.contains(.credit) || words.contains(.copyright), text.nonBlankCount <= 60, !text.isEmpty, credit == nil {
        credit = node
        page.pictures[picture]?.credit = Self.creditName(text)
        page.drop(node)
        index = page.tree.subtreeEnd(of: node)
        continue
      }
      switch tag {
      case .p, .div, .section, .figcaption, .span, .center, .em, .i, .td, .font, .strong, .h5, .h6:
        guard !text.isEmpty else {
          index += 1
          continue
        }
        guard page.tree.first(.img, in: node) == nil else { return credit != nil }
        if tag == .td
          ? isCell(below: picture, node, page) && text.nonBlankCount <= 160
          : isCaptionText(text, attributes, isCentred: Self.isSmallPrint(node, page.tree))
            || isSlide(picture, node, text, page.tree)
        {
          // © 某某 on a line of its own: the next line may be the caption.
          if credit == nil, text.nonBlankCount <= 40, CaptionCredit.split(text).caption == nil {
            credit = node
            page.pictures[picture]?.credit = Self.creditName(text)
            page.drop(node)
            index = page.tree.subtreeEnd(of: node)
            continue
          }
          page.setCaption(of: picture, to: node)
          return true
        }
        if Self.isAlone(picture, with: node, text, page.tree) || Self.isBareLine(node, text, page.tree)
          || credit != nil && Self.isBesides(picture, node, text, page.tree)
        {
          page.setCaption(of: picture, to: node)
          return true
        }
        return credit != nil
      case .tr, .tbody, .table, .br, .a, .noscript, .source, .picture: index += 1
      default: return credit != nil
      }
    }
    return credit != nil
  }

  /// Whether an element is one of several in a row, each with a picture and a line.
  private mutating func isSlide(_ picture: NodeID, _ line: NodeID, _ text: String, _ tree: HTMLTree) -> Bool {
    guard let slide = tree.parent(of: line), tree.isNode(picture, in: slide), text.nonBlankCount <= 120 else {
      return false
    }
    let end = tree.subtreeEnd(of: slide)
    guard end - Int(slide.index) <= 24, Self.size(of: slide, tree) == Self.size(of: line, tree) else { return false }
    let isAfterSlide = slideEnd >= 0 && Int(slide.index) - slideEnd <= 1
    var next = NodeID(end)
    if end < tree.count, tree.isText(next), tree.isBlank(next) { next = NodeID(end + 1) }
    let isBeforeSlide =
      Int(next.index) < tree.count && tree.isElement(next) && tree.tag(next) == tree.tag(slide)
      && tree.parent(of: next) == tree.parent(of: slide) && tree.subtreeEnd(of: next) - Int(next.index) <= 24
      && tree.first(.img, in: next) != nil
    guard isAfterSlide || isBeforeSlide else { return false }
    slideEnd = end
    return true
  }

  /// `<div><small>…</small></div>`: how one family of feeds writes captions.
  private func holdsOnlySmall(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree.tag(node) == .div || tree.tag(node) == .p else { return false }
    let inner = tree.children(of: node).filter { !tree.isBlank($0) }
    return inner.count == 1 && inner.first.map { tree.tag($0) == .small } == true
  }

  /// Whether a line after a picture belongs to it.
  private func isCaptionText(
    _ text: String, _ attributes: PictureAttributes, isCentred: @autoclosure () -> Bool
  ) -> Bool {
    guard text.utf8.count <= 480, !text.holdsAny(of: ["ights Reserved", "ights reserved"]) else { return false }
    let count = text.nonBlankCount
    guard count > 0, count <= 160 else { return false }
    let (alternative, title) = attributes.alternativeAndTitle
    for said in [alternative, title] {
      guard let said = said.map(Self.line), text.begins(with: said), said.hasMoreNonBlanks(than: 3) else { continue }
      if text == said || count <= said.nonBlankCount + 40 { return true }
    }
    if text.withSimplifiedBytes({ Self.captionMarks.match(in: $0, at: 0) != nil }) { return count <= 120 }
    if let credit = CaptionCredit.split(text).credit {
      // A credit alone, or a short description with one; a sentence that merely ends in 提供 is prose.
      return count <= 60 && credit.nonBlankCount * 5 >= count || isCentred() || count <= 30 && !text.ends(with: "。")
    }
    return count <= 80 && isCentred()
  }

  /// Beginnings that only captions have.
  private static let captionMarks = PhraseTable(
    [
      "▲", "△", "▼", "↑", "图为", "图：", "图/", "图／", "图片来源", "图源", "图片说明", "图说：", "图说:", "图说/", "图说／", "图说｜",
      "图说 ",
    ].map { ($0, 0) })

  // MARK: Settling

  /// Separates the credit from the caption, and keeps the alternative text unless the caption says the same.
  private static func finishTexts(_ picture: NodeID, _ attributes: PictureAttributes, _ page: inout Page) {
    var said = page.pictures[picture] ?? PictureText()
    if let text = said.caption {
      let (caption, credit) = CaptionCredit.split(line(text))
      said.caption = caption
      if said.credit == nil { said.credit = credit }
    }
    said.credit = said.credit.map(creditName)
    if let credit = said.credit, credit.isEmpty { said.credit = nil }
    said.isFormula = attributes.isFormula
    let texts = attributes.alternativeAndTitle
    let alternative = texts.alternative ?? texts.title ?? ""
    if !alternative.isEmpty, alternative.utf8.count <= 3000 {
      said.alternativeText = meaningful(line(plain(alternative)), said, page.envelope.title)
    }
    page.pictures[picture] = said
  }

  /// Whether a program generated a picture's text: a word for pictures, a file's name.
  static func isFiller(_ text: String) -> Bool {
    let lowered = text.lowered
    return CreditWords.fillers.contains(lowered)
      || lowered.startsWithAny(of: [
        "img_", "dsc_", "screenshot", "screen shot", "wechatimg", "image-", "微信图片", "截屏", "屏幕快照",
      ]) || lowered.endsWithAny(of: [".jpg", ".jpeg", ".png", ".gif", ".webp"])
  }

  /// Alternative text that says something: not a file name, a filler, or a repetition of the caption.
  private static func meaningful(_ text: String, _ said: PictureText, _ title: String) -> String? {
    let split = CaptionCredit.split(text)
    guard let words = split.caption, words.nonBlankCount >= 2 else { return nil }
    if isFiller(words) || words.lowered == title.lowered { return nil }
    // A word without Han characters and blanks is a file name without its extension.
    if !words.unicodeScalars.contains(where: \.isHan), !words.holds(" ") { return nil }
    let core = words.trimmed(of: "。.")
    if let caption = said.caption, caption.holds(core) || words.holds(caption.trimmed(of: "。.")) { return nil }
    if let credit = said.credit, credit.holds(core) { return nil }
    return words
  }

  /// A credit without its label and marks.
  private static func creditName(_ text: String) -> String {
    var text = CaptionCredit.withoutLabel(line(text))
    // 图源/某某, （来自某某）
    text = text.trimmed(of: "©，,：:；;()（）/／|｜")
    if text.simplified.begins(with: "来自"), text.nonBlankCount > 3 { text = String(text.dropFirst(2)) }
    return text
  }

  /// The text on one line, with each run of blanks as one space.
  private static func line(_ text: String) -> String {
    if text.withBytes({ Blanks.areSingleSpaces(in: $0) }) { return text }
    var result: [UInt8] = []
    text.withBytes { bytes in
      result.reserveCapacity(bytes.count)
      var isPending = false
      Blanks.forEachScalar(in: bytes) { range, isBlank in
        if isBlank {
          isPending = true
          return
        }
        if isPending, !result.isEmpty { result.append(0x20) }
        isPending = false
        for offset in range { result.append(bytes[offset]) }
      }
    }
    return result.withUnsafeBufferPointer { String(wellFormed: $0) }
  }

  /// The string without the markup that some sites put into attributes.
  private static func plain(_ text: String) -> String {
    guard text.holds("<") else { return text }
    var result = ""
    var isInTag = false
    for character in text {
      if character == "<" { isInTag = true }
      if !isInTag { result.append(character) }
      if character == ">" { isInTag = false }
    }
    return result
  }
}
