import ChildProcesses
import Glibc

/// Runs other programs: without a shell, with unchanged arguments, and with the signal handling that a new program
/// expects.
struct ChildProcess {
  /// Where a child's standard streams lead.
  enum Streams {
    /// To our terminal.
    case inherited
    /// Nowhere, in a process group of its own: the child may outlive us and does not write on the screen.
    case detached
    /// To the terminal, except standard input, which is the given descriptor.
    case reading(Int32)
    /// Standard input and both outputs are the given descriptors, in a process group of its own, away from the
    /// terminal.
    case piped(input: Int32, output: Int32)
    /// The same, but only for standard input and standard error; standard output is discarded.
    case complaining(input: Int32, complaints: Int32)
  }

  private let child: Child

  var identifier: pid_t { child.identifier }

  /// Starts a program that is looked up in `PATH`.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments; not empty.
  ///   - defaults: Variables that the program gets unless they are set. Our own stay unchanged: other threads read
  ///     them.
  init(_ command: [String], streams: Streams, defaults: [String: String] = [:]) throws(FileFailure) {
    guard let program = command.first else { throw FileFailure(path: "", code: EINVAL) }
    var launch = ChildLaunch()
    switch streams {
    case .inherited: break
    case .detached:
      launch.leaveGroup()
      launch.discard(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)
    case .reading(let descriptor): launch.connect(STDIN_FILENO, to: descriptor)
    case .piped(let input, let output):
      launch.leaveGroup()
      launch.connect(STDIN_FILENO, to: input)
      launch.connect(STDOUT_FILENO, to: output)
      launch.connect(STDERR_FILENO, to: output)
    case .complaining(let input, let complaints):
      launch.leaveGroup()
      launch.connect(STDIN_FILENO, to: input)
      launch.discard(STDOUT_FILENO)
      launch.connect(STDERR_FILENO, to: complaints)
    }
    do throws(ChildLaunchFailure) {
      child = try launch.start(
        program, command.map { Array($0.utf8) },
        environment: defaults.isEmpty ? nil : Environment.variables(orElse: defaults))
    } catch {
      throw FileFailure(path: program, code: error.errno)
    }
  }

  /// Waits until it has ended, without collecting its status, as in `Child`.
  func hasEnded(unless givesUp: (() -> Bool)?) -> Bool { child.hasEnded(unless: givesUp) }

  /// Waits for the end.
  ///
  /// - Returns: The exit status; 128 plus the signal's number when a signal ended it.
  @discardableResult func wait() -> Int32 {
    switch child.wait() {
    case .exited(let status): status
    case .killed(let signal): 128 + signal
    case .unknown: 0
    }
  }
}

extension ChildProcess {
  /// Whether a program of that name is in `PATH`.
  static func isInstalled(_ program: String, path: String?) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    return (path ?? "/usr/bin:/bin").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}

/// The reading and the writing end of a pipe; children inherit only what they are given.
func makePipe() throws(FileFailure) -> [Int32] {
  do throws(ChildLaunchFailure) {
    return try makePrivatePipe()
  } catch {
    throw FileFailure(path: "pipe", code: error.errno)
  }
}
