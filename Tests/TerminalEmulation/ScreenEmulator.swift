import Typesetting

/// A terminal for tests: takes a painter's bytes and gives the resulting screen.
///
/// It implements what xterm, screen, the Linux console and a VT100 have in common: ECMA-48 cursor movement, erasing,
/// line scrolling in a region, saving the cursor, deferred wrapping at the last column.
public struct ScreenEmulator {
  public struct Cell: Equatable {
    public var text = " "
    /// How it is drawn.
    public var rendition = Rendition()
    /// The link's address (OSC 8).
    public var link = ""
  }

  /// Attributes and colours as SGR codes.
  public struct Rendition: Equatable {
    /// The codes from 1 to 9 that are on.
    public var attributes: Set<Int> = []
    /// `38;5;12`, `31`; empty for the terminal's default.
    public var foreground = ""
    public var background = ""
  }

  public let rows: Int
  public let columns: Int
  public private(set) var cells: [[Cell]]
  public private(set) var row = 0
  public private(set) var column = 0
  public private(set) var isCursorVisible = true
  /// Sequences that it does not know.
  public private(set) var unknown: [String] = []
  /// The number of columns for a cluster that follows a saved cursor, regardless of all tables, as in a terminal with
  /// an unusual font; `nil` means the table's width. No known terminal gives a scalar more than two columns.
  public var beliefInCells: Int?
  /// How far a cluster advances in a measured terminal; `nil` if it was not measured.
  public var measuredAdvance: ((String) -> Int?)?

  /// The window's title (OSC 2), and the saved ones.
  public private(set) var title = "shell"
  private var titles: [String] = []
  private var link = ""

  /// The beginning of a character or a sequence whose rest has not come yet.
  private var incomplete: [UInt8] = []
  private var wrapsNext = false
  private var autoWraps = true
  private var inserts = false
  private var saved = (row: 0, column: 0, rendition: Rendition())
  private var region: Range<Int>
  private var rendition = Rendition()
  private var lastText = ""
  private var ambiguousWidth: AmbiguousWidth

  public init(rows: Int, columns: Int, ambiguousWidth: AmbiguousWidth = .narrow) {
    self.rows = rows
    self.columns = columns
    self.ambiguousWidth = ambiguousWidth
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    region = 0..<rows
  }

