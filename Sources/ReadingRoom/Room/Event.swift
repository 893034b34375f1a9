import ArticleDump
import Typesetting

/// Everything that can happen to the room.
public enum Event: Sendable {
  /// The first event, which requests the first effects.
  case started
  /// A key was pressed.
  case key(Key)
  /// Text was pasted (bracketed paste); it is inserted, never run as keys.
  case paste(String)
  /// A click or the wheel, while the room has the mouse.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resized(Size)
  /// The moment requested by `Effect.wake` has come.
  case woke
  /// What was learned about the terminal, at the start or when a late answer arrives.
  case terminalProbed(TerminalTraits)

  /// The answer to `Effect.loadRows`.
  case rowsLoaded(RowsPage)
  /// Facets of the query with this generation.
  case facetsLoaded(generation: Int, [FacetCount])
  /// The answer to `Effect.loadArticle`.
  case articleLoaded(LoadedArticle)
  /// An article whose file has changed since it was read: it replaces the former one, if that is open.
  case articleReloaded(LoadedArticle)
  /// The lines of an article's page before cleaning; empty for a dump that is not cleaned.
  case pageExplained(ArticleHandle, [PageLine])
  /// The answer to `Effect.peekArticle`.
  case articlePeeked(LoadedArticle)
  /// `reason` is a sentence for the reader.
  case articleFailed(ArticleHandle, reason: String)
  /// The whole bookmarks file, after it was loaded or changed.
  case bookmarksLoaded([BookmarkEntry])
  /// The articles that were opened, the latest first, each once.
  case historyLoaded([HistoryVisit])
  /// The star as it now is in the file.
  case starChanged(ArticleHandle, isStarred: Bool)
  /// Stars that were changed elsewhere: whether each of these articles now has one.
  case starsChanged([ArticleHandle: Bool])
  /// The article that was named when the room was opened, as soon as it has been read.
  case articleNamed(ArticleHandle)
  /// There is no article in the file that was named.
  case fileNotFound(path: String)
  /// The output of a command that articles were passed to, and its exit status.
  case commandFinished(command: String, output: String, status: Int32)
  /// A command that articles were passed to was stopped, or could not be started: there is nothing to show.
  case commandStopped(command: String)
  /// The output of a dictionary for the request with this number; `problem` is a sentence for the reader about what
  /// went wrong, with or without an answer.
  case lookedUp(number: Int, text: String, problem: String?)
  /// The answer to `Effect.findWord`.
  case wordKnown(number: Int, KnownWord)
  /// The utterance with this number was spoken; `problem` is a sentence for the reader if it was not.
  case spoken(number: Int, problem: String?)
  /// The process is about to be stopped, as by Ctrl-Z.
  case suspending
  /// The saved searches have changed.
  case searchesChanged
  /// Read marks are on disk as the event says.
  case readChanged([ArticleHandle], isRead: Bool)
  /// The articles that `Effect.markListRead` marked; they were unread before.
  case listMarked([ArticleHandle])
  /// One of our changes to the bookmarks file is on disk, and can be undone.
  case bookmarkChanged(BookmarkEdit)
  /// The highlights of an article, after they were changed here, or by someone else (`nil`).
  case highlightsChanged(ArticleHandle?, [Highlight], HighlightEdit?)
  /// The whole highlights file, after it was loaded or changed.
  case highlightsListed([BookmarkEntry])
  /// Whether there was a change for `Effect.undoBookmark` to undo.
  case bookmarkUndone(Bool)
  /// `nil` if there is nothing more to do.
  case libraryProgress(LibraryProgress?)
  /// The archives have been scanned to the end: the list is complete.
  case libraryScanned
  /// Articles were added (this many), removed or changed: the list is requested again, in place.
  case libraryChanged(newCount: Int)
  /// A sentence for the status line.
  case notice(String)
  /// A sentence about something that goes on meanwhile, which the next sentence replaces.
  case passingNotice(String)
  /// An effect could not be carried out; a sentence that says which one and why.
  case effectFailed(String)
  /// The terminal is closing or a signal requests to quit: answer with what must be saved.
  case hangup
}
