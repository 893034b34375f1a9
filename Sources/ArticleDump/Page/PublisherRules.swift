/// How one publisher's pages are recognised, cleaned and read.
struct PublisherRules: Sendable {
  /// The publisher's identifier in ASCII, as in `Publisher.id`.
  var id: String
  /// The name as readers know it.
  var name: String
  /// Hosts of the article's URL; a host matches with all its subdomains.
  var hosts: [String] = []
  /// Names of folders in a path, such as `rfi` of `articles/rfi/123.md`.
  var folders: [String] = []
  /// Pieces of the addresses of this publisher's pictures: they tell where neither URL nor folder does.
  var pictureAddresses: [String] = []
  /// What its pages call the site after their titles, besides `name`.
  var titleNames: [String] = []
  /// Whether the page is this publisher's, when neither host nor folder tell.
  var recognise: @Sendable (Page) -> Bool = { _ in false }
  /// The zone of the page's clock, for times written without one.
  var zone: CivilZone = .utc
  /// The page's own time as it is written there. Also asked with the first kilobyte of a page, so it must not count
  /// on what comes later.
  var publishedText: @Sendable (HTMLTree) -> String? = { _ in nil }
  /// Reads the page's facts, drops what is not part of the article, marks captions and roles.
  var clean: @Sendable (inout Page) -> Void = { _ in }
  /// Cleans up once blocks stand: bylines and end marks in running text.
  var finish: @Sendable (inout [Block], inout Page) -> Void = { _, _ in }

  init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  var publisher: Publisher { Publisher(id: id, name: name) }
}
