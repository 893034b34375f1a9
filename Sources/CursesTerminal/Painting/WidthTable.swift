import CNcurses
import Synchronization
import Typesetting

/// The width table of this process: `wcwidth`, which curses asks, answers with Typesetting's table.
enum WidthTable {
  private static let ambiguousWidth = Atomic<Int>(AmbiguousWidth.narrow.rawValue)

  /// Puts Typesetting's table behind `wcwidth`, for this width of ambiguous characters.
  static func install(ambiguous: AmbiguousWidth) {
    ambiguousWidth.store(ambiguous.rawValue, ordering: .relaxed)
    yuelan_set_width_function { WidthTable.widthInCells(of: $0) }
  }

  /// What `wcwidth` answers: columns, 0 for what combines, -1 for controls and what is no scalar.
  private static func widthInCells(of value: UInt32) -> Int32 {
    if value < 0x7F { return value == 0 ? 0 : value < 0x20 ? -1 : 1 }
    // Codes of clusters; see ClusterCodes.
    if value >= ClusterCodes.wideBase { return 2 }
    if value >= ClusterCodes.narrowBase { return 1 }
    guard value >= 0xA0, let scalar = Unicode.Scalar(value) else { return -1 }
    let ambiguous = AmbiguousWidth(rawValue: ambiguousWidth.load(ordering: .relaxed)) ?? .narrow
    return Int32(scalar.widthInCells(ambiguous: ambiguous))
  }
}
