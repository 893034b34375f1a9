import ReadingRoom

/// What can happen while the terminal's owner waits.
public enum TerminalEvent: Sendable, Equatable {
  case key(Key)
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// The terminal answered how wide it draws ambiguous characters.
  case widthsProbed(WidthProbe)
  /// The terminal answered something else about itself; see `CursesTerminal.answers` and `traits`.
  case answered
  /// Everything painted has been sent; a postponed frame may be painted now.
  case drained
  /// Another thread called `wakeUp`.
  case woken
  /// SIGTSTP: the program is asked to stop.
  case stopRequested
  /// SIGINT, SIGQUIT or SIGTERM ask us to leave; after SIGHUP or a closed connection, there is no terminal any more.
  case leaveRequested(signal: Int32)
}
