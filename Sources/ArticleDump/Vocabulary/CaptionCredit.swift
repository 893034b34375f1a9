import Text

/// Parts a picture's caption from its credit.
enum CaptionCredit {
  /// - Parameter text: What the page says about a picture, on one line.
  /// - Returns: The caption without its credit, and the credit without its label; each nil when there is none.
  static func split(_ text: String) -> (caption: String?, credit: String?) {
    var caption = unlabelled(text.trimmedOfBlanks)
    // Most texts name no source: one pass over their bytes tells.
    guard caption.withBytes({ ByteSearch.holds($0, byte: 0x2F) }) || hints.holdsAny(in: caption) else {
      return (caption.isEmpty ? nil : caption, nil)
    }
    var credits: [String] = []

    func add(_ credit: String) {
      let credit = credit.begins(with: "http") ? credit : credit.trimmed(of: "，,；;：:。|｜丨/／-–—©")
      if !credit.isEmpty, !credits.contains(credit) { credits.insert(credit, at: 0) }
    }

    if isAgency(caption) || isNameAndAgency(caption) { return (nil, caption) }
    if caption.utf8.count <= 80, let label = makers.first(where: { caption.begins(with: $0) }) {
      return (nil, caption.dropFirst(label.count).trimmed(of: " ."))
    }
    if let (rest, credit) = datedCredit(caption) {
      caption = rest
      add(credit)
    }
    // From the end: a bracket, a mark, a closing phrase; a caption may have two of them.
    for _ in 0..<3 {
      guard
        let (rest, credit) = agencyAtEnd(caption) ?? bracketAtEnd(caption) ?? markedTail(caption)
          ?? closingPhrase(caption) ?? latinTail(caption)
      else { break }
      caption = rest.trimmedOfBlanks
      add(credit)
    }
    if let (rest, credit) = openingPhrase(caption) {
      caption = rest
      if !credits.contains(where: { $0.holds(credit) }) { credits.insert(credit, at: 0) }
    }
    caption = caption.trimmed(of: "，,；;|｜丨/／©")
    if !credits.isEmpty, caption.inkCount <= 8, caption.endsWithAny(of: ["社", "报", "報", "网", "網"]) {
      credits.append(caption)
      caption = ""
    }
    let credit = credits.joined(separator: "，")
    if caption.isEmpty, credits.count == 1, isDescription(credit) { return (credit, nil) }
    return (caption.isEmpty ? nil : caption, credit.isEmpty ? nil : credit)
  }

  /// `作業列表截圖`, `水流示意图`: alone it tells what is seen, unless it names where that was seen.
  private static func isDescription(_ credit: String) -> Bool {
    credit.inkCount >= 5 && credit.endsWithAny(of: ["截图", "截圖", "示意图", "示意圖"])
      && !credit.holdsAny(of: [
        "视频", "視頻", "影片", "官网", "網站", "网站", "网页", "網頁", "微博", "微信", "脸书", "臉書", "推特", "电视", "電視", "直播", "新闻", "新聞",
        "网络", "網路",
        "網絡", "杂志", "雜誌", "Facebook", "Twitter", "YouTube", "來自", "来自", "/", "／",
      ])
  }

  /// A caption without the label or arrow that says that it is one.
  private static func unlabelled(_ text: String) -> String {
    var text = text
    // Both spellings of the labels' first character begin with E5, and so does one character in eight.
    if text.utf8.first == 0xE5 {
      for label in labels where text.begins(with: label) { text = String(text.dropFirst(label.count)) }
    }
    return text.trimmed(of: "▲△▼↑↓◎●■□")
  }

  private static let labels = ["图像加注文字，", "图像加注文字,", "图像加註文字，", "图像加注文字", "圖像加註文字"]

