import ArticleDump
import Foundation
import Measuring

// Measures what knowing an archive adds to reading a single page: `ParserBenchmarks profiles`. Each archive is read
// twice, first to count the lines of its sites, then with the counts.

/// The profiles of the sites of some dumps, as an index computes them.
private func profiles(of dumps: [(path: String, bytes: [UInt8])]) -> [String: SiteProfile] {
  var counts: [String: [UInt64: Int]] = [:]
  var files: [String: Int] = [:]
  let parser = ArticleParser()
  for dump in dumps {
    let reading = parser.reading(of: dump.bytes, path: dump.path)
    guard let site = reading.site else { continue }
    files[site, default: 0] += 1
    for key in reading.lineKeys { counts[site, default: [:]][key, default: 0] += 1 }
  }
  return files.reduce(into: [:]) { profiles, entry in
    let lines = (counts[entry.key] ?? [:]).filter { $0.value > 1 }
    profiles[entry.key] = SiteProfile(fileCount: entry.value, lines: lines)
  }
}

private func lines(of article: Article) -> [String] {
  article.plainText().split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
}

/// One site's pages: prose that differs from page to page, with sentences among it that all pages have, in the same
/// elements.
private func generatedSite(_ number: Int, pages: Int) -> (dumps: [(path: String, bytes: [UInt8])], texts: [[String]]) {
  let pool = Corpus.generatedParagraphs(bytes: pages * 6_000, seed: UInt64(1_000 + number))
  let repeated = pool.prefix(4).map { String($0.prefix(60)) + "。" }
  var dumps: [(path: String, bytes: [UInt8])] = []
  var texts: [[String]] = []
  for page in 0..<pages {
    let own = (0..<8).map { pool[4 + (page * 8 + $0) % (pool.count - 4)] }
    let shown = [repeated[0]] + own.prefix(4) + [repeated[1]] + own.dropFirst(4) + repeated[2...]
    let body = shown.map { "<p>\($0)</p>" }.joined(separator: "\n")
    let dump =
      "<!--1689597902000-->\n[第\(page)页](https://site\(number).example/\(page))\n------\n\n<div>\(body)</div>\n"
    dumps.append(("generated/\(number)/\(page).md", Array(dump.utf8)))
    texts.append(own)
  }
  return (dumps, texts)
}

/// Precision and recall by bytes of lines, each averaged over pages.
private func quality(_ found: [[String]], _ texts: [[String]]) -> String {
  var precision = 0.0
  var recall = 0.0
  for (lines, text) in zip(found, texts) {
    let known = Set(text)
    let hit = lines.filter(known.contains).reduce(0) { $0 + $1.utf8.count }
    precision += Double(hit) / Double(max(1, lines.reduce(0) { $0 + $1.utf8.count }))
    recall += Double(hit) / Double(max(1, text.reduce(0) { $0 + $1.utf8.count }))
  }
  let count = Double(found.count)
  return String(format: "precision %.3f, recall %.3f", precision / count, recall / count)
}

func measureProfiles(_ corpus: [(path: String, bytes: [UInt8])]) {
  guard chosen.contains("profiles") else { return }
  let sites = (0..<10).map { generatedSite($0, pages: 40) }
  let dumps = sites.flatMap(\.dumps)
  let texts = sites.flatMap(\.texts)
  let known = profiles(of: dumps)
  let knowing = ArticleParser(profile: { known[$0] })
  print("Generated archive: \(dumps.count) pages of \(sites.count) sites, 4 sentences of 12 on every page of a site")
  for (name, parser) in [("a page alone", ArticleParser()), ("with its archive", knowing)] {
    let found = dumps.map { lines(of: parser.article(from: $0.bytes, path: $0.path)) }
    print("  " + name.padding(toLength: 18, withPad: " ", startingAt: 0) + quality(found, texts))
  }
  guard !corpus.isEmpty else { return }
  let real = profiles(of: corpus)
  let informed = ArticleParser(profile: { real[$0] })
  var changed = 0
  var dropped = 0
  var all = 0
  for dump in corpus {
    let before = ArticleParser().article(from: dump.bytes, path: dump.path).plainText().utf8.count
    let after = informed.article(from: dump.bytes, path: dump.path).plainText().utf8.count
    all += before
    dropped += max(0, before - after)
    if before != after { changed += 1 }
  }
  let share = 100 * Double(dropped) / Double(max(1, all))
  print(
    "Corpus: \(corpus.count) dumps of \(real.count) sites; profiles change \(changed), "
      + String(format: "and take %.2f %% of the text away", share))
}
