/// The YAML front matter of a Jekyll post, as the dumps write it: one `key: value` a line, `"` the only character
/// that is escaped, lists as `[ a, b ]`.
struct FrontMatter: Sendable, Hashable {
  private(set) var fields: [String: String] = [:]

  /// - Parameter lines: The lines between the two `---`.
  init(lines: [String]) {
    var key: String?
    for line in lines {
      if let first = line.first, first != " ", first != "-", first != "\t", let colon = line.firstIndex(of: ":") {
        let name = String(line[..<colon])
        let value = Self.unquoted(Self.trimmed(line[line.index(after: colon)...]))
        if fields[name] == nil { fields[name] = value }
        key = name
      } else if let name = key {
        // A list of one item a line, or a value that runs on.
        var item = Self.trimmed(line[...])
        if item.hasPrefix("- ") { item = Self.trimmed(item.dropFirst(2)[...]) }
        guard !item.isEmpty else { continue }
        let old = fields[name] ?? ""
        fields[name] = old.isEmpty ? Self.unquoted(item) : old + ", " + Self.unquoted(item)
      }
    }
  }

  subscript(key: String) -> String? {
    guard let value = fields[key], !value.isEmpty else { return nil }
    return value
  }

  /// The items of a list such as `[ a, b ]`.
  func list(_ key: String) -> [String] {
    guard var value = self[key] else { return [] }
    if value.hasPrefix("["), value.hasSuffix("]") { value = String(value.dropFirst().dropLast()) }
    return value.split(separator: ",").map { Self.unquoted(Self.trimmed($0)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// A value without the quotes around it; only `\"` is an escape, every other backslash stands for itself.
  private static func unquoted(_ text: String) -> String {
    if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") { return String(text.dropFirst().dropLast()) }
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8.dropFirst().dropLast())
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x22 { index += 1 }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
