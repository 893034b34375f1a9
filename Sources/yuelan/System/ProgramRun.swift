import CursesTerminal
import Glibc
import Synchronization

/// A program that was run to its end: it got its input while its output was read.
struct ProgramRun: Sendable, Hashable {
  /// A program's limits. Beyond a limit it is ended, with every process of its group.
  struct Limits: Sendable, Hashable {
    /// The most output that is read.
    var outputInBytes: Int
    /// `nil` without a limit.
    var seconds: Int?
    /// Whether only standard error is read, and standard output is discarded.
    var readsOnlyComplaints = false
  }

  enum End: Sendable, Hashable {
    /// By itself, with the status of `ChildProcess.wait`.
    case exited(Int32)
    case timedOut
    /// It printed more than the limit.
    case flooded
    /// By `ProgramHandle.stop`.
    case stopped
  }

  var output: [UInt8]
  var end: End
  var milliseconds: UInt64

  /// Its output as text; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program without a shell, in a process group of its own, away from the terminal, and waits for it.
  ///
  /// - Parameters:
  ///   - words: The program and its arguments; not empty.
  ///   - handle: Stops it from another thread.
  init(
    _ words: [String], input: [UInt8], within limits: Limits, by handle: ProgramHandle = ProgramHandle()
  ) throws(FileFailure) {
    // If a program does not read to the end, `write` fails here but must not end us; `Yuelan.main` ignores the signal
    // too.
    signal(SIGPIPE, SIG_IGN)
    let toChild = try makePipe()
    let fromChild: [Int32]
    do throws(FileFailure) {
      fromChild = try makePipe()
    } catch {
      for descriptor in toChild { close(descriptor) }
      throw error
    }
    let streams: ChildProcess.Streams =
      limits.readsOnlyComplaints
      ? .complaining(input: toChild[0], complaints: fromChild[1]) : .piped(input: toChild[0], output: fromChild[1])
    let started: ChildProcess?
    do throws(FileFailure) {
      started = try handle.start(words, streams)
    } catch {
      for descriptor in toChild + fromChild { close(descriptor) }
      throw error
    }
    guard let child = started else {
      for descriptor in toChild + fromChild { close(descriptor) }
      (output, end, milliseconds) = ([], .stopped, 0)
      return
    }
    close(toChild[0])
    close(fromChild[1])
    let start = MonotonicClock.nowInMilliseconds
    let deadline = limits.seconds.map { start + UInt64($0) * 1000 }
    var exchange = Exchange(input: input, writing: toChild[1], reading: fromChild[0])
    let cut = exchange.run(upTo: limits.outputInBytes, until: deadline, by: handle)
    output = exchange.output
    var end = cut
    let isLate = deadline.map { deadline in { handle.isStopped || MonotonicClock.nowInMilliseconds >= deadline } }
    if end == nil, !child.hasEnded(unless: isLate) { end = .timedOut }
    if end != nil { ProgramHandle.kill(groupOf: child.identifier) }
    _ = child.hasEnded(unless: nil)
    handle.ended()
    let status = child.wait()
    milliseconds = MonotonicClock.nowInMilliseconds - start
    self.end = handle.isStopped ? .stopped : end ?? .exited(status)
  }
}

/// Ends a program that another thread waits for.
final class ProgramHandle: Sendable {
  private struct Program {
    var process: pid_t?
    var isStopped = false
  }

  private let program = Mutex(Program())

  var isStopped: Bool { program.withLock { $0.isStopped } }

  /// Ends the program with every process of its group; if it has not started, it never will.
  func stop() {
    program.withLock { program in
      program.isStopped = true
      if let process = program.process { Self.kill(groupOf: process) }
    }
  }

  /// Starts the program unless it was stopped before. A stop cannot come between the check and the start: whoever stops
  /// it and exits at once leaves no process behind.
  fileprivate func start(
    _ words: [String], _ streams: ChildProcess.Streams
  ) throws(FileFailure) -> ChildProcess? {
    try program.withLock { program throws(FileFailure) in
      guard !program.isStopped else { return nil }
      let child = try ChildProcess(words, streams: streams)
      program.process = child.identifier
      return child
    }
  }

  /// Called before the process's number can be reused.
  fileprivate func ended() { program.withLock { $0.process = nil } }

  fileprivate static func kill(groupOf process: pid_t) {
    Glibc.kill(-process, SIGKILL)
    Glibc.kill(process, SIGKILL)
  }
}

/// Writes and reads at the same time, so that neither side waits for the other.
private struct Exchange {
  let input: [UInt8]
  private(set) var output: [UInt8] = []
  private var written = 0
  private var writing: Int32
  private let reading: Int32

  /// How long a stop may go unnoticed when a process that has left the group keeps the pipe open.
  private static let longestPauseInMilliseconds: UInt64 = 250

  init(input: [UInt8], writing: Int32, reading: Int32) {
    self.input = input
    self.writing = writing
    self.reading = reading
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
  }

  /// Runs until the program closes its output; closes both ends.
  ///
  /// - Returns: Why it stopped before that, if it did.
  mutating func run(upTo mostInBytes: Int, until deadline: UInt64?, by handle: ProgramHandle) -> ProgramRun.End? {
    defer {
      if writing >= 0 { close(writing) }
      close(reading)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if output.count >= mostInBytes { return .flooded }
      if handle.isStopped { return .stopped }
      let now = MonotonicClock.nowInMilliseconds
      if let deadline, now >= deadline { return .timedOut }
      if writing >= 0, written == input.count {
        close(writing)
        writing = -1
      }
      var polled = [
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0), pollfd(fd: writing, events: Int16(POLLOUT), revents: 0),
      ]
      let pause = min(deadline.map { $0 - now } ?? .max, Self.longestPauseInMilliseconds)
      if poll(&polled, 2, Int32(pause)) < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if polled[1].revents != 0 { write() }
      if polled[0].revents != 0, !read(into: &buffer, upTo: mostInBytes) { return nil }
    }
  }

  private mutating func write() {
    let count = input[written...].withUnsafeBytes { Glibc.write(writing, $0.baseAddress, $0.count) }
    if count > 0 {
      written += count
    } else if errno != EAGAIN, errno != EINTR {
      // The program does not want the rest: `head` is done.
      written = input.count
    }
  }

  /// - Returns: Whether there may be more.
  private mutating func read(into buffer: inout [UInt8], upTo mostInBytes: Int) -> Bool {
    let count = Glibc.read(reading, &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<min(count, mostInBytes - output.count)]
      return true
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN)
  }
}
