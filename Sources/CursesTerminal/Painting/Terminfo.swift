import CNcurses

/// String capabilities of the terminal that curses was opened for.
enum Terminfo {
  /// A capability's bytes without padding; `nil` when it is absent or empty.
  static func string(_ name: String) -> [UInt8]? {
    guard let value = yuelan_terminfo_string(name) else { return nil }
    return withoutPadding(value)
  }

  /// A capability expanded with its parameters; `nil` when it is absent.
  static func expand(_ name: String, _ first: Int, _ second: Int = 0) -> [UInt8]? {
    guard let value = yuelan_terminfo_expand(name, Int32(first), Int32(second)) else { return nil }
    return withoutPadding(value)
  }

  /// Cuts `$<5/>`, the pauses that paper terminals needed (terminfo(5), delays and padding).
  private static func withoutPadding(_ value: UnsafePointer<CChar>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var index = 0
    while value[index] != 0 {
      let byte = UInt8(bitPattern: value[index])
      if byte == UInt8(ascii: "$"), UInt8(bitPattern: value[index + 1]) == UInt8(ascii: "<") {
        while value[index] != 0, UInt8(bitPattern: value[index]) != UInt8(ascii: ">") { index += 1 }
        if value[index] == 0 { break }
      } else {
        bytes.append(byte)
      }
      index += 1
    }
    return bytes.isEmpty ? nil : bytes
  }
}
