import ReadingRoom

/// A list's request for rows or facets, with the number that distinguishes earlier requests from later ones.
struct ListRequest: Sendable, Hashable {
  enum Subject: Sendable, Hashable { case rows, facets }
  var list: ListKind
  var subject: Subject
  var generation: Int
}

/// Tracks the latest requests: typing a filter requests one list after another, and only the last one matters.
///
/// Each list is tracked separately, and so are its facets: when the library changes, both lists request rows at once,
/// and the second request does not replace the first.
struct LatestRequests {
  private struct Asker: Hashable {
    var list: ListKind
    var subject: ListRequest.Subject
  }
  private var generations: [Asker: Int] = [:]

  mutating func register(_ request: ListRequest) {
    let asker = Asker(list: request.list, subject: request.subject)
    generations[asker] = max(generations[asker] ?? .min, request.generation)
  }

  /// Whether the same list has since made a newer request of the same kind.
  func isStale(_ request: ListRequest) -> Bool {
    request.generation < generations[Asker(list: request.list, subject: request.subject)] ?? .min
  }
}
