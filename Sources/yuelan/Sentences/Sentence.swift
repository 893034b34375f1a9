import ReadingRoom

/// A message to people: a case for its meaning, with its wordings in one place.
protocol Sentence {
  var wording: Wording { get }
}

extension Sentence {
  func text(in language: Language) -> String { language.choosing(wording) }

  /// The sentence in the language of the commands.
  var text: String { text(in: .ofCommands) }
}

extension Language {
  /// The language from the command line, the environment, the settings file, what was changed in the room, or the
  /// locale. Help is built before arguments are parsed, so `--language` is looked for separately; without a locale, as
  /// under cron, it is English.
  static let ofCommands: Language = ofCommands(
    arguments: CommandLine.arguments, environment: .process,
    configured: {
      let paths = UserPaths(environment: .process)
      return inFile(paths.configFile) ?? inFile(paths.roomSettingsFile)
    })

  /// The language that a settings file chooses.
  private static func inFile(_ path: String) -> Language? {
    guard case .text(let name)? = configurationFile(at: path).entries["language"]?.value else { return nil }
    return Language(rawValue: name)
  }

  /// - Parameter configured: The settings files' value, evaluated only when nothing before it decides.
  static func ofCommands(
    arguments: [String], environment: Environment, configured: () -> Language? = { nil }
  ) -> Language {
    if let place = arguments.firstIndex(where: { $0 == "--language" || $0.hasPrefix("--language=") }) {
      let word = arguments[place].dropFirst("--language=".count)
      let value = word.isEmpty ? arguments.dropFirst(place + 1).first ?? "" : String(word)
      if let language = Language(rawValue: value) { return language }
    }
    if let language = environment["YUELAN_LANGUAGE"].flatMap(Language.init(rawValue:)) { return language }
    if let language = configured() { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? Language(localeName: locale) : .english
  }
}
