extension CommandWord {
  /// What the word does, for help: one row for each word, with every language.
  func summary(in language: Language) -> String { language.choosing(row) }

  private var row: Wording {
    switch self {
    case .theme: ("换配色", "換配色", "Apply a theme")
    case .measure: ("版心宽几列", "版心寬幾欄", "Measure in columns")
    case .vertical: ("直排：on off", "直排：on off", "Vertical setting: on, off")
    case .script:
      (
        "简繁：as-written simplified traditional", "簡繁：as-written simplified traditional",
        "Script: as-written, simplified, traditional"
      )
    case .reading: ("注音：none pinyin zhuyin", "注音：none pinyin zhuyin", "Readings: none, pinyin, zhuyin")
    case .mouse: ("鼠标：on off", "滑鼠：on off", "Mouse: on, off")
    case .sort:
      (
        "排序：date publisher title length relevance", "排序：date publisher title length relevance",
        "Sort by date, publisher, title, length, relevance"
      )
    case .language: ("界面语言：zh-Hans zh-Hant en", "介面語言：zh-Hans zh-Hant en", "Language: zh-Hans, zh-Hant, en")
    case .date: ("跳到日期", "跳到日期", "Jump to a date")
    case .filter: ("筛选列表", "篩選清單", "Filter the list")
    case .search: ("全文检索", "全文檢索", "Search the library")
    case .find: ("文内查找", "文內尋找", "Find in the article")
    case .go: ("到全文的百分之几；在列表里到第几行", "到全文的百分之幾；在清單裡到第幾列", "To a share of the text, or a row of the list")
    case .indent: ("段首缩进几字", "段首縮排幾字", "First-line indent, in Han")
    case .hanging: ("标点悬挂：none core stops", "標點懸掛：none core stops", "Hanging punctuation: none, core, stops")
    case .level: ("行首行尾禁则：none basic gb strict", "行首行尾禁則：none basic gb strict", "Prohibition: none, basic, gb, strict")
    case .spacing: ("汉字与西文之间留空：on off", "漢字與西文之間留空：on off", "Space between Han and Latin: on, off")
    case .paragraphs: ("段间空行：on off", "段間空行：on off", "Blank row between paragraphs: on, off")
    case .justify: ("两端对齐：on off", "左右對齊：on off", "Justify: on, off")
    }
  }
}
