import Testing

@testable import ReadingRoom

@Suite struct KeyTests {
  @Test func theStandardTableHasNoConflicts() {
    #expect(KeyTable.standard.conflicts.isEmpty)
  }

  @Test func everyCommandHasAKey() {
    for command in Command.allCases {
      #expect(KeyTable.standard.rows.contains { $0.command == command && !$0.keys.isEmpty }, "\(command.rawValue)")
    }
  }

  @Test func everyKeysNameIsReadBack() {
    for key in KeyTable.standard.rows.flatMap(\.keys) { #expect(Key(name: key.name) == key) }
  }

  @Test(
    arguments: [
      ("j", Key("j")), ("G", Key("G")), ("space", Key(" ")), ("pgdn", Key(.pageDown)), ("ctrl-F", Key("f", .control)),
      ("alt-x", Key("x", .alt)), ("shift-tab", Key(.tab, .shift)), ("f12", Key(.function(12))), ("-", Key("-")),
      ("ctrl-alt-up", Key(.up, [.control, .alt])), ("字", Key("字")),
    ])
  func keyNamesAreRead(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "ctrl-", "hello", "f0", "f99", "ctrl-hello", "ctrl-ctrl-x"]) func otherNamesAreNotKeys(
    name: String
  ) {
    #expect(Key(name: name) == nil)
  }

  @Test func keysAreReboundAndConflictsAreReported() {
    let (table, problems) = KeyTable.standard.rebinding([
      "page-down": ["f"], "star": ["*"], "quit": ["*"], "fly": ["x"], "help": ["nokey"],
    ])
    #expect(table.command(for: Key("f"), in: .reader) == .pageDown)
    #expect(table.command(for: Key(" "), in: .reader) == nil)
    #expect(table.command(for: Key("b"), in: .list) == nil)
    #expect(problems.contains(.noSuchCommand("fly")))
    #expect(problems.contains(.noSuchKey("nokey", command: "help")))
    #expect(problems.contains { if case .conflict(Key("*"), .star, .quit, _) = $0 { true } else { false } })
    // A command whose new keys are all unknown keeps its own.
    #expect(table.command(for: Key("?"), in: .list) == .help)
    // In lists, `f` belonged to the facets, which lose their only key; a problem says so.
    #expect(problems.contains(.noKeyLeft(.facets)))
    var visit = Visit(keys: table)
    visit.press("f")
    #expect(visit.status.contains("20/40"))
  }

  /// The example of yuelan-config(5): readers who turn pages with the space bar use another key to pause reading aloud.
  @Test func theManualsExampleHasNoProblem() {
    let (table, problems) = KeyTable.standard.rebinding(["page-down": ["space", "ctrl-f"], "star": ["b", "f2"]])
    #expect(problems.isEmpty)
    #expect(table.command(for: Key(" "), in: .aloud) == .pageDown)
    #expect(table.command(for: Key("p"), in: .aloud) == .pauseReading)
    #expect(table.command(for: Key("/"), in: .aloud) == .find)
  }

  @Test func textFieldsAreEditedByGraphemeClusters() {
    var field = TextField()
    for cluster in ["e", "\u{301}", "👨‍👩‍👧", "字"] { field.insert(cluster) }
    #expect(field.clusters == ["e\u{301}", "👨‍👩‍👧", "字"])
    _ = field.edit(by: Key(.left))
    _ = field.edit(by: Key(.backspace))
    #expect(field.text == "e\u{301}字")
    _ = field.edit(by: Key(.home))
    _ = field.edit(by: Key(.delete))
    #expect(field.text == "字")
    _ = field.edit(by: Key(.end))
    field.insert("a b\u{1B}[31m\nc")
    #expect(!field.text.unicodeScalars.contains { $0.value < 0x20 })
    _ = field.edit(by: Key("u", .control))
    #expect(field.isEmpty)
  }
}
