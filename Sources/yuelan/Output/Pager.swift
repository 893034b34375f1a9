import Glibc

/// The program that shows long output a screenful at a time.
///
/// Only on a terminal. `PAGER` is the person's own and may hold arguments; without it `less` is taken where it is there.
/// `less` gets `-FRX` unless `LESS` says otherwise: it ends by itself when all fits the screen, as git has it.
struct Pager {
  private let child: ChildProcess
  /// Where to write what shall be shown.
  let descriptor: Int32

  /// - Parameters:
  ///   - choice: The option's value; `nil` asks the environment. Empty, or `cat`, is not a pager.
  ///   - isTerminal: Whether standard output is one.
  /// - Returns: The pager's command; `nil` when none is wanted or there.
  static func command(choice: String?, environment: Environment, isTerminal: Bool) -> [String]? {
    guard isTerminal, environment["TERM"] != "dumb" || choice != nil else { return nil }
    let words = ChildProcess.words(choice ?? environment["PAGER"] ?? "less")
    guard let program = words.first, program != "cat" else { return nil }
    return ChildProcess.isInstalled(program, path: environment["PATH"]) ? words : nil
  }

  /// Starts the pager.
  init(_ command: [String]) throws(FileFailure) {
    let ends = try makePipe()
    do {
      child = try ChildProcess(command, streams: .reading(ends[0]), defaults: ["LESS": "FRX", "LV": "-c"])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[0])
    descriptor = ends[1]
    // Ctrl-C is for the pager: it stops a search there, and must not end us before it.
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
  }

  /// Tells the pager that there is no more, and waits until it is left.
  func finish() {
    close(descriptor)
    child.wait()
    signal(SIGINT, SIG_DFL)
    signal(SIGQUIT, SIG_DFL)
  }
}
