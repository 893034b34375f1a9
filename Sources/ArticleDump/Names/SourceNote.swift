import Text

/// A note at a text's beginning or end that names its source and its translator.
///
/// `本文经授权转载自香港某报，原文标题为…`, `本文英文版原载于 River Post，中文版由某某编译`, `（原文刊於《某週報》，此為初版）`.
struct SourceNote: Equatable {
  var source: String?
  var translator: String?

  /// - Parameter line: A paragraph. Paragraphs of more than 360 bytes are not notes.
  /// - Returns: `nil` if the line does not begin like such a note, or names no plausible source.
  init?(_ line: String) {
    guard line.utf8.count <= 360, let opening = line.unicodeScalars.first(where: { !Self.isOpening($0) }),
      opening.isOne(of: "本原英中经經该該此摘节節")
    else { return nil }
    let text = String(line.unicodeScalars.drop(while: Self.isOpening))
    guard text.startsWithAny(of: Self.openings), let name = Self.source(in: text) else { return nil }
    source = name
    translator = Self.translator(in: text)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: "（([【〔*＊※●■#")
  }

  /// The beginnings of such notes.
  private static let openings = [
    "本文", "原文", "英文原", "英文版", "中文版", "经授权", "經授權", "经作者", "經作者", "该文", "該文", "此文", "摘自", "节选自", "節選自", "原载", "原載", "原刊",
  ]

  private static let phrases = [
    "转载自", "轉載自", "原载于", "原載於", "原刊于", "原刊於", "载于", "載於", "刊于", "刊於", "首发于", "首發於", "发表于", "發表於", "编译自", "編譯自", "来源于",
    "來源於", "译自", "譯自", "摘自", "节选自", "節選自", "原载", "原載", "原刊",
  ]

  private static func source(in text: String) -> String? {
    let found = phrases.compactMap { phrase in
      text.utf8Index(of: phrase).map { (start: $0, end: text.utf8.index($0, offsetBy: phrase.utf8.count)) }
    }
    // The note is about the text if its verb comes soon, in the first sentence.
    guard let first = found.min(by: { $0.start < $1.start }), text[..<first.start].inkCount <= 24,
      !text[..<first.start].holds("。")
    else { return nil }
    var rest = text[first.end...].unicodeScalars.drop { $0.isBlank || $0 == "：" || $0 == ":" }
    var name: String
    if let opening = rest.first, let closing = quotes[opening] {
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: closing) else { return nil }
      name = String(rest[..<end])
      // 本文作者发表于《水文》的论文: about something else.
      if rest[rest.index(after: end)...].first == "的" { return nil }
    } else {
      name = String(rest.prefix { !$0.isOne(of: "，,。；;：:（(）)】\n") })
    }
    name = name.trimmedOfBlanks
    guard 2...24 ~= name.inkCount, !name.holdsAny(of: ["作者", "本人", "我", "http", "://", "《", "这", "這", "那"]) else {
      return nil
    }
    if name.holds("的"), !name.endsWithAny(of: ["的博客", "的部落格", "的专栏", "的專欄"]) { return nil }
    return name
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "“": "”", "「": "」", "〈": "〉", "『": "』"]

  /// 由某某编译: a short name between the two words.
  static func translator(in text: String) -> String? {
    for trade in ["编译", "編譯", "翻译", "翻譯"] {
      guard let end = text.utf8Index(of: trade), let by = text[..<end].lastIndex(of: "由") else { continue }
      let name = String(text[text.index(after: by)..<end]).trimmedOfBlanks
      if PersonName.isPlausible(name), name.inkCount <= 8 { return name }
    }
    return nil
  }
}
