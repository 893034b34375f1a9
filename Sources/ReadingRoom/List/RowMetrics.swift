import ArticleDump
import Typesetting

/// How a row of a list divides its width.
struct RowMetrics: Sendable, Hashable {
  var columns: Int
  /// Rows that an entry takes.
  var heightInRows: Int
  var snippetRows: Int
  var ambiguous: AmbiguousWidth
  var language: Language
  /// Whether near-duplicates have rows of their own.
  var unfolds: Bool
  /// Whether there is a column of publishers.
  var showsPublishers: Bool
  /// Whether date and publisher are under the title rather than beside it.
  var stacks: Bool

  /// The marker of the selected row, then the mark of unread or starred.
  static let leadInCells = 4

  init(
    region: Region, showsSnippets: Bool, showsPublishers: Bool, ambiguous: AmbiguousWidth, readsTwoLines: Bool,
    language: Language, unfolds: Bool
  ) {
    self.language = language
    self.unfolds = unfolds
    self.showsPublishers = showsPublishers
    columns = region.columns
    self.ambiguous = ambiguous
    stacks = columns < 60 && columns >= 30 && readsTwoLines
    snippetRows = showsSnippets ? (region.rows >= 16 ? 2 : region.rows >= 8 ? 1 : 0) : 0
    heightInRows = 1 + (stacks ? 1 : 0) + snippetRows + (snippetRows > 1 ? 1 : 0)
  }

  var dateInCells: Int { stacks || columns >= 60 ? 10 : 0 }
  var publisherInCells: Int {
    if stacks { return 16 }
    if !showsPublishers { return 0 }
    return columns >= 110 ? 14 : columns >= 68 ? 12 : columns >= 60 ? 8 : 0
  }

  /// Author and length are shown in wide lists.
  var authorInCells: Int { columns >= 100 && !stacks ? 12 : 0 }
  var lengthInCells: Int { columns >= 100 && !stacks ? 7 : 0 }

  var authorColumn: Int { publisherColumn + (publisherInCells > 0 ? publisherInCells + 2 : 0) }
  var lengthColumn: Int { authorColumn + authorInCells + 2 }

  var publisherColumn: Int { RowMetrics.leadInCells + dateInCells + 2 }

  /// Titles come last, so that fixed-width fields form columns and only the ends of the titles are ragged.
  var titleColumn: Int {
    if columns < 30 { return 3 }
    if stacks || dateInCells == 0 { return RowMetrics.leadInCells }
    return authorInCells > 0 ? lengthColumn + lengthInCells + 2 : authorColumn
  }

  var titleEnd: Int { columns - 1 }

  /// Snippets are under the title if there is room for a good line, otherwise under the whole row.
  var snippetColumn: Int { columns - titleColumn < 66 ? min(titleColumn, RowMetrics.leadInCells) : titleColumn }
}

extension ListState {
  /// Measures the text of rows on the screen; forgets rows that are far away.
  mutating func prepare(height: Int, metrics: RowMetrics) {
    if preparedMetrics != metrics || texts.count > 512 {
      texts = [:]
      preparedMetrics = metrics
    }
    for index in top..<top + height {
      guard let row = row(at: index), texts[row.id] == nil else { continue }
      texts[row.id] = RowText(row, metrics: metrics)
    }
  }
}

extension RowText {
  init(_ row: ListRow, metrics: RowMetrics) {
    let ambiguous = metrics.ambiguous
    var title = CellText()
    var hits: [Range<Int>] = []
    for piece in MatchedText(text: row.title, hits: row.titleHits).pieces {
      let start = title.glyphs.count
      title.append(piece.text, ambiguous: ambiguous)
      if piece.isHit { hits.append(start..<title.glyphs.count) }
    }
    titleHits = hits
    var room = metrics.titleEnd - metrics.titleColumn
    let count = row.foldedCount
    let alike = metrics.unfolds ? Message.alike.text(in: metrics.language, String(count + 1)) : "+\(count)"
    duplicates = count > 0 ? CellText(alike, ambiguous: ambiguous) : CellText()
    if count > 0 { room -= 1 + duplicates.widthInCells }
    let split = metrics.stacks && title.widthInCells > room ? RowText.end(ofFirstRowOf: title, metrics: metrics) : nil
    if let split {
      self.title = title.part(0..<split)
      // The date follows it.
      titleRest = title.part(split..<title.glyphs.count).clipped(toCells: max(1, room - 12), ambiguous: ambiguous)
    } else {
      self.title = title.clipped(toCells: max(1, room), ambiguous: ambiguous)
    }
    publisher = CellText(row.publisher?.name ?? "", ambiguous: ambiguous)
      .clipped(toCells: metrics.publisherInCells, ambiguous: ambiguous)
    author = CellText(row.author ?? "", ambiguous: ambiguous)
      .clipped(toCells: metrics.authorInCells, ambiguous: ambiguous)
    length = CellText(
      metrics.lengthInCells > 0 && row.characterCount > 0 ? row.characterCount.grouped : "", ambiguous: ambiguous)
    date = CellText(row.date?.shown(withTime: false) ?? "", ambiguous: ambiguous)
      .clipped(toCells: 10, ambiguous: ambiguous)
    snippet = RowText.shownSnippet(row, metrics.language).map { RowText.lines(of: $0, metrics: metrics) } ?? []
  }

