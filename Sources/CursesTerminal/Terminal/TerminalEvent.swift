import ReadingRoom

/// What can happen while the terminal's owner waits.
public enum TerminalEvent: Sendable, Equatable {
  case key(Key)
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// The terminal said how wide it draws ambiguous characters.
  case widthsProbed(WidthProbe)
  /// The terminal said something else about itself; `CursesTerminal.answers` and `traits` have it.
  case answered
  /// Everything painted has been sent; a frame that was held back may be painted now.
  case drained
  /// Another thread called `wakeUp`.
  case woken
  /// SIGTSTP: a signal asks the program to stop.
  case stopRequested
  /// SIGINT, SIGQUIT or SIGTERM asks us to leave, or SIGHUP or a closed line leaves us without a terminal.
  case leaveRequested(signal: Int32)
}
