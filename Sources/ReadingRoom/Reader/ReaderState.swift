import ArticleDump

/// A row of the laid out article.
struct RowPlace: Sendable, Hashable, Comparable {
  var leaf: Int
  var row: Int

  static func < (a: RowPlace, b: RowPlace) -> Bool { (a.leaf, a.row) < (b.leaf, b.row) }
}

/// An article that is being read.
struct ReaderState: Sendable {
  var loaded: LoadedArticle
  var flow: Flow
  private(set) var metrics: PageMetrics
  /// Rows of text on the screen.
  private(set) var height: Int
  /// The first row on the screen.
  private(set) var top = RowPlace(leaf: 0, row: 0)
  /// The offset of the first row in the reading text: a new measure starts from it, and it is saved.
  private(set) var topOffset = 0
  /// Whether the reader turned to the screen as a page: then a heading or first line that would be alone at its bottom
  /// moves to the next page.
  private var isPage = true
  /// The rows of the screen, top to bottom: computed when the screen moves, used many times for each frame.
  private(set) var visibleRows: [RowPlace] = []
  /// Leaves that have been laid out: a screenful and those needed to get there.
  private var layouts: [Int: LeafLayout] = [:]
  var finding: FindState?
  /// The article as its file is now, if that has changed while something was shown that the change would end.
  var successor: LoadedArticle?
  var marks: [String: Int]
  /// Where the last jump started.
  var jumpOrigin: Int?
  /// The last offset that was handed out to be saved.
  var savedOffset: Int
  /// The article's position, while its page is shown as it was before cleaning.
  var offsetOfArticle: Int?
  /// The conversion of the text, while it is shown in a script other than the one in which it was written.
  private(set) var converted: ConvertedArticle?
  /// The selection, if there is one.
  var selection: Selection?
  /// The part of the text that has readings, if not all of it has.
  private(set) var readPassage: ReadPassage?
  /// How far reading aloud has come, while it runs or pauses.
  var aloud: ReadingAloud?
  /// The places of the highlights in the text, by their keys; those that were not found have none.
  private(set) var highlightRanges: [String: Range<Int>] = [:]
  private(set) var highlightMarks: [MarkedRange] = []

  var id: ArticleHandle { loaded.id }

  init(_ loaded: LoadedArticle, flow: Flow, metrics: PageMetrics, height: Int) {
    self.loaded = loaded
    self.flow = flow
    self.metrics = metrics
    self.height = height
    marks = loaded.marks
    savedOffset = loaded.utf8Offset
    go(to: loaded.utf8Offset)
    placeHighlights()
  }

  /// Finds the highlights again after they, or the text, have changed.
  mutating func placeHighlights() { (highlightRanges, highlightMarks) = placed(loaded.highlights) }

  // MARK: Setting

  /// Lays out the article again if the page has changed; the text at the top stays there.
  mutating func apply(_ metrics: PageMetrics, height: Int) {
    guard metrics != self.metrics || height != self.height else { return }
    if metrics != self.metrics {
      self.metrics = metrics
      layouts = [:]
      top = withReadings(place(of: topOffset))
    }
    self.height = height
    top = min(top, lastTop())
    prepare()
  }

  /// Shows different text for the same article, as written, at the corresponding place.
  mutating func replace(_ flow: Flow) {
    let place = self.flow.locate(topOffset)
    let old = self.flow
    converted = nil
    self.flow = flow
    layouts = [:]
    finding = nil
    selection = nil
    readPassage = nil
    aloud = nil
    go(to: ReaderState.offset(place, in: flow, from: old))
    placeHighlights()
  }

  /// Shows the same text in a script, or as it was written; the text at the top stays there, and the search is
  /// repeated. Text in that script is not converted, nor is text in another language, unless the reader asks for it.
  mutating func show(in script: Script?, always isRequested: Bool = false) {
    let article = loaded.article
    let script = script.flatMap {
      (isRequested ? article.isWritten(in: $0) : !article.isWrittenOtherwise(than: $0)) ? nil : $0
    }
    guard script != converted?.script else { return }
    let written = writtenOffset(of: topOffset)
    let origin = jumpOrigin.map(writtenOffset)
    let passage = readPassage.map { writtenRange(of: $0.utf8Range) }
    let spoken = aloud.map { writtenRange(of: $0.sentence) }
    let original = converted?.original ?? flow
    converted = script.map { ConvertedArticle(original, in: $0) }
    flow = converted?.flow ?? original
    layouts = [:]
    jumpOrigin = origin.map(shownOffset)
    selection = nil
    if let passage = passage.map(shownRange) { readPassage?.utf8Range = passage }
    if let spoken = spoken.map(shownRange) { aloud?.sentence = spoken }
    go(to: shownOffset(ofWritten: written))
    placeHighlights()
    guard let old = finding else { return }
    var new = self.finding(old.query, words: old.words)
    new.current = new.hits.count == old.hits.count ? old.current : new.first(atOrAfter: topOffset, in: flow) ?? 0
    finding = new
  }

