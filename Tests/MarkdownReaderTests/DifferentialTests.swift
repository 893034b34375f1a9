import Foundation
import Testing

@testable import MarkdownReader

/// Compares with cmark-gfm, if it is installed (Debian's package `cmark-gfm`).
@Suite struct DifferentialTests {
  private static let program = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static func reference(_ markdown: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? "")
    process.arguments = ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let html = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: html, as: UTF8.self)
  }

  private static let options: MarkdownOptions = [.tables, .strikethrough, .singleTildes, .taskLists, .bareAddresses]

  /// Samples of all kinds of blocks and inlines, combined in every order of two. Tasks are left out: in a loose list,
  /// cmark-gfm 0.29 puts the box before the paragraph, not into it.
  private static let pieces = [
    "# 标题 *斜*\n", "段落，有 **粗** 和 `码`。\n", "- 甲\n- 乙\n\n  丙\n", "1. 一\n2. 二\n", "> 引\n> > 再引\n",
    "```swift\nlet a = 1\n```\n",
    "    缩进的代码\n", "| 甲 | 乙 |\n| --- | :-: |\n| 1 \\| 2 | `x` |\n", "---\n",
    "[链](https://a.example \"题\") ![图](a.png)\n",
    "[参][1]\n\n[1]: https://b.example\n", "~~删~~ https://c.example/d。\n", "<div>\n*原样*\n</div>\n", "行一  \n行二\\\n行三\n",
    "&copy; \\*星\\* <b>粗</b>\n",
  ]

  @Test(.enabled(if: program != nil)) func everyPairOfBlocksIsReadAsByCmark() throws {
    var documents: [String] = []
    for first in Self.pieces { for second in Self.pieces { documents.append(first + "\n" + second) } }
    // One process for all: a comment separates the samples, and a heading closes open blocks.
    let rule = "\n<!-- next -->\n\n"
    var different: [String] = []
    for batch in stride(from: 0, to: documents.count, by: 16) {
      let part = documents[batch..<min(batch + 16, documents.count)]
      // References would be shared between the documents of a batch, so each batch is compared whole.
      let source = part.joined(separator: rule)
      let ours = MarkdownHTML.string(of: MarkdownParser(options: Self.options).document(from: Array(source.utf8)))
      let theirs = try Self.reference(source)
      if SpecificationExample.normalized(ours) != SpecificationExample.normalized(theirs) { different.append(source) }
    }
    #expect(different.isEmpty, "\(different.first ?? "")")
  }

  // MARK: Real files

  /// The unpacked archives of real files; `nil` if there are none.
  private static let archives: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["YUELAN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let packed = shared.appendingPathComponent("markdown/files.tar.xz")
    guard program != nil, FileManager.default.fileExists(atPath: packed.path) else { return nil }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yuelan-markdown-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-xJf", packed.path, "-C", folder.path]
    guard (try? tar.run()) != nil else { return nil }
    tar.waitUntilExit()
    return tar.terminationStatus == 0 ? folder : nil
  }()

  /// Why two readings differ, judging by the first lines that differ.
  private enum Difference: String, CaseIterable {
    /// cmark-gfm 0.29 does not treat Unicode symbols as punctuation (CommonMark 0.31), and has rules of its own for
    /// bare addresses.
    case emphasis, address
    /// Delimiter rows: cmark-gfm requires the head to be alone in its paragraph.
    case table, list, markup, other

    init(_ ours: String, _ theirs: String) {
      func either(_ pieces: String...) -> Bool { pieces.contains { ours.contains($0) != theirs.contains($0) } }
      func count(_ text: String, _ piece: String) -> Int { text.components(separatedBy: piece).count }
      if count(ours, "<strong>") != count(theirs, "<strong>") || count(ours, "<em>") != count(theirs, "<em>") {
        self = .emphasis
      } else if count(ours, "<a href") != count(theirs, "<a href") || ours.contains("href=") && theirs.contains("href=")
      {
        self = .address
      } else if either("<table>", "<td", "<th") {
        self = .table
      } else if either("<li>", "<ul>", "<ol>") {
        self = .list
      } else if either("&lt;", "<div", "<!--") {
        self = .markup
      } else {
        self = .other
      }
    }
  }

  private static func html(_ text: String, _ options: MarkdownOptions) -> String {
    SpecificationExample.normalized(
      MarkdownHTML.string(of: MarkdownParser(options: options).document(from: Array(text.utf8))))
  }

  @Test(.enabled(if: archives != nil)) func realFilesAreReadAsByCmark() throws {
    let folder = try #require(Self.archives)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? [])
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    var plain: [Difference: Int] = [:]
    var extended: [Difference: Int] = [:]
    var compared = 0
    // Every eighth file, since each takes a process.
    for (index, file) in files.enumerated() where index % 8 == 0 {
      guard var text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      text = text.replacingOccurrences(of: "\r\n", with: "\n")
      // Front matter is not Markdown.
      if text.hasPrefix("---\n"), let end = text.range(of: "\n---\n") { text = String(text[end.upperBound...]) }
      let theirs = SpecificationExample.normalized(try Self.reference(text))
      guard !theirs.isEmpty else { continue }
      compared += 1
      func compare(_ ours: String, _ counts: inout [Difference: Int]) {
        guard ours != theirs else { return }
        let lines = (ours.components(separatedBy: "\n"), theirs.components(separatedBy: "\n"))
        let first = zip(lines.0, lines.1).first { $0 != $1 } ?? ("", "")
        counts[Difference(first.0, first.1), default: 0] += 1
      }
      compare(Self.html(text, Self.options), &plain)
      compare(Self.html(text, .articles), &extended)
    }
    func summary(_ counts: [Difference: Int]) -> String {
      Difference.allCases.map { "\($0.rawValue) \(counts[$0, default: 0])" }.joined(separator: ", ")
    }
    print("of \(compared) files, GitHub's constructs: \(summary(plain)); all: \(summary(extended))")
    #expect(compared >= 100)
    // With GitHub's constructs only, the differences may only be those between versions of the specification.
    #expect(plain.values.reduce(0, +) * 50 <= compared, "\(summary(plain))")
    // Our extensions must make a difference in some files; otherwise nothing was compared.
    #expect(extended[.emphasis, default: 0] > 0 && extended.values.reduce(0, +) < compared, "\(summary(extended))")
  }
}
