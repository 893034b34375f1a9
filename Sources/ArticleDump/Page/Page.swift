/// A fact with where it was found.
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
  /// The body's markup. Drop in it what is not part of the article.
  var tree: HTMLTree
  let envelope: Envelope
  /// The path as the caller gave it.
  let path: String?
  /// What the rules found; more exact than anything that is computed later.
  var facts = FactSheet()
  /// What the paragraphs of a subtree are, by the subtree's root.
  var roles: [NodeID: ParagraphRole] = [:]
  /// Nodes that are something else than their markup says, such as a `div` that is a heading.
  var presentations: [NodeID: Presentation] = [:]
  /// The nodes that hold the article, in order and not one in another; nil for the whole body.
  var contentRoots: [NodeID]?
  /// What is said about pictures, by the `img` (or other picture) node.
  var pictures: [NodeID: PictureText] = [:]
  /// The addresses that Cloudflare hid in the text, in order; nil for one that cannot be read.
  var protectedEmails: [String?] = []

  /// Whether a link leads through a redirector.
  var holdsRedirector = false

  /// What was taken away with its block, and in which step; nil unless somebody asks for reasons.
  var takenLines: [(step: CleaningStep, text: String)]?

  /// The rules of the page's publisher.
  var rules: PublisherRules?

  /// What reads the names of elements.
  let scanner = ElementScanner()

  init(tree: HTMLTree, envelope: Envelope, path: String? = nil) {
    self.tree = tree
    self.envelope = envelope
    self.path = path
  }
}

/// What a page says about one picture.
struct PictureText: Sendable, Hashable {
  /// The caption as text; nil when there is none.
  var caption: String?
  var credit: String?
  /// What stands for the picture where it cannot be shown; nil when the page gives none or only repeats the caption.
  var alternativeText: String?
  /// The original's URL when it is not the one in the markup.
  var url: String?
  /// Whether the picture shows a formula that its `alt` spells; nil when nobody looked.
  var isFormula: Bool?

  init(caption: String? = nil, credit: String? = nil, alternativeText: String? = nil, url: String? = nil) {
    self.caption = caption
    self.credit = credit
    self.alternativeText = alternativeText
    self.url = url
  }
}

extension Page {
  /// Takes a node and all below it out of the article.
  mutating func drop(_ node: NodeID) { tree.drop(node) }

  /// Says what the paragraphs in a node are.
  mutating func setRole(_ role: ParagraphRole, of node: NodeID) { roles[node] = role }

  /// Shows a node as something else than its markup says.
  mutating func present(_ node: NodeID, as presentation: Presentation) { presentations[node] = presentation }

  /// Binds the text of `node` to a picture as its caption, and takes it out of the running text.
  mutating func setCaption(of picture: NodeID, to node: NodeID) {
    let text = tree.text(of: node)
    if !text.isEmpty { pictures[picture, default: PictureText()].caption = text }
    tree.drop(node)
  }

  /// Binds the text of `node` to a picture as its credit, and takes it out of the running text.
  mutating func setCredit(of picture: NodeID, to node: NodeID) {
    let text = tree.text(of: node)
    if !text.isEmpty { pictures[picture, default: PictureText()].credit = text }
    tree.drop(node)
  }

  /// The text of a node, white space collapsed as CSS does it, blocks separated by line feeds.
  func text(of node: NodeID) -> String { tree.text(of: node) }
}