  /// `首尔地铁二号线站台 韩联社`: an agency after a blank.
  private static func agencyAtEnd(_ text: String) -> (String, String)? {
    guard let blank = text.unicodeScalars.lastIndex(where: { $0.isBlank }) else { return nil }
    let word = String(text.unicodeScalars[text.unicodeScalars.index(after: blank)...])
    // Getty Images, Associated Press photographer: amid Latin words a name may be a part of another.
    let before = text.unicodeScalars[..<blank].last { !$0.isBlank }
    guard isAgency(word), before.map({ $0.value >= 0x80 }) ?? false else { return nil }
    return (String(text.unicodeScalars[..<blank]), word)
  }

  /// `Ana Popescu/Getty Images`: nothing but a photographer and who sells the picture.
  private static func isNameAndAgency(_ text: String) -> Bool {
    guard text.utf8.count <= 60, let slash = text.utf8.firstIndex(of: 0x2F) else { return false }
    let words = text[..<slash].split(separator: " ")
    let agency = text[text.index(after: slash)...].trimmedOfBlanks
    return 1...4 ~= words.count && words.allSatisfy { $0.first?.isUppercase == true }
      && agencies.contains { agency == $0 || agency.begins(with: $0 + " ") || agency == $0 + " Images" }
  }

  // MARK: Brackets

  /// `…（法新社图片）`, `…(Credit: Reuters)`: the last bracket, when it names a source of pictures.
  private static func bracketAtEnd(_ text: String) -> (String, String)? {
    let text = text.trimmed(of: "。")
    guard let last = text.unicodeScalars.last, let opening = pairs[last] else { return nil }
    let scalars = Array(text.unicodeScalars)
    var depth = 0
    for index in scalars.indices.reversed() {
      if scalars[index] == last { depth += 1 }
      if opening.contains(scalars[index]) { depth -= 1 }
      guard depth == 0 else { continue }
      let inside = string(scalars[(index + 1)..<(scalars.count - 1)])
      guard isCredit(inside) else { return nil }
      return (string(scalars[..<index]), unprefixed(inside))
    }
    return nil
  }

  private static let pairs: [Unicode.Scalar: [Unicode.Scalar]] = [
    "）": ["（", "("], ")": ["(", "（"], "】": ["【"], "]": ["["], "〕": ["〔"],
  ]

  /// Whether a bracket's content names who made or owns a picture.
  static func isCredit(_ text: String) -> Bool {
    guard text.inkCount <= 60, !text.isEmpty, !isPhrase(text) else { return false }
    if endings.closes(text) || text.startsWithAny(of: creditLabels) || text.holds("©") { return true }
    if text.holdsAny(of: creditWords) { return true }
    // `（林一/大紀行）`: who and for whom.
    let halves = text.split { $0 == "/" || $0 == "／" }
    if halves.count == 2, text.inkCount <= 16, halves.allSatisfy({ $0.inkCount >= 2 }),
      !text.unicodeScalars.contains(where: { ("0"..."9").contains($0) || $0.isOne(of: "，。；、左右") })
    {
      return true
    }
    // （海峡时报）: a paper's name alone.
    if 3...8 ~= text.inkCount, text.unicodeScalars.allSatisfy(\.isHan), text.endsWithAny(of: media) { return true }
    return isAgency(text)
      || (text.inkCount <= 24 && text.holdsAny(of: ["/", "／"]) && text.holdsAny(of: agencies))
  }

  /// Whether a clause speaks of a picture instead of naming its source: 展示他的产品质量的照片, 作者提供的图片 is one that names it.
  private static func isPhrase(_ text: String) -> Bool {
    guard text.holdsAny(of: ["的", "了", "这", "這", "那", "是"]), !text.holdsAny(of: agencies) else { return false }
    return text.holds("了") || !text.holdsAny(of: ["提供的", "拍摄的", "拍攝的"])
  }

  // MARK: Marks within

