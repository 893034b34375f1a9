import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A dump's bytes as UTF-8 without NUL and CR, whatever their encoding was.
///
/// A byte order mark decides; otherwise the bytes are UTF-8, unless most of the non-ASCII ones are ill-formed and they
/// can be read as GB18030 or Big5. Well-formed UTF-8 is not copied.
struct DecodedDump: Sendable {
  private(set) var utf8: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  /// Further faults are only counted.
  private static let mostDiagnostics = 20

  init(_ bytes: [UInt8]) {
    utf8 = bytes
    if bytes.starts(with: [0xFF, 0xFE]) {
      decodeUTF16(isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      decodeUTF16(isBigEndian: true)
    }
    normalizeControls()
    let illFormed = utf8.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) }
    guard illFormed < utf8.count else { return }
    if let legacy = LegacyEncoding.detect(in: utf8), let decoded = legacy.decode(utf8) {
      utf8 = decoded.utf8
      diagnostics.append(Diagnostic(kind: "legacy-encoding", line: 0, message: "decoded as \(legacy.rawValue)"))
      if let offset = decoded.firstFault {
        diagnostics.append(
          Diagnostic(
            kind: "invalid-\(legacy.rawValue.lowercased())", line: line(at: offset),
            message: "bytes that are no character became U+FFFD"))
      }
    } else {
      replaceIllFormed(from: illFormed)
    }
  }

  // MARK: Line ends and NUL

  private mutating func normalizeControls() {
    let (hasReturn, firstNul) = utf8.withUnsafeBytes { bytes -> (Bool, Int?) in
      guard let base = bytes.baseAddress else { return (false, nil) }
      let nul = memchr(base, 0, bytes.count).map { base.distance(to: UnsafeRawPointer($0)) }
      return (memchr(base, 0x0D, bytes.count) != nil, nul)
    }
    guard hasReturn || firstNul != nil else { return }
    if let firstNul {
      diagnostics.append(Diagnostic(kind: "nul", line: line(at: firstNul), message: "NUL bytes were dropped"))
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0D {
          kept.append(0x0A)
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        } else if byte != 0 {
          kept.append(byte)
        }
      }
    }
    utf8 = kept
  }

  /// The line of an offset, from 1.
  func line(at offset: Int) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      var line = 1
      for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A { line += 1 }
      return line
    }
  }

  // MARK: UTF-8

  /// Replaces every maximal ill-formed subpart by U+FFFD (WHATWG Encoding, UTF-8 decoder).
  private mutating func replaceIllFormed(from first: Int) {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(utf8.count + 64)
    var faultCount = 0
    var line = 1
    var counted = 0
    utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var position = 0
      var next = first
      while position < bytes.count {
        repaired.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<next]))
        position = next
        guard position < bytes.count else { break }
        if faultCount < Self.mostDiagnostics {
          while counted < position {
            if base[counted] == 0x0A { line += 1 }
            counted += 1
          }
          diagnostics.append(
            Diagnostic(kind: "invalid-utf8", line: line, message: "a broken character became U+FFFD"))
        }
        faultCount += 1
        repaired.append(contentsOf: [0xEF, 0xBF, 0xBD])
        position += max(1, -UTF8Validation.sequenceLength(base, at: position, limit: bytes.count))
        next = UTF8Validation.firstIllFormed(in: bytes, from: position)
      }
    }
    if faultCount > Self.mostDiagnostics {
      diagnostics.append(
        Diagnostic(
          kind: "invalid-utf8", line: 0,
          message: "\(faultCount - Self.mostDiagnostics) more broken characters became U+FFFD"))
    }
    utf8 = repaired
  }

  // MARK: UTF-16

  private mutating func decodeUTF16(isBigEndian: Bool) {
    let bytes = utf8
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 2)
    var faultCount = 0
    var index = 2
    func unit(_ index: Int) -> UInt32 {
      isBigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    while index + 1 < bytes.count {
      var scalar = unit(index)
      index += 2
      if scalar & 0xFC00 == 0xD800, index + 1 < bytes.count, unit(index) & 0xFC00 == 0xDC00 {
        scalar = 0x1_0000 + ((scalar & 0x3FF) << 10) + (unit(index) & 0x3FF)
        index += 2
      } else if scalar & 0xF800 == 0xD800 {
        scalar = 0xFFFD
        faultCount += 1
      }
      let utf8 = CharacterReference.UTF8Bytes(scalar: scalar)
      for place in 0..<utf8.count { decoded.append(utf8[place]) }
    }
    if index < bytes.count {
      decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
      faultCount += 1
    }
    if faultCount > 0 {
      diagnostics.append(
        Diagnostic(kind: "invalid-utf16", line: 0, message: "\(faultCount) broken characters became U+FFFD"))
    }
    utf8 = decoded
  }
}
