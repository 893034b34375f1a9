import Glibc

/// Descriptions of terminals that come with an installed Yuelan, for servers that have none of their own.
enum TerminfoFallback {
  /// The folder beside the executable, `share/yuelan/terminfo`, if it is there.
  static func folder(executable: String? = executablePath()) -> String? {
    guard let executable, let program = executable.lastIndex(of: "/") else { return nil }
    let folder = executable[..<program] + "/../share/yuelan/terminfo"
    return access(String(folder), R_OK) == 0 ? String(folder) : nil
  }

  /// Lets ncurses look there last: an empty name in the list stands for its own places (terminfo(5)).
  static func offer() {
    guard let folder = folder() else { return }
    let own = Environment.process["TERMINFO_DIRS"] ?? ""
    setenv("TERMINFO_DIRS", own + ":" + folder, 1)
  }

  private static func executablePath() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