  /// `… © A. Popescu`, `… 图源：视觉中国`: from the last mark on, when little follows.
  private static func markedTail(_ text: String) -> (String, String)? {
    if let mark = text.utf8Index(of: "©") {
      let credit = String(text[mark...])
      if credit.inkCount <= 80 { return (String(text[..<mark]), credit) }
    }
    guard labelTable.holdsAny(in: text) else { return nil }
    for label in creditLabels {
      guard let mark = text.utf8Index(of: label) else { continue }
      let before = text[..<mark]
      var after = String(text[text.utf8.index(mark, offsetBy: label.utf8.count)...]).trimmedOfBlanks
      if after.ends(with: "。") { after = String(after.dropLast()) }
      // `Photo by A. Popescu on Unsplash，屋后的山`: what is seen may follow who made it.
      if label == "Photo by " || label == "photo by ", let comma = after.firstIndex(of: "，") {
        return (String(before) + after[after.index(after: comma)...], String(after[..<comma]))
      }
      // 图片: a word of the sentence unless a label's colon or a part of the sentence ends before it.
      let startsField = before.isEmpty || (before.unicodeScalars.last.map(isFieldEdge) ?? true)
      guard startsField, after.inkCount <= longest(after, label), !after.holds("。"), !after.isEmpty
      else { continue }
      return (String(before), after)
    }
    return nil
  }

  /// Latin names are longer, addresses longer still.
  private static func longest(_ credit: String, _ label: String) -> Int {
    if credit.begins(with: "http"), !credit.holds(" ") { return 200 }
    return label.utf8.first.map { $0 < 0x80 } == true ? 60 : 40
  }

  /// `… in court. A. Popescu | AP Photo file`, `… of the year. AP Photo/J. Roe`: names after the last sentence, an
  /// agency among them.
  private static func latinTail(_ text: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    guard bytes.count > 4 else { return nil }
    for index in (max(0, bytes.count - 72)...(bytes.count - 5)).reversed() {
      guard bytes[index + 1] == 0x20 || bytes[index + 1] &- 0x41 < 26, ".?!)”".utf8.contains(bytes[index]) else {
        continue
      }
      let tail = String(decoding: bytes[(index + 1)...], as: UTF8.self).trimmedOfBlanks
      guard tail.holdsAny(of: latinAgencies) else { continue }
      let words = tail.split { " /|,–".contains($0) }
      let isNames = words.allSatisfy { $0.first?.isUppercase == true || particles.contains(String($0)) }
      guard words.count <= 10, isNames, index >= 20 else { return nil }
      return (String(decoding: bytes[...index], as: UTF8.self), tail)
    }
    return nil
  }

  private static let latinAgencies = [
    "AP Photo", "AP File", "Getty", "Reuters", "REUTERS", "AFP", "Wikimedia", "Flickr", "Unsplash", "Shutterstock",
    "Alamy",
  ]
  private static let particles: Set<String> = [
    "via", "for", "by", "of", "on", "file", "photo", "and", "de", "van", "von", "al",
  ]

