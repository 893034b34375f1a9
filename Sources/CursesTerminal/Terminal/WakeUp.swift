import CNcurses
import Glibc

/// Wakes the terminal's owner from any thread. The descriptor exists as long as the process.
public struct WakeUp: Sendable {
  /// Becomes readable after a call.
  let descriptor: Int32
  private let other: Int32

  init() throws(TerminalFailure) {
    var ends: (Int32, Int32) = (-1, -1)
    guard yuelan_pipe(&ends.0, &ends.1) else { throw .system(call: "pipe", code: errno) }
    (descriptor, other) = ends
  }

  /// Makes `CursesTerminal.wait` return, now or when it is called next.
  public func callAsFunction() {
    var one: UInt8 = 1
    // If the pipe is full, it is readable already.
    _ = Glibc.write(other, &one, 1)
  }

  func acknowledge() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { bytes in
      while Glibc.read(descriptor, bytes.baseAddress, bytes.count) == bytes.count {}
    }
  }
}
