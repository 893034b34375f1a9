import Glibc

/// The positions of one token in all articles of a part of the index, as bytes:
/// ```
/// list  = { entry }                       articles by number, ascending
/// entry = gap position                    the token occurs once
///       | gap position { position } 0     several times
/// gap      = varint of 2 × (number − the number before) + (1 if once)
/// position = varint of the position − the one before, or − (−1) for the first; so it is never 0
/// ```
/// Positions count tokens. A varint has seven bits in each byte, the lowest first, with the high bit set on all but the
/// last: it never ends in a 0 unless it is 0, so the next 0 ends an entry with many positions.
///
/// In Chinese news half of all entries have a single position, a gap takes one byte for a token that is in one of 64
/// articles, and a position takes one byte within 126 tokens. FTS5 spends one byte more on each entry, and on each
/// entry with a single position.
struct PostingList: Sendable {
  private(set) var bytes: [UInt8] = []
  private var lastArticle: Int32 = 0

  var isEmpty: Bool { bytes.isEmpty }

  init(capacityInBytes: Int = 0) { bytes.reserveCapacity(capacityInBytes) }

  /// Adds an article, whose number is higher than all others.
  ///
  /// - Parameter positions: Ascending; at least one.
  mutating func append(_ article: Int32, positions: some Collection<Int32>) {
    let isSingle = positions.count == 1
    beginEntry(article, isSingle: isSingle)
    var last: Int32 = -1
    for position in positions {
      Self.append(UInt32(bitPattern: position &- last), to: &bytes)
      last = position
    }
    if !isSingle { bytes.append(0) }
  }

  /// Copies the entries of a cursor from the current one up to an article, except those that are already there; the
  /// cursor is at the next one afterwards.
  ///
  /// The first one has a gap to the last article of this list; all others keep their gaps.
  mutating func append(_ cursor: inout PostingCursor, through last: Int32) {
    while cursor.article <= lastArticle, cursor.article <= last { cursor.advance() }
    guard cursor.article <= last, cursor.article < PostingCursor.end else { return }
    beginEntry(cursor.article, isSingle: cursor.isSingle)
    let start = cursor.positionsStart
    var end = start
    var isOpen = false
    repeat {
      lastArticle = cursor.article
      end = cursor.endOfEntry
      isOpen = !cursor.isSingle && cursor.isUnended
      cursor.advance()
    } while cursor.article <= last && cursor.article < PostingCursor.end
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: cursor.bytes[start..<end]))
    if isOpen { bytes.append(0) }
  }

  private mutating func beginEntry(_ article: Int32, isSingle: Bool) {
    Self.append(UInt32(bitPattern: article &- lastArticle) << 1 | (isSingle ? 1 : 0), to: &bytes)
    lastArticle = article
  }

  @inline(__always)
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Walks through the bytes of a `PostingList`. Bytes that are not a valid list end early; nothing traps.
///
/// The bytes must stay where they are while the cursor is used: see `walk`.
struct PostingCursor {
  /// Past the last article.
  static let end = Int32.max

  fileprivate let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  fileprivate private(set) var positionsStart = 0
  private var positionsEnd = 0
  /// The current article; 0 before the first.
  private(set) var article: Int32 = 0
  private(set) var isSingle = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `body` with a cursor before the first article of each list. None of them may be used afterwards.
  static func walk<Value>(
    _ lists: [[UInt8]], _ body: (UnsafeMutableBufferPointer<PostingCursor>) throws -> Value
  ) rethrows -> Value {
    // In one array, so that one pointer is valid for all of them; copying costs a hundredth of walking.
    var joined = lists.first ?? []
    for list in lists.dropFirst() { joined += list }
    return try joined.withUnsafeBufferPointer { all in
      var start = 0
      var cursors: [PostingCursor] = []
      for list in lists {
        cursors.append(PostingCursor(UnsafeBufferPointer(rebasing: all[start..<start + list.count])))
        start += list.count
      }
      return try cursors.withUnsafeMutableBufferPointer { try body($0) }
    }
  }

  var sizeInBytes: Int { bytes.count }

  /// Where the entry ends in the list.
  fileprivate var endOfEntry: Int { index }

  /// Whether the list ended together with the positions, without a terminator.
  fileprivate var isUnended: Bool { positionsEnd == bytes.count }

