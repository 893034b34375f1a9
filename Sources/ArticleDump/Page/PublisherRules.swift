/// How one publisher's pages are recognised and read, as values. The general cleaner knows share bars, related links,
/// bylines and captions; a rule exists only where a page comes out wrong without it.
struct PublisherRules: Sendable {
  /// The publisher's identifier in ASCII, as in `Publisher.id`.
  var id: String
  /// The name as readers know it.
  var name: String
  /// Hosts of the article's URL; a host matches with all its subdomains.
  var hosts: [String] = []
  /// Names of the site after its pages' titles, besides `name`.
  var titleNames: [String] = []
  /// Names of folders in a path, such as `rfi` of `articles/rfi/123.md`.
  var folders: [String] = []
  /// Substrings of the addresses of this publisher's pictures, for pages that neither URL nor folder identifies.
  var pictureAddresses: [String] = []
  /// A piece of the addresses of its pages on hosts of others.
  var addressMark: String?
  /// The zone of the page's clock, for times written without one.
  var zone = CivilZone.utc
  /// Where the page writes its own time.
  var time: TimePlace?
  /// What elements of its pages are.
  var elements: [ElementRule] = []
  /// Whether lists that consist of links alone, within the text, lead to other articles.
  var dropsLinkLists = false
  /// Where the lead is, if the page does not mark it.
  var lead: Lead?
  /// What paragraphs of the site's own say: they are not text.
  var paragraphs: [ParagraphRule] = []
  /// What a closing paragraph of several lines says, such as where the original is: its lines are bylines and notices.
  var closingNotes: [String] = []
  /// Substrings of addresses that are useless to a reader; the links' texts stay.
  var deadLinks: [String] = []
  /// Code for what values cannot express.
  var hook = PublisherHook()

  var publisher: Publisher { Publisher(id: id, name: name) }

  /// The element that holds the time of a page: the first of a tag. Also asked with the first kilobyte of a page, so it
  /// does not count on what comes later.
  enum TimePlace: Sendable {
    case text(of: Tag)
    /// The last line of the element, under the author's.
    case lastLine(of: Tag)
    case attribute(StaticString, of: Tag)
    /// An element that holds nothing else, and goes.
    case whole(Tag)
  }

  enum Lead: Sendable {
    case firstParagraph
    /// A first element of a tag that is all strong.
    case strong(Tag)
    /// A list of one item before the text.
    case listOfOne
  }

  /// A paragraph that begins so, and holds all of some phrases.
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
  /// If the element alone is not enough: strings one of which its text must contain.
  var phrases: [String]

  init(_ selector: ElementSelector, _ meaning: Meaning, holding phrases: [String] = []) {
    self.selector = selector
    self.meaning = meaning
    self.phrases = phrases
  }

  enum Meaning: Sendable {
    case boilerplate
    /// Links in it that are `rel=tag` are the page's tags; it goes.
    case tags
    /// Its links lead to other articles; it goes, with what is only around it.
    case related
    /// The element names the author; it goes.
    case author(ElementSelector)
    /// The element says who posted when, with the time in a `content` attribute; it goes.
    case post(ElementSelector)
    case standfirst
    /// Of the picture in the element around it, or before it.
    case caption
    case credit
    /// Lines such as `作者：…`, in an element within; it goes.
    case card(ElementSelector)
  }
}

/// Which elements are meant: of some tags, with a class, a beginning of one, or an id.
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

/// What a publisher's rules do in code, where its pages hide facts in scripts, addresses or running text. Each hook
/// says why no value suffices.
struct PublisherHook: Sendable {
  /// Whether a page is this publisher's, when neither host nor folder tell.
  var recognise: @Sendable (Page) -> Bool = { _ in false }
  /// Reads and drops what the tree has, before the general cleaner.
  var read: @Sendable (inout Page) -> Void = { _ in }
  /// Cleans up the blocks before the general cleaner does.
  var finish: @Sendable (inout [Block], inout Page) -> Void = { _, _ in }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
