import ArchiveSources
import ArticleDump
import Foundation
import GRDB
import Testing

@testable import ArticleLibrary

/// Libraries of containers: archives that are files. The zips are made here, with uncompressed entries.
@Suite struct ContainerLibraryTests {
  private func dump(_ title: String, body: String = "正文。") -> String { "# \(title)\n\n\(body)\n" }

  private func writeZip(_ entries: [(String, String)], to path: String) throws {
    try Data(StoredZip.bytes(entries)).write(to: URL(fileURLWithPath: path))
  }

  private func paths(_ library: Library, _ query: String = "") throws -> [String] {
    let list = try library.list(ListQuery(text: query))
    return try library.rows(list, 0..<list.count).map(\.file.text).sorted()
  }

  @Test func aZipIsAnArchive() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("a/1.md", dump("一", body: "讲桥的文章。")), ("a/2.md", dump("二")), ("p.png", "x")], to: zip)
    let library = try folder.library([zip])
    let summary = try library.update()
    #expect(summary.articleCount == 2 && summary.skipped.map(\.reason) == [.notADump])
    #expect(try paths(library) == [zip + "/a/1.md", zip + "/a/2.md"])
    let id = try library.list(ListQuery(text: "讲桥的"))[0]
    #expect(try library.article(id).title == "一")
    #expect(library.identity(of: id) == "file:news.zip/a/1.md")
    #expect(try DumpFile.read(DumpPath(zip + "/a/1.md"), atMost: 100).bytes.starts(with: "# 一".utf8))
    let again = try folder.library([zip])
    let second = try again.update()
    #expect(second.unchanged == 2 && !second.hasChanges && second.skipped == summary.skipped)
  }

  private static let sentence = "这是一段正文，写来试试各种存档格式能不能读，句子要够长才像一篇文章。"

  private static let rss = """
    <rss version="2.0"><channel><title>某报</title>
    <item><guid isPermaLink="false">tag:x,1</guid><description>&lt;p&gt;甲。\(sentence)&lt;/p&gt;</description></item>
    <item><guid isPermaLink="false">tag:x,2</guid><description>乙。\(sentence)</description></item>
    <item><title>.NET 9 发布</title><description>\(sentence)</description></item>
    <item><title>链接</title><link>https://b.example/.net/9</link><description>\(sentence)</description></item>
    <item><title>模板</title><link>https://b.example/_layouts/9</link><description>\(sentence)</description></item>
    </channel></rss>
    """

  /// As a crawler writes it.
  private static func crawl(_ addresses: [String]) -> String {
    addresses.map { address in
      let page = "<html><head><title>\(address)</title></head><body><p>\(sentence)</p></body></html>"
      let message = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(address)\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(message.utf8.count)\r\n\r\n"
        + message + "\r\n\r\n"
    }.joined()
  }

  /// Their names are made from addresses and titles, and a dot there hides nothing.
  @Test(arguments: [
    ("f.xml", rss, ["b.example/.net/9.html", "b.example/_layouts/9.html", ".NET 9 发布.html"]),
    (
      "f.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>某志</title><entry><title>.NET</title><id>tag:1</id>
      <content type="text">\(sentence)</content></entry></feed>
      """, [".NET.html"]
    ),
    (
      "f.json",
      """
      [{"title": ".NET", "content": "<p>\(sentence)</p>"},
      {"title": "甲", "url": "https://b.example/.net/1", "content": "<p>\(sentence)</p>"}]
      """, [".NET.html", "b.example/.net/1.html"]
    ),
    (
      "f.warc", crawl(["https://a.example/.hidden/1.html", "https://a.example/.well-known"]),
      ["a.example/.hidden/1.html", "a.example/.well-known.html"]
    ),
  ])
  func entriesWithoutFileNamesAreNeverHidden(name: String, content: String, paths wanted: [String]) throws {
    let folder = try TestFolder()
    let file = try folder.write("archive/\(name)", content)
    let library = try folder.library()
    let summary = try library.update()
    let found = try paths(library)
    #expect(summary.skipped.isEmpty && found.allSatisfy { $0.hasPrefix(file + "/") })
    for path in wanted { #expect(found.contains(file + "/" + path), "\(path) in \(found)") }
    #expect(try library.list(ListQuery(text: "试试各种存档格式")).count == found.count)
  }

  @Test func anEntryWithoutTitleAndAddressIsNamedByItsFirstWords() throws {
    let folder = try TestFolder()
    try folder.write("archive/f.xml", Self.rss)
    let library = try folder.library()
    try library.update()
    #expect(try library.list().count == 5)
    let titles = try Set(library.titles(""))
    #expect(titles.contains { $0.hasPrefix("甲。这是一段正文") } && titles.contains { $0.hasPrefix("乙。这是一段正文") }, "\(titles)")
  }

  @Test func filesAndFoldersInAContainerAreHiddenByADotInTheirOwnNames() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([(".草稿/f.xml", Self.rss), ("b/f.xml", Self.rss), ("b/.1.md", dump("一"))], to: zip)
    let library = try folder.library([zip])
    try library.update()
    let found = try paths(library)
    #expect(found.count == 5 && found.allSatisfy { $0.hasPrefix(zip + "/b/f.xml/") })
    #expect(found.contains(zip + "/b/f.xml/b.example/.net/9.html"))
  }

  /// A container to which a new version of a file was appended has the file once.
  @Test func ofEntriesWithOnePathTheLastIsTheArticle() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    let (old, other) = (dump("旧题", body: "旧的正文讲渡船。"), dump("别的"))
    try writeZip([("1.md", old), ("2.md", other), ("1.md", dump("新题", body: "新的正文讲石桥。"))], to: zip)
    let library = try folder.library([zip])
    let summary = try library.update()
    #expect(summary.articleCount == 2 && summary.added == 2)
    #expect(try Set(library.titles("")) == ["新题", "别的"])
    #expect(try library.list(ListQuery(text: "旧的正文")).isEmpty)
    let id = try library.list(ListQuery(text: "石桥"))[0]
    #expect(try library.article(id).title == "新题")
    // What is appended later replaces what the index has, and may be the first version again.
    for (appended, titles) in [
      ([dump("更新", body: "更新的正文。")], Set(["更新", "别的"])), ([dump("更新", body: "更新的正文。"), old], ["旧题", "别的"]),
    ] {
      try writeZip([("1.md", old), ("2.md", other)] + appended.map { ("1.md", $0) }, to: zip)
      try library.update()
      #expect(try Set(library.titles("")) == titles)
      #expect(try folder.library([zip], keepsIndex: false).update().articleCount == 2)
    }
  }

  /// An entry that is requested by its path is read at the place in the index, as long as the file has not been
  /// rewritten.
  @Test func theIndexFindsAnEntrysPlaceByItsPath() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("a/1.md", dump("一")), ("a/2.md", dump("二"))], to: zip)
    let file = DumpPath(zip + "/a/2.md")
    #expect(ArchiveProfiles(cacheDirectory: folder.path + "/cache").place(ofEntryAt: file) == nil)
    try folder.library([zip]).update()
    let indexes = ArchiveProfiles(cacheDirectory: folder.path + "/cache")
    let place = try #require(indexes.place(ofEntryAt: file))
    #expect(place.container == DumpPath(zip))
    let sources = OpenSources(indexes: indexes)
    #expect(try DumpFile.read(file, atMost: 100, sources: sources).bytes.starts(with: "# 二".utf8))
    try writeZip([("a/0.md", dump("零", body: "把其余的往后挪。")), ("a/2.md", dump("二改"))], to: zip)
    #expect(try DumpFile.read(file, atMost: 100, sources: sources).bytes.starts(with: "# 二改".utf8))
  }

  @Test func thePlaceOfAnEntryIsLookedUp() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("a/1.md", dump("一"))], to: zip)
    let library = try folder.library([zip])
    try library.update()
    let plan = try library.database.writer.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + StoredProfiles.placeSQL, arguments: [Data(), Data()])
        .map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("articles_entry") } && !plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  /// After a zip is rewritten, its entries are at other places, where they are read.
  @Test func onlyTheChangesOfARewrittenZipAreRead() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("1.md", dump("一")), ("2.md", dump("二")), ("3.md", dump("三"))], to: zip)
    let library = try folder.library([zip])
    try library.update()
    let one = try library.list(ListQuery(text: "title:一"))[0]
    try library.mark([one], asRead: true)
    try writeZip(
      [("0.md", dump("零", body: "一段放在最前面的文字，其余的都往后挪。")), ("2.md", dump("二改")), ("3.md", dump("三"))], to: zip)
    // Read before the file was scanned again.
    let three = try library.list(ListQuery(text: "title:三"))[0]
    #expect(try library.article(three).title == "三")
    #expect(throws: LibraryError.source(path: zip + "/1.md", .notFound)) { try library.article(one) }
    let summary = try library.update()
    #expect(summary.added == 1 && summary.changed == 1 && summary.removed == 1 && summary.unchanged == 1)
    #expect(try library.article(three).title == "三")
    #expect(try library.titles("").sorted() == ["三", "二改", "零"])
  }

  @Test func containersInAFolderBelongToItsArchive() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "外面")
    try writeZip([("x/2.md", dump("里面"))], to: folder.path + "/archive/inner.zip")
    try folder.write("archive/not.zip", "只是名字像")
    let library = try folder.library()
    let summary = try library.update()
    #expect(try library.titles("").sorted() == ["外面", "里面"])
    #expect(summary.skipped == [SkippedFile(path: DumpPath(folder.path + "/archive/not.zip"), reason: .notADump)])
    let id = try library.list(ListQuery(text: "里面"))[0]
    #expect(library.row(id)?.pathInArchive == "inner.zip/x/2.md")
    #expect(library.identity(of: id) == "file:archive/inner.zip/x/2.md")
    #expect(try library.article(id).title == "里面")
    #expect(try !library.update().hasChanges)
    // Moved as a whole, with the reader's data about it.
    try library.mark([id], asRead: true)
    rename(folder.path + "/archive/inner.zip", folder.path + "/archive/other.zip")
    try library.update()
    let moved = try library.list(ListQuery(text: "里面"))[0]
    #expect(library.row(moved)?.pathInArchive == "other.zip/x/2.md")
    #expect(library.row(moved)?.isRead == true)
    unlink(folder.path + "/archive/other.zip")
    #expect(try library.update().removed == 1)
  }

  @Test func aDamagedContainerIsReported() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/broken.zip"
    try Data([0x50, 0x4B, 3, 4, 20, 0] + [UInt8](repeating: 7, count: 100)).write(to: URL(fileURLWithPath: zip))
    let library = try folder.library([zip])
    try library.update()
    #expect(try library.list().isEmpty)
    #expect(library.isMissingArchives)
    #expect(
      library.notices.contains { if case .sourceUnreadable(zip, _) = $0 { true } else { false } })
  }

  /// Writes a zip with another field in each header: the flags, or the method after them.
  private func writeZip(_ entries: [(String, String)], to path: String, field: Int, _ value: UInt16) throws {
    var bytes = StoredZip.bytes(entries)
    for (signature, offset) in [([0x50, 0x4B, 3, 4] as [UInt8], 6), ([0x50, 0x4B, 1, 2], 8)] {
      for start in bytes.indices.dropLast(12) where bytes[start..<start + 4].elementsEqual(signature) {
        bytes[start + offset + field] = UInt8(value & 0xFF)
        bytes[start + offset + field + 1] = UInt8(value >> 8)
      }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Also when the index answers, and not only in the first update.
  @Test func aContainerThatShowsNothingSaysWhy() throws {
    let folder = try TestFolder()
    let (locked, open) = (folder.path + "/locked.zip", folder.path + "/open.zip")
    try writeZip([("a/1.md", dump("一"))], to: locked, field: 0, 0x801)
    try writeZip([("a/1.md", dump("一")), ("p/x.png", "x")], to: open)
    func faults(_ path: String) throws -> [LibraryNotice] {
      let library = try folder.library([path])
      if !library.isUpToDate { try library.update() }
      #expect(library.isMissingArchives == !library.notices.isEmpty)
      return library.notices
    }
    for _ in 0..<2 {
      #expect(try faults(locked) == [.sourceUnreadable(path: locked, .encrypted)])
      #expect(try faults(locked + "/a") == [.sourceUnreadable(path: locked + "/a", .encrypted)])
      #expect(try faults(open).isEmpty)
      #expect(try faults(open + "/a").isEmpty)
      // There is such a folder; it only has no dumps.
      #expect(try faults(open + "/p").isEmpty)
      #expect(try faults(open + "/typo") == [.sourceUnreadable(path: open + "/typo", .notFound)])
    }
  }

  @Test func anEntryThatCannotBeUnpackedSaysWhy() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("1.md", dump("一"))], to: zip, field: 2, 14)
    let entry = DumpPath(zip + "/1.md")
    #expect(throws: LibraryError.source(path: entry.display, .unsupported)) { try DumpFile.read(entry, atMost: 100) }
    // What is below an ordinary file is nowhere.
    let file = try folder.write("plain.md", "# 一\n")
    #expect(throws: LibraryError.unreadable(path: file + "/1.md", errno: ENOTDIR)) {
      try DumpFile.read(DumpPath(file + "/1.md"), atMost: 100)
    }
  }

  @Test func onlyTheEntryThatCrashesTheProgramIsSkipped() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try writeZip([("1.md", dump("好")), ("2.md", dump("坏"))], to: zip)
    try folder.library([zip]).update()
    let location = IndexLocation.choose(realPaths: [zip], cacheDirectory: folder.path + "/cache")
    let index = try #require(location.folder)
    // What remains after a process died while parsing the entry.
    let name = Array((zip + "/2.md").utf8)
    let record = [UInt8(name.count & 0xFF), UInt8(name.count >> 8)] + name
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    try Data(record).write(to: URL(fileURLWithPath: index + "/parsing.dead00"))
    let library = try folder.library([zip])
    let summary = try library.update()
    #expect(try library.titles("") == ["好"])
    #expect(summary.skipped.map(\.reason) == [.endedTheProgram])
    #expect(library.notices.contains(.fileEndedTheProgram(path: zip + "/2.md")))
  }
}

/// Zips without compression. Source: APPNOTE.TXT 6.3.10, 4.3.
enum StoredZip {
  static func bytes(_ entries: [(String, String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in entries {
      let (name, content) = (Array(name.utf8), Array(text.utf8))
      var facts: [UInt8] = shorts(20, 0x800, 0)
      facts += longs(0, crc(content), UInt32(content.count), UInt32(content.count))
      facts += shorts(UInt16(name.count), 0)
      directory += longs(0x0201_4B50)
      directory += shorts(20)
      directory += facts
      directory += shorts(0, 0, 0)
      directory += longs(0, UInt32(file.count))
      directory += name
      file += longs(0x0403_4B50)
      file += facts
      file += name
      file += content
    }
    let start = UInt32(file.count)
    let count = UInt16(entries.count)
    file += directory
    file += longs(0x0605_4B50)
    file += shorts(0, 0, count, count)
    file += longs(UInt32(directory.count), start)
    file += shorts(0)
    return file
  }

  private static func shorts(_ numbers: UInt16...) -> [UInt8] { numbers.flatMap { bytes($0) } }
  private static func longs(_ numbers: UInt32...) -> [UInt8] { numbers.flatMap { bytes($0) } }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 of ISO 3309.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
