import ReadingRoom

/// What the argument parser says in English, in the reader's language.
///
/// The library has no other languages; what is not known here stays as it is. The messages are those of
/// swift-argument-parser 1.8.
enum ParserSentence {
  /// Headings and standing sentences of the help, each at the beginning of a line or after its option.
  private static let help: [(english: String, simplified: String, traditional: String)] = [
    ("OVERVIEW: ", "", ""),
    ("USAGE: ", "用法：", "用法："),
    ("ARGUMENTS:", "参数：", "參數："),
    ("OPTIONS:", "选项：", "選項："),
    ("SUBCOMMANDS:", "子命令：", "子命令："),
    ("Show the version.", "显示版本。", "顯示版本。"),
    ("Show help information.", "显示这份说明。", "顯示這份說明。"),
    ("Show subcommand help information.", "显示子命令的说明。", "顯示子命令的說明。"),
    ("(default)", "（默认）", "（預設）"),
    ("(values: ", "（可用：", "（可用："),
    ("(default: ", "（默认：", "（預設："),
    ("; default: ", "；默认：", "；預設："),
    ("See 'yuelan help <subcommand>' for detailed help.", "各子命令的说明见 yuelan help 子命令。", "各子命令的說明見 yuelan help 子命令。"),
  ]

  /// Beginnings of complaints, and what stands between and behind the quoted words.
  private static let complaints: [(english: String, simplified: String, traditional: String)] = [
    ("Unknown option ", "没有这个选项：", "沒有這個選項："),
    ("Unexpected argument ", "多出来的参数：", "多出來的參數："),
    (" unexpected arguments: ", " 个多出来的参数：", " 個多出來的參數："),
    ("Missing expected argument ", "缺少参数 ", "缺少參數 "),
    ("Missing value for ", "没有写值的选项：", "沒有寫值的選項："),
    ("The value ", "值 ", "值 "),
    (" is invalid for ", " 不能用于 ", " 不能用於 "),
    (". Please provide one of ", "；可用的有 ", "；可用的有 "),
    (". Did you mean ", "；是不是想写 ", "；是不是想寫 "),
  ]

  /// The help in a language.
  static func help(_ text: String, in language: Language) -> String { replaced(text, help, language) }

  /// A complaint in a language.
  static func complaint(_ text: String, in language: Language) -> String { replaced(text, complaints, language) }

  private static func replaced(
    _ text: String, _ rows: [(english: String, simplified: String, traditional: String)], _ language: Language
  ) -> String {
    guard language != .english else { return text }
    return rows.reduce(text) { text, row in
      text.replacing(row.english, with: language == .traditional ? row.traditional : row.simplified)
    }
  }
}
