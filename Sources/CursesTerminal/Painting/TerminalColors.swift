import ReadingRoom

/// Maps a theme's colours to colours of the terminal.
///
/// True colours are sent as RGB values: this needs no terminfo entry with direct colour (`xterm-direct` is rarely
/// installed) and never redefines the terminal's palette.
struct TerminalColors {
  /// The number of colours to use, at most those that the terminal has.
  let depth: ColorDepth
  private let colorCount: Int

  init(depth: ColorDepth, colorCount: Int) {
    self.colorCount = colorCount
    self.depth = depth == .none || colorCount < 8 ? .none : colorCount >= 256 ? depth : .ansi16
  }

  /// The colour, and whether an 8-colour terminal should show it as bold.
  func match(_ color: Color?) -> (color: Rendition.Color, isBright: Bool) {
    guard let color, depth != .none else { return (.terminalDefault, false) }
    switch color {
    case .ansi(let number):
      return basic(Int(number & 15))
    case .indexed(let number):
      switch depth {
      case .trueColor, .palette256: return (.indexed(number), false)
      case .ansi16: return basic(RGB(indexed: number).nearestOf16)
      case .none: return (.terminalDefault, false)
      }
    case .rgb(let red, let green, let blue):
      let rgb = RGB(red: red, green: green, blue: blue)
      switch depth {
      case .trueColor: return (.direct(rgb), false)
      case .palette256: return (.indexed(UInt8(rgb.nearestOf256)), false)
      case .ansi16: return basic(rgb.nearestOf16)
      case .none: return (.terminalDefault, false)
      }
    }
  }

  private func basic(_ number: Int) -> (color: Rendition.Color, isBright: Bool) {
    colorCount >= 16 || number < 8 ? (.basic(UInt8(number)), false) : (.basic(UInt8(number - 8)), true)
  }
}
