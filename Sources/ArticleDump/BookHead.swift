import Text

/// Facts in the lines above a book in plain text: `书名：江上渡船`, `作者：何船`. They stay in the text.
struct BookHead {
  var title: String?
  var authors: [String] = []

  /// How many lines are examined.
  private static let reach = (paragraphs: 4, lines: 8)

  init(_ tree: HTMLTree) {
    let paragraphs = tree.all.lazy.filter { tree.tag($0) == .p || tree.tag($0) == .h2 || tree.tag($0) == .h3 }
    for node in paragraphs.prefix(Self.reach.paragraphs) {
      for line in tree.text(of: node).split(separator: "\n").prefix(Self.reach.lines) {
        if title == nil, let value = Self.value(of: "书名", in: line) {
          title = value.trimmed(of: " 　《》【】")
        } else if authors.isEmpty, let value = Self.value(of: "作者", in: line) {
          authors = value.split { "、，,/".contains($0) }.map(\.trimmedOfBlanks).filter { 1...20 ~= $0.nonBlankCount }
        }
      }
    }
  }

  private static func value(of label: String, in line: Substring) -> String? {
    guard line.simplified.begins(with: label), case let rest = line.dropFirst(label.count).drop(while: \.isWhitespace),
      let colon = rest.first, colon == "：" || colon == ":"
    else { return nil }
    let value = rest.dropFirst().trimmedOfBlanks
    return 1...60 ~= value.nonBlankCount ? value : nil
  }
}
