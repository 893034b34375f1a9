import ArticleLibrary
import Glibc
import ReadingRoom

/// Combines the sources. Each overrides those after it: the command line, the environment, the file, what was changed
/// in the room, variables that all programs read (`LANG`, `EDITOR`), the defaults.
///
/// - Parameters:
///   - options: The command line's values, by key.
///   - opened: The archives that are opened, absolute: sections of the file may be for them.
///   - currentFolder: Where relative paths of the environment and the command line start; absolute.
///   - isFolder: Whether a folder is at a path.
/// - Throws: For a value on the command line that cannot be used; mistakes elsewhere become problems.
func loadConfiguration(
  options: [String: String] = [:], opened: [String] = [], environment: Environment = .process,
  currentFolder: String = currentFolder(),
  readFile: (String) throws(FileFailure) -> [UInt8]? = { path throws(FileFailure) in try bytesIfThere(of: path) },
  isFolder: (String) -> Bool = folderExists
) throws(OptionMistake) -> LoadedConfiguration {
  let paths = UserPaths(environment: environment)
  var loaded = LoadedConfiguration(configuration: Configuration(paths: paths))
  let file = configurationFile(at: paths.configFile, by: readFile)
  loaded.configuration.problems = file.problems
  loaded.hasUnreadableFile = !file.isReadable
  loaded.hasArchiveSections = !file.archives.isEmpty
  let ofArchive = file.entries(forArchives: opened.map(ArchiveProfiles.realPath)) {
    paths.resolve($0, from: paths.configFolder)
  }
  // Only the room writes this file: mistakes in it are ignored.
  let room = configurationFile(at: paths.roomSettingsFile, by: readFile)

  for setting in Setting.all {
    if let text = options[setting.key] {
      guard let value = setting.shape.value(fromText: text), setting.shape.accepts(value) else {
        throw .wrongValue(WrongValue(key: "--" + setting.key, shape: setting.shape, given: .value("'\(text)'")))
      }
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .commandLine(option: "--\(setting.key)")
    } else if let value = value(of: setting, in: environment, problems: &loaded.configuration.problems) {
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .environment(variable: setting.variable)
    } else if let entry = ofArchive[setting.key] ?? file.entries[setting.key] {
      setting.assign(entry.value, paths.configFolder, &loaded.configuration)
      loaded.origins[setting.key] = .file(path: paths.configFile, line: entry.line)
    } else if RoomSetting(rawValue: setting.key) != nil, let entry = room.entries[setting.key] {
      setting.assign(entry.value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .room(path: room.path, line: entry.line)
    } else if let variable = setting.commonVariables.first(where: { environment[$0] != nil }),
      let value = environment[variable].flatMap(setting.commonValue), setting.shape.accepts(value)
    {
      setting.assign(value, currentFolder, &loaded.configuration)
      loaded.origins[setting.key] = .environment(variable: variable)
    }
  }
  try checkTheme(&loaded)
  try checkIndexFolder(&loaded, isFolder)
  return loaded
}

/// A folder of indexes that does not exist is reported and not made: in one that is named wrongly, nobody would find
/// them. They are then in the cache.
private func checkIndexFolder(
  _ loaded: inout LoadedConfiguration, _ isFolder: (String) -> Bool
) throws(OptionMistake) {
  guard let path = loaded.configuration.indexFolder, !isFolder(path) else { return }
  loaded.configuration.indexFolder = nil
  try report(.noIndexFolder(path), of: "index", in: &loaded)
}

private func folderExists(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Reports that what is named by a setting does not exist, so that its default value applies.
///
/// - Throws: For a name on the command line.
private func report(
  _ kind: ConfigurationProblem.Kind, of key: String, in loaded: inout LoadedConfiguration
) throws(OptionMistake) {
  defer { loaded.origins[key] = nil }
  switch loaded.origins[key] {
  case .commandLine(let option):
    throw .problem(ConfigurationProblem(place: option, kind: kind))
  case .file(let path, let line):
    loaded.configuration.problems.append(ConfigurationProblem(place: path, line: line, kind: kind))
  case .environment(let variable):
    loaded.configuration.problems.append(ConfigurationProblem(place: variable, kind: kind))
  case .room, .standard, nil: break
  }
}

/// A theme that does not exist is reported; the theme is then chosen by the terminal's background.
private func checkTheme(_ loaded: inout LoadedConfiguration) throws(OptionMistake) {
  guard let name = loaded.configuration.settings.theme, !Theme.builtIn.contains(where: { $0.id == name }) else {
    return
  }
  let themes = readThemes(in: loaded.configuration.paths.themesFolder).themes
  // A theme's display name is accepted too: 墨.
  if let theme = themes.first(where: { $0.id == name }) ?? themes.first(where: { $0.name == name }) {
    loaded.configuration.settings.theme = theme.id
    return
  }
  loaded.configuration.settings.theme = nil
  try report(.noTheme(name, themes: themes.map(\.id)), of: "theme", in: &loaded)
}

/// The content of a settings file. Never fails: what cannot be read becomes a problem.
func configurationFile(
  at path: String,
  by readFile: (String) throws(FileFailure) -> [UInt8]? = { path throws(FileFailure) in try bytesIfThere(of: path) }
) -> ConfigurationFile {
  do throws(FileFailure) {
    guard let bytes = try readFile(path) else { return ConfigurationFile(path: path, text: "") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      var file = ConfigurationFile(path: path, text: "")
      file.isReadable = false
      file.problems = [ConfigurationProblem(place: path, line: nil, kind: .notUTF8)]
      return file
    }
    return ConfigurationFile(path: path, text: text)
  } catch {
    var file = ConfigurationFile(path: path, text: "")
    file.isReadable = false
    file.problems = [ConfigurationProblem(place: path, line: nil, kind: .unreadable(error.reason))]
    return file
  }
}

/// The value from a setting's own variable; one that cannot be used becomes a problem.
private func value(
  of setting: Setting, in environment: Environment, problems: inout [ConfigurationProblem]
) -> SettingValue? {
  guard let text = environment[setting.variable] else { return nil }
  if let value = setting.shape.value(fromText: text), setting.shape.accepts(value) { return value }
  problems.append(
    ConfigurationProblem(
      place: setting.variable, line: nil,
      kind: .wrongValue(WrongValue(key: setting.key, shape: setting.shape, given: .value("'\(text)'")))))
  return nil
}
