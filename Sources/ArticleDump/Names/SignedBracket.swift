import Text

/// A bracket at the beginning of a report that names its reporter and place.
///
/// `記者王大同／高雄報導`, `大纪元记者张三、李四综合报导`, `山報社記者王小明嘉義17日電`, `记者 高平`.
struct SignedBracket {
  let dateline: Dateline

  /// - Parameter isAnnounced: Whether only reporters occur in such a place, as after 电: then 记者 needs no mark.
  init?(_ inside: ArraySlice<Unicode.Scalar>, isAnnounced: Bool = false) {
    guard 3...40 ~= inside.count else { return nil }
    guard let label = Self.labelEnd(in: inside) else {
      guard let byline = Byline(line: String(String.UnicodeScalarView(inside))), !byline.authors.isEmpty else {
        return nil
      }
      var dateline = Dateline()
      dateline.authors = byline.authors
      self.dateline = dateline
      return
    }
    var rest = inside[label...]
    // 记者不在场 begins in the same way: a blank after the label, a place or a verb makes the difference.
    var isCertain = isAnnounced || rest.first.map(Self.endsLabel) ?? false
    let whole = rest.count
    while let first = rest.first, Self.endsLabel(first) { rest = rest.dropFirst() }
    let isWire = rest.last.map { $0.isOne(of: "电電") } ?? false
    rest = Self.withoutManner(rest)
    if isWire { rest = Self.withoutDay(rest) }
    if rest.count < whole, !isCertain { isCertain = true }
    var place = rest[rest.endIndex...]
    if let slash = rest.firstIndex(where: \.isSlash) {
      place = rest[(slash + 1)...]
      isCertain = true
      rest = rest[..<slash]
    } else if let length = Dateline.cities.closingLength(of: String(String.UnicodeScalarView(rest))),
      rest.count - length / 3 >= 2
    {
      place = rest.suffix(length / 3)
      rest = rest.dropLast(length / 3)
    }
    let names = rest.split { $0.isOne(of: " \u{3000}、,，&＆") }
      .filter { !BylineLabel.isLabel(String(String.UnicodeScalarView($0))) }
    guard isCertain, !names.isEmpty, names.count <= 5,
      names.allSatisfy({ 2...4 ~= $0.count && $0.allSatisfy(\.isHan) })
    else { return nil }
    var dateline = Dateline()
    dateline.authors = names.map { String(String.UnicodeScalarView($0)) }
    let trimmed = place.filter { $0 != " " }
    if 2...6 ~= trimmed.count, trimmed.allSatisfy(\.isHan),
      !PersonWords.manners.contains(String(String.UnicodeScalarView(trimmed)))
    {
      dateline.place = String(String.UnicodeScalarView(trimmed))
    }
    self.dateline = dateline
  }

  private static func endsLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: ":：") || scalar.isBar || scalar.isSlash
  }

  /// The part after 记者, which only a medium's name may precede.
  private static func labelEnd(in text: ArraySlice<Unicode.Scalar>) -> Int? {
    let opening = String(String.UnicodeScalarView(text.prefix(16)))
    let plain = opening.simplified
    for label in ["记者", "通讯员"] {
      guard let mark = plain.utf8Offset(of: label) else { continue }
      let before = String(decoding: opening.utf8.prefix(mark), as: UTF8.self).unicodeScalars
      guard before.count < 12 else { continue }
      guard before.allSatisfy({ $0.isHan || $0.properties.isAlphabetic || $0 == " " }) else { return nil }
      return text.startIndex + before.count + label.unicodeScalars.count
    }
    return nil
  }

  /// `综合报道`, `专电`: without the words for a report at the end, and for how it was made.
  private static func withoutManner(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let report = without(BylineWords.verbs, text) ?? without(PersonWords.wires, text) else { return text }
    return without(PersonWords.manners, report) ?? report
  }

  /// The text before a word at its end; nil if it has none, or nothing else.
  private static func without(_ words: PhraseSet, _ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard let length = words.closingLength(of: String(String.UnicodeScalarView(text))), length / 3 < text.count else {
      return nil
    }
    var rest = text.dropLast(length / 3)
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }

  /// Without `17日`, `7月17日` at the end.
  private static func withoutDay(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard text.last == "日" else { return text }
    var rest = text.dropLast()
    while let last = rest.last, 0x30...0x39 ~= last.value || last == "月" { rest = rest.dropLast() }
    return rest
  }
}
