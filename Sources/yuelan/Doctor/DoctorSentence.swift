import ReadingRoom

/// What the doctor says of files that it has looked into, and what it advises, one row each in the interface's languages.
enum DoctorSentence {
  case stateSound(path: String, count: Int)
  case stateNone(path: String)
  case stateDamaged(path: String, reason: String)
  case stateUnreadable(path: String, reason: String)
  case stateNewer(path: String)
  case stateAside(path: String)
  case indexNone(path: String)
  case indexSound(path: String, count: Int)
  case indexUnfinished(path: String, count: Int)
  case indexDamaged(path: String, reason: String)
  case indexOtherVersion(path: String)
  case indexUnreadable(path: String, reason: String)
  case indexBusy(path: String)
  case bookmarksCount(path: String, count: Int)
  case bookmarksOpenFence(line: Int)
  case bookmarksInFence(lines: String)
  case bookmarksUnreadable(lines: String)
  case bookmarksRepeated(lines: String)
  case bookmarksEncoding(lines: String)
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

  func text(in language: Language) -> String {
    switch language {
    case .simplified: row.simplified
    case .traditional: row.traditional
    case .english: row.english
    }
  }

  private var row: (simplified: String, traditional: String, english: String) {
    switch self {
    case .stateSound(let path, let count):
      ("\(path)：完好，\(count) 篇的阅读记录", "\(path)：完好，\(count) 篇的閱讀記錄", "\(path): sound, marks of \(count) articles")
    case .stateNone(let path): ("\(path)：还没有", "\(path)：還沒有", "\(path): none yet")
    case .stateDamaged(let path, let reason):
      ("\(path)：已损坏（\(reason)）", "\(path)：已損壞（\(reason)）", "\(path): damaged (\(reason))")
    case .stateUnreadable(let path, let reason), .indexUnreadable(let path, let reason):
      ("\(path)：读不了（\(reason)）", "\(path)：讀不了（\(reason)）", "\(path): cannot be read (\(reason))")
    case .stateNewer(let path):
      ("\(path)：出自更新版本的 yuelan", "\(path)：出自更新版本的 yuelan", "\(path): written by a newer yuelan")
    case .stateAside(let path):
      ("\(path)：从前损坏的阅读记录", "\(path)：從前損壞的閱讀記錄", "\(path): a state that was damaged once")
    case .indexNone(let path): ("\(path)：还没有索引", "\(path)：還沒有索引", "\(path): not indexed yet")
    case .indexSound(let path, let count):
      ("\(path)：索引完好，\(count) 篇", "\(path)：索引完好，\(count) 篇", "\(path): \(count) articles in the index, which is sound")
    case .indexUnfinished(let path, let count):
      (
        "\(path)：索引还没有建完，已有 \(count) 篇", "\(path)：索引還沒有建完，已有 \(count) 篇",
        "\(path): \(count) articles in the index, which is not finished"
      )
    case .indexDamaged(let path, let reason):
      ("\(path)：索引已损坏（\(reason)）", "\(path)：索引已損壞（\(reason)）", "\(path): the index is damaged (\(reason))")
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
    case .bookmarksCount(let path, let count): ("\(path)：\(count) 条", "\(path)：\(count) 條", "\(path): \(count) entries")
    case .bookmarksOpenFence(let line):
      (
        "第 \(line) 行的代码围栏没有结束", "第 \(line) 行的程式碼圍欄沒有結束", "the code fence in line \(line) is never closed"
      )
    case .bookmarksInFence(let lines):
      (
        "代码围栏里的条目不算收藏：第 \(lines) 行", "程式碼圍欄裡的條目不算收藏：第 \(lines) 行",
        "entries within a code fence do not count: line \(lines)"
      )
    case .bookmarksUnreadable(let lines):
      ("读不懂的条目：第 \(lines) 行", "讀不懂的條目：第 \(lines) 行", "entries that cannot be read: line \(lines)")
    case .bookmarksRepeated(let lines):
      ("重复的条目：第 \(lines) 行", "重複的條目：第 \(lines) 行", "entries of an article that has one already: line \(lines)")
    case .bookmarksEncoding(let lines):
      ("不是 UTF-8：第 \(lines) 行", "不是 UTF-8：第 \(lines) 行", "not UTF-8: line \(lines)")
    case .willBeMended:
      (
        "下次打开时自动修复，能读出的都会留下，原文件另存", "下次開啟時自動修復，能讀出的都會留下，原檔另存",
        "the next start mends it: what can be read is kept, and so is the file"
      )
    case .willBeRebuilt:
      ("下次打开时自动重建；索引只是缓存", "下次開啟時自動重建；索引只是快取", "the next start makes it anew; it is only a cache")
    case .willBeFinished:
      (
        "'yuelan index' 会接着建完；阅览室也会", "'yuelan index' 會接著建完；閱覽室也會",
        "'yuelan index' finishes it; the room does so by itself"
      )
    case .indexByCommand:
      (
        "'yuelan index' 可以建立；阅览室会自动建立", "'yuelan index' 可以建立；閱覽室會自動建立",
        "'yuelan index' does it; the room does it by itself"
      )
    case .makeReadable:
      (
        "查看那里是什么、权限如何；在那之前只留在内存里", "查看那裡是什麼、權限如何；在那之前只留在記憶體裡",
        "see what stands there and its rights; until then it is kept in memory only"
      )
    case .useNewerProgram:
      ("请用更新的版本；这一版只读不改", "請用更新的版本；這一版只讀不改", "use the newer program; this one reads it and changes nothing")
    case .deleteWhenSure:
      ("不再需要时可以删除", "不再需要時可以刪除", "delete it when you miss nothing")
    case .closeFence: ("在条目前面补上结束的围栏", "在條目前面補上結束的圍欄", "close it above the entries")
    case .moveOutOfFence: ("把条目移出围栏", "把條目移出圍欄", "move them out of the fence")
    case .mendLine:
      ("条目应为 - [标题](地址) 的样子", "條目應為 - [標題](網址) 的樣子", "an entry looks like - [title](url)")
    case .keepOne: ("留下一条即可", "留下一條即可", "one is enough")
    case .saveAsUTF8: ("请存为 UTF-8", "請存為 UTF-8", "save the file as UTF-8")
    }
  }
}
