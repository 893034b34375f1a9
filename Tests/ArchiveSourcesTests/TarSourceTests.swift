import ArchiveSources
import Glibc
import Testing

/// Tarballs, uncompressed and compressed.
@Suite struct TarSourceTests {
  private let folder = TemporaryFolder()
  private let three: [TarBuilder.Entry] = [
    .init("./news/文章/一.md", "第一篇。"), .init("news/" + String(repeating: "长", count: 100) + ".md", "long name"),
    .init("news/c.md", String(repeating: "三", count: 1000)),
  ]
  private var texts: [String: String] {
    [
      "news/文章/一.md": "第一篇。", "news/" + String(repeating: "长", count: 100) + ".md": "long name",
      "news/c.md": String(repeating: "三", count: 1000),
    ]
  }

  private var options: SourceOptions {
    var options = SourceOptions()
    options.cacheDirectory = Array((folder.path + "/cache").utf8)
    return options
  }

  private func contents(_ bytes: [UInt8], name: String = "a.tar") throws -> Contents {
    try Contents(of: Containers.open(path: folder.write(name, bytes), options: options))
  }

  @Test func entriesAreListedAndReadFromTheirHeaders() throws {
    var folderEntry = TarBuilder.Entry("news/", "")
    folderEntry.type = "5"
    let found = try contents(TarBuilder([folderEntry] + three).bytes())
    #expect(found.texts == texts && found.listing.faults.isEmpty)
    #expect(found.paths == ["news/文章/一.md", "news/" + String(repeating: "长", count: 100) + ".md", "news/c.md"])
    #expect(found.entries.allSatisfy { $0.modified == 1_700_000_000 && $0.locator.bytes.count <= 64 })
  }

  /// As after `tar -r`, and as `tar -x` unpacks it.
  @Test func theLastEntryWithAPathCounts() throws {
    let tar = TarBuilder([.init("a.md", "旧。"), .init("b.md", "别的。"), .init("a.md", "新。")]).bytes()
    let zip = ZipBuilder([.init("a.md", "旧。"), .init("b.md", "别的。"), .init("a.md", "新。")]).bytes()
    for (name, bytes) in [("a.tar", tar), ("a.tar.gz", Packing.gzip.pack(tar)), ("a.zip", zip)] {
      let source = try Containers.open(path: folder.write(name, bytes), options: options)
      let entry = try source.entry(at: Array("a.md".utf8))
      #expect(try source.read(entry.locator, atMost: 100).bytes == Array("新。".utf8), "\(name)")
      #expect(source.repeatsPaths)
    }
  }

  @Test(arguments: Packing.allCases) func packedTarsAreReadFromTheirStore(packing: Packing) throws {
    let bytes = packing.pack(TarBuilder(three).bytes())
    let found = try contents(bytes, name: "a.tar.\(packing.rawValue)")
    #expect(found.texts == texts && found.listing.faults.isEmpty)
    #expect(TemporaryFolder.names(in: folder.path + "/cache").count == 1)
    // A source that is opened later finds the store, and the same locators are valid.
    let again = try Containers.open(path: Array((folder.path + "/a.tar.\(packing.rawValue)").utf8), options: options)
    let content = try again.read(found.entries[2].locator, atMost: 9)
    #expect(content.isCut && content.bytes == Array("三三三".utf8) && content.sizeInBytes == 3000)
  }

  @Test func signaturesChangeWithTheContentEvenIfTimesDoNot() throws {
    let before = try contents(TarBuilder([.init("a.md", "one"), .init("b.md", "two")]).bytes())
    let after = try contents(TarBuilder([.init("a.md", "one"), .init("b.md", "tow")]).bytes())
    #expect(before.entries.map(\.signature) != after.entries.map(\.signature))
    #expect(before.entries[0].signature == after.entries[0].signature)
  }

  // MARK: The store

