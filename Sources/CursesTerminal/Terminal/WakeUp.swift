import CNcurses
import Glibc

/// Wakes the terminal's owner from any thread. The descriptor lives as long as the process.
public struct WakeUp: Sendable {
  let descriptor: Int32

  init() throws(TerminalFailure) {
    descriptor = yuelan_event_descriptor()
    guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
  }

  /// Makes `CursesTerminal.wait` return, now or the next time it is called.
  public func callAsFunction() {
    var one: UInt64 = 1
    // A counter that is full wakes as well.
    _ = Glibc.write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  func acknowledge() {
    var count: UInt64 = 0
    _ = Glibc.read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
