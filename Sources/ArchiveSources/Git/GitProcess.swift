import ChildProcesses
import Glibc

/// A `git` process that we start: with its own process group, streams connected only to us, and an environment in which
/// nothing in a repository can start a program, reach a network or write.
///
/// A repository's configuration is untrusted. The commands that run here (`cat-file`, `diff-tree`) are plumbing
/// commands that start no hook, filter, pager or text conversion; everything else that git might do is turned off by
/// name.
struct GitProcess: ~Copyable {
  /// Both standard streams of the child: a socket, so that a dead child is an error of `send` rather than a `SIGPIPE`.
  let socket: Int32
  private let process: Child

  /// How long git may be silent. It answers in microseconds from a warm disk; a packed tree of a million names, or a
  /// disk that has to spin up, takes seconds.
  static let patienceInMilliseconds: Int32 = 60_000

  /// The anonymous memory that a child may have. git unpacks a whole object and the objects that it is a difference
  /// from; a hostile pack that claims more ends the child, not the machine.
  private static let largestDataInBytes = 1 << 30

  /// Larger objects are streamed as they are unpacked instead of being held in memory.
  private static let streamedFromInBytes = 16 << 20

  /// - Parameters:
  ///   - gitDirectory: The folder with `HEAD` and `objects`.
  ///   - arguments: The command and its arguments.
  /// - Throws: `missingProgram`, `unreadable`.
  init(gitDirectory: [UInt8], _ arguments: [[UInt8]]) throws(SourceError) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .unreadable(errno: errno)
    }
    defer { close(ends[1]) }
    var launch = ChildLaunch()
    launch.connect(STDIN_FILENO, to: ends[1])
    launch.connect(STDOUT_FILENO, to: ends[1])
    launch.discard(STDERR_FILENO)
    launch.closeOtherDescriptors()
    launch.leaveGroup()
    let words = [Array("git".utf8)] + Self.globalOptions.map { Array($0.utf8) } + arguments
    do throws(ChildLaunchFailure) {
      process = try launch.start("git", words, environment: Self.environment(gitDirectory: gitDirectory))
    } catch {
      close(ends[0])
      throw error.errno == ENOENT || error.errno == EACCES
        ? .missingProgram(name: "git") : .unreadable(errno: error.errno)
    }
    process.limitMemory(toBytes: Self.largestDataInBytes)
    socket = ends[0]
  }

  deinit {
    close(socket)
    // A child whose streams are closed ends by itself, but not in the middle of an answer.
    if process.endIfEnded() == nil { process.kill() }
  }

  /// Waits for the end of a child whose output has ended.
  ///
  /// - Returns: Its exit status; `nil` if a signal ended it.
  consuming func wait() -> Int32? {
    let (socket, process) = (socket, process)
    discard self
    close(socket)
    guard case .exited(let status) = process.wait() else { return nil }
    return status
  }

  // MARK: Talking

  /// Sends a request.
  ///
  /// - Returns: Whether all of it was sent.
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

  /// Reads what is available, at most as much as fits.
  ///
  /// - Returns: How much; 0 at the end, `nil` if the child is silent for too long or fails.
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

  /// Overrides for settings in the repository's own configuration.
  private static let globalOptions = [
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "core.askPass=true",
    "-c", "core.sshCommand=false", "-c", "core.gitProxy=false", "-c", "core.attributesFile=/dev/null",
    "-c", "core.alternateRefsCommand=true", "-c", "credential.helper=", "-c", "protocol.allow=never",
    "-c", "diff.external=", "-c", "core.bigFileThreshold=\(streamedFromInBytes)", "-c", "core.quotePath=false",
    "-c", "core.useReplaceRefs=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
  ]

  /// None of our variables except the search path.
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
}
