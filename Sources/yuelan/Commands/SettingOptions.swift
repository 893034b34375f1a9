import ArgumentParser
import ReadingRoom

/// Options that set text layout for one run.
struct TextSettingOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.measure))
  var measure: String?
  @Option(help: ArgumentHelp(.indent))
  var indent: String?
  @Option(help: ArgumentHelp(.paragraphSpacing), completion: .truth)
  var paragraphSpacing: String?
  @Option(help: ArgumentHelp(.level), completion: .setting("level"))
  var level: String?
  @Option(help: ArgumentHelp(.hanging), completion: .setting("hanging"))
  var hanging: String?
  @Option(help: ArgumentHelp(.spacing), completion: .truth)
  var spacing: String?
  @Option(help: ArgumentHelp(.padMarks), completion: .truth)
  var padMarks: String?
  @Option(help: ArgumentHelp(.squeezeMarks), completion: .truth)
  var squeezeMarks: String?
  @Option(help: ArgumentHelp(.fill), completion: .truth)
  var fill: String?
  @Option(help: ArgumentHelp(.justify), completion: .truth)
  var justify: String?
  @Option(help: ArgumentHelp(.script), completion: .setting("script"))
  var script: String?
  @Option(help: ArgumentHelp(.reading), completion: .setting("reading"))
  var reading: String?
  @Option(help: ArgumentHelp(.ambiguousWidth), completion: .setting("ambiguous-width"))
  var ambiguousWidth: String?

  /// The given values, by the setting's key.
  var given: [String: String] {
    [
      "measure": measure, "indent": indent, "paragraph-spacing": paragraphSpacing, "level": level,
      "hanging": hanging, "spacing": spacing, "pad-marks": padMarks, "squeeze-marks": squeezeMarks, "fill": fill,
      "justify": justify, "script": script, "reading": reading, "ambiguous-width": ambiguousWidth,
    ].compactMapValues { $0 }
  }
}

/// Options that override settings of `config.toml` for one run.
struct SettingOptions: ParsableArguments {
  @OptionGroup
  var text: TextSettingOptions
  @Option(help: ArgumentHelp(.followLinks), completion: .setting("follow-links"))
  var followLinks: String?
  @Option(help: ArgumentHelp(.speed))
  var speed: String?
  @Option(help: ArgumentHelp(.theme), completion: .custom(themeNames))
  var theme: String?
  @Option(help: ArgumentHelp(.interfaceLanguage), completion: .setting("language"))
  var language: String?
  @Option(help: ArgumentHelp(.vertical), completion: .truth)
  var vertical: String?
  @Option(help: ArgumentHelp(.facets), completion: .truth)
  var facets: String?
  @Option(help: ArgumentHelp(.searchFacets), completion: .truth)
  var searchFacets: String?
  @Option(help: ArgumentHelp(.preview), completion: .truth)
  var preview: String?
  @Option(help: ArgumentHelp(.pane), completion: .truth)
  var pane: String?
  @Option(help: ArgumentHelp(.mouse), completion: .truth)
  var mouse: String?
  @Option(help: ArgumentHelp(.opener))
  var opener: String?
  @Option(help: ArgumentHelp(.editor))
  var editor: String?
  @Option(help: ArgumentHelp(.speaker))
  var speaker: String?
  @Option(help: ArgumentHelp(.speechRate))
  var speechRate: String?
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?
  @Option(help: ArgumentHelp(.highlightsFile, valueName: "file"), completion: .file())
  var highlights: String?
  @Option(help: ArgumentHelp(.indexFolder, valueName: "folder"), completion: .directory)
  var index: String?

  /// The given values, by the setting's key.
  var given: [String: String] {
    let others = [
      "follow-links": followLinks, "speed": speed, "theme": theme, "language": language, "mouse": mouse,
      "vertical": vertical, "facets": facets, "search-facets": searchFacets, "pane": pane,
      "preview": preview,
      "opener": opener, "editor": editor, "speaker": speaker, "speech-rate": speechRate,
      "bookmarks": bookmarks, "highlights": highlights, "index": index,
    ].compactMapValues { $0 }
    return text.given.merging(others) { $1 }
  }
}

extension CompletionKind {
  fileprivate static let truth = CompletionKind.list(["true", "false"])

  /// The values that a setting accepts.
  fileprivate static func setting(_ key: String) -> CompletionKind {
    guard case .choice(let names) = Setting.named(key)?.shape else { return .default }
    return .list(names)
  }
}

/// The themes that exist when Tab is pressed, including those of the user's own folder.
@Sendable private func themeNames(_: [String], _: Int, _ prefix: String) -> [String] {
  readThemes(in: UserPaths(environment: .process).themesFolder).themes.map(\.id).filter { $0.hasPrefix(prefix) }
}
