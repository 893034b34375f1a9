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
    guard line.utf8.count <= 360, case let text = String(line.unicodeScalars.drop(while: Self.isOpening)),
      SourceWords.openings.opens(text), let name = Self.source(in: text)
    else { return nil }
    source = name
    translator = Self.translator(in: text)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isOne(of: "（([【〔*＊※●■#")
  }

  private static func source(in text: String) -> String? {
    // The note is about the text: its verb comes soon, in the first sentence.
    guard let verb = SourceWords.verbs.firstRange(in: text), case let before = text.utf8.prefix(verb.lowerBound),
      case let opening = String(decoding: before, as: UTF8.self), opening.nonBlankCount <= 24, !opening.holds("。")
    else { return nil }
    let source = String(decoding: text.utf8.dropFirst(verb.upperBound), as: UTF8.self)
    var rest = source.unicodeScalars.drop { $0.isBlank || $0 == "：" || $0 == ":" }
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
    guard 2...24 ~= name.nonBlankCount, !name.simplified.holdsAny(of: ["作者", "本人", "我", "http", "://", "《", "这", "那"])
    else {
      return nil
    }
    if name.holds("的"), !name.simplified.endsWithAny(of: ["的博客", "的部落格", "的专栏"]) { return nil }
    return name
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "“": "”", "「": "」", "〈": "〉", "『": "』"]

  /// 由某某编译: a short name between the two words.
  static func translator(in text: String) -> String? {
    let plain = text.simplified
    for trade in ["编译", "翻译"] {
      guard let offset = plain.utf8Offset(of: trade),
        case let end = text.utf8.index(text.startIndex, offsetBy: offset), let by = text[..<end].lastIndex(of: "由")
      else { continue }
      let name = String(text[text.index(after: by)..<end]).trimmedOfBlanks
      if PersonName.isPlausible(name), name.nonBlankCount <= 8 { return name }
    }
    return nil
  }
}
