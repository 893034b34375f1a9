import ArgumentParser
import ArticleLibrary
import ReadingRoom

/// The texts of `--help`, one row each, in the interface's languages.
enum HelpSentence: Sentence, CaseIterable {
  // Complaints about names: the first ends with the name, the second follows it.
  case noSubcommand, neitherFileNorSubcommand, didYouMean
  // Subcommands.
  case program, programDiscussion
  case room, read, readDiscussion, list, listDiscussion, search, searchDiscussion, index, indexDiscussion
  case bookmarks, bookmarksDiscussion, highlights, highlightsDiscussion, export, exportDiscussion, themes,
    themesDiscussion, doctor, config,
    configDiscussion
  case schema, schemaDiscussion
  // Arguments.
  case archives, roomPaths, dumps, query, bookmarksAction, bookmarksFiles, highlightsAction, highlightsFiles,
    exportPaths, schemaName
  // Options.
  case version, readFormat, width, pager, namesFromStandardInput, listSort, searchSort, listFormat, limit, print0, color
  case explain, uncleaned
  case fold, refresh, bookmarksFile, highlightsFile, highlightsFormat, highlightsQuote, highlightsNote, highlightsColor,
    rebuild,
    watch, quiet, verbose, bookmarksFormat, bookmarksOutput,
    exportOutput,
    exportFormat, exportSort,
    exportSearch
  case starred, noWait, exportTitle, exportLimit, doctorFormat, doctorWidths, configDefault
  // Settings.
  case settings, measure, indent, paragraphSpacing, level, hanging, spacing, padMarks, squeezeMarks, fill, justify,
    vertical, script, reading, facets, searchFacets, pane, preview, ambiguousWidth, speed, theme
  case lookup, lookupDiscussion, lookupWord, lookupWith, lookupFormat
  case speaker, speechRate
  case interfaceLanguage, mouse, opener, editor, followLinks, indexFolder

  /// The end of the complaint about a name that is nearly right.
  static func suggestion(_ name: String) -> String {
    didYouMean.text + name + (Language.ofCommands == .english ? "?" : "？")
  }

  /// Where the help is that follows a complaint.
  ///
  /// - Parameter subcommand: `nil` for the program's own.
  static func seeHelp(on subcommand: String?, in language: Language = .ofCommands) -> String {
    let command = ["yuelan", subcommand, "--help"].compactMap(\.self).joined(separator: " ")
    return language.choosing(("说明见 \(command)。", "說明見 \(command)。", "See '\(command)'."))
  }

