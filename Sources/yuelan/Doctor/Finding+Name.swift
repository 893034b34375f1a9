import ReadingRoom

extension Finding {
  /// The check's name for people; programs read `check`.
  func name(in language: Language) -> String {
    guard language != .english, let words = Self.names[check] else { return check }
    return language == .traditional ? words.traditional : words.simplified
  }

  private static let names: [String: (simplified: String, traditional: String)] = [
    "version": ("版本", "版本"), "locale": ("区域设置", "地區設定"), "opener": ("浏览器", "瀏覽器"), "dictionaries": ("词典", "詞典"),
    "speaker": ("朗读", "朗讀"), "archive": ("文库", "文庫"),
    "bookmarks": ("收藏", "收藏"), "highlights": ("划线", "畫線"), "config": ("设置", "設定"), "state": ("阅读记录", "閱讀記錄"),
    "terminal": ("终端", "終端"),
    "terminal.ambiguous": ("不定宽字符", "不定寬字元"), "terminal.clipboard": ("剪贴板", "剪貼簿"), "terminal.colors": ("颜色", "顏色"),
    "terminal.emoji": ("表情符号", "表情符號"), "terminal.encoding": ("编码", "編碼"), "terminal.mouse": ("鼠标", "滑鼠"),
    "terminal.size": ("窗口大小", "視窗大小"), "terminal.type": ("终端类型", "終端類型"), "path.config": ("设置文件", "設定檔"),
    "path.bookmarks": ("收藏夹文件", "收藏夾檔案"), "path.state": ("记录文件夹", "記錄資料夾"), "path.cache": ("索引文件夹", "索引資料夾"),
    "path.highlights": ("划线文件", "畫線檔案"), "path.index": ("共用的索引", "共用的索引"),
    "cache.unpacked": ("解开的压缩包", "解開的壓縮檔"),
  ]
}
