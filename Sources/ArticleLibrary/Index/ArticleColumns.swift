/// The data from which lists are made, for all articles: one array for each fact, indexed by the article's number.
///
/// A library of 300,000 articles takes about seven megabytes. Numbers of articles that are gone stay unused.
struct ArticleColumns: Sendable {
  struct Flags: OptionSet, Sendable {
    var rawValue: UInt8
    static let isPresent = Flags(rawValue: 1)
    static let isIndexed = Flags(rawValue: 2)
    static let hasImages = Flags(rawValue: 4)
    static let hasTables = Flags(rawValue: 8)
    /// The dump was larger than the limit.
    static let isCut = Flags(rawValue: 16)
    /// Reading the body failed; it is not tried again until the file changes.
    static let isUnreadable = Flags(rawValue: 32)
    /// Other files give the same address for other articles: the article is identified by its file.
    static let sharesAddress = Flags(rawValue: 64)
    /// Indexed before its site was known: its text may contain lines that the site repeats (`Reparsing`).
    static let needsReparsing = Flags(rawValue: 128)
  }

  /// Numbers below this may be in use; 0 is never used.
  private(set) var capacity = 0
  /// Seconds since 1970; `noDate` sorts after all others.
  var date: [Int64] = []
  /// Offset of the source's time zone from UTC, in quarters of an hour.
  var utcOffsetInQuarters: [Int8] = []
  /// Months since year 0 in the source's time zone; -1 without a date.
  var month: [Int16] = []
  var publisher: [UInt16] = []
  var section: [UInt16] = []
  var folder: [Int32] = []
  var flags: [Flags] = []
  var characterCount: [Int32] = []

  static let noDate = Int64.min

  struct Facts: Sendable {
    var date: Int64
    var utcOffsetInSeconds: Int64
    var month: Int16
    var publisher: UInt16
    var section: UInt16
    var folder: Int32
    var flags: Flags
    var characterCount: Int32
  }

  mutating func set(_ facts: Facts, at number: Int) {
    grow(to: number + 1)
    date[number] = facts.date
    utcOffsetInQuarters[number] = Int8(clamping: facts.utcOffsetInSeconds / 900)
    month[number] = facts.month
    publisher[number] = facts.publisher
    section[number] = facts.section
    folder[number] = facts.folder
    flags[number] = facts.flags
    characterCount[number] = facts.characterCount
  }

  mutating func grow(to newCapacity: Int) {
    guard newCapacity > capacity else { return }
    let more = newCapacity - capacity
    date.append(contentsOf: repeatElement(Self.noDate, count: more))
    utcOffsetInQuarters.append(contentsOf: repeatElement(0, count: more))
    month.append(contentsOf: repeatElement(-1, count: more))
    publisher.append(contentsOf: repeatElement(0, count: more))
    section.append(contentsOf: repeatElement(0, count: more))
    folder.append(contentsOf: repeatElement(0, count: more))
    flags.append(contentsOf: repeatElement([], count: more))
    characterCount.append(contentsOf: repeatElement(0, count: more))
    capacity = newCapacity
  }

  /// Newest first; equal dates by number, articles without a date last.
  @inline(__always)
  func isNewer(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (date[Int(a)], date[Int(b)])
    return first == second ? a < b : first > second
  }
}

extension ArticleColumns {
  /// The columns as bytes, for the snapshot in the database; in the machine's byte order, since a cache is never moved
  /// to another machine.
  func encoded() -> [(name: String, bytes: [UInt8])] {
    [
      ("date", Self.bytes(of: date)), ("utcOffset", Self.bytes(of: utcOffsetInQuarters)),
      ("month", Self.bytes(of: month)), ("publisher", Self.bytes(of: publisher)),
      ("section", Self.bytes(of: section)), ("folder", Self.bytes(of: folder)),
      ("flags", Self.bytes(of: flags.map(\.rawValue))), ("characterCount", Self.bytes(of: characterCount)),
    ]
  }

  /// - Returns: `nil` if the arrays do not match.
  init?(encoded column: (String) -> [UInt8]?) {
    func decode<Value: BitwiseCopyable>(_ name: String, as type: Value.Type) -> [Value]? {
      column(name).flatMap { Self.array(of: type, from: $0) }
    }
    guard let date = decode("date", as: Int64.self), let offset = decode("utcOffset", as: Int8.self),
      let month = decode("month", as: Int16.self),
      let publisher = decode("publisher", as: UInt16.self), let section = decode("section", as: UInt16.self),
      let folder = decode("folder", as: Int32.self), let flags = decode("flags", as: UInt8.self),
      let characterCount = decode("characterCount", as: Int32.self)
    else { return nil }
    let counts = [
      offset.count, month.count, publisher.count, section.count, folder.count, flags.count, characterCount.count,
    ]
    guard counts.allSatisfy({ $0 == date.count }) else { return nil }
    self.date = date
    utcOffsetInQuarters = offset
    self.month = month
    self.publisher = publisher
    self.section = section
    self.folder = folder
    self.flags = flags.map(Flags.init(rawValue:))
    self.characterCount = characterCount
    capacity = date.count
  }

  static func bytes<Value: BitwiseCopyable>(of array: [Value]) -> [UInt8] {
    array.withUnsafeBytes { Array($0) }
  }

  static func array<Value: BitwiseCopyable>(of type: Value.Type, from bytes: [UInt8]) -> [Value]? {
    let stride = MemoryLayout<Value>.stride
    guard bytes.count.isMultiple(of: stride) else { return nil }
    return [Value](unsafeUninitializedCapacity: bytes.count / stride) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
      count = bytes.count / stride
    }
  }
}
