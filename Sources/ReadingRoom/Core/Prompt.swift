/// A question in the status line.
struct Prompt: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case filter, find, command, date, link
    /// One letter answers these.
    case setMark, goToMark
  }
  var kind: Kind
  var field = TextField()
  /// What to go back to when the question is dropped.
  var former = ""
  var formerOffset = 0
  var completions: [String] = []
  var completion: Int?
  var historyIndex: Int?

  var takesText: Bool { kind != .setMark && kind != .goToMark }

  var message: Message {
    switch kind {
    case .filter: .promptFilter
    case .find: .promptFind
    case .command: .promptCommand
    case .date: .promptDate
    case .link: .promptLink
    case .setMark: .promptSetMark
    case .goToMark: .promptGoToMark
    }
  }
}
