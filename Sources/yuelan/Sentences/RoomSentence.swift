import ReadingRoom

/// Messages for the room's status line that come from this module, one row each, in the interface's languages.
enum RoomSentence: Sentence {
  case settingNotKept(FileFailure)
  case noWayToOpen(url: String)
  case notAWebAddress(url: String)
  case opened(url: String)
  case couldNotRun(FileFailure)
  /// A folder could not be created.
  case couldNotMake(FileFailure)
  case copied
  case tooLongToCopy
  case noEditor(path: String)
  case noPager(path: String)
  case copyWasOpened(path: String)
  case notUTF8

  var wording: Wording {
    switch self {
    case .settingNotKept(let failure):
      (
        "这次的设置不会保存：\(failure.reason.wording.simplified)（\(failure.path)）",
        "這次的設定不會儲存：\(failure.reason.wording.traditional)（\(failure.path)）",
        "settings are not kept: \(failure.reason.wording.english) (\(failure.path))"
      )
    case .noWayToOpen(let url):
      ("没有可用的浏览器：\(url)", "沒有可用的瀏覽器：\(url)", "no browser to open \(url)")
    case .notAWebAddress(let url):
      ("不是网页地址，不打开：\(url)", "不是網頁位址，不開啟：\(url)", "not a web address, not opened: \(url)")
    case .opened(let url):
      ("已交给浏览器：\(url)", "已交給瀏覽器：\(url)", "handed to the browser: \(url)")
    case .couldNotRun(let failure):
      (
        "不能运行 \(failure.path)：\(failure.reason.wording.simplified)",
        "不能執行 \(failure.path)：\(failure.reason.wording.traditional)",
        "cannot run \(failure.path): \(failure.reason.wording.english)"
      )
    case .couldNotMake(let failure):
      (
        "不能新建文件夹：\(failure.reason.wording.simplified)（\(failure.path)）",
        "不能新增資料夾：\(failure.reason.wording.traditional)（\(failure.path)）",
        "cannot create a folder: \(failure.reason.wording.english) (\(failure.path))"
      )
    case .copied:
      ("已复制（终端允许时）", "已複製（終端允許時）", "copied, if the terminal allows it")
    case .tooLongToCopy:
      ("文字太长，终端不能复制", "文字太長，終端不能複製", "too long for a terminal's clipboard")
    case .noEditor(let path):
      ("没有设定编辑器（$EDITOR），文件在 \(path)", "沒有設定編輯器（$EDITOR），檔案在 \(path)", "no $EDITOR is set; the file is \(path)")
    case .noPager(let path):
      (
        "没有分页程序（$PAGER、less），文件在 \(path)", "沒有分頁程式（$PAGER、less），檔案在 \(path)",
        "no pager ($PAGER, less); the file is \(path)"
      )
    case .copyWasOpened(let path):
      (
        "打开的是临时副本，归档里的不改：\(path)", "開啟的是暫存副本，封存檔裡的不改：\(path)",
        "a temporary copy was opened; what is in an archive is not changed: \(path)"
      )
    case .notUTF8:
      ("终端不按 UTF-8 显示", "終端不按 UTF-8 顯示", "the terminal does not show UTF-8")
    }
  }
}
