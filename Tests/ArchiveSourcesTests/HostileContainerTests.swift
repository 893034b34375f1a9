import ArchiveSources
import SeededRandom
import Testing

/// Containers with arbitrary content: their cost is bounded, and reading them ends whatever the bytes are.
@Suite struct HostileContainerTests {
  private let folder = TemporaryFolder()

  /// A small valid container of every kind.
  private static var kinds: [[UInt8]] {
    let dumps: [(String, String)] = [("一.md", "第一篇。"), ("b/c.md", String(repeating: "很长的一篇。", count: 60))]
    let zip = ZipBuilder(dumps.map { .init($0.0, $0.1) })
    var described = zip
    for index in described.entries.indices { described.entries[index].hasDescriptor = true }
    var nested = zip
    nested.entries.append(.init(name: Array("inner.zip".utf8), content: described.bytes()))
    let tar = TarBuilder(dumps.map { .init($0.0, $0.1) }).bytes()
    let page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>xy\r\n0\r\n\r\n"
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/b?c\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n"
    let crawl = Array((record + record.replacing("b?c", with: "d")).utf8)
    let feed =
      "<rss><channel><title>x</title><item><title>a</title><link>http://a.example/</link><description>&lt;p>b</description></item></channel></rss>"
    let list =
      #"[{"title": "a", "content": "<p>b</p>"}, {"title": "c", "url": "http://a.example/", "content": "<p>d</p>"}]"#
    return [
      zip.bytes(), described.bytes(), nested.bytes(), tar, Packing.gzip.pack(tar), Packing.xz.pack(tar), crawl,
      ZipBuilder.packed(crawl, window: 31), Array(feed.utf8), Array(list.utf8),
    ]
  }

  @Test(arguments: Array(0..<10)) func anyDamageToAContainerGivesEntriesOrFaults(kind: Int) throws {
    var random = SeededGenerator(seed: UInt64(kind) + 1)
    let sound = Self.kinds[kind]
    var options = SourceOptions()
    options.limits.largestEntryInBytes = 1 << 20
    for _ in 0..<80 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = [0, 0xFF, 0x7F, 0x80][Int.random(in: 0..<4, using: &random)]
        case 2: bytes.remove(at: place)
        default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1...40, using: &random)))
        }
        if bytes.count < 2 { break }
      }
      guard let source = try? Containers.open(bytes: bytes, options: options) else { continue }
      var entries: [SourceEntry] = []
      _ = try? source.list(since: nil) { entry in
        entries.append(entry)
        return entries.count < 100
      }
      for entry in entries {
        #expect(!entry.path.isEmpty && !entry.path.contains(0) && entry.path.first != 0x2F)
        #expect(entry.locator.bytes.count <= 64)
        if let head = try? source.read(entry.locator, atMost: 10) { #expect(head.bytes.count <= 10) }
        _ = try? source.read(entry.locator, atMost: 1 << 20)
      }
    }
  }

  @Test(arguments: Array(0..<10)) func anyLocatorGivesAnEntryOrAnError(kind: Int) throws {
    var random = SeededGenerator(seed: UInt64(kind) + 100)
    let source = try Containers.open(bytes: Self.kinds[kind])
    for _ in 0..<300 {
      var bytes = (0..<Int.random(in: 0...64, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if !bytes.isEmpty {
        bytes[0] = [0, 8, 0x50, 0x51, 0x53, 0x54, 0x81, 0xFF][Int.random(in: 0..<8, using: &random)]
      }
      if let content = try? source.read(SourceLocator(bytes: bytes), atMost: 100) {
        #expect(content.bytes.count <= 100)
      }
    }
  }

  @Test func aDecompressionBombInACrawlIsStopped() throws {
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4000000\r\n\r\n" + String(repeating: " ", count: 4_000_000)
    var options = SourceOptions()
    options.limits.freeOfRatioInBytes = 1 << 20
    options.limits.largestRatio = 100
    let path = folder.write("a.warc.gz", ZipBuilder.packed(Array(record.utf8), window: 31))
    let found = try Contents(of: Containers.open(path: path, options: options))
    #expect(found.entries.isEmpty && found.reason("") == .tooLarge)
  }
}
