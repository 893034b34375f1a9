import Text

/// Drops what markup says is no article: share bars, adverts, navigation, related lists, comments, hidden elements.
struct FurnitureCleaner {
  private let scanner: ElementScanner
  private let ink: InkMap
  private let total: Int
  /// How many nodes may still be looked into for sentences: so that thousands of elements one in another, each named
  /// like junk, cost linear time.
  private var budget: Int

  static func clean(_ page: inout Page) {
    var cleaner = FurnitureCleaner(page.tree, page.scanner)
    cleaner.sweep(&page)
  }

  private init(_ tree: HTMLTree, _ scanner: ElementScanner) {
    self.scanner = scanner
    ink = InkMap(tree)
    total = max(1, ink.total)
    budget = 8 * tree.count + 4096
  }

  /// How many sentences end in a node; the limit, which speaks for prose, where no more may be looked at.
  private mutating func sentenceCount(_ tree: HTMLTree, of node: NodeID, atMost limit: Int = 8) -> Int {
    let size = tree.subtreeEnd(of: node) - Int(node.index)
    guard size <= budget else { return limit }
    budget -= size
    return tree.sentenceCount(of: node, atMost: limit)
  }

  private mutating func sweep(_ page: inout Page) {
    var index = 1
    var quoteEnd = 0
    var figureEnd = 0
    let count = page.tree.count
    while index < count {
      let node = NodeID(index)
      let tag = page.tree.tag(node)
      let end = page.tree.subtreeEnd(of: node)
      if tag == .text {
        index += 1
        continue
      }
      if page.tree.isDropped(node) || tag.traits.contains(.hidden) && tag != .iframe {
        index = end
        continue
      }
      if tag == .blockquote { quoteEnd = max(quoteEnd, end) }
      if tag == .figure { figureEnd = max(figureEnd, end) }
      let place = Place(isInQuote: index < quoteEnd, isInFigure: index < figureEnd)
      if isFurniture(node, tag, place, &page), !isByline(node, page) {
        page.drop(node)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// `adEditor`, `tools`: what a class calls junk may name the desk.
  private func isByline(_ node: NodeID, _ page: Page) -> Bool {
    let size = ink.ink(page.tree, node)
    guard 9...120 ~= size, page.tree.subtreeEnd(of: node) - Int(node.index) <= 24 else { return false }
    let text = page.text(of: node)
    // `post-foot`: who, when and where from.
    if text.holdsAny(of: ["作者：", "来源：", "來源：", "记者：", "記者：", "作者:", "来源:"]), ink.linkShare(page.tree, node) < 0.5,
      Timestamp.first(in: text, zone: page.zone) != nil
    {
      return true
    }
    guard text.holdsAny(of: ["编", "編", "译", "譯"]), let bylines = Byline.readLines(text) else { return false }
    return bylines.contains { !$0.editors.isEmpty || !$0.translators.isEmpty }
  }

  private struct Place {
    var isInQuote: Bool
    var isInFigure: Bool
  }

  // MARK: Judging

  private mutating func isFurniture(_ node: NodeID, _ tag: Tag, _ place: Place, _ page: inout Page) -> Bool {
    switch tag {
    case .html, .head, .body, .br, .hr, .wbr, .img, .source, .tr, .tbody, .thead: return false
    case .button, .select, .input, .textarea, .keygen, .optgroup, .datalist: return share(of: node, page) < 0.3
    case .nav: return mayGo(node, page, upTo: 0.5)
    case .noscript: return isRepeatedByScript(node, page.tree)
    case .form: return mayGo(node, page, upTo: 0.2) && sentenceCount(page.tree, of: node) < 2
    case .iframe: return isFurnitureFrame(node, page.tree)
    case .other:
      let name = page.tree.name(of: node)
      if name.startsWithAny(of: ["share-", "social-", "ad-", "amp-ad", "amp-social", "amp-analytics", "newsletter-"]) {
        return mayGo(node, page, upTo: 0.3)
      }
    default: break
    }
    let scan = scanner.scan(node, in: page.tree)
    if scan.isHidden { return !place.isInFigure && mayGo(node, page, upTo: 0.4) || ink.ink(page.tree, node) == 0 }
    switch scan.role {
    case .navigation, .search, .dialog, .toolbar, .contentinfo, .advert: return mayGo(node, page, upTo: 0.4)
    case .main, .article: return false
    case .banner: return ink.linkShare(page.tree, node) > 0.4 && mayGo(node, page, upTo: 0.3)
    case .complementary where tag != .aside: return ink.linkShare(page.tree, node) > 0.5
    default: break
    }
    switch tag {
    case .main, .article, .figure, .figcaption: return false
    case .footer: return !place.isInQuote && isFooter(node, scan.words, page)
    case .aside: return isAside(node, scan.words, &page)
    default: break
    }
    if scan.words.isDisjoint(with: [.author, .meta, .source, .section]), isLinkCard(node, tag, page) {
      collectRelated(node, &page)
      return true
    }
    let junk = scan.words.intersection(.junk)
    if !junk.isEmpty { return isNamedJunk(node, tag, scan.words, place, &page) }
    if scan.words.contains(.doubtful) { return isDoubtfulJunk(node, tag, scan.words, page) }
    return false
  }

  private func share(of node: NodeID, _ page: Page) -> Double {
    Double(ink.ink(page.tree, node)) / Double(total)
  }

  /// Whether an article would be left without the node: it is a small part, or sentences stand outside.
  private mutating func mayGo(_ node: NodeID, _ page: Page, upTo limit: Double) -> Bool {
    if share(of: node, page) <= limit { return true }
    return proseOutside(node, page.tree) >= 900 && !looksLikeBody(node, page.tree)
  }

  /// The bytes of unlinked text outside a node.
  private func proseOutside(_ node: NodeID, _ tree: HTMLTree) -> Int {
    let outside = total - ink.ink(tree, node)
    let linked = ink.linkInk(tree, .root) - ink.linkInk(tree, node)
    return outside - linked
  }

  /// Whether a title or most of the unlinked text stands in the node.
  private mutating func looksLikeBody(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    let size = tree.subtreeEnd(of: node) - Int(node.index)
    guard size <= budget else { return true }
    budget -= size
    return tree.descendants(of: node).contains { tree.tag($0) == .h1 || tree.tag($0) == .article }
  }

  // MARK: Kinds

  private mutating func isNamedJunk(
    _ node: NodeID, _ tag: Tag, _ words: MarkupWords, _ place: Place, _ page: inout Page
  ) -> Bool {
    let size = ink.ink(page.tree, node)
    let linkShare = ink.linkShare(page.tree, node)
    if words.contains(.hidden) { return !place.isInFigure && mayGo(node, page, upTo: 0.3) }
    if tag.traits.contains(.inline) {
      // Inside running text a class names a link's look, not junk.
      let loud: MarkupWords = [.share, .comments, .advert, .tools, .counter, .subscribe]
      return !words.intersection(loud).isEmpty && size <= 75 && sentenceCount(page.tree, of: node, atMost: 1) == 0
        && !isInProse(node, page.tree)
    }
    if tag.traits.contains(.heading), size > 90 || isNamedAfterItself(node, page) { return false }
    // A wrapper of everything that also says `share` or `ad` somewhere.
    if !words.intersection([.content, .lead]).isEmpty, share(of: node, page) > 0.15 { return false }
    // `subhead_zan`: what names the lead outweighs what else it says.
    if !words.isDisjoint(with: [.lead, .subtitle]), size >= 36, linkShare < 0.3,
      ink.pictureCount(page.tree, node) == 0, tag != .form
    {
      return false
    }
    if words.contains(.comments) { return areComments(node, page) }
    guard share(of: node, page) <= 0.4 || mayGo(node, page, upTo: 0.3) else { return false }
    // A bar over the text that tells the date beside its buttons: they go one by one.
    if size <= 300, linkShare < 0.7, holdsDate(node, page) { return false }
    let sentences = sentenceCount(page.tree, of: node)
    if words.contains(.related) {
      guard share(of: node, page) <= 0.4, sentences <= 2 || linkShare > 0.4 else { return false }
      collectRelated(node, &page)
      return true
    }
    if words.contains(.tags) {
      guard linkShare > 0.5 || size <= 240, sentences <= 1 else { return false }
      page.facts.tags += links(in: node, page.tree).map(\.text)
      return true
    }
    guard mayGo(node, page, upTo: 0.3) else { return false }
    if words.contains(.footer) || words.contains(.cookies) || words.contains(.subscribe) {
      return sentences <= 4 || linkShare > 0.3
    }
    if words.contains(.navigation) { return linkShare > 0.3 || sentences == 0 || (size < 600 && sentences <= 1) }
    // Below the article a box that asks for money or readers may say why.
    if sentences <= 6, share(of: node, page) < 0.25, ink.ink(before: node) * 10 >= total * 6,
      !words.isDisjoint(with: [.share, .subscribe, .advert])
    {
      return true
    }
    // Share bars, adverts, tools, counters: short, or links; prose in them is somebody's article.
    return sentences <= 2 || linkShare > 0.5
      || (words.contains(.advert) && share(of: node, page) < 0.1 && sentences <= 4)
  }

  /// `<h3 id="comment-likes">Comment Likes</h3>`: software makes a heading's `id` of its words, whatever they say.
  private func isNamedAfterItself(_ node: NodeID, _ page: Page) -> Bool {
    guard let id = page.tree.attribute("id", of: node), page.tree.attribute("class", of: node) == nil else {
      return false
    }
    func letters(_ text: String) -> [Unicode.Scalar] {
      text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
    return letters(id) == letters(page.text(of: node))
  }

  /// Whether one element in a node, and only one, is a day or a moment; a list of others' news has several.
  private mutating func holdsDate(_ node: NodeID, _ page: Page) -> Bool {
    let size = page.tree.subtreeEnd(of: node) - Int(node.index)
    guard size <= 64, size <= budget else { return false }
    budget -= size
    var count = 0
    for inner in page.tree.descendants(of: node) where page.tree.isElement(inner) {
      let isNamed =
        page.tree.tag(inner) == .time || scanner.scan(inner, in: page.tree).words.contains(.date)
      guard isNamed, page.tree.descendants(of: inner).allSatisfy({ !page.tree.isElement($0) }) else { continue }
      if Timestamp.first(in: page.text(of: inner), zone: page.zone) != nil { count += 1 }
    }
    return count == 1
  }

  /// A short thing with a doubtful name goes when it says nothing: no sentence, no picture.
  private mutating func isDoubtfulJunk(_ node: NodeID, _ tag: Tag, _ words: MarkupWords, _ page: Page) -> Bool {
    switch tag {
    case .div, .ul, .ol, .section, .dl, .table, .menu: break
    default: return false
    }
    let claims: MarkupWords = [.content, .caption, .credit, .author, .date, .meta, .title, .lead, .source, .subtitle]
    guard words.intersection(claims).isEmpty, ink.pictureCount(page.tree, node) == 0 else { return false }
    let size = ink.ink(page.tree, node)
    guard size > 0, share(of: node, page) < 0.1 else { return false }
    guard sentenceCount(page.tree, of: node, atMost: 1) == 0 else { return false }
    return ink.linkShare(page.tree, node) > 0.7 && size > 12
  }

  private mutating func isFooter(_ node: NodeID, _ words: MarkupWords, _ page: Page) -> Bool {
    guard mayGo(node, page, upTo: 0.3) else { return false }
    return sentenceCount(page.tree, of: node) <= 2 || ink.linkShare(page.tree, node) > 0.3 || words.contains(.footer)
  }

  private mutating func isAside(_ node: NodeID, _ words: MarkupWords, _ page: inout Page) -> Bool {
    guard mayGo(node, page, upTo: 0.3) else { return false }
    if words.contains(.related) {
      collectRelated(node, &page)
      return true
    }
    if !words.intersection(.junk).isEmpty { return true }
    return ink.linkShare(page.tree, node) > 0.5 || sentenceCount(page.tree, of: node, atMost: 1) == 0
  }

  /// Comments may be longer than what they comment on; but `comment` also names editorials, which nothing precedes.
  private mutating func areComments(_ node: NodeID, _ page: Page) -> Bool {
    share(of: node, page) <= 0.3 || (ink.ink(before: node) >= 150 && !looksLikeBody(node, page.tree))
  }

  /// Whether running text stands beside an inline element in the same block.
  private mutating func isInProse(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard let parent = tree.parent(of: node) else { return false }
    switch tree.tag(parent) {
    case .p, .td, .li, .blockquote, .span, .strong, .em, .section, .div:
      return ink.ink(tree, parent) - ink.ink(tree, node) > 45
        && sentenceCount(tree, of: parent, atMost: 1) > 0
    default: return false
    }
  }

  /// A `noscript` repeats what a script would show, usually a lazy picture beside it, or asks for scripts.
  private func isRepeatedByScript(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    let end = tree.subtreeEnd(of: node)
    guard end - Int(node.index) <= 64, tree.first(.img, in: node) != nil else { return ink.ink(tree, node) < 600 }
    // A picture close by is the script's place for the same one.
    let near = max(0, Int(node.index) - 6)..<min(tree.count, end + 6)
    return near.contains { place in
      tree.tag(NodeID(place)) == .img && !tree.isNode(NodeID(place), in: node)
    }
  }

  /// A box amid the text that is another article's picture and title, all one link, with its day at most.
  private mutating func isLinkCard(_ node: NodeID, _ tag: Tag, _ page: Page) -> Bool {
    guard tag == .div || tag == .section || tag == .table else { return false }
    let size = ink.ink(page.tree, node)
    guard 12...360 ~= size, ink.ink(before: node) >= 90 else { return false }
    let pictureCount = ink.pictureCount(page.tree, node)
    let count = page.tree.subtreeEnd(of: node) - Int(node.index)
    // What stands before the text may be its own picture.
    guard pictureCount <= 2, ink.linkShare(page.tree, node) > 0.5, share(of: node, page) < 0.3,
      count <= 48, count <= budget
    else { return false }
    budget -= count
    var target: String?
    var rest = ""
    var title = ""
    var isPictureLinked = false
    for inner in page.tree.undropped(in: node) {
      if page.tree.tag(inner) == .a {
        guard let url = page.tree.attribute("href", of: inner), page.isOwn(url), target == nil || target == url,
          !url.holdsAny(of: Self.pictureFolders)
        else { return false }
        target = url
      } else if page.tree.tag(inner) == .img {
        isPictureLinked = isPictureLinked || isInLink(inner, below: node, page.tree)
      } else if page.tree.isText(inner), !page.tree.isBlank(inner) {
        if isInLink(inner, below: node, page.tree) {
          title += page.tree.rawText(of: inner)
        } else {
          rest += page.tree.rawText(of: inner) + " "
        }
      }
    }
    // A file's name under its picture is no title.
    let length = title.unicodeScalars.count(where: \.isHan)
    guard isPictureLinked ? length >= 4 : pictureCount == 0 && length >= 7 else { return false }
    rest = rest.trimmedOfBlanks
    guard target != nil, sentenceCount(page.tree, of: node, atMost: 1) == 0 else { return false }
    return rest.isEmpty && pictureCount > 0 || rest.inkCount <= 30 && Timestamp.first(in: rest, zone: page.zone) != nil
      || rest.inkCount <= 16 && rest.utf8.contains { $0 &- 0x30 < 10 } && rest.holdsAny(of: ["月", "日", ":", "前"])
  }

  /// Where a site keeps a page for each of its pictures.
  private static let pictureFolders = [
    "/photo", "/image", "/img/", "/pic", "/gallery", "/album", "/attachment", "/file", "/media/", "/slide",
  ]

  private func isInLink(_ node: NodeID, below root: NodeID, _ tree: HTMLTree) -> Bool {
    var current = tree.parent(of: node)
    while let parent = current, parent != root {
      if tree.tag(parent) == .a { return true }
      current = tree.parent(of: parent)
    }
    return false
  }

  private func isFurnitureFrame(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard let source = tree.attribute("src", of: node) ?? tree.attribute("data-src", of: node) else { return true }
    return source.holdsAny(of: [
      "facebook.com/plugins/like", "facebook.com/plugins/page", "plugins/share", "googleads", "doubleclick",
      "googlesyndication", "disqus.com", "widgets/follow_button", "widgets/tweet_button", "likebox", "/ads/",
      "adserver",
      "about:blank", "googletagmanager", "jiathis", "recaptcha",
    ])
  }

  // MARK: Related

  private func links(in node: NodeID, _ tree: HTMLTree) -> [Link] {
    var links: [Link] = []
    for descendant in tree.undropped(in: node) where tree.tag(descendant) == .a {
      guard let url = tree.attribute("href", of: descendant), !url.startsWithAny(of: ["#", "javascript:"]) else {
        continue
      }
      let text = tree.text(of: descendant).onOneLine
      if !text.isEmpty { links.append(Link(text: text, url: url)) }
    }
    return links
  }

  private func collectRelated(_ node: NodeID, _ page: inout Page) {
    page.addRelated(links(in: node, page.tree))
  }
}

extension String {
  /// `相關閱讀 新界十年`: a card's label is no part of the title in it.
  fileprivate var withoutRelatedLabel: String {
    for label in ["相关阅读", "相關閱讀", "延伸阅读", "延伸閱讀", "推荐阅读", "推薦閱讀", "相关报道", "相關報導"] where begins(with: label) {
      let rest = dropFirst(label.count).trimmed(of: "：:|｜·-")
      if rest.inkCount >= 4 { return rest }
    }
    return self
  }
}

extension Page {
  /// Whether an address lies on the page's own site and is no picture.
  func isOwn(_ url: String) -> Bool {
    guard !url.lowered.endsWithAny(of: [".jpg", ".jpeg", ".png", ".gif", ".webp"]), !url.begins(with: "#") else {
      return false
    }
    guard let host = PublisherRegistry.host(of: url) else { return !url.holds(":") }
    return envelope.url.flatMap(PublisherRegistry.host(of:)) == host
  }

  /// Adds links to other articles: absolute, each once, without such as 更多.
  mutating func addRelated(_ links: [Link]) {
    for link in links {
      let url = ImageURL.absolute(link.url, page: envelope.url)
      // `Q&amp;amp;A`: some sites escape their titles twice.
      let title = link.text.holds("&") ? CharacterReference.decode(link.text) : link.text
      let text = title.trimmedOfBlanks.withoutRelatedLabel
      guard text.inkCount >= 4, LineShape(text, isAtEdge: false)?.isFurniture != true,
        facts.relatedURLs.insert(url).inserted
      else { continue }
      facts.related.append(Link(text: text, url: url))
    }
  }
}
