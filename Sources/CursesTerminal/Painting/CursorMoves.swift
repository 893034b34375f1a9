import ReadingRoom

/// The cells that the cursor moves over: the blank cells of the next frame.
struct BlankGround {
  let frame: Frame
  /// What the blanks are drawn with.
  let rendition: Rendition

  func isBlank(row: Int, columns: Range<Int>) -> Bool { columns.allSatisfy { frame[row, $0] == frame.fill } }
}

/// Finds the shortest bytes that move the cursor. On a terminal that does not move it by ECMA-48, that is an absolute
/// address.
///
/// Line feeds count as movements: the line discipline passes them unchanged, and no region scrolls.
struct CursorMoves {
  private let isStandard: Bool
  private let addressesColumns: Bool
  private let addressesRows: Bool
  private let stepsRight: Bool
  private let stepsLeft: Bool
  private let stepsUp: Bool
  private let stepsDown: Bool
  /// Whether the terminal can save the cursor (DECSC, DECRC).
  let keepsCursor: Bool
  static let keep: [UInt8] = [0x1B, UInt8(ascii: "7")]
  static let back: [UInt8] = [0x1B, UInt8(ascii: "8")]

  init(terminfo: Void) {
    func has(_ name: String, _ form: String) -> Bool { Terminfo.string(name, 6, 8) == Array("\u{1B}[\(form)".utf8) }
    isStandard = has("cup", "7;9H")
    addressesColumns = isStandard && has("hpa", "7G")
    addressesRows = isStandard && has("vpa", "7d")
    stepsRight = isStandard && has("cuf", "6C")
    stepsLeft = isStandard && has("cub", "6D")
    stepsUp = isStandard && has("cuu", "6A")
    stepsDown = isStandard && has("cud", "6B")
    keepsCursor = isStandard && Terminfo.string("sc") == Self.keep && Terminfo.string("rc") == Self.back
  }

  /// The bytes that move the cursor from one place to another.
  ///
  /// - Parameters:
  ///   - start: `nil` when it is unknown.
  ///   - rendition: What the terminal currently draws with.
  func bytes(
    from start: Position?, to target: Position, over ground: BlankGround?, rendition: Rendition?
  ) -> [UInt8] {
    if start == target { return [] }
    guard isStandard else { return Terminfo.string("cup", target.row, target.column) ?? [] }
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
    if rows > 0, rows < 5, let rest = along(from: 0) {
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