  /// The positions' bytes in the list, without their terminator.
  private var encodedPositions: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[positionsStart..<positionsEnd])
  }

  /// How often the token occurs in the article: each varint has one byte without the high bit.
  var count: Int {
    if isSingle { return 1 }
    var count = 0
    for byte in encodedPositions { count &+= byte < 0x80 ? 1 : 0 }
    return count
  }

  /// Moves to the next article.
  @inline(__always)
  mutating func advance() {
    guard let head = number(), head >> 1 > 0, head >> 1 < UInt32(Self.end &- article) else {
      article = Self.end
      return
    }
    article &+= Int32(head >> 1)
    isSingle = head & 1 == 1
    positionsStart = index
    if isSingle {
      while index < bytes.count, bytes[index] >= 0x80 { index &+= 1 }
      index = min(index &+ 1, bytes.count)
      positionsEnd = index
    } else {
      positionsEnd = endOfPositions()
      index = min(positionsEnd &+ 1, bytes.count)
    }
  }

  /// Moves to the first article with this number or a higher one.
  @inline(__always)
  mutating func advance(to wanted: Int32) {
    while article < wanted { advance() }
  }

  /// The index of the 0 that ends the positions, or of the end of the list. Eight bytes are examined at a time: most
  /// entries are so short that calling `memchr` costs more.
  ///
  /// Source: Bit Twiddling Hacks, "Determine if a word has a zero byte": the lowest bit set is of the first such byte.
  @inline(__always)
  private func endOfPositions() -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = index
    while position &+ 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { return position &+ zeros.trailingZeroBitCount >> 3 }
      position &+= 8
    }
    while position < raw.count, raw[position] != 0 { position &+= 1 }
    return position
  }

  /// Calls `body` with each position in the article.
  @inline(__always)
  func forEachPosition(_ body: (Int32) -> Void) {
    guard let start = bytes.baseAddress else { return }
    var position: Int32 = -1
    var next = start + positionsStart
    let end = start + positionsEnd
    while next < end {
      var value = UInt32(next.pointee)
      next += 1
      if value >= 0x80 {
        value &= 0x7F
        var shift: UInt32 = 7
        while true {
          guard next < end, shift <= 28 else { return }
          let byte = next.pointee
          next += 1
          value |= UInt32(byte & 0x7F) &<< shift
          if byte < 0x80 { break }
          shift &+= 7
        }
      }
      position = position &+ Int32(bitPattern: value)
      body(position)
    }
  }

  @inline(__always)
  private mutating func number() -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while index < bytes.count, shift <= 28 {
      let byte = bytes[index]
      index &+= 1
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
    return nil
  }
}

/// Positions in an article: a bit for each, so that neither adding nor looking up takes a branch that depends on the
/// text.
struct PositionSet: ~Copyable {
  /// No dump is read so far that it has this many tokens; a higher position is damage.
  private static let end: UInt32 = 1 << 25
  private static var sizeInBytes: Int { Int(end / 8) }

  /// Room for all of them, 4 MiB of addresses: the system gives memory, all zeros, only for those that are used.
  private let words: UnsafeMutablePointer<UInt64>
  /// The highest word that may have a bit.
  private var lastWord = 0

  init() {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let memory = mmap(nil, Self.sizeInBytes, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else {
      preconditionFailure("no memory")
    }
    words = memory.bindMemory(to: UInt64.self, capacity: Int(Self.end / 64))
  }

  deinit { munmap(words, Self.sizeInBytes) }

  /// Adds the positions of a cursor's article, each minus `offset`; negative ones are left out.
  @inline(__always)
  mutating func insert(_ cursor: PostingCursor, less offset: Int32) {
    let words = words
    var last: UInt32 = 0
    cursor.forEachPosition { position in
      let bits = UInt32(bitPattern: position &- offset)
      guard bits < Self.end else { return }
      words[Int(bits >> 6)] |= 1 &<< UInt64(bits & 63)
      last = max(last, bits)
    }
    lastWord = max(lastWord, Int(last >> 6))
  }

  /// How many of the positions of a cursor's article, each minus `offset`, are members.
  @inline(__always)
  borrowing func count(_ cursor: PostingCursor, less offset: Int32) -> Int {
    let words = words
    let end = UInt32(lastWord + 1) << 6
    var count: UInt64 = 0
    cursor.forEachPosition { position in
      let bits = UInt32(bitPattern: position &- offset)
      guard bits < end else { return }
      count &+= words[Int(bits >> 6)] &>> UInt64(bits & 63) & 1
    }
    return Int(count)
  }

  /// Keeps the members of another set.
  mutating func formIntersection(_ other: borrowing PositionSet) {
    for word in 0...lastWord { words[word] &= word > other.lastWord ? 0 : other.words[word] }
  }

  mutating func removeAll() {
    memset(words, 0, (lastWord + 1) * MemoryLayout<UInt64>.size)
    lastWord = 0
  }

  /// The members, ascending.
  var members: [Int32] {
    (0...lastWord).flatMap { word in
      (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { Int32(word * 64 + $0) }
    }
  }
}
