/// A colour as a theme gives it; the terminal maps it to the nearest that it has.
public enum Color: Sendable, Hashable {
  /// One of the terminal's own 16 colours, 0 to 15.
  case ansi(UInt8)
  /// A colour of 24 bits, in sRGB.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
  /// One of the 240 colours after the first sixteen in a palette of 256, 16 to 255: they look the same everywhere.
  case indexed(UInt8)
}

/// The style of a cell. A `nil` colour is the terminal's default.
public struct TextStyle: Sendable, Hashable {
  /// SGR's renditions; a terminal without one ignores it.
  public struct Attributes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// SGR 1.
    public static let bold = Attributes(rawValue: 1 << 0)
    /// SGR 2.
    public static let dim = Attributes(rawValue: 1 << 1)
    /// SGR 3.
    public static let italic = Attributes(rawValue: 1 << 2)
    /// SGR 4.
    public static let underline = Attributes(rawValue: 1 << 3)
    /// SGR 7: foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 1 << 4)
    /// SGR 9.
    public static let strikethrough = Attributes(rawValue: 1 << 5)
  }

  /// The text's colour; `nil` for the terminal's default.
  public var foreground: Color? {
    get { Self.color(bits >> Self.foregroundShift) }
    set { replace(Self.foregroundShift, with: newValue) }
  }
  /// The cell's colour; `nil` for the terminal's default.
  public var background: Color? {
    get { Self.color(bits >> Self.backgroundShift) }
    set { replace(Self.backgroundShift, with: newValue) }
  }
  /// Bold, italic and so on.
  public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits)) }
    set { bits = bits & ~0xFF | UInt64(newValue.rawValue) }
  }

  /// Attributes in the lowest byte, then 26 bits each for the foreground and background colours: a screenful of styles
  /// is compared with every frame.
  @usableFromInline var bits: UInt64
  private static let foregroundShift: UInt64 = 8
  private static let backgroundShift: UInt64 = 34
  private static let colorMask: UInt64 = (1 << 26) - 1

  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    bits =
      UInt64(attributes.rawValue) | Self.bits(foreground) << Self.foregroundShift
      | Self.bits(background) << Self.backgroundShift
  }

  /// Default colours, no attributes.
  public static let plain = TextStyle()

  @inlinable public static func == (left: TextStyle, right: TextStyle) -> Bool { left.bits == right.bits }

  /// 0 for the terminal's default; otherwise a kind in the two highest bits, followed by its value.
  private static func bits(_ color: Color?) -> UInt64 {
    switch color {
    case nil: 0
    case .ansi(let number)?: 1 << 24 | UInt64(number)
    case .indexed(let number)?: 3 << 24 | UInt64(number)
    case .rgb(let red, let green, let blue)?: 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  private static func color(_ bits: UInt64) -> Color? {
    func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
    switch (bits >> 24) & 3 {
    case 1: return .ansi(byte(0))
    case 2: return .rgb(red: byte(16), green: byte(8), blue: byte(0))
    case 3: return .indexed(byte(0))
    default: return nil
    }
  }

  private mutating func replace(_ shift: UInt64, with color: Color?) {
    bits = bits & ~(Self.colorMask << shift) | Self.bits(color) << shift
  }
}
