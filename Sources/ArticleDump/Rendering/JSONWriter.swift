/// Writes JSON (RFC 8259) as UTF-8, with keys in the order in which they are written.
///
/// Everything that could command a terminal or hide in it is escaped, so that the output is safe to look at: controls
/// (C0, DEL, C1), U+2028 and U+2029, bidirectional controls, zero-width and other invisible characters. Han and all
/// other visible text is unchanged.
package struct JSONWriter {
  /// Output that has not been passed on yet.
  package private(set) var bytes: [UInt8] = []
  /// Receives the output piece by piece; nil to collect it.
  private let sink: (([UInt8]) -> Void)?
  private static let pieceSizeInBytes = 1 << 16
  /// Whether a comma is due before the next element of the current object or array.
  private var needsComma = false

  package init(reservingCapacity capacity: Int = 4_096) {
    sink = nil
    bytes.reserveCapacity(capacity)
  }

  /// A writer that passes its output on, so that a large value is never complete in memory. Call ``flush()`` at the
  /// end.
  package init(sink: @escaping ([UInt8]) -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.pieceSizeInBytes * 2)
  }

  /// Passes on the rest of the output.
  package mutating func flush() {
    guard let sink else { return }
    if !bytes.isEmpty { sink(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  package mutating func array<S: Sequence>(_ elements: S, _ body: (inout JSONWriter, S.Element) -> Void) {
    open("[")
    for element in elements { body(&self, element) }
    close("]")
  }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  package mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  package mutating func number(_ number: Int?) {
    if let number { self.number(number) } else { null() }
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if bytes.count >= Self.pieceSizeInBytes { flush() }
    needsComma = true
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      // Plain ASCII, and CJK from U+4000 on: the bulk of every text.
      if byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C {
        i += 1
        continue
      }
      if 0xE4...0xE9 ~= byte {
        i += 3
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(text, at: i)
      if Self.needsEscape(scalar) {
        bytes.append(contentsOf: text[runStart..<i])
        appendEscape(scalar)
        runStart = i + length
      }
      i += length
    }
    bytes.append(contentsOf: text[runStart..<text.count])
  }

  private static func needsEscape(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x5C, 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xD800...0xDFFF: true
    default: value >= 0xAD && SanitizingFilter.isIgnorable(value)
    }
  }

  private mutating func appendEscape(_ value: UInt32) {
    bytes.append(UInt8(ascii: "\\"))
    switch value {
    case 0x22: bytes.append(UInt8(ascii: "\""))
    case 0x5C: bytes.append(UInt8(ascii: "\\"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x10000...:
      appendUnit(UInt16(0xD800 + (value - 0x10000) >> 10))
      bytes.append(UInt8(ascii: "\\"))
      appendUnit(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
    default: appendUnit(UInt16(value))
    }
  }

  private mutating func appendUnit(_ unit: UInt16) {
    bytes.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
