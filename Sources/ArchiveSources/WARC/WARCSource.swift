import ArticleDump
import Text

/// A crawl: every page in it is an article.
///
/// Pages that were fetched again unchanged, and revisits, are listed once. Another version of a page is beside it,
/// under its path with its time.
final class WARCSource: FileSource {
  let bytes: ContainerBytes
  private let limits: SourceLimits
  private let isPacked: Bool

  /// The first byte of this source's locators.
  static let mark: UInt8 = 0x53
  /// The most unpacked bytes before a record that are read only to reach it.
  static let largestSkip: Int64 = 8 << 20

  init(_ bytes: ContainerBytes, isPacked: Bool, _ options: SourceOptions) {
    self.bytes = bytes
    self.isPacked = isPacked
    limits = options.limits
  }

  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError) {
    let walk = WARCWalk(bytes, isPacked: isPacked, limits)
    var pages = WARCPages(limits)
    var count = 0
    while let record = walk.next(wanted: { WARCPages.wanted($0, isWhole: false) }) {
      guard let page = pages.page(record) else { continue }
      count += 1
      guard count <= limits.mostEntries else {
        listing.addFault([], .tooManyEntries)
        return
      }
      if let fault = page.fault {
        listing.addFault(page.path, fault)
        continue
      }
      guard record.place.skip <= Self.largestSkip else {
        listing.addFault(page.path, .tooLarge)
        continue
      }
      var locator = LittleEndianWriter()
      locator.write(Self.mark)
      locator.write(record.place.offset)
      locator.write(UInt32(record.place.skip))
      let entry = SourceEntry(
        path: page.path, madeUpCount: page.path.count, locator: SourceLocator(bytes: locator.bytes), sizeInBytes: nil,
        modified: page.modified, signature: page.signature)
      guard body(entry) else { return }
    }
    if walk.isBomb {
      listing.addFault([], .tooLarge)
    } else if walk.isDamaged {
      listing.addFault([], .damaged)
    }
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    var reader = LittleEndianReader(locator.bytes)
    guard reader.read(UInt8.self) == Self.mark else { throw .notFound }
    let place = WARCPlace(offset: reader.read(), skip: Int64(reader.read(UInt32.self)))
    guard !reader.isExhausted, place.offset >= 0, place.offset < bytes.count else { throw .notFound }
    let walk = WARCWalk(bytes, isPacked: isPacked, from: place, limits)
    // Chunks and fields take some space in addition to the page.
    let wanted = min(limit, WARCPages.largestBlock) * 2 + (1 << 16)
    guard let record = walk.next(wanted: { _ in wanted }), record.place == place, !record.isCut else { throw .damaged }
    return try WARCPages.content(of: record, atMost: limit)
  }

  /// Whether the members of a compressed crawl are too long for random access.
  static func isSolid(_ bytes: ContainerBytes) -> Bool {
    guard let inflater = try? Inflater(bytes, 0..<bytes.count, framing: .gzip) else { return false }
    var count: Int64 = 0
    try? inflater.withPieces { piece in
      count += Int64(piece.count)
      return count <= largestSkip
    }
    return count > largestSkip
  }
}

/// Finds the pages among a crawl's records.
struct WARCPages {
  struct Page {
    var path: [UInt8]
    var modified: Int64
    var signature: UInt64
    var fault: SourceError?
  }

  private let limits: SourceLimits
  private var seen: Set<UInt64> = []
  private var paths: Set<UInt64> = []

  static let largestBlock = 64 << 20

  init(_ limits: SourceLimits) { self.limits = limits }

  /// How much of a block must be read to know whether it is a new page.
  static func wanted(_ fields: HeaderFields, isWhole: Bool) -> Int {
    guard isPossible(fields) else { return 0 }
    return isWhole || digest(fields) == nil ? largestBlock : 1 << 16
  }

