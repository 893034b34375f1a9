import ReadingRoom

/// What the environment says about the terminal, and what follows from that.
public struct TerminalIdentity: Sendable, Equatable {
  /// A program between us and the terminal that has a screen of its own.
  public enum Multiplexer: Sendable, Hashable { case tmux, screen }

  /// The value of `TERM`.
  public var type: String
  public var multiplexer: Multiplexer?
  /// Whether `NO_COLOR` forbids colours (no-color.org: set and not empty).
  public var refusesColor: Bool
  /// Whether the terminal accepts RGB colours, according to `COLORTERM` or its type.
  public var takesDirectColor: Bool

  /// - Parameter environment: Reads a variable; `nil` when it is unset.
  public init(environment: (String) -> String?) {
    type = environment("TERM") ?? ""
    if environment("TMUX")?.isEmpty == false || type.hasPrefix("tmux") {
      multiplexer = .tmux
    } else if environment("STY")?.isEmpty == false || type.hasPrefix("screen") {
      multiplexer = .screen
    }
    refusesColor = environment("NO_COLOR")?.isEmpty == false
    let promised =
      ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "") || type.hasSuffix("-direct")
      || KnownTerminal(type: type).takesDirectColor
    // COLORTERM is inherited from the outer terminal; screen 4 mistakes 38;2 for other attributes.
    takesDirectColor = promised && multiplexer != .screen
  }

  /// The terminfo names to try for curses, best first.
  ///
  /// Current terminals are often newer than a server's terminfo; those named here behave like `xterm-256color`.
  /// Direct-colour entries are replaced by the palette entries of the same terminal: RGB values are inserted on output
  /// (`ColorIndex`).
  var terminfoNames: [String] {
    var names = [type]
    if type.hasSuffix("-direct") {
      let family = type.dropLast("-direct".count)
      names = ["\(family)-256color", String(family), type]
    }
    let xtermLike = [
      "xterm-kitty", "xterm-ghostty", "xterm-direct", "alacritty", "foot", "wezterm", "contour", "rio", "st-256color",
      "konsole", "vte", "iterm2", "putty-256color", "ms-terminal", "mintty",
    ]
    if xtermLike.contains(where: { type == $0 || type.hasPrefix($0 + "-") }) { names.append("xterm-256color") }
    if type.hasPrefix("tmux") { names.append("screen-256color") }
    return names
  }

  /// Whether box drawing, stars and blocks can be shown; the Linux console's font and old terminals lack some.
  var drawsSymbols: Bool {
    let plain = ["linux", "vt", "ansi", "cons", "pcansi", "hurd", "mach", "sun", "wsvt"]
    return !plain.contains { type.hasPrefix($0) && !type.hasPrefix("vte") }
  }

  var colorDepth: ColorDepth {
    refusesColor ? .none : takesDirectColor ? .trueColor : .palette256
  }
}
