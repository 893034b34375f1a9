import Text

/// Splitting and checking names of people.
enum PersonName {
  /// The names of a list, each once, without titles.
  static func split(_ list: String) -> [String] {
    var names: [String] = []
    for part in reporters(parts(list)) {
      let name = stripped(part)
      if !name.isEmpty, !isLabel(name) { names.appendNew([name]) }
    }
    // 林渡，山城大学教授: the position of the person before it.
    if let first = names.first, FamilyName.opens(first) {
      names.removeAll { !FamilyName.opens($0) && $0.hanCount >= 3 && $0.endsWithAny(of: places) }
    }
    // 法广RFI电台 - 尼古拉: a desk beside a person is not a person.
    let people = names.filter { name in !name.endsWithAny(of: desks) && !ownNames.contains(name) }
    return people.isEmpty ? names : people
  }

  /// 聯合報／記者陳儷方／台北即時報導: if reporters are announced, the text before the first one is the paper, and the text about the
  /// report is the place.
  private static func reporters(_ parts: [String]) -> [String] {
    // 新京报记者 某某: the medium of the reporter.
    let plain = parts.map(trimmed).enumerated().filter { index, part in
      index == parts.count - 1 || part.unicodeScalars.count < 4 || !part.endsWithAny(of: trades)
    }.map(\.element)
    guard plain.count > 1, let first = plain.firstIndex(where: { $0.startsWithAny(of: ["记者", "記者"]) }) else {
      return plain
    }
    let rest = plain[first...].filter { part in
      part.startsWithAny(of: ["记者", "記者"]) || !Dateline.opensWithCity(part)
        || !part.endsWithAny(of: ["报道", "报导", "報導", "報道", "电", "電", "连线", "連線"])
    }
    return rest.contains { $0.unicodeScalars.count > 2 } ? Array(rest) : plain
  }

  /// Endings of the words that name a person's medium: 新京报记者, 某某网专栏作者.
  private static let trades = [
    "记者", "記者", "作者", "撰稿人", "评论员", "評論員", "通讯员", "通訊員", "观察员", "觀察員", "专栏作家", "專欄作家", "研究员", "研究員",
  ]

  private static let desks = [
    "电台", "電台", "电视台", "通讯社", "中文网", "编辑部", "編輯部", "新闻社", "日报", "日報", "時報", "时报", "聯合報", "晚报", "晚報", "新聞網", "新闻网",
    "新聞中心",
    "委员会", "委員會", "研究所", "研究院", "基金会", "基金會", "协会", "協會", "新闻中心", "財經中心", "財经中心", "國際中心", "生活中心", "社會中心", "娛樂中心",
    "政治中心", "體育中心", "电子报", "電子報", "周刊", "週刊",
  ]

  /// The places where people work, without their position.
  private static let places = [
    "大学", "大學", "学院", "學院", "中学", "中學", "小学", "小學", "研究所", "研究院", "公司", "集团", "集團", "医院", "醫院", "事务所", "事務所", "法院",
    "检察院",
    "協會", "协会", "基金会", "基金會", "实验室", "實驗室",
  ]

  /// What a paper calls itself.
  private static let ownNames: Set<String> = ["本报", "本報", "本台", "本网", "本網", "本刊", "本社"]

  /// Words before 報導 that are not names.
  private static let manners: Set<String> = [
    "即時", "即时", "綜合", "综合", "專題", "专题", "現場", "现场", "特別", "特别", "電訊", "连线", "連線",
  ]

  /// A label without names is not a name; 文 and 图 may be names.
  private static func isLabel(_ name: String) -> Bool { name.utf8.count >= 6 && BylineLabel.isLabel(name) }

  /// Splits at list marks; ` and `, ` & ` and 和 count as list marks between names.
  private static func parts(_ list: String) -> [String] {
    if !list.unicodeScalars.contains(where: mayPart) { return splitAtWords(list) }
    var parts: [String] = [""]
    var depth = 0
    let scalars = Array(list.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case _ where isListMark(scalar): parts.append("")
      case " ", "\u{3000}", "\u{A0}":
        // 张三 李四: a blank between two Han names is a list mark; Latin names keep theirs.
        let before = i > 0 ? scalars[i - 1] : " "
        let after = scalars[(i + 1)...].first { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
        let isBehindName = before.isHan || before == ")" || before == "）"
        if let after, isBehindName, after.isHan, parts[parts.count - 1].hanCount > 1 {
          parts.append("")
        } else {
          parts[parts.count - 1].unicodeScalars.append(" ")
        }
      default: parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts.flatMap(splitAtWords)
  }

  /// Whether a character is a list mark, a blank or a bracket: most lists are one name.
  private static func mayPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "[", "【", "）", ")", "]", "】", " ", "\u{3000}", "\u{A0}": true
    default: isListMark(scalar)
    }
  }

