import Text

/// Finds readers' comments in a page where its structure leaves no doubt. They are kept apart from the text.
///
/// A comment is an element with the microdata of one (`itemtype="https://schema.org/Comment"`) or with `comment` as its
/// class or `id`, or an item of a list that is named so. It is inside an element that is named after comments, has a
/// text, and names its author or its date. An element that holds a line of the article is not a comment.
struct CommentReader {
  /// A forum page may have thousands; a reader of the article wants the first few screens.
  static let mostComments = 200
  /// In bytes; longer comments are cut at a character.
  static let mostBytes = 4_000
  /// In nodes; a larger element holds more than one comment and its answers.
  private static let largestItem = 2_000

  private let tree: HTMLTree
  private let scanner: ElementScanner
  private let zone: CivilZone
  /// The first nodes of the lines that stay, in order.
  private let kept: [Int32]

  /// - Parameter kept: The first nodes of the lines of the article, in order.
  static func read(_ page: Page, kept: [Int32]) -> [Comment] {
    CommentReader(tree: page.tree, scanner: page.scanner, zone: page.zone, kept: kept).comments()
  }

  /// Whether a page has comments by microdata, determined from its bytes.
  static func declaresComments(_ tree: HTMLTree) -> Bool {
    tree.source.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[tree.sourceRange])
      return ByteSearch.holds(part, "schema.org/Comment") || ByteSearch.holds(part, "schema.org/UserComments")
    }
  }

  private func comments() -> [Comment] {
    var found: [Comment] = []
    // Where the enclosing elements that are named after comments end.
    var sectionEnd = 0
    for node in tree.undropped() where tree.isElement(node) {
      guard found.count < Self.mostComments else { break }
      let index = Int(node.index)
      let isComment = isDeclared(node)
      if index >= sectionEnd, !isComment {
        if scanner.scan(node, in: tree).words.contains(.comments), !tree.tag(node).traits.contains(.inline) {
          sectionEnd = tree.subtreeEnd(of: node)
        }
        continue
      }
      guard isComment || isItem(node), !holdsArticle(node), let comment = comment(in: node) else { continue }
      found.append(comment)
    }
    return found
  }

  /// Whether a line of the article is in an element.
  private func holdsArticle(_ node: NodeID) -> Bool {
    let end = Int32(tree.subtreeEnd(of: node))
    var lower = 0
    var upper = kept.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if kept[middle] < node.index { lower = middle + 1 } else { upper = middle }
    }
    return lower < kept.count && kept[lower] < end
  }

  // MARK: Items

  private func isDeclared(_ node: NodeID) -> Bool {
    tree.attribute("itemtype", of: node, contains: "schema.org/Comment")
      || tree.attribute("itemtype", of: node, contains: "schema.org/UserComments")
  }

  private func isItem(_ node: NodeID) -> Bool {
    switch tree.tag(node) {
    case .li, .div, .article, .section, .dl, .tr: break
    default: return false
    }
    if tree.hasClass(among: Self.itemClasses, node) || hasNumberedID(node) { return true }
    guard tree.tag(node) == .li, let list = tree.parent(of: node) else { return false }
    return scanner.scan(list, in: tree).words.contains(.comments)
  }

  private static let itemClasses: [StaticString] = [
    "comment", "comment-item", "comment_item", "commentItem", "comment-list-item", "comment-box-item", "comment-entry",
    "reply", "reply-item", "reply_item", "media-comment", "post-comment", "pinglun-item", "liuyan-item", "cmt-item",
  ]

  /// `comment-12`, `li-comment-12`.
  private func hasNumberedID(_ node: NodeID) -> Bool {
    guard let id = tree.attribute("id", of: node), let last = id.utf8.last, last &- 0x30 < 10 else { return false }
    return id.lowered.startsWithAny(of: ["comment", "li-comment", "reply", "pinglun"])
  }

  /// Whether an element within a comment begins another comment: an answer.
  private func isAnswer(_ node: NodeID) -> Bool { isDeclared(node) || isItem(node) }

  // MARK: Parts

  private func comment(in item: NodeID) -> Comment? {
    let end = tree.subtreeEnd(of: item)
    guard end - Int(item.index) <= Self.largestItem else { return nil }
    var author: String?
    var date: Timestamp?
    var texts: [NodeID] = []
    var index = Int(item.index) + 1
    while index < end {
      let node = NodeID(index)
      let nodeEnd = tree.subtreeEnd(of: node)
      if !tree.isElement(node) {
        index += 1
        continue
      }
      // Answers, and lists of answers, are read separately.
      if tree.isDropped(node) || tree.tag(node).isHidden || isAnswer(node) {
        index = nodeEnd
        continue
      }
      if isText(node) {
        texts.append(node)
        index = nodeEnd
        continue
      }
      let words = scanner.scan(node, in: tree).words
      if date == nil, let time = time(node, words) {
        date = time
        // `<a class="author">` holds the name only.
        if tree.tag(node) == .time { index = nodeEnd; continue }
      }
      if author == nil, let name = name(node, words) {
        author = name
        index = nodeEnd
        continue
      }
      index += 1
    }
    guard author != nil || date != nil else { return nil }
    let text = texts.map { tree.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    guard !text.isEmpty else { return nil }
    return Comment(author: author, date: date, text: text.cut(toBytes: Self.mostBytes))
  }

  private func isText(_ node: NodeID) -> Bool {
    if tree.hasClass(among: Self.textClasses, node) { return true }
    return tree.attribute("itemprop", of: node, contains: "text")
      || tree.attribute("itemprop", of: node, contains: "commentText")
      || tree.attribute("itemprop", of: node, contains: "description")
      || tree.tag(node) == .p && !tree.hasClass(among: Self.metaClasses, node)
  }

  private static let textClasses: [StaticString] = [
    "comment-content", "comment-text", "comment_text", "comment-body-text", "comment-con", "comment_content",
    "commentContent", "comment-detail", "comment-message", "comment-main", "comment-txt", "reply-content",
    "reply-text", "cmt-content", "cmt-text", "content", "text", "txt", "con", "msg", "message",
  ]
  private static let metaClasses: [StaticString] = ["meta", "comment-meta", "info", "comment-info", "reply", "author"]

  private func time(_ node: NodeID, _ words: MarkupWords) -> Timestamp? {
    if tree.tag(node) == .time {
      let written = tree.attribute("datetime", of: node) ?? tree.text(of: node)
      return Timestamp(written, zone: zone) ?? Timestamp.first(in: written, zone: zone)?.timestamp
    }
    guard !words.isDisjoint(with: [.date, .meta]) || tree.attribute("itemprop", of: node, contains: "date") else {
      return nil
    }
    if let written = tree.attribute("content", of: node) ?? tree.attribute("datetime", of: node),
      let time = Timestamp(written, zone: zone)
    {
      return time
    }
    let text = tree.text(of: node)
    return text.utf8.count <= 120 ? Timestamp.first(in: text, zone: zone)?.timestamp : nil
  }

  private func name(_ node: NodeID, _ words: MarkupWords) -> String? {
    let isNamed =
      tree.tag(node) == .cite || tree.hasClass(among: ["fn", "name", "nick", "user", "nickname", "user-name"], node)
      || words.contains(.author) || tree.attribute("itemprop", of: node, contains: "author")
      || tree.attribute("itemprop", of: node, contains: "creator")
    guard isNamed, tree.subtreeEnd(of: node) - Int(node.index) <= 32 else { return nil }
    // `<div class="comment-author vcard"><cite class="fn">某某</cite> 说道：</div>`.
    let inner = tree.descendants(of: node).first {
      tree.tag($0) == .cite || tree.hasClass(among: ["fn"], $0) || tree.attribute("itemprop", of: $0, contains: "name")
    }
    let text = tree.text(of: inner ?? node).onOneLine.trimmed(of: "：: ")
    return 1...40 ~= text.nonBlankCount && Timestamp.first(in: text, zone: zone) == nil ? text : nil
  }
}

extension String {
  /// The beginning of the text, in whole characters.
  fileprivate func cut(toBytes count: Int) -> String {
    guard utf8.count > count else { return self }
    var end = utf8.index(startIndex, offsetBy: count)
    while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
