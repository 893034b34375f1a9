import ReadingRoom

/// What a list asked for: rows or facets, with the number that tells earlier requests from later ones.
struct ListRequest: Sendable, Hashable {
  enum Subject: Sendable, Hashable { case rows, facets }
  var list: ListKind
  var subject: Subject
  var generation: Int
}

/// Which requests are the latest: typing a filter requests list after list, and only the last one matters.
///
/// Each list counts for itself, and so do its facets. When the library changes, both lists ask at once; the one that
/// asks second says nothing about the first.
struct LatestRequests {
  private struct Asker: Hashable {
    var list: ListKind
    var subject: ListRequest.Subject
  }
  private var generations: [Asker: Int] = [:]

  mutating func note(_ request: ListRequest) {
    let asker = Asker(list: request.list, subject: request.subject)
    generations[asker] = max(generations[asker] ?? .min, request.generation)
  }

  /// Whether the same list has asked for the same since.
  func isStale(_ request: ListRequest) -> Bool {
    request.generation < generations[Asker(list: request.list, subject: request.subject)] ?? .min
  }
}
