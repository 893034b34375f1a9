import ArticleDump

extension Diagnostic {
  /// What is wrong with the file, in the reader's language. The parser's own message is for maintainers, and is used
  /// for unknown kinds.
  func summary(in language: Language) -> String {
    guard let row else { return message }
    return language.choosing(row)
  }

  private var row: Wording? {
    switch kind {
    case "cut": ("文件太大，只读了开头", "檔案太大，只讀了開頭", "The file is too large: only its beginning was read")
    case "limit": ("内容超出限度，文章到此为止", "內容超出限度，文章到此為止", "Too much for one article: it ends here")
    case "cut-by-paywall": ("其余部分只对订户开放", "其餘部分只對訂戶開放", "The rest is for subscribers")
    case "one-page-of-several": ("原文分成几页，这是其中一页", "原文分成幾頁，這是其中一頁", "This is one page of several")
    case "mostly-dropped": ("清洗时剔除的多于保留的", "清理時剔除的多於保留的", "Cleaning dropped more than it kept")
    case "list": ("这一页只是其他文章的目录", "這一頁只是其他文章的目錄", "The page only lists other articles")
    case "repeated-lines": ("剔除了同站各篇都有的行", "剔除了同站各篇都有的行", "Lines that the site repeats were dropped")
    case "markup-not-shown": ("有标记没有显示", "有標記沒有顯示", "Some markup is not shown")
    case "legacy-encoding": ("由旧编码转为 UTF-8", "由舊編碼轉為 UTF-8", "Decoded from a legacy encoding")
    case "nul": ("去掉了 NUL 字节", "去掉了 NUL 位元組", "NUL bytes were dropped")
    case "unclosed-comment": ("注释没有结束", "註解沒有結束", "A comment is not closed")
    case "unclosed-tag": ("标记在文件末尾被截断", "標記在檔案末尾被截斷", "A tag is cut off by the end of the file")
    case _ where kind.hasPrefix("invalid-"):
      ("有损坏的字符，显示为 U+FFFD", "有損壞的字元，顯示為 U+FFFD", "Broken characters are shown as U+FFFD")
    default: nil
    }
  }
}
