import ReadingRoom

/// The commands' messages on standard error, and their confirmations: wrong usage, progress, results.
///
/// Words in tab-separated output, in JSON or for other programs are not here: they are the same in every language.
enum CommandSentence: Sentence {
  // Wrong usage; without full stop.
  case nothingToExplain
  case tooNarrow(columns: Int)
  /// What a value should have been, after a sentence that names it.
  case expectedCount, expectedWidth
  case exportFormatUnknown
  case searchOrStarred
  case tooManyArticlesForBook(limit: Int)
  case listWithoutDumps
  case onlyExportWrites
  case outputIsInput(String), outputIsBesideInput(String), outputIsBookmarks(String), outputIsHighlights(String)
  case outputInArchive(String, archive: String)
  case noBookmarksAction(String)
  case unexpectedValue(option: String, expected: [String], given: String)
  case nameDumpsToAdd, nameEntriesToRemove, nameFilesToImport, exportTakesNoFiles
  case onlyAddQuotes, nameDumpAndQuote, nameHighlightsToImport
  case listAndStandardInput, nameAFile, standardInputOnce
  case noWordToLookUp(String)
  // What happened.
  case cut(name: String, sizeInMiB: Int)
  case notInBookmarks(String)
  case notInArticle(quote: String, path: String)
  case imported(name: String, new: Int, total: Int, known: Int)
  case importedHighlights(name: String, new: Int, total: Int, known: Int)
  case leftOutOtherAddresses(count: Int, example: String), leftOutWithoutPlace(count: Int)
  case leftOutNoJSON(count: Int, line: Int)
  case updated(count: Int, added: Int, changed: Int, removed: Int, skipped: Int, seconds: String)
  case indexOfOther(count: Int, owner: String), indexNotRebuilt(owner: String)
  case standardInput, standardOutput
  // Titles of exports.
  case bookmarks, highlights, selection
  // Headings over what is known about a word.
  case namesOfWord, articlesWithWord(Int)
  // Progress.
  case scanning(count: Int)
  case readingHeads(String)
  case indexing(String)
  case unpacking(percent: Int)
  case waiting(process: Int32?, String)
  case progress(done: Int, total: Int, perSecond: Int?, secondsLeft: Int?)

