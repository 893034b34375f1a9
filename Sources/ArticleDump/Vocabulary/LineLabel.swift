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

  /// Whether a part of a line about the page's date is only a label or a day of the week.
  static func isBesideDate(_ piece: String) -> Bool {
    piece.withBytes { piece in
      FoldedLine.read(piece) { piece in
        dates.match(in: piece.bare, at: 0) != nil || partsOfDates.match(in: piece.bare, at: 0) != nil
      }
    }
  }

  /// Labels between a name and the date of a post, Latin ones in lower case: `老张 发表于2020年5月11日`.
  static let posted = PhraseSet(Vocabulary.postedLabels)

  /// Whether a part of a bar of links is about the site: 联系我们.
  static func isAboutSite(_ part: some StringProtocol) -> Bool { holds(part, siteWords) }

  /// Whether a text contains the name of an author's position: 特派记者.
  static func holdsPosition(_ text: String) -> Bool { holds(text, positions) }

  private static let dates = PhraseTable(Vocabulary.dateLabels)
  private static let partsOfDates = PhraseTable(Vocabulary.partsOfDateLines)
  private static let siteWords = PhraseTable(Vocabulary.siteWords)
  private static let positions = PhraseTable(Vocabulary.positions)

  private static func begins(_ text: some StringProtocol, _ table: PhraseTable) -> Bool {
    text.withBytes { FoldedLine.read($0, limit: 24) { table.match(in: $0.bytes, at: 0) != nil } }
  }

  private static func holds(_ text: some StringProtocol, _ table: PhraseTable) -> Bool {
    text.withBytes { FoldedLine.read($0) { table.holdsAny(in: $0.bytes) } }
  }
}
