/// How one publisher's pages are recognized and read, as values. The general cleaner knows share bars, related links,
/// bylines and captions; a rule exists only where a page comes out wrong without it.
struct PublisherRules: Sendable {
  /// The publisher's identifier in ASCII, as in `Publisher.id`.
  var id: String
  /// The name as readers know it.
  var name: String
  /// Hosts of the article's URL; a host matches with all its subdomains.
  var hosts: [String] = []
  /// Names of the site that follow its pages' titles, besides `name`; compared as they are written, like those of
  /// `SiteTable`.
  var titleNames: [String] = []
  /// Names of folders in a path, such as `rfi` of `articles/rfi/123.md`.
  var folders: [String] = []
  /// Substrings of the addresses of this publisher's pictures, for pages that neither URL nor folder identifies.
  var pictureAddresses: [String] = []
  /// A part of the addresses of its pages on other hosts.
  var addressMark: String?
  /// The time zone of the page, for times written without one.
  var zone = CivilZone.utc
  /// Where the page writes its own time.
  var time: TimePlace?
  /// The meaning of elements on its pages.
  var elements: [ElementRule] = []
  /// Whether lists inside the text that consist only of links lead to other articles.
  var dropsLinkLists = false
  /// Where the lead is, if the page does not mark it.
  var lead: Lead?
  /// Phrases of paragraphs about the site itself, which are not text.
  var paragraphs: [ParagraphRule] = []
  /// Phrases of a closing paragraph of several lines, such as where the original is: its lines are bylines and notices.
  var closingNotes: [String] = []
  /// Substrings of addresses that are useless to a reader; the links' texts stay.
  var deadLinks: [String] = []
  /// Code for anything that values cannot express.
  var hook = PublisherHook()

  var publisher: Publisher { Publisher(id: id, name: name) }

  /// The element that holds the time of a page: the first one with a tag. It is also applied to the first kilobyte of a
  /// page, so it does not depend on what comes later.
  enum TimePlace: Sendable {
    case text(of: Tag)
    /// The last line of the element, under the author's.
    case lastLine(of: Tag)
    case attribute(StaticString, of: Tag)
    /// An element that holds nothing else; it is dropped.
    case whole(Tag)
  }

  enum Lead: Sendable {
    case firstParagraph
    /// A first element with a tag that is entirely strong.
    case strong(Tag)
    /// A list of one item before the text.
    case listOfOne
  }

  /// A paragraph with a certain beginning that contains all of some phrases.
  struct ParagraphRule: Sendable {
    var openings: [String] = []
    var phrases: [String] = []
    /// Whether it is dropped only below the text.
    var isLast = true
  }
}

/// An element of a publisher's pages, and what it is.
struct ElementRule: Sendable {
  var selector: ElementSelector
  var meaning: Meaning
  /// If the element alone does not suffice: strings one of which its text must contain.
  var phrases: [String]

  init(_ selector: ElementSelector, _ meaning: Meaning, holding phrases: [String] = []) {
    self.selector = selector
    self.meaning = meaning
    self.phrases = phrases
  }

  enum Meaning: Sendable {
    case boilerplate
    /// Links in it that are `rel=tag` are the page's tags; the element is dropped.
    case tags
    /// Its links lead to other articles; it is dropped, with elements that contain nothing else.
    case related
    /// The element names the author; it is dropped.
    case author(ElementSelector)
    /// The element says who posted when, with the time in a `content` attribute; it is dropped.
    case post(ElementSelector)
    case standfirst
    /// The caption of the picture in the element around it, or before it.
    case caption
    case credit
    /// Lines such as `作者：…`, in an element inside; it is dropped.
    case card(ElementSelector)
  }
}

/// Which elements are meant: those with certain tags and with a class, the beginning of a class, or an id.
struct ElementSelector: Sendable {
  var tag: Tag?
  var mark: Mark

  enum Mark: Sendable {
    case none
    case classes([StaticString])
    case classPrefix(StaticString)
    case id(StaticString)
  }

  init(_ tag: Tag?, _ mark: Mark = .none) {
    self.tag = tag
    self.mark = mark
  }

  func matches(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree.isElement(node), tag == nil || tree.tag(node) == tag else { return false }
    switch mark {
    case .none: return true
    case .classes(let names): return tree.hasClass(among: names, node)
    case .classPrefix(let prefix): return tree.hasClassPrefix(prefix, node)
    case .id(let id): return tree.withAttribute("id", of: node) { $0.elementsEqual(id.bytes) } ?? false
    }
  }

  func first(in tree: HTMLTree, below node: NodeID = .root) -> NodeID? {
    tree.descendants(of: node).first { matches($0, tree) }
  }
}

/// What a publisher's rules do in code, because its pages hide facts in scripts, addresses or running text. Each hook
/// says why no value suffices.
struct PublisherHook: Sendable {
  /// Whether a page is this publisher's, if neither host nor folder says so.
  var recognise: @Sendable (Page) -> Bool = { _ in false }
  /// Reads and drops parts of the tree, before the general cleaner.
  var read: @Sendable (inout Page) -> Void = { _ in }
  /// Cleans up the blocks before the general cleaner does.
  var finish: @Sendable (inout [Block], inout Page) -> Void = { _, _ in }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
