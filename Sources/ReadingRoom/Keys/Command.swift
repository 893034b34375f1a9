/// Something that a reader can ask for, by key or by name on the command line.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving
  /// One row down, in text and lists.
  case lineDown = "line-down"
  /// One row up.
  case lineUp = "line-up"
  /// A page forward; one row stays in lists, two in texts.
  case pageDown = "page-down"
  /// A page back.
  case pageUp = "page-up"
  /// Half a page forward.
  case halfPageDown = "half-page-down"
  /// Half a page back.
  case halfPageUp = "half-page-up"
  /// To the beginning or the end.
  case first, last
  /// Opens the selected item; leaves the room, closing what is open in it first; left and right do the same, and turn
  /// pages of vertical text.
  case open, back, dismiss, left, right
  // Rooms
  /// Opens a room: keys, search, bookmarks, history, themes.
  case help, search, bookmarks, visits, themes
  /// Asks for a command by name.
  case commandLine = "command"
  /// Quits; stops the process as Ctrl-Z does; draws every cell again; scans the archives again.
  case quit, suspend, redraw, rescan
  // Articles
  /// Adds a bookmark for the article, or removes it.
  case star
  /// Undoes the last change of bookmarks, read marks, filters or saved searches.
  case undo
  /// Marks the article as read or unread.
  case toggleRead = "toggle-read"
  /// Marks every article of the list as read.
  case markAllRead = "mark-all-read"
  /// Marks the articles above the selected one as read.
  case markAboveRead = "mark-above-read"
  /// Shows only unread articles, or all again.
  case unreadOnly = "unread-only"
  /// Selects or opens the next unread article, wrapping around.
  case nextUnread = "next-unread"
  /// The previous unread article, wrapping around.
  case previousUnread = "previous-unread"
  /// Shows the page in the reader's browser.
  case openPage = "open-page"
  /// Copies the article's URL to the clipboard.
  case copyLink = "copy-link"
  /// Copies the article's text to the clipboard.
  case copyText = "copy-text"
  // Lists
  /// Filters while typing; next order; reversed order; facets; near-duplicates unfolded or folded; focus between list
  /// and facets.
  case filter, sort, reverse, facets, unfold, focus
  /// Asks for a date and selects its first article.
  case jumpToDate = "jump-to-date"
  /// Saves the query under a name.
  case saveSearch = "save-search"
  /// Asks for a shell command and passes the article to it, or the marked ones.
  case pipe
  /// Ends the commands that `pipe` has started and that are still running.
  case stopCommand = "stop-command"
  /// Marks the article for `pipe`, or unmarks it.
  case markArticle = "mark-article"
  /// Shows or hides the selected article's text beside the list.
  case preview
  /// Scrolls the preview down.
  case previewDown = "preview-down"
  /// Scrolls the preview up.
  case previewUp = "preview-up"
  /// Moves a saved search up.
  case moveUp = "move-up"
  /// Moves a saved search down.
  case moveDown = "move-down"
  // Reading
  /// The pane about the article; where each fact comes from; finding in the text.
  case metadata, origins, find
  /// To the next hit of find or search.
  case nextHit = "next-hit"
  /// To the previous hit.
  case previousHit = "previous-hit"
  /// To the next heading.
  case nextSection = "next-section"
  /// To the previous heading.
  case previousSection = "previous-section"
  /// Opens the next article of the list.
  case nextArticle = "next-article"
  /// Opens the previous article of the list.
  case previousArticle = "previous-article"
  /// Waits for a letter and sets a mark with that name here.
  case setMark = "set-mark"
  /// Waits for a letter and goes to its mark; `'` goes back to where the last jump began.
  case goToMark = "go-to-mark"
  /// To the previous article, as in a browser.
  case historyBack = "history-back"
  /// Undoes `historyBack`.
  case historyForward = "history-forward"
  /// Makes the measure four columns wider or narrower.
  case wider, narrower
  /// Vertical or horizontal; simplified, traditional or as written; justified or ragged; the page before cleaning.
  case vertical, script, justify, uncleaned
  /// Pinyin, zhuyin or nothing above the line, for the whole text or for the selection.
  case reading
  /// Shows the dump in the reader's pager.
  case source
  /// Opens the dump in the reader's editor.
  case editSource = "edit-source"
  /// Leaves the mouse to the terminal, or handles it.
  case mouse
  // Selecting
  /// Starts or ends the selection of text.
  case select
  /// Selects by words.
  case selectWord = "select-word"
  /// Selects by sentences.
  case selectSentence = "select-sentence"
  /// Selects by paragraphs.
  case selectParagraph = "select-paragraph"
  /// Moves the selection's free end forward by its unit.
  case extendForward = "extend-forward"
  /// Moves the selection's free end back by its unit.
  case extendBackward = "extend-backward"
  /// Moves the selection's free end a row down.
  case extendDown = "extend-down"
  /// Moves the selection's free end a row up.
  case extendUp = "extend-up"
  /// Gives the highlight its next colour.
  case nextColor = "next-color"
  // Words and sentences.
  /// Looks up the selected word, or asks for one; if repeated, the next dictionary.
  case lookUp = "look-up"
  /// Starts to read the article aloud, or stops.
  case readAloud = "read-aloud"
  /// Pauses reading aloud, or resumes at the start of the sentence.
  case pauseReading = "pause-reading"
  /// To the next sentence to read aloud.
  case nextSentence = "next-sentence"
  /// To the previous sentence.
  case previousSentence = "previous-sentence"
  /// A faster or slower voice.
  case faster, slower
  // Bookmarks
  /// Opens the bookmarks file in the editor, or renames a saved search; removes a bookmark or a saved search.
  case edit, remove
  /// Asks for a bookmark's note.
  case editNote = "edit-note"
  /// Asks for a bookmark's tags.
  case editTags = "edit-tags"
  /// Narrows the bookmarks to one tag.
  case filterByTag = "filter-by-tag"
}

/// The place in which a key is pressed.
public enum KeyContext: String, Sendable, Hashable, CaseIterable {
  /// In every room, or in one of them; `selection` while text is selected, `aloud` while an article is read aloud,
  /// `pane` and `facets` while they have the focus.
  case everywhere, list, reader, selection, aloud, pane, search, facets, bookmarks, history, help, themes

  /// Where a key is looked up, this place first: while listening, all of the reader's keys work.
  var searched: [KeyContext] { self == .aloud ? [self, .reader, .everywhere] : [self, .everywhere] }
}
