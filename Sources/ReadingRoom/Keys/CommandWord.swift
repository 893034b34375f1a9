/// What the command line accepts besides the names of commands: a word and its argument.
enum CommandWord: String, Sendable, CaseIterable {
  case theme, measure, sort, language, date, filter, search, find, go
  case indent, hanging, level, spacing, paragraphs, justify, vertical, script, reading, mouse

  /// An argument to show in help.
  var example: String {
    switch self {
    case .theme: "zhi"
    case .measure: "76"
    case .sort: "title"
    case .language: "zh-Hant"
    case .date: "2023-07"
    case .filter, .search, .find: "…"
    case .go: "50%"
    case .indent: "2"
    case .hanging: "core"
    case .level: "gb"
    case .spacing, .paragraphs, .justify, .vertical, .mouse: "on"
    case .script: "traditional"
    case .reading: "pinyin"
    }
  }
}