  /// The place in another version of the same leaves that corresponds to a place in this one.
  static func offset(_ place: (leaf: Int, utf8Offset: Int), in flow: Flow, from old: Flow) -> Int {
    guard place.leaf < flow.leaves.count else { return flow.utf8Count }
    let leaf = flow.leaves[place.leaf]
    let oldCount = max(1, old.leaves[place.leaf].text.utf8.count)
    return leaf.base + min(leaf.utf8Count, place.utf8Offset * leaf.text.utf8.count / oldCount)
  }

  /// A leaf in rows; laid out now if it was not yet.
  mutating func layout(_ leaf: Int) -> LeafLayout {
    if let layout = layouts[leaf] { return layout }
    let layout = freshLayout(leaf)
    layouts[leaf] = layout
    return layout
  }

  private func freshLayout(_ leaf: Int) -> LeafLayout {
    LeafLayout(flow.leaves[leaf], metrics: metrics, isFirst: leaf == 0, readRange: readRange(inLeaf: leaf))
  }

  /// Gives readings to a part of the text only, or restores the page's setting.
  mutating func showReadings(of passage: ReadPassage?) {
    readPassage = passage
    layouts = [:]
    go(to: topOffset)
  }

  /// Lays out what the screen shows, finds its rows, and forgets what is far from it.
  private mutating func prepare() {
    let end = advance(top, by: height)
    visibleRows = rowsOfScreen()
    if layouts.count > 256 {
      let last = flow.leaves.count
      layouts = layouts.filter { ($0.key >= top.leaf - 64 && $0.key <= end.leaf + 64) || $0.key >= last - 64 }
    }
  }

  // MARK: Moving

  /// The row this many rows further (or back), limited to the article.
  mutating func advance(_ place: RowPlace, by rows: Int) -> RowPlace {
    var place = place
    var left = rows
    while left > 0 {
      let count = layout(place.leaf).rows.count
      if place.row + left < count { return RowPlace(leaf: place.leaf, row: place.row + left) }
      guard place.leaf + 1 < flow.leaves.count else { return RowPlace(leaf: place.leaf, row: max(0, count - 1)) }
      left -= count - place.row
      place = RowPlace(leaf: place.leaf + 1, row: 0)
    }
    while left < 0 {
      if place.row + left >= 0 { return RowPlace(leaf: place.leaf, row: place.row + left) }
      guard place.leaf > 0 else { return RowPlace(leaf: 0, row: 0) }
      left += place.row + 1
      place = RowPlace(leaf: place.leaf - 1, row: max(0, layout(place.leaf - 1).rows.count - 1))
    }
    return place
  }

  /// The first row of the last screenful.
  mutating func lastTop() -> RowPlace {
    let last = flow.leaves.count - 1
    let end = RowPlace(leaf: last, row: max(0, layout(last).rows.count - 1))
    return advance(end, by: -(max(1, height) - 1))
  }

  mutating func scroll(by rows: Int) {
    let place = advance(top, by: rows)
    // A line and its readings pass the top together.
    let whole = withReadings(place)
    moveTop(to: whole == place || rows < 0 ? whole : advance(place, by: 1), asPage: false)
  }

  /// Rows of a page that the next one repeats, so that none is lost between pages.
  private var overlapInRows: Int { min(2, height / 3) }

  /// Rows at the bottom that a page may leave blank: at least a heading, the blank row under it and a first line.
  private var mostRowsGivenUp: Int { height < 10 ? 0 : max(3, height / 4) }

  mutating func pageDown() {
    let place = advance(top, by: max(1, visibleRows.count - overlapInRows))
    let whole = withReadings(place)
    moveTop(to: whole > top ? whole : place)
  }

  /// Turns to the page from which `pageDown` leads here, if there is one.
  mutating func pageUp() {
    let start = top
    for givenUp in 0...mostRowsGivenUp {
      moveTop(to: withReadings(advance(start, by: -max(1, height - overlapInRows - givenUp))))
      if visibleRows.count == height - givenUp { return }
    }
    moveTop(to: advance(start, by: -max(1, height - overlapInRows)))
    // Nothing between the two pages may be left out.
    if let last = visibleRows.last, last < advance(start, by: -1) { moveTop(to: top, asPage: false) }
  }

  mutating func goToEnd() { moveTop(to: lastTop(), asPage: isPage) }

