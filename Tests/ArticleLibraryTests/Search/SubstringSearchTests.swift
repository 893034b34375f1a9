import ArticleDump
import Foundation
import SeededRandom
import Testing

@testable import ArticleLibrary

/// A search finds exactly what scanning all texts finds.
@Suite struct SubstringSearchTests {
  /// An article's texts, folded and separated by a byte that queries cannot contain.
  private func fields(_ library: Library, _ row: ArticleRow) throws -> [[UInt8]] {
    // As when reading: articles that were indexed before their site was known were indexed again.
    let article = try library.article(row.id)
    return [row.title, row.authors ?? "", ReadingText(article).text].map { TextFolding.fold($0) }
  }

  /// Whether `needle` is in `text`, not beginning in the middle of a Latin word, and ending in one only if `mayGoOn`.
  /// It does not use the library's own matcher.
  private func contains(_ text: [UInt8], _ needle: [UInt8], mayGoOn: Bool) -> Bool {
    guard let first = needle.first, text.count >= needle.count else { return false }
    func isLetter(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      var start = index
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      return text[start] > 0x20 && text[start] < 0xE3
    }
    let endsInLetter = (needle.lastIndex { $0 & 0xC0 != 0x80 }).map { needle[$0] > 0x20 && needle[$0] < 0xE3 } ?? false
    for start in 0...(text.count - needle.count) where text[start] == first {
      guard text[start..<start + needle.count].elementsEqual(needle) else { continue }
      if first < 0xE3, isLetter(start - 1) { continue }
      if endsInLetter, !mayGoOn, start + needle.count < text.count, isLetter(start + needle.count) { continue }
      return true
    }
    return false
  }

  private func check(_ library: Library, queryCount: Int) throws {
    let all = try library.list()
    let rows = try library.rows(all, 0..<all.count)
    let texts = try rows.map { try fields(library, $0) }
    let plain = try rows.map { ReadingText(try library.article($0.id)).text + $0.title }
    var generator = SeededGenerator(seed: 20_231_122)
    var checked = 0
    var found = 0
    while checked < queryCount {
      let scalars = Array(plain[Int.random(in: plain.indices, using: &generator)].unicodeScalars)
      guard scalars.count > 10 else { continue }
      let start = Int.random(in: 0..<scalars.count - 8, using: &generator)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<start + Int.random(in: 1...8, using: &generator)])
      let text = String(view).trimmingCharacters(in: .whitespacesAndNewlines)
      let isQuoted = text.contains(" ") || checked % 3 == 0
      let term = TextTerm(text, isQuoted: isQuoted)
      guard !term.folded.isEmpty, !text.contains("\""), !text.contains("”"), !term.isSpelled else { continue }
      // A query of words only, so that no part of it is taken for a field or an operator.
      let query = isQuoted ? "\"\(text)\"" : text
      guard case .text(term)? = (try? QueryParser.parse(query))?.query else { continue }
      let expected = zip(rows, texts).filter { row, fields in
        fields.contains { contains($0, term.folded, mayGoOn: term.isPrefix) }
      }.map(\.0.pathInArchive)
      let result = try library.list(ListQuery(text: query))
      let actual = try library.rows(result, 0..<result.count).map(\.pathInArchive)
      #expect(actual == expected, "query \(query)")
      let ranked = try library.list(ListQuery(text: query, sort: .relevance))
      #expect(ranked.ordinals.sorted() == result.ordinals.sorted(), "query \(query), ranked")
      checked += 1
      found += expected.count
    }
    #expect(found >= queryCount)
  }

  @Test func queriesOverTheCorpusFindWhatAPlainSearchFinds() throws {
    guard let news = corpus("news"), let feed = corpus("feed"), let video = corpus("video") else { return }
    let folder = try TestFolder()
    let library = try folder.library([news, feed, video])
    try library.update()
    try check(library, queryCount: 200)
  }

  /// Runs of common characters, which the index stores as pairs, next to others, words and punctuation: every way in
  /// which a phrase can begin and end within such a run or at its edge.
  @Test func phrasesAroundCommonCharactersAreFound() throws {
    let folder = try TestFolder()
    let pieces = ["的", "是", "一", "国", "们", "凰", "鹦", "，", " ", "AI", "5"]
    var generator = SeededGenerator(seed: 11)
    for number in 0..<80 {
      let body = (0..<Int.random(in: 1...24, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      try folder.writeDump("archive/\(number).md", title: "标题", body: "<p>\(body)</p>")
    }
    let library = try folder.library()
    try library.update()
    let all = try library.list()
    let rows = try library.rows(all, 0..<all.count)
    let texts = try rows.map { try fields(library, $0) }
    var found = 0
    for _ in 0..<600 {
      let phrase = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let term = TextTerm(phrase, isQuoted: true)
      guard !term.folded.isEmpty else { continue }
      let expected = zip(rows, texts).filter { _, fields in
        fields.contains { contains($0, term.folded, mayGoOn: false) }
      }.map { Int32($0.0.id.rawValue) }
      for sort in [ArticleLibrary.SortOrder.newest, .relevance] {
        let list = try library.list(ListQuery(text: "\"\(phrase)\"", sort: sort))
        #expect(list.ordinals.sorted() == expected.sorted(), "\(phrase), \(sort)")
      }
      found += expected.count
    }
    #expect(found > 2_000)
  }

  @Test func queriesOverRandomTextFindWhatAPlainSearchFinds() throws {
    let folder = try TestFolder()
    let pieces = [
      "中国", "的", "气候", "變化", "，", "。", " ", "AI", "技术", "iPhone 15", "不是", "我们", "臺灣", "OpenAI", "2023年", "“", "”",
      "Café",
      "\n", "国家", "人民", "在", "是",
    ]
    var generator = SeededGenerator(seed: 7)
    for number in 0..<60 {
      let body = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      try folder.writeDump(
        "archive/\(number).md", title: "第\(number)篇", milliseconds: 1_600_000_000_000 + Int64(number) * 86_400_000,
        body: "<p>\(body.replacing("\n", with: "</p><p>"))</p>")
    }
    let library = try folder.library()
    try library.update()
    try check(library, queryCount: 120)
  }
}
