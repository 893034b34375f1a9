import ArticleDump

/// The smallest part of an article that is laid out on its own: a paragraph, a heading, an item, a table.
struct Leaf: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case title
    /// Publisher, date, length: composed by the room.
    case factLine
    /// A short rule under the title block.
    case ornament
    case standfirst, paragraph
    case heading(level: Int)
    case byline, credit, endmark, notice, term
    case figure, embed, preformatted, rule
    /// A table's rows as ranges of cells in the text.
    case table([[Range<Int>]], headRowCount: Int)
    /// A heading over the notes at the end.
    case noteHeading
    /// A numbered link at the end.
    case note
  }

  var kind: Kind
  /// Sanitized; including link numbers.
  var text: String
  /// Sorted and not overlapping.
  var runs: [StyleRun] = []
  /// Offset of the text in the reading text; a leaf composed by the room takes no space there.
  var base = 0
  var isMadeByRoom = false
  /// The columns of the bars of the quotes around the leaf, from the outermost on.
  var quoteBars: [Int] = []
  /// Quotes that the leaf shares with the one above it.
  var quoteDepthAbove = 0
  /// Columns that lists around the leaf take.
  var listIndentInCells = 0
  /// A bullet or number, at the end of the list's indent.
  var marker: String?
  /// The lines' alignment, if they all fit.
  var alignment: StyledText.Alignment?
  /// Whether no blank row is above.
  var isTight = false
  /// Whether the leaf continues a paragraph that was too long to lay out at once.
  var continues = false

  init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }

  var quoteDepth: Int { quoteBars.count }

  /// UTF-8 length in the reading text.
  var utf8Count: Int { isMadeByRoom ? 0 : text.utf8.count }
}

/// A run of text in one style; offsets are UTF-8 offsets in the leaf's text.
struct StyleRun: Sendable, Hashable {
  var utf8Range: Range<Int>
  var style: RunStyle
  /// The address that the run links to.
  var url: String?
}

struct RunStyle: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  static let strong = RunStyle(rawValue: 1 << 0)
  static let emphasis = RunStyle(rawValue: 1 << 1)
  static let code = RunStyle(rawValue: 1 << 2)
  static let deleted = RunStyle(rawValue: 1 << 3)
  static let link = RunStyle(rawValue: 1 << 4)
  /// Text that the room added: a link's number, a label, a gloss of ruby.
  static let aside = RunStyle(rawValue: 1 << 5)
  static let underline = RunStyle(rawValue: 1 << 6)
  static let mark = RunStyle(rawValue: 1 << 7)
  static let emphasisDots = RunStyle(rawValue: 1 << 8)
  /// Text with the author's ruby in parentheses after it.
  static let annotated = RunStyle(rawValue: 1 << 9)

  /// The attributes that a run adds to its role's style. A cell has no room for emphasis dots, so they are bold.
  var attributes: TextStyle.Attributes {
    var attributes: TextStyle.Attributes = []
    if contains(.deleted) { attributes.insert(.strikethrough) }
    if contains(.underline) { attributes.insert(.underline) }
    if contains(.mark) { attributes.insert(.reverse) }
    if contains(.emphasisDots) { attributes.insert(.bold) }
    return attributes
  }

  /// The role of a run within text of another role.
  func role(in base: Role) -> Role {
    // A label has its caption's style, since each change of style costs bytes on a slow line.
    if contains(.aside) { return base == .caption ? .caption : .aside }
    if contains(.link) { return .link }
    if contains(.code) { return .code }
    if contains(.strong) { return .strong }
    if contains(.emphasis) { return .emphasis }
    return base
  }
}

extension Leaf {
  /// A longer paragraph is laid out in pieces, so that one screen never waits for a megabyte.
  static let limitInUTF8 = 16_384

