/// A fact with its origin.
struct Sourced<Value: Sendable>: Sendable {
  var value: Value
  var origin: Origin

  init(_ value: Value, _ origin: Origin = .page) {
    self.value = value
    self.origin = origin
  }
}

/// A dump between parsing and building blocks: what a publisher's rules read and change.
struct Page {
  /// The body's markup. Parts that do not belong to the article are dropped in it.
  var tree: HTMLTree
  let envelope: Envelope
  /// The path as the caller gave it.
  let path: String?
  /// The facts that the rules found, which are more exact than anything computed later.
  var facts = FactSheet()
  /// Roles of the paragraphs in a subtree, by the subtree's root.
  var roles: [NodeID: ParagraphRole] = [:]
  /// Nodes that are shown differently from what their markup says, such as a `div` that is a heading.
  var presentations: [NodeID: Presentation] = [:]
  /// The nodes that hold the article, in order and not nested; nil for the whole body.
  var contentRoots: [NodeID]?
  /// Captions and other facts about pictures, by the `img` (or other picture) node.
  var pictures: [NodeID: PictureText] = [:]
  /// The addresses that Cloudflare hid in the text, in order; nil for one that cannot be read.
  var protectedEmails: [String?] = []

  /// Whether a link leads through a redirector.
  var holdsRedirector = false

  /// Dropped blocks and the step that dropped them; nil unless an explanation is wanted.
  var takenLines: [(step: CleaningStep, text: String)]?

  /// The rules of the page's publisher.
  var rules: PublisherRules?

  /// Scans the attributes of elements.
  let scanner = ElementScanner()

  init(tree: HTMLTree, envelope: Envelope, path: String? = nil) {
    self.tree = tree
    self.envelope = envelope
    self.path = path
  }
}

/// What a page says about one picture.
struct PictureText: Sendable, Hashable {
  /// The caption as text; nil if there is none.
  var caption: String?
  var credit: String?
  /// The alternative text; nil if there is none or it only repeats the caption.
  var alternativeText: String?
  /// The original's URL if it is not the one in the markup.
  var url: String?
  /// Whether the picture shows a formula that its `alt` writes out; nil if this was not examined.
  var isFormula: Bool?

  init(caption: String? = nil, credit: String? = nil, alternativeText: String? = nil, url: String? = nil) {
    self.caption = caption
    self.credit = credit
    self.alternativeText = alternativeText
    self.url = url
  }
}

extension Page {
  /// Removes a node and its descendants from the article.
  mutating func drop(_ node: NodeID) { tree.drop(node) }

  /// Sets the role of the paragraphs in a node.
  mutating func setRole(_ role: ParagraphRole, of node: NodeID) { roles[node] = role }

  /// Shows a node differently from what its markup says.
  mutating func present(_ node: NodeID, as presentation: Presentation) { presentations[node] = presentation }

  /// Makes the text of `node` a picture's caption, and removes it from the running text.
  mutating func setCaption(of picture: NodeID, to node: NodeID) {
    let text = tree.text(of: node)
    if !text.isEmpty { pictures[picture, default: PictureText()].caption = text }
    tree.drop(node)
  }

  /// Makes the text of `node` a picture's credit, and removes it from the running text.
  mutating func setCredit(of picture: NodeID, to node: NodeID) {
    let text = tree.text(of: node)
    if !text.isEmpty { pictures[picture, default: PictureText()].credit = text }
    tree.drop(node)
  }

  /// The text of a node, with white space collapsed as in CSS and blocks separated by line feeds.
  func text(of node: NodeID) -> String { tree.text(of: node) }
}
