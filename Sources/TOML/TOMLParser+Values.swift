extension TOMLParser {
  mutating func value(depth: Int) throws(TOMLError) -> TOMLValue {
    guard depth < Self.deepestNesting else { throw error(.nestedTooDeeply) }
    switch peek {
    case UInt8(ascii: "\"")?: return .string(try consume("\"\"\"") ? longBasicString() : basicString())
    case UInt8(ascii: "'")?: return .string(try consume("'''") ? longLiteralString() : literalString())
    case UInt8(ascii: "[")?: return try array(depth: depth)
    case UInt8(ascii: "{")?: return try inlineTable(depth: depth)
    default: return try word()
    }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> TOMLValue {
    index += 1
    var values: [TOMLValue] = []
    while true {
      try skipBlankLines()
      if consume("]") { return .array(values) }
      values.append(try value(depth: depth + 1))
      try skipBlankLines()
      if consume("]") { return .array(values) }
      guard consume(",") else { throw error(.listWithoutEnd) }
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLValue {
    index += 1
    var table = TOMLTable()
    skipSpace()
    var isDone = consume("}")
    while !isDone {
      let start = line
      let (path, value) = try keyAndValue(depth: depth + 1)
      try Self.define(path[...], as: value, in: &table, line: start)
      skipSpace()
      isDone = consume("}")
      guard isDone || consume(",") else { throw error(.tableWithoutEnd) }
    }
    table.origin = .inline
    return .table(table)
  }

  // MARK: Strings

  mutating func basicString() throws(TOMLError) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      if consume("\"") { return String(decoding: text, as: UTF8.self) }
      if consume("\\") {
        text += try escape()
      } else if Self.isControl(byte) {
        break
      } else {
        text.append(byte)
        index += 1
      }
    }
    throw error(.textWithoutEnd(mark: "\""))
  }

  mutating func literalString() throws(TOMLError) -> String {
    index += 1
    let start = index
    while let byte = peek, !Self.isControl(byte) {
      if consume("'") { return String(decoding: bytes[start..<index - 1], as: UTF8.self) }
      index += 1
    }
    throw error(.textWithoutEnd(mark: "'"))
  }

  private mutating func longBasicString() throws(TOMLError) -> String {
    _ = consumeLineEnd()
    var text: [UInt8] = []
    while let byte = peek {
      if consume("\"\"\"") {
        // Up to two quotation marks may appear before the closing three.
        for _ in 0..<2 where consume("\"") { text.append(UInt8(ascii: "\"")) }
        return String(decoding: text, as: UTF8.self)
      }
      if consumeLineEnd() {
        text.append(0x0A)
      } else if consume("\\") {
        if !skipLineContinuation() { text += try escape() }
      } else if Self.isControl(byte) {
        throw error(.controlInText)
      } else {
        text.append(byte)
        index += 1
      }
    }
    throw error(.textWithoutEnd(mark: "\"\"\""))
  }

  /// After a backslash: white space with at least one line end.
  private mutating func skipLineContinuation() -> Bool {
    let start = index
    skipSpace()
    guard consumeLineEnd() else {
      index = start
      return false
    }
    repeat { skipSpace() } while consumeLineEnd()
    return true
  }

  private mutating func longLiteralString() throws(TOMLError) -> String {
    _ = consumeLineEnd()
    var text: [UInt8] = []
    while let byte = peek {
      if consume("'''") {
        for _ in 0..<2 where consume("'") { text.append(UInt8(ascii: "'")) }
        return String(decoding: text, as: UTF8.self)
      }
      if consumeLineEnd() {
        text.append(0x0A)
        continue
      }
      guard !Self.isControl(byte) else { throw error(.controlInText) }
      text.append(byte)
      index += 1
    }
    throw error(.textWithoutEnd(mark: "'''"))
  }

  /// What follows a backslash.
  private mutating func escape() throws(TOMLError) -> [UInt8] {
    guard let byte = peek else { throw error(.textWithoutEnd(mark: "\"")) }
    index += 1
    switch byte {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      let digits = bytes[index...].prefix(count)
      guard digits.count == count, digits.allSatisfy(Self.isHexDigit),
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
      else { throw error(.characterWithoutDigits(letter: Character(Unicode.Scalar(byte)), count: count)) }
      index += count
      return Array(String(scalar).utf8)
    default: throw error(.uselessBackslash)
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }

  // MARK: Numbers and other words

  /// A value without quotes.
  private mutating func word() throws(TOMLError) -> TOMLValue {
    let start = index
    while let byte = peek, byte > 0x20, !",]}#".utf8.contains(byte) { index += 1 }
    // A space between a day and a time.
    if index - start == 10, peek == 0x20, index + 1 < bytes.count, bytes[start + 4] == UInt8(ascii: "-"),
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
    {
      index += 1
      while let byte = peek, byte > 0x20, !",]}#".utf8.contains(byte) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "": throw error(.valueMissing)
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    if let value = Self.number(text) ?? Self.moment(text) { return value }
    throw error(.noValue(text))
  }

  private static func number(_ text: String) -> TOMLValue? {
    // An underscore must be between digits: `1e_5` and `0b_1` have none before it.
    let characters = Array(text)
    let isHexadecimal = text.hasPrefix("0x")
    let isDigit = { (character: Character) in
      isHexadecimal ? character.isHexDigit : ("0"..."9").contains(character)
    }
    for index in characters.indices where characters[index] == "_" {
      guard index > 0, index + 1 < characters.count, isDigit(characters[index - 1]), isDigit(characters[index + 1])
      else { return nil }
    }
    let plain = text.filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      let digits = plain.dropFirst(2)
      return digits.first?.isHexDigit == true ? Int(digits, radix: radix).map(TOMLValue.integer) : nil
    }
    let unsigned = plain.first.map { "+-".contains($0) } == true ? plain.dropFirst() : plain[...]
    guard unsigned.first.map(isDigit) == true, unsigned.allSatisfy({ isDigit($0) || ".eE+-".contains($0) }) else {
      return nil
    }
    let whole = unsigned.prefix(while: isDigit)
    guard whole.count == 1 || whole.first != "0" else { return nil }
    if whole.count == unsigned.count { return Int(plain).map(TOMLValue.integer) }
    guard let point = unsigned.firstIndex(of: ".") else { return Double(plain).map(TOMLValue.float) }
    let fraction = unsigned[unsigned.index(after: point)...].prefix(while: isDigit)
    return fraction.isEmpty ? nil : Double(plain).map(TOMLValue.float)
  }

  /// A date and a time of RFC 3339, or either alone.
  private static func moment(_ text: String) -> TOMLValue? {
    var reader = MomentReader(rest: Array(text.utf8)[...])
    let hasDay = reader.isDay
    if hasDay {
      guard reader.readDay() else { return nil }
      if reader.rest.isEmpty { return .moment(text) }
      guard let mark = reader.rest.popFirst(), "Tt ".utf8.contains(mark) else { return nil }
    }
    guard reader.readTime(), reader.rest.isEmpty || hasDay && reader.readOffset() else { return nil }
    return .moment(text)
  }
}

/// Reads the parts of a date and time, and checks that they exist.
///
/// Source: RFC 3339, 5.6 and 5.7; a minute may have a leap second.
private struct MomentReader {
  var rest: ArraySlice<UInt8>

  var isDay: Bool { rest.count > 4 && rest[rest.startIndex + 4] == UInt8(ascii: "-") }

  private mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func readDay() -> Bool {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2), 1...12 ~= month
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return 1...[31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ~= day
  }

  mutating func readTime() -> Bool {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
      let second = number(digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    guard skip(".") else { return true }
    let fraction = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(fraction.count)
    return !fraction.isEmpty
  }

  mutating func readOffset() -> Bool {
    if skip("Z") || skip("z") { return rest.isEmpty }
    guard skip("+") || skip("-"), let hour = number(digits: 2), skip(":"), let minute = number(digits: 2) else {
      return false
    }
    return hour < 24 && minute < 60 && rest.isEmpty
  }
}
