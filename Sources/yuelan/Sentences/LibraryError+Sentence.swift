import ArticleLibrary
import ReadingRoom

extension LibraryError: Sentence {
  /// The file, folder or entry that it is about; `nil` when it is about none.
  var path: String? {
    switch self {
    case .unreadable(let path, _), .unwritable(let path, _), .notRegular(let path), .notADump(let path, _),
      .endedTheProgram(let path), .source(let path, _), .locked(let path), .notText(let path), .starNotSeen(let path):
      path
    case .noSuchEntry(let key): key
    case .query, .database, .indexUnusable, .indexBusy: nil
    }
  }

  /// What went wrong, for the status line: the name first, since there may be no room for the way to it.
  func sentence(in language: Language) -> String {
    let reason = text(in: language)
    switch self {
    case .database, .indexUnusable: return language.choosing(("索引：\(reason)", "索引：\(reason)", "index: \(reason)"))
    default: break
    }
    guard let path, !path.isEmpty else { return reason }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name == path { return language.choosing(("\(name)：\(reason)", "\(name)：\(reason)", "\(name): \(reason)")) }
    return language.choosing(
      ("\(name)：\(reason)（\(path)）", "\(name)：\(reason)（\(path)）", "\(name): \(reason) (\(path))"))
  }

  /// Why, in words that follow `path`.
  var wording: Wording {
    switch self {
    case .unreadable(_, let code), .unwritable(_, let code): SystemErrorSentence(code: code).wording
    case .notADump(_, let kind): kind.wording
    case .source(_, let error): error.wording
    case .query(let mistake): mistake.wording
    case .database(let code, let message, _): DatabaseFault.sqlite(code: code, message: message).wording
    case .indexUnusable(let fault): fault.wording
    case .notRegular: ("不是普通文件", "不是一般檔案", "is no regular file")
    case .endedTheProgram:
      (
        "曾使程序中止，已跳过；修改后或 yuelan index --rebuild 时重试",
        "曾使程式中止，已略過；修改後或 yuelan index --rebuild 時重試",
        "ended the program when it was parsed; it is passed over until it changes or yuelan index --rebuild tries it again"
      )
    case .locked:
      ("被别的程序锁住，没有改动", "被別的程式鎖住，沒有改動", "is locked by another program; nothing was changed")
    case .indexBusy(let process):
      (
        "另一个 yuelan" + (process.map { "（进程 \($0)）" } ?? "") + "正在为这些文章建立索引",
        "另一個 yuelan" + (process.map { "（行程 \($0)）" } ?? "") + "正在為這些文章建立索引",
        "another yuelan" + (process.map { " (process \($0))" } ?? "") + " is making the index of these archives"
      )
    case .noSuchEntry: ("没有这一条", "沒有這一條", "is not there any more")
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
    case .sqlite(let code, let message):
      if let known = Self.chinese[code & 0xFF] {
        ("\(known.simplified)（SQLite \(code)）", "\(known.traditional)（SQLite \(code)）", "SQLite \(code): \(message)")
      } else {
        ("SQLite \(code)：\(message)", "SQLite \(code)：\(message)", "SQLite \(code): \(message)")
      }
    }
  }

  /// By primary result code (https://sqlite.org/rescode.html).
  private static let chinese: [Int32: (simplified: String, traditional: String)] = [
    3: ("没有权限", "沒有權限"), 5: ("被别的进程占用", "被別的行程佔用"), 6: ("被别的进程占用", "被別的行程佔用"), 7: ("内存不足", "記憶體不足"),
    8: ("只读，不能写入", "唯讀，不能寫入"), 10: ("磁盘读写出错", "磁碟讀寫出錯"), 11: ("数据库已损坏", "資料庫已損壞"), 13: ("磁盘已满", "磁碟已滿"),
    14: ("打不开数据库", "打不開資料庫"), 15: ("被别的进程占用", "被別的行程佔用"), 26: ("不是数据库", "不是資料庫"),
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
