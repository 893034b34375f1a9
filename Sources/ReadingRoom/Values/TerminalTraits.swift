import Typesetting

/// How many colours a terminal can show.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// No colour, 16 colours, a palette of 256, or 24 bits.
  case none, ansi16, palette256, trueColor

  public static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}

/// What the room needs to know about the terminal.
public struct TerminalTraits: Sendable, Hashable {
  /// The colours that can be drawn.
  public var colorDepth: ColorDepth
  /// How many columns it gives ambiguous characters, as measured.
  public var ambiguousWidth: AmbiguousWidth
  /// Whether line drawing and symbols are displayed; otherwise they are replaced by ASCII.
  public var drawsSymbols: Bool
  /// Whether there is a way to open a URL; otherwise it is shown.
  public var opensURLs: Bool
  /// The terminal's background; `nil` if it does not say.
  public var background: Background?

  /// The brightness of the background.
  public enum Background: Sendable, Hashable {
    /// Light text is readable on it, or dark text.
    case dark, light
  }

  public init(
    colorDepth: ColorDepth = .palette256, ambiguousWidth: AmbiguousWidth = .narrow, drawsSymbols: Bool = true,
    opensURLs: Bool = false, background: Background? = nil
  ) {
    self.background = background
    self.colorDepth = colorDepth
    self.ambiguousWidth = ambiguousWidth
    self.drawsSymbols = drawsSymbols
    self.opensURLs = opensURLs
  }
}
