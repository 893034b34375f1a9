import ArticleDump
import Glibc

/// Standard output or standard error, with a buffer.
///
/// When the reader of a pipe has gone, whatever is written vanishes and `isClosed` tells so: `yuelan list | head` ends
/// quietly. Any other error stays in `failure`.
struct OutputStream: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether the other end has gone.
  private(set) var isClosed = false
  private(set) var failure: FileFailure?

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Whether a person looks at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether writing more is of any use.
  var isOpen: Bool { !isClosed && failure == nil }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  mutating func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0) }
  }

  /// Much is not copied into the buffer first.
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= Self.bufferSizeInBytes else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.bufferSizeInBytes { flush() }
      return
    }
    flush()
    send(UnsafeRawBufferPointer(bytes))
  }

  private static let bufferSizeInBytes = 1 << 16

  mutating func writeLine(_ text: String) {
    write(text)
    write("\n")
  }

  mutating func flush() {
    // Moved out, so that sending may change the error that is recorded.
    var waiting: [UInt8] = []
    swap(&waiting, &buffer)
    waiting.withUnsafeBytes { send($0) }
    swap(&waiting, &buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func send(_ bytes: UnsafeRawBufferPointer) {
    guard isOpen else { return }
    var start = 0
    while start < bytes.count {
      let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        isClosed = true
        break
      } else if errno == EAGAIN {
        // Somebody made the stream non-blocking: wait for room.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        failure = FileFailure(path: CommandSentence.standardOutput.text)
        break
      }
    }
  }

  /// Writes what is left, and reports what went wrong on the way.
  consuming func finish() throws(CommandFailure) {
    flush()
    if let failure { throw .file(failure) }
  }
}

/// Prints a line for people on standard error, and below it, farther in, lines that show its place.
func complain(_ sentence: String, picture: [String] = []) {
  var stream = OutputStream(descriptor: STDERR_FILENO)
  stream.writeLine("yuelan: " + printable(sentence))
  for line in picture { stream.writeLine("    " + printable(line)) }
  stream.flush()
}

/// Text that may hold a file's name or content, fit for one line of a terminal.
func printable(_ text: String) -> String {
  Sanitizer.sanitized(text)
}
