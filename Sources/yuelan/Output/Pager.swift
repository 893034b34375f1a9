import Glibc

/// The program that shows long output page by page.
///
/// Used only on a terminal. `PAGER` may contain arguments; without it, `less` is used if it is installed. Like git, we
/// give `less` the options `-FRX` unless `LESS` is set: it exits by itself when everything fits on the screen.
///
/// We write UTF-8 whatever the locale is, and `less` would show its bytes in hexadecimal where the locale is `C` or is
/// not installed; so it gets `LESSCHARSET=utf-8`, unless the reader has chosen a character set for it.
struct Pager {
  private let child: ChildProcess
  /// Where to write the text to show.
  let descriptor: Int32

  /// - Parameters:
  ///   - choice: The option's value; `nil` asks the environment. Empty or `cat` means no pager.
  ///   - isTerminal: Whether standard output is one.
  /// - Returns: The pager's command; `nil` when none is wanted or installed.
  static func command(choice: String?, environment: Environment, isTerminal: Bool) -> [String]? {
    guard isTerminal, environment["TERM"] != "dumb" || choice != nil else { return nil }
    let words = ChildProcess.words(choice ?? environment["PAGER"] ?? "less")
    guard let program = words.first, program != "cat" else { return nil }
    return ChildProcess.isInstalled(program, path: environment["PATH"]) ? words : nil
  }

  /// Variables that the pager gets unless they are set.
  static func defaults(environment: Environment) -> [String: String] {
    var defaults = ["LESS": "FRX", "LV": "-c"]
    // LESSCHARSET would override LESSCHARDEF (less(1), "NATIONAL CHARACTER SETS").
    if environment["LESSCHARDEF"] == nil { defaults["LESSCHARSET"] = "utf-8" }
    return defaults
  }

  /// Starts the pager.
  init(_ command: [String]) throws(FileFailure) {
    let ends = try makePipe()
    do {
      child = try ChildProcess(command, streams: .reading(ends[0]), defaults: Self.defaults(environment: .process))
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[0])
    descriptor = ends[1]
    // Ctrl-C is for the pager: it stops a search there, and must not end us first.
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
  }

  /// Closes the pager's input and waits until the reader has left it.
  func finish() {
    close(descriptor)
    child.wait()
    signal(SIGINT, SIG_DFL)
    signal(SIGQUIT, SIG_DFL)
  }
}
