import ArticleDump
import Glibc

/// Opens a web page in the user's browser.
///
/// Only `http` and `https` addresses are opened, as a single argument, by a program that the user named (`$BROWSER`,
/// the configuration) or that a desktop session offers. A dump may contain any address at all.
struct URLOpener: Sendable {
  /// The commands to try, best first; `%s` stands for the address, which otherwise comes last.
  let commands: [[String]]
  /// Commands for addresses that match a pattern: a host including its subdomains, or, with `*`, `?` or `/` in it, an
  /// address without its scheme. The longest matching pattern is used.
  private let patterns: [(pattern: String, command: [String])]

  /// - Parameters:
  ///   - configured: The configuration's opener, or `$BROWSER`: commands separated by colons.
  ///   - environment: For `PATH`, and to detect a desktop session.
  ///   - patterns: The configuration's openers, each a command as one text or as its words.
  init(configured: String?, patterns: [String: [String]] = [:], environment: Environment) {
    self.patterns = patterns.compactMap { pattern, command in
      let words = command.count == 1 ? ChildProcess.words(command[0]) : command
      return pattern.isEmpty || words.isEmpty ? nil : (pattern.lowercased(), words)
    }.sorted { ($1.pattern.utf8.count, $0.pattern) < ($0.pattern.utf8.count, $1.pattern) }
    if let configured {
      // A colon may be part of a command, but not of one that xdg-open, git or Debian's sensible-browser would run.
      commands = configured.split(separator: ":").map { ChildProcess.words(String($0)) }.filter { !$0.isEmpty }
    } else if environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil {
      commands = ["xdg-open", "wslview"].filter { ChildProcess.isInstalled($0, path: environment["PATH"]) }.map { [$0] }
    } else {
      commands = []
    }
  }

  var canOpen: Bool { !commands.isEmpty || !patterns.isEmpty }

  /// The command for an address.
  func command(for url: String) -> [String]? {
    let address = url.firstRange(of: "://").map { String(url[$0.upperBound...]).lowercased() } ?? url.lowercased()
    let host = String(address.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" })
    let fitting = patterns.first { pattern, _ in
      guard pattern.contains(where: { "*?/".contains($0) }) else {
        return host == pattern || host.hasSuffix("." + pattern)
      }
      return fnmatch(pattern, address, 0) == 0
    }
    return fitting?.command ?? commands.first
  }

  /// Whether the address may be opened: a web address without blanks.
  static func isOpenable(_ url: String) -> Bool { url.isWebAddress && !url.contains(where: \.isWhitespace) }

  /// Browsers that draw in the terminal.
  private static let terminalBrowsers: Set<String> = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl"]

  /// Whether the command needs the terminal for itself.
  static func drawsInTerminal(_ command: [String]) -> Bool {
    guard let name = command.first?.split(separator: "/").last else { return false }
    return terminalBrowsers.contains(String(name))
  }

  /// The command with the address inserted.
  static func arguments(_ command: [String], url: String) -> [String] {
    let hasPlace = command.contains { $0.contains("%s") }
    guard hasPlace else { return command + [url] }
    return command.map { word in
      guard let place = word.firstRange(of: "%s") else { return word }
      return word[..<place.lowerBound] + url + word[place.upperBound...]
    }
  }
}
