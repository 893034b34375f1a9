import ArchiveSources
import CZlib
import Testing

/// Zips, both ordinary and hostile.
@Suite struct ZipSourceTests {
  private let folder = TemporaryFolder()

  private func contents(_ builder: ZipBuilder, cutTo length: Int? = nil) throws -> Contents {
    let bytes = builder.bytes()
    return try Contents(
      of: Containers.open(path: folder.write("news.zip", length.map { Array(bytes[..<$0]) } ?? bytes)))
  }

  private let two: [ZipBuilder.Entry] = [.init("news-main/文章/一.md", "第一篇。"), .init("news-main/b.md", "second")]

  @Test func entriesAreListedInTheDirectorysOrder() throws {
    let found = try contents(ZipBuilder([.init("news-main/", "")] + two))
    #expect(found.paths == ["news-main/文章/一.md", "news-main/b.md"])
    #expect(found.texts == ["news-main/文章/一.md": "第一篇。", "news-main/b.md": "second"])
    #expect(found.listing.isWhole && found.listing.faults.isEmpty)
    #expect(found.entries[0].sizeInBytes == 12 && found.entries.allSatisfy { $0.locator.bytes.count <= 64 })
    // 2024-03-24T12:00:00, as the builder dates everything.
    #expect(found.entries[0].modified == 1_711_281_600)
  }

  @Test func storedEntriesDescriptorsCommentsAndZip64AreRead() throws {
    var builder = ZipBuilder(two)
    builder.entries[0].method = 0
    builder.entries[1].hasDescriptor = true
    builder.comment = Array("PK of nobody".utf8)
    #expect(try contents(builder).texts.count == 2)
    builder.isZip64 = true
    #expect(try contents(builder).texts.count == 2)
  }

  @Test(arguments: [false, true]) func dataBeforeAZipShiftsItsOffsets(isZip64: Bool) throws {
    var builder = ZipBuilder(two)
    builder.prefix = Array("PK\u{3}\u{4} is how a zip begins; this is a program that unpacks itself".utf8)
    builder.isZip64 = isZip64
    #expect(try contents(builder).texts["news-main/b.md"] == "second")
  }

  @Test func headsAreReadWithoutReadingTheRest() throws {
    let long = String(repeating: "很长的文章。", count: 20_000)
    let source = try Containers.open(path: folder.write("a.zip", ZipBuilder([.init("a.md", long)]).bytes()))
    let entry = try #require(try Contents(of: source).entries.first)
    let head = try source.read(entry.locator, atMost: 8192)
    #expect(head.isCut && head.bytes == Array(long.utf8.prefix(8192)))
  }

  @Test func anUnchangedZipListsNothing() throws {
    let source = try Containers.open(path: folder.write("a.zip", ZipBuilder(two).bytes()))
    let listing = try source.list(since: try source.version()) { _ in
      Issue.record("listed")
      return false
    }
    #expect(!listing.isWhole && listing.removed.isEmpty)
  }

  @Test func signaturesChangeWithTheContent() throws {
    let before = try contents(ZipBuilder(two))
    var builder = ZipBuilder(two)
    builder.entries[1].content = Array("secomd".utf8)
    let after = try contents(builder)
    #expect(before.entries[0].signature == after.entries[0].signature)
    #expect(before.entries[1].signature != after.entries[1].signature)
  }

  // MARK: Names

  @Test(
    arguments: [
      // 新闻/一月.md in GBK; 新聞/一月.md in Big5; ニュース/記事.md in Shift_JIS.
      ([0xD0, 0xC2, 0xCE, 0xC5, 0x2F, 0xD2, 0xBB, 0xD4, 0xC2], "新闻/一月"),
      ([0xB7, 0x73, 0xBB, 0x44, 0x2F, 0xA4, 0x40, 0xA4, 0xEB], "新聞/一月"),
      ([0x83, 0x6A, 0x83, 0x85, 0x81, 0x5B, 0x83, 0x58, 0x2F, 0x8B, 0x4C, 0x8E, 0x96], "ニュース/記事"),
    ] as [([UInt8], String)])
  func namesInLegacyEncodingsAreDecoded(name: [UInt8], expected: String) throws {
    var entry = ZipBuilder.Entry(name: name, content: Array("x".utf8))
    entry.flags = 0
    #expect(try contents(ZipBuilder([entry])).paths == [expected])
  }

