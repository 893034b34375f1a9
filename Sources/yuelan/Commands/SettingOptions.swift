import ArgumentParser

/// Options that set for one run how text is laid out.
struct TextSettingOptions: ParsableArguments {
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
  @Option(help: "Quotation marks of two columns: true or false.")
  var padMarks: String?
  @Option(help: "Adjacent marks share a blank: true or false.")
  var squeezeMarks: String?
  @Option(help: "Fill lines a column or two short: true or false.")
  var fill: String?
  @Option(help: "Fill every line: true or false.")
  var justify: String?
  @Option(help: "Columns of ambiguous characters: auto, narrow, wide.")
  var ambiguousWidth: String?

  /// What was given, by the setting's key.
  var given: [String: String] {
    [
      "measure": measure, "indent": indent, "paragraph-spacing": paragraphSpacing, "level": level,
      "hanging": hanging, "spacing": spacing, "pad-marks": padMarks, "squeeze-marks": squeezeMarks, "fill": fill,
      "justify": justify, "ambiguous-width": ambiguousWidth,
    ].compactMapValues { $0 }
  }
}

/// Options that set for one run what `config.toml` sets for all.
struct SettingOptions: ParsableArguments {
  @OptionGroup
  var text: TextSettingOptions
  @Option(help: "Characters read in a minute.")
  var speed: String?
  @Option(help: "A theme's name.")
  var theme: String?
  @Option(help: "The interface's language: zh-Hans, zh-Hant, en.")
  var language: String?
  @Option(help: "Use the mouse: true or false.")
  var mouse: String?
  @Option(help: "The program that shows a link.")
  var opener: String?
  @Option(help: "The editor for the bookmarks file.")
  var editor: String?
  @Option(help: ArgumentHelp("The bookmarks file.", valueName: "file"))
  var bookmarks: String?

  /// What was given, by the setting's key.
  var given: [String: String] {
    let others = [
      "speed": speed, "theme": theme, "language": language, "mouse": mouse, "opener": opener, "editor": editor,
      "bookmarks": bookmarks,
    ].compactMapValues { $0 }
    return text.given.merging(others) { $1 }
  }
}
