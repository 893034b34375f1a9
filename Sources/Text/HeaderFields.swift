/// The fields before a message's body, as in mail, saved pages, crawls and HTTP: `name: value`, with folded lines
/// joined.
///
/// Source: RFC 5322, section 2.2; RFC 9112, section 5.
package struct HeaderFields: Sendable {
  private var fields: [(name: String, value: String)] = []
  /// Where the body begins, after the empty line; the end of the bytes if there is none.
  package private(set) var end: Int

  /// The greatest length of a header; anything after it is its body.
  private static let largest = 1 << 18

  /// - Parameter start: Where the first field begins.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    var position = start
    let limit = min(bytes.count, start + Self.largest)
    end = limit
    while position < limit {
      var lineEnd = position
      while lineEnd < limit, bytes[lineEnd] != 0x0A { lineEnd += 1 }
      let next = min(lineEnd + 1, limit)
      var line = position..<lineEnd
      if let last = line.last, bytes[last] == 0x0D { line = line.dropLast() }
      if line.isEmpty {
        end = next
        return
      }
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[line]), as: UTF8.self)
      if bytes[position] == 0x20 || bytes[position] == 0x09, let last = fields.indices.last {
        fields[last].value += " " + text.trimmed(of: " \t")
      } else if let colon = text.firstIndex(of: ":") {
        let name = text[..<colon].trimmed(of: " \t").lowercased()
        fields.append((name, text[text.index(after: colon)...].trimmed(of: " \t")))
      }
      position = next
    }
    end = limit
  }

  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { HeaderFields($0) }
  }

  package var isEmpty: Bool { fields.isEmpty }

  /// The value of the first field with a name, which must be in lower case; `nil` for none and for an empty one.
  package subscript(name: String) -> String? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The value of a field before its parameters, in lower case: `text/html`.
  package func bareValue(of name: String) -> String? {
    self[name]?.split(separator: ";", omittingEmptySubsequences: false).first.map { $0.trimmed(of: " \t").lowercased() }
  }

  /// A parameter of a field, such as the `charset` of a `content-type`, without its quotation marks.
  package func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      guard part[..<equals].trimmed(of: " \t").lowercased() == parameter else { continue }
      let text = part[part.index(after: equals)...].trimmed(of: " \t\"'")
      return text.isEmpty ? nil : text
    }
    return nil
  }
}

/// Encodings of bytes as lines of ASCII. Source: RFC 2045, section 6.
package enum TransferEncoding {
  /// Decodes quoted-printable; an escape that is malformed stays as it is.
  package static func decodeQuotedPrintable(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x3D else {
        decoded.append(byte)
        continue
      }
      // A soft line end, with blanks that were added in transit.
      var end = index
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A {
        index = end + 1
      } else if end == bytes.count {
        index = end
      } else if index + 1 < bytes.count, let high = hexadecimal(bytes[index]), let low = hexadecimal(bytes[index + 1]) {
        decoded.append(high << 4 | low)
        index += 2
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Decodes base64; other characters are skipped.
  package static func decodeBase64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x47
      case 0x30...0x39: value = byte + 4
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D: return decoded
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }
}
