import Text

/// A line of labelled facts under a title: `2021年1月1日　来源：灯火网　作者：纪灯`.
struct FactLine {
  private let line: String

  init(_ line: String) { self.line = line }

  /// The surroundings of the line, which indicate what a part without a label may be.
  struct Context: OptionSet {
    let rawValue: Int
    /// The element's class says author.
    static let author = Context(rawValue: 1)
    /// The element's class says source.
    static let source = Context(rawValue: 2)
    /// The line held the page's date.
    static let date = Context(rawValue: 4)
  }

  /// Proposes every fact of the line.
  func read(into page: inout Page, _ context: Context = []) {
    let whole = Self.withoutClosingLabel(line.trimmed(of: "·•/"))
    guard !whole.isEmpty else { return }
    if page.facts.dateline == nil, let place = Dateline.sentFrom(whole) { page.facts.dateline = Sourced(place) }
    // A wide blank separates facts; a name of two characters may hold one too (王　刚).
    let pieces = Self.pieces(of: whole)
    if pieces.count == 1 || !pieces.allSatisfy({ $0.nonBlankCount >= 2 }), let byline = Byline(line: whole) {
      return page.propose(byline, from: .page)
    }
    var rest: [String] = []
    for piece in pieces {
      if let byline = Byline(line: piece) ?? Byline.reporters(piece) {
        page.propose(byline, from: .page)
      } else if LineClass(piece, isAtEdge: true) == nil {
        rest.append(piece)
      }
    }
    let own = page.ownNames
    if let names = rest.lazy.compactMap({ Byline.namesBesideMedium($0, own: own) }).first {
      page.facts.people.propose(names, from: .page, by: .element)
    } else if context.contains(.author) {
      let names = Byline.names(in: rest.map(Self.withoutTrade).joined(separator: "、")).filter { $0.nonBlankCount <= 24 }
      if !names.isEmpty { page.facts.people.propose(names, from: .page, by: .element) }
    }
    guard rest.count == 1, !context.contains(.author) else { return }
    if context.contains(.source) {
      if 2...14 ~= rest[0].nonBlankCount, !rest[0].unicodeScalars.contains(where: { $0.isOne(of: "，。：:；") }) {
        page.facts.sources.propose(rest[0], from: .page, by: .element)
      }
    } else if context.contains(.date) {
      readUnlabelled(rest[0], into: &page)
    }
  }

  /// Unlabelled parts of a line with a date: the section, the medium or a person, if their form tells which.
  private func readUnlabelled(_ text: String, into page: inout Page) {
    guard 2...12 ~= text.nonBlankCount, text.unicodeScalars.allSatisfy({ $0.isHan || $0 == " " }) else { return }
    if TitleSuffix.isColumn(text) {
      page.facts.sections.propose(text, from: .page, by: .form)
    } else if text.nonBlankCount >= 3, BylineWords.desks.closes(text) {
      page.facts.sources.propose(text, from: .page, by: .form)
    } else if FamilyName.opens(text) {
      page.facts.people.propose([text], from: .page, by: .form)
    }
  }

  /// `By Lin Wang Updated`: without the label of a date that was read.
  private static func withoutClosingLabel(_ line: String) -> String {
    guard let blank = line.lastIndex(of: " "), case let label = String(line[blank...]).trimmedOfBlanks,
      FactWords.announcesDate(label) || FactWords.tellsChange(label), !label.holdsAny(of: ["：", ":"])
    else { return line }
    return line[..<blank].trimmedOfBlanks
  }

  /// `陈一鸣 报道`: without the verb.
  private static func withoutTrade(_ text: String) -> String {
    guard let blank = text.lastIndex(of: " "), case let trade = text[blank...].dropFirst(),
      trade == "文" || BylineWords.verbs.contains(trade)
    else { return text }
    return text[..<blank].trimmedOfBlanks
  }

  /// Whether a label with its colon comes next: before a label, a single blank separates fields.
  private static func opensField(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var offset = start
    var length = 0
    while offset < bytes.count, length < 6 {
      let (value, size) = UTF8Scalar.decode(bytes, at: offset)
      if value == 0xFF1A || value == 0x3A { return 2...5 ~= length }
      guard Unicode.Scalar(value)?.isHan == true else { return false }
      length += 1
      offset += size
    }
    return false
  }

