import ArgumentParser

/// Options that set for one run what `config.toml` sets for all.
struct SettingOptions: ParsableArguments {
  @Option(help: "Columns of a line of text.")
  var measure: String?
  @Option(help: "First-line indent, in Han characters.")
  var indent: String?
  @Option(help: "A blank row between paragraphs: true or false.")
  var paragraphSpacing: String?
  @Option(help: "Which marks may not start or end a line: none, basic, gb, strict.")
  var level: String?
  @Option(help: "Which marks hang in the margin: none, core, stops.")
  var hanging: String?
  @Option(help: "A blank between Han and Latin: true or false.")
  var spacing: String?
  @Option(help: "Fill every line: true or false.")
  var justify: String?
  @Option(help: "Characters read in a minute.")
  var speed: String?
  @Option(help: "A theme's name.")
  var theme: String?
  @Option(help: "The interface's language: zh-Hans, zh-Hant, en.")
  var language: String?
  @Option(help: "Use the mouse: true or false.")
  var mouse: String?
  @Option(help: "Columns of ambiguous characters: auto, narrow, wide.")
  var ambiguousWidth: String?
  @Option(help: "The program that shows a link.")
  var opener: String?
  @Option(help: "The editor for the bookmarks file.")
  var editor: String?
  @Option(help: ArgumentHelp("The bookmarks file.", valueName: "file"))
  var bookmarks: String?

  /// What was given, by the setting's key.
  var given: [String: String] {
    [
      "measure": measure, "indent": indent, "paragraph-spacing": paragraphSpacing, "level": level,
      "hanging": hanging, "spacing": spacing, "justify": justify, "speed": speed, "theme": theme,
      "language": language, "mouse": mouse, "ambiguous-width": ambiguousWidth, "opener": opener, "editor": editor,
      "bookmarks": bookmarks,
    ].compactMapValues { $0 }
  }

  /// The configuration with these options over it; what is wrong in the other sources is told on standard error.
  func load() throws(CommandFailure) -> Configuration {
    let configuration = try loadConfiguration(options: given).configuration
    for problem in configuration.problems { complain(problem.description) }
    return configuration
  }
}