  /// The leaf in pieces of bounded length, cut after a stop or a blank if there is one.
  func pieces() -> [Leaf] {
    if case .table(let rows, let headRowCount) = kind { return tablePieces(rows, headRowCount: headRowCount) }
    guard text.utf8.count > Leaf.limitInUTF8 else { return [self] }
    let bytes = Array(text.utf8)
    var pieces: [Leaf] = []
    var start = 0
    var run = 0
    while start < bytes.count {
      let end = Leaf.cut(bytes, from: start)
      var piece = self
      piece.text = String(decoding: bytes[start..<end], as: UTF8.self)
      piece.runs = []
      while run < runs.count, runs[run].utf8Range.upperBound <= start { run += 1 }
      var next = run
      while next < runs.count, runs[next].utf8Range.lowerBound < end {
        let range = runs[next].utf8Range.clamped(to: start..<end)
        piece.runs.append(
          StyleRun(
            utf8Range: range.lowerBound - start..<range.upperBound - start, style: runs[next].style, url: runs[next].url
          ))
        next += 1
      }
      if start > 0 {
        piece.continues = true
        piece.isTight = true
        piece.marker = nil
      }
      pieces.append(piece)
      start = end
    }
    return pieces
  }

  /// A larger table is laid out in pieces, each with its own columns: laying out a cell takes many times the memory of
  /// its text.
  static let tableLimitInUTF8 = 65_536
  static let tableLimitInCells = 2_048

  private func tablePieces(_ rows: [[Range<Int>]], headRowCount: Int) -> [Leaf] {
    let cellCount = rows.reduce(0) { $0 + $1.count }
    guard text.utf8.count > Leaf.tableLimitInUTF8 || cellCount > Leaf.tableLimitInCells else { return [self] }
    var pieces: [Leaf] = []
    let bytes = Array(text.utf8)
    var run = 0
    var start = 0
    var taken: [[Range<Int>]] = []
    var takenCount = 0
    var heads = headRowCount
    func finish(at end: Int) {
      var piece = self
      piece.text = String(decoding: bytes[start..<end], as: UTF8.self)
      piece.runs = []
      while run < runs.count, runs[run].utf8Range.lowerBound < end {
        let range = runs[run].utf8Range
        piece.runs.append(
          StyleRun(
            utf8Range: range.lowerBound - start..<range.upperBound - start, style: runs[run].style, url: runs[run].url))
        run += 1
      }
      piece.kind = .table(
        taken.map { row in row.map { $0.lowerBound - start..<$0.upperBound - start } },
        headRowCount: min(heads, taken.count))
      piece.isTight = !pieces.isEmpty
      pieces.append(piece)
      heads -= min(heads, taken.count)
      taken = []
      takenCount = 0
      start = end
    }
    for row in rows {
      // A row that is larger than a piece is cut into several.
      for first in stride(from: 0, to: max(1, row.count), by: Leaf.tableLimitInCells) {
        let cells = Array(row[min(first, row.count)..<min(first + Leaf.tableLimitInCells, row.count)])
        let size = (cells.last?.upperBound ?? start) - start
        if takenCount > 0, takenCount + cells.count > Leaf.tableLimitInCells || size > Leaf.tableLimitInUTF8 {
          finish(at: cells.first?.lowerBound ?? start)
        }
        taken.append(cells)
        takenCount += max(1, cells.count)
      }
    }
    if !taken.isEmpty { finish(at: bytes.count) }
    return pieces
  }

  /// The end of the piece that starts here.
  private static func cut(_ bytes: [UInt8], from start: Int) -> Int {
    guard bytes.count - start > limitInUTF8 else { return bytes.count }
    let limit = start + limitInUTF8
    // 。 is E3 80 82; a newline or a blank is suitable too.
    var end = limit
    while end > start + limitInUTF8 / 2 {
      if bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 { return end }
      if bytes[end - 3] == 0xE3, bytes[end - 2] == 0x80, bytes[end - 1] == 0x82 { return end }
      end -= 1
    }
    // Not inside a character; a cluster may be cut if there is no other way.
    end = limit
    while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
