/// Which lines the files of one site repeat: what an archive knows about a page that the page alone does not tell.
///
/// A line stands for itself by a 64-bit key that leaves blanks, marks and figures out (`ArticleParser.Reading.lineKeys`). A profile
/// counts *files*, not occurrences: a file is added once, with its distinct keys. It is made while an archive is
/// indexed, kept beside the index, and given to `ArticleParser(profile:)`.
///
/// Its memory is bounded by lossy counting: past `capacity` keys, those that stand in the fewest files are forgotten,
/// and a key that comes anew may be undercounted, never overcounted.
/// Source: G. Manku and R. Motwani, "Approximate Frequency Counts over Data Streams" (VLDB 2002).
public struct SiteProfile: Sendable, Equatable {
  /// The most keys that a profile holds between two files: about 24 KB in memory for a site.
  public static let capacity = 1024

  /// How many files were added.
  public private(set) var fileCount = 0

  /// In how many files a line stands, by its key. At least 1.
  private var counts: [UInt64: UInt16] = [:]

  public init() {}

  /// A profile of lines that were counted elsewhere.
  ///
  /// - Parameters:
  ///   - fileCount: How many files were looked at.
  ///   - lines: In how many of them each line stands, by its key; 65,535 at most are told apart.
  public init(fileCount: Int, lines: [UInt64: Int]) {
    self.fileCount = fileCount
    counts = lines.mapValues { UInt16(clamping: $0) }.filter { $0.value > 0 }
  }

  /// The known lines, and in how many files each stands.
  public var lines: [UInt64: Int] { counts.mapValues(Int.init) }

  /// How many lines are known.
  public var lineCount: Int { counts.count }

  /// Counts one file.
  ///
  /// - Parameter lineKeys: The keys of the file's lines; one that comes twice counts once.
  /// - Complexity: O(number of keys), amortized.
  public mutating func add(lineKeys: some Sequence<UInt64>) {
    fileCount += 1
    for key in Set(lineKeys) { counts[key] = Self.sum(counts[key] ?? 0, 1) }
    forgetRareLines()
  }

  /// Adds what another profile of the same site counted in other files.
  public mutating func merge(_ other: SiteProfile) {
    fileCount += other.fileCount
    counts.merge(other.counts, uniquingKeysWith: Self.sum)
    forgetRareLines()
  }

  /// In how many files a line stands; 0 for one that was never seen, or seen long ago and rarely.
  public func fileCount(ofLine key: UInt64) -> Int { Int(counts[key] ?? 0) }

  /// In how many files a line stands that is the site's own; 0 for any other. A line that 2 % of the files have or fewer
  /// belongs to a series of articles, not to the site.
  func repeatCount(ofLine key: UInt64) -> Int {
    let count = fileCount(ofLine: key)
    return count >= 2 && count * 50 >= fileCount ? count : 0
  }

  /// Only the lines that stand in two or more files: all that cleaning asks for.
  public var repeatedLinesOnly: SiteProfile {
    var profile = self
    profile.counts = counts.filter { $0.value > 1 }
    return profile
  }

  private static func sum(_ a: UInt16, _ b: UInt16) -> UInt16 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  /// Halves a profile that has outgrown its capacity twice over: the lines in the most files stay.
  private mutating func forgetRareLines() {
    guard counts.count > 2 * Self.capacity else { return }
    // By key among equals, so that the same files give the same profile.
    let kept = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.capacity)
    counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
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
  /// of files (2 bytes), by key. All little-endian.
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
    self.fileCount = fileCount
    counts.reserveCapacity((bytes.count - 9) / 10)
    for offset in stride(from: 9, to: bytes.count, by: 10) {
      let count = UInt16(truncatingIfNeeded: number(at: offset + 8, bytes: 2))
      guard count > 0 else { return nil }
      counts[number(at: offset, bytes: 8)] = count
    }
  }

  /// Also says how keys are made: a profile of another version is no use.
  private static let version: UInt8 = 1
}
