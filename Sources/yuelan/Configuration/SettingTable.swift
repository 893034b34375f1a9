import ArticleLibrary
import ChineseReadings
import ReadingRoom
import Typesetting

extension Setting {
  /// Every setting, in the order of the commented file. A new setting is one row here.
  static let all: [Setting] = [
    Setting(
      "archives", .paths, ("命令行没有指明时打开的文件夹。", "命令列沒有指明時開啟的資料夾。", "Folders to open when the command line names none."),
      value: { .texts($0.archives) },
      assign: paths { $0.archives = $1 }),
    Setting(
      "uncleaned", .paths,
      (
        "不清理网页的文库，或其中的文件夹、文件。", "不清理網頁的文庫，或其中的資料夾、檔案。",
        "Archives, or folders and files in them, whose pages keep their boilerplate."
      ),
      value: { .texts($0.uncleaned) },
      assign: paths { $0.uncleaned = $1 }),
    Setting(
      "follow-links", .choice(LinkPolicy.allCases.map(\.rawValue)),
      (
        "文库中跟随哪些符号链接：不出文库的（inside）、都不（never）、都跟随（always）。", "文庫中跟隨哪些符號連結：不出文庫的（inside）、都不（never）、都跟隨（always）。",
        "Which links inside an archive to follow: those that stay in it (inside), none, or all."
      ),
      value: { .text($0.followedLinks.rawValue) },
      assign: choice { $0.followedLinks = $1 }),
    Setting(
      "index", .path,
      (
        "存放索引的文件夹；放在大家都能读的地方，一个人建，大家用。", "存放索引的資料夾；放在大家都能讀的地方，一個人建，大家用。",
        "Where indexes are kept; in a place that others can read, one person makes them for all."
      ),
      value: { .text($0.indexFolder ?? $0.paths.cacheFolder) },
      assign: path { $0.indexFolder = $1 == $0.paths.cacheFolder ? nil : $1 }),
    Setting(
      "bookmarks", .path,
      ("收藏夹文件，您自己的一个 Markdown 文件。", "收藏夾檔案，您自己的一個 Markdown 檔案。", "The bookmarks file, a Markdown file of your own."),
      value: { .text($0.bookmarksPath) },
      assign: path { $0.bookmarksPath = $1 }),
    Setting(
      "highlights", .path,
      (
        "划线与附注的文件，也是您自己的 Markdown 文件。", "畫線與附註的檔案，也是您自己的 Markdown 檔案。",
        "The file of highlights and notes, a Markdown file of your own too."
      ),
      value: { .text($0.highlightsPath) },
      assign: path { $0.highlightsPath = $1 }),
    Setting(
      "language", .choice(Language.allCases.map(\.rawValue)), ("界面语言。", "介面語言。", "The language of the interface."),
      commonVariables: ["LC_ALL", "LC_MESSAGES", "LANG"],
      commonValue: { .text(Language(localeName: $0).rawValue) },
      value: { .text($0.settings.language.rawValue) },
      assign: choice { $0.settings.language = $1 }),
    Setting(
      "theme", .text,
      (
        "配色的名字，yuelan themes 可列出；auto 按终端的背景选。", "配色的名字，yuelan themes 可列出；auto 按終端的背景選。",
        "A theme's name, as `yuelan themes` lists them; auto goes by the terminal's background."
      ),
      value: { .text($0.settings.theme ?? Settings.themeByGround) },
      assign: text { $0.settings.theme = $1 == Settings.themeByGround ? nil : $1 }),
    Setting(
      "measure", .integer(Settings.measures),
      (
        "一行正文占多少列；一个汉字占两列。", "一行正文占多少欄；一個漢字占兩欄。",
        "Line width of the text, in terminal columns; a Han character takes two."
      ),
      value: { .integer($0.settings.measureInCells) },
      assign: integer { $0.settings.measureInCells = $1 }),
    Setting(
      "indent", .integer(Settings.indents),
      ("段首缩进几个字。", "段首縮排幾個字。", "First-line indent of a paragraph, in Han characters."),
      value: { .integer($0.settings.indentInHan) },
      assign: integer { $0.settings.indentInHan = $1 }),
    Setting(
      "paragraph-spacing", .boolean, ("段间空一行。", "段間空一行。", "A blank row between paragraphs."),
      value: { .boolean($0.settings.spacesParagraphs) },
      assign: boolean { $0.settings.spacesParagraphs = $1 }),
    Setting(
      "level", .choice(ProhibitionLevel.allCases.map(\.rawValue)),
      ("哪些标点不能在行首行尾，从宽到严。", "哪些標點不能在行首行尾，從寬到嚴。", "Which marks may not start or end a line, from laxest to strictest."),
      value: { .text($0.settings.prohibition.rawValue) },
      assign: choice { $0.settings.prohibition = $1 }),
    Setting(
      "hanging", .choice(HangingPunctuation.allCases.map(\.rawValue)),
      (
        "哪些标点可以悬在行尾之外：都不、只有顿号逗号句号（core）、所有点号。", "哪些標點可以懸在行尾之外：都不、只有頓號逗號句號（core）、所有點號。",
        "Which marks may hang in the right margin: none, 、，。 (core), or every stop."
      ),
      value: { .text($0.settings.hanging.rawValue) },
      assign: choice { $0.settings.hanging = $1 }),
    Setting(
      "spacing", .boolean,
      (
        "汉字与字母、数字之间空一列；只在屏幕上。", "漢字與字母、數字之間空一欄；只在螢幕上。",
        "A blank column between Han and Latin letters or digits; on the screen only."
      ),
      value: { .boolean($0.settings.spacesHanAndLatin) },
      assign: boolean { $0.settings.spacesHanAndLatin = $1 }),
    Setting(
      "pad-marks", .boolean,
      (
        "终端给一列的 “ ” ‘ ’ 在汉字旁占两列；只在屏幕上。", "終端給一欄的 “ ” ‘ ’ 在漢字旁占兩欄；只在螢幕上。",
        "“ ” ‘ ’ take two columns beside Han where the terminal gives them one; on the screen only."
      ),
      value: { .boolean($0.settings.padsNarrowMarks) },
      assign: boolean { $0.settings.padsNarrowMarks = $1 }),
    Setting(
      "squeeze-marks", .boolean,
      (
        "“ ‘ 与前面标点的空白合用，每行如此，不只在需要时。", "“ ‘ 與前面標點的空白合用，每行如此，不只在需要時。",
        "“ and ‘ share the blank of a mark before them in every line, not only in one that needs it."
      ),
      value: { .boolean($0.settings.squeezesAdjacentMarks) },
      assign: boolean { $0.settings.squeezesAdjacentMarks = $1 }),
    Setting(
      "fill", .boolean,
      (
        "差一两列的行在空格处和字母旁补满。", "差一兩欄的行在空格處和字母旁補滿。",
        "Fill lines that are a column or two short, at blanks and beside Latin letters."
      ),
      value: { .boolean($0.settings.fillsGently) },
      assign: boolean { $0.settings.fillsGently = $1 }),
    Setting(
      "justify", .boolean, ("每行都两端对齐。", "每行都兩端對齊。", "Fill every line to the measure."),
      value: { .boolean($0.settings.justifies) },
      assign: boolean { $0.settings.justifies = $1 }),
    Setting(
      "vertical", .boolean, ("直排，各列从右到左。", "直排，各行從右到左。", "Vertical setting: columns from right to left."),
      value: { .boolean($0.settings.setsVertically) },
      assign: boolean { $0.settings.setsVertically = $1 }),
    Setting(
      "script", .choice([Settings.scriptAsWritten] + Script.allCases.map(\.rawValue)),
      (
        "中文用哪种字显示；mainland、taiwan、hong-kong 连用语也转换。", "中文用哪種字顯示；mainland、taiwan、hong-kong 連用語也轉換。",
        "The characters that Chinese is shown in; mainland, taiwan and hong-kong change words too."
      ),
      value: { .text($0.settings.script?.rawValue ?? Settings.scriptAsWritten) },
      assign: text { $0.settings.script = Script(rawValue: $1) }),
    Setting(
      "reading", .choice([Settings.noReading] + PhoneticNotation.allCases.map(\.rawValue)),
      (
        "行上注音：pinyin（拼音）、zhuyin（注音符号）；猜的带 ?。", "行上注音：pinyin（漢語拼音）、zhuyin（注音符號）；猜的帶 ?。",
        "How characters are read, above the line: pinyin or zhuyin; ? marks a guess."
      ),
      value: { .text($0.settings.reading?.rawValue ?? Settings.noReading) },
      assign: text { $0.settings.reading = PhoneticNotation(rawValue: $1) }),
    Setting(
      "facets", .boolean, ("文章列表旁显示分类。", "文章清單旁顯示分類。", "Facets beside the list."),
      value: { .boolean($0.settings.showsFacets) },
      assign: boolean { $0.settings.showsFacets = $1 }),
    Setting(
      "search-facets", .boolean, ("检索结果旁显示分类。", "檢索結果旁顯示分類。", "Facets beside the hits of a search."),
      value: { .boolean($0.settings.showsFacetsInSearch) },
      assign: boolean { $0.settings.showsFacetsInSearch = $1 }),
    Setting(
      "preview", .boolean,
      ("宽屏上，列表旁显示所选文章的正文。", "寬螢幕上，清單旁顯示所選文章的正文。", "The selected article's text beside the list, on wide screens."),
      value: { .boolean($0.settings.showsPreview) },
      assign: boolean { $0.settings.showsPreview = $1 }),
    Setting(
      "pane", .boolean, ("正文旁显示文章信息。", "正文旁顯示文章資訊。", "The pane about the article beside its text."),
      value: { .boolean($0.settings.showsPane) },
      assign: boolean { $0.settings.showsPane = $1 }),
    Setting(
      "speed", .integer(50...2000),
      ("每分钟读多少字，用来估计还剩多久。", "每分鐘讀多少字，用來估計還剩多久。", "Characters that you read in a minute, for the time left."),
      value: { .integer($0.settings.charactersPerMinute) },
      assign: integer { $0.settings.charactersPerMinute = $1 }),
    Setting(
      "mouse", .boolean,
      (
        "点按和滚轮；关掉后留给终端选取文字。", "點按和滾輪；關掉後留給終端選取文字。",
        "Clicks and the wheel; off leaves them to the terminal, for selecting."
      ),
      value: { .boolean($0.settings.usesMouse) },
      assign: boolean { $0.settings.usesMouse = $1 }),
    Setting(
      "ambiguous-width", .choice(["auto", "narrow", "wide"]),
      (
        "终端给 “ ” … ─ 之类几列；auto 表示去问它。", "終端給 “ ” … ─ 之類幾欄；auto 表示去問它。",
        "Columns that the terminal gives to “ ” … ─ and their like; auto asks it."
      ),
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
      "opener", .text,
      (
        "打开链接的程序；网址是它唯一的参数。", "開啟連結的程式；網址是它唯一的參數。",
        "The program that shows a link; it gets the URL as its one argument."
      ),
      commonVariables: ["BROWSER"],
      value: { .text($0.opener ?? "") },
      assign: text { $0.opener = $1.isEmpty ? nil : $1 }),
    Setting(
      "openers", .openers,
      (
        "按网址选程序，如 \"youtube.com\" = \"mpv\"、\"*.pdf\" = \"zathura\"。",
        "按網址選程式，如 \"youtube.com\" = \"mpv\"、\"*.pdf\" = \"zathura\"。",
        "Programs by address, such as  \"youtube.com\" = \"mpv\"  or  \"*.pdf\" = \"zathura\"."
      ),
      value: { .table($0.openers) },
      assign: { value, _, configuration in
        guard case .table(let openers) = value else { return }
        configuration.openers.merge(openers) { $1 }
      }),
    Setting(
      "editor", .text, ("修改收藏夹文件的编辑器。", "修改收藏夾檔案的編輯器。", "The editor for the bookmarks file."),
      commonVariables: ["VISUAL", "EDITOR"],
      value: { .text($0.editor ?? "") },
      assign: text { $0.editor = $1.isEmpty ? nil : $1 }),
    Setting(
      "dictionaries", .dictionaries,
      (
        "查词的命令，如 cedict = \"sdcv -n01 -- {word}\"；不写 {word} 时词从标准输入来。",
        "查詞的命令，如 cedict = \"sdcv -n01 -- {word}\"；不寫 {word} 時詞從標準輸入來。",
        "Commands to look words up with, such as  cedict = \"sdcv -n01 -- {word}\";  without {word} it is on standard input."
      ),
      value: { .records($0.settings.dictionaries.map(SettingRecord.init)) },
      assign: { value, _, configuration in
        guard case .records(let records) = value else { return }
        configuration.settings.dictionaries = records.compactMap(DictionaryCommand.init)
      }),
    Setting(
      "speaker", .text,
      (
        "朗读的命令，句子从标准输入来，如 espeak-ng -v cmn -s {rate}。", "朗讀的命令，句子從標準輸入來，如 espeak-ng -v cmn -s {rate}。",
        "The command that reads a sentence aloud from standard input, such as espeak-ng -v cmn -s {rate}."
      ),
      value: { .text(ChildProcess.command($0.settings.speaker)) },
      assign: text { $0.settings.speaker = ChildProcess.words($1) }),
    Setting(
      "speech-rate", .integer(State.speechRates),
      (
        "朗读的语速，写进 speaker 的 {rate}。", "朗讀的語速，寫進 speaker 的 {rate}。",
        "How fast it reads: what stands for {rate} in speaker."
      ),
      value: { .integer($0.settings.speechRate) },
      assign: integer { $0.settings.speechRate = $1 }),
    Setting(
      "keys", .keys,
      (
        "各命令的按键，如 open = [\"enter\", \"l\"]；阅览室中按 ? 列出命令。", "各命令的按鍵，如 open = [\"enter\", \"l\"]；閱覽室中按 ? 列出命令。",
        "Keys by command, such as  open = [\"enter\", \"l\"];  `?` in the room lists the commands."
      ),
      value: { .table($0.keys) },
      assign: { value, _, configuration in
        guard case .table(let keys) = value else { return }
        configuration.keys.merge(keys) { $1 }
      }),
  ]

  /// The setting with a key.
  static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}

private typealias Assignment = @Sendable (SettingValue, String, inout Configuration) -> Void

private func text(_ set: @escaping @Sendable (inout Configuration, String) -> Void) -> Assignment {
  { value, _, configuration in
    if case .text(let text) = value { set(&configuration, text) }
  }
}

/// Paths are relative to the folder of the source that names them.
private func path(_ set: @escaping @Sendable (inout Configuration, String) -> Void) -> Assignment {
  { value, folder, configuration in
    if case .text(let path) = value { set(&configuration, configuration.paths.resolve(path, from: folder)) }
  }
}

private func paths(_ set: @escaping @Sendable (inout Configuration, [String]) -> Void) -> Assignment {
  { value, folder, configuration in
    guard case .texts(let paths) = value else { return }
    set(&configuration, paths.map { configuration.paths.resolve($0, from: folder) })
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
