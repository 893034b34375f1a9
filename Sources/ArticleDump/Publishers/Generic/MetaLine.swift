/// A line of labelled facts under a title.
struct MetaLine {
  private let line: String

  init(_ line: String) { self.line = line }

  func take(into page: inout Page, assumingAuthor: Bool = false, assumingSource: Bool = false) {
    let whole = line.trimmed(of: "|｜·•　/")
    guard !whole.isEmpty else { return }
    if page.facts.dateline == nil, let place = Dateline.sentFrom(whole) { page.facts.dateline = Sourced(place) }
    // A wide blank parts facts; a name of two characters may hold one too (王　刚).
    let pieces = Self.pieces(of: whole)
    if pieces.count == 1 || !pieces.allSatisfy({ $0.inkCount >= 2 }), let byline = Byline(line: whole) {
      return page.take(byline, .page)
    }
    var rest: [String] = []
    for piece in pieces {
      if let byline = Byline(line: piece) {
        page.take(byline, .page)
      } else if LineShape(piece, isAtEdge: true) == nil {
        rest.append(piece)
      }
    }
    if assumingSource, page.facts.source == nil, rest.count == 1, let name = rest.first, 2...14 ~= name.inkCount,
      !name.unicodeScalars.contains(where: { "，。：:；".unicodeScalars.contains($0) })
    {
      page.facts.source = Sourced(name)
    }
    guard assumingAuthor, page.facts.authors == nil else { return }
    let names = Byline.names(in: rest.map(Self.withoutTrade).joined(separator: "、")).filter { $0.inkCount <= 24 }
    if !names.isEmpty { page.facts.authors = Sourced(names) }
  }

  /// `陈一鸣 报道`: without what the name did.
  private static func withoutTrade(_ text: String) -> String {
    for trade in ["报道", "报导", "報導", "報道", "撰文", "采写", "採訪", "撰稿", "编译", "編譯", "文"] where text.ends(with: " " + trade) {
      return text.dropLast(trade.count + 1).trimmedOfBlanks
    }
    return text
  }

  /// Parts at bars, wide blanks and runs of blanks.
  static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var current = String.UnicodeScalarView()
    var blanks = 0
    func flush() {
      let piece = String(current).trimmedOfBlanks
      if !piece.isEmpty { pieces.append(piece) }
      current = String.UnicodeScalarView()
    }
    for scalar in line.unicodeScalars {
      if scalar.isBlank {
        blanks += scalar == "\u{3000}" ? 2 : 1
        if blanks >= 2 { flush() } else { current.append(" ") }
        continue
      }
      blanks = 0
      // 罗伯特•马歇尔: between letters a dot is part of a name.
      let isDot = scalar == "•" && current.last.map { !$0.isBlank } ?? false
      if "|｜丨•".unicodeScalars.contains(scalar), !isDot { flush() } else { current.append(scalar) }
    }
    flush()
    return pieces
  }
}

extension String {
  /// Without a range of its UTF-8.
  func withoutUTF8(_ range: Range<Int>) -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + " "
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }
}

extension Page {
  /// Takes over the people that a byline names; what is known already stays.
  mutating func take(_ byline: Byline, _ origin: Origin) {
    if facts.authors == nil, !byline.authors.isEmpty { facts.authors = Sourced(Self.clean(byline.authors), origin) }
    if facts.translators == nil, !byline.translators.isEmpty {
      facts.translators = Sourced(Self.clean(byline.translators), origin)
    }
    if !byline.editors.isEmpty {
      var editors = facts.editors?.value ?? []
      editors.appendNew(Self.clean(byline.editors))
      facts.editors = Sourced(editors, facts.editors?.origin ?? origin)
    }
    if facts.source == nil, let source = byline.source { facts.source = Sourced(source, origin) }
  }

  /// Without the marks that some desks put behind the last name.
  private static func clean(_ names: [String]) -> [String] {
    names.map { $0.trimmed(of: "#＃◇◆■") }.filter { !$0.isEmpty }
  }
}
