import Glibc

/// The columns of the terminal on standard output; `nil` when it is not a terminal.
func terminalWidthInCells() -> Int? { isatty(STDOUT_FILENO) == 1 ? columnsInCells() : nil }

/// The available columns: `COLUMNS`, which users set on purpose (POSIX, "Environment Variables"), else those of
/// whichever standard stream is a terminal, else 80.
func columnsInCells() -> Int {
  if let columns = Environment.process["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
  for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
  }
  return 80
}
