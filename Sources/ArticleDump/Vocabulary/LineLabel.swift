import Text

/// The fact that a label announces; its value follows the label or is on the next line.
///
/// The labels are in `Words/labels.txt`; the cases are in the order of the generator's sections.
enum LineLabel: Int, CaseIterable {
  /// 关于作者.
  case biography
  /// 摘要.
  case lead
  /// 文章作者.
  case author
  /// 标签.
  case tags
  /// 标题.
  case title

  /// - Parameter line: A line; the result is `nil` unless it is only a label, apart from marks around it.
  init?(_ line: some StringProtocol) {
    guard let label = line.withBytes(Self.label) else { return nil }
    self = label
  }

  /// The label with which a line begins, and the text after its colon or bracket: `标题：…`, `【作者简介】…`.
  static func opening(_ line: String) -> (label: LineLabel, rest: String)? {
    line.withBytes { bytes in
      for offset in 0..<min(bytes.count, mostBytes + 1) {
        let length = markLength(in: bytes, at: offset)
        guard length > 0 else { continue }
        guard let label = label(UnsafeBufferPointer(rebasing: bytes[..<offset])) else { return nil }
        return (label, String(wellFormed: UnsafeBufferPointer(rebasing: bytes[(offset + length)...])))
      }
      return nil
    }
  }

  /// In bytes: longer lines are not labels.
  private static let mostBytes = 48

  private static func label(_ line: UnsafeBufferPointer<UInt8>) -> LineLabel? {
    line.count <= mostBytes ? FoldedLine.read(line) { labels[FoldedLine.hash($0.bare)] } : nil
  }

  /// The length of `:`, ：or 】 at an offset; 0 for anything else.
  private static func markLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x3A: return 1
    case 0xEF where offset + 2 < bytes.count && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A: return 3
    case 0xE3 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x91: return 3
    default: return 0
    }
  }

  private static let labels: KeyTable<LineLabel?> = {
    var labels = KeyTable<LineLabel?>(capacity: 128, empty: nil)
    Vocabulary.forEach(in: Vocabulary.factLabels) { labels[FoldedLine.hash($1)] = allCases[$0] }
    return labels
  }()
}

/// Words in lines about the page, each for a certain place in a line.
enum FactWords {
  /// Whether a line begins like one about the page's date: 发布于.
  static func opensDate(_ line: String) -> Bool { begins(line, dates) }

  /// Whether a text is a label of the page's date, or ends with one: the day is behind it.
  static func announcesDate(_ text: String) -> Bool {
    text.trimmed(of: "：:|｜(（[【").withBytes { text in
      FoldedLine.read(text) { dates.closingLength(of: $0.bytes) ?? days.closingLength(of: $0.bytes) } != nil
    }
  }

  /// Whether a word is a label of the day on which a page was published, and nothing else.
  static func isDateOfPublication(_ label: String) -> Bool {
    label.withBytes { label in
      FoldedLine.read(label) { label in
        (dates.isPhrase(label.bytes) || days.isPhrase(label.bytes) || lonelyDays.isPhrase(label.bytes))
          && !changes.holdsAny(in: label.bytes)
      }
    }
  }

  /// A text without the label of a date that it begins with; `nil` if it begins with none.
  static func behindDateLabel(_ text: String) -> String? {
    text.withSimplifiedBytes { dates.match(in: $0, at: 0) ?? days.match(in: $0, at: 0) }.map { label in
      String(decoding: text.utf8.dropFirst(label.length), as: UTF8.self)
    }
  }

  /// Whether a part of a line about the page's date is only a label or a day of the week.
  static func isBesideDate(_ piece: String) -> Bool {
    piece.withBytes { piece in
      FoldedLine.read(piece) { piece in
        let bare = piece.bare
        return dates.match(in: bare, at: 0) != nil || days.match(in: bare, at: 0) != nil
          || partsOfDates.match(in: bare, at: 0) != nil
      }
    }
  }

  /// Whether a line begins by saying that its day is that of a change: 最后更新.
  static func opensChange(_ line: String) -> Bool { begins(line.trimmed(of: "（(【["), changes) }

  /// Whether the text before a day says so anywhere.
  static func tellsChange(_ text: String) -> Bool { holds(text, changes) }

  /// Labels between a name and the date of a post, Latin ones in lower case: `老张 发表于2020年5月11日`.
  static let posted = PhraseSet(Vocabulary.postedLabels)

  /// Whether a label announces the address of the text that a text was made from: 原文链接.
  static func announcesAddress(_ label: String) -> Bool {
    label.withBytes { FoldedLine.read($0) { addresses.isPhrase($0.bytes) } }
  }

  /// Whether a part of a bar of links is about the site: 联系我们.
  static func isAboutSite(_ part: some StringProtocol) -> Bool { holds(part, siteWords) }

  /// Whether a text contains the name of an author's position: 特派记者.
  static func holdsPosition(_ text: String) -> Bool { holds(text, positions) }

  private static let dates = PhraseTable(Vocabulary.dateLabels)
  private static let days = PhraseTable(Vocabulary.dayLabels)
  private static let lonelyDays = PhraseTable(Vocabulary.lonelyDayLabels)
  private static let partsOfDates = PhraseTable(Vocabulary.partsOfDateLines)
  private static let changes = PhraseTable(Vocabulary.changeLabels)
  private static let addresses = PhraseTable(Vocabulary.addressLabels)
  private static let siteWords = PhraseTable(Vocabulary.siteWords)
  private static let positions = PhraseTable(Vocabulary.positions)

  private static func begins(_ text: some StringProtocol, _ table: PhraseTable) -> Bool {
    text.withBytes { FoldedLine.read($0, limit: 24) { table.match(in: $0.bytes, at: 0) != nil } }
  }

  private static func holds(_ text: some StringProtocol, _ table: PhraseTable) -> Bool {
    text.withBytes { FoldedLine.read($0) { table.holdsAny(in: $0.bytes) } }
  }
}
