import ArchiveSources
import ArticleDump
import Testing

/// Crawls, compressed and not.
@Suite struct WARCSourceTests {
  private let folder = TemporaryFolder()

  /// A record of a page whose response has some header fields.
  private func response(
    _ url: String, _ page: [UInt8], fields: [String] = ["Content-Type: text/html; charset=utf-8"], status: Int = 200,
    date: String = "2024-05-01T00:00:00Z", digest: String? = nil
  ) -> [UInt8] {
    let http = (["HTTP/1.1 \(status) OK"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    return record("response", url, Array(http.utf8) + page, date: date, digest: digest)
  }

  private func record(
    _ type: String, _ url: String, _ block: [UInt8], date: String = "2024-05-01T00:00:00Z", digest: String? = nil
  ) -> [UInt8] {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: \(date)\r\n"
    if let digest { head += "WARC-Payload-Digest: sha1:\(digest)\r\n" }
    head += "Content-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func page(_ text: String) -> [UInt8] { Array("<html><body><p>\(text)</p></body></html>".utf8) }

  private var crawl: [[UInt8]] {
    [
      record("warcinfo", "", Array("software: a crawler\r\n".utf8)),
      response("https://Example.com/", page("首页。")),
      response("https://example.com/%E6%96%B0%E9%97%BB/a?id=3", page("一。"), digest: "AAAA"),
      response(
        "https://example.com/%E6%96%B0%E9%97%BB/a?id=3", page("一。"), date: "2024-06-01T00:00:00Z", digest: "AAAA"),
      response(
        "https://example.com/%E6%96%B0%E9%97%BB/a?id=3", page("一，改。"), date: "2024-07-01T00:00:00Z", digest: "BBBB"),
      response("https://example.com/a.jpg", [0xFF, 0xD8, 0], fields: ["Content-Type: image/jpeg"]),
      response("https://example.com/gone.html", page("404"), status: 404),
      record("revisit", "https://example.com/", Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
      record("request", "https://example.com/", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      response("https://example.com/../../etc/passwd", page("二。")),
    ]
  }

  private var paths: [String] {
    [
      "example.com/index.html", "example.com/新闻/a?id=3.html", "example.com/新闻/a?id=3@2024-07-01T00-00-00Z.html",
      "example.com/%2E%2E/%2E%2E/etc/passwd.html",
    ]
  }

  private func contents(_ bytes: [UInt8], name: String = "a.warc") throws -> Contents {
    var options = SourceOptions()
    options.cacheDirectory = Array((folder.path + "/cache").utf8)
    return try Contents(of: Containers.open(path: folder.write(name, bytes), options: options))
  }

  @Test func pagesHaveTheirAddressAndTime() throws {
    let found = try contents(crawl.flatMap(\.self))
    #expect(found.paths == paths && found.listing.faults.isEmpty)
    let dump = try #require(found.texts["example.com/新闻/a?id=3.html"])
    let article = ArticleParser().article(from: Array(dump.utf8), path: "a.html")
    #expect(article.url == "https://example.com/%E6%96%B0%E9%97%BB/a?id=3")
    #expect(article.fed == Timestamp("2024-05-01T00:00:00Z") && article.blocks.count == 1)
    #expect(found.entries[0].modified == 1_714_521_600)
  }

  @Test func separatelyCompressedRecordsAreReadDirectly() throws {
    let bytes = crawl.flatMap { ZipBuilder.packed($0, window: 31) }
    let found = try contents(bytes, name: "a.warc.gz")
    #expect(found.paths == paths && found.texts.count == 4 && found.listing.faults.isEmpty)
    #expect(TemporaryFolder.names(in: folder.path + "/cache").isEmpty)
  }

  @Test func recordsCompressedTogetherAreRead() throws {
    #expect(try contents(ZipBuilder.packed(crawl.flatMap(\.self), window: 31)).texts.count == 4)
    // A longer one is cached unpacked.
    let long = response("https://example.com/long", page(noise(1, count: 3_000_000)))
    let found = try contents(
      ZipBuilder.packed((crawl + [long, crawl[9]]).flatMap(\.self), window: 31), name: "b.warc.gz")
    #expect(found.paths == paths + ["example.com/long.html"])
    #expect(found.texts["example.com/index.html"]?.contains("首页。") == true)
    #expect(TemporaryFolder.names(in: folder.path + "/cache").count == 1)
  }

  @Test func framingAndEncodingsAreUndone() throws {
    let text = "第一段。第二段。"
    let packed = ZipBuilder.packed(page(text), window: 31)
    let halves = [Array(packed[..<20]), Array(packed[20...])]
    let chunked = halves.flatMap { Array("\(String($0.count, radix: 16));x=y\r\n".utf8) + $0 + Array("\r\n".utf8) }
    let type = "Content-Type: text/html"
    let gbk: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]
    let found = try contents(
      [
        response(
          "http://a/1", chunked + Array("0\r\n\r\n".utf8),
          fields: [type, "Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        response("http://a/2", ZipBuilder.packed(page(text), window: 15), fields: [type, "content-encoding: deflate"]),
        response(
          "http://a/3", ZipBuilder.packed(page(text), window: -15), fields: [type, "content-encoding: deflate"]),
        response("http://a/4", page(text), fields: [type, "Transfer-Encoding: chunked", "Content-Encoding: br"]),
        response("http://a/5", Array("<p>".utf8) + gbk, fields: [type + "; charset=GB2312"]),
        response("http://a/6", page(text), fields: [type + "; charset=iso-8859-1"]),
        response("http://a/7", [0x8B, 0x02, 0x80], fields: [type, "Content-Encoding: br"]),
        response("http://a/8", page(text), fields: []),
        response("http://a/9", [0xFF, 0xFE, 0x3C, 0, 0x2D, 0x4E], fields: [type]),
      ].flatMap(\.self))
    for name in ["1", "2", "3", "4", "6", "8"] {
      #expect(found.texts["a/\(name).html"]?.contains(text) == true, "\(name)")
    }
    #expect(found.texts["a/5.html"]?.hasSuffix("<p>中文") == true)
    #expect(found.texts["a/9.html"]?.hasSuffix("<中") == true)
    #expect(found.failures == ["a/7.html": .unsupported])
  }

  @Test(arguments: [false, true]) func aDamagedPageAffectsNoOther(isPacked: Bool) throws {
    var records = crawl.map { isPacked ? ZipBuilder.packed($0, window: 31) : $0 }
    let middle = records[2].count / 2
    if isPacked { records[2][middle] ^= 0xFF } else { records[2] = Array("no record\r\n\r\n".utf8) }
    let found = try contents(records.flatMap(\.self))
    #expect(
      found.texts["example.com/index.html"] != nil && found.texts["example.com/%2E%2E/%2E%2E/etc/passwd.html"] != nil)
    #expect(found.reason("") == .damaged)
    let whole = crawl.map { isPacked ? ZipBuilder.packed($0, window: 31) : $0 }.flatMap(\.self)
    let cut = try contents(Array(whole[..<(whole.count - 20)]))
    #expect(cut.texts.count == 3 && cut.reason("") == .damaged)
  }

  @Test func headsAreReadWithoutReadingTheRest() throws {
    let path = folder.write("a.warc", response("https://a.example/x", page(noise(2, count: 200_000))))
    let source = try Containers.open(path: path)
    let entry = try #require(try Contents(of: source).entries.first)
    let head = try source.read(entry.locator, atMost: 8192)
    #expect(head.isCut && head.bytes.count == 8192)
  }
}