  /// Where a title continues on its second row, by the rules of line breaking: an index into its glyphs.
  private static func end(ofFirstRowOf title: CellText, metrics: RowMetrics) -> Int? {
    var options = LayoutOptions(measureInCells: max(2, metrics.titleEnd - metrics.titleColumn))
    options.ambiguousWidth = metrics.ambiguous
    options.hanging = .none
    options.keepsEvenTypeArea = false
    options.spacesHanAndLatin = false
    options.padsNarrowMarks = false
    let layout = ParagraphLayout(title.glyphs.map(\.cluster).joined(), options: options)
    guard layout.lines.count > 1, let start = layout.clusters(ofLineAt: 1).first?.utf8Range.lowerBound else {
      return nil
    }
    var offset = 0
    return title.glyphs.firstIndex { glyph in
      defer { offset += glyph.cluster.utf8.count }
      return offset >= start
    }
  }

  /// The places of the search's words in the text, preceded by the author if they are in the name.
  private static func shownSnippet(_ row: ListRow, _ language: Language) -> MatchedText? {
    guard !row.authorHits.isEmpty, let author = row.author else { return row.snippet }
    let line = Message.byAuthor.text(in: language, author)
    guard let found = line.firstRange(of: author) else { return row.snippet }
    let start = line.utf8.distance(from: line.startIndex, to: found.lowerBound)
    let head = row.snippet == nil ? line : line + "　"
    let shift = head.utf8.count
    return MatchedText(
      text: head + (row.snippet?.text ?? ""),
      hits: row.authorHits.map { $0.lowerBound + start..<$0.upperBound + start }
        + (row.snippet?.hits.map { $0.lowerBound + shift..<$0.upperBound + shift } ?? []))
  }

  private static func lines(of snippet: MatchedText, metrics: RowMetrics) -> [[PlacedGlyph]] {
    guard metrics.snippetRows > 0 else { return [] }
    // Hits keep their places only in text that needs no cleaning, so the text is cleaned piece by piece.
    let leaf = Leaf(.paragraph, snippet: snippet)
    var options = LayoutOptions(measureInCells: max(2, min(metrics.columns - metrics.snippetColumn - 2, 96)))
    options.ambiguousWidth = metrics.ambiguous
    options.avoidsShortLastLine = false
    let layout = ParagraphLayout(leaf.text, options: options)
    let count = min(metrics.snippetRows, layout.lines.count)
    return (0..<count).map { line in
      let utf8 = leaf.text.utf8
      let isCut = line == count - 1 && layout.lines.count > count
      var glyphs = layout.clusters(ofLineAt: line).filter { $0.widthInCells > 0 }.map { cluster in
        let start = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.upperBound)
        let isHit = leaf.runs.contains { $0.utf8Range.contains(cluster.utf8Range.lowerBound) }
        return PlacedGlyph(
          column: cluster.column,
          glyph: Glyph(
            cluster: String(leaf.text[start..<end]), widthInCells: UInt8(min(2, cluster.widthInCells)),
            isWidthUncertain: cluster.isWidthUncertain),
          role: isHit ? .hit : .aside)
      }
      if isCut, let ellipsis = CellText("…", ambiguous: metrics.ambiguous).glyphs.first {
        // If the line is full, it replaces the last cluster.
        if let last = glyphs.last,
          last.column + Int(last.glyph.widthInCells + ellipsis.widthInCells) > options.measureInCells
        {
          glyphs.removeLast()
        }
        let column = glyphs.last.map { $0.column + Int($0.glyph.widthInCells) } ?? 0
        glyphs.append(PlacedGlyph(column: column, glyph: ellipsis, role: .aside))
      }
      return glyphs
    }
  }
}

extension Leaf {
  /// A snippet as a leaf whose strong runs are the hits.
  fileprivate init(_ kind: Kind, snippet: MatchedText) {
    self.init(kind)
    for piece in snippet.pieces {
      let start = text.utf8.count
      text += sanitizedLine(piece.text)
      if piece.isHit { runs.append(StyleRun(utf8Range: start..<text.utf8.count, style: .strong)) }
    }
  }
}

extension MatchedText {
  /// The text split into pieces between and within hits.
  fileprivate var pieces: [(text: String, isHit: Bool)] {
    let utf8 = text.utf8
    func part(_ range: Range<Int>) -> String {
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
      return String(text[start..<end])
    }
    var pieces: [(String, Bool)] = []
    var place = 0
    for hit in hits {
      let hit = hit.clamped(to: place..<max(place, utf8.count))
      guard !hit.isEmpty else { continue }
      if hit.lowerBound > place { pieces.append((part(place..<hit.lowerBound), false)) }
      pieces.append((part(hit), true))
      place = hit.upperBound
    }
    if place < utf8.count { pieces.append((part(place..<utf8.count), false)) }
    return pieces
  }
}
