import Text

/// What readers found out about a page, fact by fact, with the origin of each finding. They only add; which finding
/// counts is decided once, when the article is made (`FactSheet.resolve`).
struct FactSheet: Sendable {
  var titles = Candidates<String>(.names)
  /// The page's URL, if the envelope gives none.
  var url: Sourced<String>?
  /// The site's name for itself.
  var siteNames = Candidates<String>(.names)
  var sections = Candidates<String>(.names)
  var people = Candidates<[String]>(.people)
  /// The account named by a link beside the title, if it was taken as the author.
  var account: String?
  var translators: Sourced<[String]>?
  var editors: Sourced<[String]>?
  var sources = Candidates<String>(.names)
  var dateline: Sourced<String>?
  var standfirst: Sourced<String>?
  var shortLink: Sourced<String>?
  var language: Sourced<String>?
  var publications = Candidates<Timestamp>(.times)
  var changes = Candidates<Timestamp>(.times)
  /// As they are on the page, including punctuation and repetitions.
  var tags: [String] = []
  /// Links to other articles that the page offers beside the text.
  var related: [Link] = []
  /// What readers wrote below the text.
  var comments: [Comment] = []
  /// The addresses of related links, so that each is added once.
  var relatedURLs: Set<String> = []
  /// The page's machine-readable text, lines separated by line feeds.
  var body: String?
  /// The page's own summary, a sentence or two.
  var descriptions: [String?] = []
  /// The ways in which the page is not the whole article.
  var diagnostics: [Diagnostic] = []

  /// Whether nothing found so far says when the page was published.
  var isUndated: Bool { publications.isEmpty }
}

/// The best finding so far. Setting one replaces those before it, of people only those in print. For readers that fill in
/// missing facts, and those that know better.
extension FactSheet {
  /// The readings of people in print rather than in the page's head.
  private static let printed: Set<Reading> = [.rules, .label, .signature, .element, .account, .form]

  /// The people whom the page names in print.
  var authors: Sourced<[String]>? {
    get { people.best(of: Self.printed).map { Sourced($0.value, $0.origin) } }
    set {
      people.remove { Self.printed.contains($0.reading) }
      if let newValue { people.propose(newValue.value, from: newValue.origin, by: Self.reading(of: newValue.origin)) }
    }
  }

  var title: Sourced<String>? {
    get { titles.current }
    set { titles.replace(newValue) }
  }

  var siteName: Sourced<String>? {
    get { siteNames.current }
    set { siteNames.replace(newValue) }
  }

  var section: Sourced<String>? {
    get { sections.current }
    set { sections.replace(newValue) }
  }

  var source: Sourced<String>? {
    get { sources.current }
    set { sources.replace(newValue) }
  }

  var published: Sourced<Timestamp>? {
    get { publications.current }
    set { publications.replace(newValue) }
  }

  var modified: Sourced<Timestamp>? {
    get { changes.current }
    set { changes.replace(newValue) }
  }

  fileprivate static func reading(of origin: Origin) -> Reading { origin == .text ? .signature : .element }
}

extension Candidates {
  fileprivate var current: Sourced<Value>? { best.map { Sourced($0.value, $0.origin) } }

  /// Replaces all findings by one.
  fileprivate mutating func replace(_ fact: Sourced<Value>?) {
    remove { _ in true }
    if let fact { propose(fact.value, from: fact.origin, by: FactSheet.reading(of: fact.origin)) }
  }
}
