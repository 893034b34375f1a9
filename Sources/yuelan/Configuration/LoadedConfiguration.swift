/// Where a setting's value comes from.
enum SettingOrigin: Sendable, Hashable {
  case standard
  case file(path: String, line: Int?)
  /// Changed in the room, and remembered in this file.
  case room(path: String, line: Int?)
  case environment(variable: String)
  case commandLine(option: String)

  /// The file and line, the variable or the option.
  var place: String {
    switch self {
    case .standard: ""
    case .file(let path, let line), .room(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .environment(let name), .commandLine(let name): name
    }
  }

  /// Whether this origin overrides what is changed in the room at the next start.
  var goesBeforeTheRoom: Bool {
    switch self {
    case .standard, .room: false
    // A locale only counts where nothing of ours sets the language.
    case .environment(let variable): variable.hasPrefix("YUELAN_")
    case .file, .commandLine: true
    }
  }
}

/// A configuration with the origins of its values.
struct LoadedConfiguration: Sendable {
  var configuration: Configuration
  /// By key; a key without an entry has its default value.
  var origins: [String: SettingOrigin] = [:]
  /// Whether the file could not be read or is not TOML.
  var hasUnreadableFile = false
  /// Whether the file has sections for archives.
  var hasArchiveSections = false
}

/// A value on the command line that cannot be used.
enum OptionMistake: Error, Sendable, Hashable {
  case wrongValue(WrongValue)
  case problem(ConfigurationProblem)
}
