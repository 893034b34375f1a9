import ReadingRoom
import Typesetting

/// Translates the argument parser's English messages into the reader's language.
///
/// The library has no other languages; messages that are unknown here stay English. They are those of
/// swift-argument-parser 1.8.
enum ParserSentence {
  /// Headings and fixed sentences of the help, each at the beginning of a line or after its option.
  private static let help: [(english: String, simplified: String, traditional: String)] = [
    ("OVERVIEW: ", "", ""),
    ("USAGE: ", "用法：", "用法："),
    ("ARGUMENTS:", "参数：", "參數："),
    ("OPTIONS:", "选项：", "選項："),
    ("SUBCOMMANDS:", "子命令：", "子命令："),
    ("Show the version.", "显示版本。", "顯示版本。"),
    ("Show help information.", "显示这份说明。", "顯示這份說明。"),
    ("Show subcommand help information.", "显示子命令的说明。", "顯示子命令的說明。"),
    ("See 'yuelan help <subcommand>' for detailed help.", "各子命令的说明见 yuelan help 子命令。", "各子命令的說明見 yuelan help 子命令。"),
  ]

  /// The beginnings of complaints, and what comes between and after the quoted words.
  private static let complaints: [(english: String, simplified: String, traditional: String)] = [
    ("Unknown option ", "没有这个选项：", "沒有這個選項："),
    ("Unexpected argument ", "多出来的参数：", "多出來的參數："),
    (" unexpected arguments: ", " 个多出来的参数：", " 個多出來的參數："),
    ("Missing expected argument ", "缺少参数 ", "缺少參數 "),
    ("Missing value for ", "没有写值的选项：", "沒有寫值的選項："),
    ("The value ", "值 ", "值 "),
    (" is invalid for ", " 不能用于 ", " 不能用於 "),
    ("': ", "'：", "'："),
    (". Please provide one of ", "；可用的有 ", "；可用的有 "),
    ("', '", "'、'", "'、'"),
    ("' or '", "' 或 '", "' 或 '"),
    ("' and '", "' 或 '", "' 或 '"),
    (". Did you mean ", "；是不是想写 ", "；是不是想寫 "),
  ]

  /// The placeholders of arguments and option values; any other placeholder stands for a setting's value.
  private static let placeholders: [String: (simplified: String, traditional: String)] = [
    "file": ("文件", "檔案"), "path": ("路径", "路徑"), "folder": ("文件夹", "資料夾"), "format": ("格式", "格式"),
    "limit": ("篇数", "篇數"), "sort": ("次序", "次序"), "color": ("何时", "何時"), "options": ("选项", "選項"),
    "url": ("网址", "網址"), "query": ("检索式", "檢索式"), "search": ("检索式", "檢索式"), "title": ("书名", "書名"), "name": ("名称", "名稱"),
    "program": ("程序", "程式"), "opener": ("程序", "程式"), "editor": ("程序", "程式"), "speaker": ("程序", "程式"),
    "word": ("词", "詞"), "dictionary": ("词典", "詞典"), "columns": ("宽度", "寬度"),
    "action": ("做什么", "做什麼"), "subcommand": ("子命令", "子命令"), "theme": ("主题", "主題"),
    "language": ("语言", "語言"),
  ]

  /// The help in a language.
  static func help(_ text: String, in language: Language) -> String {
    guard language != .english else { return text }
    let lines = withValues(replaced(text, help, language), language).split(
      separator: "\n", omittingEmptySubsequences: false)
    // One of our own headings, to which the library adds its colon.
    return lines.map { line in
      line.last == ":" && line.first != " " ? line.dropLast() + "：" : line
    }.map { withPlaceholders(String($0), language) }.joined(separator: "\n")
  }

  /// The text with `(values: a, b; default: a)`, or with those parts of it that are present, in the reader's language.
  private static func withValues(_ text: String, _ language: Language) -> String {
    let isTraditional = language == .traditional
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: start)...]
      guard let end = inside.firstIndex(of: ")"), inside.hasPrefix("values: ") || inside.hasPrefix("default") else {
        result += rest[...start]
        rest = inside
        continue
      }
      result += rest[..<start]
      let ownBlanks = result.reversed().prefix { $0 == " " }.count
      if result.dropLast(ownBlanks).last != "\n" { result.removeLast(ownBlanks) }
      let columnsBefore = result.count
      result +=
        "（"
        + inside[..<end].replacing("values: ", with: "可用：").replacing(", ", with: "、").replacing(",", with: "、")
        .replacing("; ", with: "；").replacing(";", with: "；")
        .replacing("default: ", with: isTraditional ? "預設：" : "默认：")
        .replacing("default:", with: isTraditional ? "預設：" : "默认：")
        .replacing("default", with: isTraditional ? "預設" : "默认") + "）"
      let columns = String(result.dropFirst(columnsBefore)).widthInCells()
      rest = inside[inside.index(after: end)...]
      // The name of a subcommand, followed by its explanation.
      if rest.hasPrefix("  ") {
        rest = rest.moved(byColumns: ownBlanks + 2 + inside.distance(from: inside.startIndex, to: end) - columns)
      }
    }
    return result + rest
  }

  /// A complaint in a language, on one line.
  static func complaint(_ text: String, in language: Language) -> String {
    let english = onOneLine(text)
    guard language != .english else { return english }
    var text = withPlaceholders(replaced(english, complaints, language), language)
    let asks = text.contains(language == .traditional ? "；是不是想寫 " : "；是不是想写 ")
    if let mark = text.last, ".?".contains(mark) { text.removeLast() }
    return text + (asks ? "？" : "。")
  }

  /// The library writes more than five values below each other.
  private static func onOneLine(_ text: String) -> String {
    guard let heading = text.firstRange(of: "the following:\n  - ") else { return text }
    let values = text[heading.upperBound...].split(separator: "\n  - ").map { "'\($0)'" }
    return "\(text[..<heading.lowerBound])\(values.dropLast().joined(separator: ", ")) or \(values.last ?? "")."
  }

  /// The text with placeholders such as `<file>` in the reader's language; the column of explanations stays where it
  /// is.
  private static func withPlaceholders(_ text: String, _ language: Language) -> String {
    guard language != .english else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      let behind = rest[rest.index(after: start)...]
      let name = behind.prefix { ("a"..."z").contains($0) || $0 == "-" }
      guard !name.isEmpty, name.endIndex < behind.endIndex, behind[name.endIndex] == ">" else {
        result += rest[...start]
        rest = behind
        continue
      }
      let word = placeholders[String(name)].map { language == .traditional ? $0.traditional : $0.simplified } ?? "值"
      result += rest[..<start] + "<" + word + ">"
      rest = behind[behind.index(after: name.endIndex)...]
      // In a list of arguments, an explanation follows.
      if text.hasPrefix("  "), !text.hasPrefix("   "), rest.hasPrefix(" ") {
        rest = rest.moved(byColumns: name.count - word.widthInCells())
      }
    }
    return result + rest
  }

  private static func replaced(
    _ text: String, _ rows: [(english: String, simplified: String, traditional: String)], _ language: Language
  ) -> String {
    guard language != .english else { return text }
    return rows.reduce(text) { text, row in
      text.replacing(row.english, with: language == .traditional ? row.traditional : row.simplified)
    }
  }
}

extension Substring {
  /// The text with more or fewer blanks before it, but at least one.
  fileprivate func moved(byColumns columns: Int) -> Substring {
    if columns >= 0 { return String(repeating: " ", count: columns) + self }
    return dropFirst(Swift.min(-columns, Swift.max(0, prefix { $0 == " " }.count - 1)))
  }
}
