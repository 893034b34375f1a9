/// Why a terminal cannot be used for the reading room.
public enum TerminalFailure: Error, Sendable, Hashable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// `TERM` is unset or empty.
  case typeUnset
  /// Terminfo does not know the terminal's type.
  case typeUnknown(String)
  /// The terminal cannot place its cursor or clear its screen.
  case tooDumb(String)
  /// A system call that the screen needs failed; `code` is an errno.
  case system(call: String, code: Int32)
}
