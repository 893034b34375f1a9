import ReadingRoom

extension TraceFailure: Sentence {
  var wording: Wording {
    switch self {
    case .unwritable(let path, let code):
      let reason = SystemErrorSentence(code: code).wording
      return (
        "YUELAN_TRACE：\(path)：\(reason.simplified)", "YUELAN_TRACE：\(path)：\(reason.traditional)",
        "YUELAN_TRACE: \(path): \(reason.english)"
      )
    case .notRegular(let path):
      return (
        "YUELAN_TRACE：\(path)：不是普通文件", "YUELAN_TRACE：\(path)：不是一般檔案", "YUELAN_TRACE: \(path): is not a regular file"
      )
    case .inArchive(let path, let archive):
      return (
        "YUELAN_TRACE：\(path)：在文库 \(archive) 里面，那里不能写", "YUELAN_TRACE：\(path)：在文庫 \(archive) 裡面，那裡不能寫",
        "YUELAN_TRACE: \(path): is in the archive \(archive), where nothing is written"
      )
    }
  }
}
