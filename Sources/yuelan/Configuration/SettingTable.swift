import ArticleLibrary
import ReadingRoom
import Typesetting

extension Setting {
  /// Every setting, in the order of the commented file. A new setting is one row here.
  static let all: [Setting] = [
    Setting(
      "archives", .paths, ["Folders to open when the command line names none."],
      value: { .texts($0.archives) },
      assign: { value, folder, configuration in
        guard case .texts(let paths) = value else { return }
        configuration.archives = paths.map { configuration.paths.resolve($0, from: folder) }
      }),
    Setting(
      "uncleaned", .paths, ["Archives, or folders and files in them, whose pages keep their boilerplate."],
      value: { .texts($0.uncleaned) },
      assign: { value, folder, configuration in
        guard case .texts(let paths) = value else { return }
        configuration.uncleaned = paths.map { configuration.paths.resolve($0, from: folder) }
      }),
    Setting(
      "follow-links", .choice(LinkPolicy.allCases.map(\.rawValue)),
      ["Which links inside an archive to follow: those that stay in it (inside), none, or all."],
      value: { .text($0.followedLinks.rawValue) },
      assign: choice { $0.followedLinks = $1 }),
    Setting(
      "bookmarks", .path, ["The bookmarks file, a Markdown file of your own."],
      value: { .text($0.bookmarksPath) },
      assign: { value, folder, configuration in
        guard case .text(let path) = value else { return }
        configuration.bookmarksPath = configuration.paths.resolve(path, from: folder)
      }),
    Setting(
      "language", .choice(Language.allCases.map(\.rawValue)), ["The language of the interface."],
      commonVariables: ["LC_ALL", "LC_MESSAGES", "LANG"],
      commonValue: { .text(Language(localeName: $0).rawValue) },
      value: { .text($0.settings.language.rawValue) },
      assign: choice { $0.settings.language = $1 }),
    Setting(
      "theme", .text, ["A theme's name, as `yuelan themes` lists them; auto goes by the terminal's background."],
      value: { .text($0.settings.theme ?? Settings.themeByGround) },
      assign: text { $0.settings.theme = $1 == Settings.themeByGround ? nil : $1 }),
    Setting(
      "measure", .integer(10...200), ["Line width of the text, in terminal columns; a Han character takes two."],
      value: { .integer($0.settings.measureInCells) },
      assign: integer { $0.settings.measureInCells = $1 }),
    Setting(
      "indent", .integer(0...8), ["First-line indent of a paragraph, in Han characters."],
      value: { .integer($0.settings.indentInHan) },
      assign: integer { $0.settings.indentInHan = $1 }),
    Setting(
      "paragraph-spacing", .boolean, ["A blank row between paragraphs."],
      value: { .boolean($0.settings.spacesParagraphs) },
      assign: boolean { $0.settings.spacesParagraphs = $1 }),
    Setting(
      "level", .choice(ProhibitionLevel.allCases.map(\.rawValue)),
      ["Which marks may not start or end a line, from laxest to strictest."],
      value: { .text($0.settings.prohibition.rawValue) },
      assign: choice { $0.settings.prohibition = $1 }),
    Setting(
      "hanging", .choice(HangingPunctuation.allCases.map(\.rawValue)),
      ["Which marks may hang in the right margin: none, 、，。 (core), or every stop."],
      value: { .text($0.settings.hanging.rawValue) },
      assign: choice { $0.settings.hanging = $1 }),
    Setting(
      "spacing", .boolean, ["A blank column between Han and Latin letters or digits; on the screen only."],
      value: { .boolean($0.settings.spacesHanAndLatin) },
      assign: boolean { $0.settings.spacesHanAndLatin = $1 }),
    Setting(
      "pad-marks", .boolean,
      ["“ ” ‘ ’ take two columns beside Han where the terminal gives them one; on the screen only."],
      value: { .boolean($0.settings.padsNarrowMarks) },
      assign: boolean { $0.settings.padsNarrowMarks = $1 }),
    Setting(
      "squeeze-marks", .boolean,
      ["“ and ‘ share the blank of a mark before them in every line, not only in one that needs it."],
      value: { .boolean($0.settings.squeezesAdjacentMarks) },
      assign: boolean { $0.settings.squeezesAdjacentMarks = $1 }),
    Setting(
      "fill", .boolean, ["Fill lines that are a column or two short, at blanks and beside Latin letters."],
      value: { .boolean($0.settings.fillsGently) },
      assign: boolean { $0.settings.fillsGently = $1 }),
    Setting(
      "justify", .boolean, ["Fill every line to the measure."],
      value: { .boolean($0.settings.justifies) },
      assign: boolean { $0.settings.justifies = $1 }),
    Setting(
      "vertical", .boolean, ["Vertical setting: columns from right to left."],
      value: { .boolean($0.settings.setsVertically) },
      assign: boolean { $0.settings.setsVertically = $1 }),
    Setting(
      "script", .choice([Settings.scriptAsWritten] + Script.allCases.map(\.rawValue)),
      ["The characters that Chinese text is shown in; converting needs OpenCC."],
      value: { .text($0.settings.script?.rawValue ?? Settings.scriptAsWritten) },
      assign: text { $0.settings.script = Script(rawValue: $1) }),
    Setting(
      "facets", .boolean, ["Facets beside the list."],
      value: { .boolean($0.settings.showsFacets) },
      assign: boolean { $0.settings.showsFacets = $1 }),
    Setting(
      "search-facets", .boolean, ["Facets beside the hits of a search."],
      value: { .boolean($0.settings.showsFacetsInSearch) },
      assign: boolean { $0.settings.showsFacetsInSearch = $1 }),
    Setting(
      "pane", .boolean, ["The pane about the article beside its text."],
      value: { .boolean($0.settings.showsPane) },
      assign: boolean { $0.settings.showsPane = $1 }),
    Setting(
      "speed", .integer(50...2000), ["Characters that you read in a minute, for the time left."],
      value: { .integer($0.settings.charactersPerMinute) },
      assign: integer { $0.settings.charactersPerMinute = $1 }),
    Setting(
      "mouse", .boolean, ["Clicks and the wheel; off leaves them to the terminal, for selecting."],
      value: { .boolean($0.settings.usesMouse) },
      assign: boolean { $0.settings.usesMouse = $1 }),
    Setting(
      "ambiguous-width", .choice(["auto", "narrow", "wide"]),
      ["Columns that the terminal gives to “ ” … ─ and their like; auto asks it."],
      value: {
        switch $0.ambiguousWidth {
        case nil: .text("auto")
        case .narrow: .text("narrow")
        case .wide: .text("wide")
        }
      },
      assign: text { configuration, name in
        configuration.ambiguousWidth = name == "wide" ? .wide : name == "narrow" ? .narrow : nil
      }),
    Setting(
      "opener", .text, ["The program that shows a link; it gets the URL as its one argument."],
      commonVariables: ["BROWSER"],
      value: { .text($0.opener ?? "") },
      assign: text { $0.opener = $1.isEmpty ? nil : $1 }),
    Setting(
      "editor", .text, ["The editor for the bookmarks file."],
      commonVariables: ["VISUAL", "EDITOR"],
      value: { .text($0.editor ?? "") },
      assign: text { $0.editor = $1.isEmpty ? nil : $1 }),
    Setting(
      "keys", .table, ["Keys by command, such as  open = [\"enter\", \"l\"];  `?` in the room lists the commands."],
      value: { .table($0.keys) },
      assign: { value, _, configuration in
        guard case .table(let keys) = value else { return }
        configuration.keys.merge(keys) { $1 }
      }),
  ]

  /// The setting of a key.
  static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}

private typealias Assignment = @Sendable (SettingValue, String, inout Configuration) -> Void

private func text(_ set: @escaping @Sendable (inout Configuration, String) -> Void) -> Assignment {
  { value, _, configuration in
    if case .text(let text) = value { set(&configuration, text) }
  }
}

private func choice<Choice: RawRepresentable<String> & SendableMetatype>(
  _ set: @escaping @Sendable (inout Configuration, Choice) -> Void
) -> Assignment {
  text { configuration, name in
    if let choice = Choice(rawValue: name) { set(&configuration, choice) }
  }
}

private func integer(_ set: @escaping @Sendable (inout Configuration, Int) -> Void) -> Assignment {
  { value, _, configuration in
    if case .integer(let number) = value { set(&configuration, number) }
  }
}

private func boolean(_ set: @escaping @Sendable (inout Configuration, Bool) -> Void) -> Assignment {
  { value, _, configuration in
    if case .boolean(let truth) = value { set(&configuration, truth) }
  }
}
