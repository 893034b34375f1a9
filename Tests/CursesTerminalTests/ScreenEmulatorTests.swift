import TerminalEmulation
import Testing

/// The terminal that the tests of painting and of the room rely on.
struct ScreenEmulatorTests {
  /// A pseudo-terminal gives what the program wrote in pieces of any size.
  @Test func outputInPiecesGivesTheSameScreen() {
    let output = Array(
      "\u{1B}[?25l\u{1B}[2;3H\u{1B}7茶与月亮\u{1B}8\n旧事\u{1B}]8;;https://a.example\u{1B}\\河\u{1B}]8;;\u{7}\u{1B}(B灯🌙\u{1B}8\n\n夜"
        .utf8)
    var whole = ScreenEmulator(rows: 6, columns: 30)
    whole.feed(output)
    #expect(whole.lines == ["", "  茶与月亮", "  旧事河灯🌙", "  夜", "", ""])
    for cut in 1..<output.count {
      var emulator = ScreenEmulator(rows: 6, columns: 30)
      emulator.feed(Array(output[..<cut]))
      emulator.feed(Array(output[cut...]))
      #expect(emulator.cells == whole.cells && emulator.unknown.isEmpty, "cut at \(cut)")
    }
  }

  /// A restored cursor and the text after it may be the last that the program sends for a long time.
  @Test func textAfterARestoredCursorIsShownAtOnce() {
    var emulator = ScreenEmulator(rows: 3, columns: 20)
    emulator.feed(Array("\u{1B}7茶\u{1B}8\n旧事".utf8))
    #expect(emulator.lines == ["茶", "旧事", ""])
  }
}
