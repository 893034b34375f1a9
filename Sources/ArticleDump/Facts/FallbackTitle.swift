import Text

/// A title for a dump whose envelope gives none.
enum FallbackTitle {
  /// The page's heading or `title`, otherwise the file's name.
  static func title(tree: HTMLTree, path: String?) -> Sourced<String>? {
    let named = tree.first(.title).map { tree.text(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    let heading = tree.first(.h1).map { tree.text(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    if let named {
      // `title` often adds the site's name to the heading.
      if let heading, named.hasPrefix(heading) { return Sourced(heading, .page) }
      return Sourced(named, .page)
    }
    if let heading { return Sourced(heading, .page) }
    if let headline = headline(tree: tree, path: path) { return headline }
    return path.flatMap(fileName).map { Sourced($0, .path) }
  }

  /// A text's first line, if it is a headline and the file's name is not: `12345.txt`.
  static func headline(tree: HTMLTree, path: String?) -> Sourced<String>? {
    if let name = path.flatMap(fileName), name.unicodeScalars.contains(where: \.isHan) { return nil }
    guard tree.first(.title) == nil, let first = tree.first(.p) else { return nil }
    // In a text of one line, that line is the text.
    let text = tree.text(of: first)
    guard text.holds("\n") || tree.all.contains(where: { $0 > first && tree.tag($0) == .p }) else { return nil }
    let line = String(text.prefix { $0 != "\n" }).trimmedOfBlanks
    guard 2...40 ~= line.nonBlankCount, line.unicodeScalars.contains(where: \.isHan),
      !line.holdsSentenceEnd || line.ends(with: "？"),
      !line.endsWithAny(of: ["，", "：", "、"]), Byline(line: line) == nil, Timestamp(line) == nil
    else { return nil }
    return Sourced(line, .page)
  }

  /// The name of the file without folder, extension, date and id: `title` of `a/2024-01-02-title.md`,
  /// `a/20240102 title.md` and `a/123_title.md`; the folder's name for a bundle such as `title/index.md`.
  static func fileName(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard var name = parts.last else { return nil }
    for suffix in MarkdownName.suffixes + [".html", ".htm", ".xhtml", ".txt", ".text", ".org"]
    where name.lowercased().hasSuffix(suffix) {
      name = name.dropLast(suffix.count)
      break
    }
    if ["index", "_index", "readme"].contains(name.lowercased()), parts.count > 1 { name = parts[parts.count - 2] }
    let digits = name.prefix(while: \.isASCIINumber)
    if digits.count >= 4, name.dropFirst(digits.count).first == "_", name.count > digits.count + 1 {
      name = name.dropFirst(digits.count + 1)
    } else if name.count > 11, digits.count == 4, isDate(name.prefix(11)) {
      name = name.dropFirst(11)
    } else if digits.count == 8, name.count > 9, let next = name.dropFirst(8).first, " -_.".contains(next) {
      name = name.dropFirst(9)
    }
    return name.isEmpty ? nil : String(name)
  }

  /// Whether this is `YYYY-MM-DD-`.
  private static func isDate(_ text: Substring) -> Bool {
    text.enumerated().allSatisfy { index, character in
      index == 4 || index == 7 ? character == "-" : index == 10 ? "- _".contains(character) : character.isASCIINumber
    }
  }
}

extension Character {
  fileprivate var isASCIINumber: Bool { isASCII && isNumber }
}
