/// A question in the status line.
struct Prompt: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case filter, find, command, date, link
    /// The note and the tags of a bookmark.
    case note, tags
    /// The reader's remark on a highlight, or on the selection.
    case highlightNote
    /// The name of a search that is to be saved or renamed.
    case searchName(NamedQuery)
    /// A command that gets the article, or the marked ones.
    case pipe
    /// A word to look up, in a dictionary of the settings or in the first one for such words.
    case word(dictionary: Int?)
    /// One letter answers these.
    case setMark, goToMark
  }
  var kind: Kind
  var field = TextField()
  /// What to restore if the question is cancelled.
  var former = ""
  var formerOffset = 0
  var completions: [String] = []
  var completion: Int?
  var historyIndex: Int?
  /// The bookmark or the highlight that the question is about.
  var key = ""

  var acceptsText: Bool { kind != .setMark && kind != .goToMark }

  var message: Message {
    switch kind {
    case .filter: .promptFilter
    case .find: .promptFind
    case .command: .promptCommand
    case .date: .promptDate
    case .link: .promptLink
    case .note, .highlightNote: .promptNote
    case .tags: .promptTags
    case .searchName: .promptSearchName
    case .pipe: .promptPipe
    case .word: .promptWord
    case .setMark: .promptSetMark
    case .goToMark: .promptGoToMark
    }
  }
}
