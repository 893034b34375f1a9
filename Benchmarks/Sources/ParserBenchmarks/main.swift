@_spi(Benchmarks) import ArticleDump
import CLibXML2
import Foundation
import Measuring

// Measures parsing bytes to articles on one core, and libxml2's push parser, which only produces events, with the same
// bytes in the same run. Arguments choose stages: `tokens`, `tree`, `blocks`, `article`, `libxml2`, `heads`,
// `markdown`, `truncations`, `hostile`; `profiles` shows what knowing an archive adds. `ParserBenchmarks --peak N`
// parses one generated dump of N megabytes and reports its peak memory.

/// The names given as arguments, such as `tokens article`; none means all.
let chosen = Set(CommandLine.arguments.dropFirst())

func isChosen(_ name: String) -> Bool { chosen.isEmpty || chosen.contains { name.contains($0) } }

func report(_ name: String, bytes: Int, _ work: () -> Int) {
  guard isChosen(name) else { return }
  let measurement = Measurement(runs: 7, work)
  let speed = measurement.megabytesPerSecond(bytes: bytes)
  print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.1f MB/s", speed))
}

func measure(_ title: String, _ dumps: [(path: String, bytes: [UInt8])]) {
  let bytes = dumps.reduce(0) { $0 + $1.bytes.count }
  guard bytes > 0 else { return }
  print("\(title): \(dumps.count) dumps, \(String(format: "%.1f", Double(bytes) / 1e6)) MB")
  report("  tokens", bytes: bytes) { dumps.reduce(0) { $0 &+ countHTMLTokens(in: $1.bytes) } }
  report("  tree", bytes: bytes) { dumps.reduce(0) { $0 &+ countHTMLNodes(in: $1.bytes) } }
  report("  blocks", bytes: bytes) { dumps.reduce(0) { $0 &+ countBlocks(in: $1.bytes) } }
  let parser = ArticleParser()
  report("  article", bytes: bytes) {
    dumps.reduce(0) { $0 &+ parser.article(from: $1.bytes, path: $1.path).blocks.count }
  }
  report("  libxml2 \(String(cString: libxml2_version())), push, events only", bytes: bytes) {
    dumps.reduce(0) { sum, dump in
      sum
        &+ dump.bytes.withUnsafeBytes { raw in
          Int(libxml2_push(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count))
        }
    }
  }
  guard isChosen("heads") else { return }
  let heads = dumps.map { ($0.path, Array($0.bytes.prefix(4096))) }
  let rounds = max(1, 20_000 / heads.count)
  let measurement = Measurement(runs: 7) {
    var sum = 0
    for _ in 0..<rounds {
      for (path, head) in heads { sum &+= parser.head(from: head, path: path).title.utf8.count }
    }
    return sum
  }
  let speed = Double(heads.count * rounds) / measurement.medianSeconds
  print("  heads of 4 KiB".padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.0f a second", speed))
}

/// A dump like a feed's, generated from prose.
func generatedDump(megabytes: Int, seed: UInt64) -> [UInt8] {
  var html = "<!--1689597902000-->\n[生成的文章](https://www.example.org/cn/20230717-a)\n------\n\n"
  html += "<div>17/07/2023 - 14:28</div><p><strong>导语</strong></p><div>"
  for (index, paragraph) in Corpus.generatedParagraphs(bytes: megabytes * 850_000, seed: seed).enumerated() {
    switch index % 8 {
    case 0: html += "<p><span><span>\(paragraph)</span></span>（<a href=\"https://e.org/\(index)\">链接</a>）</p>"
    case 3: html += "<p><strong>小标题 \(index)</strong></p><p>\(paragraph)</p>"
    case 5: html += "\n<p class=\"graf graf--p\" style=\"text-align: left\">\n \(paragraph)\n</p>\n"
    case 6:
      html += "<figure><img src=\"https://e.org/\(index).jpg\" alt=\"\"><figcaption>图 &amp; 文</figcaption></figure>"
    default: html += "<p>\(paragraph)</p>"
    }
  }
  return Array((html + "</div>").utf8)
}

/// The largest resident size of this process so far, in bytes.
func peakResidentBytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--peak", let size = Int(CommandLine.arguments[2]) {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-peak-\(size).md")
  if !FileManager.default.fileExists(atPath: file.path) {
    try Data(generatedDump(megabytes: size, seed: 1)).write(to: file)
    print("made \(file.path); run again")
    exit(0)
  }
  let baseline = peakResidentBytes()
  var bytes: [UInt8] = []
  if let handle = fopen(file.path, "rb") {
    var status = stat()
    fstat(fileno(handle), &status)
    bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, handle)
    }
    fclose(handle)
  }
  let article = ArticleParser().article(from: bytes)
  let after = peakResidentBytes()
  print(
    "\(bytes.count) bytes, \(article.blocks.count) blocks: \(baseline) bytes resident before reading, \(after) at the peak"
  )
  print(String(format: "file, tree and article: %.2f × the file", Double(after - baseline) / Double(bytes.count)))
  exit(0)
}

