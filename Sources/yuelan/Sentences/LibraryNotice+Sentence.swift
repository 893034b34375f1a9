import ArticleLibrary
import ReadingRoom

extension LibraryNotice: Sentence {
  /// The notice for standard error.
  var commandText: String {
    // Commands report every file that they cannot read.
    switch self {
    case .archiveUnreadable(let path, let code): "\(path): \(SystemErrorSentence(code: code).text)"
    case .sourceUnreadable(let path, let error): "\(path): \(error.text)"
    case .fileEndedTheProgram(let path): "\(path): \(LibraryError.endedTheProgram(path: path).text)"
    default: text
    }
  }

  /// The notice for the status line: the path comes last, since there may be no space for it.
  var wording: Wording {
    switch self {
    case .indexRebuilt(let fault):
      (
        "索引不可用，正在重建（\(fault.wording.simplified)）", "索引不可用，正在重建（\(fault.wording.traditional)）",
        "the index could not be used and is being rebuilt: \(fault.wording.english)"
      )
    case .indexNotKept(let path, let reason):
      (
        "索引不会保存：\(reason.wording.simplified)（\(path)）", "索引不會儲存：\(reason.wording.traditional)（\(path)）",
        "the index is not kept: \(reason.wording.english) (\(path))"
      )
    case .stateNotKept(let path, let reason):
      (
        "已读记录和阅读位置不会保存：\(reason.wording.simplified)（\(path)）",
        "已讀記錄和閱讀位置不會儲存：\(reason.wording.traditional)（\(path)）",
        "read marks and positions are not kept: \(reason.wording.english) (\(path))"
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
        "已读记录和阅读位置不会保存：原有的出自更新版本的 yuelan（\(path)）", "已讀記錄和閱讀位置不會儲存：原有的出自更新版本的 yuelan（\(path)）",
        "read marks and positions are not kept: a newer yuelan wrote them (\(path))"
      )
    case .archiveUnreadable(let path, let code):
      // The name comes first: a status line may have no space for the full path.
      (
        "打不开 \(name(of: path))，先读其余的：\(path)（\(SystemErrorSentence(code: code).wording.simplified)）",
        "打不開 \(name(of: path))，先讀其餘的：\(path)（\(SystemErrorSentence(code: code).wording.traditional)）",
        "cannot open \(name(of: path)); the others are open: \(path) (\(SystemErrorSentence(code: code).wording.english))"
      )
    case .sourceUnreadable(let path, let error):
      (
        "\(name(of: path))：\(error.wording.simplified)（\(path)）",
        "\(name(of: path))：\(error.wording.traditional)（\(path)）",
        "\(name(of: path)) \(error.wording.english) (\(path))"
      )
    case .fileEndedTheProgram(let path):
      // The name comes first: a status line may have no space for the full path.
      (
        "\(name(of: path)) 曾使程序中止，已跳过；修改后或 yuelan index --rebuild 时重试：\(path)",
        "\(name(of: path)) 曾使程式中止，已略過；修改後或 yuelan index --rebuild 時重試：\(path)",
        "\(name(of: path)) ended the program and is skipped; yuelan index --rebuild tries it again: \(path)"
      )
    case .savedFileKept(let path, let kept):
      (
        "写入 \(name(of: path)) 时，另一个程序也在保存；它存的内容有一份不在其中，留作 \(kept)",
        "寫入 \(name(of: path)) 時，另一個程式也在儲存；它存的內容有一份不在其中，留作 \(kept)",
        "another program saved \(name(of: path)) while it was being changed; what is not in it is kept as \(kept)"
      )
    case .anotherProcessIsIndexing:
      ("另一个进程正在更新索引", "另一個行程正在更新索引", "another yuelan is indexing these archives")
    }
  }

  private func name(of path: String) -> Substring { path.split(separator: "/").last ?? path[...] }
}
