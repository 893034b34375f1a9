import ArticleDump

/// The lines of a file that are counted for its site.
struct CountedLines: Sendable {
  /// The site whose profile counts the file.
  var site: String
  /// The keys of the page's lines, each once.
  var keys: [UInt64]
  /// The keys of those that stayed when the article was cleaned.
  var keptKeys: [UInt64]
}

/// Counts in how many files of a site each line occurs, while an archive is read, and records which articles should be
/// parsed again once this is known.
///
/// One table for all sites, in bounded memory by lossy counting: when it is full, the lines in the fewest files are
/// forgotten. Lines that a site repeats recur within the 390,000 that fit; prose does not.
///
/// Source: G. Manku and R. Motwani, "Approximate Frequency Counts over Data Streams" (VLDB 2002).
struct RepeatedLines {
  /// 18 bytes for each slot: at most 9 MB, and about as much again while the table is rebuilt.
  private static let mostSlots = 1 << 19
  /// Further hosts are not counted; an archive of so many sites has few files of each.
  private static let mostSites = 1 << 14
  private static let fewestSlots = 1 << 12

  private var keys: [UInt64]
  private var sites: [UInt32]
  /// 0 marks an empty slot.
  private var counts: [UInt16]
  /// The article in which each line was first kept; 0 for none.
  private var firstArticles: [Int32]
  private(set) var lineCount = 0

  private var numbers: [String: UInt32] = [:]
  private var names: [String] = []
  private var fileCounts: [Int] = []
  /// How many files of each site had been counted when its articles were last examined.
  private var settledCounts: [Int] = []
  private var touched: Set<UInt32> = []
  /// Articles that kept a line that other files of their site also have, because nothing was known about it.
  private(set) var articlesToReparse: Set<Int32> = []

  /// A profile of this many files is reliable: articles read with it need not be examined again.
  private static let leastFilesKnown = 64

  init() {
    keys = Array(repeating: 0, count: Self.fewestSlots)
    sites = Array(repeating: 0, count: Self.fewestSlots)
    counts = Array(repeating: 0, count: Self.fewestSlots)
    firstArticles = Array(repeating: 0, count: Self.fewestSlots)
  }

  /// Counts one file of a site.
  ///
  /// - Parameters:
  ///   - lineKeys: The keys of its lines, each once.
  ///   - keptLineKeys: The keys of those that stayed when the article was cleaned.
  ///   - article: The article's number.
  mutating func add(site: String, lineKeys: [UInt64], keptLineKeys: [UInt64] = [], article: Int32 = 0) {
    guard let number = number(of: site) else { return }
    fileCounts[Int(number)] += 1
    touched.insert(number)
    for key in lineKeys { add(1, key, number) }
    guard settledCounts[Int(number)] < Self.leastFilesKnown else { return }
    for key in keptLineKeys {
      let slot = slot(of: key, number)
      if SiteProfile.isOfSite(fileCount: Int(counts[slot]), of: fileCounts[Int(number)]) {
        articlesToReparse.insert(article)
        if firstArticles[slot] > 0 { articlesToReparse.insert(firstArticles[slot]) }
      } else if counts[slot] == 1 {
        firstArticles[slot] = article
      }
    }
  }

  mutating func add(_ lines: CountedLines, article: Int64) {
    add(
      site: lines.site, lineKeys: lines.keys, keptLineKeys: lines.keptKeys,
      article: Int32(truncatingIfNeeded: article))
  }

  /// Adds what the index knows about a site.
  ///
  /// - Parameter settledCount: How many of its files had been counted when its articles were last examined.
  mutating func add(_ profile: SiteProfile, settledCount: Int = 0, of site: String) {
    guard let number = number(of: site) else { return }
    fileCounts[Int(number)] += profile.fileCount
    settledCounts[Int(number)] = settledCount
    for (key, count) in profile.lines { add(UInt16(clamping: count), key, number) }
  }

