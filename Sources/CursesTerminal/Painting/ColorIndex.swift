import ReadingRoom

/// Turns a theme's colours into colour numbers of the terminal.
///
/// Curses knows colours as numbers only. With true colour, each RGB value gets a number of the 256-colour range, and
/// `OutputExpansion` puts the value itself in the number's place on the way out, so that it needs no terminfo entry
/// with direct colour (`xterm-direct` is rarely installed) and never redefines the palette behind a reader's back.
struct ColorIndex {
  /// A colour number, -1 for the terminal's own; `isBright` when an 8-colour terminal shall show it as bold.
  struct Match: Equatable {
    var number: Int32
    var isBright = false
    static let terminalDefault = Match(number: -1)
  }

  let depth: ColorDepth
  /// Colours that the terminal has, as terminfo says.
  let colorCount: Int
  /// True colour only: the RGB value for number `16 + index`.
  private(set) var directColors: [RGB] = []
  private var directNumbers: [RGB: Int32] = [:]

  /// The first number that never means one of the terminal's own 16 colours.
  static let firstDirectNumber = 16

  init(depth: ColorDepth, colorCount: Int) {
    self.depth = colorCount >= 8 ? depth : .none
    self.colorCount = colorCount
  }

  mutating func match(_ color: Color?) -> Match {
    guard let color, depth != .none else { return .terminalDefault }
    switch color {
    case .ansi(let number):
      return ansi(Int(number & 15))
    case .rgb(let red, let green, let blue):
      let rgb = RGB(red: red, green: green, blue: blue)
      switch depth {
      case .trueColor where colorCount >= 256: return Match(number: directNumber(rgb))
      case .trueColor, .palette256:
        return colorCount >= 256 ? Match(number: Int32(rgb.nearestOf256)) : ansi(rgb.nearestOf16)
      case .ansi16: return ansi(rgb.nearestOf16)
      case .none: return .terminalDefault
      }
    }
  }

  private func ansi(_ number: Int) -> Match {
    colorCount >= 16 || number < 8 ? Match(number: Int32(number)) : Match(number: Int32(number - 8), isBright: true)
  }

  private mutating func directNumber(_ rgb: RGB) -> Int32 {
    if let known = directNumbers[rgb] { return known }
    let number: Int
    if Self.firstDirectNumber + directColors.count < 256 {
      number = Self.firstDirectNumber + directColors.count
      directColors.append(rgb)
    } else {
      // A theme has a few dozen colours; past 240 the nearest one so far serves.
      let nearest = directColors.indices.min { directColors[$0].distance(rgb) < directColors[$1].distance(rgb) }
      number = Self.firstDirectNumber + (nearest ?? 0)
    }
    directNumbers[rgb] = Int32(number)
    return Int32(number)
  }
}

/// A colour by its parts, 0 to 255.
struct RGB: Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// The nearest of xterm's 256 colours past the first 16, which readers redefine: the 6×6×6 cube and the greys.
  ///
  /// Source: xterm's 256colres.pl.
  var nearestOf256: Int {
    func step(_ value: UInt8) -> Int { value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40 }
    func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
    let steps = (step(red), step(green), step(blue))
    let cube = RGB(red: level(steps.0), green: level(steps.1), blue: level(steps.2))
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let greyStep = mean < 8 ? 0 : min(23, (mean - 3) / 10)
    let grey = RGB(grey: UInt8(8 + 10 * greyStep))
    return grey.distance(self) < cube.distance(self) ? 232 + greyStep : 16 + 36 * steps.0 + 6 * steps.1 + steps.2
  }

  /// The nearest of the 16 colours as xterm has them.
  var nearestOf16: Int {
    let colors = Self.xterm16
    return colors.indices.min { colors[$0].distance(self) < colors[$1].distance(self) } ?? 7
  }

  /// Source: xterm's default resources, color0 to color15.
  private static let xterm16: [RGB] = [
    RGB(grey: 0), RGB(red: 205, green: 0, blue: 0), RGB(red: 0, green: 205, blue: 0),
    RGB(red: 205, green: 205, blue: 0), RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
    RGB(red: 0, green: 205, blue: 205), RGB(grey: 229), RGB(grey: 127), RGB(red: 255, green: 0, blue: 0),
    RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0), RGB(red: 92, green: 92, blue: 255),
    RGB(red: 255, green: 0, blue: 255), RGB(red: 0, green: 255, blue: 255), RGB(grey: 255),
  ]

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(grey: UInt8) { self.init(red: grey, green: grey, blue: grey) }

  /// The squared distance, weighted by how the eye weighs the parts (ITU-R BT.601, rounded).
  func distance(_ other: RGB) -> Int {
    let red = Int(red) - Int(other.red)
    let green = Int(green) - Int(other.green)
    let blue = Int(blue) - Int(other.blue)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