let corpus = Corpus.files().compactMap { file in
  (try? Data(contentsOf: file)).map { (path: file.path, bytes: [UInt8]($0)) }
}
measure("Corpus", corpus)
measure("Generated", (0..<8).map { ("generated/\($0).md", generatedDump(megabytes: 1, seed: UInt64($0))) })

measureMarkdown()
measureProfiles(corpus)

if isChosen("truncations") {
  let fixtures = Corpus.fixtures().compactMap { file in
    (try? Data(contentsOf: file)).map { (path: file.path, bytes: [UInt8]($0)) }
  }
  var count = 0
  let clock = ContinuousClock()
  let duration = clock.measure {
    for (path, bytes) in fixtures {
      for length in 0..<bytes.count {
        count += ArticleParser().article(from: Array(bytes[..<length]), path: path).path == path ? 1 : 0
      }
    }
  }
  print("Truncations: \(fixtures.count) fixtures cut at every byte, \(count) articles in \(duration)")
}

guard isChosen("hostile") else { exit(0) }
print("Hostile input, ten times the size each step, nanoseconds a byte (level means linear)")
let hostile: [(String, (Int) -> String)] = [
  ("nested <div>", { String(repeating: "<div>", count: $0) }),
  ("nested <b> then </p>", { String(repeating: "<b>", count: $0) + String(repeating: "</p>", count: $0) }),
  ("<blockquote><ul><li>", { String(repeating: "<blockquote><ul><li>", count: $0 / 3) }),
  ("<figure><img>", { String(repeating: "<figure><img src=a>", count: $0 / 2) }),
  ("<section class>", { String(repeating: "<section class='content share-x'>", count: $0 / 3) }),
  ("<table><tr><td>", { String(repeating: "<table><tr><td>", count: $0 / 3) }),
  ("attributes", { "<p " + (0..<$0).map { "a\($0)=1 " }.joined() + ">x" }),
  ("references", { String(repeating: "&notin;&copy&#20013;", count: $0 / 3) }),
  ("one line", { "<p>" + String(repeating: "中文字", count: $0) }),
  ("title", { "<!--1-->\n[" + String(repeating: "题](", count: $0) + "](u)\n------\n\nx" }),
  ("unclosed comments", { String(repeating: "<!--", count: $0) }),
  ("<a><b><i> soup", { String(repeating: "<a><b><p></a><i></b>", count: $0 / 3) }),
  ("colspan", { "<table>" + String(repeating: "<tr><td rowspan=9999 colspan=9999>x", count: $0 / 4) }),
  ("quote marks", { "<p " + String(repeating: "a='\" ", count: $0) }),
]
for (name, make) in hostile {
  var line = "  " + name.padding(toLength: 24, withPad: " ", startingAt: 0)
  for count in [10_000, 100_000, 1_000_000] {
    let bytes = Array(make(count).utf8)
    let measurement = Measurement(runs: 3) { ArticleParser().article(from: bytes).blocks.count }
    line += String(format: "%10.1f", measurement.medianSeconds * 1e9 / Double(bytes.count))
  }
  print(line)
}
