import ReadingRoom

/// What the terminal has answered about itself so far. An answer that does not come changes nothing.
public struct TerminalAnswers: Sendable, Equatable {
  /// Its name and version, such as `kitty(0.26.5)`.
  public private(set) var name: String?
  /// Whether it can hold back a frame until it is complete (private mode 2026).
  public private(set) var synchronizes = false
  /// Whether it can be made to draw each cluster as one unit (private mode 2027), and does not yet.
  public private(set) var offersClusters = false
  /// Its own colours.
  public private(set) var ownForeground: RGB?
  public private(set) var ownBackground: RGB?

  public init() {}

  static let synchronizedOutput = 2026
  static let clusterMode = 2027

  /// The questions: DECRQM, XTVERSION and OSC 10 and 11. Terminals ignore those that they do not know; what a few show
  /// instead is painted over.
  static let request: [UInt8] = Array(
    "\u{1B}[?\(synchronizedOutput)$p\u{1B}[?\(clusterMode)$p\u{1B}]10;?\u{1B}\\\u{1B}]11;?\u{1B}\\\u{1B}[>0q".utf8)

  mutating func receive(_ input: TerminalInput) {
    switch input {
    // Source: DEC STD 070, DECRPM: 1 set, 2 reset, 3 and 4 the same permanently, 0 not known.
    case .mode(Self.synchronizedOutput, let state): synchronizes = state == 1 || state == 2
    case .mode(Self.clusterMode, let state): offersClusters = state == 2
    case .name(let text): name = text
    case .ownColor(10, let color): ownForeground = color
    case .ownColor(11, let color): ownBackground = color
    default: break
    }
  }

  /// Whether the background is dark or light: less than half as bright as white, or darker than the foreground.
  public var background: TerminalTraits.Background? {
    guard let ownBackground else { return nil }
    if let ownForeground, abs(ownForeground.brightness - ownBackground.brightness) > 64 {
      return ownForeground.brightness < ownBackground.brightness ? .light : .dark
    }
    return ownBackground.brightness > 127 ? .light : .dark
  }
}

extension RGB {
  /// 0 to 255, as the eye weighs the parts (ITU-R BT.601, rounded).
  var brightness: Int { (3 * Int(red) + 6 * Int(green) + Int(blue)) / 10 }
}
