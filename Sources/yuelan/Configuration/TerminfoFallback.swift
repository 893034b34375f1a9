import Glibc

/// Terminal descriptions that are installed with Yuelan, for servers without their own.
enum TerminfoFallback {
  /// The folder `share/yuelan/terminfo` next to the executable, if it exists.
  static func folder(executable: String? = executablePath()) -> String? {
    guard let executable, let program = executable.lastIndex(of: "/") else { return nil }
    let folder = executable[..<program] + "/../share/yuelan/terminfo"
    return access(String(folder), R_OK) == 0 ? String(folder) : nil
  }

  /// Makes ncurses search it last: an empty name in the list stands for its default places (terminfo(5)).
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
