import ArticleDump
import Foundation
import SeededRandom
import Testing
import Typesetting

@testable import ReadingRoom

/// Random keys, sizes and late answers. `YUELAN_MONKEY_STEPS` sets the number of steps, `YUELAN_MONKEY_SEED` the seed.
@Suite struct RandomKeyTests {
  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  private static let keys: [Key] =
    KeyTable.standard.rows.flatMap(\.keys).filter { $0 != Key("Q") && $0 != Key("c", .control) }
    + ["字", "a", "x", "2", "0", "\u{301}", "👨‍👩‍👧", "水", "%"].map { Key($0) }
    + [Key(.enter), Key(.escape), Key(.tab), Key(.backspace), Key(.delete), Key(.left), Key(.right), Key(.insert)]

  @Test(arguments: 0..<4) func nothingBreaksUnderRandomKeys(run: Int) {
    var generator = SeededGenerator(seed: UInt64(Self.number("YUELAN_MONKEY_SEED", 1) + run))
    let steps = Self.number("YUELAN_MONKEY_STEPS", 8_000) / 4
    var settings = Settings()
    settings.speaker = ["say", "{rate}"]
    settings.dictionaries = [
      DictionaryCommand(name: "d", command: ["d", "{word}"]),
      DictionaryCommand(name: "e", command: ["e"], key: Key("D")),
    ]
    var visit = Visit(count: 1_000, settings: settings)
    visit.library.answersPrograms = true
    var held: [Event] = []
    for step in 0..<steps {
      let before = visit.state.room
      var effects: [Effect]
      switch Int.random(in: 0..<100, using: &generator) {
      case 0..<2: effects = update(&visit.state, .resized(Self.size(&generator)))
      case 2:
        effects = update(
          &visit.state,
          .terminalProbed(
            TerminalTraits(
              colorDepth: ColorDepth.allCases.randomElement(using: &generator) ?? .none,
              ambiguousWidth: Bool.random(using: &generator) ? .narrow : .wide,
              drawsSymbols: Bool.random(using: &generator))))
      case 3: effects = update(&visit.state, .paste("粘贴 的\u{1B}[31m 字\n"))
      case 4...6:
        let action: [MouseEvent.Action] = [.click, .doubleClick, .wheelUp, .wheelDown]
        let position = Position(
          row: Int.random(in: -1...max(1, visit.state.size.rows), using: &generator),
          column: Int.random(in: -1...max(1, visit.state.size.columns), using: &generator))
        effects = update(
          &visit.state, .mouse(MouseEvent(action.randomElement(using: &generator) ?? .click, at: position)))
      case 7:
        let event: [Event] = [
          .libraryChanged(newCount: 3), .libraryProgress(LibraryProgress(phase: .indexing, done: step, total: 100)),
          .libraryProgress(nil), .notice("话"), .effectFailed("坏了"), .woke,
          .articleFailed(ArticleHandle(3), reason: "没了"), .starChanged(ArticleHandle(5), isStarred: true),
        ]
        effects = update(&visit.state, event.randomElement(using: &generator) ?? .woke)
        if Int.random(in: 0..<8, using: &generator) == 0 {
          visit.library.count = [0, 1, 3, 40, 1_000].randomElement(using: &generator) ?? 40
        }
      default: effects = update(&visit.state, .key(Self.keys.randomElement(using: &generator) ?? Key("j")))
      }
      if effects.contains(.quit) { visit.state.room = before }
      // Answers come at once, later, or in another order.
      held += effects.flatMap { visit.library.carryOut($0) }
      while !held.isEmpty, Int.random(in: 0..<4, using: &generator) > 0 {
        let answer = held.remove(at: Int.random(in: 0..<held.count, using: &generator))
        held += update(&visit.state, answer).flatMap { visit.library.carryOut($0) }
      }
      let frame = view(visit.state)
      if let fault = Self.fault(in: frame, of: visit.state) {
        Issue.record("run \(run), step \(step), \(visit.state.room) at \(visit.state.size): \(fault)")
        return
      }
    }
  }

  private static func size(_ generator: inout SeededGenerator) -> Size {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Size(rows: Int.random(in: 0...6, using: &generator), columns: Int.random(in: 0...24, using: &generator))
    case 1: Size(rows: 24, columns: 80)
    case 2: Size(rows: Int.random(in: 5...30, using: &generator), columns: Int.random(in: 20...60, using: &generator))
    default: Size(rows: Int.random(in: 5...60, using: &generator), columns: Int.random(in: 20...200, using: &generator))
    }
  }

  /// Checks the invariants of every frame.
  private static func fault(in frame: Frame, of state: State) -> String? {
    if frame.size != state.size { return "the frame has another size" }
    if frame.cells.count != frame.size.rows * frame.size.columns { return "cells are missing" }
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[row, column]
        switch cell.widthInCells {
        case 1: if cell.cluster.isEmpty { return "an empty cell at \(row), \(column)" }
        case 2:
          guard column + 1 < frame.size.columns, frame[row, column + 1].widthInCells == 0 else {
            return "half a wide cluster at \(row), \(column)"
          }
          column += 1
        default: return "a second half without its first at \(row), \(column)"
        }
        for scalar in cell.cluster.unicodeScalars where scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value {
          return "a control at \(row), \(column)"
        }
        column += 1
      }
    }
    if let cursor = frame.cursor,
      cursor.row < 0 || cursor.row >= frame.size.rows || cursor.column < 0 || cursor.column >= frame.size.columns
    {
      return "the cursor is at \(cursor)"
    }
    guard !state.screen.isTooSmall else { return nil }
    if let list = state.currentList, list.count > 0 {
      if !(0..<list.count).contains(list.selected) { return "row \(list.selected) of \(list.count) is selected" }
      if list.selected < list.top || list.selected >= list.top + state.listHeight {
        return "the selected row is out of sight"
      }
      if list.rows.count > ListState.heldCount + 256 { return "\(list.rows.count) rows are held" }
    }
    if state.room == .reader, let reader = state.reader {
      if reader.layoutCount > 600 { return "\(reader.layoutCount) leaves are set" }
      if reader.visibleRows.isEmpty { return "the page is empty" }
      if !(0...reader.flow.utf8Count).contains(reader.topOffset) { return "the place is outside the text" }
    }
    if state.room == .reader, state.reader == nil { return "the reader has no article" }
    if Set(state.roomsBelow).count != state.roomsBelow.count { return "a room is on the way back twice" }
    return nil
  }
}
