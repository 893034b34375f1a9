import Glibc

/// The folders for the user's own files (XDG Base Directory Specification 0.8). None of them need exist.
struct UserPaths: Sendable, Equatable {
  var home: String
  /// Configuration and themes.
  var configFolder: String
  /// The bookmarks file.
  var dataFolder: String
  /// Read marks, positions, history.
  var stateFolder: String
  /// The index; it can be deleted without losing anything.
  var cacheFolder: String

  var configFile: String { configFolder + "/config.toml" }
  var themesFolder: String { configFolder + "/themes" }
  /// Settings changed in the room.
  var roomSettingsFile: String { stateFolder + "/room.toml" }
  var bookmarksFile: String { dataFolder + "/bookmarks.md" }
  var highlightsFile: String { dataFolder + "/highlights.md" }

  init(environment: Environment) {
    let home = environment["HOME"] ?? Self.homeOfTheUserDatabase() ?? "/"
    func folder(_ variable: String, _ fallback: String) -> String {
      // "All paths set in these environment variables must be absolute. … an implementation … should consider the
      // path invalid and ignore it" (the specification, section 2).
      let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (base ?? home + "/" + fallback) + "/yuelan"
    }
    self.home = home
    self.configFolder = folder("XDG_CONFIG_HOME", ".config")
    self.dataFolder = folder("XDG_DATA_HOME", ".local/share")
    self.stateFolder = folder("XDG_STATE_HOME", ".local/state")
    self.cacheFolder = folder("XDG_CACHE_HOME", ".cache")
  }

  /// A path as a user wrote it: `~/` is the home folder; relative paths start from `folder`.
  func resolve(_ path: String, from folder: String) -> String {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return home + path.dropFirst(1) }
    return path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func homeOfTheUserDatabase() -> String? {
    guard let entry = getpwuid(getuid()), let directory = entry.pointee.pw_dir else { return nil }
    return String(cString: directory)
  }
}

/// The process's current folder; `.` when it was deleted.
func currentFolder() -> String {
  guard let path = getcwd(nil, 0) else { return "." }
  defer { free(path) }
  return String(cString: path)
}
