/// A colour by its components, 0 to 255.
public struct RGB: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  /// The nearest of xterm's 256 colours after the first 16, which users redefine: the 6×6×6 cube and the greys.
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

  /// The nearest of the 16 colours, with xterm's values.
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

  /// One of xterm's 256 colours after the first 16.
  init(indexed number: UInt8) {
    if number >= 232 {
      self.init(grey: 8 + 10 * (number - 232))
      return
    }
    func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
    let step = max(0, Int(number) - 16)
    self.init(red: level(step / 36), green: level(step / 6 % 6), blue: level(step % 6))
  }

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(grey: UInt8) { self.init(red: grey, green: grey, blue: grey) }

  /// The squared distance, with the components weighted by perceived brightness (ITU-R BT.601, rounded).
  func distance(_ other: RGB) -> Int {
    let red = Int(red) - Int(other.red)
    let green = Int(green) - Int(other.green)
    let blue = Int(blue) - Int(other.blue)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
