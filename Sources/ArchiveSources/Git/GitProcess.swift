import CChildProcess
import Glibc

/// A `git` process of ours: its own process group, streams that lead to us alone, and an environment in which nothing that
/// a repository says can start a program, reach a network or write.
///
/// A repository's configuration is untrusted. The commands that run here (`cat-file`, `diff-tree`) are plumbing that
/// starts no hook, filter, pager or text conversion; what git might still do on its own is turned off by name.
struct GitProcess: ~Copyable {
  /// Both standard streams of the child: a socket, so that a child that has died is an error of `send` and not `SIGPIPE`.
  let socket: Int32
  private let process: pid_t

  /// How long git may be silent. It answers in microseconds from a warm disk; a packed tree of a million names, or a disk
  /// that has to start, takes seconds.
  static let patienceInMilliseconds: Int32 = 60_000

  /// Anonymous memory a child may have. git unpacks a whole object, and the objects that it is a difference to; what a
  /// hostile pack claims beyond that ends the child and not the machine.
  private static let largestDataInBytes = 1 << 30

  /// Larger objects go out as they are unpacked instead of being held whole.
  private static let streamedFromInBytes = 16 << 20

  /// - Parameters:
  ///   - gitDirectory: The folder with `HEAD` and `objects`.
  ///   - arguments: The command and what follows it.
  /// - Throws: `missingProgram`, `unreadable`.
  init(gitDirectory: [UInt8], _ arguments: [[UInt8]]) throws(SourceError) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .unreadable(errno: errno)
    }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A pipe inherited by a long-lived child would never end for its reader.
    _ = yuelan_close_from(&actions, STDERR_FILENO + 1)
    var defaults = sigset_t()
    sigfillset(&defaults)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var argumentStrings = Self.strings([Array("git".utf8)] + Self.globalOptions.map { Array($0.utf8) } + arguments)
    var environmentStrings = Self.strings(Self.environment(gitDirectory: gitDirectory))
    defer { for string in argumentStrings + environmentStrings { free(string) } }
    var child = pid_t()
    let code = posix_spawnp(&child, "git", &actions, &attributes, &argumentStrings, &environmentStrings)
    guard code == 0 else {
      close(ends[0])
      throw code == ENOENT || code == EACCES ? .missingProgram(name: "git") : .unreadable(errno: code)
    }
    _ = yuelan_limit_data(child, Self.largestDataInBytes)
    socket = ends[0]
    process = child
  }

  deinit { end() }

  /// Ends the child and collects it.
  ///
  /// - Returns: Its exit status; `nil` when it had to be ended.
  @discardableResult
  private func end() -> Int32? {
    close(socket)
    var status: Int32 = 0
    // A child whose pipes are closed ends; a running one is sent the request.
    if waitpid(process, &status, WNOHANG) == 0 {
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return nil
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Waits for the end of a child whose output has ended.
  consuming func wait() -> Int32? {
    var status: Int32 = 0
    let (socket, process) = (socket, process)
    discard self
    close(socket)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  // MARK: Talking

  /// Sends a request.
  ///
  /// - Returns: Whether all of it went out.
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Reads what there is, at most as much as fits.
  ///
  /// - Returns: How much; 0 at the end, `nil` when the child is silent for too long or fails.
  func receive(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = recv(socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = poll(&request, 1, Self.patienceInMilliseconds)
        if ready == 0 || (ready < 0 && errno != EINTR) { return nil }
      default: return nil
      }
    }
  }

  // MARK: Surroundings

  /// What the repository's own configuration could say otherwise.
  private static let globalOptions = [
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "core.askPass=true",
    "-c", "core.sshCommand=false", "-c", "core.gitProxy=false", "-c", "core.attributesFile=/dev/null",
    "-c", "core.alternateRefsCommand=true", "-c", "credential.helper=", "-c", "protocol.allow=never",
    "-c", "diff.external=", "-c", "core.bigFileThreshold=\(streamedFromInBytes)", "-c", "core.quotePath=false",
    "-c", "core.useReplaceRefs=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
  ]

  /// No variables of ours but the search path.
  private static func environment(gitDirectory: [UInt8]) -> [[UInt8]] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return [
      "PATH=\(path)", "LC_ALL=C", "HOME=/nonexistent", "XDG_CONFIG_HOME=/nonexistent", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1", "GIT_OPTIONAL_LOCKS=0",
      "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0",
      "GIT_ASKPASS=true", "SSH_ASKPASS=true", "GIT_SSH_COMMAND=false", "GIT_PAGER=cat", "GIT_EDITOR=false",
      "GIT_TRACE2=0", "GIT_TRACE2_EVENT=0", "GIT_TRACE2_PERF=0", "GIT_ADVICE=0",
    ].map { Array($0.utf8) } + [Array("GIT_DIR=".utf8) + gitDirectory]
  }

  private static func strings(_ texts: [[UInt8]]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { text in
      (text.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { $0.baseAddress.flatMap { strdup($0) } }
    }
      + [nil]
  }
}
