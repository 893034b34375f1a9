import Text

/// Reads XML piece by piece: enough for feeds and for the description of a book.
///
/// It knows no entities except character references and follows no declaration, so that nothing in a document can make
/// it grow. Errors do not end the scan: malformed markup is read as text. Source: XML 1.0, fifth edition.
struct XMLScanner {
  enum Piece {
    /// Names as written, with their prefixes.
    case start(name: String, attributes: [String: String], isEmpty: Bool)
    case end(name: String)
    /// References decoded.
    case text(String)
  }

  let bytes: [UInt8]
  private(set) var position = 0

  /// The most attributes of an element that are read.
  private static let mostAttributes = 64

  /// - Parameter bytes: In UTF-8, or in the encoding that their declaration names.
  init(_ bytes: [UInt8]) { self.bytes = Self.inUTF8(bytes) }

  private static func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Charset.decode(Array(bytes[2...]), as: bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE")?.utf8 ?? bytes
    }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let key = head.firstRange(of: "encoding=") else { return bytes }
    let rest = head[key.upperBound...].dropFirst()
    let label = rest.prefix { $0 != "\"" && $0 != "'" }
    guard let name = Charset.iconvName(of: label), let decoded = Charset.decode(bytes, as: name) else { return bytes }
    return decoded.utf8
  }

  /// The next piece; `nil` at the end. Comments, declarations and instructions are skipped.
  mutating func next() -> Piece? {
    while position < bytes.count {
      guard bytes[position] == 0x3C else { return .text(text()) }
      if has("<!--") {
        pass(to: "-->")
      } else if has("<![CDATA[") {
        let start = position + 9
        pass(to: "]]>")
        let end = position >= start + 3 && bytes[position - 1] == 0x3E ? position - 3 : position
        return .text(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
      } else if has("<?") {
        pass(to: "?>")
      } else if has("<!") {
        passDeclaration()
      } else if let tag = tag() {
        return tag
      } else {
        position += 1
        return .text("<")
      }
    }
    return nil
  }

  private func has(_ text: StaticString) -> Bool {
    bytes[position...].withUnsafeBufferPointer { ByteSearch.starts($0, with: text) }
  }

  private mutating func pass(to end: StaticString) {
    let found = bytes[position...].withUnsafeBufferPointer { ByteSearch.offset(of: end, in: $0) }
    position = found.map { position + $0 + end.utf8CodeUnitCount } ?? bytes.count
  }

  /// A document type may contain declarations in brackets.
  private mutating func passDeclaration() {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func text() -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x3C { position += 1 }
    return CharacterReference.decode(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func tag() -> Piece? {
    var index = position + 1
    let isEnd = index < bytes.count && bytes[index] == 0x2F
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, isName(bytes[index]) { index += 1 }
    guard index > nameStart else { return nil }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    var attributes: [String: String] = [:]
    while index < bytes.count, bytes[index] != 0x3E {
      let start = index
      while index < bytes.count, isName(bytes[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let key = String(decoding: bytes[start..<index], as: UTF8.self)
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == 0x3D else { continue }
      index += 1
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else { continue }
      let quote = bytes[index]
      let valueStart = index + 1
      index = bytes[valueStart...].firstIndex(of: quote) ?? bytes.count
      if attributes.count < Self.mostAttributes {
        attributes[key] = CharacterReference.decode(String(decoding: bytes[valueStart..<index], as: UTF8.self))
      }
      index = min(index + 1, bytes.count)
    }
    let isEmpty = index > position && index <= bytes.count && bytes[index - 1] == 0x2F
    position = min(index + 1, bytes.count)
    return isEnd ? .end(name: name) : .start(name: name, attributes: attributes, isEmpty: isEmpty)
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x3E && byte != 0x2F && byte != 0x3D && byte != 0x3C && byte != 0x22 && byte != 0x27
  }

  /// A name without its prefix.
  static func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }

  /// The local name of a document's root element; `nil` if it is not within the first bytes.
  static func root(of head: [UInt8]) -> String? {
    var scanner = XMLScanner(head)
    for _ in 0..<16 {
      switch scanner.next() {
      case .start(let name, _, _): return local(name)
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: return nil
      }
    }
    return nil
  }
}
