import ArticleLibrary
import ChildProcesses
import CursesTerminal
import Glibc

/// Parses a file by a process of this program, which may end as it likes: what an earlier process was parsing when it died.
///
/// - Returns: Whether that process ended by itself, within a minute.
@Sendable func runTrial(_ file: DumpPath) -> Bool {
  var launch = ChildLaunch()
  launch.discard(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)
  let words = ["yuelan", "read", "--format", "json", "--"].map { Array($0.utf8) } + [file.bytes]
  // Where no process can be made, nothing can be tried either.
  guard let child = try? launch.start("/proc/self/exe", words) else { return false }
  let end = MonotonicClock.nowInMilliseconds + 60_000
  guard child.hasEnded(unless: { MonotonicClock.nowInMilliseconds >= end }) else {
    child.kill()
    return false
  }
  if case .exited = child.wait() { return true }
  return false
}
