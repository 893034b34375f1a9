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
    } else if let city = Dateline.cities.first(where: {
      rest.suffix($0.count).elementsEqual($0) && rest.count - $0.count >= 2
    }) {
      place = rest.suffix(city.count)
      rest = rest.dropLast(city.count)
    }
    let names = rest.split { $0.isOne(of: " \u{3000}、,，&＆") }
      .filter { !BylineLabel.isLabel(String(String.UnicodeScalarView($0))) }
    guard isCertain, !names.isEmpty, names.count <= 5,
      names.allSatisfy({ 2...4 ~= $0.count && $0.allSatisfy(\.isHan) })
    else { return nil }
    var dateline = Dateline()
    dateline.authors = names.map { String(String.UnicodeScalarView($0)) }
    let trimmed = place.filter { $0 != " " }
    if 2...6 ~= trimmed.count, trimmed.allSatisfy(\.isHan), !Self.manners.contains(trimmed) {
      dateline.place = String(String.UnicodeScalarView(trimmed))
    }
    self.dateline = dateline
  }

  private static func endsLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: ":：") || scalar.isBar || scalar.isSlash
  }

  /// The part after 记者, which only a medium's name may precede.
  private static func labelEnd(in text: ArraySlice<Unicode.Scalar>) -> Int? {
    for label in ["记者", "記者", "通讯员", "通訊員"] {
      let label = Array(label.unicodeScalars)
      for index in text.indices.prefix(12) where text[index...].starts(with: label) {
        let before = text[..<index]
        guard before.allSatisfy({ $0.isHan || $0.properties.isAlphabetic || $0 == " " }) else {
          return nil
        }
        return index + label.count
      }
    }
    return nil
  }

  private static let endings: [[Unicode.Scalar]] = [
    "综合报道", "綜合報導", "综合报导", "綜合報道", "即時報導", "攝影報導", "專題報導", "专题报道", "采访报道", "采访报导", "採訪報導", "連線報導", "報導", "报道", "报导",
    "報道", "专电", "專電",
    "電", "电", "特稿", "撰文", "摄影", "攝影", "讯", "訊",
  ].map { Array($0.unicodeScalars) }

  private static let manners: Set<[Unicode.Scalar]> = Set(
    ["即時", "综合", "綜合", "攝影", "專題", "专题", "連線", "现场", "現場"].map { Array($0.unicodeScalars) })

  private static func withoutManner(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    for ending in endings where text.count > ending.count && text.suffix(ending.count).elementsEqual(ending) {
      var rest = text.dropLast(ending.count)
      while rest.last == " " { rest = rest.dropLast() }
      return rest
    }
    return text
  }

  /// Without `17日`, `7月17日` at the end.
  private static func withoutDay(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard text.last == "日" else { return text }
    var rest = text.dropLast()
    while let last = rest.last, 0x30...0x39 ~= last.value || last == "月" { rest = rest.dropLast() }
    return rest
  }
}
