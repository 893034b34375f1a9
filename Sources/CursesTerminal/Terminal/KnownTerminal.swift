/// Abilities of terminals known by name, beyond what terminfo or an answer says.
struct KnownTerminal: Equatable {
  /// It accepts RGB colours (SGR 38;2).
  var takesDirectColor = false
  /// It makes text a link (OSC 8).
  var showsLinks = false
  /// It sets its window's title and can restore the former one (OSC 2; XTPUSHTITLE).
  var takesTitle = false

  /// By the value of `TERM`, the only variable that SSH passes on.
  init(type: String) {
    let names = [
      "xterm-kitty": "kitty", "xterm-ghostty": "ghostty", "foot": "foot", "alacritty": "alacritty",
      "wezterm": "wezterm",
      "contour": "contour", "konsole": "konsole", "vte": "vte", "iterm2": "iterm2", "mintty": "mintty", "rio": "rio",
      "st": "st",
    ]
    let name = names.first { type == $0.key || type.hasPrefix($0.key + "-") }?.value
    self.init(family: name ?? "", version: .max)
  }

  /// By the terminal's answer: `kitty(0.26.5)`, `tmux 3.4`, `XTerm(379)`, `VTE(7006)`.
  init(answer: String) {
    let family = answer.prefix { $0.isLetter || $0 == "2" }.lowercased()
    let digits = answer.dropFirst(family.count).drop { !$0.isNumber }
    let parts = digits.split(whereSeparator: { !$0.isNumber }).prefix(2).map { Int($0.prefix(6)) ?? 0 }
    self.init(family: family, version: (parts.first ?? 0) * 1000 + (parts.count > 1 ? min(parts[1], 999) : 0))
  }

  /// - Parameter version: The number before the point times a thousand, plus the one after it.
  private init(family: String, version: Int) {
    switch family {
    case "kitty", "foot", "alacritty", "wezterm", "contour", "ghostty", "konsole", "iterm2", "mintty", "rio":
      takesDirectColor = true
      showsLinks = true
      takesTitle = true
    case "vte":
      // Source: OSC 8 came with VTE 0.50, which answers 5000.
      takesDirectColor = true
      showsLinks = version >= 5_000_000
      takesTitle = true
    case "xterm":
      // Source: xterm's change log, #331.
      takesDirectColor = version >= 331_000
      takesTitle = true
    case "mlterm", "st":
      takesDirectColor = true
      takesTitle = true
    case "tmux":
      // Source: tmux's CHANGES, 3.4.
      showsLinks = version >= 3_004
    default: break
    }
  }
}
