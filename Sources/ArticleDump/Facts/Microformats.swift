import Text

/// Reads hAtom's classes and schema.org's properties of an entry anywhere on the page: blogs print date and author in a
/// footer that is dropped with its buttons.
///
/// Fills in only missing facts, and only if all values on the page agree, since lists of entries have many dates.
///
/// Source: microformats.org/wiki/hatom and /h-entry, schema.org/Article.
enum Microformats {
  static func read(_ page: inout Page) {
    let needsDate = page.facts.isUndated
    let needsAuthor = page.facts.authors == nil
    guard needsDate || needsAuthor, mayHold(page.tree) else { return }
    let tree = page.tree
    var dates: [Timestamp] = []
    var names: [String] = []
    for index in 1..<max(1, tree.count) {
      let node = NodeID(index)
      guard tree.isElement(node), !tree.tag(node).traits.contains(.hidden) else { continue }
      let property = tree.attribute("itemprop", of: node)
      if needsDate, property == "datePublished" || tree.hasClass(among: ["published", "dt-published"], node) {
        let written = ["datetime", "title", "content"].lazy.compactMap { tree.attribute($0, of: node) }.first
        if let time = Timestamp(written ?? text(of: node, tree), zone: page.zone), !dates.contains(time) {
          dates.append(time)
        }
      }
      if needsAuthor,
        property == "author" || tree.hasClass(among: ["author", "p-author", "post-author", "entry-author"], node)
      {
        let name = self.name(of: node, tree)
        if 2...24 ~= name.nonBlankCount, !names.contains(name) { names.append(name) }
      }
    }
    if needsDate, dates.count == 1, page.isPlausible(dates[0]) {
      page.facts.publications.propose(dates[0], from: .page, by: .element)
    }
    if needsAuthor, names.count == 1 {
      let found = Byline.names(in: names[0])
      if !found.isEmpty { page.facts.people.propose(found, from: .page, by: .account) }
      // The person who posted a text may not have written it, so a byline in the text outweighs this name.
      if found.count == 1, page.facts.account == nil { page.facts.account = found[0] }
    }
  }

  private static func mayHold(_ tree: HTMLTree) -> Bool {
    // Most dumps of feeds have no such element.
    guard tree.nodes.contains(where: { $0.classStart > 0 || $0.flags.contains(.tells) }) else { return false }
    return tree.source.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[tree.sourceRange])
      return ByteSearch.offset(of: "published", in: part) != nil
        || ByteSearch.offset(of: "datePublished", in: part) != nil
        || ByteSearch.offset(of: "vcard", in: part) != nil
        || ByteSearch.offset(of: "p-author", in: part) != nil
    }
  }

  /// The name within an author's element, without the words around it.
  private static func name(of node: NodeID, _ tree: HTMLTree) -> String {
    let inner = tree.descendants(of: node).first { inner in
      tree.isElement(inner) && inner != node
        && (tree.attribute("itemprop", of: inner) == "name" || tree.hasClass(among: ["fn", "p-name"], inner))
    }
    return text(of: inner ?? node, tree)
  }

  /// The text of a node that may have been dropped.
  private static func text(of node: NodeID, _ tree: HTMLTree) -> String {
    guard tree.subtreeEnd(of: node) - Int(node.index) <= 24 else { return "" }
    return tree.descendants(of: node).filter { tree.isText($0) }.map { tree.rawText(of: $0) }.joined().onOneLine
      .trimmedOfBlanks
  }
}
