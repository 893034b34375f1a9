import ReadingRoom
import Testing
import Typesetting

@testable import CursesTerminal

@Suite struct TerminalIdentityTests {
  @Test(arguments: [
    ("kitty(0.26.5)", true, true, true), ("foot(1.13.1)", true, true, true), ("XTerm(379)", true, false, true),
    ("XTerm(330)", false, false, true), ("VTE(7006)", true, true, true), ("VTE(4800)", true, false, true),
    ("tmux 3.4", false, true, false), ("tmux 3.3a", false, false, false), ("iTerm2 3.5.0", true, true, true),
    ("WezTerm 20240203-110809", true, true, true), ("nonesuch 9", false, false, false), ("", false, false, false),
    ("kitty", true, true, true), ("\u{300}9999999999999999999", false, false, false),
  ]) func knownTerminalsAreRecognizedByTheirAnswers(_ answer: String, color: Bool, links: Bool, title: Bool) {
    let known = KnownTerminal(answer: answer)
    #expect(known.takesDirectColor == color && known.showsLinks == links && known.takesTitle == title)
  }

  @Test func terminalsKnownByNameHaveTrueColorOverSSHToo() {
    for type in ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "st-256color"] {
      #expect(TerminalIdentity { $0 == "TERM" ? type : nil }.takesDirectColor, "\(type)")
    }
    for type in ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "sterm"] {
      #expect(!TerminalIdentity { $0 == "TERM" ? type : nil }.takesDirectColor, "\(type)")
    }
  }

  @Test func aBackgroundIsDarkOrLightByItsBrightnessAndThatOfText() {
    func answers(_ background: RGB, foreground: RGB? = nil) -> TerminalAnswers {
      var answers = TerminalAnswers()
      answers.receive(.ownColor(11, background))
      if let foreground { answers.receive(.ownColor(10, foreground)) }
      return answers
    }
    #expect(TerminalAnswers().background == nil)
    #expect(answers(RGB(grey: 0)).background == .dark)
    #expect(answers(RGB(red: 253, green: 246, blue: 227)).background == .light)
    #expect(answers(RGB(grey: 120), foreground: RGB(grey: 0)).background == .light)
    #expect(answers(RGB(grey: 140), foreground: RGB(grey: 255)).background == .dark)
  }

  private func identity(_ variables: [String: String]) -> TerminalIdentity { TerminalIdentity { variables[$0] } }

  @Test(arguments: [
    (["TERM": "xterm-256color"], ColorDepth.palette256),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .trueColor),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], .none),
    (["TERM": "xterm-256color", "NO_COLOR": ""], .palette256),
    (["TERM": "screen-256color", "COLORTERM": "truecolor"], .palette256),
    (["TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/x,1,0"], .trueColor),
    (["TERM": "tmux-direct"], .trueColor),
  ]) func colorsFollowTheEnvironment(_ variables: [String: String], _ depth: ColorDepth) {
    #expect(identity(variables).colorDepth == depth)
  }

  @Test(arguments: ["xterm-kitty", "alacritty", "foot-extra", "xterm-ghostty", "wezterm"])
  func newTerminalsWithoutTerminfoFallBackToXterm(_ type: String) {
    #expect(identity(["TERM": type]).terminfoNames == [type, "xterm-256color"])
  }

  @Test func unknownTerminalsDoNotFallBack() {
    #expect(identity(["TERM": "nonesuch"]).terminfoNames == ["nonesuch"])
  }

  @Test func theClipboardSequenceIsWrappedForMultiplexers() {
    let plain = Clipboard.sequence(for: "气候", multiplexer: nil).map { String(decoding: $0, as: UTF8.self) }
    #expect(plain == "\u{1B}]52;c;5rCU5YCZ\u{7}")
    let tmux = Clipboard.sequence(for: "a", multiplexer: .tmux).map { String(decoding: $0, as: UTF8.self) }
    #expect(tmux == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
    let long = Clipboard.sequence(for: String(repeating: "字", count: 1000), multiplexer: .screen) ?? []
    let pieces = String(decoding: long, as: UTF8.self).components(separatedBy: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.utf8.count <= 768 })
    #expect(Clipboard.sequence(for: String(repeating: "字", count: 100_000), multiplexer: nil) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
  ])
  func base64FollowsRFC4648(_ text: String, _ encoded: String) {
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test func theProbeReadsTheTerminalsWidths() {
    var probe = WidthProbe()
    for column in [3, 3, 3, 2, 3] { probe.receive(.cursorReport(row: 2, column: column)) }
    #expect(probe.ambiguousWidth == .wide)
    probe.receive(.cursorReport(row: 2, column: 2))
    probe.receive(.cursorReport(row: 2, column: 7))
    probe.receive(.deviceAttributes)
    #expect(probe.isAnswered)
    #expect(probe.heartWidthInCells == 1)
    #expect(probe.familyWidthInCells == 6)
    #expect(probe.understandsUTF8 == true)
    #expect(WidthProbe().ambiguousWidth == nil)
  }

  @Test func thePaletteUsesTheNearestColor() {
    #expect(RGB(red: 255, green: 0, blue: 0).nearestOf256 == 196)
    #expect(RGB(grey: 128).nearestOf256 == 244)
    #expect(RGB(red: 95, green: 135, blue: 175).nearestOf256 == 67)
    #expect(RGB(red: 200, green: 10, blue: 10).nearestOf16 == 1)
  }
}

extension String {
  /// The parts between separators.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