  @Test func anEvictedStoreIsRebuilt() throws {
    let path = folder.write("a.tar.gz", Packing.gzip.pack(TarBuilder(three).bytes()))
    let found = try Contents(of: Containers.open(path: path, options: options))
    TemporaryFolder.remove(folder.path + "/cache")
    var options = options
    options.progress = { progress in progress.total > 0 }
    let source = try Containers.open(path: path, options: options)
    #expect(try source.read(found.entries[0].locator, atMost: 100).bytes == Array("第一篇。".utf8))
    #expect(TemporaryFolder.names(in: folder.path + "/cache").count == 1)
    #expect(UnpackedCache.sizeInBytes(of: Array((folder.path + "/cache").utf8)) > 0)
  }

  @Test func theLeastRecentlyUsedStoresAreEvicted() throws {
    var options = options
    for number in 0..<4 {
      let text = noise(number, count: 3000)
      let path = folder.write("\(number).tar.gz", Packing.gzip.pack(TarBuilder([.init("a.md", text)]).bytes()))
      options.cacheSizeInBytes = 20_000
      #expect(try Contents(of: Containers.open(path: path, options: options)).texts["a.md"] == text)
    }
    let left = TemporaryFolder.names(in: folder.path + "/cache").count
    #expect(left >= 1 && left < 4)
    #expect(UnpackedCache.sizeInBytes(of: Array((folder.path + "/cache").utf8)) <= 20_000)
  }

  @Test(arguments: [0, 9, 40, -1, -20]) func aDamagedStoreIsRebuilt(place: Int) throws {
    let path = folder.write("a.tar.gz", Packing.gzip.pack(TarBuilder(three).bytes()))
    _ = try Contents(of: Containers.open(path: path, options: options))
    let name = try #require(TemporaryFolder.names(in: folder.path + "/cache").first)
    let stored = open(folder.path + "/cache/" + name, O_RDWR)
    defer { close(stored) }
    let size = lseek(stored, 0, SEEK_END)
    var byte: UInt8 = 0xFF
    pwrite(stored, &byte, 1, place < 0 ? size + off_t(place) : off_t(place))
    let found = try Contents(of: Containers.open(path: path, options: options))
    // The content of an item is only examined when it is read.
    #expect(found.texts == texts || place == 40 && found.texts.count + found.failures.count >= 2)
  }

  @Test func withoutACacheAnUnlinkedFileIsUsed() throws {
    let path = folder.write("a.tar.gz", Packing.gzip.pack(TarBuilder(three).bytes()))
    #expect(try Contents(of: Containers.open(path: path)).texts == texts)
    var options = options
    options.cacheDirectory = Array("/proc/nothing".utf8)
    #expect(try Contents(of: Containers.open(path: path, options: options)).texts == texts)
    options.cacheSizeInBytes = 100
    #expect(try Contents(of: Containers.open(path: path, options: options)).texts == texts)
  }

  @Test func unpackingCanBeCancelled() throws {
    let entries = (0..<40).map { TarBuilder.Entry("\($0).md", noise($0, count: 40_000)) }
    let path = folder.write("a.tar.gz", Packing.gzip.pack(TarBuilder(entries).bytes()))
    var options = options
    options.progress = { _ in false }
    let source = try Containers.open(path: path, options: options)
    #expect(throws: SourceError.cancelled) { try source.list(since: nil) { _ in true } }
    #expect(TemporaryFolder.names(in: folder.path + "/cache").isEmpty)
  }

  @Test func onlyTheFirstBytesOfPicturesAreStored() throws {
    var picture = TarBuilder.Entry("a.jpg", "")
    picture.content = [0xFF, 0xD8, 0, 0x10] + [UInt8](repeating: 7, count: 100_000)
    let path = folder.write("a.tar.gz", Packing.gzip.pack(TarBuilder([picture] + three).bytes()))
    let source = try Containers.open(path: path, options: options)
    let found = try Contents(of: source)
    let content = try source.read(found.entries[0].locator, atMost: 1 << 20)
    #expect(content.isCut && content.bytes.count == SourceKind.headSizeInBytes && content.sizeInBytes == 100_004)
    #expect(found.texts["news/c.md"] == texts["news/c.md"])
  }

