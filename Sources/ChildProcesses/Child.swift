import CChildProcess
import Glibc

/// A process that we started, until its exit status is collected.
package struct Child: Sendable, Equatable {
  package let identifier: pid_t

  /// How a process ended.
  package enum End: Sendable, Equatable {
    case exited(status: Int32)
    case killed(signal: Int32)
    /// Someone else has collected it.
    case unknown
  }

  /// Waits until the process ends, and collects it.
  @discardableResult package func wait() -> End { collect(0) ?? .unknown }

  /// Waits until the process has ended, without collecting it, so that its number is not reused yet.
  ///
  /// - Parameter givesUp: Called from time to time; `nil` waits without limit.
  /// - Returns: Whether it has ended.
  package func hasEnded(unless givesUp: (() -> Bool)?) -> Bool {
    var pauseInMilliseconds: Int32 = 1
    while true {
      var information = siginfo_t()
      let code = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT | (givesUp == nil ? 0 : WNOHANG))
      if code < 0 {
        if errno == EINTR { continue }
        return true
      }
      guard let givesUp, information.si_signo == 0 else { return true }
      if givesUp() { return false }
      poll(nil, 0, pauseInMilliseconds)
      pauseInMilliseconds = min(pauseInMilliseconds * 2, 50)
    }
  }

  /// Collects the process if it has ended; `nil` while it runs.
  package func endIfEnded() -> End? { collect(WNOHANG) }

  /// Ends the process immediately, and collects it.
  package func kill() {
    _ = Glibc.kill(identifier, SIGKILL)
    wait()
  }

  /// Limits the private memory of the process.
  package func limitMemory(toBytes count: Int) { _ = yuelan_limit_data(identifier, count) }

  private func collect(_ options: Int32) -> End? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(identifier, &status, options)
      if ended == 0 { return nil }
      if ended == identifier {
        // The low seven bits are the signal (wait(2)).
        let signal = status & 0x7F
        return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
      }
      if errno != EINTR { return .unknown }
    }
  }
}
