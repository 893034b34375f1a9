import ArticleDump
import Text

/// The kind of a container, recognized by its first bytes; its name counts only if these are ambiguous.
public enum SourceKind: UInt8, Sendable, Hashable, CaseIterable {
  /// A zip, except for an EPUB.
  case zip = 1
  /// A tar that is not compressed.
  case tar
  /// A tar in gzip, xz, Zstandard or bzip2.
  case packedTar
  /// A crawl.
  case warc
  /// A crawl in gzip, with each record compressed separately or all together.
  case packedWARC
  /// RSS, RDF, Atom.
  case feed
  /// Several articles as JSON; a single one is a dump.
  case articleList
  /// A book.
  case epub

  /// The number of bytes at a file's beginning that determine its kind.
  public static let headSizeInBytes = 8192

  /// - Parameters:
  ///   - head: The first bytes, `headSizeInBytes` of them or all.
  ///   - name: The file's name, or its whole path.
  /// - Returns: `nil` for anything but a container: dumps, pictures, programs.
  public static func of(head: [UInt8], name: [UInt8] = []) -> SourceKind? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      // Source: OCF 3.3, section 4.3: the first file is `mimetype`, stored.
      return head.dropFirst(30).starts(with: "mimetypeapplication/epub+zip".utf8) ? .epub : .zip
    }
    if isTar(head) { return .tar }
    if head.starts(with: "WARC/".utf8) { return .warc }
    if let kind = written(head) { return kind }
    guard isPacked(head) else { return nil }
    if let inner = unpacked(head) {
      if head[0] == 0x1F, inner.starts(with: "WARC/".utf8) { return .packedWARC }
      return isTar(inner) ? .packedTar : nil
    }
    // The first block is larger than the head.
    return isNamedTar(name) ? .packedTar : nil
  }

  /// Text formats: feeds, and lists of articles.
  private static func written(_ head: [UInt8]) -> SourceKind? {
    guard let first = head.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) else { return nil }
    if first == 0x3C || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return XMLScanner.root(of: head).map(FeedReader.isFeed(root:)) == true ? .feed : nil
    }
    guard JSONArticles.mayBegin(head), let articles = JSONArticles(head, isHead: true) else { return nil }
    return articles.isSingle ? nil : .articleList
  }

  /// Whether a name may belong to a container, for callers that would not open every file to find out.
  public static func mayBeContainer(name: some Collection<UInt8>) -> Bool {
    let name = String(decoding: name.suffix(16), as: UTF8.self).lowercased()
    return containerSuffixes.contains { name.hasSuffix($0) }
  }

  private static let packedTarSuffixes = [
    ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".tar.bz2", ".tbz2", ".tbz",
  ]
  private static let containerSuffixes =
    packedTarSuffixes + [".zip", ".tar", ".warc", ".warc.gz", ".epub", ".xml", ".rss", ".atom", ".rdf", ".json"]

  private static func isNamedTar(_ name: [UInt8]) -> Bool {
    let name = String(decoding: name.suffix(16), as: UTF8.self).lowercased()
    return packedTarSuffixes.contains { name.hasSuffix($0) }
  }

  /// A header with a correct checksum. Source: POSIX.1-2017, pax, "ustar Interchange Format".
  private static func isTar(_ head: some Collection<UInt8>) -> Bool {
    guard head.count >= 512 else { return false }
    let header = Array(head.prefix(512))
    let digits = header[148..<156].drop { $0 == 0x20 || $0 == 0x30 }.prefix { 0x30...0x37 ~= $0 }
    guard let claimed = Int(String(decoding: digits, as: UTF8.self), radix: 8), header[0] != 0 else { return false }
    let sum = header.indices.reduce(0) { $0 + (148..<156 ~= $1 ? 0x20 : Int(header[$1])) }
    return sum == claimed
  }

  /// gzip, xz, Zstandard, bzip2.
  private static func isPacked(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x1F, 0x8B, 8]) || head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
      || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || head.starts(with: [0x42, 0x5A, 0x68])
  }

  /// The first unpacked bytes; `nil` if the head does not contain enough.
  private static func unpacked(_ head: [UInt8]) -> [UInt8]? {
    let bytes = ContainerBytes(head, version: SourceVersion(bytes: []))
    if head[0] == 0x1F {
      guard let inflater = try? Inflater(bytes, 0..<bytes.count, framing: .gzip) else { return nil }
      return try? inflater.bytes(atMost: 512)
    }
    guard let stream = try? FilteredStream(bytes, 0..<bytes.count, form: .raw), case .entry? = try? stream.next() else {
      return nil
    }
    return try? stream.bytes(atMost: 512)
  }
}
