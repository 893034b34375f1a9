import Themes

/// The look of the room: one style for each role.
public struct Theme: Sendable, Hashable {
  /// The file's name without `.toml`.
  public var id: String
  /// The displayed name: 墨.
  public var name: String
  /// One line about it.
  public var summary: String
  var rules: [Role: StyleRule]

  /// The themes that come with the program, in the order of the picker.
  public static let builtIn: [Theme] = builtInThemes.map { load(id: $0.id, toml: $0.toml).theme }

  /// The initial theme on a terminal with such a background.
  static func standardID(on background: TerminalTraits.Background?) -> String { background == .light ? "zhi" : "mo" }

  /// The style of a role at a colour depth; anything the role does not specify is taken from running text.
  public func style(_ role: Role, at depth: ColorDepth) -> TextStyle {
    let text = rules[.text].map { Theme.style($0, at: depth) } ?? .plain
    guard let rule = rules[role] else {
      return TextStyle(
        foreground: text.foreground, background: text.background, attributes: Theme.attributes(of: role))
    }
    var style = Theme.style(rule, at: depth)
    if style.foreground == nil { style.foreground = text.foreground }
    if style.background == nil { style.background = text.background }
    return style
  }

  private static func style(_ rule: StyleRule, at depth: ColorDepth) -> TextStyle {
    switch depth {
    case .none: TextStyle(attributes: rule.plain.attributes)
    case .ansi16: rule.plain
    case .palette256: rule.indexed
    case .trueColor: rule.full
    }
  }

  /// The default style of a role in a theme that does not mention it.
  private static func attributes(of role: Role) -> TextStyle.Attributes {
    switch role {
    case .title, .heading, .strong, .marker, .key, .unread, .star: .bold
    case .hit, .field: .underline
    case .currentHit, .selection, .selectedText, .error: .reverse
    case .spoken: [.bold, .underline]
    case .emphasis: .italic
    default: []
    }
  }
}

/// The styles of a theme at one colour depth, ready to draw with.
struct Palette: Sendable, Hashable {
  private var styles: [TextStyle]

  init(_ theme: Theme?, depth: ColorDepth) {
    styles = Role.allCases.map { role in
      theme?.style(role, at: depth) ?? .plain
    }
  }

  subscript(role: Role) -> TextStyle { styles[role.rawValue] }
}
