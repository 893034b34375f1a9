import Text

/// Names of chapters in Chinese novels in plain text: `第一章 初到江城`, `卷二 春水`, `尾声`.
enum ChapterName {
  enum Rank { case volume, chapter }

  private static let numerals = Set("0123456789０１２３４５６７８９零〇一二三四五六七八九十百千两".unicodeScalars)
  private static let volumes = Set("卷部集篇册".unicodeScalars)
  private static let chapters = Set("章回节话折".unicodeScalars)
  private static let alone: Set<String> = [
    "序", "序章", "序言", "序幕", "自序", "前言", "引子", "引言", "楔子", "尾声", "终章", "后记", "跋", "番外",
  ]
  /// A name is short; a sentence with such a beginning is longer.
  private static let longestInCharacters = 30

  /// The heading level of a line that is a chapter's name.
  static func rank(of line: ArraySlice<UInt8>) -> Rank? {
    // 第, 卷 and similar characters: a byte of Han at the line's start, after blanks.
    guard line.count <= 4 * (longestInCharacters + 8) else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmedOfBlanks.simplified
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, scalars.count <= longestInCharacters, !text.holdsSentenceEnd,
      !"，、；：,;:".unicodeScalars.contains(scalars[scalars.count - 1])
    else { return nil }
    if alone.contains(String(text.prefix { !$0.isWhitespace && $0 != "：" && $0 != ":" })) { return .chapter }
    let isOrdinal = first == "第"
    let start = isOrdinal ? 1 : volumes.contains(first) ? 1 : 0
    guard start == 1 else { return nil }
    var end = start
    while end < scalars.count, numerals.contains(scalars[end]) { end += 1 }
    guard end > start, end - start <= 9 else { return nil }
    // `卷二 春水`.
    guard isOrdinal else { return end == scalars.count || isBoundary(scalars[end]) ? .volume : nil }
    guard end < scalars.count else { return nil }
    if chapters.contains(scalars[end]) { return .chapter }
    // `第一部分` and `第二集团军` occur in prose.
    let isName = end + 1 == scalars.count || isBoundary(scalars[end + 1])
    return volumes.contains(scalars[end]) && isName ? .volume : nil
  }

  private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || "：:·—《「【（(".unicodeScalars.contains(scalar)
  }
}
