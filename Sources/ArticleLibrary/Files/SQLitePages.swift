/// The records of a SQLite file as they are in its pages, read without SQLite: for a file that SQLite refuses because a
/// page is damaged, that is locked, or beside which nothing can be written.
///
/// Reading never fails: anything that is not a record is left out. Source: https://www.sqlite.org/fileformat2.html,
/// sections 1.3 (header), 1.5 (free pages), 1.6 (b-trees and cells), 2.1 (records), 4 (write-ahead log).
struct SQLitePages {
  enum Value: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// A blob, or a text that is not UTF-8.
    case bytes([UInt8])
  }
  typealias Record = [Value]

  private let file: [UInt8]
  private let log: [UInt8]
  /// Where in the log the latest committed version of a page starts.
  private var inLog: [Int: Int] = [:]
  let pageSize: Int
  private let usableSize: Int
  private(set) var pageCount: Int

  /// The longest record is a row with a title, an address and a path.
  private static let largestRecordInBytes = 1 << 20

  init(file: [UInt8], log: [UInt8]) {
    self.file = file
    self.log = log
    let isLog = log.count > 32 && [0x377F_0682, 0x377F_0683].contains(Self.number(log, 0, count: 4))
    let stated = file.count >= 100 ? Self.number(file, 16, count: 2) : 0
    let inLog = isLog ? Self.number(log, 8, count: 4) : 0
    // 1 means 65,536.
    let size = stated == 1 ? 65_536 : stated
    pageSize = Self.isPageSize(size) ? size : Self.isPageSize(inLog) ? inLog : 4_096
    let reserved = file.count >= 100 && Self.isPageSize(size) ? Int(file[20]) : 0
    usableSize = pageSize - min(reserved, 32)
    pageCount = file.count / pageSize
    if isLog { readLog() }
  }

  private static func isPageSize(_ size: Int) -> Bool { (512...65_536).contains(size) && size & (size - 1) == 0 }

  /// Finds the pages of the transactions that were committed to the log.
  private mutating func readLog() {
    let frameSize = 24 + pageSize
    guard Self.number(log, 8, count: 4) == pageSize else { return }
    let salt = log[16..<24]
    var uncommitted: [Int: Int] = [:]
    var start = 32
    while start + frameSize <= log.count, log[start + 8..<start + 16].elementsEqual(salt) {
      let page = Self.number(log, start, count: 4)
      guard page > 0, page < 1 << 24 else { break }
      uncommitted[page] = start + 24
      let sizeAfterCommit = Self.number(log, start + 4, count: 4)
      if sizeAfterCommit > 0 {
        inLog.merge(uncommitted) { $1 }
        uncommitted = [:]
        pageCount = max(pageCount, min(sizeAfterCommit, 1 << 24))
      }
      start += frameSize
    }
  }

  private func page(_ number: Int) -> ArraySlice<UInt8>? {
    if let start = inLog[number] { return log[start..<start + pageSize] }
    let start = (number - 1) * pageSize
    guard number > 0, start + pageSize <= file.count else { return nil }
    return file[start..<start + pageSize]
  }

  /// Every record that can be read: first those of the tables' own trees, then those of pages that no tree leads to any
  /// more because the path to them is damaged. Pages that SQLite has freed are left out.
  func forEachRecord(_ body: (Record) -> Void) {
    var seen = Set<Int>()
    for root in roots(&seen) { walk(from: root, &seen, body) }
    let free = freePages()
    for number in stride(from: 2, through: pageCount, by: 1) where !seen.contains(number) && !free.contains(number) {
      if let page = page(number) { records(in: page, headerAt: 0, isStray: true, body) }
    }
  }

  // MARK: Trees

  /// The first pages of all tables and indexes, from the schema.
  private func roots(_ seen: inout Set<Int>) -> [Int] {
    var roots: [Int] = []
    walk(from: 1, &seen) { record in
      // type, name, table, root page, statement
      if record.count == 5, case .integer(let root) = record[3], root > 1, root <= Int64(pageCount) {
        roots.append(Int(root))
      }
    }
    return roots
  }

  private func walk(from root: Int, _ seen: inout Set<Int>, _ body: (Record) -> Void) {
    var waiting = [root]
    while let number = waiting.popLast() {
      guard number > 0, number <= pageCount, seen.insert(number).inserted, let page = page(number) else { continue }
      let header = number == 1 ? 100 : 0
      records(in: page, headerAt: header, isStray: false, body)
      let kind = page[page.startIndex + header]
      guard kind == 2 || kind == 5 else { continue }
      waiting.append(Self.number(page, header + 8, count: 4))
      for cell in cells(of: page, headerAt: header) where cell + 4 <= page.count {
        waiting.append(Self.number(page, cell, count: 4))
      }
    }
  }

  /// Where the cells of a page start, counted from the page's first byte.
  private func cells(of page: ArraySlice<UInt8>, headerAt header: Int) -> [Int] {
    let isInner = page[page.startIndex + header] < 8
    let count = Self.number(page, header + 3, count: 2)
    let first = header + (isInner ? 12 : 8)
    guard first + 2 * count <= page.count else { return [] }
    return (0..<count).map { Self.number(page, first + 2 * $0, count: 2) }.filter { $0 >= first && $0 < page.count }
  }

  private func records(in page: ArraySlice<UInt8>, headerAt header: Int, isStray: Bool, _ body: (Record) -> Void) {
    let kind = page[page.startIndex + header]
    // 2 and 10: inner and leaf pages of indexes and of tables without row numbers; 13: leaves of the others.
    guard kind == 2 || kind == 10 || (kind == 13 && !isStray) else { return }
    for cell in cells(of: page, headerAt: header) {
      var place = cell + (kind == 2 ? 4 : 0)
      guard let size = Self.varint(page, &place), size > 0, size <= Self.largestRecordInBytes else { continue }
      if kind == 13, Self.varint(page, &place) == nil { continue }
      let largest = kind == 13 ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
      guard let payload = payload(of: page, at: place, size: Int(size), largestLocal: largest),
        let record = Self.record(payload)
      else { continue }
      body(record)
    }
  }

  /// A cell's content, including the part on overflow pages.
  private func payload(of page: ArraySlice<UInt8>, at place: Int, size: Int, largestLocal: Int) -> [UInt8]? {
    var local = size
    if size > largestLocal {
      let least = (usableSize - 12) * 32 / 255 - 23
      let wanted = least + (size - least) % (usableSize - 4)
      local = wanted <= largestLocal ? wanted : least
    }
    guard local >= 0, place + local <= page.count else { return nil }
    var payload = Array(page[page.startIndex + place..<page.startIndex + place + local])
    guard local < size else { return payload }
    guard place + local + 4 <= page.count else { return nil }
    var next = Self.number(page, place + local, count: 4)
    while payload.count < size {
      guard let more = self.page(next) else { return nil }
      let count = min(size - payload.count, usableSize - 4)
      payload += more[more.startIndex + 4..<more.startIndex + 4 + count]
      next = Self.number(more, 0, count: 4)
    }
    return payload
  }

  private func freePages() -> Set<Int> {
    var free = Set<Int>()
    guard let header = page(1) else { return free }
    var trunk = Self.number(header, 32, count: 4)
    while trunk > 0, trunk <= pageCount, free.insert(trunk).inserted, let page = page(trunk) {
      let count = min(Self.number(page, 4, count: 4), usableSize / 4 - 2)
      for index in 0..<max(0, count) { free.insert(Self.number(page, 8 + 4 * index, count: 4)) }
      trunk = Self.number(page, 0, count: 4)
    }
    return free
  }

  // MARK: Records

  private static func record(_ payload: [UInt8]) -> Record? {
    var place = 0
    guard let headerSize = varint(payload[...], &place), headerSize <= payload.count else { return nil }
    var kinds: [Int64] = []
    while place < headerSize {
      guard let kind = varint(payload[...], &place), kinds.count < 64 else { return nil }
      kinds.append(kind)
    }
    var record: Record = []
    for kind in kinds {
      let size: Int
      switch kind {
      case 0, 8, 9: size = 0
      case 1...4: size = Int(kind)
      case 5: size = 6
      case 6, 7: size = 8
      case 12...: size = Int(min((kind - 12) / 2, 1 << 30))
      default: return nil
      }
      guard place + size <= payload.count else { return nil }
      let bytes = payload[place..<place + size]
      switch kind {
      case 0: record.append(.null)
      case 8, 9: record.append(.integer(kind - 8))
      case 7: record.append(.real(Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) })))
      case 1...6:
        // Two's complement, big-endian.
        let start: Int64 = bytes.first.map { $0 >= 0x80 ? -1 : 0 } ?? 0
        record.append(.integer(bytes.reduce(start) { $0 << 8 | Int64($1) }))
      default:
        if kind & 1 == 1, let text = String(validating: bytes, as: UTF8.self) {
          record.append(.text(text))
        } else {
          record.append(.bytes(Array(bytes)))
        }
      }
      place += size
    }
    return record
  }

  /// A number in the file, big-endian. Bytes beyond the end count as 0.
  private static func number(_ bytes: some RandomAccessCollection<UInt8>, _ offset: Int, count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    return bytes[start..<bytes.index(start, offsetBy: count)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// SQLite's varint: seven bits in each byte, eight in a ninth; `place` moves past it.
  private static func varint(_ bytes: ArraySlice<UInt8>, _ place: inout Int) -> Int64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place < bytes.count else { return nil }
      let byte = bytes[bytes.startIndex + place]
      place += 1
      if index == 8 {
        value = value << 8 | UInt64(byte)
      } else {
        value = value << 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { break }
      }
    }
    return Int64(bitPattern: value)
  }
}
