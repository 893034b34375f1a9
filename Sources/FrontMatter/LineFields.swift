import Text

/// Reads `key: value` lines, the form of most front matter: the fast path, and the fallback if YAML rejects the text
/// (`title: a: b`).
enum LineFields {
  /// Whether every line is a key with a plain value, a plain item, or blank, so that the literal text is what YAML
  /// would read.
  static func arePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      guard isPlain(bytes, start..<end) else { return false }
      start = end + 1
    }
    return true
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let trimmed = trimmed(bytes, line)
    if trimmed.isEmpty { return true }
    var value = trimmed
    if bytes[trimmed.lowerBound] == 0x2D {
      guard trimmed.count > 2, bytes[trimmed.lowerBound + 1] == 0x20 else { return false }
      value = Self.trimmed(bytes, trimmed.dropFirst(2))
    } else {
      guard line.lowerBound == trimmed.lowerBound, let colon = bytes[line].firstIndex(of: 0x3A),
        isKey(bytes[line.lowerBound..<colon]), colon + 1 == line.upperBound || bytes[colon + 1] == 0x20
      else { return false }
      value = Self.trimmed(bytes, colon + 1..<line.upperBound)
    }
    return isPlainValue(bytes, value)
  }

  private static func isKey(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !key.isEmpty && key.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x2D }
  }

  private static func isPlainValue(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
    guard let first = bytes[value].first else { return true }
    if first == 0x22 || first == 0x27 {
      // Entirely quoted, with nothing escaped.
      let inner = value.dropFirst().dropLast()
      return value.count >= 2 && bytes[value.upperBound - 1] == first
        && !bytes[inner].contains(where: { $0 == first || $0 == 0x5C })
    }
    if first == 0x5B {
      // A list of plain items.
      guard value.count >= 2, bytes[value.upperBound - 1] == 0x5D else { return false }
      return bytes[value.dropFirst().dropLast()].allSatisfy { byte in
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || " ,_-./+".utf8.contains(byte)
      }
    }
    let isIndicator = "{}[]&*!|>%@`#,?:-~".utf8.contains(first)
    guard !isIndicator else { return false }
    for position in value {
      let byte = bytes[position]
      if byte == 0x23 || byte == 0x3A && (position + 1 == value.upperBound || bytes[position + 1] == 0x20) {
        return false
      }
    }
    return !["null", "Null", "NULL"].contains(text(bytes, value))
  }

  /// - Parameter separator: `:`, or `=` for malformed front matter that looks like TOML.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) -> [FieldValue.Field] {
    var fields: [FieldValue.Field] = []
    fields.reserveCapacity(10)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if start < end { add(bytes, start..<end, separator, &fields) }
      start = end + 1
    }
    return fields
  }

  private static func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ separator: UInt8, _ fields: inout [FieldValue.Field]
  ) {
    let first = bytes[line.lowerBound]
    if first > 0x20, first != 0x2D, first != 0x23, let colon = bytes[line].firstIndex(of: separator),
      colon > line.lowerBound
    {
      let key = text(bytes, trimmed(bytes, line.lowerBound..<colon))
      // Of two fields with the same name the first counts.
      guard !fields.contains(where: { $0.key == key }) else { return }
      fields.append(FieldValue.Field(key: key, value: value(bytes, trimmed(bytes, colon + 1..<line.upperBound))))
      return
    }
    var item = trimmed(bytes, line)
    guard let last = fields.indices.last, !item.isEmpty, bytes[item.lowerBound] != 0x23 else {
      // Keys that are indented from the first one on.
      if !item.isEmpty, let colon = bytes[item].firstIndex(of: separator), bytes[item.lowerBound] != 0x2D {
        fields.append(
          FieldValue.Field(
            key: text(bytes, trimmed(bytes, item.lowerBound..<colon)),
            value: value(bytes, trimmed(bytes, colon + 1..<item.upperBound))))
      }
      return
    }
    if item.count >= 2, bytes[item.lowerBound] == 0x2D, bytes[item.lowerBound + 1] == 0x20 {
      item = trimmed(bytes, item.dropFirst(2))
      var items: [FieldValue]
      switch fields[last].value {
      case .list(let known): items = known
      case .text(let known): items = known.isEmpty ? [] : [.text(known)]
      case .map: return
      }
      items.append(value(bytes, item))
      fields[last].value = .list(items)
    } else if case .text(let known) = fields[last].value {
      // A value that continues.
      let more = text(bytes, item)
      fields[last].value = .text(known.isEmpty ? more : known + " " + more)
    }
  }

  /// `#+TITLE: 题`, `#+FILETAGS: :甲:乙:`.
  static func readOrg(_ bytes: UnsafeBufferPointer<UInt8>) -> [FieldValue.Field] {
    read(bytes, prefix: "#+").map { field in
      guard field.key.lowercased().hasSuffix("tags"), case .text(let text) = field.value else { return field }
      let tags = text.split { $0 == ":" || $0 == " " }.map { FieldValue.text(String($0)) }
      return FieldValue.Field(key: "tags", value: .list(tags))
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, prefix: StaticString) -> [FieldValue.Field] {
    var fields: [FieldValue.Field] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = min(end, start + prefix.utf8CodeUnitCount)..<end
      if !line.isEmpty { add(bytes, line, 0x3A, &fields) }
      start = end + 1
    }
    return fields
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// A list in brackets, or a text without its quotes; the only escape is `\"`.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> FieldValue {
    if range.count >= 2, bytes[range.lowerBound] == 0x5B, bytes[range.upperBound - 1] == 0x5D {
      var items: [FieldValue] = []
      var start = range.lowerBound + 1
      let end = range.upperBound - 1
      var quote: UInt8 = 0
      for position in start...end {
        let byte = position < end ? bytes[position] : 0x2C
        if quote != 0, position < end {
          if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x2C {
          let item = trimmed(bytes, start..<position)
          if !item.isEmpty { items.append(.text(unquoted(bytes, item))) }
          start = position + 1
        }
      }
      return .list(items)
    }
    return .text(unquoted(bytes, range))
  }

  private static func unquoted(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    guard range.count >= 2, bytes[range.lowerBound] == bytes[range.upperBound - 1],
      bytes[range.lowerBound] == 0x22 || bytes[range.lowerBound] == 0x27
    else { return text(bytes, range) }
    let inner = text(bytes, range.dropFirst().dropLast())
    return bytes[range.lowerBound] == 0x22 && inner.utf8.contains(0x5C) ? inner.replacing("\\\"", with: "\"") : inner
  }
}
