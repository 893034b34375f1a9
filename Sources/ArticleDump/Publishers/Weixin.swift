import Text

extension PublisherHook {
  /// Articles of WeChat's public accounts: no class or place identifies the page, its date (in a script) or its author
  /// (the account, or a name among other words below the title).
  static let weixin = PublisherHook(
    recognise: { page in
      holdsContent(page.tree) && page.tree.first(withID: "js_content") != nil
        && page.tree.first(withID: "activity-name") != nil
    },
    read: { page in
      guard let content = page.tree.first(withID: "js_content") else { return }
      page.contentRoots = [content]
      if page.envelope.title.isEmpty, let title = page.tree.first(withID: "activity-name") {
        let text = page.text(of: title)
        if !text.isEmpty { page.facts.title = Sourced(text) }
      }
      if let time = page.tree.first(withID: "publish_time"), page.facts.published == nil,
        let found = Timestamp(page.text(of: time), zone: .shanghai)
      {
        page.facts.published = Sourced(found)
      }
      if page.facts.isUndated, let made = creation(page.tree) {
        page.facts.publications.propose(made, from: .page, by: .data)
      }
      let account = page.tree.first(withID: "js_name").map { page.text(of: $0) } ?? ""
      if !account.isEmpty {
        page.facts.source = Sourced(account)
        page.facts.people.propose([account], from: .page, by: .account)
      }
      if let author = author(page), author != account {
        page.facts.people.propose(Byline.names(in: author), from: .page, by: .rules)
      }
    })

  /// Reads the date from `var ct = "1714953600"`, since a script fills in its element.
  private static func creation(_ tree: HTMLTree) -> Timestamp? {
    for node in tree.all where tree.tag(node) == .script {
      let script = tree.descendants(of: node).map { tree.rawText(of: $0) }.joined()
      for mark in ["var ct = \"", "var ct=\"", "var ct = '", "ct: '", "createTime = '"] {
        guard let start = script.utf8Index(of: mark) else { continue }
        let value = script[script.utf8.index(start, offsetBy: mark.utf8.count)...].prefix { $0 != "\"" && $0 != "'" }
        if let seconds = Int64(value), value.utf8.count == 10 {
          return Timestamp(secondsSinceEpoch: seconds, utcOffsetInSeconds: 8 * 3600)
        }
        if let time = Timestamp(String(value.prefix(20)), zone: .shanghai) { return time }
      }
    }
    return nil
  }

  /// An inexpensive test, since every page is tested.
  private static func holdsContent(_ tree: HTMLTree) -> Bool {
    tree.source.withUnsafeBufferPointer { bytes in
      ByteSearch.offset(of: "js_content", in: UnsafeBufferPointer(rebasing: bytes[tree.sourceRange])) != nil
    }
  }

  /// `js_author_name`, or the first text on the line below the title that is neither the account nor the date.
  private static func author(_ page: Page) -> String? {
    if let node = page.tree.first(withID: "js_author_name") { return page.text(of: node) }
    for node in page.tree.all
    where page.tree.tag(node) == .span && page.tree.hasClass("rich_media_meta_text", node) {
      let text = page.text(of: node)
      if !text.isEmpty, Timestamp(text, zone: .shanghai) == nil, text != "原创" { return text }
    }
    return nil
  }
}

extension HTMLTree {
  /// The first element with an `id`.
  fileprivate func first(withID id: StaticString) -> NodeID? {
    all.first { isElement($0) && attribute("id", of: $0, contains: id) }
  }
}
