import Foundation
import Testing
import Themes

@testable import ReadingRoom

@Suite struct ThemeTests {
  @Test func theTerminalsBackgroundChoosesTheFirstTheme() {
    var first = State(size: Size(rows: 24, columns: 80))
    #expect(first.themeID == "mo")
    #expect(update(&first, .terminalProbed(TerminalTraits(background: .light))) == [])
    #expect(first.themeID == "zhi")
    // A default is not remembered.
    #expect(first.settings.theme == nil)
    #expect(view(first)[0, 0].style.background == Color.indexed(230))
    // The reader's choice stays, however late an answer comes.
    _ = first.use(theme: "zhuqing")
    _ = update(&first, .terminalProbed(TerminalTraits(background: .dark)))
    #expect(first.themeID == "zhuqing")
    var settings = Settings()
    settings.theme = "mo"
    var other = State(size: Size(rows: 24, columns: 80), settings: settings)
    _ = update(&other, .terminalProbed(TerminalTraits(background: .light)))
    #expect(other.themeID == "mo")
  }

  static let themes = Theme.builtIn
  /// Ornaments need no contrast, since nobody reads them.
  static let ornaments: Set<Role> = [.rule, .bar]

  @Test func everyBuiltInThemeIsListed() {
    #expect(Self.themes.map(\.name) == ["墨", "纸", "竹", "朱", "高反差", "十六色", "单色"])
  }

