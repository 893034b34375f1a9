import ArticleDump
import Foundation
import MarkdownReader
import Measuring

/// A post in Markdown, generated from prose: headings, strong words, links, quotes, lists, code.
func generatedPost(megabytes: Int, seed: UInt64) -> [UInt8] {
  var text = "---\ntitle: 生成的文章\ndate: 2023-07-17 14:28:00 +0800\ntags: [甲, 乙]\n---\n\n"
  for (index, paragraph) in Corpus.generatedParagraphs(bytes: megabytes * 900_000, seed: seed).enumerated() {
    switch index % 8 {
    case 0: text += "## 小标题 \(index)\n\n\(paragraph)\n\n"
    case 2: text += "\(paragraph)**「强调」**后文，见[链接](https://e.org/\(index))。\n\n"
    case 4: text += "> \(paragraph)\n\n"
    case 5: text += "- \(paragraph)\n- `code` 与 *斜体*\n\n"
    case 7: text += "```swift\nlet value = \(index)\n```\n\n\(paragraph)\n\n"
    default: text += paragraph + "\n\n"
    }
  }
  return Array(text.utf8)
}

/// Measures Markdown to events, to HTML and to whole articles, and cmark-gfm's program for comparison, if it is
/// installed.
func measureMarkdown() {
  guard isChosen("markdown") else { return }
  let posts = (0..<4).map { generatedPost(megabytes: 2, seed: UInt64($0)) }
  let bytes = posts.reduce(0) { $0 + $1.count }
  print("Markdown, generated: \(posts.count) posts, \(String(format: "%.1f", Double(bytes) / 1e6)) MB")
  func report(_ name: String, _ work: () -> Int) {
    let speed = Measurement(runs: 7, work).megabytesPerSecond(bytes: bytes)
    print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.1f MB/s", speed))
  }
  for (name, options) in [("CommonMark", MarkdownOptions.commonMark), ("GitHub", .gitHub), ("articles", .articles)] {
    let parser = MarkdownParser(options: options)
    report("  events, \(name)") { posts.reduce(0) { $0 &+ parser.document(from: $1).events.count } }
    report("  HTML, \(name)") { posts.reduce(0) { $0 &+ MarkdownHTML.bytes(of: parser.document(from: $1)).count } }
  }
  report("  article") {
    posts.reduce(0) { $0 &+ ArticleParser().article(from: $1, path: "post.md").blocks.count }
  }
  guard
    let program = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first(where: {
      FileManager.default.isExecutableFile(atPath: $0)
    })
  else { return }
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-cmark.md")
  defer { try? FileManager.default.removeItem(at: file) }
  guard (try? Data(posts.joined()).write(to: file)) != nil else { return }
  let seconds = (0..<5).map { _ in childSeconds { try run(program, on: file) } }.sorted()[2]
  print(
    "  cmark-gfm, HTML, its whole process".padding(toLength: 44, withPad: " ", startingAt: 0)
      + String(format: "%8.1f MB/s", Double(bytes) / 1e6 / seconds))
}

private func run(_ program: String, on file: URL) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", file.path]
  process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
  try process.run()
  process.waitUntilExit()
}

/// The processor time of child processes that a piece of work started and awaited.
private func childSeconds(_ work: () throws -> Void) -> Double {
  func used() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) * 1e-6
  }
  let before = used()
  try? work()
  return used() - before
}
