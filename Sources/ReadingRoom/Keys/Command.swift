/// Something that a reader can ask for, by key or by name on the command line.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving
  case lineDown = "line-down"
  case lineUp = "line-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first, last
  case open, back, dismiss, left, right
  // Rooms
  case help, search, bookmarks, visits, themes
  case commandLine = "command"
  case quit, suspend, redraw, rescan
  // Articles
  case star
  case undo
  case toggleRead = "toggle-read"
  case markAllRead = "mark-all-read"
  case markAboveRead = "mark-above-read"
  case unreadOnly = "unread-only"
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case openPage = "open-page"
  case copyLink = "copy-link"
  case copyText = "copy-text"
  // Lists
  case filter, sort, reverse, facets, unfold, focus
  case jumpToDate = "jump-to-date"
  case saveSearch = "save-search"
  case pipe
  case markArticle = "mark-article"
  case preview
  case previewDown = "preview-down"
  case previewUp = "preview-up"
  case moveUp = "move-up"
  case moveDown = "move-down"
  // Reading
  case metadata, origins, find
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case setMark = "set-mark"
  case goToMark = "go-to-mark"
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case wider, narrower
  case vertical, script, justify, uncleaned
  case source
  case editSource = "edit-source"
  case mouse
  // Bookmarks
  case edit, remove
  case editNote = "edit-note"
  case editTags = "edit-tags"
  case filterByTag = "filter-by-tag"
}

/// Where a key is pressed.
public enum KeyContext: String, Sendable, Hashable, CaseIterable {
  case everywhere, list, reader, pane, search, facets, bookmarks, history, help, themes
}