  // MARK: Hostile ones

  @Test(arguments: [false, true]) func linksDevicesAndNamesThatLeadOutAreFaults(isPacked: Bool) throws {
    var entries: [TarBuilder.Entry] = [.init("../up.md", "x"), .init("/etc/passwd", "x")]
    for (name, type) in [("hard", "1"), ("loop", "2"), ("device", "3"), ("pipe", "6")] {
      var entry = TarBuilder.Entry(name, "")
      entry.type = Character(type)
      entry.link = "loop"
      entries.append(entry)
    }
    let bytes = TarBuilder(entries + three).bytes()
    let found = try contents(isPacked ? Packing.gzip.pack(bytes) : bytes)
    #expect(found.texts == texts)
    #expect(found.reason("../up.md") == .pathOutside && found.reason("/etc/passwd") == .pathOutside)
    #expect(["hard", "loop", "device", "pipe"].allSatisfy { found.reason($0) == .noFile })
  }

  @Test(arguments: [Packing?.none] + Packing.allCases) func entriesOfATruncatedTarAreReadUpToItsEnd(
    packing: Packing?
  ) throws {
    var entries = three
    entries.append(.init("last.md", noise(1, count: 60_000)))
    let bytes = TarBuilder(entries).bytes()
    let whole = packing?.pack(bytes) ?? bytes
    let cut = Array(whole[..<(whole.count * 3 / 4)])
    let name = "a.tar.\(packing?.rawValue ?? "")"
    // bzip2's blocks are larger than this tar: none of it is complete.
    guard packing != .bzip2 else {
      #expect(throws: SourceError.damaged) { try contents(cut, name: name) }
      return
    }
    let found = try contents(cut, name: name)
    #expect(found.reason("") == .damaged || found.reason("last.md") == .damaged)
    // The same is possible for Zstandard.
    if packing != .zstd { #expect(found.texts == texts) }
  }

  @Test func aDecompressionBombEndsTheListing() throws {
    var options = options
    options.limits.freeOfRatioInBytes = 1 << 20
    let zeros = String(repeating: "\u{0}", count: 2 << 20)
    let bytes = TarBuilder([.init("a.md", "fine"), .init("bomb", zeros), .init("after.md", "x")]).bytes()
    let source = try Containers.open(path: folder.write("a.tar.gz", Packing.gzip.pack(bytes)), options: options)
    let found = try Contents(of: source)
    #expect(found.texts["a.md"] == "fine" && found.texts["after.md"] == nil && found.reason("") == .tooLarge)
  }

  @Test func wrongSizesAreFaults() throws {
    var entries = three
    entries[2].claimedSize = 1 << 40
    let found = try contents(TarBuilder(entries).bytes())
    #expect(found.texts.count == 2 && found.reason("news/c.md") == .tooLarge)
  }

  // MARK: Containers in containers

  @Test func aNestedContainerIsReadButNotOneNestedInIt() throws {
    let deep = ZipBuilder([.init("deep.md", "x")]).bytes()
    var inner = ZipBuilder([.init("b.md", "inner"), .init("c.md", "又一篇")])
    inner.entries.append(.init(name: Array("deep.zip".utf8), content: deep))
    var middle = TarBuilder.Entry("sub/inner.zip", "")
    middle.content = inner.bytes()
    var packed = TarBuilder.Entry("sub/t.tar.xz", "")
    packed.content = Packing.xz.pack(TarBuilder([.init("d.md", "in xz")]).bytes())
    let found = try contents(TarBuilder([.init("a.md", "outer"), middle, packed, .init("no.zip", "a dump")]).bytes())
    #expect(
      found.texts == [
        "a.md": "outer", "sub/inner.zip/b.md": "inner", "sub/inner.zip/c.md": "又一篇", "sub/t.tar.xz/d.md": "in xz",
        "no.zip": "a dump",
      ])
    #expect(found.reason("sub/inner.zip/deep.zip") == .nested)
    #expect(found.entries.allSatisfy { $0.locator.bytes.count <= 64 })
  }
}
