/// Reads TOML documents.
///
/// Written for configurations and themes that anybody may have edited: whatever the bytes, the result is a table or an
/// error with its line. Nesting is read up to 64 levels deep.
///
/// Source: TOML 1.0.0 (toml.io/en/v1.0.0).
package struct TOMLParser {
  static let deepestNesting = 64

  let bytes: [UInt8]
  var index = 0
  var line = 1

  /// - Parameter document: Text in UTF-8; a byte order mark is skipped.
  /// - Complexity: O(n) for documents whose headers are short.
  package static func parse(_ document: [UInt8]) throws(TOMLError) -> TOMLTable {
    guard String(validating: document, as: UTF8.self) != nil else { throw TOMLError(line: 1, problem: .notUTF8) }
    var parser = TOMLParser(bytes: document.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(document.dropFirst(3)) : document)
    return try parser.document()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Lines

  private mutating func document() throws(TOMLError) -> TOMLTable {
    var root = TOMLTable()
    root.origin = .header
    var current: [String] = []
    while true {
      try skipBlankLines()
      guard let byte = peek else { return root }
      if byte == UInt8(ascii: "[") {
        current = try header(in: &root)
      } else {
        let start = line
        let (path, value) = try keyAndValue(depth: 0)
        try change(&root, along: current[...], line: start) { (table) throws(TOMLError) in
          try Self.define(path[...], as: value, in: &table, line: start)
        }
      }
      try endOfLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  ///
  /// - Returns: The table to which the lines below belong.
  private mutating func header(in root: inout TOMLTable) throws(TOMLError) -> [String] {
    index += 1
    let isArray = consume("[")
    skipSpace()
    let path = try key()
    skipSpace()
    guard consume("]"), !isArray || consume("]") else { throw error(.headerWithoutEnd) }
    guard let last = path.last else { throw error(.headerWithoutName) }
    let start = line
    try change(&root, along: path.dropLast(), line: start) { (table) throws(TOMLError) in
      var new = TOMLTable()
      new.origin = .header
      var isNext = false
      switch (table[last], isArray) {
      case (nil, false): table.set(last, to: .table(new), line: start)
      case (nil, true): table.set(last, to: .array([.table(new)]), line: start)
      case (.table(var known)?, false) where known.origin == .implied:
        known.origin = .header
        table.set(last, to: .table(known), line: start)
      case (.array(let known)?, true) where Self.isArrayOfTables(known): isNext = true
      default: throw TOMLError(line: start, problem: .duplicateKey(last))
      }
      if isNext, var tables = table.moveOutArray(last) {
        tables.append(.table(new))
        table.set(last, to: .array(tables), line: start)
      }
    }
    return path
  }

  private static func isArrayOfTables(_ values: [TOMLValue]) -> Bool {
    guard case .table(let table)? = values.last else { return false }
    return table.origin != .inline
  }

  /// Descends from a table by names, creating missing tables, and changes the last one.
  private func change(
    _ table: inout TOMLTable, along path: ArraySlice<String>, line: Int,
    _ body: (inout TOMLTable) throws(TOMLError) -> Void
  ) throws(TOMLError) {
    guard let name = path.first else { return try body(&table) }
    if !Self.isOpen(table[name]) { throw TOMLError(line: line, problem: .notATable(name)) }
    if var tables = table.moveOutArray(name) {
      var known = Self.removeLastTable(&tables)
      try change(&known, along: path.dropFirst(), line: line, body)
      tables.append(.table(known))
      table.set(name, to: .array(tables), line: line)
    } else {
      var known = table.moveOutTable(name) ?? TOMLTable()
      try change(&known, along: path.dropFirst(), line: line, body)
      table.set(name, to: .table(known), line: line)
    }
  }

  /// Whether a header's path may lead through it.
  private static func isOpen(_ value: TOMLValue?) -> Bool {
    switch value {
    case nil: true
    case .table(let table)?: table.origin != .inline
    case .array(let values)?: isArrayOfTables(values)
    default: false
    }
  }

  private static func removeLastTable(_ tables: inout [TOMLValue]) -> TOMLTable {
    guard case .table(let table)? = tables.last else { return TOMLTable() }
    tables.removeLast()
    return table
  }

  /// Sets the value of a key, which may be dotted.
  static func define(
    _ path: ArraySlice<String>, as value: TOMLValue, in table: inout TOMLTable, line: Int
  ) throws(TOMLError) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      guard table[name] == nil else { throw TOMLError(line: line, problem: .duplicateKey(name)) }
      return table.set(name, to: value, line: line)
    }
    if let known = table[name], known.table?.origin != .dotted {
      throw TOMLError(line: line, problem: .duplicateKey(name))
    }
    var inner = table.moveOutTable(name) ?? TOMLTable()
    inner.origin = .dotted
    try define(path.dropFirst(), as: value, in: &inner, line: line)
    table.set(name, to: .table(inner), line: line)
  }

  // MARK: Keys

  mutating func keyAndValue(depth: Int) throws(TOMLError) -> (path: [String], value: TOMLValue) {
    let path = try key()
    skipSpace()
    guard consume("=") else { throw error(.keyWithoutValue(path.joined(separator: "."))) }
    skipSpace()
    return (path, try value(depth: depth))
  }

  /// One or more names separated by dots.
  private mutating func key() throws(TOMLError) -> [String] {
    var path: [String] = []
    repeat {
      skipSpace()
      switch peek {
      case UInt8(ascii: "\"")?: path.append(try basicString())
      case UInt8(ascii: "'")?: path.append(try literalString())
      default:
        let start = index
        while let byte = peek, Self.isBareKey(byte) { index += 1 }
        guard index > start else { throw error(.keyExpected) }
        path.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      guard path.count <= Self.deepestNesting else { throw error(.tooManyDots) }
      skipSpace()
    } while consume(".")
    return path
  }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Bytes

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Skips an ASCII text if it comes next.
  mutating func consume(_ text: StaticString) -> Bool {
    let isHere = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    if isHere { index += text.utf8CodeUnitCount }
    return isHere
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  /// Skips white space, line ends and comments.
  mutating func skipBlankLines() throws(TOMLError) {
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "#") || peek == 0x0A || peek == 0x0D else { return }
      try endOfLine()
    }
  }

  private mutating func endOfLine() throws(TOMLError) {
    skipSpace()
    if consume("#") {
      while let byte = peek, byte != 0x0A, byte != 0x0D {
        guard !Self.isControl(byte) else { throw error(.controlInComment) }
        index += 1
      }
    }
    guard index < bytes.count else { return }
    guard consumeLineEnd() else { throw error(.lineEndExpected) }
  }

  mutating func consumeLineEnd() -> Bool {
    guard consume("\n") || consume("\r\n") else { return false }
    line += 1
    return true
  }

  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

  func error(_ problem: TOMLError.Problem) -> TOMLError { TOMLError(line: line, problem: problem) }
}
