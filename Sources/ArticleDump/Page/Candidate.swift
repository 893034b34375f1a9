import Text

/// How a fact was read, which decides between two that disagree.
enum Reading: Int, Sendable, CaseIterable {
  /// The envelope or the front matter says it.
  case given
  /// The publisher's rules read it from a known place.
  case rules
  /// A printed label announces it: `作者：…`, `发布时间：…`.
  case label
  /// The text is signed: a reporter in brackets after the dateline, a name in brackets at the end.
  case signature
  /// The name of an element says so: `class="author"`, `rel="author"`, `time`.
  case element
  /// JSON-LD and the page's own script.
  case data
  /// `meta` elements, OpenGraph, microdata.
  case meta
  /// A part of the page's title: `标题_栏目_站名`.
  case title
  /// The account that the page links to beside its title.
  case account
  /// The URL, the file's path, the hosts that the page links to.
  case address
  /// What a line's form suggests, without a label.
  case form
}

/// A fact as one reader found it.
struct Candidate<Value: Sendable>: Sendable {
  var value: Value
  var origin: Origin
  var reading: Reading
}

/// All candidates for one fact. The highest-ranking one wins, and among equals the first.
struct Candidates<Value: Sendable>: Sendable {
  private(set) var all: [Candidate<Value>] = []
  private let ranking: Ranking
  /// The most candidates that are kept, since a page may name a million people.
  private static var most: Int { 32 }

  init(_ ranking: Ranking) { self.ranking = ranking }

  /// The best candidate so far.
  var best: Candidate<Value>? { all.first }

  var isEmpty: Bool { all.isEmpty }

  /// Adds a candidate, after all those of equal rank.
  mutating func propose(_ value: Value, from origin: Origin, by reading: Reading) {
    let rank = ranking.rank(of: reading)
    let place = all.firstIndex { ranking.rank(of: $0.reading) > rank } ?? all.endIndex
    if all.count == Self.most {
      guard place < all.endIndex else { return }
      all.removeLast()
    }
    all.insert(Candidate(value: value, origin: origin, reading: reading), at: place)
  }

  /// The best candidate from some readings.
  func best(of readings: Set<Reading>) -> Candidate<Value>? { all.first { readings.contains($0.reading) } }

  mutating func remove(where isRefused: (Candidate<Value>) -> Bool) { all.removeAll(where: isRefused) }
}

/// Which readings a fact trusts most.
struct Ranking: Sendable {
  private let places: [Int]

  /// - Parameter order: The readings, best first. Readings that are not listed rank last.
  init(_ order: [Reading]) {
    places = Reading.allCases.map { order.firstIndex(of: $0) ?? order.count }
  }

  func rank(of reading: Reading) -> Int { places[reading.rawValue] }

  /// People: print takes precedence over what a template fills in.
  static let people = Ranking([
    .given, .rules, .label, .signature, .element, .data, .meta, .title, .account, .form,
  ])
  /// Times: metadata gives them exactly, printed lines round them.
  static let times = Ranking([.rules, .meta, .data, .element, .label, .given, .form, .signature, .address])
  /// Names of sites and sections, titles.
  static let names = Ranking([.given, .rules, .label, .element, .meta, .data, .title, .signature, .form, .address])
}
