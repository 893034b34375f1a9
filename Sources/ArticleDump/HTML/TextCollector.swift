import Text

/// Collects text as CSS Text 3 lays it out: white space collapses, and a segment break between two East Asian
/// characters disappears, while elsewhere it becomes a space; preformatted text stays as it is.
///
/// Source: CSS Text Module Level 3, section 4.1.1 and 4.1.3 (segment break transformation rules).
struct TextCollector {
  /// The first `count` bytes are the text so far, as UTF-8. Pending white space is not in it yet.
  private var storage: [UInt8] = []
  private(set) var count = 0

  private enum Pending {
    case none, space, segmentBreak
  }
  private var pending = Pending.none
  /// Where a word continues across a line break in the markup.
  private var joint = -1

  /// Whether the text contains a line break that is kept.
  private(set) var holdsLineBreak = false

  var isEmpty: Bool { count == 0 }

  /// The text so far.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Whether the text ends in a line feed.
  var isAtLineFeed: Bool { last == 0x0A }

  private var last: UInt8? { count > 0 ? storage[count &- 1] : nil }

  /// Makes room for more bytes.
  private mutating func reserve(_ more: Int) {
    let needed = max(64, 2 * (count + more))
    storage.append(contentsOf: repeatElement(0, count: needed - storage.count))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    if count == storage.count { reserve(1) }
    storage[count] = byte
    count &+= 1
  }

  /// Whether all text that is appended is known to be well-formed.
  let isWellFormed: Bool

  init(isWellFormed: Bool) { self.isWellFormed = isWellFormed }

  mutating func removeAll() {
    count = 0
    pending = .none
    joint = -1
    holdsLineBreak = false
  }

  /// Per byte: 0 for bytes that are copied, 1 for a collapsible space, 2 for a segment break, 3 for `&`, 4 for an
  /// invisible control character.
  private static let classes: [UInt8] = {
    var classes = [UInt8](repeating: 0, count: 256)
    for byte in 0..<0x20 { classes[byte] = 4 }
    classes[0x7F] = 4
    classes[0x20] = 1
    classes[0x09] = 1
    classes[0x0A] = 2
    classes[0x0C] = 1
    classes[0x0D] = 2
    classes[0x26] = 3
    return classes
  }()

  /// Appends a run of source text.
  ///
  /// - Parameters:
  ///   - range: Where the run is in `source`.
  ///   - isLiteral: Whether `&` is literal.
  mutating func append(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLiteral: Bool, preserving: Bool = false
  ) {
    guard let base = source.baseAddress, !range.isEmpty else { return }
    Self.classes.withUnsafeBufferPointer { classes in
      var position = range.lowerBound
      let end = range.upperBound
      while position < end {
        var stop = Self.plainEnd(base, from: position, to: end)
        while stop < end, classes[Int(base[stop])] == 0 { stop &+= 1 }
        if stop > position {
          copy(base + position, stop - position)
          position = stop
          continue
        }
        let byte = base[position]
        switch classes[Int(byte)] {
        case 1, 2:
          if preserving {
            append(byte == 0x0D ? 0x0A : byte)
            position &+= 1
          } else {
            position = waitThroughBlanks(base, from: position, to: end)
          }
        case 3:
          if !isLiteral, let match = CharacterReference.match(in: base, at: position, limit: end) {
            append(match.utf8, preserving: preserving)
            position += match.sourceLength
          } else {
            copy(base + position, 1)
            position &+= 1
          }
        default: position &+= 1
        }
      }
    }
  }