  @Test func builtInThemesLoadWithoutWarnings() {
    for (id, toml) in builtInThemes { #expect(Theme.load(id: id, toml: toml).problems.isEmpty, "\(id)") }
  }

  @Test(arguments: themes) func everyRoleHasALine(theme: Theme) {
    for role in Role.allCases { #expect(theme.rules[role] != nil, "\(theme.id) lacks \(role.name)") }
  }

  /// Signs of one cell, for which 3 to 1 is enough (WCAG 2.2, success criterion 1.4.11).
  static let signs: Set<Role> = [.marker, .unread, .star]

  /// Checks every role of every theme with every number of colours, and lists those with too little contrast.
  @Test(arguments: themes, [ColorDepth.trueColor, .palette256, .ansi16])
  func textContrastsWithItsBackground(theme: Theme, depth: ColorDepth) {
    let short = Role.allCases.filter { !Self.ornaments.contains($0) }.flatMap { role -> [String] in
      let style = theme.style(role, at: depth)
      // WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.
      let least = Self.signs.contains(role) ? 3 : 4.5
      return ScreenColors.contrasts(style).filter { $0.value < least }.map { "\(role.name) \($0.key): \($0.value)" }
    }
    #expect(short.isEmpty)
  }

  @Test(
    arguments: ["mo", "zhi", "zhuqing", "zhusha", "high-contrast"], [ColorDepth.trueColor, .palette256])
  func bodyTextHasColoursThatContrast(id: String, depth: ColorDepth) throws {
    let theme = try #require(Self.themes.first { $0.id == id })
    let style = theme.style(.text, at: depth)
    #expect(style.foreground != nil && style.background != nil)
    #expect(ScreenColors.contrasts(style).values.allSatisfy { $0 >= 7 })
  }

  @Test func darkThemesDifferAndPaperIsWarmWith256Colours() throws {
    func colors(_ id: String, _ role: Role) throws -> [ScreenColors.RGB] {
      let theme = try #require(Self.themes.first { $0.id == id })
      let style = theme.style(role, at: .palette256)
      return [style.foreground, style.background].compactMap {
        $0.flatMap { ScreenColors.color($0, ScreenColors.xterm) }
      }
    }
    for role in [Role.text, .aside, .title, .heading, .marker, .link, .key] {
      #expect(try colors("mo", role) != colors("zhusha", role), "\(role.name)")
    }
    // Vermilion: emphasis is red.
    for role in [Role.heading, .marker, .unread, .key] {
      let color = try #require(colors("zhusha", role).first)
      #expect(color.red > color.green + 60 && color.red > color.blue + 60, "\(role.name)")
    }
    for id in ["zhi", "zhuqing"] {
      let ground = try #require(colors(id, .text).last)
      #expect(ground.red > ground.blue + 20 && ground.green > ground.blue + 20, "\(id)")
    }
  }

  @Test(arguments: ["mono", "ansi16"]) func attributesAloneTellKindsOfTextApart(id: String) throws {
    let theme = try #require(Self.themes.first { $0.id == id })
    let roles: [Role] = [.text, .strong, .emphasis, .link, .code, .hit, .currentHit]
    let attributes = roles.map { theme.style($0, at: .none).attributes.rawValue }
    #expect(Set(attributes).count == roles.count)
    for role in [Role.title, .heading, .marker, .unread, .star, .key, .header, .error, .selection, .field] {
      #expect(theme.style(role, at: .none).attributes != [], "\(role.name)")
    }
  }

  @Test(arguments: themes, ColorDepth.allCases) func hitsSelectionAndMarksDifferWithoutColour(
    theme: Theme, depth: ColorDepth
  ) {
    let text = theme.style(.text, at: .none).attributes
    for role in [Role.hit, .currentHit, .selection, .field] {
      #expect(theme.style(role, at: .none).attributes != text, "\(theme.id) \(role.name)")
    }
    #expect(theme.style(.hit, at: .none).attributes != theme.style(.currentHit, at: .none).attributes)
    // Stars, unread rows and the selected row also have marks of their own.
    let symbols = Symbols(TerminalTraits(colorDepth: depth, drawsSymbols: false))
    #expect(Set([symbols.star, symbols.unread, symbols.marker]).count == 3)
  }

  @Test(arguments: themes) func shallowColourDepthsUseNoRGB(theme: Theme) {
    for role in Role.allCases {
      for depth in [ColorDepth.none, .ansi16] {
        let style = theme.style(role, at: depth)
        for color in [style.foreground, style.background] {
          if case .rgb? = color { Issue.record("\(theme.id) \(role.name) gives RGB at \(depth)") }
        }
        if depth == .none { #expect(style.foreground == nil && style.background == nil) }
      }
    }
  }

  @Test func mistakesInAThemeAreReportedAndTheRestApplies() {
    let toml =
      "name = \"试\"\ntext = \"#ffffff on #000000\"\nhits = \"bold\"\nlink = \"glowing\"\nstar = 3\ntitle = \"bold\"\n"
    let (theme, problems) = Theme.load(id: "t", toml: Array(toml.utf8))
    #expect(theme.name == "试")
    #expect(
      problems.map(\.kind) == [.noSuchRole("hits"), .notAStyle(key: "link", "glowing"), .noText(key: "star")])
    #expect(theme.style(.title, at: .trueColor).attributes == .bold)
    #expect(Theme.load(id: "broken", toml: Array("name = ".utf8)).problems.count == 1)
  }
}

/// The colours that terminals show.
enum ScreenColors {
  struct RGB: Equatable {
    var red: Int
    var green: Int
    var blue: Int
  }

  private static func colors(_ values: [UInt32]) -> [RGB] {
    values.map { RGB(red: Int($0 >> 16), green: Int($0 >> 8 & 0xFF), blue: Int($0 & 0xFF)) }
  }
  /// Source: xterm's default resources, color0 to color15.
  static let xterm = colors([
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
    0xFFFF00,
    0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ])
  /// The Linux console's, as in VGA. Source: linux, drivers/tty/vt/vt.c, `default_red` and the following.
  private static let console = colors([
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55,
    0xFFFF55,
    0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
  ])
  /// Source: Windows Terminal, the scheme Campbell.
  private static let campbell = colors([
    0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676, 0xE74856, 0x16C60C,
    0xF9F1A5,
    0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
  ])
  private static let palettes = [("xterm", xterm), ("console", console), ("campbell", campbell)]

  static func color(_ color: Color, _ palette: [RGB]) -> RGB? {
    switch color {
    case .ansi(let number): return palette[Int(number)]
    case .rgb(let red, let green, let blue): return RGB(red: Int(red), green: Int(green), blue: Int(blue))
    case .indexed(let number):
      if number >= 232 {
        return RGB(
          red: 8 + 10 * (Int(number) - 232), green: 8 + 10 * (Int(number) - 232), blue: 8 + 10 * (Int(number) - 232))
      }
      func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
      let step = Int(number) - 16
      return RGB(red: level(step / 36), green: level(step / 6 % 6), blue: level(step % 6))
    }
  }

  /// The contrast of a style in each palette; if it leaves a colour to the terminal, on a dark and on a light
  /// background.
  static func contrasts(_ style: TextStyle) -> [String: Double] {
    let (dark, light) = (RGB(red: 0, green: 0, blue: 0), RGB(red: 255, green: 255, blue: 255))
    var found: [String: Double] = [:]
    for (name, palette) in palettes {
      for (ground, text, page) in [("dark", light, dark), ("light", dark, light)] {
        let foreground = style.foreground.flatMap { color($0, palette) } ?? text
        let background = style.background.flatMap { color($0, palette) } ?? page
        let both = [luminance(foreground), luminance(background)].sorted()
        found["\(name), \(ground)"] = (both[1] + 0.05) / (both[0] + 0.05)
      }
    }
    return found
  }

  /// Relative luminance, as WCAG 2.2 defines it.
  private static func luminance(_ color: RGB) -> Double {
    let parts = [color.red, color.green, color.blue].map { value -> Double in
      let part = Double(value) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

extension Theme: CustomTestStringConvertible {
  public var testDescription: String { id }
}
