import ReadingRoom

/// The ground that the cursor moves over: cells of the frame to be shown that are nothing but blanks.
struct BlankGround {
  let frame: Frame
  /// What its blanks are drawn with.
  let rendition: Rendition

  func isBlank(row: Int, columns: Range<Int>) -> Bool { columns.allSatisfy { frame[row, $0] == frame.fill } }
}

/// The shortest bytes that move the cursor, on terminals that move it as ECMA-48 says.
///
/// Curses knows the same movements, but refuses line feeds, because a line discipline could turn them into something
/// else (ours is switched off), and does not know what the frame will hold.
struct CursorMoves {
  private let addressesColumns: Bool
  private let addressesRows: Bool
  private let stepsRight: Bool
  private let stepsLeft: Bool
  private let stepsUp: Bool
  private let stepsDown: Bool

  /// `nil` for a terminal that moves its cursor otherwise.
  init?(terminfo: Void) {
    func has(_ name: String, _ form: String) -> Bool { Terminfo.string(name) == Array(form.utf8) }
    guard has("cup", "\u{1B}[%i%p1%d;%p2%dH") else { return nil }
    addressesColumns = has("hpa", "\u{1B}[%i%p1%dG")
    addressesRows = has("vpa", "\u{1B}[%i%p1%dd")
    stepsRight = has("cuf", "\u{1B}[%p1%dC")
    stepsLeft = has("cub", "\u{1B}[%p1%dD")
    stepsUp = has("cuu", "\u{1B}[%p1%dA")
    stepsDown = has("cud", "\u{1B}[%p1%dB")
  }

  /// The bytes from a place to another.
  ///
  /// - Parameters:
  ///   - start: `nil` when it is not known.
  ///   - rendition: What the terminal draws with now.
  ///   - feedsLines: Whether a line feed only moves, because no region scrolls before the last row.
  func bytes(
    from start: Position?, to target: Position, over ground: BlankGround?, rendition: Rendition?, feedsLines: Bool
  ) -> [UInt8] {
    if start == target { return [] }
    var best = Self.sequence(
      target.column == 0
        ? target.row == 0 ? "" : "\(target.row + 1)" : "\(target.row + 1);\(target.column + 1)", "H")
    guard let start else { return best }
    func consider(_ bytes: [UInt8]?) {
      if let bytes, bytes.count < best.count { best = bytes }
    }
    let ground = ground.flatMap { $0.rendition.hasSameBlanks(as: rendition) ? $0 : nil }
    func along(from column: Int) -> [UInt8]? {
      horizontal(from: column, to: target.column, row: target.row, over: ground)
    }
    if start.row == target.row {
      consider(along(from: start.column))
      return best
    }
    let rows = target.row - start.row
    if rows > 0, rows < 5, feedsLines, let rest = along(from: 0) {
      consider([0x0D] + [UInt8](repeating: 0x0A, count: rows) + rest)
    }
    if let rest = along(from: start.column) {
      if addressesRows { consider(Self.sequence("\(target.row + 1)", "d") + rest) }
      if rows < 0, stepsUp { consider(Self.steps(-rows, "A") + rest) }
      if rows > 0, stepsDown { consider(Self.steps(rows, "B") + rest) }
    }
    return best
  }

  private func horizontal(from column: Int, to target: Int, row: Int, over ground: BlankGround?) -> [UInt8]? {
    if column == target { return [] }
    if target == 0 { return [0x0D] }
    var best: [UInt8]?
    func consider(_ bytes: [UInt8]) {
      if best.map({ bytes.count < $0.count }) ?? true { best = bytes }
    }
    if addressesColumns { consider(Self.sequence("\(target + 1)", "G")) }
    if target > column {
      if stepsRight { consider(Self.steps(target - column, "C")) }
      if target - column < 5, ground?.isBlank(row: row, columns: column..<target) == true {
        consider([UInt8](repeating: 0x20, count: target - column))
      }
    } else {
      if stepsLeft { consider(Self.steps(column - target, "D")) }
      if column - target < 5 { consider([UInt8](repeating: 0x08, count: column - target)) }
    }
    if stepsRight, column > 0 { consider([0x0D] + Self.steps(target, "C")) }
    return best
  }

  private static func steps(_ count: Int, _ final: String) -> [UInt8] { sequence(count == 1 ? "" : "\(count)", final) }

  private static func sequence(_ parameters: String, _ final: String) -> [UInt8] {
    Array("\u{1B}[\(parameters)\(final)".utf8)
  }
}