  /// Treats the articles in doubt as recorded.
  ///
  /// - Returns: The sites about which so little was known before that the articles read by then should also be examined
  ///   again, now that they have twice as many files.
  mutating func settle() -> Set<String> {
    var grown: Set<String> = []
    for number in touched.map(Int.init) where settledCounts[number] < Self.leastFilesKnown {
      let isGrown = fileCounts[number] >= 2 * settledCounts[number]
      guard settledCounts[number] == 0 || isGrown else { continue }
      if settledCounts[number] > 0 { grown.insert(names[number]) }
      settledCounts[number] = fileCounts[number]
    }
    articlesToReparse = []
    return grown
  }

  /// The sites whose files were counted since the table was made, with the lines that several of their files have.
  ///
  /// - Complexity: O(number of slots).
  func profiles() -> [(site: String, profile: SiteProfile, settledCount: Int)] {
    var lines: [UInt32: [(key: UInt64, count: UInt16)]] = [:]
    for slot in counts.indices where counts[slot] > 1 && touched.contains(sites[slot]) {
      lines[sites[slot], default: []].append((keys[slot], counts[slot]))
    }
    return touched.sorted().map { number in
      // Sorted by key among equals, so that the same files give the same profile.
      let known = (lines[number] ?? []).sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(SiteProfile.capacity)
      let profile = SiteProfile(
        fileCount: fileCounts[Int(number)],
        lines: Dictionary(uniqueKeysWithValues: known.map { ($0.key, Int($0.count)) }))
      return (names[Int(number)], profile, settledCounts[Int(number)])
    }
  }

  private mutating func number(of site: String) -> UInt32? {
    if let number = numbers[site] { return number }
    guard names.count < Self.mostSites else { return nil }
    let number = UInt32(names.count)
    numbers[site] = number
    names.append(site)
    fileCounts.append(0)
    settledCounts.append(0)
    return number
  }

  private mutating func add(_ count: UInt16, _ key: UInt64, _ site: UInt32) {
    let slot = slot(of: key, site)
    if counts[slot] > 0 {
      let (sum, overflow) = counts[slot].addingReportingOverflow(count)
      counts[slot] = overflow ? .max : sum
      return
    }
    (keys[slot], sites[slot], counts[slot]) = (key, site, count)
    lineCount += 1
    if lineCount * 4 > counts.count * 3 { makeRoom() }
  }

  /// The slot of a line, or the empty one where it belongs.
  private func slot(of key: UInt64, _ site: UInt32) -> Int {
    let mask = counts.count - 1
    // Fibonacci hashing; the keys of one site are already hashes.
    let mixed = (key ^ UInt64(site) &* 0x9E37_79B9_7F4A_7C15) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 40) & mask
    while counts[slot] > 0, keys[slot] != key || sites[slot] != site { slot = (slot + 1) & mask }
    return slot
  }

  /// Doubles the table; at its maximum size, forgets the lines that occur in the fewest files until half of it is free.
  private mutating func makeRoom() {
    var least: UInt16 = 0
    var slotCount = counts.count * 2
    if slotCount > Self.mostSlots {
      slotCount = counts.count
      var left = lineCount
      while left * 2 > slotCount {
        least += 1
        left = counts.count { $0 > least }
      }
    }
    var kept: [(key: UInt64, site: UInt32, count: UInt16, firstArticle: Int32)] = []
    for slot in counts.indices where counts[slot] > least {
      kept.append((keys[slot], sites[slot], counts[slot], firstArticles[slot]))
    }
    keys = Array(repeating: 0, count: slotCount)
    sites = Array(repeating: 0, count: slotCount)
    counts = Array(repeating: 0, count: slotCount)
    firstArticles = Array(repeating: 0, count: slotCount)
    lineCount = kept.count
    for line in kept {
      let slot = slot(of: line.key, line.site)
      (keys[slot], sites[slot], counts[slot]) = (line.key, line.site, line.count)
      firstArticles[slot] = line.firstArticle
    }
  }
}
