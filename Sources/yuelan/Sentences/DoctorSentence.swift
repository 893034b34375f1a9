import ArticleLibrary
import CursesTerminal
import ReadingRoom

/// The doctor's messages about the terminal, files and their content, with advice.
enum DoctorSentence: Sentence, Hashable {
  /// A path, a name, a number: the same in every language.
  case plain(String)
  case failed(LibraryError)
  case settings(ConfigurationProblem)
  // The terminal.
  case terminalFailed(TerminalFailure)
  case noTerminal
  case localeUnset
  case localeMissing(String, variable: String)
  case answers(name: String?, isLight: Bool?, synchronizes: Bool, offersClusters: Bool)
  case mouseOn, mouseOff
  case typeWithin(String, multiplexer: String)
  case size(columns: Int, rows: Int)
  case trueColor
  case noColor(byVariable: Bool)
  case widthsUnknown
  case notUTF8
  case ambiguous(columns: Int)
  case emoji(heart: Int, family: Int)
  case clipboard(through: String?)
  case noOpener
  case noDictionaries, noSpeaker
  case notInstalled(program: String, command: String)
  case ruler
  // Files and folders.
  case noSettings(path: String)
  case notReadable(path: String)
  case notWritable(path: String)
  case notThere(path: String)
  case cannotBeMade(path: String, folder: String)
  // What they hold.
  case stateSound(path: String, count: Int)
  case stateNone(path: String)
  case unpacked(OpenSources.UnpackedArchives)
  case stateDamaged(path: String, reason: DatabaseFault)
  case stateUnreadable(path: String, reason: LibraryError)
  case stateNewer(path: String)
  case stateAside(path: String)
  case indexNone(path: String)
  case indexSound(path: String, count: Int)
  case indexUnfinished(path: String, count: Int)
  case indexDamaged(path: String, reason: DatabaseFault)
  case indexOtherVersion(path: String)
  case indexUnreadable(path: String, reason: LibraryError)
  case indexBusy(path: String)
  case entryCount(path: String, count: Int)
  case entriesOpenFence(line: Int)
  case entriesInFence(lines: String)
  case entriesUnreadable(lines: String)
  case entriesRepeated(lines: String)
  case entriesEncoding(lines: String)
  // Advice.
  case willBeMended
  case willBeRebuilt
  case willBeFinished
  case indexByCommand
  case makeReadable
  case useNewerProgram
  case deleteWhenSure
  case closeFence
  case moveOutOfFence
  case mendLine
  case keepOne
  case saveAsUTF8
  case setTerm, exportLocale(variable: String), enlarge, tryMoreColors, compareRuler, switchToUTF8, widthSetOtherwise,
    setClipboard
  case setOpener, setDictionaries, setSpeaker, installProgram, mendThatLine, printSettings, marksAreLost, indexIsLost
  case setElsewhere(setting: String)
  case makeBookmarksWritable, makeHighlightsWritable
  case mendArchives

  private static func unpacked(_ kept: OpenSources.UnpackedArchives) -> Wording {
    func mebibytes(_ bytes: Int64) -> String { "\((bytes + (1 << 20) - 1) >> 20) MiB" }
    let (size, most) = (mebibytes(kept.sizeInBytes), mebibytes(kept.largestSizeInBytes))
    return (
      "\(kept.folder)：解开的压缩包占 \(size)，最多 \(most)；删掉只会让下次打开慢些",
      "\(kept.folder)：解開的壓縮檔占 \(size)，最多 \(most)；刪掉只會讓下次開啟慢些",
      "\(kept.folder): \(size) of unpacked archives, at most \(most); without them the next opening is slower"
    )
  }

