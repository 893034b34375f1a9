/// Decodes character references (WHATWG 13.2.5.72–80).
@usableFromInline
package enum CharacterReference {
  /// The characters that a reference represents, and how many bytes of the source it takes.
  @usableFromInline
  package struct Match {
    /// The characters as UTF-8.
    @usableFromInline
    package var utf8: UTF8Bytes
    /// Bytes of the source, including `&`.
    @usableFromInline
    package var sourceLength: Int
  }

  /// Up to eight bytes of UTF-8 without an allocation.
  @usableFromInline
  package struct UTF8Bytes {
    @usableFromInline var packed: UInt64 = 0
    @usableFromInline package var count = 0

    @inlinable @inline(__always)
    package mutating func append(_ byte: UInt8) {
      packed |= UInt64(byte) << UInt64(count &* 8)
      count &+= 1
    }

    @inlinable @inline(__always)
    package subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt64(index &* 8)) }

    @inlinable
    package init() {}

    @inlinable
    package init(scalar: UInt32) {
      switch scalar {
      case 0..<0x80:
        append(UInt8(scalar))
      case 0x80..<0x800:
        append(UInt8(0xC0 | scalar >> 6))
        append(UInt8(0x80 | scalar & 0x3F))
      case 0x800..<0x1_0000:
        append(UInt8(0xE0 | scalar >> 12))
        append(UInt8(0x80 | scalar >> 6 & 0x3F))
        append(UInt8(0x80 | scalar & 0x3F))
      default:
        append(UInt8(0xF0 | scalar >> 18 & 0x07))
        append(UInt8(0x80 | scalar >> 12 & 0x3F))
        append(UInt8(0x80 | scalar >> 6 & 0x3F))
        append(UInt8(0x80 | scalar & 0x3F))
      }
    }
  }

  /// The reference at a `&`, or nil if the `&` is literal.
  ///
  /// - Parameters:
  ///   - bytes: The source; `bytes[position]` is `&`.
  ///   - limit: Where the text ends.
  ///   - inAttribute: In attributes a name without its semicolon is not a reference if a letter, a digit or `=`
  ///     follows.
  @usableFromInline
  package static func match(
    in bytes: UnsafePointer<UInt8>, at position: Int, limit: Int, inAttribute: Bool = false
  ) -> Match? {
    guard position + 1 < limit else { return nil }
    let first = bytes[position + 1]
    // Nearly all references in addresses are `&amp;`.
    if first == 0x61, position + 4 < limit, bytes[position + 2] == 0x6D, bytes[position + 3] == 0x70,
      bytes[position + 4] == 0x3B
    {
      return Match(utf8: UTF8Bytes(scalar: 0x26), sourceLength: 5)
    }
    if first == 0x23 { return numeric(in: bytes, at: position, limit: limit) }
    guard isAlphanumeric(first) else { return nil }
    let start = position + 1
    let furthest = min(limit, start + NamedReferenceTable.longest + 1)
    var stop = start
    while stop < furthest, isAlphanumeric(bytes[stop]) { stop += 1 }
    if stop < limit, bytes[stop] == 0x3B, let index = index(of: bytes + start, count: stop - start) {
      return Match(utf8: value(at: index), sourceLength: stop + 1 - position)
    }
    var length = min(stop - start, NamedReferenceTable.longestWithoutSemicolon)
    while length >= 2 {
      if let index = index(of: bytes + start, count: length), needsNoSemicolon(index) {
        let following = start + length
        if inAttribute, following < limit, bytes[following] == 0x3D || isAlphanumeric(bytes[following]) { return nil }
        return Match(utf8: value(at: index), sourceLength: following - position)
      }
      length -= 1
    }
    return nil
  }

  @inline(__always)
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  // MARK: Numeric

  private static func numeric(in bytes: UnsafePointer<UInt8>, at position: Int, limit: Int) -> Match? {
    var index = position + 2
    guard index < limit else { return nil }
    let isHexadecimal = bytes[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let digits = index
    var code: UInt32 = 0
    while index < limit {
      let byte = bytes[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte &- 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) &- 0x61) + 10
      } else {
        break
      }
      // Past the last code point the value no longer matters.
      if code <= 0x10_FFFF { code = code &* (isHexadecimal ? 16 : 10) &+ digit }
      index += 1
    }
    guard index > digits else { return nil }
    if index < limit, bytes[index] == 0x3B { index += 1 }
    return Match(utf8: UTF8Bytes(scalar: scalar(for: code)), sourceLength: index - position)
  }

  /// Numeric character reference end state: the character for a number.
  @usableFromInline
  package static func scalar(for code: UInt32) -> UInt32 {
    if code == 0 || code > 0x10_FFFF || (0xD800...0xDFFF).contains(code) { return 0xFFFD }
    if (0x80...0x9F).contains(code) {
      let mapped = windows1252[Int(code - 0x80)]
      return mapped == 0 ? code : UInt32(mapped)
    }
    return code
  }

  /// The characters of Windows-1252 at 0x80 to 0x9F; 0 where it has none (WHATWG 13.2.5.80).
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  // MARK: Named

  /// The index of a name in the table: a binary search over the names in byte order.
  private static func index(of name: UnsafePointer<UInt8>, count: Int) -> Int? {
    let names = NamedReferenceTable.names.utf8Start
    let offsets = NamedReferenceTable.nameOffsets
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      let start = Int(offsets[middle])
      let length = Int(offsets[middle + 1]) - start
      let order = compare(name, count, names + start, length)
      if order == 0 { return middle }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  @inline(__always)
  private static func compare(
    _ a: UnsafePointer<UInt8>, _ aCount: Int, _ b: UnsafePointer<UInt8>, _ bCount: Int
  ) -> Int {
    let shared = min(aCount, bCount)
    var index = 0
    while index < shared {
      let difference = Int(a[index]) - Int(b[index])
      if difference != 0 { return difference }
      index += 1
    }
    return aCount - bCount
  }

  private static func value(at index: Int) -> UTF8Bytes {
    let values = NamedReferenceTable.values.utf8Start
    var result = UTF8Bytes()
    for offset in Int(NamedReferenceTable.valueOffsets[index])..<Int(NamedReferenceTable.valueOffsets[index + 1]) {
      result.append(values[offset])
    }
    return result
  }

  private static func needsNoSemicolon(_ index: Int) -> Bool {
    let list = NamedReferenceTable.withoutSemicolon
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if Int(list[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low < list.count && Int(list[low]) == index
  }

  /// Decodes every reference of a piece of text.
  @usableFromInline
  package static func decode(_ text: String, inAttribute: Bool = false) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return Array(text.utf8).withUnsafeBufferPointer { decode($0, inAttribute: inAttribute) }
  }

  /// - Parameter isWellFormed: Whether the bytes are known to be well-formed.
  @usableFromInline
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, inAttribute: Bool, isWellFormed: Bool = false
  ) -> String {
    guard let base = bytes.baseAddress, ByteSearch.holds(bytes, byte: 0x26) else {
      return String(bytes, isWellFormed: isWellFormed)
    }
    // `&nGt;` represents six bytes; nothing represents more than twice its own length.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count) { result in
      var count = 0
      var position = 0
      let source = UnsafeRawBufferPointer(bytes)
      let target = UnsafeMutableRawBufferPointer(result)
      while position < bytes.count {
        // Eight bytes without a `&` at once; where one is, its zero makes a borrow (S. Anderson, haszero).
        while position &+ 8 <= bytes.count {
          let word = source.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          let marked = word ^ 0x2626_2626_2626_2626
          if (marked &- 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080 != 0 { break }
          target.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
          position &+= 8
          count &+= 8
        }
        guard position < bytes.count else { break }
        guard base[position] == 0x26 else {
          result.initializeElement(at: count, to: base[position])
          count &+= 1
          position &+= 1
          continue
        }
        if let match = match(in: base, at: position, limit: bytes.count, inAttribute: inAttribute) {
          for index in 0..<match.utf8.count {
            result.initializeElement(at: count, to: match.utf8[index])
            count &+= 1
          }
          position += match.sourceLength
        } else {
          result.initializeElement(at: count, to: 0x26)
          count &+= 1
          position &+= 1
        }
      }
      return String(UnsafeBufferPointer(rebasing: result[..<count]), isWellFormed: isWellFormed)
    }
  }
}
