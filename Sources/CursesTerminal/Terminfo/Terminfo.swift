import CNcurses

/// The capabilities of the terminal that curses was opened for.
enum Terminfo {
  /// A string capability, ready to send, expanded with its parameters; `nil` when it is absent or empty.
  static func string(_ name: String, _ parameters: Int...) -> [UInt8]? {
    let first = Int32(parameters.first ?? 0)
    let second = Int32(parameters.dropFirst().first ?? 0)
    let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      let length = yuelan_terminfo_string(
        name, Int32(parameters.count), first, second, buffer.baseAddress, Int32(buffer.count))
      // Half a sequence would be worse than none.
      count = length <= Int32(buffer.count) ? Int(max(0, length)) : 0
    }
    return bytes.isEmpty ? nil : bytes
  }

  static func flag(_ name: String) -> Bool { yuelan_terminfo_flag(name) }

  /// A numeric capability; -1 when it is absent.
  static func number(_ name: String) -> Int { Int(yuelan_terminfo_number(name)) }
}
