import Foundation

/// Texts to measure with: the corpus beside the package (`../shared/corpus`, or `$YUELAN_SHARED/corpus`) and a
/// generated one.
public enum Corpus {
  /// The files of the corpus; `[]` if there is none.
  public static func files() -> [URL] {
    let root =
      ProcessInfo.processInfo.environment["YUELAN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = root.appendingPathComponent("corpus")
    guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }.sorted()
      .filter { $0.contains("/") }.map(folder.appendingPathComponent)
  }

  /// The sources of the parser's fixtures: dumps of every publisher.
  public static func fixtures() -> [URL] {
    let folder = packageRoot.appendingPathComponent("Tests/ArticleDumpTests/Fixtures")
    guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return walker.compactMap { $0 as? String }.filter { $0.contains("source.") }.sorted()
      .map(folder.appendingPathComponent)
  }

  /// The corpus as plain paragraphs, with tags and entities crudely removed.
  public static func paragraphs() -> [String] {
    files().flatMap { file -> [String] in
      guard let data = try? Data(contentsOf: file) else { return [] }
      return plainText(of: [UInt8](data)).split(separator: "\n").map(String.init)
    }
  }

  /// Block tags become line ends; other tags and blank lines are removed.
  static func plainText(of html: [UInt8]) -> String {
    let inline: Set<String> = ["a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "img", "code"]
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    var name: [UInt8] = []
    var isInTag = false
    var isInName = false
    for byte in html {
      if byte == 0x3C {
        isInTag = true
        isInName = true
        name = []
      } else if isInTag, byte == 0x3E {
        isInTag = false
        if !inline.contains(String(decoding: name, as: UTF8.self)), text.last != 0x0A { text.append(0x0A) }
      } else if isInTag {
        if byte == 0x20 || name.count > 8 { isInName = false }
        if isInName, byte != 0x2F { name.append(byte) }
      } else if byte != 0x0A || text.last != 0x0A, byte != 0x20 || text.last != 0x0A {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Chinese prose with Latin names, numbers and punctuation, generated from a seed.
  public static func generatedParagraphs(bytes: Int, seed: UInt64 = 42) -> [String] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let marks = ["，", "，", "。", "、", "；", "：“", "”，", "（", "）", "——", "……", "《", "》"]
    let words = ["Reuters", "2023年", "3.5%", "WHO", "COVID-19", "iPhone 15", "https://example.org/a/b?c=d"]
    var paragraphs: [String] = []
    var size = 0
    while size < bytes {
      var paragraph = ""
      for _ in 0..<(4 + next(30)) {
        for _ in 0..<(3 + next(12)) {
          paragraph.unicodeScalars.append(Unicode.Scalar(UInt16(0x4E00 + next(0x3000))) ?? "一")
        }
        if next(6) == 0 { paragraph += words[next(words.count)] }
        paragraph += marks[next(marks.count)]
      }
      size += paragraph.utf8.count
      paragraphs.append(paragraph)
    }
    return paragraphs
  }

  private static let packageRoot = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
}
