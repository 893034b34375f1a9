/// What to do when a requested article arrives.
struct Opening: Sendable, Hashable {
  enum Entry: Sendable, Hashable {
    /// A new visit: the article that was open goes to the history.
    case visit
    case back, forward
  }
  var id: ArticleHandle
  var entry: Entry
  /// Where to start reading, if not where the reader stopped.
  var utf8Offset: Int?
  /// Words to find when it opens, from a search.
  var find: [String] = []
  /// The highlight to show, by its key.
  var highlight: String?
}

/// Articles that were open, with the places in them.
struct BackForwardList: Sendable, Hashable {
  struct Place: Sendable, Hashable {
    var id: ArticleHandle
    var utf8Offset: Int
  }
  var back: [Place] = []
  var forward: [Place] = []

  static let limit = 200

  mutating func leave(_ place: Place, by entry: Opening.Entry) {
    switch entry {
    case .visit:
      back.append(place)
      forward = []
    case .back: forward.append(place)
    case .forward: back.append(place)
    }
    if back.count > Self.limit { back.removeFirst(back.count - Self.limit) }
  }
}
