import ReadingRoom

/// How a terminal draws text from now on: attributes and colours, as SGR sets them (ECMA-48, 8.3.117).
struct Rendition: Equatable {
  enum Color: Equatable {
    case terminalDefault
    /// SGR 30–37, 90–97 and their backgrounds, as 0 to 15.
    case basic(UInt8)
    case indexed(UInt8)
    case direct(RGB)
  }

  /// SGR 1 to 9, one bit each.
  var attributes: UInt16 = 0
  var foreground = Color.terminalDefault
  var background = Color.terminalDefault
  /// The number of the link's address (OSC 8); 0 for none.
  var link: UInt32 = 0

  init() {}

  /// What a terminal with these capabilities draws a style with.
  init(_ style: TextStyle, _ capabilities: Capabilities, _ colors: TerminalColors) {
    let match = colors.match(style.foreground)
    foreground = match.color
    background = colors.match(style.background).color
    var shown = capabilities.shown(
      style.attributes, inColor: foreground != .terminalDefault || background != .terminalDefault)
    if match.isBright, capabilities.attributes.contains(.bold) { shown.insert(.bold) }
    attributes = Self.capabilityNames.reduce(0) { sum, known in
      shown.contains(known.attribute) ? sum | 1 << known.code : sum
    }
  }

  /// Whether more than the background shows on a blank: underlining, reversal, crossing out.
  private var marksBlanks: Bool { attributes & (1 << 4 | 1 << 7 | 1 << 9) != 0 }

  /// Whether blanks look the same in both: only the background shows on them.
  func hasSameBlanks(as other: Rendition?) -> Bool {
    guard let other else { return false }
    return background == other.background && !marksBlanks && !other.marksBlanks
  }

  /// The bytes to send before a character, given the terminal's current rendition, and the rendition afterwards.
  ///
  /// - Parameters:
  ///   - isBlank: Before a blank, only what shows on a blank counts.
  ///   - switchesSingly: Whether the terminal knows SGR 22 to 29, which switch off one attribute each.
  func transition(
    from current: Rendition?, isBlank: Bool, switchesSingly: Bool
  ) -> (bytes: [UInt8], result: Rendition) {
    var target = self
    if let current {
      if current == self { return ([], self) }
      if isBlank, !marksBlanks, !current.marksBlanks {
        if current.background == background { return ([], current) }
        target.foreground = current.foreground
        target.attributes = current.attributes
      }
    }
    // Attributes are switched off by a reset, which every terminal knows, or singly where that is shorter: a reset also
    // resets the colours, and most pages have a background of their own.
    let reset = sequence(reset: true, since: Rendition())
    guard let current else { return (reset, self) }
    if current.attributes & ~target.attributes == 0 {
      return (target.sequence(reset: false, since: current), target)
    }
    if switchesSingly {
      let single = target.sequence(reset: false, since: current)
      if single.count < reset.count { return (single, target) }
    }
    return (reset, self)
  }

  /// The sequence that turns `base` into this rendition.
  private func sequence(reset: Bool, since base: Rendition) -> [UInt8] {
    var codes: [UInt8] = reset ? [UInt8(ascii: "0")] : []
    func add(_ text: String) {
      if !codes.isEmpty { codes.append(UInt8(ascii: ";")) }
      codes += Array(text.utf8)
    }
    var lost = base.attributes & ~attributes
    var base = base
    // Bold and dim are switched off together.
    if lost & (1 << 1 | 1 << 2) != 0 {
      add("22")
      base.attributes &= ~(1 << 1 | 1 << 2)
      lost &= ~(1 << 1 | 1 << 2)
    }
    for code in 3...9 where lost & 1 << code != 0 { add("\(20 + code)") }
    for code in 1...9 where attributes & ~base.attributes & 1 << code != 0 { add("\(code)") }
    if foreground != base.foreground { add(Self.code(foreground, isBackground: false)) }
    if background != base.background { add(Self.code(background, isBackground: true)) }
    // ESC [ m is the short form of ESC [ 0 m.
    if codes == [UInt8(ascii: "0")] { codes = [] } else if codes.isEmpty { return [] }
    return [0x1B, UInt8(ascii: "[")] + codes + [UInt8(ascii: "m")]
  }

  private static func code(_ color: Color, isBackground: Bool) -> String {
    switch color {
    case .terminalDefault: isBackground ? "49" : "39"
    case .basic(let number) where number < 8: "\((isBackground ? 40 : 30) + Int(number))"
    case .basic(let number): "\((isBackground ? 92 : 82) + Int(number))"
    case .indexed(let number): "\(isBackground ? 48 : 38);5;\(number)"
    case .direct(let rgb): "\(isBackground ? 48 : 38);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
    }
  }
}

extension Rendition {
  /// The attributes with their SGR codes and the terminfo names of what switches them on.
  static let capabilityNames: [(attribute: TextStyle.Attributes, code: Int, name: String)] = [
    (.bold, 1, "bold"), (.dim, 2, "dim"), (.italic, 3, "sitm"), (.underline, 4, "smul"), (.reverse, 7, "rev"),
    (.strikethrough, 9, "smxx"),
  ]

  /// The bytes that set this rendition on a terminal without SGR.
  var capabilityBytes: [UInt8] {
    var bytes = Terminfo.string("sgr0") ?? []
    for known in Self.capabilityNames where attributes & 1 << known.code != 0 {
      bytes += Terminfo.string(known.name) ?? []
    }
    return bytes + Self.capability("setaf", foreground) + Self.capability("setab", background)
  }

  private static func capability(_ name: String, _ color: Color) -> [UInt8] {
    switch color {
    case .basic(let number), .indexed(let number): Terminfo.string(name, Int(number)) ?? []
    case .terminalDefault, .direct: []
    }
  }
}
