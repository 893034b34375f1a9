import ArchiveSources
import ReadingRoom

extension SourceError: Sentence {
  /// The reason, in words that follow the name of a container, a repository or an entry.
  var wording: Wording {
    switch self {
    case .unreadable(let code): SystemErrorSentence(code: code).wording
    case .damaged: ("已损坏或不完整", "已損壞或不完整", "is damaged or incomplete")
    case .encrypted: ("加了密，读不了", "已加密，無法讀取", "is encrypted")
    case .tooLarge: ("解开后过大，已跳过", "解開後過大，已略過", "is too large when unpacked; it is skipped")
    case .pathOutside:
      ("路径指向归档之外，已跳过", "路徑指向封存檔之外，已略過", "has a path that leads out of its archive; it is skipped")
    case .nested:
      (
        "是归档里的归档，不再往里读", "是封存檔裡的封存檔，不再往裡讀",
        "is an archive inside an archive; it is not opened"
      )
    case .noFile:
      ("是链接、子模块或文件夹，没有正文可读", "是連結、子模組或資料夾，沒有內文可讀", "is a link, a submodule or a folder, not a file")
    case .tooManyEntries:
      ("条目过多，其余的没有读", "條目過多，其餘的沒有讀取", "holds too many entries; the rest are skipped")
    case .missingProgram(let name):
      ("要用 \(name) 程序来读，这里没有安装", "要用 \(name) 程式來讀，這裡沒有安裝", "can only be read with \(name), which is not installed")
    case .notFound:
      ("归档里没有这个文件", "封存檔裡沒有這個檔案", "is not in the archive")
    case .noRevision:
      ("没有这个分支、标签或提交", "沒有這個分支、標籤或提交", "names no branch, tag or commit")
    case .missingObject:
      ("仓库不完整，缺少这个对象", "儲存庫不完整，缺少這個物件", "is missing from the repository, which is incomplete")
    case .unsupported: ("格式还不支持", "格式尚不支援", "is in an unsupported format")
    case .cancelled: ("没有读完就中断了", "沒有讀完就中斷了", "was not read to the end")
    }
  }
}
