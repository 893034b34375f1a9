import ReadingRoom

/// Where a setting's value came from.
enum SettingOrigin: Sendable, Hashable, CustomStringConvertible {
  case standard
  case file(path: String, line: Int?)
  case environment(variable: String)
  case commandLine(option: String)

  var description: String {
    switch self {
    case .standard: "default"
    case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .environment(let variable): "environment, \(variable)"
    case .commandLine(let option): "command line, \(option)"
    }
  }
}

/// A configuration with the origin of each of its values.
struct LoadedConfiguration: Sendable {
  var configuration: Configuration
  /// By key; a key without an entry has its standard value.
  var origins: [String: SettingOrigin] = [:]
  /// Whether the file could not be read or is not TOML.
  var hasUnreadableFile = false
}

/// Puts the sources together: the command line over the environment over the file over what other programs are told
/// (`LANG`, `EDITOR`) over the standard values.
///
/// - Parameters:
///   - options: Values of the command line, by key.
///   - currentFolder: Where relative paths of the environment and the command line start; absolute.
/// - Throws: `CommandFailure.usage` for a value on the command line that cannot be used.
func loadConfiguration(
  options: [String: String] = [:], environment: Environment = .process, currentFolder: String = currentFolder(),
  readFile: (String) throws(FileFailure) -> [UInt8]? = { path throws(FileFailure) in try bytesIfThere(of: path) }
) throws(CommandFailure) -> LoadedConfiguration {
  let paths = UserPaths(environment: environment)
  var loaded = LoadedConfiguration(configuration: Configuration(paths: paths))
  let file = readConfigurationFile(at: paths.configFile, by: readFile)
  loaded.configuration.problems = file.problems
  loaded.hasUnreadableFile = !file.isReadable

  for setting in Setting.all {
    if let text = options[setting.key] {
      guard let value = setting.shape.value(fromText: text), setting.shape.accepts(value) else {
        throw .usage("--" + setting.complaint(about: "'\(text)'"))
      }
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .commandLine(option: "--\(setting.key)")
    } else if let value = value(of: setting, in: environment, problems: &loaded.configuration.problems) {
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .environment(variable: setting.variable)
    } else if let entry = file.entries[setting.key] {
      setting.assign(entry.value, paths.configFolder, &loaded.configuration)
      loaded.origins[setting.key] = .file(path: paths.configFile, line: entry.line)
    } else if let variable = setting.commonVariables.first(where: { environment[$0] != nil }),
      let value = environment[variable].flatMap(setting.commonValue), setting.shape.accepts(value)
    {
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .environment(variable: variable)
    }
  }
  return loaded
}

private func readConfigurationFile(
  at path: String, by readFile: (String) throws(FileFailure) -> [UInt8]?
) -> ConfigurationFile {
  do throws(FileFailure) {
    guard let bytes = try readFile(path) else { return ConfigurationFile(path: path, text: "") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      var file = ConfigurationFile(path: path, text: "")
      file.isReadable = false
      file.problems = [ConfigurationProblem(place: path, line: nil, message: "is not UTF-8")]
      return file
    }
    return ConfigurationFile(path: path, text: text)
  } catch {
    var file = ConfigurationFile(path: path, text: "")
    file.isReadable = false
    file.problems = [ConfigurationProblem(place: path, line: nil, message: error.reason)]
    return file
  }
}

/// The value that a setting's own variable gives; one that cannot be used is a problem.
private func value(
  of setting: Setting, in environment: Environment, problems: inout [ConfigurationProblem]
) -> SettingValue? {
  guard let text = environment[setting.variable] else { return nil }
  if let value = setting.shape.value(fromText: text), setting.shape.accepts(value) { return value }
  problems.append(
    ConfigurationProblem(place: setting.variable, line: nil, message: setting.complaint(about: "'\(text)'")))
  return nil
}
