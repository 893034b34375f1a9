import ReadingRoom

/// What arrived from the terminal, decoded.
public enum TerminalInput: Sendable, Hashable {
  case key(Key)
  /// Text between the marks of a bracketed paste, as it came.
  case paste(String)
  case mousePress(MouseButton, Position)
  /// The answer to a request for the cursor's place; row and column from 1, as the terminal counts.
  case cursorReport(row: Int, column: Int)
  /// The answer to a request for the terminal's primary device attributes.
  case deviceAttributes
  /// The answer to a question about a private mode (DECRPM); 0 is a mode that the terminal does not know.
  case mode(Int, state: Int)
  /// The terminal's own name and version (XTVERSION).
  case name(String)
  /// A colour of the terminal's own: 10 the foreground, 11 the background (OSC 10, 11).
  case ownColor(Int, RGB)
}

/// A mouse button that was pressed, or a step of the wheel.
public enum MouseButton: Sendable, Hashable {
  case left, middle, right, wheelUp, wheelDown
}
