import ArticleLibrary
import ReadingRoom

extension LibraryError: Sentence {
  /// The file, folder or entry concerned; `nil` when there is none.
  var path: String? {
    switch self {
    case .unreadable(let path, _), .unwritable(let path, _), .notRegular(let path), .notADump(let path, _),
      .endedTheProgram(let path), .source(let path, _), .locked(let path), .notText(let path), .starNotSeen(let path):
      path
    case .noSuchEntry(let key): key
    case .query, .database, .indexUnusable, .indexBusy, .articleGone: nil
    }
  }

  /// What went wrong, for the status line: the path comes last, since there may be no space for it.
  func sentence(in language: Language) -> String {
    let reason = text(in: language)
    switch self {
    case .unwritable(let path, _):
      return language.choosing(
        ("没有保存：\(reason)（\(path)）", "沒有儲存：\(reason)（\(path)）", "not saved: \(reason) (\(path))"))
    case .database, .indexUnusable: return language.choosing(("索引：\(reason)", "索引：\(reason)", "index: \(reason)"))
    default: break
    }
    guard let path, !path.isEmpty else { return reason }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name == path { return language.choosing(("\(name)：\(reason)", "\(name)：\(reason)", "\(name): \(reason)")) }
    return language.choosing(
      ("\(name)：\(reason)（\(path)）", "\(name)：\(reason)（\(path)）", "\(name): \(reason) (\(path))"))
  }

  /// The reason, in words that follow `path`.
  var wording: Wording {
    switch self {
    case .unreadable(_, let code), .unwritable(_, let code): SystemErrorSentence(code: code).wording
    case .notADump(_, let kind): kind.wording
    case .source(_, let error): error.wording
    case .query(let mistake): mistake.wording
    case .database(let code, let message, _): DatabaseFault.sqlite(code: code, message: message).wording
    case .indexUnusable(let fault): fault.wording
    case .notRegular: ("不是普通文件", "不是一般檔案", "is not a regular file")
    case .endedTheProgram:
      (
        "曾使程序中止，已跳过；修改后或 yuelan index --rebuild 时重试",
        "曾使程式中止，已略過；修改後或 yuelan index --rebuild 時重試",
        "ended the program when it was parsed; it is skipped until it changes or yuelan index --rebuild tries it again"
      )
    case .locked:
      ("被别的程序锁住，没有改动", "被別的程式鎖住，沒有改動", "is locked by another program; nothing was changed")
    case .indexBusy(let process):
      (
        "另一个 yuelan" + (process.map { "（进程 \($0)）" } ?? "") + "正在为这些文章建立索引",
        "另一個 yuelan" + (process.map { "（行程 \($0)）" } ?? "") + "正在為這些文章建立索引",
        "another yuelan" + (process.map { " (process \($0))" } ?? "") + " is making the index of these archives"
      )
    case .articleGone(nil): ("这篇文章的文件已经不在了", "這篇文章的檔案已經不在了", "the file of this article is gone")
    case .articleGone(let title?):
      ("《\(title)》的文件已经不在了", "〈\(title)〉的檔案已經不在了", "the file of “\(title)” is gone")
    case .noSuchEntry: ("没有这一条", "沒有這一條", "no longer exists")
    case .notText:
      (
        "是 UTF-16 或 UTF-32，不是 UTF-8，没有改动", "是 UTF-16 或 UTF-32，不是 UTF-8，沒有改動",
        "is UTF-16 or UTF-32, not UTF-8; it was left alone"
      )
    case .starNotSeen:
      ("新条目在这个文件里显示不出来，没有添加", "新條目在這個檔案裡顯示不出來，沒有加入", "would not show the new entry; it was not added")
    }
  }
}

extension DatabaseFault: Sentence {
  var wording: Wording {
    switch self {
    case .otherVersion: ("出自另一版本的 yuelan", "出自另一版本的 yuelan", "another version of yuelan wrote it")
    case .emptyFile: ("文件是空的", "檔案是空的", "the file is empty")
    case .sqlite(let code, _):
      if let known = Self.reasons[code & 0xFF] {
        (
          "\(known.simplified)（SQLite \(code)）", "\(known.traditional)（SQLite \(code)）",
          "\(known.english) (SQLite \(code))"
        )
      } else {
        ("SQLite 出错，代码 \(code)", "SQLite 出錯，代碼 \(code)", "SQLite failed with code \(code)")
      }
    }
  }

  /// By primary result code (https://sqlite.org/rescode.html). SQLite's own messages, which are English, are in a
  /// trace.
  private static let reasons: [Int32: Wording] = [
    1: ("不能执行的语句，或者缺少表", "不能執行的敘述，或者缺少資料表", "a statement cannot be run, or a table is missing"),
    2: ("SQLite 内部出错", "SQLite 內部出錯", "an internal error"),
    3: ("没有权限", "沒有權限", "access was denied"),
    4: ("操作被中止", "操作被中止", "the operation was aborted"),
    5: ("被别的进程占用", "被別的行程佔用", "another process is using it"),
    6: ("被别的进程占用", "被別的行程佔用", "another process is using it"),
    7: ("内存不足", "記憶體不足", "out of memory"),
    8: ("只读，不能写入", "唯讀，不能寫入", "it is read-only"),
    9: ("操作被打断", "操作被打斷", "the operation was interrupted"),
    10: ("磁盘读写出错", "磁碟讀寫出錯", "the disk failed to read or write"),
    11: ("数据库已损坏", "資料庫已損壞", "the database is damaged"),
    13: ("磁盘已满", "磁碟已滿", "the disk is full"),
    14: ("打不开数据库", "打不開資料庫", "the database cannot be opened"),
    15: ("被别的进程占用", "被別的行程佔用", "another process is using it"),
    17: ("数据库的结构被改动过", "資料庫的結構被改動過", "the tables were changed meanwhile"),
    18: ("数据太大", "資料太大", "a value is too large"),
    19: ("数据违反约束", "資料違反限制", "the data break a constraint"),
    20: ("数据的类型不符", "資料的型別不符", "a value has the wrong type"),
    21: ("数据库用法有误", "資料庫用法有誤", "the database was used wrongly"),
    22: ("系统不支持这么大的文件", "系統不支援這麼大的檔案", "the system does not support a file this large"),
    23: ("没有权限", "沒有權限", "access was denied"),
    25: ("数据库用法有误", "資料庫用法有誤", "the database was used wrongly"),
    26: ("不是数据库", "不是資料庫", "it is not a database"),
  ]
}

extension FileFailure: Sentence {
  var wording: Wording {
    let (simplified, traditional, english) = reason.wording
    let place = path.isEmpty ? "" : path + ": "
    return (place + simplified, place + traditional, place + english)
  }
}

extension FileFailure.Reason: Sentence {
  var wording: Wording {
    switch self {
    case .system(let code): SystemErrorSentence(code: code).wording
    case .library(let error): error.wording
    }
  }
}