  var wording: Wording {
    switch self {
    case .noSubcommand: ("help: 没有这个子命令：", "help: 沒有這個子命令：", "help: there is no subcommand ")
    case .neitherFileNorSubcommand:
      (": 没有这个文件，也没有这个子命令", ": 沒有這個檔案，也沒有這個子命令", ": there is no such file and no such subcommand")
    case .didYouMean: ("；是不是想写 ", "；是不是想寫 ", "; did you mean ")
    case .program:
      ("中文文章文库的阅览室。", "中文文章文庫的閱覽室。", "A reading room for archives of Chinese articles.")
    case .programDiscussion:
      (
        """
        不写子命令时打开阅览室，读所给的文件夹和文件；也不写路径时，读设置里的文库，没有设置就读当前文件夹。\
        与子命令同名的路径要带上文件夹：./list。
        """,
        """
        不寫子命令時開啟閱覽室，讀所給的資料夾和檔案；也不寫路徑時，讀設定裡的文庫，沒有設定就讀目前資料夾。\
        與子命令同名的路徑要帶上資料夾：./list。
        """,
        """
        Without a subcommand it opens the reading room with the folders and files named; without a path, with the \
        archives of the configuration, else with the current folder. A path named like a subcommand is \
        written with its folder: ./list.
        """
      )
    case .room:
      (
        "打开阅览室（不写子命令时就是它）。", "開啟閱覽室（不寫子命令時就是它）。",
        "Open the reading room (what yuelan does without a subcommand)."
      )
    case .read: ("打印文章。", "列印文章。", "Print articles.")
    case .readDiscussion:
      (
        """
        text 按 --width 排行，不写时按终端的宽度，不超过版心；在管道里一段一行。在终端上由分页程序显示。\
        json 一篇一行。读不了的文件写到标准错误，其余照印，最后以 3 退出。
        """,
        """
        text 按 --width 排行，不寫時按終端的寬度，不超過版心；在管線裡一段一行。在終端上由分頁程式顯示。\
        json 一篇一行。讀不了的檔案寫到標準錯誤，其餘照印，最後以 3 結束。
        """,
        """
        text is set at --width, or at the terminal's width up to the measure; in a pipe, each paragraph is one line. \
        On a terminal it is shown by a pager. json is one object per line. An unreadable file is named on standard \
        error, the others are printed, and the command ends with 3.
        """
      )
    case .list: ("列出文库里的文章。", "列出文庫裡的文章。", "List what the library holds.")
    case .listDiscussion:
      (
        "tsv 的各列：路径、题目、网址、出处、时间、作者、栏目、字数、是否读过、是否收藏。json 一行一个对象。",
        "tsv 的各欄：路徑、題目、網址、出處、時間、作者、欄目、字數、是否讀過、是否收藏。json 一行一個物件。",
        """
        Columns of tsv: path, title, URL, publisher, time, authors, section, characters, read or unread, starred. \
        json is JSON Lines.
        """
      )
    case .search: ("全文检索，最合适的在前。", "全文檢索，最合適的在前。", "Search the library, best hits first.")
    case .searchDiscussion:
      (
        "多个词须同时出现；其余写法见 yuelan-query(7)。tsv 的各列与 list 相同，最后加上摘录。",
        "多個詞須同時出現；其餘寫法見 yuelan-query(7)。tsv 的各欄與 list 相同，最後加上摘錄。",
        """
        Words that follow each other must all occur; see yuelan-query(7) for the rest. Columns of tsv are those of list, \
        then the snippet.
        """
      )
    case .index: ("更新索引。", "更新索引。", "Bring the index up to date.")
    case .indexDiscussion:
      (
        "索引只是缓存，删掉它不会丢任何东西。再运行一次，只看有变动的文件。",
        "索引只是快取，刪掉它不會丟任何東西。再執行一次，只看有變動的檔案。",
        "The index is a cache: deleting it loses nothing. A second call looks only at what changed."
      )
    case .bookmarks: ("处理收藏夹文件。", "處理收藏夾檔案。", "Work with the bookmarks file.")
    case .bookmarksDiscussion:
      (
        "文件是 Markdown，可以随意修改；不是条目的部分原样保留。remove 一条也没有删掉时以 1 退出。import 不动已有的条目。",
        "檔案是 Markdown，可以隨意修改；不是條目的部分原樣保留。remove 一條也沒有刪掉時以 1 結束。import 不動已有的條目。",
        """
        The file is Markdown and yours to edit; anything that is not an entry is kept as it is. remove ends with 1 when \
        nothing was removed. import leaves alone what is there already.
        """
      )
    case .highlights: ("处理划线与附注的文件。", "處理畫線與附註的檔案。", "Work with the file of highlights and notes.")
    case .highlightsDiscussion:
      (
        "文件是 Markdown，格式同收藏夹文件，可以随意修改。add 在文章里找到引文才记下；import 接受 JSON 和同样格式的文件，不动已有的条目。",
        "檔案是 Markdown，格式同收藏夾檔案，可以隨意修改。add 在文章裡找到引文才記下；import 接受 JSON 和同樣格式的檔案，不動已有的條目。",
        """
        The file is Markdown in the form of the bookmarks file, and yours to edit. add looks for the quotation in the \
        article first. import takes JSON and files of the same form, and leaves alone what is there already.
        """
      )
    case .export: ("把选出的文章导出成一个文件。", "把選出的文章匯出成一個檔案。", "Put a selection of articles into one file.")
    case .exportDiscussion:
      (
        """
        json 一行一篇，与 read 相同；text 和 markdown 不硬换行；epub 是带封面和目录的 EPUB 3 书。不写 --format 时看文件名。\
        文件按写出的次序，文库里的按日期，检索结果按合适程度，收藏按收藏夹里的顺序；要别的顺序，用 --sort。
        """,
        """
        json 一行一篇，與 read 相同；text 和 markdown 不硬換行；epub 是帶封面和目錄的 EPUB 3 書。不寫 --format 時看檔名。\
        檔案按寫出的次序，文庫裡的按日期，檢索結果按合適程度，收藏按收藏夾裡的順序；要別的順序，用 --sort。
        """,
        """
        json is JSON Lines as read gives them; text and markdown are never hard-wrapped; epub is an EPUB 3 book with \
        cover and contents. Without --format, the file's name decides. Dumps are exported as they are named, those of an \
        archive newest first, a search best first, bookmarks in the order of their file, unless --sort says otherwise.
        """
      )
    case .themes: ("列出配色，一行一种。", "列出配色，一行一種。", "List the themes, one a line.")
    case .themesDiscussion:
      (
        "各列以制表符分开：设置里用的名字、给人看的名字、说明。", "各欄以定位字元分開：設定裡用的名字、給人看的名字、說明。",
        "Columns, separated by tabs: name for the setting, name for readers, summary."
      )
    case .doctor:
      (
        "检查终端、路径和索引，并说明该怎么办。", "檢查終端、路徑和索引，並說明該怎麼辦。",
        "Look at the terminal, the paths and the index, and tell what to do about each."
      )
    case .config: ("打印现行的设置，以及各自的来源。", "列印現行的設定，以及各自的來源。", "Print the settings in force, each with its origin.")
    case .configDiscussion:
      (
        "文件里有不认识的或类型不对的内容时以 2 退出，读不了时以 3 退出。", "檔案裡有不認識的或類型不對的內容時以 2 結束，讀不了時以 3 結束。",
        "Ends with 2 when the file holds something unknown or of a wrong kind, with 3 when it cannot be read."
      )
    case .schema:
      (
        "打印某个子命令给机器看的输出的 JSON Schema。", "列印某個子命令給機器看的輸出的 JSON Schema。",
        "Print the JSON Schema of what a subcommand prints for machines."
      )
    case .schemaDiscussion:
      ("不写名字时列出全部名字，一行一个。", "不寫名字時列出全部名字，一行一個。", "Without a name it lists the schemas, one a line.")
    case .archives:
      (
        "文库；不写时用设置里的，或当前文件夹。", "文庫；不寫時用設定裡的，或目前資料夾。",
        "Archives; without any, those of the configuration or the current folder."
      )
    case .roomPaths: ("文库：存放文章的文件夹，或单个文件。", "文庫：存放文章的資料夾，或單個檔案。", "Archives: folders of dumps, or single files.")
    case .dumps: ("文章的文件；- 是标准输入。", "文章的檔案；- 是標準輸入。", "Dumps; - is standard input.")
    case .query: ("要检索的词。", "要檢索的詞。", "What to look for.")
    case .highlightsAction: ("list、add、export 或 import。", "list、add、export 或 import。", "list, add, export or import.")
    case .highlightsFiles:
      (
        "文章文件；import 时是要读入的文件，- 表示标准输入。", "文章檔案；import 時是要讀入的檔案，- 表示標準輸入。",
        "Dumps; for import the files to read, - for standard input."
      )
    case .highlightsFormat:
      (
        "列出：table 或 json；导出：markdown 或 json。", "列出：table 或 json；匯出：markdown 或 json。",
        "list: table or json; export: markdown or json."
      )
    case .highlightsQuote: ("要划线的原文。", "要畫線的原文。", "The words of the article to highlight.")
    case .highlightsNote: ("您的话，可以有 #标签。", "您的話，可以有 #標籤。", "What you have to say, with #tags.")
    case .highlightsColor: ("yellow、green、blue 或 pink。", "yellow、green、blue 或 pink。", "yellow, green, blue or pink.")
    case .bookmarksAction:
      ("list、add、remove、export 或 import。", "list、add、remove、export 或 import。", "list, add, remove, export or import.")
    case .bookmarksFiles:
      ("要收藏的文章、要删的条目，或要导入的文件。", "要收藏的文章、要刪的條目，或要匯入的檔案。", "Dumps to add, entries to remove, or files to import.")
    case .exportPaths:
      (
        "文章的文件，或整个文库；有 --search 或 --starred 时，是要找的文库。",
        "文章的檔案，或整個文庫；有 --search 或 --starred 時，是要找的文庫。",
        "Dumps, or archives for all of theirs; with --search or --starred the archives to look in."
      )
    case .schemaName:
      (
        "read、list、search、lookup、bookmarks、highlights 或 doctor。",
        "read、list、search、lookup、bookmarks、highlights 或 doctor。",
        "read, list, search, lookup, bookmarks, highlights or doctor."
      )
    case .version: ("显示版本。", "顯示版本。", "Show the version.")
    case .readFormat: ("text、markdown 或 json。", "text、markdown 或 json。", "text, markdown or json.")
    case .width:
      (
        "按多少列排版，至少 10；auto 用足全部宽度。", "按多少欄排版，至少 10；auto 用足全部寬度。",
        "Set the text in so many columns, 10 or more, or in all there are: auto."
      )
    case .pager:
      (
        "在终端上用来翻页的程序，代替 $PAGER 或 less；cat 是不翻页。", "在終端上用來翻頁的程式，代替 $PAGER 或 less；cat 是不翻頁。",
        "The program that shows the text on a terminal, instead of $PAGER or less; cat for none."
      )
    case .namesFromStandardInput:
      (
        "从标准输入读文件名，每个以 NUL 结尾。", "從標準輸入讀檔名，每個以 NUL 結尾。",
        "Read the files' names from standard input, each ended by NUL."
      )
    case .explain:
      (
        "印出网页的每一行：去留、得分、依据的规则。", "印出網頁的每一行：去留、得分、依據的規則。",
        "Print each line of a page with its verdict, its score and the rules that made it."
      )
    case .uncleaned:
      ("保留网页上的杂项。", "保留網頁上的雜項。", "Leave the boilerplate of pages in.")
    case .listSort:
      (
        "排序：newest、oldest、title、publisher、longest、shortest、path。",
        "排序：newest、oldest、title、publisher、longest、shortest、path。",
        "newest, oldest, title, publisher, longest, shortest, path."
      )
    case .searchSort:
      (
        "排序：relevance、newest、oldest、title、publisher、longest、shortest、path。",
        "排序：relevance、newest、oldest、title、publisher、longest、shortest、path。",
        "relevance, newest, oldest, title, publisher, longest, shortest, path."
      )
    case .listFormat: ("table、tsv 或 json。", "table、tsv 或 json。", "table, tsv or json.")
    case .limit: ("最多印多少条。", "最多印多少條。", "Print so many at most.")
    case .print0:
      (
        "只印路径，每个以 NUL 结尾，供 xargs -0 和 read -0 用。", "只印路徑，每個以 NUL 結尾，供 xargs -0 和 read -0 用。",
        "Print only the paths, each ended by NUL, for xargs -0 and read -0."
      )
    case .color:
      (
        "表格里是否标出日期和命中的词：auto、always、never。", "表格裡是否標出日期和命中的詞：auto、always、never。",
        "Mark dates and hits in the table: auto, always, never."
      )
    case .fold: ("讲同一件事的文章只占一行。", "講同一件事的文章只占一行。", "One row for articles that tell the same story.")
    case .refresh:
      (
        "先逐个查看所有文件。不写时，文件夹没有变化而索引又不到 \(Library.scanLifetimeInMinutes) 分钟，就只查看要列出的文件。",
        "先逐一檢視所有檔案。不寫時，資料夾沒有變化而索引又不到 \(Library.scanLifetimeInMinutes) 分鐘，就只檢視要列出的檔案。",
        """
        Check every file first. Without it, only the files that are shown are checked, as long as no folder has changed \
        and the last complete check is less than \(Library.scanLifetimeInMinutes) minutes ago.
        """
      )
    case .bookmarksFile: ("收藏夹文件。", "收藏夾檔案。", "The bookmarks file.")
    case .highlightsFile: ("划线与附注的文件。", "畫線與附註的檔案。", "The file of highlights and notes.")
    case .rebuild: ("从头重建。", "從頭重建。", "Make it anew.")
    case .quiet: ("只报告出错的事。", "只報告出錯的事。", "Say only what went wrong.")
    case .watch:
      (
        "建好后继续留意文件夹，有变化就更新，直到结束进程。", "建好後繼續留意資料夾，有變化就更新，直到結束行程。",
        "Stay, and take changes of the folders in as they come, until the process is ended."
      )
    case .verbose: ("说出每个略过的文件和原因。", "說出每個略過的檔案和原因。", "Name every file that is skipped, with the reason.")
    case .bookmarksFormat:
      (
        "table、tsv、json、html 或 opml；不写时看文件名。", "table、tsv、json、html 或 opml；不寫時看檔名。",
        "table, tsv, json, html or opml; without it, what the file's name tells."
      )
    case .bookmarksOutput:
      ("导出到哪里；不写时是标准输出。", "匯出到哪裡；不寫時是標準輸出。", "Where to export to; without it, standard output.")
    case .exportOutput: ("导出到哪里；- 是标准输出。", "匯出到哪裡；- 是標準輸出。", "Where to export to; - is standard output.")
    case .exportFormat: ("text、markdown、json 或 epub。", "text、markdown、json 或 epub。", "text, markdown, json or epub.")
    case .exportSort:
      (
        "换一种次序：relevance、newest、oldest、title、publisher、longest、shortest、path。",
        "換一種次序：relevance、newest、oldest、title、publisher、longest、shortest、path。",
        "Another order: relevance, newest, oldest, title, publisher, longest, shortest, path."
      )
    case .exportSearch: ("检索什么。", "檢索什麼。", "What to search for.")
    case .starred: ("收藏夹里的文章。", "收藏夾裡的文章。", "The articles of the bookmarks file.")
    case .noWait:
      (
        "别的 yuelan 正在更新索引时不等，以 4 退出。", "別的 yuelan 正在更新索引時不等，以 4 結束。",
        "End with status 4 when another yuelan is making the index, instead of waiting for it."
      )
    case .exportTitle: ("书名。", "書名。", "The book's title.")
    case .exportLimit: ("最多导出多少篇。", "最多匯出多少篇。", "Export so many at most.")
    case .doctorFormat: ("text 或 json。", "text 或 json。", "text or json.")
    case .doctorWidths:
      (
        "测量这个终端把各类字符画多宽，列成一张可以寄来的表。", "測量這個終端機把各類字元畫多寬，列成一張可以寄來的表。",
        "Measure how wide this terminal draws each kind of character: a table to be sent in."
      )
    case .configDefault:
      (
        "改印一份带说明的文件，列出全部设置。", "改印一份帶說明的檔案，列出全部設定。",
        "Print a commented file with every setting instead."
      )
    case .settings: ("只用于这一次的设置", "只用於這一次的設定", "Settings for this run")
    case .measure: ("一行正文占多少列。", "一行正文占多少欄。", "Columns of a line of text.")
    case .indent: ("段首缩进几个字。", "段首縮排幾個字。", "First-line indent, in Han characters.")
    case .paragraphSpacing:
      ("段间空一行：true 或 false。", "段間空一行：true 或 false。", "A blank row between paragraphs: true or false.")
    case .level:
      (
        "哪些标点不能在行首行尾：none、basic、gb、strict。", "哪些標點不能在行首行尾：none、basic、gb、strict。",
        "Which marks may not start or end a line: none, basic, gb, strict."
      )
    case .hanging:
      (
        "哪些标点可以挂在版心外：none、core、stops。", "哪些標點可以掛在版心外：none、core、stops。",
        "Which marks hang in the margin: none, core, stops."
      )
    case .spacing:
      ("汉字与西文之间留一格：true 或 false。", "漢字與西文之間留一格：true 或 false。", "A blank between Han and Latin: true or false.")
    case .padMarks: ("引号占两列：true 或 false。", "引號占兩欄：true 或 false。", "Quotation marks of two columns: true or false.")
    case .squeezeMarks:
      ("相邻标点共用一格空白：true 或 false。", "相鄰標點共用一格空白：true 或 false。", "Adjacent marks share a blank: true or false.")
    case .fill:
      (
        "差一两列的行补满：true 或 false。", "差一兩欄的行補滿：true 或 false。",
        "Fill lines a column or two short: true or false."
      )
    case .justify: ("两端对齐：true 或 false。", "左右對齊：true 或 false。", "Fill every line: true or false.")
    case .vertical: ("直排：true 或 false。", "直排：true 或 false。", "Vertical setting: true or false.")
    case .script:
      (
        "中文显示为：as-written（原样）、simplified（简体）、traditional（繁体），或 mainland、taiwan、hong-kong（连用语）。",
        "中文顯示為：as-written（原樣）、simplified（簡體）、traditional（繁體），或 mainland、taiwan、hong-kong（連用語）。",
        "Show Chinese: as-written, simplified, traditional; or mainland, taiwan, hong-kong, words too."
      )
    case .reading:
      (
        "行上注音：none（无）、pinyin（拼音）、zhuyin（注音符号）。", "行上注音：none（無）、pinyin（漢語拼音）、zhuyin（注音符號）。",
        "Above the line: none, pinyin or zhuyin; ? marks a guess."
      )
    case .facets: ("列表旁的分类栏：true 或 false。", "清單旁的分類欄：true 或 false。", "Facets beside the list: true or false.")
    case .searchFacets:
      ("检索结果旁的分类栏：true 或 false。", "檢索結果旁的分類欄：true 或 false。", "Facets beside hits: true or false.")
    case .preview:
      (
        "宽屏上列表旁的预览：true 或 false。", "寬螢幕上清單旁的預覽：true 或 false。",
        "The preview beside the list, on wide screens: true or false."
      )
    case .pane: ("正文旁的资料栏：true 或 false。", "正文旁的資料欄：true 或 false。", "The pane beside the text: true or false.")
    case .ambiguousWidth:
      (
        "宽度不定的字符占几列：auto、narrow、wide。", "寬度不定的字元占幾欄：auto、narrow、wide。",
        "Columns of ambiguous characters: auto, narrow, wide."
      )
    case .speed: ("每分钟读多少字。", "每分鐘讀多少字。", "Characters read in a minute.")
    case .theme: ("配色的名字。", "配色的名字。", "A theme's name.")
    case .indexFolder: ("存放索引的文件夹。", "存放索引的資料夾。", "Where indexes are kept.")
    case .followLinks:
      (
        "文库中跟随哪些符号链接：inside（不出文库的）、never（都不）、always（都跟随）。",
        "文庫中跟隨哪些符號連結：inside（不出文庫的）、never（都不）、always（都跟隨）。",
        "Which links inside an archive to follow: inside, never, always."
      )
    case .interfaceLanguage:
      ("界面语言：zh-Hans、zh-Hant、en。", "介面語言：zh-Hans、zh-Hant、en。", "The interface's language: zh-Hans, zh-Hant, en.")
    case .mouse: ("使用鼠标：true 或 false。", "使用滑鼠：true 或 false。", "Use the mouse: true or false.")
    case .lookup: ("查词：查词典，也查文库。", "查詞：查詞典，也查文庫。", "Look a word up in the dictionaries and in the library.")
    case .lookupDiscussion:
      (
        """
        依次运行设置里 [dictionaries] 中适用于这种文字的命令，再列出文库里这个名字的译名和提到它的文章。\
        没有词典也可以查文库。什么都没查到时以 1 退出；词典出错，又没有别的结果时以 3 退出。
        """,
        """
        依次執行設定裡 [dictionaries] 中適用於這種文字的命令，再列出文庫裡這個名字的譯名和提到它的文章。\
        沒有詞典也可以查文庫。什麼都沒查到時以 1 結束；詞典出錯，又沒有別的結果時以 3 結束。
        """,
        """
        Runs the commands of [dictionaries] in the settings that suit the word's writing, in their order, then lists \
        foreign forms of the name that the library knows, and articles that contain it. It works without dictionaries, \
        too. The exit status is 1 if nothing was found, 3 if a dictionary failed and nothing else was found.
        """
      )
    case .lookupWord: ("要查的词。", "要查的詞。", "The word.")
    case .lookupWith:
      (
        "只查这部词典（可重复）；none 只查文库。", "只查這部詞典（可重複）；none 只查文庫。",
        "Ask this dictionary only (may be repeated); none asks the library alone."
      )
    case .lookupFormat: ("text 给人看，json 一个对象。", "text 給人看，json 一個物件。", "text for people, json as one object.")
    case .speaker: ("朗读句子的程序。", "朗讀句子的程式。", "The program that reads a sentence aloud.")
    case .speechRate: ("朗读的语速。", "朗讀的語速。", "How fast it reads.")
    case .opener: ("打开链接的程序。", "開啟連結的程式。", "The program that shows a link.")
    case .editor: ("修改收藏夹文件的编辑器。", "修改收藏夾檔案的編輯器。", "The editor for the bookmarks file.")
    }
  }
}

extension ArgumentHelp {
  init(_ sentence: HelpSentence, valueName: String? = nil) {
    self.init(stringLiteral: sentence.text)
    self.valueName = valueName
  }
}