  private static func isFieldEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: "。，,；;.|｜丨/／、！？”’」』)）")
  }

  // MARK: Phrases

  /// `…。秦岭日报记者 谷雨 摄`, `… 资料图`: the last clause, when it is short and ends as credits do.
  private static func closingPhrase(_ text: String) -> (String, String)? {
    let trimmed = text.trimmed(of: "。.")
    guard endings.closes(trimmed) else { return nil }
    let scalars = Array(trimmed.unicodeScalars)
    // The clause starts after the last mark; a name may hold single blanks, so blanks part only when nothing else does.
    var start = scalars.lastIndex { $0.isOne(of: "。，,；;|｜丨！？\n") }.map { $0 + 1 }
    if start == nil || scalars.count - (start ?? 0) > 24 {
      start = runOfBlanks(scalars).map { $0 + 1 } ?? start
    }
    if let from = start, let bracket = scalars[from...].lastIndex(where: { $0.isOne(of: ")）") }),
      scalars.count - bracket > 4, scalars[bracket + 1].isHan
    {
      // …。（縣府提供）中央社記者某某傳真: two credits.
      start = bracket + 1
    }
    guard var start else { return scalars.count <= 16 && !isPhrase(trimmed) ? ("", trimmed) : nil }
    // 本文图片 均为…记者 某某 图: the words before belong to it.
    let before = string(scalars[..<start]).trimmedOfBlanks
    for opening in ["本文图片", "本文圖片", "图片均", "以上图片"] where before.ends(with: opening) {
      start = string(scalars[..<start]).trimmedOfBlanks.unicodeScalars.count - opening.unicodeScalars.count
    }
    let clause = string(scalars[start...]).trimmedOfBlanks
    guard clause.inkCount <= 30, !isPhrase(clause), !isDescription(clause) else { return nil }
    return (string(scalars[..<start]), clause)
  }

  /// `…窗框。中央社記者王飛華攝　112年7月17日`: Taiwan's agency puts the day after the photographer.
  private static func datedCredit(_ text: String) -> (String, String)? {
    for mark in ["攝", "摄", "傳真", "传真"] {
      guard let range = text.utf8Index(of: mark) else { continue }
      let after = text[text.utf8.index(range, offsetBy: mark.utf8.count)...]
      let day = after.withoutBlanks
      guard day.ends(with: "日"), day.inkCount <= 12,
        day.unicodeScalars.allSatisfy({ $0.isOne(of: "0123456789年月日") })
      else { continue }
      guard let (rest, credit) = closingPhrase(String(text[..<range]) + mark) else { continue }
      return (rest, credit + " " + day)
    }
    return nil
  }

  /// The blank before the credit: two in a row, a wide one, or the last before a word that only credits start with.
  private static func runOfBlanks(_ scalars: [Unicode.Scalar]) -> Int? {
    for index in scalars.indices.reversed() where scalars[index].isBlank {
      let isWide = scalars[index] == "\u{3000}" || (index > 0 && scalars[index - 1].isBlank)
      let rest = string(scalars[(index + 1)...])
      if rest.inkCount > 26 { return nil }
      if isWide || rest.startsWithAny(of: ["资料", "資料", "记者", "記者", "摄影", "攝影"]) { return index }
      if rest.endsWithAny(of: ["社发", "社發"]) { return index }
      if endings.contains(rest) { continue }
      if rest.inkCount >= 5 { return index }
    }
    return nil
  }

  /// `资料照片：…`: the credit comes first.
  private static func openingPhrase(_ text: String) -> (String, String)? {
    for phrase in ["资料照片", "資料照片", "资料图片", "資料圖片", "资料图", "資料圖", "档案照片", "檔案照片", "档案照", "檔案照", "資料照"] {
      guard text.begins(with: phrase) else { continue }
      let rest = text.dropFirst(phrase.count)
      guard let next = rest.unicodeScalars.first else { return ("", phrase) }
      guard next.isOne(of: "：:，,。 \u{3000}－-—") else { return nil }
      let scalars = rest.unicodeScalars.drop { $0.isBlank || $0.isOne(of: "：:，,。－-—") }
      return (String(scalars), phrase)
    }
    return nil
  }

  private static func unprefixed(_ text: String) -> String {
    for label in creditLabels where text.begins(with: label) { return String(text.dropFirst(label.count)) }
    return text
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count) { bytes in
      var count = 0
      for scalar in scalars {
        let utf8 = CharacterReference.UTF8Bytes(scalar: scalar.value)
        for index in 0..<utf8.count {
          bytes.initializeElement(at: count, to: utf8[index])
          count += 1
        }
      }
      return String(wellFormed: UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
  }

  // MARK: Words

  /// What a credit field starts with; longer before shorter.
  static let creditLabels = [
    "图像来源，", "图像来源,", "图像来源：", "圖像來源，", "圖像來源：", "图片来源：", "图片来源:", "圖片來源：", "圖片來源:", "图片来源", "圖片來源",
    "照片来源：", "照片來源：", "照片提供：", "图片提供：", "圖片提供：", "照片提供", "图片提供", "圖片提供", "图片：", "圖片：", "照片：",
    "图源：", "图源:", "圖源：", "图源", "圖源", "图自：", "图自", "图片来自：", "圖片來自：", "图片来自", "圖片來自", "来自：", "來自：", "來源：", "来源：", "来源:",
    "來源:", "來源／", "来源/", "摄影：", "摄影:", "摄影/", "摄影／",
    "攝影：", "攝影:", "攝影／", "攝影/", "摄影 ", "攝影 ", "摄：", "攝：", "摄/", "攝／", "图：", "圖：", "图/", "图 / ", "圖 / ", "图 | ", "图｜",
    "圖｜", "摄影 | ", "摄影｜", "圖／", "圖/", "图／", "文图：",
    "Photograph: ", "Photograph by ", "Image courtesy of ", "Image courtesy ", "Credit…",
    "Photo by ", "Photo: ", "Photo：", "Photo credit: ", "Credit: ", "Credit：", "Credit:", "Image: ", "Image credit: ",
    "Image source, ", "Source: ", "Courtesy of ", "photo by ", "credit: ",
  ]

  /// What a caption that is all credit begins with.
  private static let makers = ["Image by ", "Images by ", "Picture by ", "Photos by "]

  /// What some part of any credit holds.
  private static let hints = PhraseTable(
    (creditLabels + makers + sourceLabels + creditEndings + creditWords + media + agencies
      + ["©", "／", "资料", "資料", "档案", "檔案", "摄", "攝", "绘", "图", "圖"]).map { ($0, 0) })

  private static let labelTable = PhraseTable(creditLabels.map { ($0, 0) })

  /// Labels that only a credit starts with.
  static let sourceLabels = [
    "图像来源", "圖像來源", "图片来源", "圖片來源", "照片来源", "照片來源", "图源", "圖源", "图片提供", "圖片提供", "Image source", "©", "Photo:",
    "Photo by",
    "Credit:",
  ]

  /// What a credit ends with.
  static let creditEndings = [
    "摄", "攝", "摄影", "攝影", "拍摄", "拍攝", "供图", "供圖", "提供", "供稿", "图片", "圖片", "照片", "截图", "截圖", "翻拍", "资料图", "資料圖",
    "资料照片", "資料照片", "资料图片", "資料圖片", "資料照", "资料照", "档案照", "檔案照", "制图", "製圖", "绘图", "繪圖", "绘", "Getty Images", "AFP",
    "Reuters",
    "via Getty", "Unsplash", "iStock", "Shutterstock", "视觉中国", "東方IC", "东方IC", "网络图", "網絡圖", "网络图片", "組合圖", "合成图",
    "示意图", "示意圖", "傳真", "传真", " 图", " 圖", "社发", "社發", "社供图",
  ]

  private static let endings = EndingTable(creditEndings)
  private static let media = [
    "时报", "時報", "日报", "日報", "晚报", "晚報", "早报", "早報", "通讯社", "通訊社", "电视台", "電視台", "新闻网", "新聞網",
  ]

  private static let creditWords = [
    "提供/", "提供／", "/记者", "／记者", "/記者", "／記者", "图片来源", "圖片來源", "图源", "圖源", "资料照", "資料照", "资料图", "資料圖", "檔案照", "档案照",
    "截图", "截圖", "供图", "供圖", "Getty", "Reuters",
    "Shutterstock", "Credit", "Photo", "翻攝自", "翻拍自", "取自", "擷取自", "摘自", "截自",
  ]

  private static let agencyNames = Set(agencies)
  private static let longestAgency = agencies.map(\.utf8.count).max() ?? 0

  /// Captions are much to hash, and mostly longer than any agency's name.
  private static func isAgency(_ text: String) -> Bool {
    text.utf8.count <= longestAgency && agencyNames.contains(text)
  }

  static let agencies = [
    "法新社", "路透社", "路透", "美联社", "美聯社", "新华社", "新華社", "中新社", "中央社", "德新社", "韩联社", "韓聯社", "共同社", "欧新社", "歐新社", "塔斯社",
    "安莎社", "埃菲社", "彭博社", "央视", "视觉中国", "東方IC", "AFP", "AP", "EPA", "Reuters", "REUTERS", "Getty Images", "Getty", "dpa",
    "EFE",
    "ANSA", "UPI", "TASS", "Xinhua", "ImagineChina", "Imaginechina", "VCG", "ZUMA", "IMAGO", "picture alliance",
  ]
}
