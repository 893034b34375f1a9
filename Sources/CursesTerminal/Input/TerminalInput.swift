import ReadingRoom

/// Decoded input from the terminal.
public enum TerminalInput: Sendable, Hashable {
  case key(Key)
  /// The text of a bracketed paste, unchanged.
  case paste(String)
  case mousePress(MouseButton, Position)
  /// The answer to a request for the cursor's position; row and column count from 1.
  case cursorReport(row: Int, column: Int)
  /// The answer to a request for the terminal's primary device attributes.
  case deviceAttributes
  /// The answer to a question about a private mode (DECRPM); 0 means that the terminal does not know the mode.
  case mode(Int, state: Int)
  /// The terminal's own name and version (XTVERSION).
  case name(String)
  /// One of the terminal's own colours: 10 the foreground, 11 the background (OSC 10, 11).
  case ownColor(Int, RGB)
}

/// A mouse button that was pressed, or a step of the wheel.
public enum MouseButton: Sendable, Hashable {
  case left, middle, right, wheelUp, wheelDown
}
