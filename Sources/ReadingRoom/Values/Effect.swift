/// Something that the room wants done. Effects are returned, never performed, and may be carried out in any order,
/// except that `save…` comes before `quit`.
public enum Effect: Sendable, Hashable {
  /// Answer: `Event.rowsLoaded`. A request for the same list with a later generation makes this one obsolete: then no
  /// answer is needed, and none is accepted.
  case loadRows(RowsRequest)
  /// Answer: `Event.facetsLoaded` with the generation.
  case loadFacets(ListKind, RoomQuery, generation: Int)
  /// Answer: `Event.articleLoaded` or `articleFailed`. Also marks the article as read and records it in the history.
  case loadArticle(ArticleHandle)
  /// Answer: `Event.articleReloaded` if the article's file has changed since it was read; otherwise none.
  case reloadArticle(ArticleHandle)
  /// Answer: `Event.articlePeeked` or `articleFailed`. Nothing is recorded: the article is examined, not opened. A
  /// later request makes an earlier one obsolete: then no answer is needed.
  case peekArticle(ArticleHandle)
  /// Answer: `Event.pageExplained` or `articleFailed`.
  case explainPage(ArticleHandle)
  /// Show the dump's bytes unchanged, in the reader's pager or editor.
  case showSource(ArticleHandle, inEditor: Bool)
  /// Scan the archives again. Answer: `Event.libraryProgress`, `libraryChanged`.
  case rescan

  /// Answer: `Event.bookmarksLoaded`.
  case loadBookmarks
  /// Answer, once it is on disk: `Event.bookmarkChanged`, `starChanged`, and `bookmarksLoaded` if the file was loaded
  /// before.
  case setStar(ArticleHandle, Bool)
  /// Remove an entry of the file. Answer: `Event.bookmarkChanged`, `bookmarksLoaded`, and `starChanged` if its article is
  /// known.
  case removeBookmark(key: String)
  /// Write an entry's note, including its tags. Answer: as for `removeBookmark`.
  case setBookmarkNote(key: String, String)
  /// Undo our last change. Answer: `Event.bookmarkUndone`, then as for `removeBookmark`.
  case undoBookmark
  /// Open the bookmarks file in the reader's editor at this entry (at its top for `nil`). Answer: `bookmarksLoaded`.
  case editBookmarks(key: String?)

  /// Highlight a passage: UTF-8 offsets into the reading text as it was written, and its words. Answer, once it is on
  /// disk: `Event.highlightsChanged`.
  case addHighlight(
    ArticleHandle, utf8Range: Range<Int>, Highlight.Color, quotation: String, remark: String)
  /// Answer: as for `addHighlight`.
  case changeHighlight(ArticleHandle?, key: String, Highlight.Color, remark: String)
  /// Answer: as for `addHighlight`.
  case removeHighlight(ArticleHandle?, key: String)
  /// Undo our last change of the highlights file. Answer: as for `addHighlight`.
  case undoHighlight(ArticleHandle?)
  /// Answer: `Event.highlightsListed`.
  case loadHighlights
  /// Open the highlights file in the reader's editor at this entry. Answer: `highlightsListed`.
  case editHighlights(key: String?)

  /// Answer: `Event.readChanged`.
  case setRead([ArticleHandle], Bool)
  /// Mark the unread articles of a list as read, all of them or those above a row. Answer: `Event.listMarked`.
  case markListRead(RoomQuery, above: Int?)
  /// A UTF-8 offset into the reading text, and how much of it was shown: 0 to 1.
  case savePosition(ArticleHandle, utf8Offset: Int, share: Double)
  /// Answer: `Event.historyLoaded`.
  case loadHistory
  /// Save an article's marks: UTF-8 offsets into the reading text, by letter. No answer.
  case saveMarks(ArticleHandle, [String: Int])
  /// Pass articles to a shell command. Answer: `Event.commandFinished`, or `Event.commandStopped`.
  case pipe([ArticleHandle], as: PipeFormat, command: String)
  /// Stop the commands that are still running, each with all its processes. Answer: `Event.commandStopped` for each.
  case stopCommands
  /// Ask a dictionary, after stopping one that is still being asked. Answer: `Event.lookedUp` with the number.
  case lookUp(ProgramRequest)
  /// Stop the dictionary that is being asked, if any. No answer.
  case stopLookingUp
  /// Find what the library knows about a word. Answer: `Event.wordKnown` with the number.
  case findWord(String, number: Int)
  /// Speak a sentence, after stopping the one that is being spoken. Answer: `Event.spoken` with the number.
  case speak(ProgramRequest)
  /// Stop speaking, with every process of the command. No answer.
  case stopSpeaking
  /// Replace saved searches by others; those that are not named stay. Answer: `Event.searchesChanged`.
  case changeSearches(from: [NamedQuery], to: [NamedQuery])
  /// Save the state with which the next start begins. No answer.
  case saveSession(Session)
  /// A person changed a setting in the room: the next start uses it again, unless something with precedence sets it.
  case remember(RoomSetting, String)

  /// Put text on the clipboard.
  case copy(String)
  /// Open a URL in the reader's browser.
  case open(url: String)
  /// Send `Event.woke` after this time. A later `wake` replaces an earlier one.
  case wake(afterMilliseconds: Int)
  /// Redraw every cell.
  case redraw
  /// Stop the process as Ctrl-Z does, with the terminal as the shell left it.
  case suspend
  /// End, after all `save…` effects.
  case quit
}
