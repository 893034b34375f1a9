import Testing

@testable import ReadingRoom

/// The bookmarks room: notes, tags, order.
@Suite struct BookmarksRoomTests {
  @Test func notesOfSeveralLinesAreEditedInTheEditor() {
    var visit = Visit()
    visit.library.bookmarks[0].note = "一\n二"
    visit.press("B n")
    #expect(visit.status.contains("附注有多行，按 e"))
  }

  @Test(
    arguments: [
      ("旧", "新", nil, "新\n#甲"), ("旧", nil, "乙 #丙、丁", "旧\n#乙 #丙 #丁"), ("旧", "", "", ""), ("", "新", nil, "新\n#甲"),
    ] as [(String, String?, String?, String)])
  func notesAndTagsAreEditedSeparately(old: String, text: String?, tags: String?, expected: String) {
    let note = old.isEmpty ? "#甲" : "\(old)\n#甲"
    #expect(BookmarkEntry(key: "k", title: "t", note: note).note(text: text, tags: tags) == expected)
  }

  @Test func tagsInTheTextOfANoteAreShownOnce() {
    var visit = Visit()
    visit.library.bookmarks[0].note = "好文章 #月\n#读"
    visit.library.bookmarks[0].tags = ["月", "读"]
    visit.press("B")
    #expect(visit.screen.contains("#读 好文章 #月"), "\(visit.screen)")
    #expect(!visit.screen.contains("#月 #读"), "\(visit.screen)")
  }

  @Test func bookmarksAreSortedByTheDayTheyWereAdded() {
    var visit = Visit()
    visit.press("B o")
    #expect(visit.state.bookmarks.shown.map(\.key) == ["a/2.md", "a/1.md", "gone.md"])
    #expect(visit.state.bookmarks.selectedBookmark?.key == "a/1.md")
    #expect(!visit.screen.contains("  天文"))
  }
}
