import Synchronization

/// An item of a stream, which can only be read from its beginning.
enum StreamedItem {
  case entry(StreamedEntry)
  case fault(SourceFault)
}

struct StreamedEntry {
  var path: [UInt8]
  var modified: Int64
  /// Only the first bytes if `isCut`.
  var content: [UInt8]
  var isCut: Bool
  var sizeInBytes: Int64
  var signature: UInt64
}

/// Reads a container from its beginning to its end.
protocol EntryStream {
  /// - Returns: `nil` at the end.
  mutating func next() throws(SourceError) -> StreamedItem?
  /// The number of packed bytes read, for progress reports.
  var progress: Int64 { get }
}

/// A container without random access: its entries are kept unpacked in a store, each compressed separately.
///
/// The store is made by the first listing, or by the first reading after it was evicted, and is found again by the
/// version of the container.
final class StreamedSource: FileSource {
  let bytes: ContainerBytes
  private let options: SourceOptions
  /// See `SourceEntry.madeUpCount`.
  private let makesUpPaths: Bool
  private let open: @Sendable () throws(SourceError) -> any EntryStream
  private let store = Mutex<UnpackedStore?>(nil)

  /// The first byte of this source's locators.
  static let mark: UInt8 = 0x50

  init(
    _ bytes: ContainerBytes, _ options: SourceOptions, makesUpPaths: Bool,
    open: @escaping @Sendable () throws(SourceError) -> any EntryStream
  ) {
    self.bytes = bytes
    self.options = options
    self.makesUpPaths = makesUpPaths
    self.open = open
  }

  /// The names of files are those of a tar, which repeats them; made-up paths differ.
  var repeatsPaths: Bool { !makesUpPaths }

  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError) {
    var number: UInt32 = 0
    func report(_ item: StreamedItem) -> Bool {
      defer { number += 1 }
      switch item {
      case .fault(let fault):
        listing.addFault(fault.path, fault.reason)
        return true
      case .entry(let entry):
        return body(
          SourceEntry(
            path: entry.path, madeUpCount: makesUpPaths ? entry.path.count : 0, locator: Self.locator(number),
            sizeInBytes: entry.sizeInBytes, modified: entry.modified, signature: entry.signature))
      }
    }
    if let store = try readyStore() {
      try store.forEach(report)
    } else {
      try walk(report)
    }
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    var reader = LittleEndianReader(locator.bytes)
    guard reader.read(UInt8.self) == Self.mark else { throw .notFound }
    let number: UInt32 = reader.read()
    guard !reader.isExhausted else { throw .notFound }
    var found: StreamedItem?
    if let store = try readyStore() {
      found = try store.item(number)
    } else {
      var count: UInt32 = 0
      try walk { item in
        if count == number { found = item }
        count += 1
        return found == nil
      }
    }
    guard case .entry(let entry) = found else { throw .notFound }
    let isCut = entry.isCut || entry.content.count > limit
    return SourceContent(
      bytes: isCut ? Array(entry.content.prefix(max(0, limit))) : entry.content, isCut: isCut,
      sizeInBytes: entry.sizeInBytes)
  }

  private static func locator(_ number: UInt32) -> SourceLocator {
    var writer = LittleEndianWriter()
    writer.write(mark)
    writer.write(number)
    return SourceLocator(bytes: writer.bytes)
  }

  /// Reads through the container.
  private func walk(_ body: (StreamedItem) throws(SourceError) -> Bool) throws(SourceError) {
    var stream = try open()
    var told: Int64 = 0
    var count = 0
    while let item = try stream.next() {
      count += 1
      guard count <= options.limits.mostEntries else {
        _ = try body(.fault(SourceFault(path: [], reason: .tooManyEntries)))
        return
      }
      guard try body(item) else { return }
      let done = stream.progress
      if done - told > 1 << 20, let progress = options.progress {
        told = done
        guard progress(SourceProgress(done: done, total: bytes.count)) else { throw .cancelled }
      }
    }
  }

  /// The store, created if there is none; `nil` if nothing can be kept.
  private func readyStore() throws(SourceError) -> UnpackedStore? {
    // Callers that come while it is being made wait, and then use it.
    let result: Result<UnpackedStore?, SourceError> = store.withLock { store in
      if store == nil { store = UnpackedStore.find(bytes.version, options) }
      if store == nil, let writer = UnpackedStoreWriter(bytes.version, options) {
        do throws(SourceError) {
          var isKept = true
          try walk { item throws(SourceError) in
            isKept = isKept && writer.append(item)
            return isKept
          }
          store = isKept ? writer.finish() : nil
        } catch { return .failure(error) }
      }
      return .success(store)
    }
    return try result.get()
  }
}