  var wording: Wording {
    switch self {
    case .stateSound(let path, let count):
      ("\(path)：完好，\(count) 篇的阅读记录", "\(path)：完好，\(count) 篇的閱讀記錄", "\(path): sound, marks of \(count) articles")
    case .unpacked(let kept): Self.unpacked(kept)
    case .stateNone(let path): ("\(path)：还没有", "\(path)：還沒有", "\(path): none yet")
    case .stateDamaged(let path, let reason):
      (
        "\(path)：已损坏（\(reason.wording.simplified)）", "\(path)：已損壞（\(reason.wording.traditional)）",
        "\(path): damaged (\(reason.wording.english))"
      )
    case .stateUnreadable(let path, let reason), .indexUnreadable(let path, let reason):
      (
        "\(path)：读不了（\(reason.wording.simplified)）", "\(path)：讀不了（\(reason.wording.traditional)）",
        "\(path): cannot be read (\(reason.wording.english))"
      )
    case .stateNewer(let path):
      ("\(path)：出自更新版本的 yuelan", "\(path)：出自更新版本的 yuelan", "\(path): written by a newer yuelan")
    case .stateAside(let path):
      ("\(path)：从前损坏的阅读记录", "\(path)：從前損壞的閱讀記錄", "\(path): a state file that was damaged")
    case .indexNone(let path): ("\(path)：还没有索引", "\(path)：還沒有索引", "\(path): not indexed yet")
    case .indexSound(let path, let count):
      ("\(path)：索引完好，\(count) 篇", "\(path)：索引完好，\(count) 篇", "\(path): \(count) articles in the index, which is sound")
    case .indexUnfinished(let path, let count):
      (
        "\(path)：索引还没有建完，已有 \(count) 篇", "\(path)：索引還沒有建完，已有 \(count) 篇",
        "\(path): \(count) articles in the index, which is not finished"
      )
    case .indexDamaged(let path, let reason):
      (
        "\(path)：索引已损坏（\(reason.wording.simplified)）", "\(path)：索引已損壞（\(reason.wording.traditional)）",
        "\(path): the index is damaged (\(reason.wording.english))"
      )
    case .indexOtherVersion(let path):
      (
        "\(path)：索引出自另一版本的 yuelan", "\(path)：索引出自另一版本的 yuelan",
        "\(path): the index is of another version of yuelan"
      )
    case .indexBusy(let path):
      (
        "\(path)：另一个 yuelan 正在建索引", "\(path)：另一個 yuelan 正在建索引",
        "\(path): another yuelan is making the index"
      )
    case .entryCount(let path, let count): ("\(path)：\(count) 条", "\(path)：\(count) 條", "\(path): \(count) entries")
    case .entriesOpenFence(let line):
      (
        "第 \(line) 行的代码围栏没有结束", "第 \(line) 行的程式碼圍欄沒有結束", "the code fence in line \(line) is never closed"
      )
    case .entriesInFence(let lines):
      (
        "代码围栏里的条目不算数：第 \(lines) 行", "程式碼圍欄裡的條目不算數：第 \(lines) 行",
        "entries within a code fence do not count: line \(lines)"
      )
    case .entriesUnreadable(let lines):
      ("读不懂的条目：第 \(lines) 行", "讀不懂的條目：第 \(lines) 行", "entries that cannot be read: line \(lines)")
    case .entriesRepeated(let lines):
      ("重复的条目：第 \(lines) 行", "重複的條目：第 \(lines) 行", "entries that repeat an earlier one: line \(lines)")
    case .entriesEncoding(let lines):
      ("不是 UTF-8：第 \(lines) 行", "不是 UTF-8：第 \(lines) 行", "not UTF-8: line \(lines)")
    case .willBeMended:
      (
        "下次打开时自动修复，能读出的都会留下，原文件另存", "下次開啟時自動修復，能讀出的都會留下，原檔另存",
        "the next start repairs it; what can be read is kept, and so is the damaged file"
      )
    case .willBeRebuilt:
      ("下次打开时自动重建；索引只是缓存", "下次開啟時自動重建；索引只是快取", "the next start rebuilds it; it is only a cache")
    case .willBeFinished:
      (
        "'yuelan index' 会接着建完；阅览室也会", "'yuelan index' 會接著建完；閱覽室也會",
        "'yuelan index' finishes it, and so does the room"
      )
    case .indexByCommand:
      (
        "'yuelan index' 可以建立；阅览室会自动建立", "'yuelan index' 可以建立；閱覽室會自動建立",
        "'yuelan index' makes it, and so does the room"
      )
    case .makeReadable:
      (
        "查看那里是什么、权限如何；在那之前只留在内存里", "查看那裡是什麼、權限如何；在那之前只留在記憶體裡",
        "check what is there and its permissions; until then it is kept in memory only"
      )
    case .useNewerProgram:
      ("请用更新的版本；这一版只读不改", "請用更新的版本；這一版只讀不改", "use the newer program; this one reads it and changes nothing")
    case .deleteWhenSure:
      ("不再需要时可以删除", "不再需要時可以刪除", "delete it once nothing is missing")
    case .closeFence: ("在条目前面补上结束的围栏", "在條目前面補上結束的圍欄", "close it above the entries")
    case .moveOutOfFence: ("把条目移出围栏", "把條目移出圍欄", "move them out of the fence")
    case .mendLine:
      ("条目应为 - [标题](地址) 的样子", "條目應為 - [標題](網址) 的樣子", "an entry looks like - [title](url)")
    case .keepOne: ("留下一条即可", "留下一條即可", "one is enough")
    case .saveAsUTF8: ("请存为 UTF-8", "請存為 UTF-8", "save the file as UTF-8")
    case .plain(let text): (text, text, text)
    case .failed(let error):
      (
        error.sentence(in: .simplified), error.sentence(in: .traditional), error.sentence(in: .english)
      )
    case .settings(let problem):
      (problem.sentence(in: .simplified), problem.sentence(in: .traditional), problem.sentence(in: .english))
    case .terminalFailed(let failure): failure.wording
    case .noTerminal:
      ("没有检查：输入或输出不是终端", "沒有檢查：輸入或輸出不是終端", "not checked: input or output is not a terminal")
    case .localeUnset: ("没有设置", "沒有設定", "unset")
    case .localeMissing(let name, let variable):
      (
        "\(name) (\(variable))：系统里没有安装", "\(name) (\(variable))：系統裡沒有安裝",
        "\(name) (\(variable)): not installed on this system"
      )
    case .answers(let name, let isLight, let synchronizes, let offersClusters):
      (
        [
          name.map { "自称 \($0)" } ?? "没有报名字", isLight.map { $0 ? "浅色背景" : "深色背景" },
          synchronizes ? "整帧显示" : nil, offersClusters ? "可按字形簇显示" : nil,
        ].compactMap { $0 }.joined(separator: "，"),
        [
          name.map { "自稱 \($0)" } ?? "沒有報名字", isLight.map { $0 ? "淺色背景" : "深色背景" },
          synchronizes ? "整幀顯示" : nil, offersClusters ? "可按字形簇顯示" : nil,
        ].compactMap { $0 }.joined(separator: "，"),
        [
          name.map { "calls itself \($0)" } ?? "gives no name",
          isLight.map { $0 ? "a light background" : "a dark background" },
          synchronizes ? "draws complete frames" : nil, offersClusters ? "draws clusters as one when asked" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
      )
    case .mouseOn: ("开：点按和滚轮由阅览室处理", "開：點按和滾輪由閱覽室處理", "on: clicks and wheel go to the room")
    case .mouseOff: ("关，由设置决定", "關，由設定決定", "off, by the settings")
    case .typeWithin(let type, let multiplexer):
      ("\(type)，在 \(multiplexer) 中", "\(type)，在 \(multiplexer) 中", "\(type), in \(multiplexer)")
    case .size(let columns, let rows):
      ("\(columns) 列，\(rows) 行", "\(columns) 欄，\(rows) 列", "\(columns) columns, \(rows) rows")
    case .trueColor: ("真彩色", "全彩", "true colour")
    case .noColor(let byVariable):
      byVariable ? ("无，因为设了 NO_COLOR", "無，因為設了 NO_COLOR", "none, by NO_COLOR") : ("无", "無", "none")
    case .widthsUnknown: ("终端没有回答", "終端沒有回答", "the terminal does not say")
    case .notUTF8: ("把 UTF-8 当成单字节显示", "把 UTF-8 當成單位元組顯示", "reads UTF-8 as single bytes")
    case .ambiguous(let columns):
      (
        "“ ” — … · ① 各占 \(columns) 列", "“ ” — … · ① 各占 \(columns) 欄",
        "“ ” — … · ① take \(columns) column\(columns == 1 ? "" : "s")"
      )
    case .emoji(let heart, let family):
      (
        "❤️ 占 \(heart) 列，组合的一家人占 \(family) 列；阅览室会照顾这种差别", "❤️ 占 \(heart) 欄，組合的一家人占 \(family) 欄；閱覽室會照顧這種差別",
        "❤️ takes \(heart), a joined family \(family); Yuelan draws around the difference"
      )
    case .clipboard(let multiplexer):
      if let multiplexer {
        ("OSC 52，经 \(multiplexer)", "OSC 52，經 \(multiplexer)", "OSC 52 through \(multiplexer)")
      } else {
        ("OSC 52，看终端是否允许", "OSC 52，看終端是否允許", "OSC 52, if the terminal allows it")
      }
    case .noDictionaries:
      ("没有：查词时只查文库", "沒有：查詞時只查文庫", "none: words are looked up in the library only")
    case .noSpeaker: ("没有：不能朗读", "沒有：不能朗讀", "none: nothing is read aloud")
    case .notInstalled(let program, let command):
      ("没有 \(program) 这个程序：\(command)", "沒有 \(program) 這個程式：\(command)", "there is no program \(program): \(command)")
    case .setDictionaries:
      (
        "在 config.toml 里写 [dictionaries]，如 cedict = \"sdcv -n01 -- {word}\"",
        "在 config.toml 裡寫 [dictionaries]，如 cedict = \"sdcv -n01 -- {word}\"",
        "add [dictionaries] to config.toml, such as  cedict = \"sdcv -n01 -- {word}\""
      )
    case .setSpeaker:
      (
        "在 config.toml 里写 speaker = \"espeak-ng -v cmn -s {rate}\"",
        "在 config.toml 裡寫 speaker = \"espeak-ng -v cmn -s {rate}\"",
        "add  speaker = \"espeak-ng -v cmn -s {rate}\"  to config.toml"
      )
    case .installProgram: ("安装这个程序，或改设置里的命令", "安裝這個程式，或改設定裡的命令", "install it, or change the command in the settings")
    case .noOpener: ("没有：链接只显示，可以复制", "沒有：連結只顯示，可以複製", "none: links are shown, to be copied")
    case .ruler: Self.rulers
    case .noSettings(let path): ("\(path)：没有，用标准设置", "\(path)：沒有，用標準設定", "\(path): none; the defaults apply")
    case .notReadable(let path): ("\(path)：不可读", "\(path)：不可讀", "\(path): not readable")
    case .notWritable(let path): ("\(path)：不可写", "\(path)：不可寫", "\(path): not writable")
    case .notThere(let path): ("\(path)：不存在", "\(path)：不存在", "\(path): not there")
    case .cannotBeMade(let path, let folder):
      (
        "\(path)：建不了，\(folder) 不可写", "\(path)：建不了，\(folder) 不可寫", "\(path): cannot be made, \(folder) is not writable"
      )
    case .setTerm: ("把 TERM 设为终端的实际类型", "把 TERM 設為終端的實際類型", "set TERM to what your terminal is")
    case .exportLocale(let variable):
      (
        "阅览照样输出 UTF-8；别的程序需要 export \(variable)=C.UTF-8", "閱覽照樣輸出 UTF-8；別的程式需要 export \(variable)=C.UTF-8",
        "Yuelan writes UTF-8 all the same; other programs need 'export \(variable)=C.UTF-8'"
      )
    case .enlarge: ("阅览室至少要 20 列 5 行", "閱覽室至少要 20 欄 5 列", "the room needs at least 20 by 5")
    case .tryMoreColors:
      (
        "配色会简化；也许可用 TERM=xterm-256color", "配色會簡化；也許可用 TERM=xterm-256color",
        "themes look plainer; TERM=xterm-256color may also be right"
      )
    case .compareRuler:
      (
        "对照下面的标尺；第二行偏长时设 ambiguous-width = \"wide\"", "對照下面的標尺；第二行偏長時設 ambiguous-width = \"wide\"",
        "compare the ruler below; set ambiguous-width = \"wide\" if its second line is longer"
      )
    case .switchToUTF8: ("把终端切换到 UTF-8", "把終端切換到 UTF-8", "switch the terminal to UTF-8")
    case .widthSetOtherwise:
      (
        "与设置 ambiguous-width 不符；用 \"auto\" 即可", "與設定 ambiguous-width 不符；用 \"auto\" 即可",
        "the setting ambiguous-width says otherwise; \"auto\" would do"
      )
    case .setClipboard:
      (
        "tmux 需要 set -g set-clipboard on 才会转交", "tmux 需要 set -g set-clipboard on 才會轉交",
        "tmux passes it on after 'set -g set-clipboard on'"
      )
    case .setOpener:
      (
        "把 opener 或 BROWSER 设为能打开网址的程序", "把 opener 或 BROWSER 設為能開啟網址的程式",
        "set opener, or BROWSER, to a program that shows a URL"
      )
    case .mendThatLine: ("改正这一行", "改正這一行", "correct that line")
    case .printSettings:
      ("yuelan config --default 可打印一份", "yuelan config --default 可印出一份", "'yuelan config --default' prints one")
    case .setElsewhere(let setting):
      ("把 \(setting) 设为可写的路径", "把 \(setting) 設為可寫的路徑", "set \(setting) to a path that you can write to")
    case .makeHighlightsWritable:
      ("划线保存不了；请 chmod u+rw", "畫線儲存不了；請 chmod u+rw", "highlights cannot be saved; chmod u+rw")
    case .makeBookmarksWritable: ("收藏保存不了；请 chmod u+rw", "收藏儲存不了；請 chmod u+rw", "stars cannot be saved; chmod u+rw")
    case .marksAreLost:
      (
        "已读记录和阅读位置只保留到离开阅览室；请改为可写", "已讀記錄和閱讀位置只保留到離開閱覽室；請改為可寫",
        "read marks and positions last until the room is left; make it writable"
      )
    case .indexIsLost:
      ("索引只保留到离开阅览室；请改为可写", "索引只保留到離開閱覽室；請改為可寫", "the index lasts until the room is left; make it writable")
    case .mendArchives: ("改正路径，或设置里的 archives", "改正路徑，或設定裡的 archives", "correct the path, or archives in the settings")
    }
  }

  /// Lines of forty columns each, to compare: if one looks longer, the terminal counts columns differently.
  private static let rulers: Wording = (
    ruler("汉字：各两列", "宽度不定：这里算一列", "扩展 B 区汉字：各两列"), ruler("漢字：各兩欄", "寬度不定：這裡算一欄", "擴充 B 區漢字：各兩欄"),
    ruler("Han: two columns each", "ambiguous: one column each here", "Han of extension B: two columns each")
  )

  private static func ruler(_ han: String, _ ambiguous: String, _ extensionB: String) -> String {
    """
      0         1         2         3         |
      汉字汉字汉字汉字汉字汉字汉字汉字汉字汉字|  \(han)
      “”——……··“”——……··“”——……··“”——……··“”——……··|  \(ambiguous)
      𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷|  \(extensionB)

    """
  }
}
