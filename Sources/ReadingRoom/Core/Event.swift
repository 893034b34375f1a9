import ArticleDump
import Typesetting

/// Everything that can happen to the room.
public enum Event: Sendable {
  /// The first event: asks for the first effects.
  case started
  case key(Key)
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// The moment that `Effect.wake` asked for has come.
  case woke
  /// What was learnt about the terminal, at start or when a late answer arrives.
  case terminalProbed(TerminalTraits)

  case rowsLoaded(RowsPage)
  /// Facets of the query that carried this generation.
  case facetsLoaded(generation: Int, [FacetCount])
  case articleLoaded(LoadedArticle)
  /// The lines of an article's page before cleaning; empty for what is not cleaned.
  case pageExplained(ArticleID, [PageLine])
  /// What `Effect.peekArticle` asked for.
  case articlePeeked(LoadedArticle)
  /// `reason` is a sentence for the reader.
  case articleFailed(ArticleID, reason: String)
  /// The whole bookmarks file, after it was loaded or changed.
  case bookmarksLoaded([Bookmark])
  /// What was opened, the latest first, each article once.
  case historyLoaded([HistoryVisit])
  /// The star as the file now has it.
  case starChanged(ArticleID, isStarred: Bool)
  /// Stars that were not asked for here: whether each of these articles has one now.
  case starsChanged([ArticleID: Bool])
  /// The article that was named when the room was opened; the first time it is read.
  case articleNamed(ArticleID)
  /// There is no article in the file that was named.
  case fileNotFound(path: String)
  /// What a command printed that articles were given to, and the status that it ended with.
  case commandFinished(command: String, output: String, status: Int32)
  /// The saved searches are not what they were.
  case searchesChanged
  case readChanged([ArticleID], isRead: Bool)
  /// The articles that `Effect.markListRead` has marked; they were unread before.
  case listMarked([ArticleID])
  /// A change of ours of the bookmarks file is on the disk, and can be undone.
  case bookmarkChanged(BookmarkEdit)
  /// Whether there was a change for `Effect.undoBookmark` to take back.
  case bookmarkUndone(Bool)
  /// `nil` when there is nothing more to do.
  case libraryProgress(LibraryProgress?)
  /// The archives were looked through to the end: what the list holds is what there is.
  case libraryLooked
  /// Articles came (so many that were not there before), went or changed: the list is asked for again, in place.
  case libraryChanged(newCount: Int)
  /// A sentence for the status line.
  case notice(String)
  /// An effect could not be carried out; a sentence that says which and why.
  case effectFailed(String)
  /// The terminal goes away or a signal asks to leave: answer with what must be kept.
  case hangup
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
  case none, ansi16, palette256, trueColor

  public static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}

/// What the room has to know about the terminal.
public struct TerminalTraits: Sendable, Hashable {
  public var colorDepth: ColorDepth
  public var ambiguousWidth: AmbiguousWidth
  /// Whether line drawing and symbols come out; otherwise ASCII stands in for them.
  public var drawsSymbols: Bool
  /// Whether there is a way to open a URL; otherwise it is shown.
  public var opensURLs: Bool
  /// The terminal's own background; `nil` where it does not say.
  public var ground: Ground?

  /// What text stands on.
  public enum Ground: Sendable, Hashable { case dark, light }

  public init(
    colorDepth: ColorDepth = .palette256, ambiguousWidth: AmbiguousWidth = .narrow, drawsSymbols: Bool = true,
    opensURLs: Bool = false, ground: Ground? = nil
  ) {
    self.ground = ground
    self.colorDepth = colorDepth
    self.ambiguousWidth = ambiguousWidth
    self.drawsSymbols = drawsSymbols
    self.opensURLs = opensURLs
  }
}
