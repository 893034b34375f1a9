import ArticleDump
import Glibc
import ReadingRoom

/// A user's command that gets articles as input and prints something.
enum ShellCommand {
  /// The most output that is shown; a command that prints more is ended, as by SIGPIPE.
  static let mostOutputInBytes = 4 << 20

  /// The articles as `yuelan export` writes them.
  static func input(_ articles: [Article], _ format: PipeFormat) -> [UInt8] {
    let format: ExportFormat =
      switch format {
      case .text: .text
      case .markdown: .markdown
      case .json: .json
      }
    return format.exported(articles, title: "")
  }

  /// Runs a command in the shell and waits for it.
  ///
  /// - Parameter handle: Stops it from another thread.
  /// - Returns: Its output, and its status as from `ChildProcess.wait`.
  static func run(
    _ command: String, input: [UInt8], by handle: ProgramHandle = ProgramHandle()
  ) throws(FileFailure) -> (output: String, status: Int32) {
    let limits = ProgramRun.Limits(outputInBytes: mostOutputInBytes, seconds: nil)
    let run = try ProgramRun(["/bin/sh", "-c", command], input: input, within: limits, by: handle)
    switch run.end {
    case .exited(let status): return (run.text, status)
    case .flooded, .stopped, .timedOut: return (run.text, 128 + SIGPIPE)
    }
  }
}
