extension Key {
  /// A key from its name in a configuration: `j`, `G`, `space`, `pgdn`, `ctrl-f`, `alt-x`, `shift-tab`, `f1`, `-`.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    while true {
      let modifier: Modifiers
      if rest.hasPrefix("ctrl-"), rest.count > 5 {
        modifier = .control
        rest = rest.dropFirst(5)
      } else if rest.hasPrefix("alt-"), rest.count > 4 {
        modifier = .alt
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("shift-"), rest.count > 6 {
        modifier = .shift
        rest = rest.dropFirst(6)
      } else {
        break
      }
      guard modifiers.insert(modifier).inserted else { return nil }
    }
    if let code = Key.codes.first(where: { $0.names.contains(String(rest)) })?.code {
      self.init(code, modifiers)
    } else if rest.count == 1 {
      self.init(.character(modifiers.contains(.control) ? rest.lowercased() : String(rest)), modifiers)
    } else if rest.hasPrefix("f"), let number = Int(rest.dropFirst()), 1...63 ~= number {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  /// The name that `init(name:)` reads.
  public var name: String {
    var name = ""
    if modifiers.contains(.control) { name += "ctrl-" }
    if modifiers.contains(.alt) { name += "alt-" }
    if modifiers.contains(.shift) { name += "shift-" }
    if let known = Key.codes.first(where: { $0.code == code })?.names.first { return name + known }
    switch code {
    case .character(let cluster): return name + cluster
    case .function(let number): return name + "f\(number)"
    default: return name
    }
  }

  /// The key as hints and help show it.
  func label(symbols: Bool) -> String {
    var label = ""
    if modifiers.contains(.control) { label += "^" }
    if modifiers.contains(.alt) { label += "Alt-" }
    if modifiers.contains(.shift) { label += "Shift-" }
    switch code {
    case .character(" "): return label + "Space"
    case .character(let cluster): return label + (modifiers.contains(.control) ? cluster.uppercased() : cluster)
    case .function(let number): return label + "F\(number)"
    case .up: return label + (symbols ? "↑" : "Up")
    case .down: return label + (symbols ? "↓" : "Down")
    case .left: return label + (symbols ? "←" : "Left")
    case .right: return label + (symbols ? "→" : "Right")
    case .pageUp: return label + "PgUp"
    case .pageDown: return label + "PgDn"
    case .home: return label + "Home"
    case .end: return label + "End"
    case .insert: return label + "Ins"
    case .delete: return label + "Del"
    case .backspace: return label + "BS"
    case .enter: return label + "Enter"
    case .tab: return label + "Tab"
    case .escape: return label + "Esc"
    }
  }

  /// The names of the keys that are not characters, apart from function keys.
  public static var names: [String] { codes.flatMap(\.names) }

  private static let codes: [(code: Code, names: [String])] = [
    (.up, ["up"]), (.down, ["down"]), (.left, ["left"]), (.right, ["right"]), (.pageUp, ["pgup", "page-up"]),
    (.pageDown, ["pgdn", "page-down"]), (.home, ["home"]), (.end, ["end"]), (.insert, ["insert"]),
    (.delete, ["delete"]), (.backspace, ["backspace"]), (.enter, ["enter", "return"]), (.tab, ["tab"]),
    (.escape, ["esc", "escape"]), (.character(" "), ["space"]),
  ]
}
