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
}

/// A mouse button that was pressed, or a step of the wheel.
public enum MouseButton: Sendable, Hashable {
  case left, middle, right, wheelUp, wheelDown
}
