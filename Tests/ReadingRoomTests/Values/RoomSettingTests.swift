import ArticleDump
import Testing

@testable import ReadingRoom

/// Changes made in the room are remembered by one rule, and nothing else is.
@Suite struct RoomSettingTests {
  private func remembered(_ visit: Visit) -> [RoomSetting: String] {
    var remembered: [RoomSetting: String] = [:]
    for effect in visit.effects {
      if case .remember(let setting, let value) = effect { remembered[setting] = value }
    }
    return remembered
  }

  @Test(arguments: [
    ("T down enter", RoomSetting.theme, "zhi"), ("enter -", .measure, "72"), ("enter z", .script, "traditional"),
    ("enter v", .vertical, "true"), ("enter J", .justify, "true"), ("f", .facets, "true"), ("enter m", .pane, "true"),
    ("s 水 enter f", .searchFacets, "false"), ("P", .mouse, "false"), (": i n d e n t space 0 enter", .indent, "0"),
    (": l a n g u a g e space e n enter", .language, "en"),
  ])
  func aChangedSettingIsSaved(keys: String, setting: RoomSetting, value: String) {
    var visit = Visit(rows: 30, columns: 120)
    visit.press(keys)
    #expect(remembered(visit) == [setting: value])
  }

  @Test func previewedSettingsAreNotSaved() {
    var visit = Visit(rows: 30, columns: 120)
    visit.send(.terminalProbed(TerminalTraits(background: .light)))
    visit.press("T down esc enter space q s 水 enter q G Q")
    #expect(remembered(visit).isEmpty)
  }

  /// A wider text is requested in a narrow window: the setting must not shrink to the window.
  @Test func aNarrowWindowDoesNotChangeTheMeasureSetting() {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("enter + +")
    #expect(visit.state.settings.measureInCells == 76)
    #expect(remembered(visit).isEmpty)
    visit.press("-")
    #expect(visit.state.settings.measureInCells == 36)
  }

  @Test func aSettingWithAStrongerSourceIsReported() {
    var visit = Visit(pinned: [.theme: "config.toml:3"])
    visit.press("T down enter")
    #expect(visit.status.contains("配色：纸；下次启动仍以 config.toml:3 为准"))
    #expect(remembered(visit) == [.theme: "zhi"])
  }

  @Test func theScriptAppliesToFollowingArticles() {
    var visit = Visit()
    visit.press("enter z q down enter")
    #expect(visit.state.reader?.script == .traditional)
    visit.press("z ]")
    #expect(visit.state.reader?.script == nil)
    #expect(visit.effects.contains(.remember(.script, "as-written")))
  }

  @Test func listsAreRequestedInTheReadersScript() {
    var visit = Visit()
    visit.effects = []
    visit.press("enter z")
    let scripts = visit.effects.compactMap { effect -> Script? in
      if case .loadRows(let request) = effect { request.script } else { nil }
    }
    #expect(scripts == [.traditional])
  }
}