  private static func isPossible(_ fields: HeaderFields) -> Bool {
    switch fields["warc-type"]?.lowercased() {
    case "response": true
    case "resource":
      fields.bareValue(of: "content-type").map { $0 == "text/html" || $0 == "application/xhtml+xml" } ?? false
    // Revisits say that a page is unchanged; requests and metadata contain none.
    default: false
    }
  }

  private static func digest(_ fields: HeaderFields) -> String? {
    fields["warc-payload-digest"] ?? fields["warc-block-digest"]
  }

  private static func message(_ record: WARCRecord) -> HTTPMessage? {
    record.fields["warc-type"]?.lowercased() == "resource"
      ? HTTPMessage(resource: record.block, fields: record.fields) : HTTPMessage(record.block)
  }

  private static func url(_ record: WARCRecord) -> String? {
    record.fields["warc-target-uri"]?.trimmed(of: "<> ")
  }

  /// The page in a record; `nil` if there is none, or it is already known.
  mutating func page(_ record: WARCRecord) -> Page? {
    guard Self.isPossible(record.fields), let url = Self.url(record), let message = Self.message(record),
      message.isPage,
      var path = WARCPath.path(of: url, limits: limits)
    else { return nil }
    var signature = FNV1a()
    if let digest = Self.digest(record.fields) {
      signature.add(digest.utf8)
    } else {
      signature.add(number: CRC32.of(record.block))
      signature.add(number: record.size)
    }
    var identity = signature
    identity.add(url.utf8)
    guard seen.insert(identity.value).inserted else { return nil }
    let date = record.fields["warc-date"]
    if !use(path) {
      path = WARCPath.path(path, at: date ?? "2")
      // Two versions from the same second are distinguished by their contents.
      if !use(path) {
        path = WARCPath.path(path, at: String(signature.value, radix: 16))
        _ = use(path)
      }
    }
    return Page(
      path: path, modified: date.flatMap { Timestamp($0) }?.secondsSinceEpoch ?? 0, signature: signature.value,
      fault: record.isCut ? .damaged : nil)
  }

  private mutating func use(_ path: [UInt8]) -> Bool {
    var fingerprint = FNV1a()
    fingerprint.add(path)
    return paths.insert(fingerprint.value).inserted
  }

  /// The page with an envelope that says where and when it was found.
  static func content(of record: WARCRecord, atMost limit: Int) throws(SourceError) -> SourceContent {
    guard let message = message(record), let url = url(record) else { throw .damaged }
    let fed = record.fields["warc-date"].flatMap { Timestamp($0) }
    let page = try message.page(atMost: max(0, limit) + 1)
    let content = ArticleTranscript.envelope(url: url, fed: fed) + page
    let isCut = content.count > limit || record.block.count < record.size
    return SourceContent(bytes: content.count > limit ? Array(content.prefix(max(0, limit))) : content, isCut: isCut)
  }
}

/// A compressed crawl without random access.
struct WARCStream: EntryStream {
  private let walk: WARCWalk
  private var pages: WARCPages
  private var isEndTold = false

  init(_ bytes: ContainerBytes, _ options: SourceOptions) {
    walk = WARCWalk(bytes, isPacked: true, options.limits)
    pages = WARCPages(options.limits)
  }

  var progress: Int64 { walk.progress }

  mutating func next() throws(SourceError) -> StreamedItem? {
    while let record = walk.next(wanted: { WARCPages.wanted($0, isWhole: true) }) {
      guard let page = pages.page(record) else { continue }
      do throws(SourceError) {
        if let fault = page.fault { throw fault }
        let content = try WARCPages.content(of: record, atMost: WARCPages.largestBlock)
        return .entry(
          StreamedEntry(
            path: page.path, modified: page.modified, content: content.bytes, isCut: content.isCut,
            sizeInBytes: Int64(content.bytes.count), signature: page.signature))
      } catch { return .fault(SourceFault(path: page.path, reason: error)) }
    }
    guard !isEndTold, walk.isDamaged || walk.isBomb else { return nil }
    isEndTold = true
    return .fault(SourceFault(path: [], reason: walk.isBomb ? .tooLarge : .damaged))
  }
}