  @Test func namesInNoKnownEncodingKeepTheirBytes() throws {
    var entry = ZipBuilder.Entry(name: [0xFF, 0xFE, 0xFF, 0x61], content: Array("x".utf8))
    entry.flags = 0
    #expect(try contents(ZipBuilder([entry])).entries.first?.path == [0xFF, 0xFE, 0xFF, 0x61])
  }

  @Test(arguments: ["../up.md", "/etc/passwd", "a/../../b", "a\0b.md", "", String(repeating: "a", count: 20_000)])
  func namesThatLeadOutAreFaults(name: String) throws {
    let found = try contents(ZipBuilder([.init(name, "x")] + two))
    #expect(found.paths.count == 2)
    #expect(found.reason(name) == .pathOutside)
  }

  // MARK: Extra fields

  /// A field after a record's name.
  private func field(_ tag: UInt16, length: UInt16? = nil, _ write: (inout LittleEndianWriter) -> Void) -> [UInt8] {
    var content = LittleEndianWriter()
    write(&content)
    var field = LittleEndianWriter()
    field.write(tag)
    field.write(length ?? UInt16(content.bytes.count))
    field.write(content.bytes)
    return field.bytes
  }

  @Test func sizesOver4GBAreReadFromTheZip64Field() throws {
    var entry = ZipBuilder.Entry("a.md", "wide")
    entry.claimedSize = 0xFFFF_FFFF
    entry.extra = field(0x0001) { $0.write(UInt64(4)) }
    let found = try contents(ZipBuilder([entry]))
    #expect(found.entries.map(\.sizeInBytes) == [4] && found.texts == ["a.md": "wide"])
  }

  @Test(arguments: [UInt64(1) << 40, UInt64(1) << 63, .max])
  func aWrongZip64SizeIsAFault(size: UInt64) throws {
    var entry = ZipBuilder.Entry("a.md", "wide")
    entry.claimedSize = 0xFFFF_FFFF
    entry.extra = field(0x0001) { $0.write(size) }
    let found = try contents(ZipBuilder([entry] + two))
    #expect(found.texts["a.md"] == nil && found.texts["news-main/b.md"] == "second")
    #expect(found.reason("a.md") != nil || found.failures["a.md"] != nil)
  }

  @Test func theExactTimeTakesPrecedence() throws {
    var entry = ZipBuilder.Entry("a.md", "x")
    entry.extra =
      field(0x9999) { $0.write([UInt8](repeating: 7, count: 5)) }
      + field(0x5455) {
        $0.write(UInt8(1))
        $0.write(UInt32(1_000_000_001))
      }
    #expect(try contents(ZipBuilder([entry])).entries.map(\.modified) == [1_000_000_001])
  }

  /// The field contains the checksum of the other name: a program that renames an entry does not know the field.
  @Test(arguments: [true, false]) func theUnicodeNameIsUsedOnlyForTheNameItWasMadeFor(isCurrent: Bool) throws {
    var entry = ZipBuilder.Entry(name: Array("yi.md".utf8), content: Array("x".utf8))
    entry.flags = 0
    let named = Array((isCurrent ? "yi.md" : "er.md").utf8)
    let checksum = named.withUnsafeBytes {
      UInt32(crc32_z(0, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count))
    }
    entry.extra = field(0x7075) {
      $0.write(UInt8(1))
      $0.write(checksum)
      $0.write(Array("文章/一.md".utf8))
    }
    #expect(try contents(ZipBuilder([entry])).paths == [isCurrent ? "文章/一.md" : "yi.md"])
  }

  @Test func aTruncatedExtraFieldIsIgnored() throws {
    var entry = ZipBuilder.Entry("a.md", "x")
    entry.extra = field(0x5455, length: 500) { $0.write(UInt8(1)) }
    let found = try contents(ZipBuilder([entry] + two))
    #expect(found.entries.first?.modified == 1_711_281_600 && found.texts.count == 3)
  }

