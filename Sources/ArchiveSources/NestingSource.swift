import Synchronization
import Text

/// A container including the containers in it, whose entries are below their paths:
/// `outer.zip/inner.tar.gz/article.md`.
///
/// One level only: a container in a container in a container is a fault. An inner one is read whole on demand, and the
/// last one stays open, since its entries are usually read one after another.
final class NestingSource: ArchiveSource {
  private let outer: any ArchiveSource
  private let outerVersion: SourceVersion
  private let options: SourceOptions
  private let last = Mutex<(locator: SourceLocator, source: any ArchiveSource)?>(nil)

  /// Locators of inner entries have this bit set in their first byte; those of every source are below it.
  private static let mark: UInt8 = 0x80

  init(_ outer: any ArchiveSource, version: SourceVersion, _ options: SourceOptions) {
    self.outer = outer
    outerVersion = version
    self.options = options
  }

  func version() throws(SourceError) -> SourceVersion { try outer.version() }

  /// What is true of the containers in a container is true of it.
  var repeatsPaths: Bool { outer.repeatsPaths }

  func list(since former: SourceVersion?, _ body: (SourceEntry) -> Bool) throws(SourceError) -> SourceListing {
    var faults: [SourceFault] = []
    var listing = try outer.list(since: former) { entry in
      guard SourceKind.mayBeContainer(name: entry.path) else { return body(entry) }
      do throws(SourceError) {
        guard let kind = try kind(of: entry) else { return body(entry) }
        return try listInner(entry, kind, &faults, body)
      } catch {
        faults.append(SourceFault(path: entry.path, reason: error))
        return true
      }
    }
    listing.faults += faults
    return listing
  }

  private func kind(of entry: SourceEntry) throws(SourceError) -> SourceKind? {
    let head = try outer.read(entry.locator, atMost: SourceKind.headSizeInBytes)
    return SourceKind.of(head: head.bytes, name: entry.path)
  }

  /// - Returns: Whether the listing continues.
  private func listInner(
    _ outerEntry: SourceEntry, _ kind: SourceKind, _ faults: inout [SourceFault], _ body: (SourceEntry) -> Bool
  ) throws(SourceError) -> Bool {
    let inner = try source(outerEntry.locator, kind)
    var isGoingOn = true
    var found: [SourceFault] = []
    let listing = try inner.list(since: nil) { entry in
      var entry = entry
      let isContainer = SourceKind.mayBeContainer(name: entry.path)
      if isContainer, let head = try? inner.read(entry.locator, atMost: SourceKind.headSizeInBytes),
        SourceKind.of(head: head.bytes, name: entry.path) != nil
      {
        found.append(SourceFault(path: outerEntry.path + [0x2F] + entry.path, reason: .nested))
        return true
      }
      entry.path = outerEntry.path + [0x2F] + entry.path
      entry.locator = Self.locator(outerEntry.locator, kind, entry.locator)
      isGoingOn = body(entry)
      return isGoingOn
    }
    faults += found
    for fault in listing.faults {
      let path = fault.path.isEmpty ? outerEntry.path : outerEntry.path + [0x2F] + fault.path
      faults.append(SourceFault(path: path, reason: fault.reason))
    }
    return isGoingOn
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    guard let first = locator.bytes.first, first & Self.mark != 0 else { return try outer.read(locator, atMost: limit) }
    guard let kind = SourceKind(rawValue: first & ~Self.mark), locator.bytes.count > 2,
      Int(locator.bytes[1]) <= locator.bytes.count - 2
    else { throw .notFound }
    let split = 2 + Int(locator.bytes[1])
    let inner = try source(SourceLocator(bytes: Array(locator.bytes[2..<split])), kind)
    return try inner.read(SourceLocator(bytes: Array(locator.bytes[split...])), atMost: limit)
  }

  private static func locator(_ outer: SourceLocator, _ kind: SourceKind, _ inner: SourceLocator) -> SourceLocator {
    SourceLocator(bytes: [mark | kind.rawValue, UInt8(outer.bytes.count)] + outer.bytes + inner.bytes)
  }

  private func source(_ locator: SourceLocator, _ kind: SourceKind) throws(SourceError) -> any ArchiveSource {
    if let source = last.withLock({ $0?.locator == locator ? $0?.source : nil }) { return source }
    let content = try outer.read(locator, atMost: options.limits.largestNestedInBytes)
    guard !content.isCut else { throw .tooLarge }
    var version = FNV1a()
    version.add(outerVersion.bytes)
    version.add(locator.bytes)
    var identity = LittleEndianWriter()
    identity.write(version.value)
    identity.write(UInt64(content.bytes.count))
    identity.write(CRC32.of(content.bytes))
    let bytes = ContainerBytes(content.bytes, version: SourceVersion(bytes: identity.bytes))
    let source = try Containers.source(kind, bytes, options)
    last.withLock { $0 = (locator, source) }
    return source
  }
}