  var wording: Wording {
    switch self {
    case .nothingToExplain:
      (
        "--explain：--uncleaned 不作取舍，没有可解释的", "--explain：--uncleaned 不作取捨，沒有可解釋的",
        "--explain: there is nothing to explain with --uncleaned"
      )
    case .tooNarrow(let columns):
      ("--width：至少为 10，不能是 \(columns)", "--width：至少為 10，不能是 \(columns)", "--width: expected 10 or more, not \(columns)")
    case .expectedCount: ("应为 0 以上的整数", "應為 0 以上的整數", "expected a whole number, 0 or more")
    case .expectedWidth:
      ("应为 10 以上的整数，或 auto", "應為 10 以上的整數，或 auto", "expected a whole number, 10 or more, or auto")
    case .exportFormatUnknown:
      (
        "--format：文件名看不出格式，请指明 text、markdown、json 或 epub", "--format：檔名看不出格式，請指明 text、markdown、json 或 epub",
        "--format: name one of text, markdown, json, epub; the file's name does not say"
      )
    case .searchOrStarred:
      ("--search 与 --starred 只能用一个", "--search 與 --starred 只能用一個", "--search and --starred cannot be combined")
    case .tooManyArticlesForBook(let limit):
      (
        "一本 EPUB 最多 \(limit) 篇；请缩小范围，或用 --limit", "一本 EPUB 最多 \(limit) 篇；請縮小範圍，或用 --limit",
        "an EPUB book can contain at most \(limit) articles; narrow the search, or use --limit"
      )
    case .listWithoutDumps:
      (
        "-0 用于列出文章文件，不与 --search、--starred 合用", "-0 用於列出文章檔案，不與 --search、--starred 合用",
        "-0 is for dumps, not for --search or --starred"
      )
    case .onlyExportWrites:
      ("--output：只有 export 写文件", "--output：只有 export 寫檔案", "--output: only export writes a file")
    case .outputIsInput(let path):
      (
        "--output：\(path) 是要读的文件，不能覆盖", "--output：\(path) 是要讀的檔案，不能覆寫",
        "--output: \(path) is a file to be read, and is not overwritten"
      )
    case .outputIsBesideInput(let path):
      (
        "--output：\(path) 已经存在，与要读的文章同类，又在同一个文件夹，不能覆盖；请另取文件名",
        "--output：\(path) 已經存在，與要讀的文章同類，又在同一個資料夾，不能覆寫；請另取檔名",
        "--output: \(path) exists beside the articles to be read and may be one of them; name another file"
      )
    case .outputIsBookmarks(let path):
      (
        "--output：\(path) 是收藏夹本身，不能覆盖", "--output：\(path) 是收藏夾本身，不能覆寫",
        "--output: \(path) is the bookmarks file, and is not overwritten"
      )
    case .outputIsHighlights(let path):
      (
        "--output：\(path) 是存划线与附注的文件，不能覆盖", "--output：\(path) 是存畫線與附註的檔案，不能覆寫",
        "--output: \(path) is the highlights file, and is not overwritten"
      )
    case .outputInArchive(let path, let archive):
      (
        "--output：\(path)：在文库 \(archive) 里面，那里不能写", "--output：\(path)：在文庫 \(archive) 裡面，那裡不能寫",
        "--output: \(path): is in the archive \(archive), where nothing is written"
      )
    case .onlyAddQuotes:
      (
        "--quote、--note、--color：只用于 add", "--quote、--note、--color：只用於 add",
        "--quote, --note, --color: only for add"
      )
    case .nameDumpAndQuote:
      (
        "highlights add：请指明一个文章文件，并用 --quote 给出原文", "highlights add：請指明一個文章檔案，並用 --quote 給出原文",
        "highlights add: name a dump, and what to highlight with --quote"
      )
    case .nameHighlightsToImport:
      (
        "highlights import：请指明文件，- 表示标准输入", "highlights import：請指明檔案，- 表示標準輸入",
        "highlights import: name a file, or - for standard input"
      )
    case .notInArticle(let quote, let path):
      ("\(path)：文章里没有“\(quote)”", "\(path)：文章裡沒有「\(quote)」", "\(path): the article does not have '\(quote)'")
    case .noBookmarksAction(let word):
      (
        "bookmarks：没有“\(word)”这个操作，list 也不带文件", "bookmarks：沒有「\(word)」這個操作，list 也不帶檔案",
        "bookmarks: '\(word)' is not an action, and list takes no files"
      )
    case .unexpectedValue(let option, let expected, let given):
      (
        "\(option)：可用 \(expected.joined(separator: "、"))，没有“\(given)”",
        "\(option)：可用 \(expected.joined(separator: "、"))，沒有「\(given)」",
        "\(option): expected one of \(expected.joined(separator: ", ")), not '\(given)'"
      )
    case .nameDumpsToAdd:
      ("bookmarks add：请指明要收藏的文章文件", "bookmarks add：請指明要收藏的文章檔案", "bookmarks add: name the dumps to add")
    case .nameEntriesToRemove:
      (
        "bookmarks remove：请用网址、路径或文件指明条目", "bookmarks remove：請用網址、路徑或檔案指明條目",
        "bookmarks remove: name the entries by URL, path or file"
      )
    case .nameFilesToImport:
      (
        "bookmarks import：请指明文件，- 表示标准输入", "bookmarks import：請指明檔案，- 表示標準輸入",
        "bookmarks import: name a file, or - for standard input"
      )
    case .exportTakesNoFiles:
      (
        "bookmarks export：不带文件；写到哪里由 --output 指定", "bookmarks export：不帶檔案；寫到哪裡由 --output 指定",
        "bookmarks export: takes no files; --output names where to write"
      )
    case .listAndStandardInput:
      (
        "-0 从标准输入读文件名，- 就不能再表示一篇文章", "-0 從標準輸入讀檔名，- 就不能再表示一篇文章",
        "-0 reads names from standard input, so - cannot be an article"
      )
    case .nameAFile: ("请指明文件，- 表示标准输入", "請指明檔案，- 表示標準輸入", "name a file, or - for standard input")
    case .standardInputOnce: ("- 只能读一次", "- 只能讀一次", "- can be read only once")
    case .cut(let name, let size):
      ("\(name)：只读开头 \(size) MiB", "\(name)：只讀開頭 \(size) MiB", "\(name): only the first \(size) MiB are read")
    case .notInBookmarks(let name): ("\(name)：不在收藏里", "\(name)：不在收藏裡", "\(name): is not in the bookmarks")
    case .imported(let name, let new, let total, let known):
      (
        "\(name)：\(total) 条中新增 \(new) 条" + (known > 0 ? "，已有 \(known) 条" : ""),
        "\(name)：\(total) 條中新增 \(new) 條" + (known > 0 ? "，已有 \(known) 條" : ""),
        "\(name): \(new) of \(total) bookmarks added" + (known > 0 ? ", \(known) already known" : "")
      )
    case .importedHighlights(let name, let new, let total, let known):
      (
        "\(name)：\(total) 处划线中新增 \(new) 处" + (known > 0 ? "，已有 \(known) 处" : ""),
        "\(name)：\(total) 處畫線中新增 \(new) 處" + (known > 0 ? "，已有 \(known) 處" : ""),
        "\(name): \(new) of \(total) highlights added" + (known > 0 ? ", \(known) already known" : "")
      )
    case .leftOutOtherAddresses(let count, let example):
      (
        "略去 \(count) 条：地址不是 http 或 https，如 \(example)", "略去 \(count) 條：網址不是 http 或 https，如 \(example)",
        "\(count) left out: the address is not http or https, such as \(example)"
      )
    case .leftOutWithoutPlace(let count):
      (
        "略去 \(count) 条：既没有地址也没有路径", "略去 \(count) 條：既沒有網址也沒有路徑",
        "\(count) left out: neither an address nor a path"
      )
    case .leftOutNoJSON(let count, let line):
      (
        "略去 \(count) 条：不是 JSON，在第 \(line) 行", "略去 \(count) 條：不是 JSON，在第 \(line) 行",
        "\(count) left out: not JSON, in line \(line)"
      )
    case .updated(let count, let added, let changed, let removed, let skipped, let seconds):
      (
        "共 \(count) 篇：新增 \(added)，变动 \(changed)，移除 \(removed)；跳过 \(skipped) 个文件；\(seconds) 秒",
        "共 \(count) 篇：新增 \(added)，變動 \(changed)，移除 \(removed)；略過 \(skipped) 個檔案；\(seconds) 秒",
        "\(count) articles: \(added) added, \(changed) changed, \(removed) removed; \(skipped) files skipped; "
          + "\(seconds) s"
      )
    case .indexOfOther(let count, let owner):
      (
        "共 \(count) 篇；这是 \(owner) 建的索引，由 \(owner) 更新，没有扫描", "共 \(count) 篇；這是 \(owner) 建的索引，由 \(owner) 更新，沒有掃描",
        "\(count) articles in the index of \(owner), who alone updates it; nothing was scanned"
      )
    case .indexNotRebuilt(let owner):
      (
        "--rebuild：这是 \(owner) 建的索引，只有 \(owner) 能重建", "--rebuild：這是 \(owner) 建的索引，只有 \(owner) 能重建",
        "--rebuild: the index belongs to \(owner), who alone can rebuild it"
      )
    case .standardInput: ("标准输入", "標準輸入", "standard input")
    case .standardOutput: ("标准输出", "標準輸出", "standard output")
    case .noWordToLookUp(let word):
      ("lookup：“\(word)”里没有可查的字词", "lookup：「\(word)」裡沒有可查的字詞", "lookup: there is no word in '\(word)'")
    case .namesOfWord: ("译名", "譯名", "Names")
    case .articlesWithWord(let count):
      ("文库里有 \(count) 篇提到", "文庫裡有 \(count) 篇提到", "In \(count) article\(count == 1 ? "" : "s") of the library")
    case .highlights: ("划线", "畫線", "Highlights")
    case .bookmarks: ("收藏", "收藏", "Bookmarks")
    case .selection: ("文章选编", "文章選編", "Articles")
    case .scanning(let count): ("正在查找文章：\(count)", "正在尋找文章：\(count)", "looking for dumps: \(count)")
    case .readingHeads(let progress): ("正在读标题：\(progress)", "正在讀標題：\(progress)", "reading heads: \(progress)")
    case .indexing(let progress): ("正在建立索引：\(progress)", "正在建立索引：\(progress)", "indexing: \(progress)")
    case .unpacking(let percent):
      ("正在解开压缩包：\(percent)%", "正在解開壓縮檔：\(percent)%", "unpacking the archive: \(percent) %")
    case .waiting(let process, let progress):
      (
        "等候另一个 yuelan" + (process.map { "（进程 \($0)）" } ?? "") + "：\(progress)",
        "等候另一個 yuelan" + (process.map { "（行程 \($0)）" } ?? "") + "：\(progress)",
        "waiting for another yuelan" + (process.map { " (process \($0))" } ?? "") + ": \(progress)"
      )
    case .progress(let done, let total, let perSecond, let secondsLeft):
      (
        "\(done)／\(total)" + (perSecond.map { "，每秒 \($0) 篇" } ?? "") + (secondsLeft.map { "，还需 \($0) 秒" } ?? ""),
        "\(done)／\(total)" + (perSecond.map { "，每秒 \($0) 篇" } ?? "") + (secondsLeft.map { "，還需 \($0) 秒" } ?? ""),
        "\(done) of \(total)" + (perSecond.map { ", \($0) a second" } ?? "")
          + (secondsLeft.map { ", \($0) s left" } ?? "")
      )
    }
  }
}
