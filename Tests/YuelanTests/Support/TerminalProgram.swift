import CPseudoTerminal
import Glibc
import TerminalEmulation

/// The executable on a terminal of its own: a pseudo-terminal whose other end the test holds.
///
/// It waits for output, with a limit that only a hang reaches.
final class TerminalProgram {
  /// How long output may take on a busy machine.
  static let patienceInMilliseconds = 60_000

  private let master: Int32
  private let identifier: pid_t
  private var status: Int32?
  private(set) var output: [UInt8] = []
  private(set) var emulator: ScreenEmulator
  /// Whether questions about the cursor and the device are answered as by a terminal.
  private let answers: Bool

  /// - Parameter home: Where configuration, state and cache are.
  init(
    _ arguments: [String], home: String, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:],
    answers: Bool = true, executable: String = Program.path
  ) throws {
    self.answers = answers
    emulator = ScreenEmulator(rows: rows, columns: columns)
    let variables = ["HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(Program.instrumentation) { $1 }.merging(environment) { $1 }
    var argv: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var end: Int32 = -1
    identifier = pseudo_terminal_start(executable, &argv, &envp, Int32(rows), Int32(columns), &end)
    master = end
    guard identifier > 0 else { throw SystemFailure(call: "forkpty", code: errno) }
  }

  struct SystemFailure: Error {
    var call: String
    var code: Int32
  }

  deinit {
    if status == nil {
      kill(identifier, SIGKILL)
      var ignored: Int32 = 0
      waitpid(identifier, &ignored, 0)
    }
    if !isClosed { Glibc.close(master) }
  }

  private var isClosed = false

  var screen: [String] { emulator.lines }
  var text: String { screen.joined(separator: "\n") }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func send(signal: Int32) { kill(identifier, signal) }

  /// Closes our end, as a dropped connection does.
  func hangUp() {
    isClosed = true
    Glibc.close(master)
  }

  func resize(rows: Int, columns: Int) {
    emulator = ScreenEmulator(rows: rows, columns: columns)
    _ = pseudo_terminal_resize(master, Int32(rows), Int32(columns))
  }

  /// Reads until the screen satisfies a condition.
  ///
  /// - Returns: Whether it did before the program or the time ended.
  @discardableResult func wait(until isReached: (TerminalProgram) -> Bool) -> Bool {
    let end = Self.now + Self.patienceInMilliseconds
    while !isReached(self) {
      guard Self.now < end, read(waitingAtMost: 50) || status == nil else { return isReached(self) }
    }
    return true
  }

  /// Reads until the text is on the screen.
  @discardableResult func wait(for wanted: String) -> Bool { wait { $0.text.contains(wanted) } }

  /// Reads until the program has ended.
  ///
  /// - Returns: Its status as in a shell: 128 plus the signal's number after a signal; `nil` if it does not end.
  func end() -> Int32? {
    let end = Self.now + Self.patienceInMilliseconds
    while Self.now < end {
      if !isClosed { read(waitingAtMost: 20) } else { poll(nil, 0, 5) }
      if let status = ended() {
        while !isClosed, read(waitingAtMost: 0) {}
        return status
      }
    }
    return nil
  }

  private func ended() -> Int32? {
    if let status { return status }
    var code: Int32 = 0
    guard waitpid(identifier, &code, WNOHANG) == identifier else { return nil }
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
    return status
  }

  /// - Returns: Whether anything was read.
  @discardableResult private func read(waitingAtMost milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else {
      // EIO: the program has closed its end.
      if polled.revents & Int16(POLLIN) == 0 || count < 0 && errno == EIO {
        _ = ended()
        poll(nil, 0, 1)
      }
      return false
    }
    bytes.removeLast(bytes.count - count)
    if answers { answer(bytes) }
    output += bytes
    emulator.feed(bytes)
    return true
  }

  /// Every character is narrow except emoji, as in most terminals.
  private func answer(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var reply = ""
    for part in text.split(separator: "\u{1B}[6n", omittingEmptySubsequences: false).dropLast() {
      reply += part.hasSuffix("❤️") || part.hasSuffix("👧") ? "\u{1B}[2;3R" : "\u{1B}[2;2R"
    }
    if text.contains("\u{1B}[c") { reply += "\u{1B}[?62;22c" }
    if !reply.isEmpty { type(reply) }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
