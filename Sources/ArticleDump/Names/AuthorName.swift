import Text

/// Names in an author field that are not persons.
enum AuthorName {
  /// Placeholders where nobody is named: 佚名, 网络整理, `admin`, a number, an address.
  static func isNobody(_ name: String) -> Bool {
    let key = name.lowered
    if PersonWords.nobody.contains(key) { return true }
    if !name.unicodeScalars.contains(where: { $0.isHan || $0.properties.isAlphabetic }) { return true }
    // A button that a link leads to, or one of the site's own lines: 版权所有, 忘记密码？
    if PersonWords.linkEndings.closes(name) { return true }
    if name.unicodeScalars.contains(where: { $0.isOne(of: "？?！。") }) { return true }
    if LineClass(name, isAtEdge: true)?.isBoilerplate == true { return true }
    return key.holds("://") || key.startsWithAny(of: ["www.", "http"]) || key.holds("@") && key.holds(".")
  }

  /// Whether a name is the number under which a desk knows an editor: `NF042`.
  static func isStaffNumber(_ name: String) -> Bool {
    let letters = name.utf8.prefix { $0 &- 0x41 < 26 }.count
    return 1...3 ~= letters && 2...8 ~= name.utf8.count - letters
      && name.utf8.dropFirst(letters).allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether a name is one that only media and offices have.
  static func isMedium(_ name: String) -> Bool {
    AgencyTable.names.contains(name)
      || name.nonBlankCount >= 3
        && (BylineWords.media.closes(name) || PersonWords.offices.closes(name) || name.simplified.ends(with: "网"))
  }
}

extension [String] {
  /// Whether a name is one of these, in simplified or traditional characters.
  func hold(name: some StringProtocol) -> Bool {
    let key = String(name).simplified
    return contains { $0.simplified == key }
  }
}