  /// The screen as lines, without trailing blanks.
  public var lines: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Takes bytes as they come from the program, cut anywhere: an incomplete character or sequence waits for its rest.
  public mutating func feed(_ received: [UInt8]) {
    let bytes = incomplete + received
    incomplete = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x1B:
        guard let end = escape(bytes, index) else {
          incomplete = Array(bytes[index...])
          return
        }
        index = end
      case 0x08:
        column = max(0, column - 1)
        wrapsNext = false
        index += 1
      case 0x09:
        column = min(columns - 1, (column / 8 + 1) * 8)
        index += 1
      case 0x0A:
        lineFeed()
        index += 1
      case 0x0D:
        column = 0
        wrapsNext = false
        index += 1
      case 0x0E, 0x0F, 0x07: index += 1
      default:
        var end = index
        while end < bytes.count, bytes[end] >= 0x20 { end += 1 }
        let whole = end == bytes.count ? Self.endOfWholeScalars(bytes, from: index) : end
        for character in String(decoding: bytes[index..<whole], as: UTF8.self) { print(String(character)) }
        incomplete = Array(bytes[whole..<end])
        index = end
      }
    }
  }

  /// Where the last scalar ends that is not cut off.
  private static func endOfWholeScalars(_ bytes: [UInt8], from start: Int) -> Int {
    var lead = bytes.count - 1
    while lead > start, bytes.count - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : bytes[lead] >= 0xC0 ? 2 : 1
    return bytes.count - lead < length ? lead : bytes.count
  }

  private mutating func print(_ text: String) {
    let isOdd = beliefInCells != nil && text.unicodeScalars.count > 1
    let width =
      measuredAdvance?(text)
      ?? (isOdd
        ? min(beliefInCells ?? 1, 2 * text.unicodeScalars.count) : max(1, text.widthInCells(ambiguous: ambiguousWidth)))
    // A character without width joins the one before it.
    if width == 0, measuredAdvance != nil { return }
    if wrapsNext || column + width > columns {
      guard autoWraps else { return }
      column = 0
      lineFeed()
    }
    wrapsNext = false
    guard column + width <= columns else { return }
    if inserts {
      cells[row].insert(contentsOf: Array(repeating: Cell(), count: width), at: column)
      cells[row].removeLast(width)
    }
    for covered in column..<column + width { freeHalf(covered) }
    cells[row][column] = Cell(text: text, rendition: rendition, link: link)
    for covered in column + 1..<max(column + 1, column + width) {
      cells[row][covered] = Cell(text: "", rendition: rendition, link: link)
    }
    column += width
    if column >= columns {
      column = columns - 1
      wrapsNext = autoWraps
    }
    lastText = text
  }

  /// Blanks the rest of a wide character when one half of it is overwritten.
  private mutating func freeHalf(_ column: Int) {
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1].text = " " }
    if column + 1 < columns, cells[row][column + 1].text.isEmpty { cells[row][column + 1].text = " " }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row + 1 == region.upperBound {
      scrollUp(1)
    } else {
      row = min(rows - 1, row + 1)
    }
  }

  private mutating func scrollUp(_ count: Int) {
    for _ in 0..<min(count, region.count) {
      cells.remove(at: region.lowerBound)
      cells.insert(Array(repeating: blank, count: columns), at: region.upperBound - 1)
    }
  }

  private mutating func scrollDown(_ count: Int) {
    for _ in 0..<min(count, region.count) {
      cells.remove(at: region.upperBound - 1)
      cells.insert(Array(repeating: blank, count: columns), at: region.lowerBound)
    }
  }

  /// Obeys an escape sequence.
  ///
  /// - Returns: Where it ends; `nil` if it is not complete yet.
  private mutating func escape(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return controlSequence(bytes, start)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return start + 2 < bytes.count ? start + 3 : nil
    case UInt8(ascii: "7"): saved = (row, column, rendition)
    case UInt8(ascii: "8"):
      (row, column, rendition) = saved
      wrapsNext = false
    case UInt8(ascii: "c"):
      // Mach's console clears the screen this way.
      for row in 0..<rows { erase(row, 0..<columns) }
      (row, column, wrapsNext) = (0, 0, false)
    case UInt8(ascii: "M"):
      if row == region.lowerBound { scrollDown(1) } else { row = max(0, row - 1) }
      wrapsNext = false
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "g"): break
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      var end = start + 2
      while end < bytes.count, bytes[end] != 0x07, bytes[end] != 0x1B { end += 1 }
      guard end < bytes.count, bytes[end] == 0x07 || end + 1 < bytes.count else { return nil }
      let string = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      let isEnded = bytes[end] == 0x07 || bytes[end + 1] == 0x5C
      if !isEnded || !consume(string) { unknown.append("string " + string) }
      return end + (isEnded ? bytes[end] == 0x1B ? 2 : 1 : 0)
    default: unknown.append("ESC " + String(Unicode.Scalar(bytes[start + 1])))
    }
    return start + 2
  }

  /// Takes a control string; false if it is unknown.
  private mutating func consume(_ string: String) -> Bool {
    if string.hasPrefix("]8;") {
      link = string.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false).last.map(String.init) ?? ""
      return true
    }
    if string.hasPrefix("]2;") {
      title = String(string.dropFirst(3))
      return true
    }
    // Questions about the terminal's own colours.
    return ["]10;?", "]11;?"].contains(string)
  }

  private mutating func controlSequence(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start + 2
    while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let parameters = String(decoding: bytes[(start + 2)..<index], as: UTF8.self)
    let final = bytes[index]
    // Some consoles show and hide their cursor this way.
    if parameters.first == "=" { return index + 1 }
    if parameters.first == "?" {
      if parameters == "?25" { isCursorVisible = final == UInt8(ascii: "h") }
      if parameters == "?7" { autoWraps = final == UInt8(ascii: "h") }
      return index + 1
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    if final != UInt8(ascii: "m") { wrapsNext = false }
    switch final {
    case UInt8(ascii: "H"):
      row = min(rows, max(1, first)) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): row = min(rows - 1, row + count)
    case UInt8(ascii: "C"): column = min(columns - 1, column + count)
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "G"): column = min(columns, count) - 1
    case UInt8(ascii: "d"): row = min(rows, count) - 1
    case UInt8(ascii: "K"):
      erase(row, first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
    case UInt8(ascii: "J"):
      erase(row, first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
      for other in 0..<rows where first == 2 || (first == 0 ? other > row : other < row) { erase(other, 0..<columns) }
    case UInt8(ascii: "X"): erase(row, column..<min(columns, column + count))
    case UInt8(ascii: "P"):
      cells[row].removeSubrange(column..<min(columns, column + count))
      while cells[row].count < columns { cells[row].append(blank) }
    case UInt8(ascii: "@"):
      cells[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case UInt8(ascii: "L"), UInt8(ascii: "M"):
      let whole = region
      if region.contains(row) {
        region = row..<region.upperBound
        if final == UInt8(ascii: "L") { scrollDown(count) } else { scrollUp(count) }
        region = whole
      }
    case UInt8(ascii: "S"): scrollUp(count)
    case UInt8(ascii: "T"): scrollDown(count)
    case UInt8(ascii: "r"):
      region = max(1, first) - 1..<(numbers.count > 1 ? min(rows, numbers[1]) : rows)
      (row, column) = (0, 0)
    case UInt8(ascii: "b"): for _ in 0..<count { print(lastText) }
    case UInt8(ascii: "m"): setRendition(numbers)
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      if parameters == "4" { inserts = final == UInt8(ascii: "h") }
    case UInt8(ascii: "t"):
      if parameters == "22;2" { titles.append(title) }
      if parameters == "23;2" { title = titles.popLast() ?? title }
    // Queries are answered by the program at the other end.
    case UInt8(ascii: "n"), UInt8(ascii: "c"): break
    case UInt8(ascii: "q") where parameters == ">0": break
    default: unknown.append("CSI \(parameters) " + String(Unicode.Scalar(final)))
    }
    return index + 1
  }

  /// What erasing leaves: the current background.
  private var blank: Cell { Cell(text: " ", rendition: Rendition(background: rendition.background)) }

  private mutating func setRendition(_ numbers: [Int]) {
    var index = 0
    while index < max(1, numbers.count) {
      let code = index < numbers.count ? numbers[index] : 0
      switch code {
      case 0: rendition = Rendition()
      case 1...9: rendition.attributes.insert(code)
      case 22: rendition.attributes.subtract([1, 2])
      case 23...29: rendition.attributes.remove(code - 20)
      case 10: break
      case 39: rendition.foreground = ""
      case 49: rendition.background = ""
      case 38, 48:
        let length = index + 1 < numbers.count && numbers[index + 1] == 2 ? 5 : 3
        let color = numbers[index..<min(numbers.count, index + length)].map(String.init).joined(separator: ";")
        if code == 38 { rendition.foreground = color } else { rendition.background = color }
        index += length - 1
      case 30...37, 90...97: rendition.foreground = "\(code)"
      case 40...47, 100...107: rendition.background = "\(code)"
      default: unknown.append("SGR \(code)")
      }
      index += 1
    }
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = blank }
  }
}