  // MARK: Hostile ones

  @Test func entriesWithWrongHeadersAreDamagedWhenRead() throws {
    var builder = ZipBuilder(two)
    builder.entries[0].claimedSize = 3
    #expect(try contents(builder).failures["news-main/文章/一.md"] == .damaged)
    builder.entries[0].claimedSize = 30_000
    #expect(try contents(builder).failures["news-main/文章/一.md"] == .damaged)
    builder.entries[0].claimedSize = nil
    builder.entries[0].claimedCRC = 1
    let found = try contents(builder)
    #expect(found.failures == ["news-main/文章/一.md": .damaged])
    #expect(found.texts["news-main/b.md"] == "second")
  }

  @Test func decompressionBombsAreRefusedBeforeUnpacking() throws {
    var bomb = ZipBuilder.Entry(name: Array("bomb.md".utf8), content: [UInt8](repeating: 0x20, count: 1 << 20))
    bomb.claimedSize = 0xF000_0000
    var large = bomb
    large.name = Array("large.md".utf8)
    large.claimedSize = 100 << 20
    let found = try contents(ZipBuilder([bomb, large] + two))
    #expect(found.reason("bomb.md") == .tooLarge && found.reason("large.md") == .tooLarge)
    #expect(found.paths.count == 2)
  }

  @Test func overlappingEntriesAreDamaged() throws {
    var copies: [ZipBuilder.Entry] = [.init("a.md", "x y z")]
    for number in 0..<20 {
      copies.append(.init("copy\(number).md", "x y z"))
      copies[number + 1].placeOf = 0
    }
    copies.append(.init("own.md", "fine"))
    let found = try contents(ZipBuilder(copies))
    #expect(found.paths == ["own.md"] && found.listing.faults.count == 21)
  }

  @Test func encryptedEntriesAndLinksAreFaults() throws {
    var builder = ZipBuilder(two + [.init("link", "b.md"), .init("odd.md", "x")])
    builder.entries[0].flags |= 1
    builder.entries[2].unixMode = 0o120777
    builder.entries[3].method = 97
    let found = try contents(builder)
    #expect(found.reason("news-main/文章/一.md") == .encrypted)
    #expect(found.reason("link") == .noFile)
    #expect(found.reason("odd.md") == .unsupported)
    #expect(found.paths == ["news-main/b.md"])
  }

  @Test(arguments: [false, true]) func aZipWithoutItsDirectoryIsReadByItsHeaders(hasDescriptor: Bool) throws {
    var builder = ZipBuilder(two + [.init("last.md", String(repeating: "尾", count: 400))])
    for index in builder.entries.indices { builder.entries[index].hasDescriptor = hasDescriptor }
    builder.hasDirectory = false
    let whole = try contents(builder)
    #expect(whole.texts.count == 3 && whole.reason("") == .damaged)
    let cut = try contents(builder, cutTo: builder.bytes().count - 30)
    #expect(cut.texts["news-main/文章/一.md"] == "第一篇。" && cut.texts["news-main/b.md"] == "second")
    #expect(cut.texts["last.md"] == nil && cut.reason("") == .damaged)
  }

  @Test func tooManyEntriesEndTheListing() throws {
    var options = SourceOptions()
    options.limits.mostEntries = 2
    let path = folder.write("many.zip", ZipBuilder((0..<5).map { .init("\($0).md", "x") }).bytes())
    let found = try Contents(of: Containers.open(path: path, options: options))
    #expect(found.paths.count == 2 && found.reason("") == .tooManyEntries)
  }

  @Test func otherFilesAreUnsupported() throws {
    let path = folder.write("a.zip", Array("<p>A page that is called so.</p>".utf8))
    #expect(throws: SourceError.unsupported) { try Containers.open(path: path) }
    #expect(throws: SourceError.noFile) { try Containers.open(path: Array("/dev/null".utf8)) }
    #expect(throws: SourceError.unreadable(errno: 2)) { try Containers.open(path: path + [0x78]) }
  }
}
