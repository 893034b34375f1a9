import ArticleLibrary
import ReadingRoom

/// A session as text, one `name value` a line, which the library remembers between runs.
///
/// Articles are stored by their identity, after a number that is no longer read.
struct SessionText {
  let handles: ArticleHandles

  func text(_ session: Session) -> String {
    var lines = [
      "query \(oneLine(session.query.text))",
      "sort \(session.query.sort.rawValue) \(session.query.isDescending ? "down" : "up")",
      "unfolds \(session.query.unfoldsDuplicates)",
      "index \(session.selectedIndex)",
    ]
    lines += session.query.facets.map { "facet \($0.kind.rawValue) \(oneLine($0.value))" }
    lines += session.searches.map { "searched \(oneLine($0))" }
    if let line = articleLine("selected", session.selectedArticle) { lines.append(line) }
    if let line = articleLine("open", session.openArticle) { lines.append(line) }
    return lines.joined(separator: "\n")
  }

  func session(from text: String) -> Session {
    var session = Session()
    for line in text.split(separator: "\n") {
      guard let blank = line.firstIndex(of: " ") else { continue }
      let value = String(line[line.index(after: blank)...])
      switch line[..<blank] {
      case "query": session.query.text = value
      case "sort":
        let parts = value.split(separator: " ")
        session.query.sort = parts.first.flatMap { SortKey(rawValue: String($0)) } ?? .date
        session.query.isDescending = parts.last != "up"
      case "unfolds": session.query.unfoldsDuplicates = value == "true"
      case "index": session.selectedIndex = max(0, Int(value) ?? 0)
      case "facet":
        let parts = value.split(separator: " ", maxSplits: 1)
        if parts.count == 2, let kind = Facet.Kind(rawValue: String(parts[0])) {
          session.query.facets.append(Facet(kind, String(parts[1])))
        }
      case "searched": session.searches.append(value)
      case "selected": session.selectedArticle = article(value)
      case "open": session.openArticle = article(value)
      default: break
      }
    }
    return session
  }

  private func articleLine(_ name: String, _ id: ArticleHandle?) -> String? {
    guard let row = id.flatMap(handles.row) else { return nil }
    return "\(name) 0 \(oneLine(handles.library.identityText(of: row)))"
  }

  /// The article with that identity. Version 0.1.0 wrote URLs.
  private func article(_ value: String) -> ArticleHandle? {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, Int64(parts[0]) != nil else { return nil }
    let name = String(parts[1])
    if let found = handles.library.article(withIdentity: name) { return handles.handle(found) }
    return ((try? handles.library.rows(withURLs: [name])) ?? [:])[name].map { handles.handle($0) }
  }

  private func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }
}
