import ReadingRoom

/// Sentences that the room's status line gets from here, one row each, in the interface's languages.
enum RoomSentence {
  case settingNotKept(path: String, reason: String)
  case noWayToOpen(url: String)
  case notAWebAddress(url: String)
  case opened(url: String)
  case couldNotRun(program: String, reason: String)
  case copied
  case tooLongToCopy
  case noEditor(path: String)
  case notUTF8
  case locked(path: String)
  case fileEndedTheProgram(path: String)

  func text(in language: Language) -> String {
    let row: (simplified: String, traditional: String, english: String) =
      switch self {
      case .settingNotKept(let path, let reason):
        (
          "这次的设置不会保存：\(path)（\(reason)）", "這次的設定不會儲存：\(path)（\(reason)）",
          "settings are not kept: \(path) (\(reason))"
        )
      case .noWayToOpen(let url):
        ("没有可用的浏览器：\(url)", "沒有可用的瀏覽器：\(url)", "no browser to open \(url)")
      case .notAWebAddress(let url):
        ("不是网页地址，不打开：\(url)", "不是網頁位址，不開啟：\(url)", "not a web address, not opened: \(url)")
      case .opened(let url):
        ("已交给浏览器：\(url)", "已交給瀏覽器：\(url)", "handed to the browser: \(url)")
      case .couldNotRun(let program, let reason):
        ("不能运行 \(program)：\(reason)", "不能執行 \(program)：\(reason)", "cannot run \(program): \(reason)")
      case .copied:
        ("已复制（终端允许时）", "已複製（終端允許時）", "copied, if the terminal allows it")
      case .tooLongToCopy:
        ("文字太长，终端不能复制", "文字太長，終端不能複製", "too long for a terminal's clipboard")
      case .noEditor(let path):
        ("没有设定编辑器（$EDITOR）；书签在 \(path)", "沒有設定編輯器（$EDITOR）；書籤在 \(path)", "no $EDITOR; bookmarks are in \(path)")
      case .locked(let path):
        (
          "文件被别的程序锁住，没有改动：\(path)", "檔案被別的程式鎖住，沒有改動：\(path)",
          "locked by another program, nothing was changed: \(path)"
        )
      case .fileEndedTheProgram(let path):
        (
          "这个文件曾使程序中止，已跳过：\(path)（修改后或 yuelan index --rebuild 时重试）",
          "這個檔案曾使程式中止，已略過：\(path)（修改後或 yuelan index --rebuild 時重試）",
          "ended the program when it was parsed, passed over: \(path) (tried again when it changes, or by yuelan index --rebuild)"
        )
      case .notUTF8:
        ("终端不按 UTF-8 显示", "終端不按 UTF-8 顯示", "the terminal does not show UTF-8")
      }
    return switch language {
    case .simplified: row.simplified
    case .traditional: row.traditional
    case .english: row.english
    }
  }
}
