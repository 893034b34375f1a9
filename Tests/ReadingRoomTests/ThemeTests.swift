import Foundation
import Testing
import Themes

@testable import ReadingRoom

@Suite struct ThemeTests {
  @Test func terminalsBackgroundChoosesTheFirstTheme() {
    var first = State(size: Size(rows: 24, columns: 80))
    #expect(first.themeID == "mo")
    #expect(update(&first, .terminalProbed(TerminalTraits(ground: .light))) == [])
    #expect(first.themeID == "zhi")
    // What nobody chose is not remembered.
    #expect(first.settings.theme == nil)
    #expect(view(first)[0, 0].style.background == Color.rgb(red: 0xF6, green: 0xF1, blue: 0xE5))
    // What the reader has chosen stays, however late an answer comes.
    _ = first.use(theme: "zhuqing")
    _ = update(&first, .terminalProbed(TerminalTraits(ground: .dark)))
    #expect(first.themeID == "zhuqing")
    var settings = Settings()
    settings.theme = "mo"
    var other = State(size: Size(rows: 24, columns: 80), settings: settings)
    _ = update(&other, .terminalProbed(TerminalTraits(ground: .light)))
    #expect(other.themeID == "mo")
  }

  static let themes = Theme.builtIn
  /// Ornaments: nobody reads them.
  static let ornaments: Set<Role> = [.rule, .bar]

  @Test func everyThemeOfTheIssueIsThere() {
    #expect(Self.themes.map(\.name) == ["墨", "纸", "竹", "朱", "高反差", "十六色", "单色"])
  }

  @Test func builtInThemesLoadWithoutWarnings() {
    for (id, toml) in builtInThemes { #expect(Theme.load(id: id, toml: toml).problems.isEmpty, "\(id)") }
  }

  @Test(arguments: themes) func everyRoleHasALine(theme: Theme) {
    for role in Role.allCases { #expect(theme.rules[role] != nil, "\(theme.id) lacks \(role.name)") }
  }

  @Test(arguments: themes) func whatIsReadStandsOutFromItsGround(theme: Theme) {
    for role in Role.allCases where !Self.ornaments.contains(role) {
      let style = theme.style(role, at: .trueColor)
      guard case .rgb? = style.foreground, case .rgb? = style.background else { continue }
      // WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for running text.
      let contrast = contrast(style)
      #expect(contrast >= 4.5, "\(theme.id) \(role.name): \(contrast)")
    }
  }

  @Test(arguments: ["mo", "zhi", "zhuqing", "zhusha", "high-contrast"]) func runningTextGivesItsColours(id: String)
    throws
  {
    let theme = try #require(Self.themes.first { $0.id == id })
    let style = theme.style(.text, at: .trueColor)
    #expect(style.foreground != nil && style.background != nil)
    #expect(contrast(style) >= 7)
  }

  @Test(arguments: themes, ColorDepth.allCases) func hitsSelectionAndMarksDifferWithoutColour(
    theme: Theme, depth: ColorDepth
  ) {
    let text = theme.style(.text, at: .none).attributes
    for role in [Role.hit, .currentHit, .selection, .field] {
      #expect(theme.style(role, at: .none).attributes != text, "\(theme.id) \(role.name)")
    }
    #expect(theme.style(.hit, at: .none).attributes != theme.style(.currentHit, at: .none).attributes)
    // Stars, unread rows and the selected row have marks of their own besides.
    let symbols = Symbols(TerminalTraits(colorDepth: depth, drawsSymbols: false))
    #expect(Set([symbols.star, symbols.unread, symbols.marker]).count == 3)
  }

  @Test(arguments: themes) func fewColoursMeanTheTerminalsOwn(theme: Theme) {
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

  @Test func whatIsNotUnderstoodIsReportedAndTheRestStands() {
    let toml =
      "name = \"试\"\ntext = \"#ffffff on #000000\"\nhits = \"bold\"\nlink = \"glowing\"\nstar = 3\ntitle = \"bold\"\n"
    let (theme, problems) = Theme.load(id: "t", toml: Array(toml.utf8))
    #expect(theme.name == "试")
    #expect(
      problems.map(\.kind) == [.noSuchRole("hits"), .noLook(key: "link", "glowing"), .noText(key: "star")])
    #expect(theme.style(.title, at: .trueColor).attributes == .bold)
    #expect(Theme.load(id: "broken", toml: Array("name = ".utf8)).problems.count == 1)
  }

  private func contrast(_ style: TextStyle) -> Double {
    let both = [style.foreground, style.background].map(luminance).sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  /// Relative luminance, as WCAG 2.2 defines it.
  private func luminance(_ color: Color?) -> Double {
    guard case .rgb(let red, let green, let blue)? = color else { return 0 }
    let parts = [red, green, blue].map { value -> Double in
      let part = Double(value) / 255
      return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func power(_ base: Double) -> Double { pow(base, 2.4) }
}

extension Theme: CustomTestStringConvertible {
  public var testDescription: String { id }
}