  /// Splits at bars, wide blanks and runs of blanks.
  static func pieces(of line: String) -> [String] {
    line.withBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { current in
        var pieces: [String] = []
        // The current piece, and whether its last character is a blank.
        var count = 0
        var endsInBlank = true
        var blanks = 0
        func flush() {
          let piece = UnsafeBufferPointer(rebasing: current[..<count])
          let kept = Blanks.trimmedRange(of: piece)
          if !kept.isEmpty { pieces.append(String(wellFormed: UnsafeBufferPointer(rebasing: piece[kept]))) }
          count = 0
          endsInBlank = true
        }
        Blanks.forEachScalar(in: bytes) { range, isBlank in
          let value = UTF8Scalar.decode(bytes, at: range.lowerBound).value
          if isBlank {
            blanks += value == 0x3000 || opensField(bytes, at: range.upperBound) ? 2 : 1
            if blanks >= 2 { return flush() }
            current.initializeElement(at: count, to: 0x20)
            count += 1
            endsInBlank = true
            return
          }
          blanks = 0
          switch value {
          // 罗伯特•马歇尔: between letters a dot is part of a name.
          case 0x2022 where endsInBlank: return flush()
          default: if Unicode.Scalar(value)?.isBar == true { return flush() }
          }
          for offset in range {
            current.initializeElement(at: count, to: bytes[offset])
            count += 1
          }
          endsInBlank = false
        }
        flush()
        return pieces
      }
    }
  }
}

extension String {
  /// The string without a range of its UTF-8.
  func withoutUTF8(_ range: Range<Int>) -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + " "
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }
}

extension Page {
  /// Proposes the people and the source that a byline names.
  ///
  /// - Parameter addingAuthors: Whether the line continues the one before: `讲者：某某`, then `整理：某某`.
  mutating func propose(_ byline: Byline, from origin: Origin, addingAuthors: Bool = false) {
    let authors = withoutOwnNames(Self.clean(byline.authors))
    if addingAuthors, let known = facts.authors {
      var people = known.value
      people.appendNew(authors)
      facts.people.remove { $0.reading == .label }
      facts.people.propose(people, from: known.origin, by: .label)
    } else if !authors.isEmpty {
      facts.people.propose(authors, from: origin, by: .label)
    }
    if facts.translators == nil, !byline.translators.isEmpty {
      facts.translators = Sourced(Self.clean(byline.translators), origin)
    }
    if !byline.editors.isEmpty {
      var editors = facts.editors?.value ?? []
      editors.appendNew(Self.clean(byline.editors))
      facts.editors = Sourced(editors, facts.editors?.origin ?? origin)
    }
    if let source = byline.source {
      facts.sources.propose(SourceName.cleaned(Self.withoutButtons(source)), from: origin, by: .label)
    }
  }

  /// All names of the page's site.
  var ownNames: [String] {
    SiteDirectory.site(url: envelope.url, path: path)?.names ?? rules?.titleNames ?? []
  }

  /// `（文/观察者网 韩江）`: the site's own name is dropped from the authors, unless it is the only name.
  func withoutOwnNames(_ names: [String]) -> [String] {
    guard names.count > 1 else { return names }
    let own = ownNames
    let people = names.filter { !own.hold(name: $0) && $0 != facts.siteName?.value }
    return people.isEmpty ? names : people
  }

  /// `中国新闻网 大字体 小字体`: the words after a name that are buttons.
  private static func withoutButtons(_ name: String) -> String {
    guard name.holds(" ") else { return name }
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, LineClass(String(last), isAtEdge: true)?.isBoilerplate == true {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// Drops marks that some editors put after the last name.
  private static func clean(_ names: [String]) -> [String] {
    let names = names.map { $0.trimmed(of: "#＃◇◆■") }.filter { !$0.isEmpty }
    // 文思敏 桌面版 正體: buttons beside the last name. 發佈留言: a button where the name was taken out.
    guard names.count > 1 else {
      return names.first.flatMap { LineClass($0, isAtEdge: true) } == .comments ? [] : names
    }
    let people = names.filter { LineClass($0, isAtEdge: true)?.isBoilerplate != true }
    return people.isEmpty ? names : people
  }
}
