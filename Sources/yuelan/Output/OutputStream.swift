import ArticleDump
import Glibc

/// Standard output or standard error, with a buffer.
///
/// When the reader of a pipe is gone, further output is discarded and `isClosed` is set: `yuelan list | head` ends
/// quietly. Any other error is kept in `failure`.
struct OutputStream: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether the other end is gone.
  private(set) var isClosed = false
  private(set) var failure: FileFailure?

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Whether the output is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether writing more makes sense.
  var isOpen: Bool { !isClosed && failure == nil }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  mutating func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0) }
  }

  /// Large output is not copied into the buffer first.
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
    // Moved out, because sending may change the recorded error.
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
        // Another program made the stream non-blocking: wait until it accepts more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        // Before anything else: the sentence's language may be read from a file.
        let code = errno
        failure = FileFailure(path: CommandSentence.standardOutput.text, code: code)
        break
      }
    }
  }

  /// Writes what is buffered, and throws what went wrong since the start.
  consuming func finish() throws(CommandFailure) {
    flush()
    if let failure { throw .file(failure) }
  }
}

/// Prints a message on standard error, with indented lines below it that show its place.
func complain(_ sentence: String, picture: [String] = []) {
  var stream = OutputStream(descriptor: STDERR_FILENO)
  stream.writeLine("yuelan: " + printable(sentence))
  for line in picture { stream.writeLine("    " + printable(line)) }
  stream.flush()
}

/// Text that may contain a file's name or content, made safe for one line of a terminal.
func printable(_ text: String) -> String {
  Sanitizer.sanitized(text)
}
