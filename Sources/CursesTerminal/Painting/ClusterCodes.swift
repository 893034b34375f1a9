/// Private-use characters that stand in curses for what it cannot hold.
///
/// A curses cell holds a base character and at most four combining ones, and is as wide as `wcwidth` says of the base.
/// A cluster with more (a ZWJ family, a flag of tags), one whose width is not its base's (❤️), and one that terminals
/// disagree on therefore go to curses as one character of planes 15 and 16, whose width is known by its plane;
/// `OutputExpansion` puts the cluster back on the way out. Dump text in those planes is coded too, so nothing collides.
struct ClusterCodes {
  /// Codes of clusters one column wide; those of plane 16 are two columns wide.
  static let narrowBase: UInt32 = 0xF_0000
  static let wideBase: UInt32 = 0x10_0000
  /// Codes of a plane; its last two scalars are noncharacters.
  static let codesInPlane = 0xFFFE

  /// What brings the cursor back to a known place around a cluster of uncertain width; `nil` without such capabilities.
  struct CursorGuard {
    /// DECSC and DECRC, or the terminal's own.
    var save: [UInt8]
    var restore: [UInt8]
    /// Moves right by one and by two columns.
    var right: [[UInt8]]
  }

  private struct Key: Hashable {
    var cluster: String
    var isWide: Bool
    var isUncertain: Bool
  }

  private let cursorGuard: CursorGuard?
  private var codes: [Key: UInt32] = [:]
  private var narrow: [[UInt8]] = []
  private var wide: [[UInt8]] = []

  init(cursorGuard: CursorGuard?) {
    self.cursorGuard = cursorGuard
  }

  /// Whether there may be no room for another screenful; the owner then starts anew and repaints.
  var isNearlyFull: Bool { max(narrow.count, wide.count) > Self.codesInPlane / 2 }

  /// The character that stands for a cluster.
  mutating func code(for cluster: String, isWide: Bool, isUncertain: Bool) -> UInt32 {
    let key = Key(cluster: cluster, isWide: isWide, isUncertain: isUncertain)
    if let known = codes[key] { return known }
    guard (isWide ? wide.count : narrow.count) < Self.codesInPlane else { return isWide ? 0x3013 : 0x3F }
    let bytes = bytes(of: cluster, width: isWide ? 2 : 1, isUncertain: isUncertain)
    let code: UInt32
    if isWide {
      code = Self.wideBase + UInt32(wide.count)
      wide.append(bytes)
    } else {
      code = Self.narrowBase + UInt32(narrow.count)
      narrow.append(bytes)
    }
    codes[key] = code
    return code
  }

  /// The bytes for a code; `nil` for a character that is no code.
  func bytes(for code: UInt32) -> [UInt8]? {
    if code >= Self.wideBase {
      let index = Int(code - Self.wideBase)
      return index < wide.count ? wide[index] : nil
    }
    guard code >= Self.narrowBase else { return nil }
    let index = Int(code - Self.narrowBase)
    return index < narrow.count ? narrow[index] : nil
  }

  /// A mistake about the width must stay in its place: the columns are blanked, the cluster is drawn over them, and
  /// the cursor goes where we believe it to be, whatever the terminal thought of the cluster.
  private func bytes(of cluster: String, width: Int, isUncertain: Bool) -> [UInt8] {
    let text = cluster.unicodeScalars.allSatisfy(Self.isPlain) ? Array(cluster.utf8) : Array("\u{FFFD}".utf8)
    guard isUncertain, let cursorGuard else { return text }
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: width)
    return cursorGuard.save + blanks + cursorGuard.restore + text + cursorGuard.restore + cursorGuard.right[width - 1]
  }

  /// Whether a scalar may reach the terminal. The room has sanitized its text; this is the last door behind it.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: false
    default: true
    }
  }
}
