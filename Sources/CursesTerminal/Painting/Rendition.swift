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

  /// Whether a blank shows something of it besides the background: underlining, reversal, crossing out.
  private var marksBlanks: Bool { attributes & (1 << 4 | 1 << 7 | 1 << 9) != 0 }

  /// Whether blanks look the same in both: nothing but the background shows in them.
  func hasSameBlanks(as other: Rendition?) -> Bool {
    guard let other else { return false }
    return background == other.background && !marksBlanks && !other.marksBlanks
  }

  /// Takes an SGR sequence's parameters in, with `;` or `:` between them.
  ///
  /// - Parameter directColors: What indexed colours from 16 on stand for; empty when for themselves.
  /// - Returns: False for a parameter that it does not know; the sequence then has to be sent as it is.
  mutating func apply(_ parameters: ArraySlice<UInt8>, directColors: [RGB]) -> Bool {
    var numbers: [Int] = []
    var number = 0
    for byte in parameters {
      switch byte {
      case 0x30...0x39: number = min(number * 10 + Int(byte - 0x30), 9999)
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        numbers.append(number)
        number = 0
      default: return false
      }
    }
    numbers.append(number)
    var index = 0
    while index < numbers.count {
      let code = numbers[index]
      switch code {
      case 0: self = Rendition()
      case 1...9: attributes |= 1 << code
      // The primary font, which the Linux console's reset names; no other is ever chosen.
      case 10: break
      case 22: attributes &= ~(1 << 1 | 1 << 2)
      case 23, 24, 25, 27, 28, 29: attributes &= ~(1 << UInt16(code - 20))
      case 30...37: foreground = .basic(UInt8(code - 30))
      case 90...97: foreground = .basic(UInt8(code - 82))
      case 40...47: background = .basic(UInt8(code - 40))
      case 100...107: background = .basic(UInt8(code - 92))
      case 39: foreground = .terminalDefault
      case 49: background = .terminalDefault
      case 38, 48:
        guard index + 2 < numbers.count, numbers[index + 1] == 5, let color = UInt8(exactly: numbers[index + 2]) else {
          return false
        }
        let direct = Int(color) - ColorIndex.firstDirectNumber
        let meant = directColors.indices.contains(direct) ? Color.direct(directColors[direct]) : .indexed(color)
        if code == 38 { foreground = meant } else { background = meant }
        index += 2
      default: return false
      }
      index += 1
    }
    return true
  }

  /// What is to be sent before a character, given what the terminal has; and what it has afterwards.
  ///
  /// - Parameters:
  ///   - isBlank: Before a blank only what a blank shows counts.
  ///   - switchesSingly: Whether the terminal knows SGR 22 to 29, which switch one attribute off.
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
    // What is switched off goes with a reset, which every terminal knows, or one by one where that is shorter: a reset
    // takes the colours along, and most pages have a background of their own.
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

  /// The sequence that makes this of `base`.
  private func sequence(reset: Bool, since base: Rendition) -> [UInt8] {
    var codes: [UInt8] = reset ? [UInt8(ascii: "0")] : []
    func add(_ text: String) {
      if !codes.isEmpty { codes.append(UInt8(ascii: ";")) }
      codes += Array(text.utf8)
    }
    var lost = base.attributes & ~attributes
    var base = base
    // Bold and dim go together.
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
