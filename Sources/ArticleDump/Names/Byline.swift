import Text

/// The people and the source that one line of a page names.
///
/// Read from a line that announces itself, such as `记者：乔琴恩     责编：何平    网编：洪伟`,
/// `（翻译和编辑：某某）`, `文／某某`, `By Jane Doe and John Roe`.
public struct Byline: Sendable, Hashable {
  /// Names without titles (记者, 教授), in the order of the line; empty if the line names nobody in that role.
  public var authors: [String] = []
  /// Names after 翻译, 编译 and similar labels.
  public var translators: [String] = []
  /// Names after 责编, 编辑, 网编 and similar labels.
  public var editors: [String] = []
  /// The piece's source: 来源：….
  public var source: String?

  /// Reads a line that consists of a byline.
  ///
  /// - Parameter line: One paragraph. Paragraphs of more than 600 bytes are not bylines.
  /// - Returns: `nil` if a part of the line is neither a label nor a name, as in a question of an interview
  ///   (`记者：您怎么看？`).
  public init?(line: String) {
    guard !line.isEmpty, line.utf8.count <= 600, BylineLabel.mayOpen(line) else { return nil }
    var reader = BylineReader(line)
    guard let byline = reader.read() else { return nil }
    self = byline
  }

  /// Reads the last sentence of a remark: `文中人名均为化名，原刊于某报。作者：某某 某某。`
  init?(closing text: String) {
    guard text.utf8.count <= 400, let label = text.utf8Index(of: "作者：") else { return nil }
    let before = text[..<label].trimmedOfBlanks
    let names = String(text[label...])
    // A sentence contains commas.
    guard before.endsWithAny(of: ["。", "；", "）"]), !names.holds("，") else { return nil }
    self.init(line: names)
  }

  init() {}

  /// Whether the line names neither a person nor a source.
  public var isEmpty: Bool {
    authors.isEmpty && translators.isEmpty && editors.isEmpty && source == nil
  }

  /// The names in a text that is known to be a list of people: an author field, an element of the page.
  ///
  /// Splits at commas, 、, ／, |, `and`, 和; drops blanks, titles (记者, 教授), places in brackets and doubled names; leaves
  /// out the `@` part of a host or address.
  public static func names(in list: String) -> [String] {
    PersonName.split(list)
  }
}
