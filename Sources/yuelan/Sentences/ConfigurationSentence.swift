import ReadingRoom

// Messages about settings, one row each, in the interface's languages.

extension ConfigurationProblem {
  /// The sentence preceded by its place.
  func sentence(in language: Language) -> String {
    let colon = language == .english ? ": " : "："
    return (line.map { "\(place):\($0)" } ?? place) + colon + message(in: language)
  }

  func message(in language: Language) -> String {
    switch kind {
    case .noSetting(let name, let near):
      return language.choosing(
        ("没有“\(name)”这个设置", "沒有「\(name)」這個設定", "there is no setting '\(name)'"))
        + language.choosing(suggestion(of: near))
    case .notOfAnArchive(let name):
      return language.choosing(
        (
          "“\(name)”对所有文库都一样，不能写在 [archive] 里", "「\(name)」對所有文庫都一樣，不能寫在 [archive] 裡",
          "'\(name)' applies to all archives and cannot be in [archive]"
        ))
    case .wrongValue(let value): return value.sentence(in: language)
    case .keys(let problem): return problem.text(in: language)
    case .noTheme(let name, let themes):
      let names = themes.joined(separator: language == .english ? ", " : "、")
      return language.choosing(
        ("\(name)：没有这个配色。有：\(names)", "\(name)：沒有這個配色。有：\(names)", "\(name): no such theme. There are: \(names)"))
    case .noIndexFolder(let path):
      return language.choosing(
        ("index：没有这个文件夹：\(path)", "index：沒有這個資料夾：\(path)", "index: there is no such folder: \(path)"))
    case .notUTF8: return language.choosing(("不是 UTF-8", "不是 UTF-8", "is not UTF-8"))
    case .notTOML(let problem): return problem.text(in: language)
    case .unreadable(let reason): return reason.text(in: language)
    }
  }
}

/// The end of a sentence about a name that does not exist: what was probably meant.
func suggestion(of near: String?) -> Wording {
  near.map { ("；是不是“\($0)”？", "；是不是「\($0)」？", "; did you mean '\($0)'?") } ?? ("", "", "")
}

extension WrongValue {
  /// What was expected, and what was found.
  func sentence(in language: Language) -> String {
    let expected = shape.expectation(in: language)
    let given = given.text(in: language)
    var sentence = language.choosing(
      (
        "\(key)：应为\(expected)，不是 \(given)", "\(key)：應為\(expected)，不是 \(given)",
        "\(key): expected \(expected), not \(given)"
      ))
    if case .choice(let names) = shape, case .value(let text) = self.given,
      let near = nearestName(to: text.filter { $0 != "\"" && $0 != "'" }, among: names)
    {
      sentence += language.choosing(("；是不是 \(near)？", "；是不是 \(near)？", "; did you mean \(near)?"))
    }
    return sentence
  }
}

extension WrongValue.Given {
  fileprivate func text(in language: Language) -> String {
    switch self {
    case .value(let text): text
    case .fraction: language.choosing(("带小数的数", "帶小數的數", "a number with a fraction"))
    case .moment: language.choosing(("日期", "日期", "a date"))
    case .mixedList: language.choosing(("文字以外的列表", "文字以外的清單", "a list of values other than strings"))
    case .mixedTable: language.choosing(("文字以外的表", "文字以外的表", "a table of values other than strings"))
    }
  }
}

extension SettingShape {
  /// What was expected, to complete the sentence "expected …".
  func expectation(in language: Language) -> String {
    switch self {
    case .integer(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return language.choosing((" \(low) 到 \(high) 的整数", " \(low) 到 \(high) 的整數", "a number from \(low) to \(high)"))
    case .boolean: return language.choosing((" true 或 false", " true 或 false", "true or false"))
    case .choice(let names):
      return language.choosing(
        (
          " " + names.joined(separator: "、") + " 之一", " " + names.joined(separator: "、") + " 之一",
          "one of " + names.joined(separator: ", ")
        ))
    case .text: return language.choosing(("引号中的文字", "引號中的文字", "a string in quotes"))
    case .path: return language.choosing(("引号中的路径", "引號中的路徑", "a path in quotes"))
    case .paths: return language.choosing(("一列引号中的路径", "一列引號中的路徑", "a list of paths in quotes"))
    case .dictionaries:
      return language.choosing(
        (
          "各部词典的命令，或 { command = …, for = …, key = … }，for 可以是 ",
          "各部詞典的命令，或 { command = …, for = …, key = … }，for 可以是 ",
          "commands by name, each a string or { command = …, for = …, key = … } with for one of "
        )) + WritingSystem.allCases.map(\.rawValue).joined(separator: language == .english ? ", " : "、")
    case .dictionary:
      return language.choosing(
        (
          "命令，或 { command = …, for = …, key = … }", "命令，或 { command = …, for = …, key = … }",
          "a command or { command = …, for = …, key = … }"
        ))
    case .keys: return language.choosing(("各命令及其按键的表", "各命令及其按鍵的表", "a table of lists of keys"))
    case .openers: return language.choosing(("各网址及其程序的表", "各網址及其程式的表", "a table of programs by address"))
    case .keyNames:
      return language.choosing(("引号中的键名，或一列键名", "引號中的鍵名，或一列鍵名", "the name of a key in quotes, or a list of such names"))
    case .keyName:
      return language.choosing(
        ("引号中的键名，如 \"ctrl-w\"", "引號中的鍵名，如 \"ctrl-w\"", "the name of a key in quotes, such as \"ctrl-w\""))
    case .command:
      return language.choosing(("引号中的命令，或一列引号中的词", "引號中的命令，或一列引號中的詞", "a command in quotes, or a list of its words"))
    }
  }
}

extension SettingOrigin {
  func text(in language: Language) -> String {
    switch self {
    case .standard: language.choosing(("默认", "預設", "default"))
    case .file: place
    case .room: language.choosing(("在阅览中改过，", "在閱覽中改過，", "changed in the room, ")) + place
    case .environment: language.choosing(("环境变量 ", "環境變數 ", "environment, ")) + place
    case .commandLine: language.choosing(("命令行 ", "命令列 ", "command line, ")) + place
    }
  }
}
