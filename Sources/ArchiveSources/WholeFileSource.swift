import ArticleDump
import Synchronization
import Text

/// A file whose articles are all read together and written as dumps: a feed, a list in JSON, a book.
final class WholeFileSource: FileSource {
  enum Form {
    case feed, json, epub
  }

  private struct Item: Sendable {
    var path: [UInt8]
    var bytes: [UInt8]
    var modified: Int64
  }

  let bytes: ContainerBytes
  private let form: Form
  private let options: SourceOptions
  private let items = Mutex<(items: [Item], faults: [SourceFault])?>(nil)

  /// The first byte of this source's locators.
  static let mark: UInt8 = 0x54
  /// The greatest size of such a file, which is held in memory.
  static let largest: Int64 = 64 << 20

  init(_ bytes: ContainerBytes, _ form: Form, _ options: SourceOptions) {
    self.bytes = bytes
    self.form = form
    self.options = options
  }

  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError) {
    let (items, faults) = try allItems()
    listing.faults = faults
    for (number, item) in items.enumerated() {
      var signature = FNV1a()
      signature.add(item.bytes)
      var locator = LittleEndianWriter()
      locator.write(Self.mark)
      locator.write(UInt32(number))
      let entry = SourceEntry(
        path: item.path, madeUpCount: item.path.count, locator: SourceLocator(bytes: locator.bytes),
        sizeInBytes: Int64(item.bytes.count), modified: item.modified, signature: signature.value)
      guard body(entry) else { break }
    }
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    var reader = LittleEndianReader(locator.bytes)
    guard reader.read(UInt8.self) == Self.mark else { throw .notFound }
    let number = Int(reader.read(UInt32.self))
    let items = try allItems().items
    guard !reader.isExhausted, number < items.count else { throw .notFound }
    let whole = items[number].bytes
    return SourceContent(
      bytes: whole.count > limit ? Array(whole.prefix(max(0, limit))) : whole, isCut: whole.count > limit,
      sizeInBytes: Int64(whole.count))
  }

  private func allItems() throws(SourceError) -> (items: [Item], faults: [SourceFault]) {
    let result: Result<(items: [Item], faults: [SourceFault]), SourceError> = items.withLock { kept in
      if let kept { return .success(kept) }
      do throws(SourceError) {
        let made = try makeItems()
        kept = made
        return .success(made)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func makeItems() throws(SourceError) -> (items: [Item], faults: [SourceFault]) {
    var namer = TranscriptNames(options.limits)
    var items: [Item] = []
    var faults: [SourceFault] = []
    func append(_ article: ArticleTranscript) -> Bool {
      guard items.count < options.limits.mostEntries else {
        faults.append(SourceFault(path: [], reason: .tooManyEntries))
        return false
      }
      items.append(
        Item(path: namer.path(of: article), bytes: article.bytes(), modified: article.fed?.secondsSinceEpoch ?? 0))
      return true
    }
    if form == .epub {
      _ = append(try EPUBReader(ZipSource(bytes, options), options.limits).transcript())
      return (items, faults)
    }
    guard bytes.count <= Self.largest else { throw .tooLarge }
    let all = try bytes.bytes(at: 0, count: Int(bytes.count))
    if form == .feed {
      var reader = FeedReader(all)
      reader.forEach(append)
    } else {
      guard let articles = JSONArticles(all) else { throw .damaged }
      for article in articles.articles where !append(article) { break }
    }
    return (items, faults)
  }
}

/// Paths for articles that have none: made from their address, otherwise from their title, otherwise from the first words
/// of their text.
struct TranscriptNames {
  private let limits: SourceLimits
  private var used: Set<[UInt8]> = []

  init(_ limits: SourceLimits) { self.limits = limits }

  mutating func path(of article: ArticleTranscript) -> [UInt8] {
    var path = article.url.flatMap { WARCPath.path(of: $0, limits: limits) } ?? path(named: article)
    if !used.insert(path).inserted {
      var fingerprint = FNV1a()
      fingerprint.add(article.bytes())
      path = WARCPath.path(path, at: String(fingerprint.value, radix: 36))
      used.insert(path)
    }
    return path
  }

  private func path(named article: ArticleTranscript) -> [UInt8] {
    let name = article.title.isEmpty ? Self.firstWords(of: article) : article.title
    let file = Self.shortened(name.utf8.map { $0 == 0x2F || $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 })
    let path = file.isEmpty ? nil : try? EntryPath.path(file + Array(".html".utf8), limits: limits)
    return path ?? Array("article.html".utf8)
  }

  /// As much of the text as is read for them: they are found after all the markup that may precede them.
  private static let largestStart = 16 << 10

  private static func firstWords(of article: ArticleTranscript) -> String {
    let start = Array(article.body.prefix(largestStart))
    let text = article.format == .html ? FeedReader.plain(start) : String(decoding: start, as: UTF8.self)
    return text.trimmedOfBlanks.onOneLine
  }

  /// At most 120 bytes, in whole characters.
  private static func shortened(_ title: [UInt8]) -> [UInt8] {
    guard title.count > 120 else { return title }
    var end = 120
    while end > 0, title[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(title[..<end])
  }
}
