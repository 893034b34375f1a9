import ReadingRoom

/// What the terminal can do, read from terminfo once, when the session opens.
struct Capabilities {
  /// Whether renditions are SGR sequences (ECMA-48, 8.3.117). Some terminals move the cursor by ECMA-48 but use these
  /// numbers otherwise: cons25 dims text by another colour, mach-bold underlines by bold.
  let usesSGR: Bool
  /// The number of colours; 0 without.
  let colorCount: Int
  /// The attributes that it shows, and those that it cannot show together with colours.
  let attributes: TextStyle.Attributes
  let attributesWithoutColor: TextStyle.Attributes
  /// Whether the terminal knows SGR 22 to 29, which switch off one attribute each.
  let switchesSingly: Bool
  /// Whether erased cells and scrolled-in rows get the current background.
  let erasesInColor: Bool
  /// Clears the screen and moves the cursor to the top left.
  let clear: [UInt8]
  /// Erase from the cursor to the end of the row, and a given number of cells; `nil` where the terminal cannot.
  let eraseToEnd: [UInt8]?
  let erasesCells: Bool
  /// Switch wrapping at the edge off and on; `nil` where the terminal cannot.
  let wrapping: (off: [UInt8], on: [UInt8])?
  /// Whether the last cell of the screen can be written without scrolling: wrapping waits for the next character.
  let lastCellIsSafe: Bool
  let showCursor: [UInt8]
  let hideCursor: [UInt8]

  /// Whether erased cells and scrolled-in rows look like blanks of a rendition.
  func fills(with rendition: Rendition) -> Bool { erasesInColor || rendition.background == .terminalDefault }

  /// `nil` for a terminal that cannot place its cursor or clear its screen.
  init?(terminfo: Void) {
    guard let clear = Terminfo.string("clear"), let home = Terminfo.string("cup", 0, 0) else { return nil }
    self.clear = clear
    colorCount = Terminfo.string("setaf", 1) != nil ? max(0, Terminfo.number("colors")) : 0
    let isANSI = home.starts(with: [0x1B, UInt8(ascii: "[")])
    let colors = ["31", "38;5;1"].map { Array("\u{1B}[\($0)m".utf8) }
    usesSGR =
      isANSI && Terminfo.string("setaf", 1).map(colors.contains) ?? true
      && Rendition.capabilityNames.allSatisfy { known in
        Terminfo.string(known.name).map { $0 == Array("\u{1B}[\(known.code)m".utf8) } ?? true
      }
    // Some old terminals put a blank before each change of attributes: attributes are not used there.
    attributes =
      Terminfo.number("xmc") > 0
      ? []
      : Rendition.capabilityNames.reduce(into: []) { if Terminfo.string($1.name) != nil { $0.insert($1.attribute) } }
    // Source: terminfo(5), no_color_video: bits for standout, underline, reverse, blink, dim, bold, …, italic.
    let hidden = max(0, Terminfo.number("ncv"))
    let bits: [(Int, TextStyle.Attributes)] = [(1, .underline), (2, .reverse), (4, .dim), (5, .bold), (15, .italic)]
    attributesWithoutColor = bits.reduce(into: []) { set, bit in if hidden & 1 << bit.0 != 0 { set.insert(bit.1) } }
    // A colour terminal that can switch underlining off by itself can switch off the others too; a VT100 only has the
    // reset.
    switchesSingly = usesSGR && Terminfo.string("rmul") == Array("\u{1B}[24m".utf8) && colorCount > 0
    erasesInColor = Terminfo.flag("bce")
    eraseToEnd = Terminfo.string("el")
    erasesCells = Terminfo.string("ech", 2) == Array("\u{1B}[2X".utf8)
    if let off = Terminfo.string("rmam"), let on = Terminfo.string("smam") {
      wrapping = (off, on)
    } else {
      // screen and tmux know the mode, although their terminfo does not list it.
      wrapping = isANSI ? (Array("\u{1B}[?7l".utf8), Array("\u{1B}[?7h".utf8)) : nil
    }
    lastCellIsSafe = !Terminfo.flag("am") || Terminfo.flag("xenl")
    showCursor = Terminfo.string("cnorm") ?? []
    hideCursor = Terminfo.string("civis") ?? []
  }

  /// The attributes that the terminal shows for a style's attributes.
  func shown(_ wanted: TextStyle.Attributes, inColor: Bool) -> TextStyle.Attributes {
    var shown = wanted.intersection(attributes)
    // Where there are no italics, emphasis is underlined.
    if wanted.contains(.italic), !attributes.contains(.italic), attributes.contains(.underline) {
      shown.insert(.underline)
    }
    return inColor ? shown.subtracting(attributesWithoutColor) : shown
  }
}
