import ArticleLibrary
import Glibc

/// Parses a file by a process of this program, which may end as it likes: what an earlier process was parsing when it died.
///
/// - Returns: Whether that process ended by itself, within a minute.
@Sendable func runTrial(_ file: DumpPath) -> Bool {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  let arguments = ["yuelan", "read", "--format", "json", "--"].map { Array($0.utf8CString) }
  var child = pid_t()
  let code = file.withCString { name in
    withArguments(arguments, name) { posix_spawn(&child, "/proc/self/exe", &actions, nil, $0, environ) }
  }
  // Where no process can be made, nothing can be tried either.
  guard code == 0 else { return false }
  return waitFor(child, secondsAtMost: 60)
}

private func withArguments<Result>(
  _ arguments: [[CChar]], _ last: UnsafePointer<CChar>,
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies = arguments.map { $0.withUnsafeBufferPointer { $0.baseAddress.flatMap { strdup($0) } } }
  copies.append(strdup(last))
  copies.append(nil)
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("a list with its end has an address") }
    return body(base)
  }
}

private func waitFor(_ child: pid_t, secondsAtMost limit: Int) -> Bool {
  var status: Int32 = 0
  for _ in 0..<limit * 100 {
    let ended = waitpid(child, &status, WNOHANG)
    // The low seven bits are the signal that ended it (wait(2)).
    if ended == child { return status & 0x7F == 0 }
    if ended < 0, errno != EINTR { return false }
    usleep(10_000)
  }
  kill(child, SIGKILL)
  waitpid(child, &status, 0)
  return false
}