  /// Whether a character separates names.
  private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ",", "，", ";", "；", "\n", "&", "＆", "+": true
    default: scalar.isBar || scalar.isSlash
    }
  }

  private static func splitAtWords(_ part: String) -> [String] {
    for word in [" and ", " AND ", " And ", " 和 ", " 与 ", " 與 "] {
      if part.holds(word), let range = part.firstRange(of: word) {
        return [String(part[..<range.lowerBound])] + splitAtWords(String(part[range.upperBound...]))
      }
    }
    // 张三和李四: only between short Han names, since 和 may be part of a name (陈和).
    let scalars = Array(part.unicodeScalars)
    if let and = scalars.firstIndex(where: { $0 == "和" || $0 == "与" || $0 == "與" }), 2...4 ~= and,
      2...4 ~= scalars.count - and - 1, scalars.allSatisfy(\.isHan)
    {
      return [
        String(String.UnicodeScalarView(scalars[..<and])), String(String.UnicodeScalarView(scalars[(and + 1)...])),
      ]
    }
    return [part]
  }

  /// A name without a bracket after it, without the words before and after names in bylines.
  private static func stripped(_ part: String) -> String {
    var name = withoutCode(trimmed(withoutBrackets(part)))
    // 英国《金融时报》 某某: the medium of the reporter.
    if let mark = name.utf8Index(of: "》"), name.utf8.distance(from: mark, to: name.endIndex) > 3 {
      name = trimmed(String(name[name.utf8.index(mark, offsetBy: 3)...]))
    }
    let isReport = name.endsWithAny(of: ["报道", "报导", "報導", "報道"])
    if let at = name.utf8.firstIndex(of: 0x40), at != name.startIndex { name = trimmed(String(name[..<at])) }
    var changed = true
    while changed {
      changed = false
      for word in wordsBefore where name.begins(with: word) && name.unicodeScalars.count > word.unicodeScalars.count + 1
      {
        name = trimmed(String(name.dropFirst(word.count)))
        changed = true
      }
      for word in wordsAfter where name.ends(with: word) && name.unicodeScalars.count > word.unicodeScalars.count + 1 {
        name = trimmed(String(name.dropLast(word.count)))
        changed = true
      }
    }
    // 發自香港: a place, not a person.
    if name.startsWithAny(of: ["发自", "發自"]) { return "" }
    // 伦敦报道: a place, not a name; 根据同名报道改写: a source.
    if isReport, Dateline.isCity(name) || name.startsWithAny(of: sources) { return "" }
    if name.endsWithAny(of: ["改写", "改寫", "改编", "改編"]), name.startsWithAny(of: sources) { return "" }
    return manners.contains(name) ? "" : withoutPadding(withoutLatinPost(withoutPost(name)))
  }

  /// `某研究所研究员凯尔·鲍恩`: the position before a name in two parts.
  private static func withoutPost(_ name: String) -> String {
    guard name.holds("·"), let post = posts.first(where: name.holds), let range = name.firstRange(of: post) else {
      return name
    }
    let rest = trimmed(String(name[range.upperBound...]))
    let dot = rest.unicodeScalars.firstIndex(of: "·")
    return dot != nil && dot != rest.unicodeScalars.startIndex
      && rest.unicodeScalars.allSatisfy({ $0.isHan || $0 == "·" })
      ? rest : name
  }

  /// `Tom Davies - Associated Press`, `Jane Doe – Staff Writer`: only the name.
  private static func withoutLatinPost(_ name: String) -> String {
    guard let dash = [" - ", " – ", " — "].compactMap(name.utf8Index).min(), name.utf8.first.map({ $0 < 0x80 }) == true
    else { return name }
    let person = String(name[..<dash])
    return person.holds(" ") ? person : name
  }

  private static let posts = ["研究员", "研究員", "教授", "主任", "总编辑", "總編輯", "分析师", "分析師", "记者", "記者", "律师", "律師", "博士"]

  /// `王晓武_NBJ1`, `刘德宾 SN22`: without the number that a desk's software puts after a name.
  private static func withoutCode(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, first.isHan, let last = name.utf8.last, last < 0x80
    else {
      return name
    }
    let stem = name.unicodeScalars.prefix { $0.isHan || $0 == "·" }
    let rest = name.unicodeScalars[stem.endIndex...]
    guard stem.count >= 2, let mark = rest.first, mark == "_" || mark == " ",
      rest.contains(where: { ("0"..."9").contains($0) })
    else { return name }
    return String(stem)
  }

  /// 安 宁: a blank that widens a name of two characters to the width of three.
  private static func withoutPadding(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: \.isBlank) else { return name }
    let scalars = name.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
    return scalars.count == 2 && scalars.allSatisfy(\.isHan)
      ? String(String.UnicodeScalarView(scalars)) : name
  }

  private static func withoutBrackets(_ text: String) -> String {
    let hasBracket = text.unicodeScalars.contains { scalar in
      switch scalar {
      case "（", "(", "[", "【", "）", ")", "]", "】": true
      default: false
      }
    }
    guard hasBracket else { return text }
    var kept = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  private static func isEdgeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "\u{A0}", "\t", "\n", "\r", "\u{200B}", "\u{FEFF}", ":", "：", "/", "、", ",", "，", "。", ".",
      "|", "-", "—", "*", "·", "•":
      true
    default: false
    }
  }

  /// Without blanks and marks at either end.
  static func trimmed(_ text: String) -> String {
    guard let opening = text.unicodeScalars.first, let closing = text.unicodeScalars.last else { return "" }
    if !isEdgeMark(opening), !isEdgeMark(closing) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isEdgeMark($0) }),
      let last = scalars.lastIndex(where: { !isEdgeMark($0) || ($0 == "." && isInitial(scalars)) })
    else { return "" }
    return String(Substring(scalars[first...last]))
  }

  /// `Dr. King Jr.` and `John F.` keep their full stop.
  private static func isInitial(_ scalars: String.UnicodeScalarView) -> Bool {
    let end = scalars.suffix(3)
    guard end.count == 3, end.last == "." else { return false }
    return end.first == " " || end.elementsEqual("Jr.".unicodeScalars)
  }

  /// Placeholders of software for unknown writers, which are not names if a byline gives one.
  static func isPlaceholder(_ name: String) -> Bool { placeholders.contains(name.lowercased()) }

  private static let placeholders: Set<String> = ["anonymous", "admin", "administrator", "匿名", "匿名用户", "匿名用戶"]

  static func hasSentenceMark(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isOne(of: "。！？!?“”\"：:…") }
  }

  /// Whether a text can be a name: 2 to 6 Han characters (more with a middle dot), or up to 5 Latin words.
  static func isPlausible(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    let hanCount = scalars.count(where: \.isHan)
    if hanCount == scalars.count, let first = scalars.first {
      return 2...8 ~= hanCount && !speechOpenings.contains(first)
    }
    if hanCount > 0 { return scalars.count <= 24 && !speechOpenings.contains(scalars[0]) }
    let words = name.split(separator: " ")
    return 1...5 ~= words.count && scalars.count <= 60 && scalars.contains { $0.properties.isAlphabetic }
      && words.first?.first?.isLowercase != true
  }

  /// Characters that open an answer or a question after 记者：, not a name.
  private static let speechOpenings: Set<Unicode.Scalar> = [
    "是", "不", "我", "你", "您", "他", "她", "那", "这", "這", "对", "對", "请", "請", "没", "沒", "有", "为", "為", "但", "所", "嗯",
    "哦", "可", "就", "在", "也", "很", "什", "怎", "如", "因", "比", "据", "據", "目", "会", "會", "能", "从", "從",
  ]

  /// Beginnings of a clause that names a model, not a person.
  private static let sources = ["根据", "根據", "依据", "依據"]

  private static let wordsBefore = [
    "本报记者", "本報記者", "本台记者", "本台記者", "特约记者", "特約記者", "实习记者", "實習記者", "特约撰稿人", "特约作者", "特派记者", "记者", "記者",
    "作者", "撰文", "撰稿", "编译", "編譯", "通讯员", "通訊員", "By ", "by ", "BY ", "文/", "文／", "由 ",
  ]

  private static let wordsAfter = [
    "授权翻译", "授權翻譯", "报道", "报导", "報導", "報道", "编译", "編譯", "编辑", "編輯", "翻译", "翻譯", "撰写", "撰寫", "综合报道", "发自北京", "教授", "博士",
    "先生", "女士",
    "律师", "律師", "记者", "記者", "撰稿", "撰文", "摄影", "整理", "译", "譯", "著",
  ]
}

extension String {
  fileprivate var hanCount: Int { unicodeScalars.count(where: \.isHan) }
}
