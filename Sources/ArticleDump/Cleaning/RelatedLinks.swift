import Text

extension Page {
  /// Whether an address is on the page's own site and does not lead to a picture.
  func isOwn(_ url: String) -> Bool {
    guard !url.lowered.endsWithAny(of: [".jpg", ".jpeg", ".png", ".gif", ".webp"]), !url.begins(with: "#") else {
      return false
    }
    guard let host = PublisherRegistry.host(of: url) else { return !url.holds(":") }
    return envelope.url.flatMap(PublisherRegistry.host(of:)) == host
  }

  /// Adds links to other articles: absolute, each once, without links such as 更多.
  mutating func addRelated(_ links: [Link]) {
    for link in links {
      let url = ImageURL.absolute(link.url, page: envelope.url)
      // `Q&amp;amp;A`: some sites escape their titles twice.
      let title = link.text.holds("&") ? CharacterReference.decode(link.text) : link.text
      // `相關閱讀 新界十年`: the label of a card is not part of the title.
      let rest = LineClass.restBehindRelatedLabel(title)
      let text = rest.flatMap { $0.nonBlankCount >= 4 ? $0 : nil } ?? title.trimmedOfBlanks
      guard text.nonBlankCount >= 4, LineClass(text, isAtEdge: false)?.isBoilerplate != true,
        facts.relatedURLs.insert(url).inserted
      else { continue }
      facts.related.append(Link(text: text, url: url))
    }
  }
}
