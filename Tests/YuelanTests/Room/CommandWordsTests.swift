import Testing

@testable import yuelan

/// How `$EDITOR` and similar variables are split into words.
@Suite struct CommandWordsTests {
  @Test(
    arguments: [
      ("vim", ["vim"]), ("  emacsclient -t  -a ''", ["emacsclient", "-t", "-a", ""]),
      ("'/opt/my editor/ed' -n", ["/opt/my editor/ed", "-n"]), ("\"/opt/my editor/ed\"", ["/opt/my editor/ed"]),
      ("vim -c 'set ft=markdown | norm G'", ["vim", "-c", "set ft=markdown | norm G"]),
      ("/opt/my\\ editor\\\\x", ["/opt/my editor\\x"]), ("a\"b c\"'d e'f", ["ab cd ef"]),
      ("\"a\\\"b\\$c\\d\"", ["a\"b$c\\d"]), ("'a\\b'", ["a\\b"]), ("'not closed", ["not closed"]), ("x\\", ["x\\"]),
      ("", []), (" \t", []), ("编辑器 “甲 乙”", ["编辑器", "“甲", "乙”"]),
    ] as [(String, [String])])
  func commandsAreSplitAsAShellWould(command: String, words: [String]) {
    #expect(ChildProcess.words(command) == words)
  }

  @Test func anEditorWithABlankInItsPathGetsItsLineOption() {
    #expect(
      EditorCommand.words(editor: "'/opt/my tools/vim' -n", path: "a b.md", line: 7)
        == ["/opt/my tools/vim", "-n", "+7", "a b.md"])
  }
}