  /// Rows before its destination that a jump leaves visible above it.
  var rowsAboveJump: Int { height > 8 ? 2 : 0 }

  /// Shows the text at an offset at the top of the screen, or this many rows below it.
  mutating func go(to utf8Offset: Int, rowsAbove: Int = 0) {
    let place = withReadings(advance(place(of: utf8Offset), by: -rowsAbove))
    moveTop(to: place)
    if rowsAbove == 0, top == place { topOffset = min(max(0, utf8Offset), flow.utf8Count) }
  }

  private mutating func moveTop(to place: RowPlace, asPage: Bool = true) {
    isPage = asPage
    top = min(place, lastTop())
    topOffset = offset(of: top)
    prepare()
  }

  /// The row that shows an offset.
  mutating func place(of utf8Offset: Int) -> RowPlace {
    guard utf8Offset > 0 else { return RowPlace(leaf: 0, row: 0) }
    let (leaf, inner) = flow.locate(utf8Offset)
    return RowPlace(leaf: leaf, row: layout(leaf).row(showing: inner))
  }

  /// Where a row's text starts.
  mutating func offset(of place: RowPlace) -> Int {
    let leaf = flow.leaves[place.leaf]
    if place.leaf == 0 && place.row <= metrics.titleSpaceInRows { return 0 }
    // Lines that the room puts under the title belong to it.
    if leaf.isMadeByRoom { return place.leaf <= 2 ? 0 : leaf.base }
    return leaf.base + layout(place.leaf).rows[place.row].utf8Range.lowerBound
  }

  var isAtEnd: Bool {
    var copy = self
    return top >= copy.lastTop()
  }

  /// The number of leaves that are laid out at the moment.
  var layoutCount: Int { layouts.count }

  // MARK: What the screen shows

  private func rowsOfScreen() -> [RowPlace] {
    var rows: [RowPlace] = []
    rows.reserveCapacity(height)
    var leaf = top.leaf
    var row = top.row
    while rows.count < height, leaf < flow.leaves.count {
      let layout = setLayout(leaf)
      while row < layout.rows.count, rows.count < height {
        rows.append(RowPlace(leaf: leaf, row: row))
        row += 1
      }
      leaf += 1
      row = 0
    }
    let isCut = leaf < flow.leaves.count || rows.last.map { $0.row + 1 < setLayout($0.leaf).rows.count } ?? false
    // Readings are on the same page as their line.
    if isPage, isCut, rows.count > 1, let last = rows.last, setLayout(last.leaf).isReadings(last.row) {
      rows.removeLast()
    }
    if isPage, isCut, mostRowsGivenUp > 0, !metrics.isVertical { rows.removeLast(rowCountBadlyAtBottom(of: rows)) }
    return rows
  }

  /// Rows at the end of a page that belong with what follows: a lone heading, and a lone first line of a paragraph
  /// (CLREQ, widows and orphans).
  private func rowCountBadlyAtBottom(of rows: [RowPlace]) -> Int {
    var end = rows.count
    while let last = rows[..<end].last(where: { !isBlank($0) }) {
      let leaf = flow.leaves[last.leaf]
      let layout = setLayout(last.leaf)
      let textRows = layout.rows.indices.filter {
        !layout.isReadings($0) && !isBlank(RowPlace(leaf: last.leaf, row: $0))
      }
      let isBad =
        switch leaf.kind {
        case .heading, .noteHeading: true
        case .paragraph, .standfirst: textRows.count > 1 && last.row == textRows.first
        default: false
        }
      guard isBad, let start = rows.firstIndex(where: { $0.leaf == last.leaf && !isBlank($0) }), start > 0,
        rows.count - start <= mostRowsGivenUp
      else { break }
      end = start
    }
    return end == rows.count ? 0 : rows.count - end
  }

  private func isBlank(_ place: RowPlace) -> Bool {
    if case .blank = setLayout(place.leaf).rows[place.row].content { true } else { false }
  }

  /// A leaf in rows, from those that have been laid out.
  func setLayout(_ leaf: Int) -> LeafLayout {
    layouts[leaf] ?? freshLayout(leaf)
  }

  /// The end of the text on the screen, in the reading text.
  var bottomOffset: Int {
    guard let last = visibleRows.last else { return 0 }
    let leaf = flow.leaves[last.leaf]
    if leaf.isMadeByRoom { return leaf.base }
    return leaf.base + setLayout(last.leaf).rows[last.row].utf8Range.upperBound
  }

  /// How much of the text was shown, 0 to 100.
  var percentRead: Int {
    guard flow.utf8Count > 0 else { return 100 }
    return min(100, bottomOffset * 100 / flow.utf8Count)
  }
}
