/// The YAML front matter of a Jekyll post, as the dumps write it: one `key: value` a line, `"` the only character
/// that is escaped, lists as `[ a, b ]`.
struct FrontMatter: Sendable, Hashable {
  private struct Field: Sendable, Hashable {
    var key: String
    var value: String
  }
  private var fields: [Field] = []

  var isEmpty: Bool { fields.isEmpty }

  /// - Parameter bytes: The lines between the two `---`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    fields.reserveCapacity(10)
    var start = 0
    while start < bytes.count {
      var end = start
      var colon = -1
      while end < bytes.count, bytes[end] != 0x0A {
        if colon < 0, bytes[end] == 0x3A { colon = end }
        end += 1
      }
      if start < end { add(bytes, start..<end, colon: colon) }
      start = end + 1
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, colon: Int) {
    let first = bytes[line.lowerBound]
    if colon > line.lowerBound, first != 0x20, first != 0x2D, first != 0x09, first != 0x23 {
      let key = String(decoding: UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<colon]), as: UTF8.self)
      // The first of two fields of one name counts.
      guard !fields.contains(where: { $0.key == key }) else { return }
      fields.append(Field(key: key, value: Self.value(bytes, Self.trimmed(bytes, colon + 1..<line.upperBound))))
    } else if !fields.isEmpty {
      // A list of one item a line, or a value that runs on.
      var item = Self.trimmed(bytes, line)
      if item.count >= 2, bytes[item.lowerBound] == 0x2D, bytes[item.lowerBound + 1] == 0x20 {
        item = Self.trimmed(bytes, item.lowerBound + 2..<item.upperBound)
      }
      guard !item.isEmpty else { return }
      let last = fields.count - 1
      let value = Self.value(bytes, item)
      fields[last].value = fields[last].value.isEmpty ? value : fields[last].value + ", " + value
    }
  }

  subscript(key: String) -> String? {
    for field in fields where field.key == key { return field.value.isEmpty ? nil : field.value }
    return nil
  }

  /// The items of a list such as `[ a, b ]`.
  func list(_ key: String) -> [String] {
    guard var value = self[key] else { return [] }
    if value.hasPrefix("["), value.hasSuffix("]") { value = String(value.dropFirst().dropLast()) }
    return value.split(separator: ",").map { item in
      Array(item.utf8).withUnsafeBufferPointer { Self.value($0, Self.trimmed($0, 0..<$0.count)) }
    }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// A value without the quotes around it; only `\"` is an escape, every other backslash stands for itself.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    guard range.count >= 2, bytes[range.lowerBound] == bytes[range.upperBound - 1],
      bytes[range.lowerBound] == 0x22 || bytes[range.lowerBound] == 0x27
    else { return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }
    let inner = UnsafeBufferPointer(rebasing: bytes[range.lowerBound + 1..<range.upperBound - 1])
    guard bytes[range.lowerBound] == 0x22, inner.contains(0x5C) else { return String(decoding: inner, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(inner.count)
    var index = 0
    while index < inner.count {
      if inner[index] == 0x5C, index + 1 < inner.count, inner[index + 1] == 0x22 { index += 1 }
      unescaped.append(inner[index])
      index += 1
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}
