import ArticleDump
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ArticleLibrary

/// New files are read once, or heads first where somebody waits for rows; the index is the same.
@Suite struct NewFilesTests {
  /// Articles in several dialects, and files that are not articles.
  private func writeArchive(in folder: TestFolder) throws {
    for number in 0..<60 {
      try folder.writeDump(
        "archive/feed/\(number).md", title: "第\(number)篇", milliseconds: 1_689_561_074_000 + Int64(number) * 86_400_000,
        body: "<p>渡口的船要等到傍晚才开，其\(number)。</p><p>本站所有的文章都在这里结束，欢迎再来。</p>")
    }
    let matter = "---\ntitle: 文集\nauthor: 某人\ntags: [河, 船]\ndate: 2020-02-03\n---\n\n"
    try folder.write("archive/posts/2020-02-03-a.md", matter + "船过了河。\n")
    try folder.write("archive/plain.txt", "旧文\n\n没有封套的文字，只有船。\n")
    try folder.write("archive/page.html", "<html><head><title>一页</title></head><body><p>页里的船。</p></body></html>")
    try folder.write(
      "archive/made.html",
      "<html><head><meta name=\"generator\" content=\"Hugo 0.1\"></head><body><p>生成的船。</p></body></html>")
    try folder.write("archive/layout.html", "<html><body>{{ content }}</body></html>")
    try folder.write("archive/README.md", "# 关于\n\n说明。\n")
    try folder.write("archive/empty.md", "")
    try folder.write("archive/data.json", "{\"船\": 1}")
    try folder.write("archive/index.md", "目录\n------\n7-1 [甲](a.md)\n7-2 [乙](b.md)\n7-3 [丙](c.md)\n")
    // Its beginning decides what it is, its end says otherwise.
    try folder.write("archive/long.md", String(repeating: "长文里的船。\n\n", count: 2_000) + "<p>页</p>")
  }

  private func facts(_ library: Library) throws -> [[String]] {
    let list = try library.list(ListQuery(sort: .path))
    return try library.rows(list, 0..<list.count).map { row in
      [
        row.file.display, row.title, row.url ?? "", row.authors ?? "", row.publisher?.id ?? "", row.dialect.rawValue,
        "\(row.published as Any)", "\(row.fed as Any)", "\(row.fileSizeInBytes)", "\(row.characterCount)",
        "\(row.isIndexed)",
      ]
    }
  }

  @Test(arguments: [true, false])
  func indexesMadeInOnePassAndHeadsFirstAreTheSame(keepsIndex: Bool) throws {
    let (one, other) = (try TestFolder(), try TestFolder())
    try writeArchive(in: one)
    try FileManager.default.copyItem(atPath: one.path + "/archive", toPath: other.path + "/archive")

    let atOnce = try one.library(keepsIndex: keepsIndex)
    let summary = try atOnce.update()
    let headsFirst = try other.library(keepsIndex: keepsIndex)
    let finished = DispatchSemaphore(value: 0)
    headsFirst.startUpdating { if case .finished = $0 { finished.signal() } }
    #expect(finished.wait(timeout: .now() + 60) == .success)

    func inFolder(_ facts: [[String]], _ folder: TestFolder) -> [[String]] {
      facts.map { $0.map { $0.replacingOccurrences(of: folder.path, with: "") } }
    }
    let known = inFolder(try facts(atOnce), one)
    #expect(known.count == 64)
    #expect(known == inFolder(try facts(headsFirst), other))
    for query in ["船", "傍晚", "其7", "tag:河", "author:某人", "生成", "欢迎再来"] {
      #expect(try Set(atOnce.titles(query)) == Set(headsFirst.titles(query)), "\(query)")
    }
    let again = try headsFirst.update()
    #expect(
      Set(summary.skipped.map { "\($0.path.name): \($0.reason)" })
        == Set(again.skipped.map { "\($0.path.name): \($0.reason)" }))
    #expect(again.added == 0 && again.articleCount == summary.articleCount)
  }

  /// A file that was found and has not been read yet is part of what the index lacks.
  @Test func anIndexIsPartialUntilAllFilesHaveBeenRead() throws {
    let folder = try TestFolder()
    for number in 0..<500 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇") }
    // In memory, since transactions are small there.
    let library = try folder.library(keepsIndex: false)
    let counts = Mutex<[Int]>([])
    try library.update { update in
      guard case .bodies = update, let list = try? library.list() else { return }
      #expect(list.isPartial == (list.count < 500))
      #expect(library.indexProgress == Progress(done: list.count, total: 500))
      counts.withLock { $0.append(list.count) }
      // There are at most ten reports a second: so the next transaction is reported too.
      usleep(150_000)
    }
    #expect(counts.withLock { $0.contains { 1..<500 ~= $0 } && $0.last == 500 })
    #expect(try !library.list().isPartial)
  }
}
