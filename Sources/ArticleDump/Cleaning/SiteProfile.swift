/// The lines that the files of one site repeat: what an archive knows about a page and the page alone cannot show.
///
/// A line is identified by a 64-bit key that leaves out blanks, marks and digits (`ArticleParser.Reading.lineKeys`). A
/// profile counts *files*, not occurrences. The counting is done by whoever reads an archive, such as `RepeatedLines`
/// while it is indexed; the profile is stored beside the index, and given to `ArticleParser(profile:)`.
public struct SiteProfile: Sendable, Equatable {
  /// The most lines that a profile holds, those in the most files: about 24 KB in memory for a site.
  public static let capacity = 1024

  /// How many files were counted.
  public let fileCount: Int

  /// In how many files each line occurs, by its key. At least 1.
  private let counts: [UInt64: UInt16]

  /// A profile of lines that were counted elsewhere.
  ///
  /// - Parameters:
  ///   - fileCount: How many files were examined.
  ///   - lines: In how many of them each line occurs, by its key; counts above 65,535 are stored as that.
  public init(fileCount: Int, lines: [UInt64: Int] = [:]) {
    self.fileCount = fileCount
    counts = lines.mapValues { UInt16(clamping: $0) }.filter { $0.value > 0 }
  }

  /// The known lines, and in how many files each occurs.
  public var lines: [UInt64: Int] { counts.mapValues(Int.init) }

  /// In how many files a line occurs; 0 for one that was never seen, or was seen rarely and long ago.
  public func fileCount(ofLine key: UInt64) -> Int { Int(counts[key] ?? 0) }

  /// In how many files one of the site's own lines occurs; 0 for any other line.
  func repeatCount(ofLine key: UInt64) -> Int {
    let count = fileCount(ofLine: key)
    return Self.isOfSite(fileCount: count, of: fileCount) ? count : 0
  }

  /// Whether a line that occurs in this many of a site's files is the site's own. A line in fewer than 2 % of them
  /// belongs to a series of articles.
  public static func isOfSite(fileCount count: Int, of siteFileCount: Int) -> Bool {
    count >= 2 && count * 50 >= siteFileCount
  }
}

extension SiteProfile {
  /// The site that a page belongs to, as the key of its profile: the host of its address without `www.`; without an
  /// address the folder of its path; `nil` with neither.
  public static func site(url: String?, path: String?) -> String? {
    if let host = url.flatMap(PublisherRegistry.host(of:)) {
      return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
    guard let path, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash]) + "/"
  }
}

// MARK: Bytes

extension SiteProfile {
  /// The profile as bytes: the format's version, the number of files (8 bytes), then each key (8 bytes) with its number
  /// of files (2 bytes), sorted by key. All little-endian.
  public var serialized: [UInt8] {
    var bytes: [UInt8] = [Self.version]
    bytes.reserveCapacity(9 + 10 * counts.count)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt64(fileCount))
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      append(key)
      append(count)
    }
    return bytes
  }

  /// Reads a profile that `serialized` wrote; `nil` for any other bytes.
  public init?(serialized bytes: [UInt8]) {
    guard bytes.count >= 9, (bytes.count - 9) % 10 == 0, bytes[0] == Self.version else { return nil }
    func number(at offset: Int, bytes count: Int) -> UInt64 {
      bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard let fileCount = Int(exactly: number(at: 1, bytes: 8)) else { return nil }
    var counts: [UInt64: UInt16] = [:]
    counts.reserveCapacity((bytes.count - 9) / 10)
    for offset in stride(from: 9, to: bytes.count, by: 10) {
      let count = UInt16(truncatingIfNeeded: number(at: offset + 8, bytes: 2))
      guard count > 0 else { return nil }
      counts[number(at: offset, bytes: 8)] = count
    }
    self.fileCount = fileCount
    self.counts = counts
  }

  /// Must also change when keys are made in another way: a profile of another version is of no use.
  private static let version: UInt8 = 1
}
