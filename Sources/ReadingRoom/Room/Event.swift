import ArticleDump
import Typesetting

/// Everything that can happen to the room.
public enum Event: Sendable {
  /// The first event: asks for the first effects.
  case started
  /// A key was pressed.
  case key(Key)
  /// Text was pasted (bracketed paste); it is typed, never run as keys.
  case paste(String)
  /// A click or the wheel, while the room has the mouse.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resized(Size)
  /// The moment that `Effect.wake` asked for has come.
  case woke
  /// What was learnt about the terminal, at start or when a late answer arrives.
  case terminalProbed(TerminalTraits)

  /// The answer to `Effect.loadRows`.
  case rowsLoaded(RowsPage)
  /// Facets of the query that carried this generation.
  case facetsLoaded(generation: Int, [FacetCount])
  /// The answer to `Effect.loadArticle`.
  case articleLoaded(LoadedArticle)
  /// The lines of an article's page before cleaning; empty for a dump that is not cleaned.
  case pageExplained(ArticleHandle, [PageLine])
  /// What `Effect.peekArticle` asked for.
  case articlePeeked(LoadedArticle)
  /// `reason` is a sentence for the reader.
  case articleFailed(ArticleHandle, reason: String)
  /// The whole bookmarks file, after it was loaded or changed.
  case bookmarksLoaded([BookmarkEntry])
  /// What was opened, the latest first, each article once.
  case historyLoaded([HistoryVisit])
  /// The star as the file now has it.
  case starChanged(ArticleHandle, isStarred: Bool)
  /// Stars that were not asked for here: whether each of these articles has one now.
  case starsChanged([ArticleHandle: Bool])
  /// The article that was named when the room was opened; the first time it is read.
  case articleNamed(ArticleHandle)
  /// There is no article in the file that was named.
  case fileNotFound(path: String)
  /// What a command printed that articles were given to, and the status that it ended with.
  case commandFinished(command: String, output: String, status: Int32)
  /// A command that articles were given to was stopped, or could not be started: there is nothing to show.
  case commandStopped(command: String)
  /// What a dictionary printed for the request with this number; `problem` is a sentence for the reader about what went
  /// wrong, with or without an answer.
  case lookedUp(number: Int, text: String, problem: String?)
  /// The answer to `Effect.findWord`.
  case wordKnown(number: Int, KnownWord)
  /// The utterance with this number was spoken; `problem` is a sentence for the reader when it was not.
  case spoken(number: Int, problem: String?)
  /// The process is about to be stopped, as by Ctrl-Z.
  case suspending
  /// The saved searches are not what they were.
  case searchesChanged
  /// Read marks are on the disk as the event says.
  case readChanged([ArticleHandle], isRead: Bool)
  /// The articles that `Effect.markListRead` has marked; they were unread before.
  case listMarked([ArticleHandle])
  /// A change of ours of the bookmarks file is on the disk, and can be undone.
  case bookmarkChanged(BookmarkEdit)
  /// The highlights of an article, after they were changed here, or by somebody else (`nil`).
  case highlightsChanged(ArticleHandle?, [Highlight], HighlightEdit?)
  /// The whole highlights file, after it was loaded or changed.
  case highlightsListed([BookmarkEntry])
  /// Whether there was a change for `Effect.undoBookmark` to take back.
  case bookmarkUndone(Bool)
  /// `nil` when there is nothing more to do.
  case libraryProgress(LibraryProgress?)
  /// The archives were looked through to the end: what the list holds is what there is.
  case libraryLooked
  /// Articles were added (so many), removed or changed: the list is asked for again, in place.
  case libraryChanged(newCount: Int)
  /// A sentence for the status line.
  case notice(String)
  /// An effect could not be carried out; a sentence that says which and why.
  case effectFailed(String)
  /// The terminal goes away or a signal asks to leave: answer with what must be kept.
  case hangup
}
