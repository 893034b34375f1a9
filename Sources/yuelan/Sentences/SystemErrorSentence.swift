import Glibc
import ReadingRoom

/// Why a system call failed.
struct SystemErrorSentence: Sentence {
  /// `errno`.
  var code: Int32

  var wording: Wording {
    let english = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    guard let known = Self.chinese[code] else { return ("系统错误 \(code)", "系統錯誤 \(code)", english) }
    return (known.simplified, known.traditional, english)
  }

  /// Error codes that occur with files, folders, terminals and child processes (errno(3)).
  private static let chinese: [Int32: (simplified: String, traditional: String)] = [
    ENOENT: ("没有这个文件或文件夹", "沒有這個檔案或資料夾"), EACCES: ("没有权限", "沒有權限"), EPERM: ("不允许这样做", "不允許這樣做"),
    EISDIR: ("是文件夹", "是資料夾"), ENOTDIR: ("路径中有一段不是文件夹", "路徑中有一段不是資料夾"), EEXIST: ("已经存在", "已經存在"),
    ENOSPC: ("磁盘已满", "磁碟已滿"), EDQUOT: ("超出磁盘配额", "超出磁碟配額"), EROFS: ("文件系统只读", "檔案系統唯讀"),
    EIO: ("磁盘或线路读写出错", "磁碟或線路讀寫出錯"), EFBIG: ("文件过大", "檔案過大"), ENAMETOOLONG: ("文件名过长", "檔名過長"),
    ELOOP: ("符号链接层数过多", "符號連結層數過多"), EMFILE: ("打开的文件过多", "開啟的檔案過多"), ENFILE: ("系统打开的文件过多", "系統開啟的檔案過多"),
    ENOMEM: ("内存不足", "記憶體不足"), EBUSY: ("正在使用", "正在使用"), ETXTBSY: ("程序正在运行", "程式正在執行"),
    EXDEV: ("不在同一个文件系统", "不在同一個檔案系統"),
    EPIPE: ("对方已不再接收", "對方已不再接收"), EINVAL: ("系统不接受", "系統不接受"), ENXIO: ("设备不存在", "裝置不存在"), ENODEV: ("设备不存在", "裝置不存在"),
    ESTALE: ("网络文件已失效", "網路檔案已失效"), ENOEXEC: ("不是可以运行的程序", "不是可以執行的程式"), E2BIG: ("参数过长", "參數過長"),
    EAGAIN: ("暂时不可用", "暫時無法使用"), ETIMEDOUT: ("超时", "逾時"), EILSEQ: ("文件名的编码不受支持", "檔名的編碼不受支援"),
  ]
}
