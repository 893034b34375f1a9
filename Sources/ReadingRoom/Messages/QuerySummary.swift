/// Query syntax for help: an example and what it finds, one row for each.
enum QueryPhrase: CaseIterable {
  case words, quote, not, or, group, title, author, from, tag, `in`, url, date, relativeDate, length, lang, note, `is`
  case has, sort

  var example: String {
    switch self {
    case .words: "气候 谈判"
    case .quote: "\"气候 谈判\""
    case .not: "-美国"
    case .or: "气候 OR 环境"
    case .group: "(…)"
    case .title: "title:气候"
    case .author: "author:约翰"
    case .from: "from:faguang"
    case .tag: "tag:读书"
    case .in: "in:2023/07"
    case .url: "url:example.org"
    case .date: "date:2023-07.."
    case .relativeDate: "date:7d date:上周"
    case .length: "length:>2000"
    case .lang: "lang:zh-Hant"
    case .note: "note:引用"
    case .is: "is:unread"
    case .has: "has:image"
    case .sort: "sort:oldest"
    }
  }

  func summary(in language: Language) -> String { language.choosing(row) }

  private var row: Wording {
    switch self {
    case .words: ("多个词须同时出现", "多個詞須同時出現", "All words must occur")
    case .quote: ("引号里的短语原样出现", "引號裡的片語原樣出現", "Exactly as quoted")
    case .not: ("不含；也可写 NOT", "不含；也可寫 NOT", "Must not occur; NOT is the same")
    case .or: ("有其一即可；也可写 |", "有其一即可；也可寫 |", "One of them; | is the same")
    case .group: ("括号分组", "括號分組", "Groups")
    case .title: ("在标题里", "在標題裡", "In the title")
    case .author: ("作者", "作者", "Among the authors")
    case .from: ("来源，可用拼音或首字母", "來源，可用拼音或首字母", "Publisher, by pinyin or initials too")
    case .tag: ("标签；category: 分类，section: 栏目", "標籤；category: 分類，section: 欄目", "Tag; category: and section: alike")
    case .in: ("文件夹或文件", "資料夾或檔案", "A folder or file")
    case .url: ("网址里的一段", "網址裡的一段", "A part of the address")
    case .date: ("日期或起止；..2020 为截至", "日期或起訖；..2020 為截至", "A date or a range; ..2020 until")
    case .relativeDate: ("最近七天，2w、3m、今天、上月、去年等", "最近七天，2w、3m、今天、上月、去年等", "The last days; 2w, 3m, today, last-month")
    case .length: ("字数，也可写 1000..3000", "字數，也可寫 1000..3000", "Characters; 1000..3000 too")
    case .lang: ("语言：zh、zh-Hans、en 等", "語言：zh、zh-Hans、en 等", "Language: zh, zh-Hans, en …")
    case .note: ("收藏和划线的附注里", "收藏和畫線的附註裡", "In a note of yours")
    case .is: ("unread、read、starred", "unread、read、starred", "unread, read or starred")
    case .has:
      ("image、table、tag、note、highlight", "image、table、tag、note、highlight", "image, table, tag, note, highlight")
    case .sort: ("排列次序：newest、title、longest 等", "排列次序：newest、title、longest 等", "Order: newest, title, longest …")
    }
  }
}
