import Text

/// Percent-encoding of URLs (RFC 3986).
public enum PercentEncoding {
  /// A URL for reading: `%E5%9B%BD%E9%99%85` becomes 国际.
  ///
  /// Decodes only characters that keep their meaning and are visible as themselves: valid UTF-8 of letters, marks and
  /// symbols outside ASCII, and ASCII letters, digits and `-._~`. Everything else stays encoded: reserved characters,
  /// controls, blanks of all kinds, invisible and bidirectional characters, and broken sequences. Decodes only once:
  /// `%25E5` stays `%25E5`.
  ///
  /// - Complexity: O(n).
  public static func decodedForDisplay(_ url: String) -> String {
    guard url.utf8.contains(UInt8(ascii: "%")) else { return url }
    return url.withBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { output in
        var count = 0
        var index = 0
        // The result is never longer.
        func append(_ byte: UInt8) {
          output.initializeElement(at: count, to: byte)
          count += 1
        }
        while index < bytes.count {
          guard bytes[index] == UInt8(ascii: "%"), let lead = octet(bytes, at: index) else {
            append(bytes[index])
            index += 1
            continue
          }
          let length = sequenceLength(lead)
          var sequence = (lead, UInt8(0), UInt8(0), UInt8(0))
          var found = 1
          while found < length, let next = octet(bytes, at: index + 3 * found), next & 0xC0 == 0x80 {
            switch found {
            case 1: sequence.1 = next
            case 2: sequence.2 = next
            default: sequence.3 = next
            }
            found += 1
          }
          withUnsafeBytes(of: sequence) { sequence in
            let sequence = sequence[..<length]
            // U+4000 to U+9FFF: Han and hexagrams, whatever follows.
            let isHan = length == 3 && 0xE4...0xE9 ~= lead
            if found == length, isHan || isShown(sequence) {
              for byte in sequence { append(byte) }
              index += 3 * length
            } else {
              for offset in 0..<3 { append(bytes[index + offset]) }
              index += 3
            }
          }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: output[..<count]), as: UTF8.self)
      }
    }
  }

  /// Whether bytes are one character that is visible as itself.
  private static func isShown(_ sequence: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return false
    }
    return showsAsItself(scalar)
  }

  /// Every `%XX` as its byte; broken UTF-8 becomes U+FFFD. For matching, not for display.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return text.withBytes { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        if let byte = octet(bytes, at: index) {
          output.append(byte)
          index += 3
        } else {
          output.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static func octet(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = digit(bytes[index + 1]),
      let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func showsAsItself(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || 0x30...0x39 ~= scalar.value || "-._~".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned,
      .nonspacingMark, .enclosingMark:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint && scalar.value != 0xFFFC && scalar.value != 0xFFFD
    }
  }
}
