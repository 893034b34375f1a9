import CChildProcess
import Glibc

/// A program that is about to be started: without a shell, with arguments unchanged, signals as a new program expects
/// them, and our streams unless others are connected.
package struct ChildLaunch: ~Copyable {
  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  private var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK

  package init() {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // The threads of Dispatch block all signals, which a child would inherit.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
  }

  deinit {
    var (actions, attributes) = (actions, attributes)
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  /// Puts the child into a process group of its own, away from the terminal's signals.
  package mutating func leaveGroup() { flags |= POSIX_SPAWN_SETPGROUP }

  /// Connects a standard stream of the child to one of our descriptors.
  package mutating func connect(_ stream: Int32, to descriptor: Int32) {
    posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
  }

  /// Connects standard streams of the child to nothing.
  package mutating func discard(_ streams: Int32...) {
    for stream in streams {
      let access = stream == STDIN_FILENO ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", access, 0)
    }
  }

  /// Closes all descriptors of the child except its standard streams. A pipe that a long-lived child has inherited
  /// would never end for its reader.
  package mutating func closeOtherDescriptors() { _ = yuelan_close_from(&actions, STDERR_FILENO + 1) }

  /// Starts the program, which is searched in `PATH` unless its name contains a `/`.
  ///
  /// - Parameters:
  ///   - arguments: The program's name as it will see it, and its arguments, as bytes without NUL.
  ///   - environment: `NAME=value`; `nil` for ours.
  /// - Throws: The system's error.
  package consuming func start(
    _ program: String, _ arguments: [[UInt8]], environment: [[UInt8]]? = nil
  ) throws(ChildLaunchFailure) -> Child {
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var argumentStrings = Self.strings(arguments)
    var environmentStrings = environment.map(Self.strings) ?? []
    defer { for string in argumentStrings + environmentStrings { free(string) } }
    var identifier = pid_t()
    let code =
      environment == nil
      ? posix_spawnp(&identifier, program, &actions, &attributes, &argumentStrings, environ)
      : posix_spawnp(&identifier, program, &actions, &attributes, &argumentStrings, &environmentStrings)
    guard code == 0 else { throw ChildLaunchFailure(errno: code) }
    return Child(identifier: identifier)
  }

  /// The list of C strings that `exec` expects: allocated, with `nil` at its end.
  private static func strings(_ texts: [[UInt8]]) -> [UnsafeMutablePointer<CChar>?] {
    let strings = texts.map { text in
      (text.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { $0.baseAddress.flatMap { strdup($0) } }
    }
    return strings + [nil]
  }
}

/// A pipe whose ends are inherited only by children connected to them. This holds from the beginning, because another
/// thread may start a program at any moment, and a program that has inherited the writing end would keep the reader
/// waiting.
///
/// - Returns: The reading and the writing end.
/// - Throws: The system's error.
package func makePrivatePipe() throws(ChildLaunchFailure) -> [Int32] {
  var ends: [Int32] = [-1, -1]
  guard yuelan_private_pipe(&ends) == 0 else { throw ChildLaunchFailure(errno: errno) }
  return ends
}

/// Why a program was not started.
package struct ChildLaunchFailure: Error, Equatable {
  package var errno: Int32
}
