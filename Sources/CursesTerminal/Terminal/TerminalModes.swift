import CNcurses

/// The bytes that switch on modes that curses does not handle, and off again, for the terminal that curses was opened
/// for.
struct TerminalModes {
  /// Whether the terminal follows ANSI (ECMA-48), so that it understands or ignores private modes and questions.
  let isANSI: Bool
  /// Application keys, so that the keys send what terminfo says; bracketed paste; mouse presses in SGR form.
  let enter: [UInt8]
  let leave: [UInt8]
  /// Restores the terminal without curses, after a crash.
  let rescue: [UInt8]

  /// The bytes that send clicks and the wheel to the program, or leave them to the terminal.
  static func mouse(isOn: Bool) -> [UInt8] {
    Array((isOn ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l").utf8)
  }

  @MainActor init(usesMouse: Bool) {
    isANSI = Terminfo.string("cup", 0, 0)?.starts(with: [0x1B, UInt8(ascii: "[")]) == true
    var enter = Terminfo.string("smkx") ?? []
    var leave: [UInt8] = []
    if isANSI {
      enter += Array("\u{1B}[?2004h".utf8)
      leave += Array("\u{1B}[?2004l".utf8)
      if usesMouse {
        enter += Self.mouse(isOn: true)
        leave += Self.mouse(isOn: false)
      }
    }
    leave += Terminfo.string("rmkx") ?? []
    self.enter = enter
    self.leave = leave
    // Includes modes that were set on some terminals only; terminals skip private modes that they do not know.
    let rest = isANSI ? Array("\u{1B}[?2026l\u{1B}[?2027l".utf8) + Self.mouse(isOn: false) : []
    rescue = rest + leave + ["sgr0", "op", "cnorm", "rmcup"].flatMap { Terminfo.string($0) ?? [] } + Array("\r\n".utf8)
  }
}