  /// Whether a run of text would be appended unchanged: no references, no controls, single spaces between words.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress, base[0] != 0x20 else { return false }
    var position = 0
    while position < text.count {
      position = plainEnd(base, from: position, to: text.count)
      while position < text.count, base[position] > 0x20, base[position] != 0x26, base[position] != 0x7F {
        position &+= 1
      }
      guard position < text.count else { break }
      guard base[position] == 0x20, position &+ 1 < text.count, base[position &+ 1] > 0x20 else { return false }
      position &+= 1
    }
    return true
  }

  /// How many bytes from an offset on can be copied unchanged, tested eight at a time.
  @inline(__always)
  private static func plainEnd(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      // The lowest high bit that is set marks the first byte up to 0x20, `&` or DEL (S. Anderson, Bit Twiddling Hacks,
      // hasless and haszero).
      let references = word ^ 0x2626_2626_2626_2626
      let deletes = word ^ 0x7F7F_7F7F_7F7F_7F7F
      let special =
        ((word &- 0x2121_2121_2121_2121) & ~word) | ((references &- ones) & ~references)
        | ((deletes &- ones) & ~deletes)
      let marks = special & 0x8080_8080_8080_8080
      if marks != 0 { return position &+ marks.trailingZeroBitCount >> 3 }
      position &+= 8
    }
    return position
  }

  /// Skips white space, since pages are indented.
  @inline(__always)
  private mutating func waitThroughBlanks(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    var isBreak = false
    while position < end {
      let byte = base[position]
      if byte == 0x0A { isBreak = true } else if byte != 0x20, byte != 0x09, byte != 0x0C, byte != 0x0D { break }
      position &+= 1
    }
    wait(isBreak: isBreak)
    return position
  }

  @inline(__always)
  private mutating func wait(isBreak: Bool) {
    if isBreak { pending = .segmentBreak } else if pending == .none { pending = .space }
  }

  @inline(__always)
  private mutating func copy(_ first: UnsafePointer<UInt8>, _ count: Int) {
    if pending != .none { settle(before: first, count) }
    if self.count &+ count > storage.count { reserve(count) }
    storage.withUnsafeMutableBufferPointer { storage in
      // There is room: the bytes after the text were allocated for it.
      if let base = storage.baseAddress { (base + self.count).update(from: first, count: count) }
    }
    self.count &+= count
  }

  /// A decoded reference: a space or line feed written as a reference collapses like any other; nothing else in it is
  /// markup.
  private mutating func append(_ utf8: CharacterReference.UTF8Bytes, preserving: Bool) {
    if utf8.count == 1 {
      let byte = utf8[0]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
        if preserving { append(byte == 0x0D ? 0x0A : byte) } else { wait(isBreak: byte == 0x0A) }
        return
      }
      if byte < 0x20 || byte == 0x7F { return }
    }
    var buffer = utf8
    withUnsafeBytes(of: &buffer) { raw in
      // `UTF8Bytes` packs its bytes little-endian in its first word.
      var local: (UInt64) = raw.loadUnaligned(as: UInt64.self).littleEndian
      withUnsafeBytes(of: &local) { packed in
        packed.withMemoryRebound(to: UInt8.self) { bytes in
          if let base = bytes.baseAddress { copy(base, utf8.count) }
        }
      }
    }
  }

  /// Appends finished text: no collapsing, no references.
  mutating func append(ready text: String) {
    guard !text.isEmpty else { return }
    var text = text
    text.withUTF8 { utf8 in
      if let base = utf8.baseAddress { copy(base, utf8.count) }
    }
  }

  /// Replaces the text from an offset on with other bytes.
  mutating func replaceText(from start: Int, with text: String) {
    count = start
    for byte in text.utf8 { append(byte) }
  }

  /// Continues the current word: a line feed in the markup here is not a space.
  mutating func joinNext() { joint = count }

  /// Discards pending white space.
  mutating func dropPending() { pending = .none }

  /// Appends a forced line break and removes spaces around it.
  mutating func breakLine() {
    pending = .none
    holdsLineBreak = true
    while last == 0x20 { count &-= 1 }
    append(0x0A)
  }

  /// Decides what pending white space becomes, now that the next character is known.
  private mutating func settle(before next: UnsafePointer<UInt8>, _ count: Int) {
    let waiting = pending
    pending = .none
    guard let last, last != 0x0A else { return }
    if waiting == .segmentBreak {
      let next = UnsafeBufferPointer(start: next, count: count)
      if joint == self.count, withBytes({ DropCap.joins($0, next) }) { return }
      let before = withBytes { lastScalar(of: $0) }
      let after = firstScalar(of: next)
      if EastAsianSpacing.breakVanishes(between: before, and: after) { return }
    }
    if last != 0x20 { append(0x20) }
  }

  private func firstScalar(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let first = bytes.first else { return 0 }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return 0 }
    var scalar = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    return scalar
  }

  private func lastScalar(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var start = bytes.count - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return firstScalar(of: UnsafeBufferPointer(rebasing: bytes[max(0, start)...]))
  }
}
