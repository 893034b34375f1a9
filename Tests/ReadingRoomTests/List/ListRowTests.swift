import Testing

@testable import ReadingRoom

/// Rows of the list: the selected one, and titles of two rows.
@Suite struct ListRowTests {
  @Test(arguments: Theme.builtIn, ColorDepth.allCases)
  func theSelectedRowStandsOutInEveryTheme(theme: Theme, depth: ColorDepth) {
    var settings = Settings()
    settings.theme = theme.id
    var visit = Visit(settings: settings, traits: TerminalTraits(colorDepth: depth))
    visit.press("down")
    let frame = visit.frame
    let row = visit.state.listRegion.row + 1
    let ground = frame.fill.style
    for column in 0..<frame.size.columns {
      let style = frame[row, column].style
      #expect(
        style.background != ground.background || style.attributes.contains(.reverse), "\(theme.id) \(depth) \(column)")
      #expect(style == frame[row, 0].style)
    }
    #expect(frame[row - 1, 40].style.background == ground.background)
  }

  /// While a key is held, only two cells change; the bar follows when the key is released.
  @Test func theSelectionBarFollowsAfterAPause() {
    var state = Visit().state
    func changed(_ key: String) -> (cells: Int, effects: [Effect]) {
      let before = view(state)
      let effects = Key(name: key).map { update(&state, .key($0)) } ?? []
      let after = view(state)
      let cells = (0..<22).reduce(0) { sum, row in sum + (0..<80).count { before[row, $0] != after[row, $0] } }
      return (cells, effects)
    }
    let first = changed("j")
    #expect(first.cells <= 4)
    #expect(first.effects == [.wake(afterMilliseconds: SelectionBar.restInMilliseconds)])
    #expect(changed("j").cells <= 4)
    #expect(state.list.bar.row == 0)
    _ = update(&state, .woke)
    #expect(state.list.bar.row == 2)
  }

  @Test func longTitlesTakeTwoRowsInSmallWindows() {
    let visit = Visit(rows: 12, columns: 30)
    let lines = visit.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = visit.state.listRegion.row
    #expect(lines[row].contains("灯下读简：两千年前的一封"))
    #expect(lines[row + 1].contains("家书") && lines[row + 1].hasSuffix("2023-07-17"))
    #expect(lines[row + 3].contains("2023-07-17  山河志"))
  }
}
