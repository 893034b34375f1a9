import Glibc

/// Runs other programs: no shell, arguments as they are, signals as a new program expects them.
struct ChildProcess {
  /// Where a child's standard streams lead.
  enum Streams {
    /// The terminal, as ours.
    case inherited
    /// Nowhere, in a process group of its own: the child outlives us and writes on no screen.
    case detached
    /// The terminal, but for standard input, which is that descriptor.
    case reading(Int32)
    /// Standard input and what is printed on both outputs, in a process group of its own, away from the terminal.
    case piped(input: Int32, output: Int32)
  }

  let identifier: pid_t

  /// Starts a program, looked for in `PATH`.
  ///
  /// - Parameter command: The program and its arguments; not empty.
  init(_ command: [String], streams: Streams) throws(FileFailure) {
    guard let program = command.first else { throw FileFailure(path: "", code: EINVAL) }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The threads of Dispatch block all signals, which a child would inherit.
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if case .detached = streams {
      flags |= POSIX_SPAWN_SETPGROUP
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(
          &actions, descriptor, "/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
      }
    }
    if case .reading(let descriptor) = streams {
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    }
    if case .piped(let input, let output) = streams {
      flags |= POSIX_SPAWN_SETPGROUP
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, program, &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw FileFailure(path: program, code: code) }
    identifier = child
  }

  /// Waits for the end.
  ///
  /// - Returns: The exit status; 128 and the signal's number when a signal ended it.
  @discardableResult func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

extension ChildProcess {
  /// Whether a program of that name is in `PATH`.
  static func isInstalled(_ program: String, path: String?) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    return (path ?? "/usr/bin:/bin").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}

/// The reading and the writing end of a pipe, of which no child gets more than it is given: one that held the other end
/// would wait for itself.
func makePipe() throws(FileFailure) -> [Int32] {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { throw FileFailure(path: "pipe") }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return ends
}
