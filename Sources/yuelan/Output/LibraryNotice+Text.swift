import ArticleLibrary
import ReadingRoom

extension LibraryNotice {
  /// The notice for standard error.
  var sentence: String {
    // What commands say of every file that they cannot read.
    if case .archiveUnreadable(let path, let code) = self { return "\(path): \(systemMessage(code))" }
    if case .fileEndedTheProgram(let path) = self {
      return "\(path): ended the program when it was parsed and is passed over; index --rebuild tries it again"
    }
    return text(in: .english)
  }

  /// The notice for the status line.
  func text(in language: Language) -> String {
    let row: (simplified: String, traditional: String, english: String) =
      switch self {
      case .indexRebuilt(let reason):
        (
          "索引不可用，正在重建（\(reason)）", "索引不可用，正在重建（\(reason)）",
          "the index could not be used and is made anew: \(reason)"
        )
      case .indexNotKept(let path, let reason):
        (
          "索引不会保存：\(path)（\(reason)）", "索引不會儲存：\(path)（\(reason)）",
          "\(path): \(reason); the index is not kept"
        )
      case .stateNotKept(let path, let reason):
        (
          "已读记录和阅读位置不会保存：\(path)（\(reason)）", "已讀記錄和閱讀位置不會儲存：\(path)（\(reason)）",
          "\(path): \(reason); read marks and positions are not kept"
        )
      case .stateDamaged(let path, let count):
        (
          "阅读记录已损坏，原文件留在 \(path)；找回 \(count) 篇的记录", "閱讀記錄已損壞，原檔留在 \(path)；找回 \(count) 篇的記錄",
          "the state (read marks, positions) was damaged; it is kept as \(path), and marks of \(count) articles were restored"
        )
      case .stateKeptAgain(let path):
        (
          "已读记录和阅读位置已保存到 \(path)", "已讀記錄和閱讀位置已儲存到 \(path)",
          "read marks and positions are kept again in \(path)"
        )
      case .stateOfNewerVersion(let path):
        (
          "阅读记录出自更新版本的 yuelan，只读不改：\(path)", "閱讀記錄出自更新版本的 yuelan，只讀不改：\(path)",
          "\(path): written by a newer yuelan; it is left as it is, and read marks and positions are not kept"
        )
      case .archiveUnreadable(let path, let code):
        // The name first: a status line may have no room for the way to it.
        (
          "打不开 \(name(of: path))，先读其余的：\(path)（\(systemMessage(code))）",
          "打不開 \(name(of: path))，先讀其餘的：\(path)（\(systemMessage(code))）",
          "cannot open \(name(of: path)), here are the others: \(path) (\(systemMessage(code)))"
        )
      case .fileEndedTheProgram(let path):
        // The name first: a status line may have no room for the way to it.
        (
          "\(name(of: path)) 曾使程序中止，已跳过；修改后或 yuelan index --rebuild 时重试：\(path)",
          "\(name(of: path)) 曾使程式中止，已略過；修改後或 yuelan index --rebuild 時重試：\(path)",
          "\(name(of: path)) ended the program and is passed over; yuelan index --rebuild tries it again: \(path)"
        )
      case .anotherProcessIsIndexing:
        ("另一个进程正在更新索引", "另一個行程正在更新索引", "another yuelan is indexing these archives")
      }
    return switch language {
    case .simplified: row.simplified
    case .traditional: row.traditional
    case .english: row.english
    }
  }

  private func name(of path: String) -> Substring { path.split(separator: "/").last ?? path[...] }
}
