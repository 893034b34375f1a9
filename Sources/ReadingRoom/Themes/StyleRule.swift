/// The style of a role, as one line of a theme: `bold #e8e4da on #1c1b19 | bold 254 on 234 | bold white on black`.
///
/// Attributes come first, then a colour, then `on` and the background. The part after the last bar applies if only the
/// terminal's own 16 colours are available; if there is no colour at all, only its attributes are used. The part
/// between two bars applies to a palette of 256: the arithmetically nearest colour is often grey where a page is warm.
struct StyleRule: Sendable, Hashable {
  var full: TextStyle
  /// With 256 colours; if a line does not give it, the terminal uses the nearest colours.
  var indexed: TextStyle
  var plain: TextStyle

  /// `nil` if the line is not understood.
  init?(_ line: String) {
    let halves = line.split(separator: "|", omittingEmptySubsequences: false)
    guard halves.count <= 3, let first = halves.first, let full = StyleRule.style(first) else { return nil }
    self.full = full
    indexed = full
    if halves.count == 3 {
      guard let indexed = StyleRule.style(halves[1]) else { return nil }
      self.indexed = indexed
    }
    if halves.count > 1, let last = halves.last {
      guard let plain = StyleRule.style(last) else { return nil }
      self.plain = plain
    } else {
      // Without a second part, colours from the terminal's 16 stay, and all others are dropped.
      self.plain = TextStyle(
        foreground: full.foreground.flatMap(StyleRule.ansiOnly),
        background: full.background.flatMap(StyleRule.ansiOnly), attributes: full.attributes)
    }
  }

  private static func ansiOnly(_ color: Color) -> Color? {
    if case .ansi = color { color } else { nil }
  }

  private static func style(_ text: some StringProtocol) -> TextStyle? {
    var style = TextStyle()
    var isBackground = false
    for word in text.split(separator: " ") {
      if word == "on" {
        isBackground = true
      } else if let attribute = attributes[String(word)] {
        style.attributes.insert(attribute)
      } else if word == "default" {
        continue
      } else if let color = Color(name: String(word)) {
        if isBackground { style.background = color } else { style.foreground = color }
      } else {
        return nil
      }
    }
    return style
  }

  private static let attributes: [String: TextStyle.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]
}

extension Color {
  /// A colour from `#rrggbb`, one of the sixteen names (`red`, `bright-red`), or a number of the palette, 16 to 255.
  init?(name: String) {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
      self = .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
      return
    }
    if let number = UInt8(name), number >= 16 {
      self = .indexed(number)
      return
    }
    let isBright = name.hasPrefix("bright-")
    guard let index = Color.names.firstIndex(of: isBright ? String(name.dropFirst(7)) : name) else { return nil }
    self = .ansi(UInt8(index + (isBright ? 8 : 0)))
  }

  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
}
