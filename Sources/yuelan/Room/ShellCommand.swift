import ArticleDump
import Glibc
import ReadingRoom

/// A command of the reader's own that gets articles and prints something.
enum ShellCommand {
  /// The part of a command's output that is shown; the rest is not read, which ends it (SIGPIPE).
  static let mostOutputInBytes = 4 << 20

  /// Articles as `yuelan export` writes them.
  static func input(_ articles: [Article], _ format: PipeFormat) -> [UInt8] {
    let format: ExportFormat =
      switch format {
      case .text: .text
      case .markdown: .markdown
      case .json: .json
      }
    return format.exported(articles, title: "")
  }

  /// Runs a command by the shell and waits for it, giving it its input and reading both outputs meanwhile.
  ///
  /// - Returns: What it printed, and its status, as `ChildProcess.wait` has it.
  static func run(_ command: String, input: [UInt8]) throws(FileFailure) -> (output: String, status: Int32) {
    // A command that does not read to the end is an error of `write` here, and no end of ours; `Yuelan.main` has it so.
    signal(SIGPIPE, SIG_IGN)
    let toChild = try makePipe()
    let fromChild: [Int32]
    do throws(FileFailure) {
      fromChild = try makePipe()
    } catch {
      for descriptor in toChild { close(descriptor) }
      throw error
    }
    let child: ChildProcess
    do throws(FileFailure) {
      child = try ChildProcess(["/bin/sh", "-c", command], streams: .piped(input: toChild[0], output: fromChild[1]))
    } catch {
      for descriptor in toChild + fromChild { close(descriptor) }
      throw error
    }
    close(toChild[0])
    close(fromChild[1])
    let output = exchange(input, writing: toChild[1], reading: fromChild[0])
    return (String(decoding: output, as: UTF8.self), child.wait())
  }

  /// Writes and reads at once, so that neither side waits for the other; closes both.
  private static func exchange(_ input: [UInt8], writing: Int32, reading: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var written = 0
    var writing = writing
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while output.count < mostOutputInBytes {
      if writing >= 0, written == input.count {
        close(writing)
        writing = -1
      }
      var polled = [
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0), pollfd(fd: writing, events: Int16(POLLOUT), revents: 0),
      ]
      if poll(&polled, 2, -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      if polled[1].revents != 0 {
        let count = input[written...].withUnsafeBytes { Glibc.write(writing, $0.baseAddress, $0.count) }
        if count > 0 {
          written += count
        } else if errno != EAGAIN, errno != EINTR {
          // It does not want the rest: `head` is done.
          written = input.count
        }
      }
      if polled[0].revents != 0 {
        let count = Glibc.read(reading, &buffer, buffer.count)
        if count > 0 { output += buffer[..<count] } else if count == 0 || (errno != EINTR && errno != EAGAIN) { break }
      }
    }
    if writing >= 0 { close(writing) }
    close(reading)
    return output
  }
}
