import ArticleLibrary
import ChildProcesses
import CursesTerminal
import Glibc

/// Parses a file in a separate process of this program, which may crash: an earlier process died while parsing it.
///
/// - Returns: Whether that process ended by itself within a minute.
@Sendable func runTrial(_ file: DumpPath) -> Bool {
  var launch = ChildLaunch()
  launch.discard(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)
  let words = ["yuelan", "read", "--format", "json", "--"].map { Array($0.utf8) } + [file.bytes]
  // If no process can be started, nothing can be tried either.
  guard let child = try? launch.start("/proc/self/exe", words) else { return false }
  let end = MonotonicClock.nowInMilliseconds + 60_000
  guard child.hasEnded(unless: { MonotonicClock.nowInMilliseconds >= end }) else {
    child.kill()
    return false
  }
  if case .exited = child.wait() { return true }
  return false
}
